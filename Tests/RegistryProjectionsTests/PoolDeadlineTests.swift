import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Terms of the accreditation of pools")
struct PoolDeadlineTests {
  private func found(_ journal: JournalBuilder, asAt: String = "2024-12-31 23:00") throws -> [String] {
    try findings(journal, asAt: asAt).map { "\($0.code) \($0.severity.rawValue)" }.sorted()
  }

  @Test(
    "P04, P05, P07, P09: all terms of an accreditation that is registered on 2 May 2024, the review beside the service")
  func accreditation() throws {
    var journal = try JournalBuilder()
    _ = try journal.poolFiled()
    let rows = try deadlines(journal, asAt: "2024-05-03 10:00")
    #expect(
      rows.short == [
        "P05 2024-05-02 met", "P06 2024-05-04 pending", "P07.review 2024-05-13 pending",
        "P09.accreditation 2024-05-15 pending", "P07 2024-05-20 pending",
      ])
    // P04: the personal cabinet tells the day and the time of the result.
    #expect(try rows.only("P07").dueInstant?.description == "2024-05-20T13:30:00Z")
    #expect(try rows.only("P07").clause.description == "142-НҚ, App. 2 it. 3")
    #expect(try rows.only("P07.review").clause.description == "142-НҚ, 8")
  }

  @Test("P09, P11, I-22: the notice of a hearing on a re-issue is counted from the term of five working days")
  func reissue() throws {
    var journal = try JournalBuilder()
    _ = try journal.poolFiled("reissueFiled", PoolSample.reissue())
    #expect(
      try deadlines(journal, asAt: "2024-05-03 10:00").short == [
        "P05 2024-05-02 met", "P06 2024-05-04 pending", "P09.reissue 2024-05-04 pending",
        "P11.review 2024-05-04 pending", "P11 2024-05-13 pending",
      ])
  }

  @Test("P04: what is filed after hours is registered on the next working day in time")
  func afterHours() throws {
    var journal = try JournalBuilder()
    let filing = try journal.pools("accreditationFiled", PoolSample.accreditation(), "2024-05-02 19:00")
    #expect(try deadlines(journal, asAt: "2024-05-02 20:00").short == ["P05 2024-05-03 pending"])
    var early = journal
    try early.pools("registered", PoolSample.registered(filing), "2024-05-02 19:30")
    #expect(try found(early, asAt: "2024-05-03 10:00").contains("registered-out-of-hours note"))
    try journal.pools("registered", PoolSample.registered(filing), "2024-05-03 18:00")
    #expect(try found(journal, asAt: "2024-05-04 10:00").isEmpty)
  }

  @Test("P07, I-20: a missed review is a warning, and only a missed service a breach")
  func missed() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled()
    #expect(try found(journal, asAt: "2024-05-14 10:00") == ["accreditation-review-overdue warning"])
    var inTime = journal
    try inTime.pools("certificateIssued", PoolSample.issued(filing), "2024-05-20 18:00")
    #expect(try found(inTime) == ["accreditation-review-late warning"])
    try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-21 10:00")
    #expect(try found(journal) == ["accreditation-result-late breach", "accreditation-review-late warning"])
  }

  @Test("P11, P12, I-21: a re-issue is reviewed within two working days and decided within five, refused or not")
  func reissueMissed() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let filing = try journal.poolFiled("reissueFiled", PoolSample.reissue(), case: "P-2")
    #expect(
      try found(journal, asAt: "2024-05-14 10:00") == [
        "reissue-result-overdue breach", "reissue-review-overdue warning",
      ])
    var granted = journal
    try granted.pools("certificateReissued", PoolSample.reissued(filing), "2024-05-13 18:00", case: "P-2")
    #expect(try found(granted) == ["reissue-review-late warning"])
    var refused = journal
    try refused.pools("reissueRefused", PoolSample.reissueRefused(filing), "2024-05-14 10:00", case: "P-2")
    #expect(try found(refused) == ["reissue-result-late breach", "reissue-review-late warning"])
  }

  @Test("P06: an incomplete package is refused further consideration up to the second working day")
  func completeness() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(["reserveLetter"]))
    var late = journal
    try journal.pools("completenessRefused", PoolSample.completenessRefused(filing), "2024-05-04 18:00")
    #expect(try deadlines(journal, asAt: "2024-06-30 10:00").only("P06").status == .met)
    #expect(try deadlines(journal, asAt: "2024-06-30 10:00").allSatisfy { $0.status != .overdue })
    try late.pools("completenessRefused", PoolSample.completenessRefused(filing), "2024-05-06 10:00")
    #expect(try found(late).contains("completeness-refusal-late breach"))
  }

  @Test("P08, P09, P10: a refusal wants a notice and a hearing, in their terms")
  func hearing() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled()
    #expect(
      try journal.poolRefusal("refused", PoolSample.refused(filing), "2024-05-15 10:00")?.code == .refusedWithoutHearing
    )
    let held = PoolSample.hearingHeld(filing, notice: filing)
    #expect(try journal.poolRefusal("hearingHeld", held, "2024-05-15 10:00")?.code == .hearingWithoutNotice)
    let notice = try journal.pools("hearingNotified", PoolSample.hearingNotified(filing), "2024-05-13 10:00")
    #expect(
      try deadlines(journal, asAt: "2024-05-14 10:00").only("P09.hearing").short == "P09.hearing 2024-05-15 pending")
    #expect(try deadlines(journal, asAt: "2024-05-14 10:00").only("P07.review").status == .met)
    #expect(try journal.poolRefusal("refused", PoolSample.refused(filing), "2024-05-15 10:00")?.code == .hearingPending)
    try journal.pools("hearingHeld", PoolSample.hearingHeld(filing, notice: notice), "2024-05-15 10:00")
    #expect(try journal.poolRefusal("refused", PoolSample.refused(filing), "2024-05-20 10:00") == nil)
    try journal.pools("refused", PoolSample.refused(filing), "2024-05-20 10:00")
    #expect(try found(journal).isEmpty)
    let again = try journal.poolRefusal("certificateIssued", PoolSample.issued(filing), "2024-05-20 11:00")
    #expect(again?.code == .decidedAlready && again?.rule == "P10")
  }

  @Test("P09: a notice later than three working days before the end is found, and a hearing later than two after it")
  func lateHearing() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled()
    let notice = try journal.pools("hearingNotified", PoolSample.hearingNotified(filing), "2024-05-16 10:00")
    try journal.pools("hearingHeld", PoolSample.hearingHeld(filing, notice: notice), "2024-05-21 10:00")
    let codes = try found(journal, asAt: "2024-05-21 11:00")
    #expect(codes.contains("hearing-notice-late breach") && codes.contains("hearing-late breach"))
  }

  @Test("P15: amended Rules are told to two bodies within three working days")
  func amended() throws {
    var journal = try JournalBuilder()
    let amendment = try journal.pools(
      "rulesAmended", ["inForceFrom": "2024-05-02", "order": "№ 1", "source": "Әділет"], "2024-05-02 10:00", case: nil)
    try journal.pools(
      "operatorInformed", ["amendment": .string(amendment.description), "to": "egovOperator"], "2024-05-03 10:00",
      case: nil)
    #expect(
      try deadlines(journal, asAt: "2024-05-07 10:00").short.sorted() == [
        "P15.contactCentre 2024-05-06 overdue", "P15.operator 2024-05-06 met",
      ])
  }

  @Test("P16, C2, C3, C4: a complaint about a pool's case has the terms of its own order")
  func complaint() throws {
    var journal = try JournalBuilder()
    try journal.pools("complaintFiled", PoolSample.complaint(), "2024-05-02 10:00")
    let rows = try deadlines(journal, asAt: "2024-05-03 10:00")
    #expect(rows.short == ["C2 2024-05-06 pending", "C3 2024-05-06 pending", "C4 2024-05-13 pending"])
    #expect(rows.map(\.clause.description) == ["142-НҚ, 17 ¶1", "142-НҚ, 17 ¶2", "142-НҚ, 18"])
  }

  @Test("P16, C5: one to the body for the quality of public services has fifteen working days")
  func qualityBody() throws {
    var journal = try JournalBuilder()
    try journal.pools("complaintFiled", PoolSample.complaint(addressee: "qualityBody"), "2024-05-02 10:00")
    #expect(try deadlines(journal, asAt: "2024-05-03 10:00").short == ["C5 2024-05-27 pending"])
  }
}
