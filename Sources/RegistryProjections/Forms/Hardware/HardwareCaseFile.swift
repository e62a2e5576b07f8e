public import RegistryEvents

/// What the documents of one case need: its filings, their incoming numbers, and the results that took effect.
///
/// Follows the whole register beside it, since a notice of exclusion names what the register calls the excluded units, and since
/// a result that the register could not follow is no result. Of the case it keeps the facts of at most ``filingLimit`` filings
/// and one result of each kind.
public struct HardwareCaseFile: Sendable {
  /// Filings of one case that are kept; a case is opened by one.
  public static let filingLimit = 64

  /// The case.
  public var caseNumber: String { scope.caseNumber }

  private let scope: CaseScope
  private var register = HardwareRegister()
  private var filings: [UUIDv7: Filing] = [:]
  /// The newest result of each kind that took effect.
  private(set) var results: [HardwareForm: Result] = [:]
  /// Why the newest act of each kind that made no result made none.
  private(set) var refusals: [HardwareForm: RegistryError] = [:]

  /// A case of which nothing is known yet, as at an instant.
  public init(caseNumber: String, asAt: Instant = .latest) {
    scope = CaseScope(caseNumber: caseNumber, asAt: asAt)
  }

  /// What a filing says, as far as documents repeat it.
  struct Filing: Sendable {
    enum Kind: Sendable { case inclusion, exclusion }

    let kind: Kind
    let filedOn: LocalDate
    let applicant: Applicant
    /// The rest of an application for inclusion, without its units and documents.
    let inclusion: InclusionFiled?
    /// The entries that an application for exclusion names, by the number of the part; 0 for the filing itself.
    var entries: [Int64: [EntryRange]] = [:]
    var incomingNumber: String?
    var isDecided = false
  }

  /// An act that ended the case, with what its document needs.
  struct Result: Sendable {
    /// What the act says.
    enum What: Sendable {
      case included(Included)
      case excluded(Excluded, [ExcludedModel])
      case refused(Refused)
      case completenessRefused(CompletenessRefused)
    }

    let what: What
    let filing: Filing
    let issuedOn: LocalDate
    let place: ShownPlace
  }

  /// Looks at a line before its act is followed, if it is: an act that does not stand is no result, and the case file remembers
  /// that it was there.
  public mutating func see(_ walked: WalkedLine) {
    guard let (type, error) = scope.refusal(of: walked), let form = HardwareForm(actType: type) else { return }
    refusals[form] = error
  }

  /// Follows an act. Acts come in the order of their lines.
  public mutating func apply(_ standing: StandingAct, _ context: FoldContext) {
    guard scope.has(standing.act) else { return register.apply(standing, context) }
    let excluded = excludedModels(standing.act)
    register.apply(standing, context)
    do {
      try follow(standing, context, excluded)
    } catch {
      // A standing act is as its type says, so nothing is left to go wrong here.
      if let form = HardwareForm(actType: standing.act.type) { refusals[form] = error }
    }
  }

  private mutating func follow(
    _ standing: StandingAct, _ context: FoldContext, _ excluded: [ExcludedModel]
  ) throws(RegistryError) {
    let act = standing.act
    let date = context.time.date(of: act.at)
    if act.is(InclusionFiled.self) {
      var filed = try act.payload(InclusionFiled.self)
      (filed.units, filed.documents) = ([], [])
      open(act.id, Filing(kind: .inclusion, filedOn: date, applicant: filed.applicant, inclusion: filed))
    } else if act.is(ExclusionFiled.self) {
      let filed = try act.payload(ExclusionFiled.self)
      open(
        act.id,
        Filing(
          kind: .exclusion, filedOn: date, applicant: filed.applicant, inclusion: nil, entries: [0: filed.entries]))
    } else if act.is(EntriesListed.self) {
      let part = try act.payload(EntriesListed.self)
      if filings[part.filing]?.entries[part.number] == nil { filings[part.filing]?.entries[part.number] = part.entries }
    } else if act.is(Registered.self) {
      let registered = try act.payload(Registered.self)
      if filings[registered.filing]?.incomingNumber == nil {
        filings[registered.filing]?.incomingNumber = registered.incomingNumber
      }
    } else if act.is(IntakeRefused.self) {
      filings[try act.payload(IntakeRefused.self).filing]?.isDecided = true
    } else if act.is(Included.self) {
      let what = try act.payload(Included.self)
      end(what.filing, of: .inclusion, .included(what), standing, on: date)
    } else if act.is(Excluded.self) {
      let what = try act.payload(Excluded.self)
      end(what.filing, of: .exclusion, .excluded(what, excluded), standing, on: date)
    } else if act.is(Refused.self) {
      let what = try act.payload(Refused.self)
      end(what.filing, of: nil, .refused(what), standing, on: date)
    } else if act.is(CompletenessRefused.self) {
      let what = try act.payload(CompletenessRefused.self)
      end(what.filing, of: nil, .completenessRefused(what), standing, on: date)
    }
  }

  private mutating func open(_ id: UUIDv7, _ filing: Filing) {
    if filings.count < Self.filingLimit { filings[id] = filing }
  }

  /// Takes in a result, unless its filing is not of the case, is decided already, or the register could not follow.
  private mutating func end(
    _ id: UUIDv7, of kind: Filing.Kind?, _ what: Result.What, _ standing: StandingAct, on date: LocalDate
  ) {
    guard let form = HardwareForm(actType: standing.act.type) else { return }
    let isFollowed = !register.anomalies.contains { $0.seq == standing.seq && $0.code != .entryUnknown }
    guard let filing = filings[id], !filing.isDecided, kind == nil || filing.kind == kind, isFollowed else {
      refusals[form] = RegistryError(.actWithoutEffect, at: Place(seq: standing.seq))
      return
    }
    filings[id]?.isDecided = true
    results[form] = Result(
      what: what, filing: filing, issuedOn: date, place: ShownPlace(standing))
  }

  /// What the register calls the standing units that an exclusion is about to end.
  private func excludedModels(_ act: Act) -> [ExcludedModel] {
    guard act.is(Excluded.self), let excluded = try? act.payload(Excluded.self), let filing = filings[excluded.filing]
    else { return [] }
    return ExcludedModel.all(in: register, of: filing.entries.values.flatMap(\.self))
  }
}
