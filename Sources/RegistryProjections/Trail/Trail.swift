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
  /// The acts of the trail, which others may follow or amend, with their lines.
  private var ids: [UUIDv7: UInt64] = [:]
  /// The hardware entries of the subject.
  private var entries: [EntryRange] = []
  /// Its entries in other registers.
  private var references: Set<EntryName> = []
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
  /// - Parameter registers: as they are before the line.
  public mutating func follow(_ walked: WalkedLine, _ context: FoldContext, registers: Registers) {
    let act = walked.line.act
    if let amendment = amendment(of: walked) { return told.append(amendment) }
    guard act.at <= effective, let kind = law.kind(of: act), let type = act.payloadType,
      let period = law.period(of: kind, on: context.time.date(of: act.at))
    else { return }
    let followed = kind.follows.flatMap { act.id(in: $0) }
    if kind.step == .filing { services[act.id] = period.services[type].map { law.services[$0] } }
    let service = services[followed ?? act.id]
    let reading = Reading(walked, kind, followed, registers)
    if concerns(reading) {
      if let followed, let before = waiting.removeValue(forKey: followed) {
        told += before
        ids[followed] = before.first?.seq
      }
      told.append(tell(walked, reading, period, service, context, registers))
      ids[act.id] = walked.line.seq
      if walked.standingAct != nil { takeEntries(reading, service) }
    } else if let followed, let before = waiting[followed] {
      waiting[followed] = before + [tell(walked, reading, period, service, context, registers)]
    } else if let facts = reading.facts, facts.partCount > 0 {
      waiting[act.id] = [tell(walked, reading, period, service, context, registers)]
    }
    if kind.step.endsFiling, let followed, walked.standingAct != nil {
      waiting[followed] = nil
      services[followed] = nil
    } else if kind.step == .filing, ids[act.id] == nil, waiting[act.id] == nil {
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
    /// The entry that the act names, in a register whose entries are made one by one.
    let entry: EntryName?

    init(_ walked: WalkedLine, _ kind: LawTable.Kind, _ followed: UUIDv7?, _ registers: Registers) {
      let act = walked.line.act
      self.act = act
      self.kind = kind
      self.followed = followed
      // What is not as the schema says was never filed; the act is told all the same where its case is.
      facts = kind.step == .filing ? try? FilingFacts(act) : nil
      part = kind.step == .part ? try? PartFacts(act) : nil
      entry = EntryName(namedBy: act, kind)
      pending = kind.step == .grant ? followed.flatMap { registers.pendingFiling($0) } : nil
    }
  }

  private func concerns(_ reading: Reading) -> Bool {
    let act = reading.act
    if let followed = reading.followed, ids[followed] != nil { return true }
    if reading.kind.step == .complaint, let against = act.id(in: "against"), ids[against] != nil { return true }
    switch subject {
    case .caseNumber(let key): return act.caseNumber.flatMap { IdentifierKey($0) } == key
    case .serialNumber(let key):
      let units = reading.facts?.units ?? reading.part?.units ?? []
      return units.contains { IdentifierKey($0.serialNumber) == key }
        || reading.facts?.changes?.serialNumber.map { IdentifierKey($0) == key } ?? false
        || concernsEntries(reading)
    case .holder(let key):
      let applicant =
        reading.kind.step == .complaint || reading.kind.standsAlone
        ? Personal(act.what["applicant"]?["id"]) : reading.facts?.applicant.id
      return applicant?.shown.flatMap { IdentifierKey($0) } == key || concernsEntries(reading)
    }
  }

  private func concernsEntries(_ reading: Reading) -> Bool {
    if let named = reading.entry, references.contains(named) { return true }
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
    if case .holder = subject, reading.kind.step == .grant, let entry = reading.entry { references.insert(entry) }
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

  /// An act that annuls or corrects one of the trail (format §5); `nil` for any other.
  private func amendment(of walked: WalkedLine) -> TrailAct? {
    let act = walked.line.act
    let summary: String
    if act.is(ActAnnulled.self), let seq = act.id(in: "act").flatMap({ ids[$0] }) {
      summary = "annuls the act in line \(seq)"
    } else if let corrected = try? act.payload(ActCorrected.self), let seq = ids[corrected.act] {
      summary = "corrects \(corrected.member) of the act in line \(seq)"
    } else {
      return nil
    }
    return tell(
      walked, clause: Clause(regulation: "journal format", place: "§5"), summary: summary, changes: [])
  }

  private func tell(
    _ walked: WalkedLine, _ reading: Reading, _ period: LawTable.Period, _ service: Service?, _ context: FoldContext,
    _ registers: Registers
  ) -> TrailAct {
    let act = reading.act
    return tell(
      walked,
      clause: (period.provisions.signatory(of: act.type, service: service?.id)
        ?? period.provisions.signatories.first { $0.acts.types.contains(act.type) })?.clause,
      summary: act.summary(reading.kind, of: service, context.time) + walked.fate,
      changes: walked.standingAct.map { changes(by: $0, reading, service, context, registers) } ?? [])
  }

  private func tell(_ walked: WalkedLine, clause: Clause?, summary: String, changes: [FieldChange]) -> TrailAct {
    let line = walked.line
    var signedBy = line.signingKeys.map { TrailSigner(kid: $0, signer: nil, verdict: nil) }
    var standing: Standing?
    if let verified = walked.verified {
      standing = verified.judgement.standing
      signedBy = verified.judgement.signatures.map { TrailSigner(kid: $0.kid, signer: $0.signer, verdict: $0.verdict) }
    }
    return TrailAct(
      seq: line.seq, at: line.act.at, recorded: line.recorded, type: line.act.type, caseNumber: line.act.caseNumber,
      signedBy: signedBy, standing: standing, clause: clause, summary: summary, changes: changes)
  }

  private func changes(
    by standing: StandingAct, _ reading: Reading, _ service: Service?, _ context: FoldContext, _ registers: Registers
  ) -> [FieldChange] {
    let date = context.time.date(of: reading.act.at)
    let ofUnits = FieldChange.all(by: reading.act, of: reading.pending, service, on: date, registers)
    guard ofUnits.isEmpty, let register = registers.register(of: reading.kind) else { return ofUnits }
    let concerned = reading.entry?.reference ?? reading.followed.flatMap { register.entry(concernedBy: $0) }
    return concerned.map { FieldChange.all(of: $0, by: standing, context, register) } ?? []
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
      .complaintDecision, .amendment, .information, .correction, .note, .removal, .entryEvent:
      return false
    }
  }
}

extension WalkedLine {
  /// What became of the act, in words that follow its summary; empty where it counts as it was signed.
  fileprivate var fate: String {
    switch self {
    case .amended(_, nil): return ", annulled since"
    case .amended: return ", corrected since"
    case .read, .verified: return standingAct == nil ? ", which does not stand" : ""
    }
  }
}
