import RegistryEvents
import RegistryProjections
import Testing

@Suite("Official wording")
struct LawWordingTests {
  @Test("the closed list has the six grounds of Appendix 5 item 9, in order and in both languages")
  func refusalGrounds() throws {
    let grounds = try LawFixture.provisions().refusalGrounds
    #expect(grounds.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(
      grounds.map(\.code) == [
        "unreliable", "nonConforming", "negativeOpinion", "courtBan", "courtDeprivation", "noConsent",
      ])
    #expect(grounds.map(\.clause.place) == (1...6).map { "App. 5 it. 9 sub \($0)" })
    #expect(grounds.allSatisfy { $0.wording.kk != nil && $0.wording.ru != nil })
  }

  /// All wording that an order's data gives as official, with a name to find it by.
  private func wordings(_ order: KnownOrder) throws -> [(name: String, text: OfficialText)] {
    let law = try order.provisions()
    let regulation = try #require(RuleBook.standard.regulation(order.number))
    var all: [(String, OfficialText)] = [("title", regulation.title), ("service", law.serviceName)]
    all += law.refusalGrounds.map { ("ground \($0.number)", $0.wording) }
    all += law.requirements.map { ("requirement \($0.id)", $0.text) }
    all +=
      law.register.map { register in
        [("register", register.title)] + register.columns.map { ("column \($0.id)", $0.title) }
      } ?? []
    all += law.documents.map { ("document \($0.service) \($0.id) \($0.channel)", $0.title) }
    for item in law.standard {
      all.append(("item \(item.number) title", item.title))
      if let text = item.text { all.append(("item \(item.number)", text)) }
    }
    for form in law.forms {
      all.append((form.id, form.title))
      for field in form.fields {
        let russian = field.isRussianRestored ? nil : field.title.ru
        all.append(("\(form.id) \(field.id)", OfficialText(kk: field.title.kk, ru: russian)))
        all += field.choices.map { ("\(form.id) \(field.id) choice", $0.title) }
      }
    }
    return all
  }

  @Test("every official wording stands in the published text of its language", arguments: KnownOrder.all)
  func wordingIsInTheTexts(order: KnownOrder) throws {
    let ru = try order.texts.ru.map { LawFixture.bare(try LawFixture.text($0, "txt")) }
    let kk = try order.texts.kk.map { LawFixture.bare(try LawFixture.text($0, "txt")) }
    var missing: [String] = []
    for (name, text) in try wordings(order) {
      for (language, wording, source) in [("ru", text.ru, ru), ("kk", text.kk, kk)] {
        guard let wording else { continue }
        if source?.contains(LawFixture.bare(wording)) != true { missing.append("\(name), \(language)") }
      }
    }
    #expect(missing == order.torn)
  }

  @Test(
    "a form has its fields in order",
    arguments: [
      (
        "138-НҚ/1",
        [
          "number", "enteredOn", "holderName", "holderId", "legalAddress", "dataCentreAddress", "contacts", "model",
          "serialNumber", "tnvedCode", "hashrateTHs", "powerKW", "customsDeclaration", "possessionDocument",
          "excludedOn",
        ]
      ),
      (
        "138-НҚ/2",
        [
          "holderName", "holderId", "legalAddress", "dataCentreAddress", "contacts", "modelAndQuantity", "tnvedCode",
          "consent", "possessionDocument", "signature", "signerName", "filledOn",
        ]
      ),
      (
        "138-НҚ/3",
        ["number", "model", "serialNumber", "hashrateTHs", "powerKW", "customsDeclaration", "condition"]
      ),
      ("138-НҚ/4", ["holderName", "entry", "contacts", "consent", "signature", "signerName", "filledOn"]),
      (
        "138-НҚ/6",
        [
          "organisation", "number", "issuedOn", "holderName", "provider", "applicationDate", "incomingNumber", "reason",
          "signerPosition", "signerName",
        ]
      ),
      (
        "138-НҚ/7",
        [
          "organisation", "letterhead", "number", "issuedOn", "provider", "holderName", "holderId", "tnvedCode",
          "inclusionText", "signerPosition", "signerName",
        ]
      ),
      (
        "138-НҚ/8",
        [
          "organisation", "letterhead", "number", "issuedOn", "holderName", "model", "signerPosition", "signerName",
        ]
      ),
      ("138-НҚ/9", ["holderName", "newContent", "reason", "contacts", "signature", "signerName", "filledOn"]),
    ])
  func fields(id: String, fields: [String]) throws {
    let form = try #require(try LawFixture.provisions().form(id))
    #expect(form.fields.map(\.id) == fields)
    #expect(id.hasSuffix("/\(form.appendix)"))
  }

  @Test("a language is missing only where its text lacks the appendix")
  func gaps() throws {
    for form in try LawFixture.provisions().forms {
      let withoutKazakh = form.fields.filter { $0.title.kk == nil }.count
      let withoutRussian = form.fields.filter { $0.title.ru == nil }.count
      #expect(withoutKazakh == ([2, 3].contains(form.appendix) ? form.fields.count : 0))
      #expect(withoutRussian == (form.appendix == 7 ? form.fields.count : 0))
    }
    let register = try #require(try LawFixture.provisions().form("138-НҚ/1"))
    #expect(register.fields.map(\.number) == Array(1...15))
  }

  @Test("each service wants its documents on each channel")
  func documents() throws {
    let law = try LawFixture.provisions()
    func wanted(_ service: String, _ channel: Channel) -> [String] {
      law.documents(service: service, channel: channel).map { "\($0.id) \($0.shape.rawValue)" }
    }
    #expect(wanted("inclusion", .chancery) == ["application form", "units form", "possession copy"])
    #expect(wanted("inclusion", .portal) == ["application form", "units form", "possession electronic-copy"])
    #expect(wanted("exclusion", .chancery) == ["application form", "ground copy"])
    #expect(wanted("exclusion", .portal) == ["application form", "ground electronic-copy"])
    #expect(wanted("change", .portal).isEmpty)
    let proof = try #require(law.documents(service: "exclusion", channel: .portal).last)
    #expect(proof.alternatives.map(\.code) == ["disposal", "serviceLifeExpired", "sale", "loss"])
  }

  @Test("Appendix 5 has ten items, of which duties, documents and grounds hold three")
  func standard() throws {
    let items = try LawFixture.provisions().standard
    #expect(items.map(\.number) == Array(1...10))
    #expect(items.filter { $0.text == nil }.map(\.number) == [3, 8, 9])
  }
}
