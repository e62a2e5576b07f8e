import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("What a trail says of an act")
struct TrailSummaryTests {
  static let id = UUIDv7(milliseconds: 0, random: (0, 0))

  static let acts: [(any ActPayload, String)] = [
    (
      Sample.inclusion(["A", "B"], channel: .chancery),
      "application to include 2 units (2 listed) by ТОО Майнер 020240000555, through the chancery"
    ),
    (
      Sample.inclusion([], quantity: 9, parts: 3),
      "application to include 9 units (listed in 3 parts) by ТОО Майнер 020240000555, through the portal"
    ),
    (
      Sample.exclusion([1...5, 9...9]),
      "application to exclude entries 1–5, 9 (sale) by ТОО Майнер 020240000555, through the portal"
    ),
    (
      Sample.change([1...2], on: "2024-05-01"),
      "notice of a change of entries 1–2 by ТОО Майнер 020240000555: legalAddress; changed on 2024-05-01"
    ),
    (
      Sample.change([3...3]),
      "notice of a change of entries 3 by ТОО Майнер 020240000555: legalAddress; the day of the change is not stated"
    ),
    (UnitsListed(filing: id, number: 2, units: [Sample.unit("A")]), "part 2 of the list: 1 unit"),
    (EntriesListed(entries: [Sample.range(4...6)], filing: id, number: 1), "part 1 of the list: entries 4–6"),
    (Sample.registered(id), "registered under ВХ-1"),
    (Sample.intakeRefused(id), "acceptance refused: incomplete"),
    (Sample.completenessRefused(id), "refused further consideration (О-1): incomplete"),
    (
      Sample.hearingNotified(id),
      "preliminary decision to refuse (З-1): unreliable; hearing on 2000-01-01 at 6:00, remote"
    ),
    (Sample.hearingHeld(id, notice: id), "hearing held"),
    (HearingHeld(attended: false, filing: id, notice: id), "hearing held without the applicant, who did not come"),
    (Sample.refused(id), "refused (МО-1): unreliable"), (Sample.included(id, 4...9), "included as entries 4–9 (УВ-1)"),
    (Sample.excluded(id), "excluded (УИ-1)"), (Sample.changeEntered(id), "the notified changes are entered"),
    (Sample.complaint(), "complaint by ТОО Майнер 020240000555, addressed to the provider"),
    (Sample.complaintForwarded(id), "complaint forwarded to the higherBody"),
    (Sample.complaintSatisfied(id), "complaint satisfied by the provider"),
    (Sample.complaintDecided(id), "complaint decided by the provider (Ж-1): dismissed"),
    (Sample.amended, "the Rules are amended by 1-НҚ, from 2024-10-04"),
    (Sample.informed(id, .egovOperator), "the egovOperator is informed of the amendment"),
    (
      CorrectedByAuthority(basis: "Court decision 5", entries: [Sample.range(1...1)], text: "–"),
      "an act outside the Rules on entries 1: Court decision 5"
    ),
  ]

  @Test("every act of the area has its sentence", arguments: acts.indices)
  func sentence(index: Int) {
    let (payload, sentence) = Self.acts[index]
    let draft = ActDraft(payload, at: .earliest, id: Self.id, journal: "test.example/register")
    #expect(draft.summary(AstanaTime()) == sentence)
  }

  @Test("no act of the area is without one, and none tells a telephone, an address of mail or a free text")
  func complete() {
    let types = Set(Self.acts.map { type(of: $0.0).type })
    #expect(types == Set(ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix("apk.") }))
    for (payload, _) in Self.acts {
      let draft = ActDraft(payload, at: .earliest, id: Self.id, journal: "test.example/register")
      let text = draft.summary(AstanaTime())
      #expect(text != draft.type)
      for secret in ["+7", "AAAA", "Договор", "Иванов", "Ахметов", "Возражает", "Нет копии", "Не согласен"] {
        #expect(!text.contains(secret))
      }
    }
  }
}
