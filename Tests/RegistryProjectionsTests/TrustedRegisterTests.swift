import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("The register of order 53/НҚ")
struct TrustedRegisterTests {
  private func found(_ journal: JournalBuilder, asAt: String) throws -> [AuditFinding] {
    try findings(journal, asAt: asAt)
  }

  private func codes(_ journal: JournalBuilder, asAt: String) throws -> [String] {
    try found(journal, asAt: asAt).map(\.code)
  }

  private func shown(_ journal: JournalBuilder, _ entry: Int64, _ column: String, asAt: String) throws
    -> CanonicalValue?
  {
    let register = try journal.trustedRegister(asAt: asAt)
    let layout = try #require(register.layout.columns.first { $0.id == column })
    return try #require(IdentifierKey("\(entry)").flatMap { register.entry($0) }).value(of: layout)
  }

  @Test("T02, T21: the register follows inclusion, change and exclusion, as at a day, and forgets no entry")
  func services() throws {
    var journal = try JournalBuilder()
    try journal.entry(1, TrustedSample.product(), "2025-11-20 10:00")
    try journal.change(1, ["name": "Терминал 2", "support": []], "2025-12-01 10:00")
    let exclusion = try journal.prepared("exclusionFiled", TrustedSample.exclusion(), "2025-12-08 10:00", case: "T-3")
    try journal.trusted("excluded", TrustedSample.excluded(exclusion), "2025-12-10 10:00", case: "T-3")
    #expect(try shown(journal, 1, "name", asAt: "2025-11-30 12:00") == "Терминал")
    #expect(try shown(journal, 1, "name", asAt: "2025-12-31 12:00") == "Терминал 2")
    #expect(try shown(journal, 1, "brandAndModel", asAt: "2025-12-31 12:00") == "Терминал Т-1")
    #expect(try shown(journal, 1, "support", asAt: "2025-12-31 12:00") == [])
    let register = try journal.trustedRegister(asAt: "2025-12-31 12:00")
    let ended = try #require(LocalDate("2025-12-10"))
    #expect(register.totals(on: ended.adding(days: -1)) == [.standing: 1])
    #expect(register.totals(on: ended) == [.ended: 1])
    #expect(register.anomalies.isEmpty)

    let nobody = UUIDv7(milliseconds: 1, random: (1, 1))
    #expect(
      try journal.refusal("included", TrustedSample.included(nobody, 2), "2025-12-11 10:00")?.code == .filingUnknown)
    let again = try journal.prepared("changeFiled", TrustedSample.change(1), "2025-12-11 10:00", case: "T-4")
    #expect(
      try journal.refusal("changed", TrustedSample.changed(again), "2025-12-12 10:00", case: "T-4")?.code
        == .changeWithoutEntry)
    try journal.trusted(
      "correctedByAuthority", ["basis": "Решение суда № 5", "entry": 1, "text": "–"], "2025-12-15 10:00", case: nil)
    #expect(try codes(journal, asAt: "2025-12-15 12:00").contains("corrected-by-authority"))
  }

  @Test("T05: entries are numbered in a row, and the seven columns of Appendix 1 show what was filed")
  func columns() throws {
    var journal = try JournalBuilder()
    try journal.entry(1, TrustedSample.software())
    let second = try journal.prepared("inclusionFiled", TrustedSample.product(), "2025-11-24 10:00", case: "T-2")
    for (number, code) in [(1, Bar.Code.entryReference), (3, .entryNumbers)] as [(Int64, Bar.Code)] {
      let refusal = try journal.refusal(
        "included", TrustedSample.included(second, number), "2025-12-01 10:00", case: "T-2")
      #expect(refusal?.code == code)
    }
    let register = try journal.trustedRegister(asAt: "2025-12-01 12:00")
    let value = try #require(register.entries.first).value(register.layout)
    #expect(value["number"] == 1)
    #expect(value["enteredOn"] == "2025-11-20")
    #expect(value["applicantId"] == "020240000555")
    #expect(value["enstruCodes"] == ["620230.000.000000"])
    #expect(value["categoryCodes"] == ["1.2.3"])
    #expect(value["note"] == .null)
    let form = try #require(Order53.provisions(.of567).form("53-НҚ/1"))
    #expect(form.fields.compactMap(\.number) == Array(1...7))
  }

  @Test("T06: publication and the notice to e-procurement run side by side from the decision, and end apart")
  func publication() throws {
    var journal = try JournalBuilder()
    let filing = try journal.entry()
    func rows(_ asAt: String) throws -> [String] {
      try deadlines(journal, asAt: asAt).filter { $0.duty.rule == "T06" }.short
    }
    #expect(
      try rows("2025-11-20 12:00") == ["T06.procurement 2025-12-10 pending", "T06.publication 2025-12-10 pending"])
    #expect(try journal.refusal("published", TrustedSample.published(filing), "2025-12-01 10:00") == nil)
    try journal.trusted("published", TrustedSample.published(filing), "2025-12-01 10:00")
    #expect(try rows("2025-12-01 12:00") == ["T06.procurement 2025-12-10 pending", "T06.publication 2025-12-10 met"])
    #expect(try codes(journal, asAt: "2025-12-11 12:00") == ["procurement-notice-overdue"])
    try journal.trusted("sentToProcurement", TrustedSample.sentToProcurement(filing), "2025-12-11 12:00")
    #expect(try codes(journal, asAt: "2025-12-12 12:00") == ["procurement-notice-late"])
  }

  @Test("T06, T09: an exclusion upon monitoring is published and sent to e-procurement like any decision")
  func publicationOfRemoval() throws {
    var journal = try JournalBuilder()
    let filing = try journal.entry()
    try journal.trusted("published", TrustedSample.published(filing), "2025-11-20 12:00")
    try journal.trusted("sentToProcurement", TrustedSample.sentToProcurement(filing), "2025-11-20 12:00")
    try journal.trusted("removalRecommended", TrustedSample.removalRecommended(), "2025-12-01 10:00", case: nil)
    let removal = try journal.trusted("excludedExOfficio", TrustedSample.removed(), "2025-12-02 10:00", case: nil)
    #expect(
      try deadlines(journal, asAt: "2025-12-02 12:00").filter { $0.status == .pending }.short == [
        "T06.procurement 2025-12-23 pending", "T06.publication 2025-12-23 pending",
      ])
    #expect(try journal.refusal("published", TrustedSample.published(removal), "2025-12-03 10:00", case: nil) == nil)
    try journal.trusted("published", TrustedSample.published(removal), "2025-12-03 10:00", case: nil)
    #expect(
      try deadlines(journal, asAt: "2025-12-03 12:00").filter { $0.status == .pending }.short == [
        "T06.procurement 2025-12-23 pending"
      ])
  }

  @Test(
    "T07: a product whose certificate ends is due for renewal thirty calendar days before, until its renewal is filed")
  func renewal() throws {
    let documents = [
      TrustedSample.document("testProtocols", validUntil: "2026-06-30"), TrustedSample.document("useRights"),
      TrustedSample.document("producersExtract"), TrustedSample.document("characteristics"),
    ]
    var journal = try JournalBuilder()
    try journal.entry(1, TrustedSample.product(documents))
    // 31 May 2026 is a Sunday: a day before a date moves nowhere.
    let row = try deadlines(journal, asAt: "2026-03-01 12:00").only("T07")
    #expect(row.due?.description == "2026-05-31")
    #expect(row.status == .pending && row.actor.id == "applicant" && row.caseNumber == "T-1")
    #expect(row.dueInstant?.description == "2026-05-31T18:59:59Z")

    var other = journal
    try other.change(1, documents: [TrustedSample.document("useRights")], "2026-05-04 10:00")
    #expect(try deadlines(other, asAt: "2026-05-04 12:00").only("T07").status == .pending)

    var renewed = journal
    try renewed.change(
      1, documents: [TrustedSample.document("securityCertificate", validUntil: "2027-06-30")], "2026-05-04 10:00")
    #expect(
      try deadlines(renewed, asAt: "2026-06-01 12:00").filter { $0.obligation == "T07" }.short == [
        "T07 2026-05-31 met", "T07 2027-05-31 pending",
      ])

    #expect(
      try codes(journal, asAt: "2026-06-30 23:00").filter { $0.contains("document") } == ["document-renewal-overdue"])
  }

  @Test("T08, T09: what has expired while its entry stands is found, and the entry stands until an act excludes it")
  func expiry() throws {
    var journal = try JournalBuilder()
    let documents = TrustedSample.ofSoftware.map {
      TrustedSample.document($0, validUntil: $0 == "securityCertificate" ? "2026-06-30" : nil)
    }
    try journal.entry(1, TrustedSample.software(documents))
    #expect(
      try codes(journal, asAt: "2026-07-01 00:01").filter { $0.contains("document") } == [
        "document-renewal-overdue", "entry-document-expired",
      ])
    let day = try #require(LocalDate("2026-07-10"))
    #expect(try journal.trustedRegister(asAt: "2026-07-10 12:00").totals(on: day) == [.standing: 1])
    try journal.trusted("removalRecommended", TrustedSample.removalRecommended(), "2026-07-13 10:00", case: nil)
    try journal.trusted("excludedExOfficio", TrustedSample.removed(), "2026-07-14 10:00", case: nil)
    let ended = try #require(LocalDate("2026-07-14"))
    #expect(try journal.trustedRegister(asAt: "2026-07-14 12:00").totals(on: ended) == [.ended: 1])
    #expect(try !codes(journal, asAt: "2026-07-14 12:00").contains("entry-document-expired"))
    #expect(
      try journal.refusal("excludedExOfficio", TrustedSample.removed(), "2026-07-15 10:00", case: nil)?.code
        == .entryUnknown)
    #expect(
      try journal.refusal("excludedExOfficio", TrustedSample.removed(2), "2026-07-15 10:00", case: nil)?.clause.place
        == "10")
  }

  @Test("T10: an exclusion upon monitoring without the commission's recommendation stands, and is found")
  func removalWithoutCommission() throws {
    var journal = try JournalBuilder()
    try journal.entry()
    #expect(try journal.refusal("excludedExOfficio", TrustedSample.removed(), "2025-12-02 10:00", case: nil) == nil)
    try journal.trusted("excludedExOfficio", TrustedSample.removed(), "2025-12-02 10:00", case: nil)
    #expect(try codes(journal, asAt: "2025-12-02 12:00") == ["removed-without-commission"])
    let refusal = try journal.refusal(
      "excludedExOfficio", TrustedSample.removed(), "2025-12-02 10:00", case: nil, by: .applicant)
    #expect(refusal?.code == .entryUnknown)
  }

  @Test(
    "T07: renewal is judged only from the day on which order 567/НҚ is in force, and then of what was entered before too"
  )
  func renewalFromForce() throws {
    var journal = try JournalBuilder()
    func package(_ validUntil: String) -> CanonicalValue {
      TrustedSample.software([TrustedSample.document("securityCertificate", validUntil: validUntil)])
    }
    try journal.entry(1, package("2026-01-31"), "2025-03-20 10:00", case: "T-1")
    try journal.entry(2, package("2025-12-10"), "2025-03-20 11:00", case: "T-2")
    func rows(_ asAt: String) throws -> [String] {
      try deadlines(journal, asAt: asAt).filter { $0.obligation == "T07" }.short
    }
    #expect(try rows("2025-11-17 23:59").isEmpty)
    // Of entry 2 the last day, 10 November, was over before; what expires all the same is found.
    #expect(try rows("2025-11-18 00:00") == ["T07 2025-11-10 notApplicable", "T07 2026-01-01 pending"])
    let expired = try found(journal, asAt: "2025-12-11 12:00").filter { $0.code == "entry-document-expired" }
    #expect(expired.map(\.caseNumber) == ["T-2"])
  }

  @Test(
    "T25, T26: who was in the register brings it up to date in 45 days, or is found to have lost the criteria, and stays in"
  )
  func transition() throws {
    var journal = try JournalBuilder()
    try journal.entry(1, TrustedSample.software(), "2024-06-03 10:00", case: "T-1")
    try journal.entry(2, TrustedSample.product(), "2024-06-04 10:00", case: "T-2")
    try journal.entry(3, TrustedSample.product(), "2025-01-10 10:00", case: "T-3")
    #expect(try deadlines(journal, asAt: "2024-12-30 12:00").filter { $0.obligation == "T25" }.isEmpty)
    #expect(
      try deadlines(journal, asAt: "2025-01-15 12:00").filter { $0.obligation == "T25" }.short == [
        "T25 2025-02-14 pending", "T25 2025-02-14 pending",
      ])
    try journal.change(
      1, documents: TrustedSample.ofSoftware.map { TrustedSample.document($0) }, "2025-02-14 10:00", case: "T-4")
    #expect(try !codes(journal, asAt: "2025-02-14 23:59").contains("criteria-deemed-lost"))
    let lost = try found(journal, asAt: "2025-02-15 00:01").filter { $0.code == "criteria-deemed-lost" }
    #expect(lost.map(\.caseNumber) == ["T-2"])
    #expect(lost.map(\.clause.place) == ["36"])
    #expect(try codes(journal, asAt: "2025-02-15 00:01").contains("transition-overdue"))
    let day = try #require(LocalDate("2025-03-01"))
    #expect(try journal.trustedRegister(asAt: "2025-03-01 12:00").totals(on: day) == [.standing: 3])
  }

  @Test("T25: once the day of publication is known, the transition runs from the day in force that follows from it")
  func publishedTransition() throws {
    let book = RuleBook.standard.published("829/НҚ", of: "53/НҚ", on: try #require(LocalDate("2025-01-09")))
    var journal = try JournalBuilder()
    try journal.entry(1, TrustedSample.software(), "2025-01-10 10:00")
    var deadlines = Deadlines(law: book)
    let report = try journal.replay(asAt: "2025-02-01 12:00") { deadlines.apply($0, $1) }
    let rows = deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time)
    // In force from 20 January; 6 March is a Thursday.
    #expect(rows.filter { $0.obligation == "T25" }.short == ["T25 2025-03-06 pending"])
  }
}
