public import RegistryEvents

/// Who must act until when: the duties of the law, opened and met by standing acts.
///
/// An engine over the duties of a rule book. What it keeps of a term is when it began and what ended it; the last day is
/// counted when asked, by the calendar and the offsets as known at the state asked for. So as known at K all terms are
/// counted by one calendar, that of K, whenever they began: a term runs over days, and whether one of them was worked is a
/// fact that may become known late, as in 2024, when Kurban Ait moved nine days before it fell. What an official could
/// know when he acted is the answer to the same question as known at that line. ``DeadlineRow/calendarSeq`` tells which
/// calendar counted.
///
/// A duty is opened once while it is open: a second notice of one hearing starts no second term. An act that comes under no
/// text that is known opens the duties of the first text known, marked as not judged.
public struct Deadlines: Projection {
  public static let schema = "deadlines/1"

  private let law: LawTable
  /// By the id of the filing, complaint or amendment.
  private var subjects: [UUIDv7: UInt32] = [:]
  private var files: [File] = []
  private var terms: [TermRecord] = []

  /// What belongs to one filing, complaint or amendment.
  private struct File {
    let caseNumber: String?
    /// An index into the services of the law's table; -1 for none.
    let service: Int32
    /// The newest of its terms, by index; the others hang on it.
    var newest = TermRecord.none
  }

  /// No terms, and the law by which they are opened.
  public init(law book: RuleBook = .standard) { law = LawTable(book) }

  /// The number of terms opened, closed or not.
  public var count: Int { terms.count }

  public mutating func apply(_ standing: StandingAct, _ context: FoldContext) {
    let act = standing.act
    guard let type = act.payloadType, let kind = law.kind(of: act) else { return }
    let subject: UUIDv7
    if let member = kind.follows {
      guard let followed = act.id(in: member) else { return }
      subject = followed
    } else {
      subject = act.id
    }
    guard let period = law.period(of: kind, on: context.time.date(of: act.at)) else { return }
    if kind.follows == nil, subjects[subject] == nil {
      let service = period.services[type].map { Int32(truncatingIfNeeded: $0) } ?? -1
      subjects[subject] = UInt32(truncatingIfNeeded: files.count)
      files.append(File(caseNumber: act.caseNumber, service: service))
    }
    guard let file = subjects[subject] else { return }
    close(type, of: Int(file), standing, context)
    for duty in period.opened[type] ?? [] { open(duty, in: Int(file), type, standing, context) }
  }

  private func service(of file: Int) -> String? {
    files[file].service < 0 ? nil : law.services[Int(files[file].service)].id
  }

  /// Lets an act meet or end the open terms of its file.
  private mutating func close(
    _ type: ObjectIdentifier, of file: Int, _ standing: StandingAct, _ context: FoldContext
  ) {
    var index = files[file].newest
    while index != TermRecord.none {
      let term = terms[Int(index)]
      if term.end == .open {
        let source = law.duties[Int(term.duty)]
        if meets(source, type, file, standing.act) {
          terms[Int(index)].close(.met, standing.seq, at: instant(source, file, standing, context))
        } else if source.endedBy.contains(type) {
          terms[Int(index)].close(.ended, standing.seq, at: instant(source, file, standing, context))
        }
      }
      index = term.older
    }
  }

  private func meets(_ source: DutyInForce, _ type: ObjectIdentifier, _ file: Int, _ act: Act) -> Bool {
    source.metBy.contains(type) && holds(source.duty.metWhen, file, act)
  }

  private func holds(_ conditions: [Condition], _ file: Int, _ act: Act) -> Bool {
    conditions.isEmpty
      || conditions.allSatisfy { $0.holds(service: service(of: file)) { act.member($0) } }
  }

  /// When an act counts as done: on its own date if it was recorded soon enough after it, or if its signer is not bound by
  /// the term; otherwise when it was recorded (format §5).
  private func instant(
    _ source: DutyInForce, _ file: Int, _ standing: StandingAct, _ context: FoldContext
  ) -> Instant {
    let delay = standing.recorded.seconds(since: standing.act.at)
    if delay <= context.policy.recordingGraceHours * 3600 { return standing.act.at }
    let unbound = source.duty.signedForAnotherWhen
    return !unbound.isEmpty && holds(unbound, file, standing.act) ? standing.act.at : standing.recorded
  }

  private mutating func open(
    _ index: Int, in file: Int, _ type: ObjectIdentifier, _ standing: StandingAct, _ context: FoldContext
  ) {
    let source = law.duties[index]
    guard holds(source.duty.opensOn.conditions, file, standing.act), !isOpen(index, in: file) else { return }
    var term = TermRecord(duty: index, file: file, older: files[file].newest, standing)
    if case .date(let member) = source.duty.start {
      term.statedDay = standing.act.member(member).flatMap { LocalDate($0) }?.daysSinceEpoch ?? TermRecord.notStated
    }
    if meets(source, type, file, standing.act) {
      term.close(.met, standing.seq, at: instant(source, file, standing, context))
    }
    files[file].newest = UInt32(truncatingIfNeeded: terms.count)
    terms.append(term)
  }

  private func isOpen(_ duty: Int, in file: Int) -> Bool {
    newest(in: file) { Int($0.duty) == duty && $0.end == .open } != nil
  }

  private func newest(in file: Int, where fits: (TermRecord) -> Bool) -> TermRecord? {
    var index = files[file].newest
    while index != TermRecord.none {
      let term = terms[Int(index)]
      if fits(term) { return term }
      index = term.older
    }
    return nil
  }
}

extension Deadlines {
  /// The terms as at an instant, by last day, then case, then obligation.
  ///
  /// - Parameters:
  ///   - instant: what was done after it is not looked at.
  ///   - calendar: the working days as known at the state asked for, as a ``ReplayReport`` has them.
  ///   - time: Astana's time as known there.
  ///   - wanted: which cases are looked at; `nil` stands for what belongs to no case.
  public func rows(
    asAt instant: Instant, calendar: WorkingCalendar, time: AstanaTime, where wanted: (String?) -> Bool = { _ in true }
  ) -> [DeadlineRow] {
    var rows: [DeadlineRow] = []
    for term in terms where term.openedAt <= instant && wanted(files[Int(term.file)].caseNumber) {
      rows.append(row(term, asAt: instant, calendar, time))
    }
    // Indices are sorted and not rows, which are large to move.
    return rows.indices.sorted { DeadlineRow.isOrderedBefore(rows[$0], rows[$1]) }.map { rows[$0] }
  }

  private func row(
    _ term: TermRecord, asAt instant: Instant, _ calendar: WorkingCalendar, _ time: AstanaTime
  ) -> DeadlineRow {
    let source = law.duties[Int(term.duty)]
    let end = term.end != .open && term.closedAt <= instant ? term.end : .open
    let isMet = end == .met
    func row(
      _ status: DeadlineStatus, _ reason: NotApplicable? = nil, due: LocalDate? = nil, _ last: Instant? = nil
    ) -> DeadlineRow {
      DeadlineRow(
        source: source, caseNumber: files[Int(term.file)].caseNumber, startedBySeq: term.openedSeq, due: due,
        dueInstant: last, status: status, reason: reason, metBySeq: isMet ? term.closedSeq : nil,
        metAt: isMet ? term.closedAt : nil, calendarSeq: calendar.declaredBySeq)
    }
    if let reason = source.unjudged { return row(.notApplicable, .unjudged(reason)) }
    if case .notApplicable(let reading) = source.duty.applicability {
      return row(.notApplicable, .impossible(reading: reading))
    }
    guard let due = lastDay(term, calendar, time) else {
      return row(.notApplicable, .startUnknown(readings: source.duty.readings))
    }
    let last = source.duty.term.ends.lastInstant(of: due, hours: source.hours, time: time)
    switch end {
    case .met: return row(term.closedAt <= last ? .met : .late, due: due, last)
    case .ended where term.closedAt <= last:
      return row(.notApplicable, .ended(bySeq: term.closedSeq), due: due, last)
    case .open where instant <= last: return row(.pending, due: due, last)
    case .open, .ended:
      return source.duty.bearing == .limit
        ? row(.notApplicable, .lapsed, due: due, last) : row(.overdue, due: due, last)
    }
  }

  /// The last day of a term; `nil` where the day from which it runs was not stated.
  private func lastDay(_ term: TermRecord, _ calendar: WorkingCalendar, _ time: AstanaTime) -> LocalDate? {
    let source = law.duties[Int(term.duty)]
    let start: LocalDate?
    switch source.duty.start {
    case .actDay: start = time.date(of: term.openedAt)
    case .intakeDay: start = calendar.intakeDate(of: term.openedAt, hours: source.hours, time: time)
    case .date: start = term.statedDay == TermRecord.notStated ? nil : LocalDate(daysSinceEpoch: term.statedDay)
    case .end(let other):
      // The duties that bound one another are opened by one act and form no circle: a test of the law's data sees to it.
      start = newest(in: Int(term.file)) {
        $0.openedSeq <= term.openedSeq && law.duties[Int($0.duty)].duty.id == other
      }.flatMap { lastDay($0, calendar, time) }
    case .documentExpiry, .force: start = LocalDate(daysSinceEpoch: term.statedDay)
    }
    return start.map { source.duty.term.lastDay(from: $0, calendar: calendar) }
  }

  /// The Merkle root (RFC 6962 §2.1) over the canonical JSON of the shape's name and then of every term in the order in which
  /// they were opened. Last days are no part of it: they follow from the calendar.
  public func digest() -> Digest {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    tree.append(hasher.leafHash(CanonicalWriter.bytes(of: .string(Deadlines.schema))), with: hasher)
    var writer = CanonicalWriter()
    for term in terms {
      writer.removeAll()
      term.write(
        to: &writer, duty: law.duties[Int(term.duty)].duty.id, caseNumber: files[Int(term.file)].caseNumber)
      tree.append(hasher.leafHash(writer.bytes), with: hasher)
    }
    return tree.root(with: hasher)
  }
}
