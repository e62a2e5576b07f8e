import RegistryEvents

extension RegistersTour {
  /// Line 0, the days off that matter, and the keys of the applicants.
  mutating func planOpening() {
    let opened = JournalOpened.generated(
      origin: RegistersTour.origin, keys: people.first.map(\.enrolment), noteKey: noteSigner.verifierKey)
    plan("2024-02-12 09:00", opened, by: people.first.map(\.key), wait: 0)
    for (index, firm) in people.firms.enumerated() {
      plan("2024-02-12 10:\(padded(5 * index, to: 2))", firm.enrolment, by: [people.firstKeyMaster.key, firm.key])
    }
    for decision in CalendarDecision.all {
      let day = max(decision.recordedOn, Tour.date("2024-02-12"))
      if decision.declared.daysOff.contains(where: { $0 < Tour.date("2024-01-01") }) { continue }
      plan("\(day) 09:40", decision.declared, by: [people.headOfUnit.key])
    }
  }

  /// A document with a file.
  static func document(_ kind: String, _ title: String, validUntil: String? = nil) -> CanonicalValue {
    .members([
      "file": [
        "mediaType": "application/pdf", "name": "document.pdf",
        "sha256": .string(Digest.sha256(of: Array(title.utf8)).description), "size": 184_320,
      ],
      "kind": .string(kind), "title": .string(title), "validUntil": validUntil.map(CanonicalValue.string),
    ])
  }

  /// The day of a moment `YYYY-MM-DD hh:mm`, as acts state it.
  static func day(_ moment: String) -> CanonicalValue { .string(String(moment.prefix(10))) }

  /// The acceptance and registration of a filing, the number of which is that of its case.
  mutating func planRegistration(_ at: String, _ area: String, _ number: String, of filing: String) {
    plan(at, "\(area).registered", case: number, by: people.chancery.key) { acts in
      ["filing": acts[filing], "incomingNumber": .string("IN-\(number)")]
    }
  }

  /// A refusal of the service.
  mutating func planRefusal(
    _ at: String, _ area: String, _ number: String, of filing: String, by official: TourPeople.Official,
    ground: String, _ text: String, hearing: String? = nil, named name: String? = nil
  ) {
    plan(at, "\(area).refused", case: number, by: official.key, named: name) { acts in
      .members([
        "filing": acts[filing], "grounds": [["ground": .string(ground), "text": .string(text)]],
        "hearing": hearing.map { acts[$0] }, "number": .string("REF-\(number)"), "signatory": official.signs,
      ])
    }
  }

  /// A refusal of further consideration.
  mutating func planCompletenessRefusal(
    _ at: String, _ area: String, _ number: String, of filing: String, kind: String, _ text: String
  ) {
    let employee = people.employee
    plan(at, "\(area).completenessRefused", case: number, by: employee.key) { acts in
      [
        "filing": acts[filing], "number": .string("RET-\(number)"),
        "reasons": [["kind": .string(kind), "text": .string(text)]], "signatory": employee.signs,
      ]
    }
  }

  /// A complaint of an applicant.
  mutating func planComplaint(
    _ at: String, _ area: String, _ number: String, by firm: RegistersPeople.Firm, to addressee: ComplaintAddressee,
    against act: String? = nil, demands: String, _ text: String, named name: String
  ) {
    plan(at, "\(area).complaintFiled", case: number, by: firm.key, named: name) { acts in
      .members([
        "addressee": .string(addressee.rawValue), "against": act.map { acts[$0] }, "applicant": firm.applicant,
        "channel": "portal", "demands": .string(demands), "filledOn": RegistersTour.day(at), "signature": "electronic",
        "signedBy": .string(firm.signedBy), "text": .string(text),
      ])
    }
  }

  /// A complaint goes to the higher body, which decides it.
  mutating func planDecision(
    forwarded: String, decided: String, _ area: String, _ number: String, of complaint: String,
    by employee: TourPeople.Official, _ outcome: ComplaintOutcome, _ text: String
  ) {
    plan(forwarded, "\(area).complaintForwarded", case: number, by: employee.key) { acts in
      ["complaint": acts[complaint], "to": "higherBody"]
    }
    plan(decided, "\(area).complaintDecided", case: number, by: people.complaintsBody.key) { acts in
      [
        "body": "higherBody", "complaint": acts[complaint], "number": .string("CMP-\(number)"),
        "outcome": .string(outcome.rawValue), "text": .string(text),
      ]
    }
  }

  /// The Rules of an area are amended, and bodies are told.
  mutating func planAmendment(_ at: String, _ area: String, told: [(String, InformedBody)]) {
    let employee = people.employee
    plan(at, "\(area).rulesAmended", by: employee.key, named: "\(area) amended") { _ in
      [
        "inForceFrom": RegistersTour.day(at), "order": "Приказ № 000/НҚ (тест)",
        "source": "Эталонный контрольный банк НПА (тест)",
      ]
    }
    for (when, body) in told {
      plan(when, "\(area).operatorInformed", by: employee.key) { acts in
        ["amendment": acts["\(area) amended"], "to": .string(body.rawValue)]
      }
    }
  }
}

extension CanonicalValue {
  /// The object with further members, which come before its own of the same names.
  func with(_ members: KeyValuePairs<String, CanonicalValue>) -> CanonicalValue {
    var all = object ?? [:]
    for (name, value) in members { all[name] = value }
    return .object(all)
  }
}
