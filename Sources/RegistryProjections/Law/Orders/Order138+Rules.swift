internal import RegistryEvents

extension Order138 {
  /// Clauses 3 to 16 and the provisions of the appendices that bind somebody.
  static let rules = general + procedure + results + appendixRules

  /// Chapters 1 and 2, clauses 3 to 9.
  private static let general = [
    Rule(
      id: "A01", clauses: [at("3"), at("4")], actor: .provider,
      text:
        "The provider keeps the register: it enters data on complexes, and brings the register up to date when data "
        + "change or are added to and when a complex is excluded.",
      actTypes: [Act.included, Act.excluded, Act.changeEntered]),
    Rule(
      id: "A02", clauses: [at("5"), at("App. 1")], actor: .provider,
      text: "The register is kept in the form of Appendix 1, one row for each serial number.",
      actTypes: [Act.included, Act.unitsListed],
      checks: [
        check(
          "serial-repeated", "A02", "App. 1", .breach,
          "a serial number is entered while another standing entry has it"),
        check(
          "serial-malformed", "A02", "App. 1", .warning,
          "a serial number holds other characters than printable ASCII without spaces"),
      ],
      readings: ["I-10", "I-11", "I-12", "I-13", "I-14"]),
    Rule(
      id: "A03", clauses: [at("6")], actor: .provider,
      text: "The register is changed only on applications for inclusion or exclusion and on notices of changes. What a "
        + "court or the law compels beyond them is an act of its own that names its ground.",
      actTypes: [Act.included, Act.excluded, Act.changeEntered, Act.correctedByAuthority],
      checks: [
        check(
          "act-without-application", "A03", "6", .breach, "the register is changed without an application or notice"),
        check(
          "corrected-by-authority", "A03", "6", .note, "the register is changed on a ground outside the Rules"),
      ],
      readings: ["I-17", "I-19d"]),
    Rule(
      id: "A04", clauses: [at("7"), at("App. 5 it. 2"), at("App. 5 it. 6"), at("App. 5 it. 8")], actor: .applicant,
      text: "The applicant files on the portal or through the chancery, free of charge: Appendices 2 and 3 for "
        + "inclusion, Appendix 4 for exclusion, with the documents of Appendix 5.",
      actTypes: [Act.inclusionFiled, Act.unitsListed, Act.exclusionFiled, Act.entriesListed, Act.changeNotified],
      checks: [
        check("document-missing", "A04", "App. 5 it. 8", .warning, "a required document is not among the attachments"),
        check(
          "quantity-mismatch", "A04", "App. 2 f. 6", .warning,
          "the quantity applied for is not the number of units listed"),
        check(
          "identifier-check-digit", "A04", "App. 2 f. 2", .warning,
          "the check digit of the БИН or ИИН is wrong"),
      ],
      readings: ["I-09", "I-15", "I-19a", "I-19c", "I-19i", "I-19j"]),
    Rule(
      id: "A05", clauses: [at("8 ¶1")],
      text: "On filing, the personal cabinet shows that the request is accepted, and the date and time at which the "
        + "result is due.",
      actTypes: [Act.inclusionFiled, Act.exclusionFiled], readings: ["I-19e"]),
    Rule(
      id: "A06", clauses: [at("8 ¶2"), at("App. 5 it. 7")], actor: .provider,
      text:
        "What comes after working hours, on a day off or a holiday is accepted on the next working day, and results "
        + "are issued then.",
      actTypes: [Act.inclusionFiled, Act.exclusionFiled, Act.changeNotified, Act.registered],
      checks: [
        check(
          "registered-out-of-hours", "A06", "8 ¶2", .note,
          "documents are registered after working hours or on a day off")
      ]),
    Rule(
      id: "A07", clauses: [at("9 ¶1")], actor: .chanceryWorker,
      text: "The chancery accepts and registers documents on the day they are received.",
      actTypes: [Act.registered],
      duties: [
        Duty(
          id: "A07", rule: "A07", clause: at("9 ¶1"), actor: .chanceryWorker, summary: "register the documents",
          opensOn: ActPattern(types: [Act.inclusionFiled, Act.exclusionFiled, Act.changeNotified]), start: .intakeDay,
          term: .workingDays(0), metBy: [Act.registered], endedBy: [Act.intakeRefused], findingStem: "registration")
      ]),
    Rule(
      id: "A08", clauses: [at("9 ¶2")], actor: .chanceryWorker,
      text:
        "The chancery refuses to accept an application whose package is incomplete or holds expired documents. Read "
        + "as a refusal of paper, given at once and always recorded with its reasons.",
      actTypes: [Act.intakeRefused],
      checks: [
        check(
          "intake-refused-after-registration", "A08", "9 ¶2", .breach,
          "acceptance is refused although the documents are registered"),
        check(
          "intake-refused-on-portal", "A08", "9 ¶2", .warning,
          "the chancery refuses to accept what was filed on the portal"),
      ],
      readings: ["I-02", "I-03"]),
    Rule(
      id: "A09", clauses: [at("9 ¶3"), at("App. 5 it. 3 ¶2")], actor: .providerEmployee,
      text: "An incomplete package or expired documents may be refused further consideration, with reasons, within two "
        + "working days of registration.",
      actTypes: [Act.completenessRefused],
      duties: [
        Duty(
          id: "A09", rule: "A09", clause: at("9 ¶3"), actor: .providerEmployee,
          summary: "refuse further consideration of an incomplete package", bearing: .limit,
          opensOn: ActPattern(
            types: [Act.registered], conditions: [.service(oneOf: [Name.inclusion, Name.exclusion])]),
          start: .actDay, term: .workingDays(2), metBy: [Act.completenessRefused],
          endedBy: [Act.included, Act.excluded, Act.refused], findingStem: "completeness-refusal",
          readings: ["I-01", "I-02"])
      ],
      readings: ["I-01", "I-02", "I-19f"]),
  ]

  /// Clauses 10 to 12: inclusion and the hearing.
  private static let procedure = [
    Rule(
      id: "A10", clauses: [at("10"), at("App. 5 it. 3 ¶1")], actor: .provider,
      text:
        "A full package for inclusion is examined, and the result issued, within five working days of registration.",
      actTypes: [Act.registered, Act.included, Act.refused],
      duties: [
        Duty(
          id: "A10", rule: "A10", clause: at("10"), actor: .provider,
          summary: "examine and issue the result of inclusion",
          opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [Name.inclusion])]), start: .actDay,
          term: .workingDays(5), metBy: [Act.included, Act.refused], endedBy: [Act.completenessRefused],
          findingStem: "inclusion-result")
      ]),
    Rule(
      id: "A11", clauses: [at("11")], actor: .provider,
      text:
        "When grounds for refusal are found, the applicant is told of the preliminary decision to refuse and of the "
        + "time and place, or mode, of a hearing.",
      actTypes: [Act.hearingNotified, Act.refused],
      checks: [
        check(
          "refused-without-hearing-notice", "A11", "11", .breach,
          "the service is refused without notice of a preliminary decision and a hearing")
      ]),
    Rule(
      id: "A12", clauses: [at("12 s.1")], actor: .provider,
      text:
        "The notice of a hearing is sent not less than three working days before the end of the term of the service.",
      actTypes: [Act.hearingNotified],
      duties: [
        Duty(
          id: "A12.inclusion", rule: "A12", clause: at("12 s.1"), actor: .provider,
          summary: "send the notice of a hearing",
          bearing: .limit,
          opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [Name.inclusion])]),
          start: .end(ofDuty: "A10"), term: Term(count: 3, direction: .before), metBy: [Act.hearingNotified],
          endedBy: [Act.included, Act.completenessRefused], findingStem: "hearing-notice", readings: ["I-04"]),
        Duty(
          id: "A12.exclusion", rule: "A12", clause: at("12 s.1"), actor: .provider,
          summary: "send the notice of a hearing",
          bearing: .limit,
          opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [Name.exclusion])]),
          start: .end(ofDuty: "A15"), term: Term(count: 3, direction: .before), metBy: [Act.hearingNotified],
          endedBy: [Act.excluded, Act.completenessRefused], applicability: .notApplicable(reading: "I-05"),
          findingStem: "hearing-notice", readings: ["I-05"]),
      ],
      checks: [
        check(
          "hearing-notice-not-computable", "A12", "12 s.1", .note,
          "three working days before the end of a term of two working days is impossible")
      ],
      readings: ["I-04", "I-05"]),
    Rule(
      id: "A13", clauses: [at("12 s.2")], actor: .provider,
      text: "The hearing is held not later than two working days from the day of the notice.",
      actTypes: [Act.hearingNotified, Act.hearingHeld],
      duties: [
        Duty(
          id: "A13", rule: "A13", clause: at("12 s.2"), actor: .provider, summary: "hold the hearing",
          opensOn: ActPattern(types: [Act.hearingNotified]), start: .actDay, term: .workingDays(2),
          metBy: [Act.hearingHeld], findingStem: "hearing")
      ],
      checks: [
        check("refused-without-hearing", "A13", "12 s.2", .breach, "the service is refused without a hearing")
      ]),
  ]

  /// Clauses 13 to 16: results, changes, and what follows an amendment of the Rules.
  private static let results = [
    Rule(
      id: "A14", clauses: [at("13")], actor: .authorisedPerson,
      text: "By the result of the hearing, or without one when there is no ground for refusal, the provider sends the "
        + "reasoned refusal of Appendix 6 or the notice of inclusion of Appendix 7, signed by its authorised person.",
      actTypes: [Act.included, Act.refused],
      checks: [
        check(
          "signatory-not-competent", "A14", "13", .breach, "the act is signed in another capacity than the clause wants"
        )
      ],
      readings: ["I-07", "I-08"]),
    Rule(
      id: "A15", clauses: [at("14"), at("App. 5 it. 3 ¶3")], actor: .headOfUnit,
      text: "A full package for exclusion is examined, and the result issued, within two working days of registration. "
        + "The notice of Appendix 8 is signed by the head of the structural subdivision or who stands in for him.",
      actTypes: [Act.registered, Act.excluded, Act.refused],
      duties: [
        Duty(
          id: "A15", rule: "A15", clause: at("14"), actor: .headOfUnit,
          summary: "examine and issue the result of exclusion",
          opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [Name.exclusion])]), start: .actDay,
          term: .workingDays(2), metBy: [Act.excluded, Act.refused], endedBy: [Act.completenessRefused],
          findingStem: "exclusion-result")
      ],
      readings: ["I-05", "I-06", "I-07"]),
    Rule(
      id: "A16", clauses: [at("4 sub 2"), at("14"), at("App. 1")], actor: .provider,
      text: "With the notice of exclusion the date of exclusion is set in the register; the entry stays visible.",
      actTypes: [Act.excluded],
      checks: [
        check("exclusion-without-entry", "A16", "14", .breach, "what is excluded has no standing entry in the register")
      ],
      readings: ["I-10"]),
    Rule(
      id: "A17", clauses: [at("15"), at("App. 9")], actor: .applicant,
      text: "A digital miner gives notice of changed data within ten working days of the day of the change. The text "
        + "attaches no consequence to lateness: the notice is taken in, and flagged.",
      actTypes: [Act.changeNotified],
      duties: [
        Duty(
          id: "A17", rule: "A17", clause: at("15"), actor: .applicant, summary: "give notice of changed data",
          opensOn: ActPattern(types: [Act.changeNotified]), start: .date(member: "changedOn"),
          term: .workingDays(10, ends: .midnight), metBy: [Act.changeNotified], severity: .warning,
          findingStem: "change-notice", readings: ["I-19h"])
      ],
      checks: [
        check(
          "change-date-unknown", "A17", "15", .note,
          "the notice states no day of the change, so that its lateness is unknown")
      ],
      readings: ["I-17", "I-19h"]),
    Rule(
      id: "A18", clauses: [at("15")], actor: .provider,
      text: "The changes are entered in the register within three working days of the registration of the notice.",
      actTypes: [Act.registered, Act.changeEntered],
      duties: [
        Duty(
          id: "A18", rule: "A18", clause: at("15"), actor: .provider, summary: "enter the changes",
          opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [Name.change])]), start: .actDay,
          term: .workingDays(3), metBy: [Act.changeEntered], endedBy: [Act.completenessRefused],
          findingStem: "change-entry", readings: ["I-17"])
      ],
      checks: [
        check("change-without-entry", "A18", "15", .breach, "what is changed has no standing entry in the register")
      ],
      readings: ["I-17"]),
    Rule(
      id: "A19", clauses: [at("16")], actor: .provider,
      text:
        "When the Rules are amended, the operator of the e-government infrastructure and the unified contact centre "
        + "are informed within three working days. The text names no start: read as the day of the amendment.",
      actTypes: [Act.rulesAmended, Act.operatorInformed],
      duties: [
        Duty(
          id: "A19", rule: "A19", clause: at("16"), actor: .provider,
          summary: "inform the operator and the contact centre of the amendment",
          opensOn: ActPattern(types: [Act.rulesAmended]), start: .actDay, term: .workingDays(3),
          metBy: [Act.operatorInformed], findingStem: "operator-information")
      ]),
  ]

  /// Appendix 5 items 9 and 10, and the foot of Appendices 6 to 8.
  private static let appendixRules = [
    Rule(
      id: "A20", clauses: [at("App. 5 it. 9"), at("App. 6")], actor: .provider,
      text:
        "The service is refused only on a ground of the closed list, which the refusal names. Refusals of acceptance "
        + "and of further consideration stand outside the list.",
      actTypes: [Act.refused],
      checks: [
        check(
          "refusal-ground-not-listed", "A20", "App. 5 it. 9", .breach, "the refusal names no ground of the closed list")
      ],
      readings: ["I-06", "I-19a", "I-19f"]),
    Rule(
      id: "A21", clauses: [at("App. 5 it. 10")], actor: .applicant,
      text: "The applicant can learn the order and the status of the service in the personal cabinet and from the "
        + "unified contact centre.",
      readings: ["I-16", "I-19a"]),
    Rule(
      id: "A22", clauses: [at("App. 6"), at("App. 7"), at("App. 8")],
      text:
        "An electronic document is equal to one on paper (Law of 07.01.2003 on the electronic document, art. 7(1)): "
        + "the signature is kept with the act.",
      actTypes: [Act.refused, Act.included, Act.excluded]),
  ]

  static func check(
    _ code: String, _ rule: String, _ place: String, _ severity: Severity, _ text: String
  ) -> FindingKind {
    FindingKind(code: code, rule: rule, clause: at(place), severity: severity, text: text)
  }
}
