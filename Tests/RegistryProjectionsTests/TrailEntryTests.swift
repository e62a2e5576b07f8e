import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("Trails of registers whose entries are made one by one")
struct TrailEntryTests {
  private func trail(_ journal: JournalBuilder, of subject: Trail.Subject) throws -> [TrailAct] {
    var trail = Trail(of: subject)
    var registers = Registers()
    var deadlines = Deadlines()
    let report = try journal.replay(
      seeing: { trail.follow($0, $1, registers: registers) },
      fold: {
        registers.apply($0, $1)
        deadlines.apply($0, $1)
      })
    return trail.acts(
      meeting: deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time))
  }

  private func changes(_ acts: [TrailAct]) -> [String] {
    acts.flatMap { act in
      act.changes.map { "\(act.type) \($0.place) \($0.member) \($0.before ?? "–") \($0.after ?? "–")" }
    }
  }

  private func journal() throws -> JournalBuilder {
    var journal = try JournalBuilder()
    let filing = try journal.entry()
    try journal.trusted("published", TrustedSample.published(filing), "2025-11-21 10:00")
    try journal.change(
      1, ["applicant": TrustedSample.applicant("970240000816"), "name": "Система учёта 2", "support": []],
      "2025-12-01 10:00")
    try journal.trusted("excludedExOfficio", TrustedSample.removed(), "2025-12-02 10:00", case: nil)
    return journal
  }

  @Test(
    "a holder's trail tells all that was done about his entry, with what each act changed, and no number of a person")
  func holder() throws {
    let acts = try trail(journal(), of: .holder(try #require(IdentifierKey(TrustedSample.company))))
    #expect(acts.count == 12)
    #expect(acts.last?.summary == "excluded ex officio, entry 1 (УИ-2): documentExpired")
    #expect(acts.last?.clause?.description == "53-НҚ, 10")
    let ofEntry = FieldChange.Place.entry("1")
    #expect(
      changes(acts) == [
        "trusted.included \(ofEntry) enteredOn – 2025-11-20",
        "trusted.changed \(ofEntry) name Система учёта Система учёта 2",
        "trusted.changed \(ofEntry) applicantId – –",
        "trusted.changed \(ofEntry) applicantName ТОО Разработчик 020240000555 ТОО Разработчик 970240000816",
        "trusted.changed \(ofEntry) support – ",
        "trusted.excludedExOfficio \(ofEntry) endedOn – 2025-12-02",
      ])
  }

  @Test("a case's trail tells its acts with the terms that they met")
  func caseFile() throws {
    let acts = try trail(journal(), of: .caseNumber(try #require(IdentifierKey("T-1"))))
    #expect(
      acts.map(\.type) == [
        "trusted.inclusionFiled", "trusted.registered", "trusted.sentToCommission", "trusted.commissionRecommended",
        "trusted.included", "trusted.published",
      ])
    #expect(acts.map { $0.terms.map(\.obligation) } == [[], ["T13"], [], [], ["T20"], ["T06.publication"]])
    #expect(acts.map { $0.clause?.place } == ["15", "17", "20", "11", "23", "8"])
  }
}
