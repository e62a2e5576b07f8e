import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("The procedure of order 53/НҚ")
struct TrustedProcedureTests {
  private func codes(_ journal: JournalBuilder, asAt: String = "2025-12-31 23:00") throws -> [String] {
    try findings(journal, asAt: asAt).map(\.code)
  }

  @Test("T11, T13, T14, T18, T20: two clocks run, from receipt and from registration, and end where the analysis says")
  func clocks() throws {
    var journal = try JournalBuilder()
    let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    #expect(
      try deadlines(journal, asAt: "2025-11-20 12:00").short == ["T13 2025-11-25 pending", "T14 2025-11-27 pending"])
    try journal.trusted("registered", TrustedSample.registered(filing), "2025-11-21 10:00")
    let rows = try deadlines(journal, asAt: "2025-11-21 12:00")
    #expect(
      rows.short == [
        "T13 2025-11-25 met", "T14 2025-11-27 pending", "T18 2025-12-09 pending", "T20 2025-12-11 pending",
      ])
    // T12: what the applicant is told, to the minute.
    #expect(try rows.only("T20").dueInstant?.description == "2025-12-11T13:30:00Z")
    #expect(try rows.only("T20").clause.description == "53-НҚ, 24")
  }

  @Test(
    "T20: the worked rows of the analysis come out",
    arguments: [
      ("2023-09-04", "2023-09-22"), ("2024-05-02", "2024-05-24"), ("2024-06-14", "2024-07-04"),
      ("2025-01-05", "2025-01-24"), ("2025-03-20", "2025-04-14"), ("2020-05-06", "2020-05-28"),
      ("2026-08-28", "2026-09-17"),
    ])
  func workedRows(registered: String, due: String) throws {
    let duty = try #require(Order53.provisions(.of567).duty("T20"))
    let day = try #require(LocalDate(registered))
    #expect(duty.term.lastDay(from: day, calendar: .default).description == due)
  }

  @Test("T13: what came in after hours counts as of the next working day, on both clocks")
  func afterHours() throws {
    var journal = try JournalBuilder()
    try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-21 20:00")
    #expect(
      try deadlines(journal, asAt: "2025-11-22 12:00").short == ["T13 2025-11-27 pending", "T14 2025-12-01 pending"])
  }

  @Test(
    "T13: registration between three calendar and three working days is found as disputed, later as late",
    arguments: [
      ("2025-11-24 18:30", nil), ("2025-11-25 18:30", "registration-disputed"),
      ("2025-11-26 09:00", "registration-late"),
    ])
  func disputed(at: String, code: String?) throws {
    var journal = try JournalBuilder()
    let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    try journal.trusted("registered", TrustedSample.registered(filing), at)
    #expect(
      try codes(journal, asAt: "2025-12-01 12:00").filter { $0.hasPrefix("registration") } == [code].compactMap(\.self))
  }

  @Test(
    "T14, T15: an incomplete package is refused before registration or after it, and late from the sixth working day")
  func completeness() throws {
    var journal = try JournalBuilder()
    let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    let refusal = TrustedSample.completenessRefused(filing)
    #expect(try journal.refusal("completenessRefused", refusal, "2025-11-21 10:00") == nil)
    var unregistered = journal
    try unregistered.trusted("completenessRefused", refusal, "2025-11-27 18:00")
    // The refusal ends the clock of registration too, though that term had passed.
    #expect(try codes(unregistered).filter { $0.hasPrefix("completeness") }.isEmpty)
    #expect(
      try unregistered.refusal("registered", TrustedSample.registered(filing), "2025-11-28 10:00")?.code
        == .decidedAlready)
    try journal.trusted("registered", TrustedSample.registered(filing), "2025-11-24 10:00")
    #expect(try journal.refusal("completenessRefused", refusal, "2025-11-24 12:00") == nil)
    try journal.trusted("completenessRefused", refusal, "2025-11-28 09:00")
    #expect(try codes(journal) == ["completeness-refusal-late"])
  }

  @Test("T10, T16: a decision without the commission is found, whether it grants or refuses, and with it nothing is")
  func commission() throws {
    for (act, what) in [("included", { TrustedSample.included($0) }), ("refused", { TrustedSample.refused($0) })]
      as [(String, (UUIDv7) -> CanonicalValue)]
    {
      var journal = try JournalBuilder()
      let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      try journal.trusted("registered", TrustedSample.registered(filing), "2025-11-20 10:00")
      #expect(try journal.refusal(act, what(filing), "2025-12-01 10:00") == nil)
      var hasty = journal
      try hasty.trusted(act, what(filing), "2025-12-01 10:00")
      let expected = ["decided-without-commission", "not-sent-to-commission"]
      #expect(try codes(hasty, asAt: "2025-12-01 12:00").filter(expected.contains) == expected)
      try journal.trusted("sentToCommission", TrustedSample.ofFiling(filing), "2025-11-21 10:00")
      try journal.trusted("commissionRecommended", TrustedSample.recommended(filing), "2025-11-28 10:00")
      try journal.trusted(act, what(filing), "2025-12-01 10:00")
      #expect(try codes(journal, asAt: "2025-12-01 12:00").filter(expected.contains).isEmpty)
    }
  }

  @Test(
    "T17: a refusal names a ground of the list of four; before order 567/НҚ the list is not known, and nothing is barred"
  )
  func grounds() throws {
    var journal = try JournalBuilder()
    let filing = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    for ground in ["unreliable", "courtBan", "noConsent", "nonConforming"] {
      #expect(try journal.refusal("refused", TrustedSample.refused(filing, ground: ground), "2025-12-01 10:00") == nil)
    }
    let other = TrustedSample.refused(filing, ground: "negativeOpinion")
    let refusal = try #require(try journal.refusal("refused", other, "2025-12-01 10:00"))
    #expect(refusal.code == .groundNotListed)
    #expect(refusal.clause.description == "53-НҚ, App. 2 it. 10")
    var earlier = try JournalBuilder()
    let before = try earlier.prepared("inclusionFiled", TrustedSample.software(), "2025-03-20 10:00")
    #expect(
      try earlier.refusal("refused", TrustedSample.refused(before, ground: "negativeOpinion"), "2025-04-01 10:00")
        == nil)
  }

  @Test("T17: without consent to access to personal data nothing is granted")
  func consent() throws {
    var journal = try JournalBuilder()
    let filing = try journal.prepared(
      "inclusionFiled", TrustedSample.software([], ["consent": false]), "2025-11-20 10:00")
    #expect(
      try journal.refusal("included", TrustedSample.included(filing), "2025-12-01 10:00")?.code == .consentMissing)
  }

  @Test(
    "T18: the hearing is optional: a refusal without it is noted, a notice late is found, and a hearing called is held")
  func hearing() throws {
    var journal = try JournalBuilder()
    let filing = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    var unheard = journal
    #expect(try journal.refusal("refused", TrustedSample.refused(filing), "2025-12-01 10:00") == nil)
    try unheard.trusted("refused", TrustedSample.refused(filing), "2025-12-01 10:00")
    let found = try findings(unheard, asAt: "2025-12-01 12:00")
    #expect(found.map(\.code) == ["refused-without-optional-hearing"])
    #expect(found.map(\.severity) == [.note])

    let notice = try journal.trusted("hearingNotified", TrustedSample.hearingNotified(filing), "2025-12-09 09:00")
    #expect(try journal.refusal("refused", TrustedSample.refused(filing), "2025-12-09 10:00")?.code == .hearingPending)
    #expect(
      try journal.refusal("included", TrustedSample.included(filing), "2025-12-09 10:00")?.code == .hearingPending)
    let held = TrustedSample.hearingHeld(filing, notice: notice)
    try journal.trusted("hearingHeld", held, "2025-12-10 10:00")
    try journal.trusted("refused", TrustedSample.refused(filing), "2025-12-10 15:00")
    #expect(try codes(journal) == ["hearing-notice-late"])
  }

  @Test("T19: results are signed by the head of the provider or a deputy, and by nobody else")
  func signatory() throws {
    var journal = try JournalBuilder()
    let filing = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    let result = TrustedSample.included(filing)
    for signer in JournalBuilder.Signer.allCases {
      let refusal = try journal.refusal("included", result, "2025-12-01 10:00", by: signer)
      let isCompetent = signer == .headOfProvider || signer == .deputyHead
      #expect(refusal?.code == (isCompetent ? nil : .signatoryNotCompetent), "\(signer)")
      #expect(isCompetent || refusal?.clause.place == "23")
    }
    try journal.trusted("included", result, "2025-12-01 10:00", by: .deputyHead)
    #expect(try journal.trustedRegister(asAt: "2025-12-01 12:00").count == 1)
  }

  @Test("T20: the provider's silence past fourteen working days is overdue, and counts as a refusal")
  func silence() throws {
    var journal = try JournalBuilder()
    _ = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    #expect(try deadlines(journal, asAt: "2025-12-10 18:30").only("T20").status == .pending)
    let row = try deadlines(journal, asAt: "2025-12-10 18:31").only("T20")
    #expect(row.status == .overdue && row.isDeemedRefusal)
    #expect(try codes(journal) == ["service-result-overdue"])
  }

  @Test("T12, T22: that a stage was reported is recorded, and moves no case on")
  func stages() throws {
    var journal = try JournalBuilder()
    let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
    let stage: CanonicalValue = ["filing": .string(filing.description), "stage": "Принято"]
    #expect(try journal.refusal("stageReported", stage, "2025-11-20 11:00") == nil)
    try journal.trusted("stageReported", stage, "2025-11-20 11:00")
    var cases = Cases()
    _ = try journal.replay { cases.apply($0, $1) }
    #expect(cases.filing(filing)?.stage == .filed)
    let nobody = UUIDv7(milliseconds: 1, random: (1, 1)).description
    #expect(
      try journal.refusal("stageReported", ["filing": .string(nobody), "stage": "–"], "2025-11-20 12:00")?.code
        == .filingUnknown)
  }

  @Test("T23: operator and contact centre are informed within three working days of an amendment")
  func amendment() throws {
    var journal = try JournalBuilder()
    let amended = try journal.trusted(
      "rulesAmended", ["inForceFrom": "2026-01-01", "order": "1-НҚ", "source": "adilet.zan.kz"], "2025-11-20 10:00",
      case: nil)
    #expect(
      try deadlines(journal, asAt: "2025-11-20 12:00").short == [
        "T23.contactCentre 2025-11-25 pending", "T23.operator 2025-11-25 pending",
      ])
    try journal.trusted(
      "operatorInformed", ["amendment": .string(amended.description), "to": "egovOperator"], "2025-11-21 10:00",
      case: nil)
    let rows = try deadlines(journal, asAt: "2025-12-01 12:00")
    #expect(try rows.only("T23.operator").status == .met)
    #expect(try rows.only("T23.contactCentre").status == .overdue)
  }

  @Test("T24, C1, C2, C3, C4, C5, C6: complaints run as in the other orders, by the clauses of this one")
  func complaints() throws {
    var journal = try JournalBuilder()
    let complaint = try journal.trusted("complaintFiled", TrustedSample.complaint(), "2025-12-01 10:00")
    #expect(
      try deadlines(journal, asAt: "2025-12-01 12:00").short == [
        "C2 2025-12-04 pending", "C3 2025-12-04 pending", "C4 2025-12-08 pending",
      ])
    let forwarded: CanonicalValue = ["complaint": .string(complaint.description), "to": "higherBody"]
    #expect(
      try journal.refusal("complaintForwarded", forwarded, "2025-12-02 10:00", by: .authorisedPerson)?.clause
        .description
        == "53-НҚ, 30")
    try journal.trusted("complaintForwarded", forwarded, "2025-12-02 10:00")
    #expect(
      try journal.refusal("complaintForwarded", forwarded, "2025-12-03 10:00")?.code == .complaintForwardedAlready)
    var other = try JournalBuilder()
    try other.trusted("complaintFiled", TrustedSample.complaint("qualityBody"), "2025-12-01 10:00")
    // 16 December is a day off.
    #expect(try deadlines(other, asAt: "2025-12-01 12:00").short == ["C5 2025-12-23 pending"])
  }

  @Test("T27: the service is electronic alone: paper and a signature by hand are no filings of this order")
  func electronicAlone() throws {
    let entry = try #require(ActCatalogue.standard.entry(type: "trusted.inclusionFiled", version: 1))
    for (member, word) in [("channel", "chancery"), ("signature", "hand")] {
      var journal = try JournalBuilder()
      let what = TrustedSample.software([], [member: .string(word)])
      try journal.trusted("inclusionFiled", what, "2025-11-20 10:00")
      #expect(try deadlines(journal, asAt: "2025-11-21 10:00").isEmpty)
    }
    #expect(entry.says.contains("Appendix 4"))
  }

  @Test("acts before the edition whose text is known are recorded and not judged")
  func notJudged() throws {
    var journal = try JournalBuilder()
    try journal.entry(1, TrustedSample.software([]), "2024-06-03 10:00")
    #expect(try codes(journal, asAt: "2024-12-30 12:00") == ["not-judged"])
    #expect(try journal.trustedRegister(asAt: "2024-12-30 12:00").count == 1)
  }
}
