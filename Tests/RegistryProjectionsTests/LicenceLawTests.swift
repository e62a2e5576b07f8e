import RegistryEvents
import RegistryProjections
import Testing

@Suite("The rules of orders 165/НҚ and 169/НҚ")
struct LicenceLawTests {
  private func law() throws -> Provisions { try LawFixture.provisions(of: "licences.registered", on: "2024-05-02") }

  @Test("every rule of the analysis is there, in order, at its place")
  func everyRule() throws {
    let rows = try LawFixture.lines("rules-169", "tsv").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count == 17)
    let rules = try law().rules
    #expect(rules.map(\.id) == rows.map { $0[0] })
    for (rule, row) in zip(rules, rows) {
      let clause = try #require(rule.clauses.first)
      #expect("\(clause.regulation) \(clause.place)".hasPrefix(row[1]), "\(rule.id)")
      #expect(!rule.text.isEmpty)
    }
  }

  @Test("every reading of the analysis is there, in order, and cited")
  func everyReading() throws {
    let law = try law()
    #expect(law.readings.map(\.id) == (try LawFixture.lines("readings-169", "txt")))
    let cited = law.rules.flatMap(\.readings) + law.forms.flatMap(\.readings) + law.requirements.flatMap(\.readings)
    #expect(Set(cited) == Set(law.readings.map(\.id)))
  }

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

  @Test("every official wording stands in the Kazakh text, and there is no Russian one (I-47)")
  func wording() throws {
    let text = LawFixture.bare(try LawFixture.text("165-169-NK-ed-598-NK-2023.kk", "txt"))
    let law = try law()
    var all = [try #require(RuleBook.standard.regulation("169/НҚ")).title, law.serviceName]
    all += law.services.map(\.title) + law.requirements.map(\.text)
    for form in law.forms { all += [form.title] + form.fields.flatMap { [$0.title] + $0.choices.map(\.title) } }
    if let register = law.register { all += [register.title] + register.columns.map(\.title) }
    #expect(all.count > 70)
    for wording in all {
      #expect(wording.ru == nil)
      let kk = try #require(wording.kk)
      #expect(text.contains(LawFixture.bare(kk)), "\(kk)")
    }
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

  @Test("every act of the area has a meaning and a signatory")
  func acts() throws {
    let law = try law()
    let types = ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix("licences.") }
    #expect(types.count == 9)
    #expect(law.acts.map(\.type).sorted() == types.sorted())
    for type in types { #expect(law.signatories.contains { $0.acts.types.contains(type) }, "\(type)") }
  }
}
