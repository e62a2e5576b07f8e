public import RegistryEvents

/// What the documents of one case need, in an area whose register's entries are made one by one: its filings with their
/// registrations, and of each act type that a form shows the newest act that took effect.
///
/// Which acts those are is data of the order (``Form/shows``). Follows the whole register beside it, since documents say what
/// stands in the row of an entry, and since an act that the register could not follow makes no document. Of the case it keeps at
/// most ``filingLimit`` filings.
public struct EntryCaseFile: Sendable {
  /// Filings of one case that are kept; a case is opened by one.
  public static let filingLimit = 64

  /// The case.
  public var caseNumber: String { scope.caseNumber }

  private let scope: CaseScope
  private let law: LawTable
  private(set) var register: EntryRegister
  /// The types of the acts that some form of the order shows.
  private let types: Set<String>
  private var filings: [UUIDv7: Filing] = [:]
  /// The newest act of each type that took effect.
  private(set) var shown: [String: Shown] = [:]
  /// Why the newest act of each type that took no effect took none.
  private(set) var refusals: [String: RegistryError] = [:]

  /// A filing of the case.
  struct Filing: Sendable {
    let what: CanonicalValue
    let filedOn: LocalDate
    /// The reference of the entry that it concerns.
    let entry: IdentifierKey?
    var registration: CanonicalValue?
    var isDecided = false
  }

  /// An act that a form shows, with what its document needs.
  struct Shown: Sendable {
    let type: String
    let step: ActMeaning.Step
    let what: CanonicalValue
    /// The filing that it follows; itself where it is one.
    let filing: Filing?
    /// The entry that it concerns, as it leaves it.
    let entry: RegisterEntry?
    let doneOn: LocalDate
    let place: ShownPlace
  }

  /// A case of which nothing is known yet, as at an instant.
  ///
  /// - Parameters:
  ///   - register: the register to which it belongs, without entries.
  ///   - rules: the rule book by which the register was laid out.
  public init(
    _ register: EntryRegister, caseNumber: String, asAt: Instant = .latest, rules: RuleBook = .standard
  ) {
    law = LawTable(rules)
    self.register = register
    scope = CaseScope(caseNumber: caseNumber, asAt: asAt)
    types = Set(RegisterForms(register.layout.id, rules: rules)?.forms.flatMap { $0.shows + $0.isBorrowedFor } ?? [])
  }

  /// Looks at a line before its act is followed, if it is: an act that does not stand makes no document, and the case file remembers
  /// that it was there.
  public mutating func see(_ walked: WalkedLine) {
    guard let (type, error) = scope.refusal(of: walked), types.contains(type) else { return }
    refusals[type] = error
  }

  /// Follows an act. Acts come in the order of their lines.
  public mutating func apply(_ standing: StandingAct, _ context: FoldContext) {
    register.apply(standing, context)
    let act = standing.act
    guard scope.has(act), let kind = law.kind(of: act), register.isKept(by: kind) else { return }
    let what = act.what
    let date = context.time.date(of: act.at)
    let named = kind.entry.flatMap { what[$0]?.referenceKey }
    let followed = kind.follows.flatMap { act.id(in: $0) }
    if kind.step == .filing, filings.count < Self.filingLimit {
      filings[act.id] = Filing(what: what, filedOn: date, entry: named)
    }
    let filing = filings[followed ?? act.id]
    let isRepeated = kind.step.decides && (filing?.isDecided ?? (followed != nil))
    if let followed {
      if kind.step == .registration, filings[followed]?.registration == nil { filings[followed]?.registration = what }
      if kind.step.decides { filings[followed]?.isDecided = true }
    }
    guard types.contains(act.type) else { return }
    guard !isRepeated, register.anomalies.last?.seq != standing.seq else {
      refusals[act.type] = RegistryError(.actWithoutEffect, at: Place(seq: standing.seq))
      return
    }
    shown[act.type] = Shown(
      type: act.type, step: kind.step, what: what, filing: filing,
      entry: (named ?? filing?.entry).flatMap { register.entry($0) }, doneOn: date, place: ShownPlace(standing))
  }
}

extension ActMeaning.Step {
  /// Whether it ends what was applied for.
  fileprivate var decides: Bool {
    switch self {
    case .intakeRefusal, .completenessRefusal, .grant, .refusal: return true
    default: return false
    }
  }
}
