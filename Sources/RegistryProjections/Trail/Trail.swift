public import RegistryEvents

/// The history of a case, a serial number or a holder: every act that concerns it, those that do not stand among them.
///
/// Follows a journal line by line, each line before the register is changed by it, so that a change can be told with what
/// stood there before. Of a serial number it tells the filings that list it and all that follows them, and of the entries
/// that have it, or get it by a change, all that concerns them from then on. An entry's earlier number stands in the change.
public struct Trail: Sendable {
  /// Whose history it is.
  public enum Subject: Sendable, Hashable {
    /// A case file.
    case caseNumber(IdentifierKey)
    /// A serial number.
    case serialNumber(IdentifierKey)
    /// A holder, by БИН or ИИН; one who is shown only as a commitment cannot be found by the number.
    case holder(IdentifierKey)
  }

  private let subject: Subject
  private let effective: Instant
  private let law: LawTable
  private var told: [TrailAct] = []
  /// The acts of the trail, which others may follow.
  private var ids: Set<UUIDv7> = []
  /// The entries of the subject.
  private var entries: [EntryRange] = []
  /// Filings whose lists come in parts, with what followed them, until a part concerns the subject.
  private var waiting: [UUIDv7: [TrailAct]] = [:]
  /// The services of the filings told or waiting.
  private var services: [UUIDv7: Service] = [:]

  /// A trail without acts.
  ///
  /// - Parameter effective: acts done after it are left out.
  public init(of subject: Subject, asAt effective: Instant = .latest, law book: RuleBook = .standard) {
    self.subject = subject
    self.effective = effective
    law = LawTable(book)
  }

  /// Looks at the next line that is known.
  ///
  /// - Parameter register: as it is before the line.
  public mutating func follow(_ walked: WalkedLine, _ context: FoldContext, register: some RegisterView) {
    let act = walked.line.act
    guard act.at <= effective, let kind = law.kind(of: act), let type = act.payloadType,
      let period = law.period(of: kind, on: context.time.date(of: act.at))
    else { return }
    let followed = kind.follows.flatMap { act.id(in: $0) }
    if kind.step == .filing { services[act.id] = period.services[type].map { law.services[$0] } }
    let service = services[followed ?? act.id]
    let reading = Reading(walked, kind, followed, register)
    if concerns(reading) {
      if let followed, let before = waiting.removeValue(forKey: followed) {
        told += before
        ids.insert(followed)
      }
      told.append(tell(walked, reading, period, service, context, register))
      ids.insert(act.id)
      if walked.standingAct != nil { takeEntries(reading, service) }
    } else if let followed, let before = waiting[followed] {
      waiting[followed] = before + [tell(walked, reading, period, service, context, register)]
    } else if let facts = reading.facts, facts.partCount > 0 {
      waiting[act.id] = [tell(walked, reading, period, service, context, register)]
    }
    if kind.step.endsFiling, let followed, walked.standingAct != nil {
      waiting[followed] = nil
      services[followed] = nil
    } else if kind.step == .filing, !ids.contains(act.id), waiting[act.id] == nil {
      services[act.id] = nil
    }
  }

  /// An act with what it says, as far as a trail asks.
  struct Reading {
    let act: Act
    let kind: LawTable.Kind
    let followed: UUIDv7?
    let facts: FilingFacts?
    let part: PartFacts?
    /// The filing that a result meets.
    let pending: PendingFiling?

    init(_ walked: WalkedLine, _ kind: LawTable.Kind, _ followed: UUIDv7?, _ register: some RegisterView) {
      act = walked.line.act
      self.kind = kind
      self.followed = followed
      // What is not as the schema says was never filed; the act is told all the same where its case is.
      facts = kind.step == .filing ? try? FilingFacts(act) : nil
      part = kind.step == .part ? try? PartFacts(act) : nil
      pending = kind.step == .grant ? followed.flatMap { register.pendingFiling($0) } : nil
    }
  }

  private func concerns(_ reading: Reading) -> Bool {
    let act = reading.act
    if let followed = reading.followed, ids.contains(followed) { return true }
    if reading.kind.step == .complaint, let against = act.id(in: "against"), ids.contains(against) { return true }
    switch subject {
    case .caseNumber(let key): return act.caseNumber.flatMap { IdentifierKey($0) } == key
    case .serialNumber(let key):
      let units = reading.facts?.units ?? reading.part?.units ?? []
      return units.contains { IdentifierKey($0.serialNumber) == key }
        || reading.facts?.changes?.serialNumber.map { IdentifierKey($0) == key } ?? false
        || concernsEntries(reading)
    case .holder(let key):
      let applicant: Applicant?
      if act.says(ComplaintFiled.self) {
        applicant = (try? act.payload(ComplaintFiled.self))?.applicant
      } else {
        applicant = reading.facts?.applicant
      }
      return applicant?.id.shown.flatMap { IdentifierKey($0) } == key || concernsEntries(reading)
    }
  }

  private func concernsEntries(_ reading: Reading) -> Bool {
    guard !entries.isEmpty else { return false }
    let named: [EntryRange]
    if reading.act.says(CorrectedByAuthority.self) {
      named = (try? reading.act.payload(CorrectedByAuthority.self))?.entries ?? []
    } else {
      named = reading.facts?.entries ?? reading.part?.entries ?? []
    }
    return named.contains { range in entries.contains { $0.first <= range.last && range.first <= $0.last } }
  }

  /// The entries that a grant gives the subject.
  private mutating func takeEntries(_ reading: Reading, _ service: Service?) {
    guard let pending = reading.pending, let service, service.grantedBy.contains(reading.act.type) else { return }
    let made = reading.act.entriesMade
    switch subject {
    case .caseNumber: return
    case .holder: if let made { entries.append(made) }
    case .serialNumber(let key):
      if let made {
        for (index, unit) in pending.units.enumerated() where IdentifierKey(unit.serialNumber) == key {
          let number = made.first + Int64(index)
          entries.append(EntryRange(first: number, last: number))
        }
      } else if let serial = pending.facts.changes?.serialNumber, IdentifierKey(serial) == key {
        entries += pending.entries
      }
    }
  }

  private func tell(
    _ walked: WalkedLine, _ reading: Reading, _ period: LawTable.Period, _ service: Service?, _ context: FoldContext,
    _ register: some RegisterView
  ) -> TrailAct {
    let line = walked.line
    let act = reading.act
    var signedBy = line.signingKeys.map { TrailSigner(kid: $0, signer: nil, verdict: nil) }
    var standing: Standing?
    if case .verified(let verified) = walked {
      standing = verified.judgement.standing
      signedBy = verified.judgement.signatures.map { TrailSigner(kid: $0.kid, signer: $0.signer, verdict: $0.verdict) }
    }
    let stands = walked.standingAct != nil
    return TrailAct(
      seq: line.seq, at: act.at, recorded: line.recorded, type: act.type, caseNumber: act.caseNumber,
      signedBy: signedBy, standing: standing,
      clause: (period.provisions.signatory(of: act.type, service: service?.id)
        ?? period.provisions.signatories.first { $0.acts.types.contains(act.type) })?.clause,
      summary: act.summary(context.time) + (stands ? "" : ", which does not stand"),
      changes: stands
        ? FieldChange.all(by: act, of: reading.pending, service, on: context.time.date(of: act.at), register) : [])
  }
}

extension Trail {
  /// The acts in the order of their lines, each with the terms that it met.
  ///
  /// - Parameters:
  ///   - rows: the terms of the journal, or of the cases concerned.
  ///   - doubted: the signatures on which a revocation that is known casts doubt.
  public func acts(meeting rows: [DeadlineRow] = [], doubted: [DoubtedSignature] = []) -> [TrailAct] {
    let doubts = Dictionary(grouping: doubted, by: \.seq).mapValues { Set($0.map(\.kid)) }
    var met: [UInt64: [DeadlineRow]] = [:]
    for row in rows { if let seq = row.metBySeq { met[seq, default: []].append(row) } }
    return told.sorted { $0.seq < $1.seq }.map { act in
      var act = act
      act.terms = met[act.seq] ?? []
      if let kids = doubts[act.seq] { act.doubt(kids) }
      return act
    }
  }

  /// The cases of the acts, in the order in which they come.
  public var cases: [String] {
    var seen: Set<String> = []
    return told.sorted { $0.seq < $1.seq }.compactMap(\.caseNumber).filter { seen.insert($0).inserted }
  }
}

extension ActMeaning.Step {
  /// Whether nothing more is done about a filing after it.
  var endsFiling: Bool {
    switch self {
    case .intakeRefusal, .completenessRefusal, .grant, .refusal: return true
    case .filing, .part, .registration, .hearingNotice, .hearing, .complaint, .forwarding, .satisfaction,
      .complaintDecision, .amendment, .information, .correction:
      return false
    }
  }
}
