import RegistryEvents
import RegistryProjections
import Testing

@Suite("Findings by rule")
struct FindingRuleTests {
  private func codes(_ journal: JournalBuilder, asAt: String = "2024-12-31 23:00") throws -> [String] {
    try findings(journal, asAt: asAt).map(\.code)
  }

  @Test("A09: an incomplete package is refused in two working days; later it is a finding, and never is of no duty")
  func completeness() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered()
    #expect(try codes(journal, asAt: "2024-05-05 10:00") == [])
    try journal.add(Sample.completenessRefused(filing), "2024-05-06 10:00", case: "A-1")
    #expect(try codes(journal) == ["completeness-refusal-late"])
  }

  @Test("A12: a hearing notice later than three working days before the end is found")
  func hearingNotice() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered()
    let notice = try journal.add(Sample.hearingNotified(filing), "2024-05-06 10:00", case: "A-1")
    let hearing = try journal.add(Sample.hearingHeld(filing, notice: notice), "2024-05-10 10:00", case: "A-1")
    try journal.add(Sample.refused(filing, hearing: hearing), "2024-05-13 10:00", case: "A-1")
    let found = try findings(journal)
    #expect(found.map(\.code) == ["hearing-notice-late"])
    #expect(found.first?.rule == "A12")
    #expect(found.first?.seq == 3)
  }

  @Test(
    "A12, A13: an exclusion refused without a hearing is found as a warning, with the reason that no term allows one")
  func exclusion() throws {
    var journal = try JournalBuilder()
    try journal.entries()
    let filing = try journal.exclusion()
    try journal.add(Sample.refused(filing), "2024-05-03 10:00", case: "E-1", by: .headOfUnit)
    let found = try findings(journal)
    #expect(
      found.map(\.code) == [
        "hearing-notice-not-computable", "refused-without-hearing", "refused-without-hearing-notice",
      ])
    #expect(found.map(\.severity) == [.note, .warning, .warning])
    #expect(found.last?.text.hasSuffix("the term of exclusion leaves hardly room for one") == true)
  }

  @Test("A15: the head of the unit refuses an exclusion, and may not refuse an inclusion (A14)")
  func signatory() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered()
    try journal.add(Sample.refused(filing), "2024-05-03 10:00", case: "A-1", by: .headOfUnit)
    let found = try #require(try findings(journal).first { $0.code == "signatory-not-competent" })
    #expect(found.rule == "A14")
    #expect(try findings(journal, mode: .none).allSatisfy { $0.code != "signatory-not-competent" })
  }

  @Test("C2, C3: a complaint that was neither forwarded nor satisfied in three working days is found")
  func complaint() throws {
    var journal = try JournalBuilder()
    let complaint = try journal.add(Sample.complaint(), "2024-05-02 10:00", case: "A-1")
    #expect(try codes(journal, asAt: "2024-05-06 18:30") == [])
    #expect(try codes(journal, asAt: "2024-05-06 18:31") == ["complaint-forwarding-overdue"])
    try journal.add(Sample.complaintDecided(complaint), "2024-05-10 10:00", case: "A-1")
    #expect(try codes(journal) == ["complaint-forwarding-overdue"])
  }

  @Test("A02: a unit listed twice in one filing is found when it is included")
  func repeatedInFiling() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered(Sample.inclusion(["SN1", "sn1"]))
    try journal.add(Sample.included(filing, 1...2), "2024-05-03 10:00", case: "A-1")
    let found = try findings(journal)
    #expect(found.map(\.code) == ["serial-repeated"])
    #expect(found.first?.text.hasSuffix("unit 2, which occurs before in the filing") == true)
  }
}
