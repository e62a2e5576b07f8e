import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("The rules of every order")
struct RuleListTests {
  @Test("every rule of the analysis is there, in order, and cites a place of its clause", arguments: KnownOrder.all)
  func everyRule(order: KnownOrder) throws {
    let rows = try order.rules()
    #expect(rows.count == order.counts.rules)
    let provisions = try order.provisions()
    #expect(provisions.rules.map(\.id) == rows.map(\.id))
    for (id, clause) in rows {
      let rule = try #require(provisions.rule(id))
      let place = try #require(rule.clauses.first).place
      #expect(rule.clauses.allSatisfy { RuleBook.standard.regulation($0.regulation)?.id == order.number })
      #expect(!rule.text.isEmpty)
      let number = clause.prefix { $0.isNumber }
      // Appendix places are spelt "App. 5 it. 9" here and "App.5 it.9" there.
      let spelt = place.replacing(". ", with: ".")
      #expect(number.isEmpty ? clause.hasPrefix(spelt) : place.prefix { $0.isNumber } == number, "\(id): \(place)")
    }
  }

  @Test("every reading of the analysis is there, in order", arguments: KnownOrder.all)
  func everyReading(order: KnownOrder) throws {
    let readings = try order.provisions().readings
    #expect(readings.map(\.id) == (try LawFixture.lines("readings-\(order.list)", "txt")))
    #expect(readings.count == order.counts.readings)
    #expect(readings.allSatisfy { !$0.place.isEmpty && !$0.problem.isEmpty && !$0.reading.isEmpty })
  }
}

@Suite("The rules of order 138/НҚ")
struct RulesTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let duty: String
    let count: Int
    var direction: Term.Direction = .after
    var bearing: Duty.Bearing = .obligation
    let clause: String
    let actor: String
    var ends: EndOfDay = .officeCloses
    var testDescription: String { duty }
  }

  static let terms: [Expected] = [
    Expected(duty: "A07", count: 0, clause: "9 ¶1", actor: "chanceryWorker"),
    Expected(duty: "A09", count: 2, bearing: .limit, clause: "9 ¶3", actor: "providerEmployee"),
    Expected(duty: "A10", count: 5, clause: "10", actor: "provider"),
    Expected(
      duty: "A12.inclusion", count: 3, direction: .before, bearing: .limit, clause: "12 s.1", actor: "provider"),
    Expected(
      duty: "A12.exclusion", count: 3, direction: .before, bearing: .limit, clause: "12 s.1", actor: "provider"),
    Expected(duty: "A13", count: 2, clause: "12 s.2", actor: "provider"),
    Expected(duty: "A15", count: 2, clause: "14", actor: "headOfUnit"),
    Expected(duty: "A17", count: 10, clause: "15", actor: "applicant", ends: .midnight),
    Expected(duty: "A18", count: 3, clause: "15", actor: "provider"),
    Expected(duty: "A19.operator", count: 3, clause: "16", actor: "provider"),
    Expected(duty: "A19.contactCentre", count: 3, clause: "16", actor: "provider"),
    Expected(duty: "C2", count: 3, clause: "18 ¶1", actor: "provider"),
    Expected(duty: "C3", count: 3, bearing: .limit, clause: "18 ¶2", actor: "provider"),
    Expected(duty: "C4", count: 5, clause: "19", actor: "provider"),
    Expected(duty: "C5", count: 15, clause: "20", actor: "qualityBody"),
  ]

  @Test("each term has its count of working days, its bearing and its clause", arguments: terms)
  func eachTerm(expected: Expected) throws {
    let duty = try #require(try LawFixture.provisions().duty(expected.duty))
    #expect(
      duty.term == Term(count: expected.count, unit: .workingDays, direction: expected.direction, ends: expected.ends))
    #expect(duty.bearing == expected.bearing)
    #expect(duty.clause.description == "138-НҚ, \(expected.clause)")
    #expect(duty.actor.id == expected.actor)
  }

  @Test("there are no other terms")
  func noOtherTerms() throws {
    #expect(try LawFixture.provisions().duties.map(\.id) == Self.terms.map(\.duty))
  }

  @Test("for exclusion the limit of the hearing's notice is not applicable, by I-05, and for nothing else")
  func notApplicable() throws {
    let impossible = try LawFixture.provisions().duties.filter { $0.applicability != .applies }
    #expect(impossible.map(\.id) == ["A12.exclusion"])
    #expect(impossible.first?.applicability == .notApplicable(reading: "I-05"))
  }

  @Test("a registered act opens the terms of its service only")
  func opening() throws {
    let provisions = try LawFixture.provisions()
    func opened(_ type: String, _ service: String?, _ what: CanonicalValue = [:]) -> [String] {
      provisions.duties(openedBy: type)
        .filter { $0.opensOn.fits(type: type, service: service) { what[$0]?.string } }.map(\.id)
    }
    #expect(opened("apk.registered", "inclusion") == ["A09", "A10", "A12.inclusion"])
    #expect(opened("apk.registered", "exclusion") == ["A09", "A12.exclusion", "A15"])
    #expect(opened("apk.registered", "change") == ["A18"])
    #expect(opened("apk.registered", nil).isEmpty)
    #expect(opened("apk.inclusionFiled", "inclusion") == ["A07"])
    #expect(opened("apk.changeNotified", "change") == ["A07", "A17"])
    #expect(opened("apk.hearingNotified", "exclusion") == ["A13"])
    #expect(opened("apk.rulesAmended", nil) == ["A19.operator", "A19.contactCentre"])
    #expect(opened("apk.complaintFiled", "inclusion", ["addressee": "provider"]) == ["C2", "C3", "C4"])
    #expect(opened("apk.complaintFiled", nil, ["addressee": "higherBody"]) == ["C2", "C3"])
    #expect(opened("apk.complaintFiled", nil, ["addressee": "qualityBody"]) == ["C5"])
    #expect(opened("apk.complaintFiled", nil, ["addressee": 1]).isEmpty)
    #expect(opened("apk.unitsListed", "inclusion").isEmpty)
  }

  /// A term's last day by the data alone, as an engine would count it.
  private func lastDay(_ id: String, registered: LocalDate, _ provisions: Provisions) throws -> LocalDate {
    let duty = try #require(provisions.duty(id))
    switch duty.start {
    case .end(let other):
      return duty.term.lastDay(from: try lastDay(other, registered: registered, provisions), calendar: .default)
    case .actDay, .intakeDay, .date, .documentExpiry, .force:
      return duty.term.lastDay(from: registered, calendar: .default)
    }
  }

  @Test(
    "the deadline matrix comes out of the data",
    arguments: [
      ("A07", "2025-03-20"), ("A09", "2025-03-27"), ("A10", "2025-04-01"), ("A12.inclusion", "2025-03-27"),
      ("A13", "2025-03-27"), ("A15", "2025-03-27"), ("A17", "2025-04-08"), ("A18", "2025-03-28"),
      ("A19.operator", "2025-03-28"), ("C2", "2025-03-28"), ("C3", "2025-03-28"), ("C4", "2025-04-01"),
      ("C5", "2025-04-15"),
    ])
  func matrix(duty: String, day: String) throws {
    let registered = try #require(LocalDate("2025-03-20"))
    #expect(try lastDay(duty, registered: registered, LawFixture.provisions()).description == day)
  }

  @Test("terms of calendar days move an end on a day off onwards, and a day before a date moves nowhere")
  func calendarDays() throws {
    let friday = try #require(LocalDate("2025-01-03"))
    let forward = Term(count: 1, unit: .calendarDays)
    #expect(forward.lastDay(from: friday, calendar: .default).description == "2025-01-05")
    let expiry = try #require(LocalDate("2025-02-04"))
    let back = Term(count: 30, unit: .calendarDays, direction: .before)
    #expect(back.lastDay(from: expiry, calendar: .default).description == "2025-01-05")
    #expect(back.lastDay(from: expiry.adding(days: -1), calendar: .default).description == "2025-01-04")
  }
}
