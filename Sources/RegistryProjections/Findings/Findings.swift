public import RegistryEvents

/// What a lawyer would hold against a journal: acts too late or out of their order, decided on what should not have been,
/// signed by whom the clause does not name, and filings that are wrong in themselves.
///
/// An engine over the rules of a rule book: it looks at each line before the register is changed by it. What depends on
/// terms or on working days is found when asked, by the calendar as known at the state asked for.
public struct Findings: Sendable {
  private let law: LawTable
  private let effective: Instant
  /// The cases as they stand after the lines so far.
  public private(set) var cases: Cases
  private var found: [AuditFinding] = []
  /// The date of the last act about each filing, complaint and amendment.
  private var lastDates: [UUIDv7: Instant] = [:]
  /// Registrations, to be held against working hours.
  private var registrations: [Registration] = []
  /// The first act that is not judged, why, and how many there are.
  private var unjudged: (seq: UInt64, reason: NoEdition, count: Int)?

  private struct Registration {
    let seq: UInt64
    let at: Instant
    let caseNumber: String?
    let hours: WorkingHours
    let kind: FindingKind
  }

  /// No findings yet, and the law by which they are made.
  ///
  /// - Parameter effective: acts done after it are not looked at.
  public init(asAt effective: Instant = .latest, law book: RuleBook = .standard) {
    self.effective = effective
    law = LawTable(book)
    cases = Cases(law: book)
  }

  /// Looks at the next line that is known.
  ///
  /// - Parameter registers: as they are before the line.
  public mutating func follow(_ walked: WalkedLine, _ context: FoldContext, registers: Registers) {
    let act = walked.standingAct?.act ?? walked.line.act
    guard act.at <= effective, let kind = law.kind(of: act),
      let period = law.period(of: kind, on: context.time.date(of: act.at))
    else { return }
    let followed = kind.follows.flatMap { act.id(in: $0) }
    let check = ActCheck(
      act: act, seq: walked.line.seq, kind: kind, followed: followed,
      filing: followed.flatMap { cases.filing($0) }, provisions: period.provisions, time: context.time)
    guard let standing = walked.standingAct else {
      if period.unjudged == nil { found += check.groundsFindings() }
      return
    }
    if let reason = period.unjudged {
      unjudged = (unjudged?.seq ?? standing.seq, unjudged?.reason ?? reason, (unjudged?.count ?? 0) + 1)
    } else {
      found += check.signatoryFindings(standing.judgement)
      let pending = kind.step.asksForList ? followed.flatMap { registers.pendingFiling($0) } : nil
      found += check.findings(pending: pending, registers: registers)
      if kind.step == .registration, let late = period.provisions.finding("registered-out-of-hours") {
        registrations.append(
          Registration(
            seq: standing.seq, at: act.at, caseNumber: act.caseNumber, hours: period.provisions.hours, kind: late))
      }
    }
    followDates(standing, followed, context)
    cases.apply(standing, context)
  }

  /// What the format says of an act's date.
  private mutating func followDates(_ standing: StandingAct, _ followed: UUIDv7?, _ context: FoldContext) {
    let act = standing.act
    let delay = standing.recorded.seconds(since: act.at)
    if delay > context.policy.recordingGraceHours * 3600 {
      found.append(
        AuditFinding(
          FindingCatalogue.recordedLate, seq: standing.seq, case: act.caseNumber,
          because: "done at \(act.at), recorded at \(standing.recorded)"))
    }
    let subject = followed ?? act.id
    if let last = lastDates[subject], act.at < last {
      found.append(
        AuditFinding(
          FindingCatalogue.outOfOrder, seq: standing.seq, case: act.caseNumber,
          because: "dated \(act.at), after one of \(last)"))
    }
    lastDates[subject] = max(lastDates[subject] ?? act.at, act.at)
  }
}

extension Findings {
  /// All that was found, by line, then code.
  ///
  /// - Parameters:
  ///   - rows: the terms as at the instant asked for, of the same replay.
  ///   - report: of the same replay; what its walk found is told too.
  public func all(_ rows: [DeadlineRow], _ report: ReplayReport) -> [AuditFinding] {
    var all = found
    for row in rows {
      all += [row.finding(law: law, report), row.consequence(law: law)].compactMap(\.self)
    }
    for registration in registrations {
      let day = report.time.date(of: registration.at)
      let intake = report.calendar.intakeDate(of: registration.at, hours: registration.hours, time: report.time)
      if intake != day {
        all.append(
          AuditFinding(
            registration.kind, seq: registration.seq, case: registration.caseNumber,
            because: "on \(report.time.text(of: registration.at)), which counts as \(intake)"))
      }
    }
    if let unjudged {
      all.append(
        AuditFinding(
          FindingCatalogue.notJudged, seq: unjudged.seq, case: nil,
          because: "\(unjudged.count) of them; \(unjudged.reason)"))
    }
    all += report.idleAmendments.map { AuditFinding(FindingCatalogue.amendmentIdle, seq: $0, case: nil) }
    all += report.summary.findings.map { AuditFinding($0) }
    return all.sorted(by: AuditFinding.isOrderedBefore)
  }
}

extension AuditFinding {
  /// What a walk found: a breach of the journal's format, under the stable code of the error.
  init(_ finding: Finding) {
    let kind = FindingKind(
      code: finding.code.rawValue, rule: "",
      clause: Clause(regulation: "journal format", place: finding.code.formatPlace), severity: .breach,
      text: finding.code.meaning)
    self.init(kind, seq: finding.seq, case: nil, because: finding.detail)
  }
}

extension AstanaTime {
  /// A local date and time to the minute, `2024-05-13 18:30`.
  func text(of instant: Instant) -> String {
    let minute = secondOfDay(of: instant) / 60
    func two(_ number: Int) -> String { "\(number < 10 ? "0" : "")\(number)" }
    return "\(date(of: instant)) \(two(minute / 60)):\(two(minute % 60))"
  }
}
