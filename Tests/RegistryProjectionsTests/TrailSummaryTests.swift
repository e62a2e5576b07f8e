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

  /// What a trail says of an act.
  private func summary(_ draft: ActDraft) throws -> String {
    let kind = try #require(LawTable(.standard).kind(of: draft))
    let service = RuleBook.standard.regulations.flatMap(\.editions).compactMap(\.provisions).lazy
      .compactMap { $0.service(openedBy: draft.type) }.first
    return draft.summary(kind, of: service, AstanaTime())
  }

  private func declared(_ type: String, _ what: CanonicalValue) -> ActDraft {
    ActDraft(
      type: type, version: 1, what: what, at: .earliest, case: nil, id: Self.id, journal: "test.example/register")
  }

  static let declaredActs: [(type: String, what: CanonicalValue, sentence: String)] = [
    (
      "inclusionFiled", TrustedSample.software(),
      "application for inclusion by ТОО Разработчик 020240000555, through the portal"
    ),
    (
      "changeFiled", TrustedSample.change(3, ["name": "Другое", "support": []]),
      "application for change of entry 3 by ТОО Разработчик 020240000555, through the portal: name, support"
    ),
    (
      "exclusionFiled", TrustedSample.exclusion(4),
      "application for exclusion of entry 4 by ТОО Разработчик 020240000555, through the portal"
    ),
    ("registered", TrustedSample.registered(id), "registered under ВХ-1"),
    ("completenessRefused", TrustedSample.completenessRefused(id), "refused further consideration (О-1): incomplete"),
    ("sentToCommission", TrustedSample.ofFiling(id), "sent to commission"),
    ("commissionRecommended", TrustedSample.recommended(id), "commission recommended: favourable"),
    (
      "hearingNotified", TrustedSample.hearingNotified(id),
      "notice of a hearing (З-1); hearing on 2025-12-01 at 10:00, remote"
    ),
    ("hearingHeld", TrustedSample.hearingHeld(id, notice: id), "hearing held"),
    ("refused", TrustedSample.refused(id), "refused (МО-1): nonConforming"),
    ("included", TrustedSample.included(id, 7), "included, entry 7 (УВ-1)"),
    ("excluded", TrustedSample.excluded(id), "excluded (УИ-1)"),
    ("changed", TrustedSample.changed(id), "changed (УИЗ-1)"),
    ("removalRecommended", TrustedSample.removalRecommended(2), "removal recommended, entry 2: favourable"),
    ("excludedExOfficio", TrustedSample.removed(2), "excluded ex officio, entry 2 (УИ-2): documentExpired"),
    ("published", TrustedSample.published(id), "published"),
    (
      "correctedByAuthority", ["basis": "Решение суда № 5", "entry": 2, "text": "–"],
      "an act outside the Rules on entry 2: Решение суда № 5"
    ),
    (
      "complaintFiled", TrustedSample.complaint(),
      "complaint by ТОО Разработчик 020240000555, addressed to the provider"
    ),
  ]

  @Test("acts declared by their schemas have their sentences by the same words", arguments: declaredActs.indices)
  func declaredSentence(index: Int) throws {
    let (type, what, sentence) = Self.declaredActs[index]
    #expect(try summary(declared("trusted.\(type)", what)) == sentence)
  }

  /// A value of a schema in which every text says what it is: a free text, or a personal one.
  private func sample(_ schema: Schema) -> CanonicalValue {
    switch schema {
    case .string(.text): return "FREE"
    case .string(.instant): return "2025-12-01T05:00:00Z"
    case .string(.date): return "2025-12-01"
    case .string: return .string(Self.id.description)
    case .integer(let bounds): return .integer(bounds.lowerBound)
    case .boolean: return true
    case .word(let words): return .string(words.first ?? "")
    case .array(let element, _): return [sample(element)]
    case .object(let members), .open(let members):
      return .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, sample($0.schema)) }))
    case .personal: return "PERSONAL"
    case .either(let shapes): return shapes.first.map(sample) ?? .null
    case .any: return .null
    }
  }

  @Test("no declared act of any order is without a sentence of its own, and none tells a personal value")
  func declaredComplete() throws {
    let entries = ActCatalogue.standard.entries.filter { $0.payload == nil }
    #expect(entries.count > 20)
    for entry in entries {
      let text = try summary(declared(entry.type, sample(entry.schema)))
      #expect(text != entry.type && !text.contains("PERSONAL"), "\(entry.type): \(text)")
      // An act about which nothing is known but its name is told by it.
      #expect(try !summary(declared(entry.type, [:])).isEmpty)
    }
  }

  @Test("every act of the area has its sentence", arguments: acts.indices)
  func sentence(index: Int) throws {
    let (payload, sentence) = Self.acts[index]
    let draft = ActDraft(payload, at: .earliest, id: Self.id, journal: "test.example/register")
    #expect(try summary(draft) == sentence)
  }

  @Test("no act of the area is without one, and none tells a telephone, an address of mail or a free text")
  func complete() throws {
    let types = Set(Self.acts.map { type(of: $0.0).type })
    #expect(types == Set(ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix("apk.") }))
    for (payload, _) in Self.acts {
      let draft = ActDraft(payload, at: .earliest, id: Self.id, journal: "test.example/register")
      let text = try summary(draft)
      #expect(text != draft.type)
      for secret in ["+7", "AAAA", "Договор", "Иванов", "Ахметов", "Возражает", "Нет копии", "Не согласен"] {
        #expect(!text.contains(secret))
      }
    }
  }
}
