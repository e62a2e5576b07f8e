import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Wording of the forms")
struct FormWordingTests {
  @Test("what stands between the fields is in the published text of its language")
  func sentences() throws {
    let texts: [DocumentLanguage: String] = [
      .kk: LawFixture.bare(try LawFixture.text("331-NK-2023.kk", "txt")),
      .ru: LawFixture.bare(try LawFixture.text("138-NK-ed-331-NK-2023.ru", "txt")),
    ]
    for language in DocumentLanguage.allCases {
      let text = try #require(texts[language])
      for piece in try #require(HardwareWording.refusalSentence[language]) {
        #expect(text.contains(LawFixture.bare(piece)))
      }
      #expect(text.contains(LawFixture.bare(DocumentWords.furtherConsideration[language])))
      // The Kazakh text prints the sentence at the foot in Russian.
      #expect(text.contains(LawFixture.bare(HardwareWording.footer.text)))
    }
    #expect(texts[.ru]?.contains(LawFixture.bare(HardwareWording.inclusionNotice.text)) == true)
  }

  @Test("what the Russian text lacks of Appendix 7 is taken from the nearest form, or stands in Kazakh and says so")
  func lacking() throws {
    let document = try FormFixture.document(.inclusion, of: FormFixture.included(), in: .ru)
    #expect(document.title == HardwareWording.inclusionNotice)
    #expect(document.notes == [HardwareWording.formLackingInRussian])
    let titles = ["number", "issuedOn", "provider", "holderId", "tnvedCode"].map { document.field($0)?.title }
    #expect(
      titles == [
        Wording("№", .ru), Wording("дата", .ru), Wording("Наименование услугодателя", .ru),
        Wording("бизнес-идентификационный номер/индивидуальный идентификационный номер", .ru),
        Wording("код ТН ВЭД ЕАЭС", .ru),
      ])
    let html = FormFixture.text(HTMLRenderer(), document)
    #expect(html.contains("<span lang=\"kk\">жолдаған өтініштің 3-қосымшасында"))
  }

  @Test("in the language of its text a form has its own headings", arguments: [6, 7, 8])
  func ownHeadings(appendix: Int) throws {
    let law = try LawFixture.provisions()
    let form = try #require(law.forms.first { $0.appendix == appendix })
    for language in DocumentLanguage.allCases where form.title[language] != nil {
      let wording = FormWording(provisions: law, form: form, language: language)
      #expect(!wording.isLacking)
      #expect(form.fields.allSatisfy { wording.title($0.id).text == $0.title[language] })
    }
  }

  @Test(
    "a day is written as in the forms",
    arguments: [
      ("2024-01-01", "«01» қаңтар 2024 жыл", "«01» января 2024 года"),
      ("2024-02-29", "«29» ақпан 2024 жыл", "«29» февраля 2024 года"),
      ("2023-12-31", "«31» желтоқсан 2023 жыл", "«31» декабря 2023 года"),
    ])
  func days(text: String, kk: String, ru: String) throws {
    let date = try #require(LocalDate(text))
    #expect(date.written(in: .kk) == kk && date.written(in: .ru) == ru)
  }

  @Test("twelve months have twelve names in each language")
  func months() throws {
    for language in DocumentLanguage.allCases {
      let names = (1...12).compactMap { month in
        LocalDate(year: 2024, month: month, day: 1)?.written(in: language).split(separator: " ")[1]
      }
      #expect(Set(names).count == 12)
    }
  }

  @Test("a document has Astana's day, before and after the clocks went back")
  func astana() throws {
    var (journal, filing) = try FormFixture.filed()
    try journal.add(Sample.included(filing), "2024-04-06 00:30", case: "A-1")
    let document = try FormFixture.document(.inclusion, of: journal)
    #expect(document.field("issuedOn")?.value == DocumentValue("«06» апреля 2024 года"))
    let time = AstanaTime()
    #expect(time.written(try #require(Instant("2024-02-29T17:59:59Z")), in: .ru) == "«29» февраля 2024 года, 23:59:59")
    #expect(time.written(try #require(Instant("2024-02-29T18:00:00Z")), in: .ru) == "«29» февраля 2024 года, 23:00:00")
  }

  @Test(
    "a clause is cited in the document's language, one of another kind as it stands",
    arguments: [
      ("App. 5 it. 9 sub 1", "138-НҚ, 5-қосымша, 9-тармақ, 1) тармақша", "138-НҚ, приложение 5, пункт 9, подпункт 1)"),
      ("9 ¶3", "138-НҚ, 9 ¶3", "138-НҚ, 9 ¶3"), ("App.", "138-НҚ, App.", "138-НҚ, App."),
    ])
  func clauses(place: String, kk: String, ru: String) {
    let clause = Clause(regulation: "138-НҚ", place: place)
    #expect(clause.written(in: .kk) == kk && clause.written(in: .ru) == ru)
  }
}
