import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("The data of order 142/НҚ")
struct PoolRulesTests {
  private let law = Order142.provisions

  struct Expected: Sendable, CustomTestStringConvertible {
    let duty: String
    let count: Int
    var direction: Term.Direction = .after
    var bearing: Duty.Bearing = .obligation
    let clause: String
    var severity: Severity = .breach
    var testDescription: String { duty }
  }

  static let terms: [Expected] = [
    Expected(duty: "P05", count: 0, clause: "7 ¶1"),
    Expected(duty: "P06", count: 2, bearing: .limit, clause: "7 ¶2"),
    Expected(duty: "P07.review", count: 5, clause: "8", severity: .warning),
    Expected(duty: "P07", count: 10, clause: "App. 2 it. 3"),
    Expected(duty: "P09.accreditation", count: 3, direction: .before, bearing: .limit, clause: "10"),
    Expected(duty: "P09.reissue", count: 3, direction: .before, bearing: .limit, clause: "10"),
    Expected(duty: "P09.hearing", count: 2, clause: "10"),
    Expected(duty: "P11.review", count: 2, clause: "12 ¶1", severity: .warning),
    Expected(duty: "P11", count: 5, clause: "App. 2 it. 3"),
    Expected(duty: "P15.operator", count: 3, clause: "15"),
    Expected(duty: "P15.contactCentre", count: 3, clause: "15"),
    Expected(duty: "C2", count: 3, clause: "17 ¶1"),
    Expected(duty: "C3", count: 3, bearing: .limit, clause: "17 ¶2"),
    Expected(duty: "C4", count: 5, clause: "18"),
    Expected(duty: "C5", count: 15, clause: "19"),
  ]

  @Test("each term has its count of working days, its bearing, weight and clause", arguments: terms)
  func eachTerm(expected: Expected) throws {
    let duty = try #require(law.duty(expected.duty))
    #expect(duty.term == Term(count: expected.count, unit: .workingDays, direction: expected.direction))
    #expect(duty.bearing == expected.bearing && duty.severity == expected.severity)
    #expect(duty.clause.description == "142-НҚ, \(expected.clause)")
  }

  @Test("there are no other terms, and the service's term is that of Appendix 2, by I-20 and I-21")
  func noOtherTerms() {
    #expect(law.duties.map(\.id) == Self.terms.map(\.duty))
    #expect(law.services.map(\.termDuty) == ["P07", "P11"])
  }

  @Test("P10: the closed list has five grounds, and no negative answer of a state body")
  func grounds() throws {
    #expect(law.refusalGrounds.map(\.number) == [1, 2, 3, 4, 5])
    #expect(
      law.refusalGrounds.map(\.code) == ["unreliable", "nonConforming", "courtBan", "courtDeprivation", "noConsent"])
    let entry = try #require(ActCatalogue.standard.entry(type: "pools.refused", version: 1))
    let filing = UUIDv7(milliseconds: 1, random: (1, 1))
    #expect(entry.problem(of: PoolSample.refused(filing)) == nil)
    #expect(entry.problem(of: PoolSample.refused(filing, ground: "negativeOpinion")) != nil)
  }

  @Test(
    "P02, P03: the package has the evidence of five conditions on both channels; a re-issue wants the contract alone")
  func documents() {
    for channel in Channel.allCases {
      let wanted = law.documents(service: "accreditation", channel: channel)
      #expect(wanted.compactMap(\.kind) == PoolSample.package)
      #expect(wanted.first?.form == "142-НҚ/1")
      #expect(law.documents(service: "reissue", channel: channel).compactMap(\.kind) == ["channelsContract"])
    }
    // P13: what the provider takes from state information systems is asked of nobody.
    #expect(law.documents.allSatisfy { !$0.id.contains("security") && !$0.id.contains("identity") })
  }

  @Test("P17: the service is free of charge, partly automated or on paper, and Appendix 2 has ten items")
  func standard() {
    #expect(law.standard.map(\.number) == Array(1...10))
    #expect(law.standard.filter { $0.text == nil }.map(\.number) == [3, 8, 9])
    #expect(law.standard[5].text?.ru == "Государственная услуга оказывается бесплатно.")
    #expect(law.services.allSatisfy { $0.channels == [.portal, .chancery] })
  }

  @Test("no wording is Kazakh, since no Kazakh text is known; every form but the list has its fields' sources")
  func russianOnly() {
    let texts = law.forms.flatMap { [$0.title] + $0.fields.map(\.title) } + law.refusalGrounds.map(\.wording)
    #expect(texts.allSatisfy { $0.kk == nil && $0.ru != nil })
    for form in law.forms {
      #expect(!form.shows.isEmpty)
      let empty = form.fields.filter { $0.sources.isEmpty && $0.layout != .sentence }.map(\.id)
      #expect(Set(empty).isSubset(of: ["organisation", "signature"]), "\(form.id)")
    }
  }
}
