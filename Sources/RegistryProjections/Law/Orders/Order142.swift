import RegistryEvents

/// Order 142/НҚ of 11.04.2023: the Rules of the public service "Accreditation of digital mining pools", in the edition of
/// order 404/НҚ of 13.09.2023.
///
/// Written from the Russian text of that edition; the Kazakh text is not known. What stands here is in the order of the text:
/// services and signatories, rules by clause, complaints, conditions, the basic requirements of Appendix 2, forms, the register,
/// readings.
public enum Order142: OrderText {
  /// The number of the order.
  public static let id = "142-НҚ"
  static let area = "pools"

  /// The order and its editions. The text before order 404/НҚ is not known, nor the day of its registration and from when it was
  /// in force; the day of the order is the earliest possible.
  public static let regulation = Regulation(
    id: id,
    area: area,
    title: OfficialText(kk: nil, ru: "Правила аккредитации цифровых майнинговых пулов"),
    editions: [
      Edition(
        id: "142-НҚ", adopted: day(2023, 4, 11), registration: "32315", registered: nil,
        force: .afterPublication(waitingDays: nil, published: nil, publishedNotBefore: day(2023, 4, 11)),
        provisions: nil),
      Edition(
        id: "404-НҚ", adopted: day(2023, 9, 13), registration: "33412", registered: day(2023, 9, 14),
        // Clause 4 of order 404/НҚ: from the day of first official publication, which is not known.
        force: .afterPublication(waitingDays: nil, published: nil, publishedNotBefore: day(2023, 9, 14)),
        provisions: provisions),
    ])

  /// The edition of order 404/НҚ.
  static let provisions = Provisions(
    sources: sources, hours: .from9To1830, serviceName: serviceName, services: services, acts: acts,
    rules: rules + complaints.rules, signatories: signatories, refusalGrounds: refusalGrounds, documents: documents,
    forms: forms, standard: standard, readings: readings, register: register, requirements: requirements)

  static let sources = [
    SourceText(
      id: "142-NK-ed-404-NK-2023.ru", language: "ru",
      title: "Order 142/НҚ of 11.04.2023 in the edition of order 404/НҚ of 13.09.2023, Russian text")
  ]

  /// The names of the services, as conditions of this order use them.
  enum Name {
    static let accreditation = "accreditation"
    static let reissue = "reissue"
  }

  /// The types of the acts.
  enum Act {
    static let accreditationFiled = "pools.accreditationFiled"
    static let reissueFiled = "pools.reissueFiled"
    static let intakeRefused = "pools.intakeRefused"
    static let registered = "pools.registered"
    static let completenessRefused = "pools.completenessRefused"
    static let reissueRefused = "pools.reissueRefused"
    static let stateRecordObtained = "pools.stateRecordObtained"
    static let securityTestObtained = "pools.securityTestObtained"
    static let stageReported = "pools.stageReported"
    static let hearingNotified = "pools.hearingNotified"
    static let hearingHeld = "pools.hearingHeld"
    static let refused = "pools.refused"
    static let certificateIssued = "pools.certificateIssued"
    static let certificateReissued = "pools.certificateReissued"
    static let rulesAmended = "pools.rulesAmended"
    static let operatorInformed = "pools.operatorInformed"
    static let correctedByAuthority = "pools.correctedByAuthority"
  }
}

extension Order142 {
  /// Clauses 3, 8 and 12, and Appendix 2 items 3 and 5: accreditation and re-issue are one public service with two terms.
  static let services = [
    Service(
      id: Name.accreditation,
      title: OfficialText(kk: nil, ru: "Выдача свидетельства об аккредитации цифрового майнингового пула"),
      openedBy: [Act.accreditationFiled], grantedBy: [Act.certificateIssued], effect: .enters,
      refusedBy: [Act.refused, Act.completenessRefused],
      forms: ["142-НҚ/1"], channels: [.portal, .chancery], termDuty: "P07", hearing: .required,
      preparations: [Preparation(act: Act.stateRecordObtained, finding: "state-record-missing")],
      clause: at("8")),
    Service(
      id: Name.reissue,
      title: OfficialText(
        kk: nil, ru: "переоформление свидетельства об аккредитации цифрового майнингового пула"),
      openedBy: [Act.reissueFiled], grantedBy: [Act.certificateReissued], effect: .changes,
      refusedBy: [Act.refused, Act.completenessRefused, Act.reissueRefused],
      forms: ["142-НҚ/1"], channels: [.portal, .chancery], termDuty: "P11", hearing: .required, clause: at("12")),
  ]

  /// What the acts of the area are.
  static let acts =
    [
      ActMeaning(Act.accreditationFiled, .filing),
      ActMeaning(Act.reissueFiled, .filing, entry: "certificate"),
      ActMeaning(Act.intakeRefused, .intakeRefusal, follows: "filing"),
      ActMeaning(Act.registered, .registration, follows: "filing"),
      ActMeaning(Act.completenessRefused, .completenessRefusal, follows: "filing"),
      ActMeaning(Act.stateRecordObtained, .note, follows: "filing"),
      ActMeaning(Act.securityTestObtained, .note, follows: "filing"),
      ActMeaning(Act.stageReported, .note, follows: "filing"),
      ActMeaning(Act.hearingNotified, .hearingNotice, follows: "filing"),
      ActMeaning(Act.hearingHeld, .hearing, follows: "filing"),
      ActMeaning(Act.refused, .refusal, follows: "filing"),
      ActMeaning(Act.certificateIssued, .grant, follows: "filing", entry: "certificate"),
      ActMeaning(Act.certificateReissued, .grant, follows: "filing"),
      ActMeaning(Act.reissueRefused, .completenessRefusal, follows: "filing"),
      ActMeaning(Act.rulesAmended, .amendment),
      ActMeaning(Act.operatorInformed, .information, follows: "amendment"),
      ActMeaning(Act.correctedByAuthority, .correction, entry: "entry"),
    ] + complaints.acts

  /// Who signs. A paper filing is signed by the worker who took it in, and says so.
  static let signatories =
    [
      signatory([Act.accreditationFiled, Act.reissueFiled], [.applicant, .chanceryWorker], "P03", "5", ["I-25"]),
      signatory([Act.registered], [.chanceryWorker], "P05", "7 ¶1"),
      signatory([Act.intakeRefused], [.chanceryWorker], "P06", "7 ¶2"),
      // The text has the employee send the refusal; that the authorised person may is read into it.
      signatory([Act.completenessRefused], [.providerEmployee, .authorisedPerson], "P06", "7 ¶2"),
      // The text names the provider and no person.
      signatory(
        [Act.stateRecordObtained, Act.securityTestObtained], [.providerEmployee, .authorisedPerson], "P13", "13"),
      signatory([Act.stageReported], [.providerEmployee, .authorisedPerson], "P14", "14"),
      signatory([Act.hearingNotified], [.providerEmployee, .authorisedPerson], "P08", "9"),
      signatory([Act.hearingHeld], [.providerEmployee, .authorisedPerson], "P09", "10"),
      signatory([Act.certificateIssued], [.authorisedPerson, .headOfProvider], "P10", "11", ["I-29"]),
      signatory([Act.refused], [.authorisedPerson], "P10", "11"),
      // For a positive result clause 12 names nobody.
      signatory([Act.certificateReissued], [.authorisedPerson, .headOfProvider], "P11", "12 ¶1", ["I-29"]),
      signatory([Act.reissueRefused], [.authorisedPerson], "P12", "12 ¶2"),
      signatory(
        [Act.rulesAmended, Act.operatorInformed], [.providerEmployee, .authorisedPerson], "P15", "15"),
      signatory([Act.correctedByAuthority], [.authorisedPerson, .headOfProvider], "P01", "3", ["I-27"]),
    ] + complaints.signatories
}

extension Order142 {
  /// Clauses 3 to 20 and the provisions of Appendix 2 that bind somebody.
  static let rules = accreditation + intake + procedure + reissue + surroundings

  /// Clauses 3 and 4.
  private static let accreditation = [
    Rule(
      id: "P01", clauses: [at("3"), at("App. 3")], actor: .provider,
      text:
        "Accreditation is valid on the territory of Kazakhstan for one year from the day of issue. The text knows no "
        + "renewal, suspension or withdrawal: what a court or the law compels is an act of its own that names its ground.",
      actTypes: [Act.certificateIssued, Act.certificateReissued, Act.correctedByAuthority],
      checks: [
        check("corrected-by-authority", "P01", "3", .note, "the register is changed on a ground outside the Rules"),
        check(
          "entry-reference", "P01", "App. 3", .warning,
          "the reference of a new entry is in use, or cannot be compared with others"),
      ],
      bars: [bar(.entryReference, "P01", "App. 3"), bar(.entryUnknown, "P01", "3")],
      readings: ["I-26", "I-27", "I-28"]),
    Rule(
      id: "P02", clauses: [at("4")], actor: .applicant,
      text: "A pool is accredited on seven conditions: its hardware is in Kazakhstan, it has a positive act of the "
        + "information-security test, reserve hardware in another settlement, two dedicated channels of different "
        + "providers for each, round-the-clock support, an interface in three languages, and integration with the state "
        + "service of access to personal data.",
      actTypes: [Act.certificateIssued],
      checks: [
        check(
          "pool-location-missing", "P02", "4 sub 1", .breach,
          "a pool is accredited without a location of its hardware in Kazakhstan"),
        check(
          "security-test-missing", "P02", "4 sub 2", .breach,
          "a pool is accredited without a positive act of the information-security test on record"),
        check(
          "reserve-hardware-missing", "P02", "4 sub 3", .breach,
          "a pool is accredited without the letter on its reserve hardware in another settlement"),
        check(
          "channels-missing", "P02", "4 sub 4", .breach,
          "a pool is accredited, or its certificate re-issued, without the contract that shows two dedicated channels"),
        check(
          "support-missing", "P02", "4 sub 5", .breach,
          "a pool is accredited without the letter on round-the-clock support"),
        check(
          "interface-missing", "P02", "4 sub 6", .breach,
          "a pool is accredited without the letter on an interface in three languages"),
        check(
          "integration-missing", "P02", "4 sub 7", .breach,
          "a pool is accredited without the letter on integration with the state service of access to personal data"),
      ],
      readings: ["I-23", "I-24"]),
  ]

  /// Clauses 5 to 7.
  private static let intake = [
    Rule(
      id: "P03", clauses: [at("5"), at("2 sub 4"), at("App. 1"), at("App. 2 it. 2"), at("App. 2 it. 8")],
      actor: .applicant,
      text:
        "A legal entity files Appendix 1 with the documents of Appendix 2, on the portal or through the chancery: one "
        + "form for accreditation and re-issue.",
      actTypes: [Act.accreditationFiled, Act.reissueFiled],
      checks: [
        check(
          "act-without-application", "P03", "5", .breach,
          "the register is changed without an application or notice"),
        check(
          "recipient-not-eligible", "P03", "2 sub 4", .breach,
          "a pool is accredited, or its certificate re-issued, that is no legal entity"),
        check(
          "document-missing", "P03", "App. 2 it. 8", .warning, "a required document is not among the attachments"),
        check(
          "identifier-check-digit", "P03", "App. 1", .warning, "the check digit of the БИН or ИИН is wrong"),
      ],
      bars: [
        bar(.filingUnknown, "P03", "5"), bar(.caseDiffers, "P03", "5"), bar(.serviceDiffers, "P03", "5"),
        bar(.identifierInvalid, "P03", "App. 1"),
      ],
      readings: ["I-23", "I-24", "I-25", "I-29c"]),
    Rule(
      id: "P04", clauses: [at("6"), at("App. 2 it. 7")],
      text: "On filing, the personal cabinet shows that the request is accepted, and the date and time at which the "
        + "result is due. What comes after working hours, on a day off or a holiday is accepted on the next working day.",
      actTypes: [Act.accreditationFiled, Act.reissueFiled, Act.registered],
      checks: [
        check(
          "registered-out-of-hours", "P04", "6 ¶2", .note,
          "documents are registered after working hours or on a day off")
      ]),
    Rule(
      id: "P05", clauses: [at("7 ¶1")], actor: .chanceryWorker,
      text: "The chancery accepts and registers documents on the day they are received.",
      actTypes: [Act.registered],
      duties: [
        Duty(
          id: "P05", rule: "P05", clause: at("7 ¶1"), actor: .chanceryWorker, summary: "register the documents",
          opensOn: ActPattern(types: [Act.accreditationFiled, Act.reissueFiled]), start: .intakeDay,
          term: .workingDays(0), metBy: [Act.registered], endedBy: [Act.intakeRefused], findingStem: "registration")
      ],
      bars: [bar(.registeredAlready, "P05", "7 ¶1")]),
    Rule(
      id: "P06", clauses: [at("7 ¶2")], actor: .providerEmployee,
      text: "An incomplete package or expired documents may be refused further consideration, with reasons, within two "
        + "working days of registration; or the chancery refuses to accept the application. What the provider itself "
        + "takes from state information systems is no part of the package.",
      actTypes: [Act.completenessRefused, Act.intakeRefused],
      duties: [
        Duty(
          id: "P06", rule: "P06", clause: at("7 ¶2"), actor: .providerEmployee,
          summary: "refuse further consideration of an incomplete package", bearing: .limit,
          opensOn: ActPattern(types: [Act.registered]), start: .actDay, term: .workingDays(2),
          metBy: [Act.completenessRefused],
          endedBy: [Act.certificateIssued, Act.certificateReissued, Act.refused, Act.reissueRefused],
          findingStem: "completeness-refusal")
      ],
      checks: [
        check("document-expired", "P06", "7 ¶2", .warning, "an attached document had expired when it was filed"),
        check(
          "intake-refused-after-registration", "P06", "7 ¶2", .breach,
          "acceptance is refused although the documents are registered"),
        check(
          "intake-refused-on-portal", "P06", "7 ¶2", .warning,
          "the chancery refuses to accept what was filed on the portal"),
      ],
      bars: [bar(.intakeAfterRegistration, "P06", "7 ¶2")]),
  ]

  /// Clauses 8 to 11: accreditation and the hearing.
  private static let procedure = [
    Rule(
      id: "P07", clauses: [at("8"), at("App. 2 it. 3")], actor: .provider,
      text: "A full package for accreditation is reviewed within five working days of registration, and the service "
        + "rendered within ten: two terms that run side by side.",
      actTypes: [Act.registered, Act.certificateIssued, Act.refused],
      duties: [
        review(
          "P07.review", "P07", "8", Name.accreditation, 5, "review the documents for accreditation",
          Act.certificateIssued, "accreditation-review", "I-20"),
        service(
          "P07", "P07", Name.accreditation, 10, "issue the result of accreditation",
          [Act.certificateIssued, Act.refused],
          "accreditation-result", ["I-20"]),
      ],
      bars: [bar(.notRegistered, "P07", "8")], readings: ["I-20"]),
    Rule(
      id: "P08", clauses: [at("9")], actor: .provider,
      text:
        "When grounds for refusal are found, the applicant is told of the preliminary decision to refuse and of the "
        + "time and place, or mode, of a hearing.",
      actTypes: [Act.hearingNotified, Act.refused],
      checks: [
        check(
          "refused-without-hearing-notice", "P08", "9", .breach,
          "the service is refused without notice of a preliminary decision and a hearing")
      ],
      bars: [bar(.hearingWithoutNotice, "P08", "9")]),
    Rule(
      id: "P09", clauses: [at("10")], actor: .provider,
      text:
        "The notice of a hearing is sent not less than three working days before the end of the term of the service. "
        + "The hearing is held not later than two working days from the day of the notice.",
      actTypes: [Act.hearingNotified, Act.hearingHeld],
      duties: [
        notice("P09.accreditation", Name.accreditation, before: "P07", ["I-20"]),
        notice("P09.reissue", Name.reissue, before: "P11", ["I-21", "I-22"]),
        Duty(
          id: "P09.hearing", rule: "P09", clause: at("10"), actor: .provider, summary: "hold the hearing",
          opensOn: ActPattern(types: [Act.hearingNotified]), start: .actDay, term: .workingDays(2),
          metBy: [Act.hearingHeld], findingStem: "hearing"),
      ],
      checks: [
        check("refused-without-hearing", "P09", "10", .breach, "the service is refused without a hearing")
      ],
      bars: [bar(.hearingPending, "P09", "10"), bar(.refusedWithoutHearing, "P09", "10")],
      readings: ["I-22"]),
    Rule(
      id: "P10", clauses: [at("11"), at("App. 2 it. 9"), at("App. 3"), at("App. 4")], actor: .authorisedPerson,
      text: "By the result of the hearing, or without one when there is no ground for refusal, the provider issues the "
        + "certificate of Appendix 3 or the reasoned refusal of Appendix 4, signed by its authorised person or who stands "
        + "in for him. The service is refused only on a ground of the closed list of five.",
      actTypes: [Act.certificateIssued, Act.refused],
      checks: [
        check(
          "signatory-not-competent", "P10", "11", .breach, "the act is signed in another capacity than the clause wants"
        ),
        check("result-repeated", "P10", "11", .breach, "a filing has a second result; the first counts"),
        check(
          "refusal-ground-not-listed", "P10", "App. 2 it. 9", .breach,
          "the refusal names no ground of the closed list"),
      ],
      bars: [
        bar(.decidedAlready, "P10", "11"), bar(.signatoryNotCompetent, "P10", "11"),
        bar(.groundNotListed, "P10", "App. 2 it. 9"), bar(.consentMissing, "P10", "App. 2 it. 9 sub 5"),
      ],
      readings: ["I-26", "I-29"]),
  ]

  /// Clause 12.
  private static let reissue = [
    Rule(
      id: "P11", clauses: [at("12 ¶1"), at("App. 2 it. 3")], actor: .provider,
      text: "A full package for re-issue is reviewed within two working days of registration, and the service rendered "
        + "within five: two terms that run side by side. The re-issued certificate keeps the term of the first.",
      actTypes: [Act.registered, Act.certificateReissued, Act.refused, Act.reissueRefused],
      duties: [
        review(
          "P11.review", "P11", "12 ¶1", Name.reissue, 2, "review the documents for re-issue", Act.certificateReissued,
          "reissue-review", "I-21"),
        service(
          "P11", "P11", Name.reissue, 5, "issue the result of re-issue",
          [Act.certificateReissued, Act.refused, Act.reissueRefused], "reissue-result", ["I-21"]),
      ],
      checks: [
        check("change-without-entry", "P11", "12 ¶1", .breach, "what is changed has no standing entry in the register")
      ],
      bars: [bar(.changeWithoutEntry, "P11", "12 ¶1")],
      readings: ["I-21", "I-27", "I-29c"]),
    Rule(
      id: "P12", clauses: [at("12 ¶2"), at("App. 4")], actor: .authorisedPerson,
      text:
        "Documents for a re-issue that do not conform or have expired are refused further consideration in the form of "
        + "Appendix 4, within the term of the re-issue and without a hearing. An incomplete package falls under clause 7.",
      actTypes: [Act.reissueRefused], readings: ["I-21"]),
  ]

  /// Clauses 13 to 20 and Appendix 2.
  private static let surroundings = [
    Rule(
      id: "P13", clauses: [at("13")], actor: .provider,
      text: "The provider takes identity documents, the registration of the pool and the positive act of the "
        + "information-security test from state information systems, and does not ask the applicant for them.",
      actTypes: [Act.stateRecordObtained, Act.securityTestObtained],
      checks: [
        check(
          "state-record-missing", "P13", "13", .warning,
          "accreditation is decided with nothing taken from a state information system on record")
      ],
      readings: ["I-23"]),
    Rule(
      id: "P14", clauses: [at("14")], actor: .provider,
      text:
        "The stages of the service are entered in the information system that monitors public services, in an order "
        + "set elsewhere: the text gives no term.",
      actTypes: [Act.stageReported]),
    informing("P15", "15"),
    Rule(
      id: "P16", clauses: ["16", "17", "18", "19", "20"].map { at($0) }, actor: .applicant,
      text: "Decisions, actions and inaction of the provider are challenged by complaint: see C1 to C6.",
      actTypes: complaints.acts.map(\.type)),
    Rule(
      id: "P17", clauses: [at("App. 2 it. 4"), at("App. 2 it. 6"), at("App. 2 it. 10")], actor: .provider,
      text: "The service is free of charge, electronic (partly automated) or on paper; the portal wants an electronic "
        + "signature, and the contact centre answers questions.",
      readings: ["I-25"]),
  ]

  /// The review of the documents: the provider's own target within the term of the service, so that to miss it is no breach.
  /// It ends with a result, or with the preliminary decision to refuse.
  private static func review(
    _ id: String, _ rule: String, _ place: String, _ service: String, _ days: Int, _ summary: String, _ grant: String,
    _ stem: String, _ reading: String
  ) -> Duty {
    Duty(
      id: id, rule: rule, clause: at(place), actor: .provider, summary: summary,
      opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [service])]), start: .actDay,
      term: .workingDays(days), metBy: [grant, Act.hearingNotified, Act.refused, Act.reissueRefused],
      endedBy: [Act.completenessRefused], severity: .warning, findingStem: stem,
      readings: [reading])
  }

  private static func service(
    _ id: String, _ rule: String, _ service: String, _ days: Int, _ summary: String, _ results: [String],
    _ stem: String,
    _ readings: [String]
  ) -> Duty {
    Duty(
      id: id, rule: rule, clause: at("App. 2 it. 3"), actor: .provider, summary: summary,
      opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [service])]), start: .actDay,
      term: .workingDays(days), metBy: results, endedBy: [Act.completenessRefused], findingStem: stem,
      readings: readings)
  }

  private static func notice(_ id: String, _ service: String, before term: String, _ readings: [String]) -> Duty {
    Duty(
      id: id, rule: "P09", clause: at("10"), actor: .provider, summary: "send the notice of a hearing", bearing: .limit,
      opensOn: ActPattern(types: [Act.registered], conditions: [.service(oneOf: [service])]),
      start: .end(ofDuty: term), term: Term(count: 3, direction: .before), metBy: [Act.hearingNotified],
      endedBy: [
        Act.certificateIssued, Act.certificateReissued, Act.refused, Act.reissueRefused, Act.completenessRefused,
      ],
      findingStem: "hearing-notice", readings: readings)
  }
}

extension Order142 {
  /// Chapter 3, clauses 16 to 20.
  static let complaints = ComplaintRules(
    area: area, regulation: id, places: (c1: "16", c2: "17 ¶1", c3: "17 ¶2", c4: "18", c5: "19", c6: "20"),
    filing: "16 ¶2", consideration: "16 ¶1")
}

extension Order142 {
  /// Clause 4, with the evidence of Appendix 2 item 8, and clause 2 sub 4. What the provider takes from state information systems
  /// is on record in the case and not in the package (clause 13).
  static let requirements = [
    condition(
      "P02.1", "4 sub 1", "pool-location-missing", [.stated(["location"])], in: both,
      ru: "физическое местонахождение аппаратно-программного комплекса цифрового майнингового пула на территории "
        + "Республики Казахстан"),
    condition(
      "P02.2", "4 sub 2", "security-test-missing", [.recorded(Act.securityTestObtained)],
      ru: "наличие акта с положительным результатом испытаний на соответствие требованиям информационной безопасности",
      ["I-23"]),
    condition(
      "P02.3", "4 sub 3", "reserve-hardware-missing", [.document(oneOf: ["reserveLetter"])],
      ru: "наличие не менее одного резервного аппаратно-программного комплекса, находящегося в ином населенном пункте "
        + "Республики Казахстан (столице, городе республиканского значения, городе областного значения, городе районного "
        + "значения)"),
    condition(
      "P02.4", "4 sub 4", "channels-missing", [.document(oneOf: ["channelsContract"])], in: both,
      ru: "обеспечение каждого из аппаратно-программного комплекса цифрового майнингового пула (основной и резервный) "
        + "двумя выделенными каналами связи от разных поставщиков (провайдеров) услуг связи"),
    condition(
      "P02.5", "4 sub 5", "support-missing", [.document(oneOf: ["supportLetter"])],
      ru:
        "наличие в информационной системе цифрового майнингового пула службы технической поддержки и обращения клиентов "
        + "в круглосуточном режиме", ["I-24"]),
    condition(
      "P02.6", "4 sub 6", "interface-missing", [.document(oneOf: ["interfaceLetter"])],
      ru: "наличие пользовательского интерфейса на государственном, русском и английском языках информационной системы "
        + "цифрового майнингового пула"),
    condition(
      "P02.7", "4 sub 7", "integration-missing", [.document(oneOf: ["integrationLetter"])],
      ru: "интеграция с государственным сервисом"),
    Requirement(
      id: "P03", rule: "P03", clause: at("2 sub 4"), services: both,
      text: OfficialText(kk: nil, ru: "услугополучатель – юридические лица"),
      ways: [[.word(["applicant", "kind"], oneOf: [ApplicantKind.legalEntity.rawValue])]],
      finding: "recipient-not-eligible"),
  ]

  private static let both = [Name.accreditation, Name.reissue]

  private static func condition(
    _ id: String, _ place: String, _ finding: String, _ way: [Fact], in services: [String] = [Name.accreditation],
    ru: String, _ readings: [String] = []
  ) -> Requirement {
    Requirement(
      id: id, rule: "P02", clause: at(place), services: services, text: OfficialText(kk: nil, ru: ru), ways: [way],
      finding: finding, readings: readings)
  }
}

extension Order142 {
  /// The name of the public service, clause 1 and Appendix 2.
  static let serviceName = OfficialText(kk: nil, ru: "Аккредитация цифровых майнинговых пулов")

  /// Appendix 2: the basic requirements to the public service, but for item 3 (duties), item 8 (`documents`) and item 9
  /// (`refusalGrounds`).
  static let standard = [
    item(
      1, "Наименование услугодателя",
      "Министерство цифрового развития, инноваций и аэрокосмической промышленности Республики Казахстан."),
    item(
      2, "Способы предоставления государственной услуги",
      "Посредством объекта информатизации \"Государственная база данных \"Е-лицензирование\" www.elicense.kz или через "
        + "канцелярию услугодателя."),
    item(3, "Срок оказания государственной услуги", nil),
    item(4, "Форма оказания государственной услуги", "электронная (частично автоматизированная) или бумажная."),
    item(
      5, "Результат оказания государственной услуги",
      "Свидетельство об аккредитации цифрового майнингового пула, переоформленное свидетельство об аккредитации цифрового "
        + "майнингового пула либо мотивированный ответ об отказе в оказании государственной услуги."),
    item(
      6,
      "Размер платы, взимаемой с услугополучателя при оказании государственной услуги, и способы ее взимания в случаях, "
        + "предусмотренных законодательством Республики Казахстан", "Государственная услуга оказывается бесплатно."),
    item(
      7, "График работы услугодателя",
      "1) услугодатель – с понедельника по пятницу с 9.00 до 18.30 часов с перерывом на обед с 13.00 до 14.30 часов, кроме "
        + "выходных и праздничных дней; 2) портал – круглосуточно, за исключением технических перерывов, связанных с "
        + "проведением ремонтных работ (при обращении услугополучателя после окончания рабочего времени, в выходные и "
        + "праздничные дни прием заявлений и выдача результатов оказания государственной услуги осуществляется следующим "
        + "рабочим днем)."),
    item(8, "Перечень документов, необходимых для оказания государственной услуги", nil),
    item(
      9, "Основания для отказа в оказании государственной услуги, установленные законами Республики Казахстан", nil),
    item(
      10,
      "Иные требования с учетом особенностей оказания государственной услуги, в том числе оказываемой в электронной форме и "
        + "через Государственную корпорацию",
      "1. Услугополучатель подает запрос для получения государственной услуги в электронной форме через портал при условии "
        + "наличия у него ЭЦП. 2. Услугополучатель получает государственную услугу в электронной форме через портал при "
        + "условии наличия ЭЦП. 3. Контактные телефоны справочных служб по вопросам оказания государственной услуги указаны "
        + "на интернет-ресурсе Министерства цифрового развития, инноваций и аэрокосмической промышленности Республики "
        + "Казахстан moap@mdai.gov.kz. 4. Номера телефонов единого контакт-центра по вопросам оказания государственных "
        + "услуг – 1414, 8-800-080-7777."),
  ]

  /// Appendix 2 item 8: the same requirements on both channels (reading I-24).
  static let documents: [RequiredDocument] =
    [
      application(Name.accreditation, .chancery, 1),
      document(
        "reserve", .chancery, "reserveLetter",
        "письмо, подтверждающее наличие не менее одного резервного аппаратно-программного комплекса, находящегося в ином "
          + "населенном пункте Республики Казахстан (столице, городе республиканского значения, городе областного "
          + "значения, городе районного значения)"),
      channels(Name.accreditation, .chancery, 1),
      document(
        "support", .chancery, "supportLetter",
        "письмо, подтверждающее наличие в информационной системе цифрового майнингового пула службы технической поддержки "
          + "и обращения клиентов в круглосуточном режиме"),
      document(
        "interface", .chancery, "interfaceLetter",
        "письмо, подтверждающее наличие пользовательского интерфейса на государственном, русском и английском языках "
          + "информационной системы цифрового майнингового пула"),
      document("integration", .chancery, "integrationLetter", integrationTitle),
      application(Name.accreditation, .portal, 2),
      document(
        "reserve", .portal, "reserveLetter",
        "электронная копия письма, подтверждающая наличие не менее одного резервного аппаратно-программного комплекса, "
          + "находящегося в ином населенном пункте Республики Казахстан (столице, городе республиканского значения, городе "
          + "областного значения, городе районного значения)"),
      channels(Name.accreditation, .portal, 2),
      document(
        "support", .portal, "supportLetter",
        "электронная копия письма, подтверждающая наличие в информационной системе цифрового майнингового пула службы "
          + "технической поддержки"),
      document(
        "interface", .portal, "interfaceLetter",
        "электронная копия письма, подтверждающая наличие пользовательского интерфейса на государственном, русском и "
          + "английском языках информационной системы цифрового майнингового пула"),
      document("integration", .portal, "integrationLetter", integrationTitle),
      application(Name.reissue, .chancery, 3), channels(Name.reissue, .chancery, 3),
      application(Name.reissue, .portal, 3), channels(Name.reissue, .portal, 3),
    ]

  /// Both lists have the word misspelt so.
  private static let integrationTitle =
    "копия положительного письма об интеграции с государственным сервисом от уполномоченного органа в сфере "
    + "инфоомационной безопасности"

  private static func application(_ service: String, _ channel: Channel, _ sub: Int) -> RequiredDocument {
    RequiredDocument(
      id: "application", service: service, channel: channel, shape: .form, form: "142-НҚ/1",
      title: OfficialText(
        kk: nil,
        ru: channel == .chancery
          ? "заявление в форме, согласно приложению 1 к настоящим Правилам"
          : "заявление в форме электронного документа, согласно приложению 1 к настоящим Правилам, удостоверенного ЭЦП "
            + "услугополучателя"),
      clause: at("App. 2 it. 8 sub \(sub)"))
  }

  private static func document(_ id: String, _ channel: Channel, _ kind: String, _ title: String) -> RequiredDocument {
    RequiredDocument(
      id: id, service: Name.accreditation, channel: channel, shape: channel == .chancery ? .copy : .electronicCopy,
      kind: kind, title: OfficialText(kk: nil, ru: title),
      clause: at("App. 2 it. 8 sub \(channel == .chancery ? 1 : 2)"))
  }

  private static func channels(_ service: String, _ channel: Channel, _ sub: Int) -> RequiredDocument {
    RequiredDocument(
      id: "channels", service: service, channel: channel, shape: channel == .chancery ? .copy : .electronicCopy,
      kind: "channelsContract",
      title: OfficialText(
        kk: nil,
        ru: (channel == .chancery ? "копия" : "электронная копия")
          + " договора об оказании услуг по предоставлению в аренду серверного помещения с подтверждением обеспечения "
          + "каждого из аппаратно-программного комплекса цифрового майнингового пула (основной и резервный) двумя "
          + "выделенными каналами связи от разных поставщиков (провайдеров) услуг связи"),
      clause: at("App. 2 it. 8 sub \(sub)"))
  }

  /// Appendix 2 item 9: the closed list.
  static let refusalGrounds = [
    ground(
      "unreliable", 1,
      "установление недостоверности документов, представленных услугополучателем для получения государственной услуги, и "
        + "(или) данных (сведений), содержащихся в них"),
    ground(
      "nonConforming", 2,
      "несоответствие услугополучателя и (или) представленных материалов, объектов, данных и сведений, необходимых для "
        + "оказания государственной услуги, требованиям, установленным настоящими Правилами"),
    ground(
      "courtBan", 3,
      "в отношении услугополучателя имеется вступившее в законную силу решение (приговор) суда о запрещении деятельности "
        + "или отдельных видов деятельности"),
    ground(
      "courtDeprivation", 4,
      "в отношении услугополучателя имеется вступившее в законную силу решение суда, на основании которого "
        + "услугополучатель лишен специального права, связанного с получением аккредитации цифрового майнингового пула"),
    ground(
      "noConsent", 5,
      "отсутствие согласия услугополучателя, предоставляемого в соответствии со статьей 8 Закона Республики Казахстан \"О "
        + "персональных данных и их защите\", на доступ к персональным данным ограниченного доступа, которые требуются для "
        + "оказания государственной услуги"),
  ]

  private static func ground(_ code: String, _ number: Int, _ wording: String) -> RefusalGround {
    RefusalGround(
      code: code, number: number, clause: at("App. 2 it. 9 sub \(number)"),
      wording: OfficialText(kk: nil, ru: wording))
  }
}

extension Order142 {
  /// Appendices 1, 3 and 4.
  static let forms = [application, certificate, refusal]

  /// Appendix 1, for accreditation and re-issue. The certificate to re-issue is no field of it (reading I-29c).
  private static let application = Form(
    id: "142-НҚ/1", appendix: 1, title: OfficialText(kk: nil, ru: "Заявление"),
    shows: [Act.accreditationFiled, Act.reissueFiled],
    fields: [
      FormField("request", kk: nil, ru: "Прошу аккредитовать (переоформить)", layout: .sentence),
      FormField(
        "holder", kk: nil, ru: "полное наименование юридического лица, бизнес-идентификационный номер",
        from: .act(["applicant", "name"]), .act(["applicant", "id"])),
      FormField(
        "purpose", kk: nil,
        ru:
          "для осуществления деятельности по предоставлению услуги объединения мощностей аппаратно-программного комплекса "
          + "для цифрового майнинга цифровых майнеров, осуществлению распределения между цифровыми майнерами цифровых "
          + "активов, полученных в результате совместной деятельности.", layout: .sentence),
      FormField(
        "location", kk: nil,
        ru: "местонахождение аппаратно-программного комплекса (сервера) цифрового майнингового пула на "
          + "территории Республики Казахстан", from: .act(["location"])),
      FormField(
        "secretsConsent", kk: nil,
        ru: "Согласен на использование сведений, составляющих охраняемую законом тайну, содержащихся в информационных "
          + "системах.", from: .act(["secretsConsent"])),
      FormField(
        "truthStatedOn", kk: nil,
        ru: "Вся указанная информация, а также прилагаемые документы являются достоверными и действительными",
        from: .act(["truthStatedOn"])),
      FormField(
        "consent", kk: nil,
        ru:
          "Согласен на сбор и обработку персональных данных в соответствии с Законом Республики Казахстан \"О персональных "
          + "данных и их защите\".", from: .act(["consent"])),
      FormField("signature", kk: nil, ru: "Электронная цифровая подпись заявителя"),
      FormField(
        "signerName", kk: nil, ru: "фамилия, имя, отчество (при его наличии)", from: .act(["signedBy"])),
      FormField("filledOn", kk: nil, ru: "Дата заполнения", from: .act(["filledOn"])),
    ],
    readings: ["I-29c"])

  /// Appendix 3, issued and re-issued. A re-issued certificate bears the day of the first issue, since its one year is counted
  /// from there (reading I-27).
  private static let certificate = Form(
    id: "142-НҚ/3", appendix: 3,
    title: OfficialText(kk: nil, ru: "Свидетельство об аккредитации цифрового майнингового пула"),
    shows: [Act.certificateIssued, Act.certificateReissued],
    fields: [
      FormField("statement", kk: nil, ru: "Настоящее свидетельство выдано", layout: .sentence),
      FormField(
        "holder", kk: nil, ru: "наименование цифрового майнингового пула и юридический адрес",
        from: .filing(["applicant", "name"]), .act(["legalAddress"])),
      FormField("provider", kk: nil, ru: "наименование уполномоченного органа", from: .authority),
      FormField(
        "recognition", kk: nil,
        ru: "признать аккредитованным в соответствии с Правилами аккредитации цифрового майнингового пула",
        layout: .sentence),
      FormField(
        "holderName", kk: nil, ru: "наименование цифрового майнингового пула",
        from: .filing(["applicant", "name"])),
      FormField(
        "location", kk: nil,
        ru: "местонахождение аппаратно-программного комплекса (сервера) цифрового майнингового пула на "
          + "территории Республики Казахстан", from: .filing(["location"])),
      FormField(
        "term", kk: nil,
        ru:
          "Срок действия настоящего свидетельства об аккредитации цифрового майнингового пула составляет один год со дня "
          + "выдачи и действует на всей территории Республики Казахстан.", layout: .sentence),
      FormField(
        "signerName", kk: nil, ru: "фамилия, имя, отчество (при наличии) руководителя уполномоченного органа",
        from: .act(["signatory", "name"])),
      FormField("signature", kk: nil, ru: "подпись"),
      FormField("issuedOn", kk: nil, ru: "Дата выдачи", from: .entry("issuedOn")),
    ],
    readings: ["I-26", "I-27", "I-29"])

  /// Appendix 4: the name of the organisation heads it twice, in the two languages. It is also the form of the refusal to
  /// consider a re-issue further (clause 12 ¶2); for that of an incomplete package the text gives none.
  private static let refusal = Form(
    id: "142-НҚ/4", appendix: 4, title: OfficialText(kk: nil, ru: "Мотивированный отказ"),
    shows: [Act.refused, Act.reissueRefused], isBorrowedFor: [Act.completenessRefused],
    fields: [
      FormField("organisation", kk: nil, ru: "Наименование организации"),
      FormField("number", kk: nil, ru: "Номер №", layout: .line, from: .act(["number"])),
      FormField("issuedOn", kk: nil, ru: "Дата выдачи", layout: .line, from: .actDay),
      FormField("holderName", kk: nil, ru: "Наименование заявителя", from: .filing(["applicant", "name"])),
      FormField("provider", kk: nil, ru: "Наименование услугодателя", layout: .sentence, from: .authority),
      FormField(
        "statement", kk: nil,
        ru: ", рассмотрев Ваше заявление об аккредитации цифрового майнингового пула и прилагаемые к нему документы, "
          + "сообщает следующее.", layout: .sentence),
      FormField("reason", kk: nil, ru: "Причина отказа", from: .points(["grounds"]), .points(["reasons"])),
      FormField("signerPosition", kk: nil, ru: "Должность подписывающего", from: .act(["signatory", "position"])),
      FormField(
        "signerName", kk: nil, ru: "фамилия, имя, отчество (при его наличии) (подписывающего)",
        from: .act(["signatory", "name"])),
    ])
}

extension Order142 {
  /// The accredited pools, laid out by the words of Appendix 3: the text prescribes no form of a register.
  static let register = RegisterLayout(
    id: "pools", schema: "pools-register/1",
    title: OfficialText(kk: nil, ru: "аккредитация цифровых майнинговых пулов"), form: nil,
    columns: [
      RegisterColumn(
        "certificate", "certificate", kk: nil, ru: "Свидетельство об аккредитации цифрового майнингового пула",
        .reference),
      RegisterColumn("issuedOn", "issued", kk: nil, ru: "Дата выдачи", .enteredOn),
      RegisterColumn("validUntil", "valid until", kk: nil, ru: "Срок действия", .validUntil),
      RegisterColumn(
        "name", "name", kk: nil, ru: "наименование цифрового майнингового пула", .filing(["applicant", "name"])),
      RegisterColumn(
        "bin", "БИН", kk: nil, ru: "бизнес-идентификационный номер", .filing(["applicant", "id"])),
      RegisterColumn("legalAddress", "legal address", kk: nil, ru: "юридический адрес", .grant(["legalAddress"])),
      RegisterColumn(
        "location", "location", kk: nil,
        ru: "местонахождение аппаратно-программного комплекса (сервера) цифрового майнингового пула",
        .filing(["location"])),
    ],
    validity: .years(1), clause: at("3"))

  /// Where the text contradicts itself or leaves something open, and how it is read.
  static let readings = [
    Reading(
      id: "I-20", place: "8, App. 2 it. 3",
      problem: "Clause 8 gives five working days, Appendix 2 ten for the issue of a certificate.",
      reading:
        "Ten working days are the term of the service, from which clause 10 counts. Five are the provider's own target for "
        + "the review; both are shown, and only the first is a breach to miss."),
    Reading(
      id: "I-21", place: "12, App. 2 it. 3",
      problem: "Clause 12 gives two working days, Appendix 2 five for a re-issue.",
      reading: "Five working days are the term of the service, two the target for the review."),
    Reading(
      id: "I-22", place: "10, 12",
      problem: "Three working days before the end of a term of two working days is impossible.",
      reading: "The notice of a hearing is counted from the term of five, which supports I-21."),
    Reading(
      id: "I-23", place: "4 sub 2, App. 2 it. 8",
      problem: "The act of the information-security test is a condition, but no part of the package.",
      reading: "The provider takes it from the state information system, and a reference to it is kept in the case."),
    Reading(
      id: "I-24", place: "App. 2 it. 8",
      problem: "The list for the portal drops the round-the-clock handling of clients; both lists for a re-issue are "
        + "numbered 3.",
      reading: "The requirements are the same on both channels."),
    Reading(
      id: "I-25", place: "5, App. 2 it. 10",
      problem: "Item 10 speaks only of the portal, clause 5 and item 2 of the chancery too.",
      reading: "Both channels."),
    Reading(
      id: "I-26", place: "App. 3",
      problem: "The certificate has no number.",
      reading: "The provider gives each certificate a number of its own, by which the register names it."),
    Reading(
      id: "I-27", place: "3, 12",
      problem:
        "Accreditation is for one year; nothing is said of renewal or withdrawal, nor on what ground and for how long a "
        + "certificate is re-issued.",
      reading:
        "The expiry is derived from the day of the first issue, from 29 February to 28 February, and no act writes it. A "
        + "re-issue changes what the certificate says and not its term; renewal is a new accreditation. What is decided outside "
        + "the Rules is recorded as an act of the authority that names its ground."),
    Reading(
      id: "I-28", place: "2 sub 1",
      problem: "The definition of accreditation is copied from the assessment of conformity.",
      reading: "It is not used."),
    Reading(
      id: "I-29", place: "11, App. 3",
      problem:
        "The certificate is signed by the authorised person or who stands in for him, by the form by the head of the "
        + "body.",
      reading: "Either may sign, and the act says in which capacity."),
    Reading(
      id: "I-29a", place: "title",
      problem:
        "The order is titled Rules of rendering a service, the Rules annexed to it Rules of accreditation; there are "
        + "misspellings.",
      reading: "The title of the annexed Rules; wording is quoted as it stands."),
    Reading(
      id: "I-29b", place: "preamble of 404-НҚ",
      problem: "The order of the words is broken in print.",
      reading: "Read by sense; it binds nobody."),
    Reading(
      id: "I-29c", place: "App. 1",
      problem: "The form serves for re-issue too, but does not name the certificate.",
      reading: "The number of the certificate is a further input of a re-issue."),
  ]
}
