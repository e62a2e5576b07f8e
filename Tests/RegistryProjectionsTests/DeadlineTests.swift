import RegistryEvents
import RegistryProjections
import Testing

/// The terms of a journal, as at a time in Astana.
func deadlines(
  _ journal: JournalBuilder, asAt: String, known: AsOf.Known = .latest, mode: VerificationMode = .full
) throws -> [DeadlineRow] {
  var deadlines = Deadlines()
  let report = try journal.replay(asAt: asAt, known: known, mode: mode) { deadlines.apply($0, $1) }
  return deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time)
}

extension [DeadlineRow] {
  /// The terms in short: `A10 2024-05-13 pending`.
  var short: [String] { map { "\($0.obligation) \($0.due?.description ?? "-") \($0.status.rawValue)" } }

  /// The term of a duty, where there is just one.
  func only(_ obligation: String) throws -> DeadlineRow {
    let rows = filter { $0.obligation == obligation }
    try #require(rows.count == 1, "\(rows.count) terms \(obligation)")
    return rows[0]
  }
}

@Suite("Deadlines")
struct DeadlineTests {
  /// A filing for inclusion that is filed and registered.
  static func registered(
    _ at: String, filed: String? = nil, case caseNumber: String = "A-1"
  ) throws -> (journal: JournalBuilder, filing: UUIDv7) {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(), filed ?? at, case: caseNumber)
    try journal.add(Sample.registered(filing), at, case: caseNumber)
    return (journal, filing)
  }

  @Test(
    "A05, A10: a filing registered on 2 May 2024 is due on 13 May at 18:30; its notice and refusal on Saturday 4 May")
  func may2024() throws {
    let (journal, _) = try Self.registered("2024-05-02 10:00")
    let rows = try deadlines(journal, asAt: "2024-05-02 23:59")
    #expect(
      rows.short == [
        "A07 2024-05-02 met", "A09 2024-05-04 pending", "A12.inclusion 2024-05-04 pending", "A10 2024-05-13 pending",
      ])
    let result = try rows.only("A10")
    #expect(result.dueInstant?.description == "2024-05-13T13:30:00Z")
    #expect(result.clause.description == "138-НҚ, 10")
    #expect(result.actor.id == "provider")
    #expect(result.caseNumber == "A-1")
    #expect(result.startedBySeq == 2)
    #expect(result.calendarSeq == nil)
  }

  @Test(
    "the worked rows of the analysis come out, by the calendar as known on a day",
    arguments: [
      ("2023-09-04", nil, "2023-09-06", "2023-09-11"), ("2024-05-02", nil, "2024-05-04", "2024-05-13"),
      ("2024-06-14", nil, "2024-06-18", "2024-06-21"), ("2025-01-05", nil, "2025-01-08", "2025-01-13"),
      ("2025-03-20", nil, "2025-03-27", "2025-04-01"), ("2026-08-28", nil, "2026-09-01", "2026-09-04"),
      ("2024-06-14", "2024-06-06", "2024-06-19", "2024-06-24"),
      ("2026-08-28", "2025-12-31", "2026-09-02", "2026-09-07"),
    ])
  func workedRows(registered: String, known: String?, second: String, fifth: String) throws {
    let (journal, _) = try Self.registered("\(registered) 10:00")
    var deadlines = Deadlines()
    let report = try journal.replay { deadlines.apply($0, $1) }
    let calendar = try known.map { WorkingCalendar.default(knownOn: try #require(LocalDate($0))) } ?? .default
    let rows = deadlines.rows(asAt: .latest, calendar: calendar, time: report.time)
    #expect(try rows.only("A09").due?.description == second)
    #expect(try rows.only("A12.inclusion").due?.description == second)
    #expect(try rows.only("A10").due?.description == fifth)
  }

  @Test("A06: what comes on Friday 3 January 2025, a day off, is to be registered on Sunday 5 January, a working day")
  func january2025() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(), "2025-01-03 11:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2025-01-05 18:00").short == ["A07 2025-01-05 pending"])
    #expect(try deadlines(journal, asAt: "2025-01-05 18:31").short == ["A07 2025-01-05 overdue"])
    try journal.add(Sample.registered(filing), "2025-01-05 09:30", case: "A-1")
    let rows = try deadlines(journal, asAt: "2025-01-05 18:31")
    #expect(
      rows.short == [
        "A07 2025-01-05 met", "A09 2025-01-08 pending", "A12.inclusion 2025-01-08 pending", "A10 2025-01-13 pending",
      ])
  }

  @Test(
    "A07: documents are registered on the day they come, or on the next working day after hours",
    arguments: [
      ("2024-05-02 18:30", "2024-05-02"), ("2024-05-02 18:31", "2024-05-03"), ("2024-05-04 12:00", "2024-05-04"),
    ])
  func registration(filed: String, due: String) throws {
    var journal = try JournalBuilder()
    try journal.add(Sample.inclusion(), filed, case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-02 23:59").allSatisfy { $0.due?.description == due })
  }

  @Test("A07: the chancery that refuses paper need not register it")
  func intakeRefused() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(
      Sample.inclusion(channel: .chancery), "2024-05-02 10:00", case: "A-1", by: .chanceryWorker)
    try journal.add(Sample.intakeRefused(filing), "2024-05-02 10:10", case: "A-1")
    let row = try deadlines(journal, asAt: "2024-06-01 10:00").only("A07")
    #expect(row.status == .notApplicable)
    #expect(row.reason == .ended(bySeq: 2))
    #expect(row.reason?.description == "line 2 made it needless")
    #expect(row.metBySeq == nil)
  }

  @Test("a result in time meets its term, and what could have been done instead need not be done")
  func metInTime() throws {
    var (journal, filing) = try Self.registered("2024-05-02 10:00")
    try journal.add(Sample.included(filing), "2024-05-13 18:30", case: "A-1")
    let rows = try deadlines(journal, asAt: "2024-06-01 10:00")
    let result = try rows.only("A10")
    #expect(result.status == .met)
    #expect(result.metBySeq == 3)
    #expect(try rows.only("A09").reason == .lapsed)
    #expect(try rows.only("A12.inclusion").reason == .lapsed)
  }

  @Test("A10: a result one minute after the office has closed on the last day is late, and was overdue until then")
  func late() throws {
    var (journal, filing) = try Self.registered("2024-05-02 10:00")
    try journal.add(Sample.included(filing), "2024-05-13 18:31", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-13 18:30").only("A10").status == .pending)
    let row = try deadlines(journal, asAt: "2024-05-13 18:31").only("A10")
    #expect(row.status == .late)
    #expect(row.metBySeq == 3)
  }

  @Test(
    "no result within the term is a refusal by silence until there is a result (АППК 91(2)), but for a notice of change"
  )
  func deemedRefusal() throws {
    var (journal, filing) = try Self.registered("2024-05-02 10:00")
    #expect(try !deadlines(journal, asAt: "2024-05-13 18:30").contains { $0.isDeemedRefusal })
    let silent = try deadlines(journal, asAt: "2024-05-14 10:00").filter(\.isDeemedRefusal)
    #expect(silent.short == ["A10 2024-05-13 overdue"])
    try journal.add(Sample.included(filing), "2024-05-15 10:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-14 10:00").contains { $0.isDeemedRefusal })
    #expect(try !deadlines(journal, asAt: "2024-05-15 10:00").contains { $0.isDeemedRefusal })
    let change = try journal.add(Sample.change(on: "2024-05-15"), "2024-05-16 10:00", case: "C-1")
    try journal.add(Sample.registered(change), "2024-05-16 11:00", case: "C-1")
    let rows = try deadlines(journal, asAt: "2024-06-16 10:00")
    #expect(try rows.only("A18").status == .overdue)
    #expect(!rows.contains { $0.isDeemedRefusal })
  }

  @Test(
    "A term binds its signer: an act recorded within 24 hours counts on its own date, and later when it was recorded",
    arguments: [("2024-05-14 18:00", DeadlineStatus.met), ("2024-05-14 18:01", .late)])
  func backdating(recorded: String, status: DeadlineStatus) throws {
    var (journal, filing) = try Self.registered("2024-05-02 10:00")
    try journal.add(Sample.included(filing), "2024-05-13 18:00", recorded: recorded, case: "A-1")
    let row = try deadlines(journal, asAt: "2024-06-01 10:00").only("A10")
    #expect(row.status == status)
    #expect(row.metAt == (try journal.instant(status == .met ? "2024-05-13 18:00" : recorded)))
    // As at a day before it was recorded, the act that counts only from then on is not done yet.
    let before = try deadlines(journal, asAt: "2024-05-14 17:00").only("A10").status
    #expect(before == (status == .met ? .met : .overdue))
  }

  @Test("the hours of grace are those of the journal's policy")
  func graceOfPolicy() throws {
    var journal = try JournalBuilder(policy: ["recordingGraceHours": 1])
    let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
    try journal.add(Sample.registered(filing), "2024-05-02 18:00", recorded: "2024-05-02 19:01", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-03 10:00").only("A07").status == .late)
  }

  @Test(
    "A12: the notice of a hearing is due three working days before the end of the term, which for exclusion cannot be")
  func hearingNotice() throws {
    var (journal, filing) = try Self.registered("2024-05-02 10:00")
    let notice = try journal.add(Sample.hearingNotified(filing), "2024-05-10 10:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-10 10:00").only("A12.inclusion").status == .late)
    let exclusion = try journal.add(Sample.exclusion(), "2024-05-10 11:00", case: "E-1")
    try journal.add(Sample.registered(exclusion), "2024-05-10 11:00", case: "E-1")
    let rows = try deadlines(journal, asAt: "2024-05-10 12:00")
    let impossible = try rows.only("A12.exclusion")
    #expect(impossible.status == .notApplicable)
    #expect(impossible.reason == .impossible(reading: "I-05"))
    #expect(impossible.due == nil)
    #expect(rows.last?.obligation == "A12.exclusion")
    #expect(try rows.only("A15").due?.description == "2024-05-14")
    #expect(try rows.only("A13").short == "A13 2024-05-14 pending")
    try journal.add(Sample.hearingHeld(filing, notice: notice), "2024-05-15 10:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-15 12:00").only("A13").status == .late)
  }

  @Test("A13: a second notice of one hearing starts no second term")
  func secondNotice() throws {
    var (journal, filing) = try Self.registered("2024-05-02 10:00")
    try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: "A-1")
    let second = try journal.add(Sample.hearingNotified(filing), "2024-05-04 10:00", case: "A-1")
    try journal.add(Sample.hearingHeld(filing, notice: second), "2024-05-06 10:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-05-10 12:00").only("A13").short == "A13 2024-05-06 met")
  }

  @Test("A15: an exclusion is due two working days after registration, and the head of the unit answers for it")
  func exclusion() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.exclusion(), "2024-06-14 09:00", case: "E-1")
    try journal.add(Sample.registered(filing), "2024-06-14 09:30", case: "E-1")
    try journal.add(Sample.excluded(filing), "2024-06-18 12:00", case: "E-1")
    let row = try deadlines(journal, asAt: "2024-06-20 12:00").only("A15")
    #expect(row.short == "A15 2024-06-18 met")
    #expect(row.actor.id == "headOfUnit")
  }

  @Test("A17: notice of a change is due ten working days after the day that it states, and unknown when it states none")
  func changeNotice() throws {
    var journal = try JournalBuilder()
    try journal.add(Sample.change(on: "2024-04-24"), "2024-05-13 23:59", case: "C-1")
    try journal.add(Sample.change(on: "2024-04-24"), "2024-05-14 00:00", case: "C-2")
    try journal.add(Sample.change(), "2024-05-14 10:00", case: "C-3")
    let rows = try deadlines(journal, asAt: "2024-05-20 10:00").filter { $0.obligation == "A17" }
    #expect(rows.short == ["A17 2024-05-13 met", "A17 2024-05-13 late", "A17 - notApplicable"])
    #expect(rows.last?.reason == .startUnknown(readings: ["I-19h"]))
    #expect(rows.last?.metBySeq == 3)
  }

  @Test("A17: a notice on paper counts when it was filed, however late the chancery recorded it")
  func changeNoticeOnPaper() throws {
    for (channel, status) in [(Channel.chancery, DeadlineStatus.met), (.portal, .late)] {
      var journal = try JournalBuilder()
      try journal.add(
        Sample.change(on: "2024-04-24", channel: channel), "2024-05-13 10:00", recorded: "2024-05-15 10:00",
        case: "C-1", by: channel == .chancery ? .chanceryWorker : .applicant)
      #expect(try deadlines(journal, asAt: "2024-05-20 10:00").only("A17").status == status)
    }
  }

  @Test("A18: notified changes are entered within three working days of registration")
  func changeEntry() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.change(on: "2024-05-02"), "2024-05-02 10:00", case: "C-1")
    try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "C-1")
    #expect(try deadlines(journal, asAt: "2024-05-02 12:00").only("A18").short == "A18 2024-05-06 pending")
    try journal.add(Sample.changeEntered(filing), "2024-05-06 11:00", case: "C-1")
    #expect(try deadlines(journal, asAt: "2024-05-07 12:00").only("A18").status == .met)
  }

  @Test("A19: after an amendment two bodies are to be informed, each by itself and in no case")
  func amendment() throws {
    var journal = try JournalBuilder()
    let amendment = try journal.add(Sample.amended, "2025-03-20 10:00")
    try journal.add(Sample.informed(amendment, .contactCentre), "2025-03-21 10:00")
    let rows = try deadlines(journal, asAt: "2025-04-01 10:00")
    #expect(rows.short == ["A19.contactCentre 2025-03-28 met", "A19.operator 2025-03-28 overdue"])
    #expect(rows.allSatisfy { $0.caseNumber == nil })
  }

  @Test(
    "C2, C3, C4: a complaint to the provider is forwarded or satisfied in three working days, and considered in five")
  func complaintToProvider() throws {
    var journal = try JournalBuilder()
    let complaint = try journal.add(Sample.complaint(), "2025-03-20 10:00", case: "A-1")
    #expect(
      try deadlines(journal, asAt: "2025-03-20 10:00").short == [
        "C2 2025-03-28 pending", "C3 2025-03-28 pending", "C4 2025-04-01 pending",
      ])
    var satisfied = journal
    try satisfied.add(Sample.complaintSatisfied(complaint), "2025-03-28 10:00", case: "A-1")
    let rows = try deadlines(satisfied, asAt: "2025-05-01 10:00")
    #expect(rows.short == ["C2 2025-03-28 notApplicable", "C3 2025-03-28 met", "C4 2025-04-01 met"])
    #expect(try rows.only("C2").reason == .ended(bySeq: 2))
    // Satisfied after the term, the complaint was neither forwarded nor satisfied in it.
    try journal.add(Sample.complaintSatisfied(complaint), "2025-03-31 10:00", case: "A-1")
    #expect(
      try deadlines(journal, asAt: "2025-05-01 10:00").short == [
        "C2 2025-03-28 overdue", "C3 2025-03-28 late", "C4 2025-04-01 met",
      ])
  }

  @Test(
    "C5: a complaint to the body for the quality of services is considered in fifteen working days of its registration")
  func complaintToQualityBody() throws {
    var journal = try JournalBuilder()
    let complaint = try journal.add(Sample.complaint(.qualityBody), "2025-03-19 20:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2025-03-20 10:00").short == ["C5 2025-04-15 pending"])
    try journal.add(
      Sample.complaintDecided(complaint, by: .qualityBody), "2025-04-16 10:00", case: "A-1", by: .qualityBody)
    #expect(try deadlines(journal, asAt: "2025-05-01 10:00").short == ["C5 2025-04-15 late"])
  }

  @Test("C2: a complaint to the higher body is filed with the provider, who forwards it (C1)")
  func complaintToHigherBody() throws {
    var journal = try JournalBuilder()
    let complaint = try journal.add(Sample.complaint(.higherBody), "2025-03-20 10:00", case: "A-1")
    try journal.add(Sample.complaintForwarded(complaint), "2025-03-28 18:00", case: "A-1")
    #expect(
      try deadlines(journal, asAt: "2025-03-28 18:00").short == ["C2 2025-03-28 met", "C3 2025-03-28 notApplicable"])
  }

  @Test("acts before the first edition of which the text is known open terms that are not judged")
  func notJudged() throws {
    let (journal, _) = try Self.registered("2023-07-03 10:00")
    let rows = try deadlines(journal, asAt: "2024-01-01 10:00")
    #expect(rows.map(\.obligation) == ["A07", "A09", "A10", "A12.inclusion"])
    #expect(rows.allSatisfy { $0.status == .notApplicable && $0.due == nil })
    #expect(
      rows.first?.reason?.description == "the text of 138-НҚ in the edition of 138-НҚ is not known")
    let (older, _) = try Self.registered("2023-02-01 10:00")
    #expect(
      try deadlines(older, asAt: "2024-01-01 10:00").first?.reason?.description
        == "138-НҚ is in force from 2023-06-10 at the earliest")
  }

  @Test("two filings of one case have each its own terms, and a result meets those of its filing")
  func refiling() throws {
    var (journal, first) = try Self.registered("2024-05-02 10:00")
    try journal.add(Sample.completenessRefused(first), "2024-05-03 10:00", case: "A-1")
    let second = try journal.add(Sample.inclusion(), "2024-05-10 10:00", case: "A-1")
    try journal.add(Sample.registered(second), "2024-05-10 11:00", case: "A-1")
    try journal.add(Sample.included(second), "2024-05-15 11:00", case: "A-1")
    let rows = try deadlines(journal, asAt: "2024-06-01 10:00").filter { $0.obligation == "A10" }
    #expect(rows.short == ["A10 2024-05-13 notApplicable", "A10 2024-05-17 met"])
  }

  @Test("an act that follows nothing in the journal opens and meets nothing")
  func unknownFiling() throws {
    var journal = try JournalBuilder()
    try journal.add(Sample.registered(UUIDv7(milliseconds: 1, random: (1, 1))), "2024-05-02 10:00", case: "A-1")
    #expect(try deadlines(journal, asAt: "2024-06-01 10:00").isEmpty)
  }
}

extension DeadlineRow {
  var short: String { [self].short[0] }
}
