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
  /// The file of each entry that has terms of its own, whatever the case.
  private var entries: [EntryName: UInt32] = [:]
  /// What filings about entries say, by file.
  private var filed: [UInt32: Filed] = [:]
  /// The kinds of the documents that expire on a day, by the file of their entry.
  private var expiring: [UInt32: [Int32: Set<String>]] = [:]

  /// What of a filing bears on the terms of an entry.
  private struct Filed {
    /// The entry that it is about; `nil` where it is about a new one.
    let entry: EntryName?
    /// The kinds of the documents attached.
    let kinds: Set<String>
    /// The last days on which documents are valid, in days since 1970, with the kinds of those documents.
    let expiries: [(day: Int32, kinds: Set<String>)]

    init(_ what: CanonicalValue, about entry: EntryName?) {
      self.entry = entry
      let documents = what["documents"]?.array ?? []
      kinds = Set(documents.compactMap { $0["kind"]?.string })
      var byDay: [Int32: Set<String>] = [:]
      for document in documents {
        guard let day = document["validUntil"]?.string.flatMap({ LocalDate($0) })?.daysSinceEpoch else { continue }
        byDay[day, default: []].insert(document["kind"]?.string ?? "")
      }
      expiries = byDay.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

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
    for duty in period.opened[type] ?? [] where !law.duties[duty].duty.isOfEntry {
      open(duty, in: Int(file), type, standing, context)
    }
    if period.provisions.register != nil { followEntry(standing, kind, type, file, period, context) }
  }

  /// Lets an act open, meet and end the terms of the entry that it makes or concerns.
  private mutating func followEntry(
    _ standing: StandingAct, _ kind: LawTable.Kind, _ type: ObjectIdentifier, _ file: UInt32,
    _ period: LawTable.Period, _ context: FoldContext
  ) {
    let act = standing.act
    let named = EntryName(namedBy: act, kind)
    if kind.step == .filing { filed[file] = Filed(act.what, about: named) }
    let opened = (period.opened[type] ?? []).filter { law.duties[$0].duty.isOfEntry }
    let isNew = kind.step == .grant && named.map { entries[$0] == nil } ?? false
    guard let entry = named ?? filed[file]?.entry else { return }
    if isNew {
      entries[entry] = UInt32(truncatingIfNeeded: files.count)
      files.append(File(caseNumber: act.caseNumber, service: files[Int(file)].service))
    }
    guard let place = entries[entry].map(Int.init) else { return }
    close(type, of: place, standing, context, by: period.provisions)
    let documents = kind.step == .grant ? filed[file] ?? Filed(act.what, about: nil) : nil
    for (day, kinds) in documents?.expiries ?? [] {
      expiring[UInt32(truncatingIfNeeded: place), default: [:]][day, default: []].formUnion(kinds)
    }
    for duty in opened {
      guard case .documentExpiry = law.duties[duty].duty.start else {
        open(duty, in: place, type, standing, context)
        continue
      }
      for (day, _) in documents?.expiries ?? [] { open(duty, in: place, type, standing, context, statedDay: day) }
    }
    // What editions still to come lay on what stands when they come into force.
    for transition in law.transitions(of: kind, type, enteredOn: context.time.date(of: act.at)) {
      let duty = law.duties[transition.duty].duty
      let from = context.time.instant(of: transition.firstDay, secondOfDay: 0)
      if duty.start == .documentExpiry, !opened.contains(where: { law.duties[$0].duty.id == duty.id }) {
        for (day, _) in documents?.expiries ?? [] {
          open(transition.duty, in: place, type, standing, context, statedDay: day, from: from)
        }
      } else if duty.start == .force, isNew {
        let day = transition.firstDay.daysSinceEpoch
        open(transition.duty, in: place, type, standing, context, statedDay: day, from: from)
      }
    }
  }

  private func service(of file: Int) -> String? {
    files[file].service < 0 ? nil : law.services[Int(files[file].service)].id
  }

  /// Lets an act meet or end the open terms of its file.
  ///
  /// - Parameter provisions: those by which the act is judged, where the file is an entry's.
  private mutating func close(
    _ type: ObjectIdentifier, of file: Int, _ standing: StandingAct, _ context: FoldContext,
    by provisions: Provisions? = nil
  ) {
    var index = files[file].newest
    while index != TermRecord.none {
      let term = terms[Int(index)]
      if term.end == .open {
        let source = law.duties[Int(term.duty)]
        if meets(source, type, file, standing.act), renews(term, standing.act, provisions),
          source.duty.start != .force || term.openedAt <= standing.act.at
        {
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

  /// Whether a filing brings, for each document whose expiry the term is about, one in its place; so of every other term.
  private func renews(_ term: TermRecord, _ act: Act, _ provisions: Provisions?) -> Bool {
    guard law.duties[Int(term.duty)].duty.start == .documentExpiry else { return true }
    let brought = subjects[act.id].flatMap { filed[$0] }?.kinds ?? []
    let wanted = expiring[term.file]?[term.statedDay] ?? []
    return !brought.isEmpty
      && wanted.allSatisfy { kind in brought.contains { provisions?.isDocument($0, inPlaceOf: kind) ?? ($0 == kind) } }
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
    _ index: Int, in file: Int, _ type: ObjectIdentifier, _ standing: StandingAct, _ context: FoldContext,
    statedDay: Int32 = TermRecord.notStated, from: Instant? = nil
  ) {
    let source = law.duties[index]
    guard holds(source.duty.opensOn.conditions, file, standing.act), !isOpen(index, in: file, statedDay) else { return }
    var term = TermRecord(duty: index, file: file, older: files[file].newest, standing)
    term.statedDay = statedDay
    if let from { term.openedAt = max(from, term.openedAt) }
    if case .date(let member) = source.duty.start {
      term.statedDay = standing.act.member(member).flatMap { LocalDate($0) }?.daysSinceEpoch ?? TermRecord.notStated
    }
    if meets(source, type, file, standing.act) {
      term.close(.met, standing.seq, at: instant(source, file, standing, context))
    }
    files[file].newest = UInt32(truncatingIfNeeded: terms.count)
    terms.append(term)
  }

  private func isOpen(_ duty: Int, in file: Int, _ statedDay: Int32) -> Bool {
    newest(in: file) {
      Int($0.duty) == duty && $0.end == .open && (statedDay == TermRecord.notStated || $0.statedDay == statedDay)
    } != nil
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
    for term in terms
    where term.openedAt <= instant && !term.isNeedless && wanted(files[Int(term.file)].caseNumber) {
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
        dueInstant: last, disputedInstant: last == nil ? nil : disputed(term, calendar, time), status: status,
        reason: reason,
        hasConsequence: end == .open && last.map { hasConsequence(term, asAt: instant, $0, calendar, time) } ?? false,
        metBySeq: isMet ? term.closedSeq : nil, metAt: isMet ? term.closedAt : nil,
        calendarSeq: calendar.declaredBySeq)
    }
    if let reason = source.unjudged { return row(.notApplicable, .unjudged(reason)) }
    if case .notApplicable(let reading) = source.duty.applicability {
      return row(.notApplicable, .impossible(reading: reading))
    }
    guard let due = lastDay(term, calendar, time) else {
      return row(.notApplicable, .startUnknown(readings: source.duty.readings))
    }
    let last = source.duty.term.ends.lastInstant(of: due, hours: source.hours, time: time)
    if source.duty.start == .documentExpiry, !isMet, last < term.openedAt {
      return row(.notApplicable, .overBeforehand, due: due, last)
    }
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

  /// Whether an open term has passed, and where it lies before a day that day too.
  private func hasConsequence(
    _ term: TermRecord, asAt instant: Instant, _ last: Instant, _ calendar: WorkingCalendar, _ time: AstanaTime
  ) -> Bool {
    let duty = law.duties[Int(term.duty)].duty
    guard duty.consequence != nil else { return false }
    guard duty.term.direction == .before, let start = startDay(term, calendar, time) else { return last < instant }
    return time.endOfDay(start) < instant
  }

  /// The last instant of a term by the shorter reading of it; `nil` where there is none.
  private func disputed(_ term: TermRecord, _ calendar: WorkingCalendar, _ time: AstanaTime) -> Instant? {
    let source = law.duties[Int(term.duty)]
    guard let shorter = source.duty.disputedTerm, let start = startDay(term, calendar, time) else { return nil }
    let day = shorter.lastDay(from: start, calendar: calendar)
    return shorter.ends.lastInstant(of: day, hours: source.hours, time: time)
  }

  /// The last day of a term; `nil` where the day from which it runs was not stated.
  private func lastDay(_ term: TermRecord, _ calendar: WorkingCalendar, _ time: AstanaTime) -> LocalDate? {
    startDay(term, calendar, time).map { law.duties[Int(term.duty)].duty.term.lastDay(from: $0, calendar: calendar) }
  }

  private func startDay(_ term: TermRecord, _ calendar: WorkingCalendar, _ time: AstanaTime) -> LocalDate? {
    let source = law.duties[Int(term.duty)]
    switch source.duty.start {
    case .actDay: return time.date(of: term.openedAt)
    case .intakeDay: return calendar.intakeDate(of: term.openedAt, hours: source.hours, time: time)
    case .date, .documentExpiry, .force:
      return term.statedDay == TermRecord.notStated ? nil : LocalDate(daysSinceEpoch: term.statedDay)
    case .end(let other):
      // The duties that bound one another are opened by one act and form no circle: a test of the law's data sees to it.
      return newest(in: Int(term.file)) {
        $0.openedSeq <= term.openedSeq && law.duties[Int($0.duty)].duty.id == other
      }.flatMap { lastDay($0, calendar, time) }
    }
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
