import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("The law's data hangs together")
struct LawTests {
  /// Every edition of the rule book whose text is known.
  private var known: [(regulation: Regulation, provisions: Provisions)] {
    RuleBook.standard.regulations.flatMap { regulation in
      regulation.editions.compactMap { edition in edition.provisions.map { (regulation, $0) } }
    }
  }

  @Test("handles are unique, and every reference leads somewhere")
  func references() throws {
    #expect(!known.isEmpty)
    for (regulation, law) in known {
      #expect(Set(law.duties.map(\.id)).count == law.duties.count)
      #expect(Set(law.rules.map(\.id)).count == law.rules.count)
      #expect(Set(law.readings.map(\.id)).count == law.readings.count)
      #expect(Set(law.forms.map(\.id)).count == law.forms.count)
      for rule in law.rules {
        #expect(!rule.clauses.isEmpty, "\(rule.id)")
        #expect(rule.findings.allSatisfy { $0.rule == rule.id }, "\(rule.id)")
        for duty in rule.duties {
          #expect(duty.rule == rule.id)
          #expect(!duty.opensOn.types.isEmpty && !duty.metBy.isEmpty)
          if case .end(let other) = duty.start { #expect(law.duty(other) != nil) }
          if case .notApplicable(let reading) = duty.applicability { #expect(law.reading(reading) != nil) }
        }
      }
      for service in law.services {
        if let term = service.termDuty { #expect(law.duty(term) != nil) }
        #expect(service.forms.allSatisfy { law.form($0) != nil })
      }
      for document in law.documents {
        #expect(law.services.contains { $0.id == document.service })
        if let form = document.form { #expect(law.form(form) != nil) }
      }
      let cited =
        law.rules.flatMap(\.readings) + law.duties.flatMap(\.readings) + law.signatories.flatMap(\.readings)
        + law.forms.flatMap(\.readings) + law.requirements.flatMap(\.readings)
      #expect(cited.allSatisfy { law.reading($0) != nil })
      let uncited = try #require(KnownOrder.all.first { $0.number == regulation.id }).uncited
      #expect(Set(law.readings.map(\.id)).subtracting(cited) == uncited)
      let places = law.rules.flatMap(\.clauses) + law.duties.map(\.clause) + law.signatories.map(\.clause)
      #expect(
        places.allSatisfy { !$0.place.isEmpty && RuleBook.standard.regulation($0.regulation)?.id == regulation.id })
    }
  }

  @Test("every act of an area has one meaning, and every requirement a finding, services and a clause of its own order")
  func actsAndRequirements() {
    for (regulation, law) in known {
      let types = ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix(regulation.area + ".") }
      #expect(law.acts.map(\.type).sorted() == types.sorted())
      for requirement in law.requirements {
        #expect(law.finding(requirement.finding)?.rule == requirement.rule, "\(requirement.id)")
        #expect(!requirement.services.isEmpty)
        #expect(RuleBook.standard.regulation(requirement.clause.regulation)?.id == regulation.id)
        // What ends an entry without a service is named by the type of the act.
        #expect(
          requirement.services.allSatisfy { id in
            law.services.contains { $0.id == id } || law.meaning(of: id)?.step == .removal
          })
      }
      for preparation in law.services.flatMap(\.preparations) { #expect(law.finding(preparation.finding) != nil) }
    }
  }

  @Test("a code that orders share says the same in each")
  func sharedCodes() {
    var texts: [String: String] = [:]
    for kind in known.flatMap({ $0.provisions.rules.flatMap(\.findings) }) {
      #expect(texts[kind.code] ?? kind.text == kind.text, "\(kind.code)")
      texts[kind.code] = kind.text
    }
  }

  @Test("a finding's code belongs to one rule and one meaning")
  func findingCodes() {
    for (_, law) in known {
      var seen: [String: FindingKind] = [:]
      for kind in law.rules.flatMap(\.findings) {
        #expect(kind.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(kind.code)")
        if let other = seen[kind.code] { #expect(other == kind) }
        seen[kind.code] = kind
      }
    }
  }

  @Test("every act that a rule, a duty or a service names has a signatory, and belongs to the regulation's area")
  func actsHaveSignatories() {
    for (regulation, law) in known {
      let named =
        law.rules.flatMap(\.actTypes) + law.services.flatMap { $0.openedBy + $0.grantedBy + $0.refusedBy }
        + law.duties.flatMap { $0.opensOn.types + $0.metBy + $0.endedBy }
      let signed = Set(law.signatories.flatMap(\.acts.types))
      #expect(Set(named).subtracting(signed).isEmpty)
      #expect(signed.allSatisfy { $0.hasPrefix(regulation.area + ".") })
    }
  }

  @Test(
    "the acts of the area are signed by the roles of the order",
    arguments: [
      ("apk.inclusionFiled", ["applicant", "chanceryWorker"]), ("apk.unitsListed", ["applicant", "chanceryWorker"]),
      ("apk.exclusionFiled", ["applicant", "chanceryWorker"]), ("apk.changeNotified", ["applicant", "chanceryWorker"]),
      ("apk.intakeRefused", ["chanceryWorker"]), ("apk.registered", ["chanceryWorker"]),
      ("apk.completenessRefused", ["authorisedPerson", "providerEmployee"]),
      ("apk.hearingNotified", ["authorisedPerson", "providerEmployee"]),
      ("apk.hearingHeld", ["authorisedPerson", "providerEmployee"]),
      ("apk.refused", ["authorisedPerson", "headOfUnit"]), ("apk.included", ["authorisedPerson"]),
      ("apk.excluded", ["headOfUnit"]), ("apk.changeEntered", ["authorisedPerson", "providerEmployee"]),
      ("apk.complaintFiled", ["applicant", "chanceryWorker"]),
      ("apk.complaintForwarded", ["authorisedPerson", "headOfUnit", "providerEmployee"]),
      ("apk.complaintSatisfied", ["authorisedPerson", "headOfUnit"]),
      ("apk.complaintDecided", ["authorisedPerson", "complaintsBody", "headOfUnit", "qualityBody"]),
      ("apk.rulesAmended", ["authorisedPerson", "providerEmployee"]),
      ("apk.operatorInformed", ["authorisedPerson", "providerEmployee"]),
      ("apk.correctedByAuthority", ["authorisedPerson", "headOfUnit"]),
    ])
  func signingRules(type: String, roles: [String]) throws {
    for day in ["2023-01-01", "2025-01-05"] {
      let rule = RuleBook.standard.signingRules.rule(for: type, recorded: try #require(Instant("\(day)T06:00:00Z")))
      #expect(rule == SigningRules.Rule(roles: roles))
    }
    #expect(Set(roles).isSubset(of: Role.signing.map(\.id)))
  }

  @Test(
    "acts of unknown types and areas have no signing rule", arguments: ["apk.unknown", "pools.accredited", "", "apk"])
  func noSigningRule(type: String) throws {
    let recorded = try #require(Instant("2025-01-05T06:00:00Z"))
    #expect(RuleBook.standard.signingRules.rule(for: type, recorded: recorded) == nil)
  }

  @Test("the refusal of an exclusion may be signed by either head or authorised person, that of an inclusion by one")
  func signatoryByService() throws {
    let law = try LawFixture.provisions()
    func roles(_ service: String) -> [String] {
      law.signatory(of: "apk.refused", service: service)?.roles.map(\.id) ?? []
    }
    #expect(roles("inclusion") == ["authorisedPerson"])
    #expect(roles("exclusion") == ["authorisedPerson", "headOfUnit"])
  }
}
