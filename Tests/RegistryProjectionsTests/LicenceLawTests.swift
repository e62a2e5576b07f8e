import RegistryEvents
import RegistryProjections
import Testing

@Suite("The rules of orders 165/НҚ and 169/НҚ")
struct LicenceLawTests {
  private func law() throws -> Provisions { try LawFixture.provisions(of: "licences.registered", on: "2024-05-02") }

  @Test("subtype I has five requirements before 1 January 2024 and six from then on, subtype II three")
  func requirements() throws {
    let law = try law()
    func ids(_ service: String, _ day: String) throws -> [String] {
      law.requirements(service: service, on: try #require(LocalDate(day))).map(\.id)
    }
    #expect(try ids("subtypeOne", "2023-12-31") == ["L01", "L02", "L03", "L04", "L07"])
    #expect(try ids("subtypeOne", "2024-01-01") == ["L01", "L02", "L03", "L04", "L06", "L07"])
    #expect(try ids("subtypeTwo", "2023-12-31") == ["L09", "L10", "L11"])
    for requirement in law.requirements {
      let rule = try #require(law.rule(requirement.rule))
      #expect(rule.findings.contains { $0.code == requirement.finding }, "\(requirement.id)")
      #expect(requirement.isTextKnown && requirement.text.ru == nil)
    }
  }

  @Test("the requirements stand in order 165/НҚ, the forms in order 169/НҚ, and there is no Russian text (I-47)")
  func places() throws {
    let law = try law()
    #expect(law.requirements.allSatisfy { $0.clause.regulation == "165-НҚ" })
    let first = law.rules.map { $0.clauses.first?.regulation }
    #expect(first == Array(repeating: "165-НҚ", count: 12) + Array(repeating: "169-НҚ", count: 5))
    let titles = law.forms.flatMap { [$0.title] + $0.fields.flatMap { [$0.title] + $0.choices.map(\.title) } }
    #expect(titles.allSatisfy { $0.ru == nil && $0.kk != nil })
  }

  @Test(
    "a form has its fields in order",
    arguments: [
      (
        1, "licences.applicationFiled",
        [
          "provider", "holderName", "holderId", "asksFor", "address", "email", "phone", "dataCentreAddress",
          "electricity", "sheets", "officialContacts", "noCourtBan", "documentsTrue", "consent", "signature",
          "signerName", "filledOn",
        ]
      ),
      (4, "licences.subtypeOneIssued", licenceFields), (5, "licences.subtypeTwoIssued", licenceFields),
      (
        6, "licences.subtypeOneAnnexIssued",
        [
          "licenceIssuedOn", "licence", "subtype", "provider", "dataCentreAddress", "electricity", "specialConditions",
          "signerName", "number", "validUntil", "issuedOn",
        ]
      ),
      (
        7, "licences.subtypeTwoAnnexIssued",
        [
          "licenceIssuedOn", "licence", "subtype", "provider", "specialConditions", "signerName", "number",
          "validUntil", "issuedOn",
        ]
      ),
    ])
  func forms(appendix: Int, shows: String, fields: [String]) throws {
    let form = try #require(try law().form("169-НҚ/\(appendix)"))
    #expect(form.fields.map(\.id) == fields)
    #expect(form.shows == [shows] && form.appendix == appendix)
  }

  static let licenceFields = [
    "issuedOn", "licence", "holder", "activity", "specialConditions", "note", "provider", "signerName",
    "firstIssuedOn", "validUntil", "place",
  ]

  @Test("the orders are found by either number, and the texts before order 598/НҚ are not known")
  func editions() throws {
    let regulation = try #require(RuleBook.standard.regulation("165/НҚ"))
    #expect(regulation.id == "169-НҚ" && regulation.area == "licences")
    #expect(regulation.editions.map(\.id) == ["169-НҚ", "598-НҚ"])
    #expect(regulation.editions.map(\.force.firstDay.description) == ["2023-04-28", "2023-12-17"])
    #expect(regulation.editions.map { $0.provisions != nil } == [false, true])
    #expect(regulation.editions.map(\.registered?.description) == [nil, "2023-12-06"])
  }
}
