import RegistryEvents
import RegistryProjections
import Testing

@Suite("Editions")
struct LawEditionTests {
  private func describe(_ book: RuleBook, _ type: String, _ day: String) throws -> String {
    switch book.edition(forActType: type, on: try #require(LocalDate(day))) {
    case .inForce(let edition, _, let isAssumed): return edition.id + (isAssumed ? " (assumed)" : "")
    case .noEditionKnown(let reason): return reason.description
    }
  }

  @Test(
    "an act is judged by the edition in force on its day, or by none when the text is not known",
    arguments: [
      ("2023-06-09", "138-НҚ is in force from 2023-06-10 at the earliest"),
      ("2023-06-10", "the text of 138-НҚ in the edition of 138-НҚ is not known"),
      ("2023-08-27", "the text of 138-НҚ in the edition of 138-НҚ is not known"),
      ("2023-08-28", "331-НҚ (assumed)"),
      ("2030-01-01", "331-НҚ (assumed)"),
    ])
  func byDefault(day: String, answer: String) throws {
    #expect(try describe(.standard, "apk.included", day) == answer)
  }

  @Test("once the day of publication is known, the first day in force is the one after ten days have passed")
  func published() throws {
    let book = RuleBook.standard.published("331/НҚ", of: "138/НК", on: try #require(LocalDate("2023-08-20")))
    #expect(try describe(book, "apk.included", "2023-08-30").hasPrefix("the text of 138-НҚ"))
    #expect(try describe(book, "apk.included", "2023-08-31") == "331-НҚ")
    let other = RuleBook.standard.published("331/НҚ", of: "142/НҚ", on: try #require(LocalDate("2023-08-20")))
    #expect(try describe(other, "apk.included", "2023-08-31") == "331-НҚ (assumed)")
  }

  @Test("an area without a regulation is said to have none")
  func noRegulation() throws {
    #expect(try describe(.standard, "unheard.of", "2025-01-01") == "no regulation is known for the area unheard")
  }

  @Test("force begins on a day named, on the day of publication, or after a wait")
  func force() throws {
    let day = try #require(LocalDate("2024-01-01"))
    #expect(Force.on(day).firstDay == day && !Force.on(day).isAssumed)
    let atOnce = Force.afterPublication(waitingDays: nil, published: nil, publishedNotBefore: day)
    #expect(atOnce.firstDay == day && atOnce.isAssumed)
    let later = Force.afterPublication(waitingDays: 10, published: day.adding(days: 3), publishedNotBefore: day)
    #expect(later.firstDay.description == "2024-01-15" && !later.isAssumed)
  }

  @Test("an order's number has one spelling", arguments: ["138-НҚ", "138/НҚ", "138/НК", "138-НК"])
  func numbers(text: String) {
    #expect(Regulation.normalisedNumber(text) == "138-НҚ")
    #expect(RuleBook.standard.regulation(text)?.id == "138-НҚ")
  }

  @Test("the dates and registrations of the orders are those of their texts")
  func editions() throws {
    let editions = try #require(RuleBook.standard.regulation("138/НҚ")).editions
    #expect(editions.map(\.id) == ["138-НҚ", "331-НҚ"])
    #expect(editions.map(\.adopted.description) == ["2023-04-07", "2023-08-11"])
    #expect(editions.compactMap(\.registered?.description) == ["2023-04-10", "2023-08-17"])
    #expect(editions.map(\.registration) == ["32271", "33287"])
    #expect(RuleBook.standard.version == "kz-digital-assets/1")
  }

  @Test("order 142/НҚ is judged from the day on which order 404/НҚ was registered, at the earliest; P01")
  func pools() throws {
    #expect(try describe(.standard, "pools.registered", "2023-09-13").hasPrefix("the text of 142-НҚ"))
    #expect(try describe(.standard, "pools.registered", "2023-09-14") == "404-НҚ (assumed)")
    let editions = try #require(RuleBook.standard.regulation("142/НК")).editions
    #expect(editions.map(\.registration) == ["32315", "33412"])
    #expect(editions.map { $0.registered?.description } == [nil, "2023-09-14"])
  }

  @Test(
    "order 53/НҚ is judged by the edition of order 829/НҚ, then by that of order 567/НҚ, which alone has T07 and T08",
    arguments: [
      ("2024-12-30", "the text of 53-НҚ in the edition of 53-НҚ is not known", false),
      ("2024-12-31", "829-НҚ (assumed)", false), ("2025-11-17", "829-НҚ (assumed)", false),
      ("2025-11-18", "567-НҚ (assumed)", true),
    ])
  func trusted(day: String, answer: String, hasClause9: Bool) throws {
    #expect(try describe(.standard, "trusted.registered", day) == answer)
    let date = try #require(LocalDate(day))
    if case .inForce(_, let law, _) = RuleBook.standard.edition(forActType: "trusted.registered", on: date) {
      #expect((law.rule("T07") != nil) == hasClause9 && (law.rule("T08") != nil) == hasClause9)
      #expect(law.refusalGrounds.isEmpty != hasClause9 && law.documents.isEmpty != hasClause9)
    }
    let editions = try #require(RuleBook.standard.regulation("53/НК")).editions
    #expect(editions.map(\.registration) == ["16750", nil, nil])
  }

  @Test("a rule is found by its handle with the order and edition that hold it")
  func lookup() {
    let found = RuleBook.standard.rules("C2")
    #expect(found.map(\.regulation.id).starts(with: ["138-НҚ", "142-НҚ"]))
    #expect(found.map(\.edition.id).starts(with: ["331-НҚ", "404-НҚ"]))
    #expect(RuleBook.standard.rules("Z99").isEmpty)
  }
}
