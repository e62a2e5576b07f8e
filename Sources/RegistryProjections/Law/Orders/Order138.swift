import RegistryEvents

/// Order 138/НҚ of 07.04.2023: the Rules of accounting for and keeping the register of hardware-software complexes for
/// digital mining, in the edition of order 331/НҚ of 11.08.2023.
///
/// Written from the Russian text of the order in that edition and the Kazakh text of order 331/НҚ. What stands here is in
/// the order of the text: services and signatories, rules by clause, complaints, the basic requirements of Appendix 5,
/// forms, readings.
public enum Order138: OrderText {
  /// The number of the order.
  public static let id = "138-НҚ"
  static let area = "apk"

  /// The order and its editions. The text before order 331/НҚ is not known.
  public static let regulation = Regulation(
    id: id,
    area: area,
    title: OfficialText(
      kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді есепке алу және тізілімін жүргізу қағидалары",
      ru: "Правила учета и ведения реестра аппаратно-программного комплекса для цифрового майнинга"),
    editions: [
      Edition(
        id: "138-НҚ", adopted: day(2023, 4, 7), registration: "32271", registered: day(2023, 4, 10),
        // Clause 4 of the order: sixty calendar days after the day of first official publication, which is not known.
        force: .afterPublication(waitingDays: 60, published: nil, publishedNotBefore: day(2023, 4, 10)),
        provisions: nil),
      Edition(
        id: "331-НҚ", adopted: day(2023, 8, 11), registration: "33287", registered: day(2023, 8, 17),
        // Clause 4 of order 331/НҚ: ten calendar days from the day of first official publication, which is not known. Read
        // as after that day, like every term here.
        force: .afterPublication(waitingDays: 10, published: nil, publishedNotBefore: day(2023, 8, 17)),
        provisions: provisions),
    ])

  /// The edition of order 331/НҚ.
  static let provisions = Provisions(
    sources: sources, hours: .from9To1830, serviceName: serviceName, services: services, acts: acts,
    rules: rules + complaints.rules, signatories: signatories, refusalGrounds: refusalGrounds, documents: documents,
    forms: forms, standard: standard, readings: readings)

  static let sources = [
    SourceText(
      id: "138-NK-ed-331-NK-2023.ru", language: "ru",
      title: "Order 138/НҚ of 07.04.2023 in the edition of order 331/НҚ of 11.08.2023, Russian text"),
    SourceText(
      id: "331-NK-2023.kk", language: "kk",
      title: "Order 331/НҚ of 11.08.2023 with the new edition of the Rules, Kazakh text"),
  ]

  /// The names of the services, as conditions of this order use them.
  enum Name {
    static let inclusion = "inclusion"
    static let exclusion = "exclusion"
    static let change = "change"
  }
}

extension Order138 {
  /// Clauses 1, 7, 14 and 15. Inclusion and exclusion are one public service by its title; change is a notice, and none:
  /// it is rejected only when it identifies no entry (reading I-17).
  static let services = [
    Service(
      id: Name.inclusion,
      title: OfficialText(
        kk: "АБК-ні тізілімге енгізу", ru: "Включение АПК в реестр"),
      openedBy: [InclusionFiled.type], grantedBy: [Included.type], effect: .enters,
      refusedBy: [Refused.type, CompletenessRefused.type],
      forms: ["138-НҚ/2", "138-НҚ/3"], channels: [.portal, .chancery], termDuty: "A10", hearing: .required,
      clause: at("10")),
    Service(
      id: Name.exclusion,
      title: OfficialText(kk: "АБК-ні тізілімнен алып тастау", ru: "Исключение АПК из реестра"),
      openedBy: [ExclusionFiled.type], grantedBy: [Excluded.type], effect: .excludes,
      refusedBy: [Refused.type, CompletenessRefused.type],
      forms: ["138-НҚ/4"], channels: [.portal, .chancery], termDuty: "A15", hearing: .wanted, clause: at("14")),
    Service(
      id: Name.change,
      title: OfficialText(kk: "Тізілімге өзгерістер енгізу", ru: "Внесение изменений в реестр"),
      openedBy: [ChangeNotified.type], grantedBy: [ChangeEntered.type], effect: .changes,
      refusedBy: [CompletenessRefused.type],
      forms: ["138-НҚ/9"], channels: [.portal, .chancery], termDuty: "A18", isRefusedBySilence: false, clause: at("15")),
  ]

  /// What the acts of the area are.
  static let acts =
    [
      ActMeaning(InclusionFiled.type, .filing),
      ActMeaning(UnitsListed.type, .part, follows: "filing"),
      ActMeaning(ExclusionFiled.type, .filing),
      ActMeaning(EntriesListed.type, .part, follows: "filing"),
      ActMeaning(ChangeNotified.type, .filing),
      ActMeaning(IntakeRefused.type, .intakeRefusal, follows: "filing"),
      ActMeaning(Registered.type, .registration, follows: "filing"),
      ActMeaning(CompletenessRefused.type, .completenessRefusal, follows: "filing"),
      ActMeaning(HearingNotified.type, .hearingNotice, follows: "filing"),
      ActMeaning(HearingHeld.type, .hearing, follows: "filing"),
      ActMeaning(Refused.type, .refusal, follows: "filing"),
      ActMeaning(Included.type, .grant, follows: "filing"),
      ActMeaning(Excluded.type, .grant, follows: "filing"),
      ActMeaning(ChangeEntered.type, .grant, follows: "filing"),
      ActMeaning(RulesAmended.type, .amendment),
      ActMeaning(OperatorInformed.type, .information, follows: "amendment"),
      ActMeaning(CorrectedByAuthority.type, .correction),
    ] + complaints.acts

  /// Who signs. A paper filing is signed by the worker who took it in, and says so; the applicant's own hand stands on the
  /// paper (reading I-19i).
  static let signatories =
    [
      signatory(
        [InclusionFiled.type, UnitsListed.type, ExclusionFiled.type, EntriesListed.type],
        [.applicant, .chanceryWorker], "A04", "7", ["I-19i"]),
      signatory([ChangeNotified.type], [.applicant, .chanceryWorker], "A17", "15", ["I-17", "I-19i"]),
      signatory([Registered.type], [.chanceryWorker], "A07", "9 ¶1"),
      signatory([IntakeRefused.type], [.chanceryWorker], "A08", "9 ¶2"),
      // The text has the employee send the refusal; that the authorised person may is read into it.
      signatory([CompletenessRefused.type], [.providerEmployee, .authorisedPerson], "A09", "9 ¶3", ["I-19f"]),
      // The text names the provider and no person.
      signatory([HearingNotified.type], [.providerEmployee, .authorisedPerson], "A11", "11"),
      signatory([HearingHeld.type], [.providerEmployee, .authorisedPerson], "A13", "12 s.2"),
      signatory([Included.type], [.authorisedPerson], "A14", "13", ["I-07"]),
      signatory([Refused.type], [.authorisedPerson], "A14", "13", ["I-07"], service: Name.inclusion),
      // For the refusal of an exclusion the text gives neither form nor signatory.
      signatory(
        [Refused.type], [.authorisedPerson, .headOfUnit], "A15", "14 ¶2", ["I-06", "I-07"], service: Name.exclusion),
      signatory([Excluded.type], [.headOfUnit], "A15", "14 ¶2", ["I-07"]),
      signatory([ChangeEntered.type], [.providerEmployee, .authorisedPerson], "A18", "15"),
      signatory([RulesAmended.type, OperatorInformed.type], [.providerEmployee, .authorisedPerson], "A19", "16"),
      signatory([CorrectedByAuthority.type], [.authorisedPerson, .headOfUnit], "A03", "6", ["I-19d"]),
    ] + complaints.signatories
}

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
      actTypes: [Included.type, Excluded.type, ChangeEntered.type]),
    Rule(
      id: "A02", clauses: [at("5"), at("App. 1")], actor: .provider,
      text: "The register is kept in the form of Appendix 1, one row for each serial number.",
      actTypes: [Included.type, UnitsListed.type],
      checks: [
        check(
          "serial-repeated", "A02", "App. 1", .breach,
          "a serial number is entered while another standing entry has it"),
        check(
          "serial-malformed", "A02", "App. 1", .warning,
          "a serial number holds other characters than printable ASCII without spaces"),
        check(
          "entry-numbers", "A02", "App. 1", .warning,
          "the numbers of new entries are not the next ones, one for each unit"),
      ],
      bars: [
        bar(.serialMalformed, "A02", "App. 1"),
        bar(.serialRepeated, "A02", "App. 3"),
        bar(.serialStanding, "A02", "App. 1"),
        bar(.entryNumbers, "A02", "App. 1"),
      ],
      readings: ["I-10", "I-11", "I-12", "I-13", "I-14"]),
    Rule(
      id: "A03", clauses: [at("6")], actor: .provider,
      text: "The register is changed only on applications for inclusion or exclusion and on notices of changes. What a "
        + "court or the law compels beyond them is an act of its own that names its ground.",
      actTypes: [Included.type, Excluded.type, ChangeEntered.type, CorrectedByAuthority.type],
      checks: [
        check(
          "act-without-application", "A03", "6", .breach, "the register is changed without an application or notice"),
        check(
          "corrected-by-authority", "A03", "6", .note, "the register is changed on a ground outside the Rules"),
      ],
      bars: [
        bar(.filingUnknown, "A03", "6"),
        bar(.caseDiffers, "A03", "6"),
        bar(.serviceDiffers, "A03", "6"),
      ],
      readings: ["I-17", "I-19d"]),
    Rule(
      id: "A04", clauses: [at("7"), at("App. 5 it. 2"), at("App. 5 it. 6"), at("App. 5 it. 8")], actor: .applicant,
      text: "The applicant files on the portal or through the chancery, free of charge: Appendices 2 and 3 for "
        + "inclusion, Appendix 4 for exclusion, with the documents of Appendix 5.",
      actTypes: [InclusionFiled.type, UnitsListed.type, ExclusionFiled.type, EntriesListed.type, ChangeNotified.type],
      checks: [
        check("document-missing", "A04", "App. 5 it. 8", .warning, "a required document is not among the attachments"),
        check(
          "quantity-mismatch", "A04", "App. 2 f. 6", .warning,
          "the quantity applied for is not the number of units listed"),
        check(
          "identifier-check-digit", "A04", "App. 2 f. 2", .warning,
          "the check digit of the БИН or ИИН is wrong"),
      ],
      bars: [
        bar(.identifierInvalid, "A04", "App. 2 f. 2"),
        bar(.quantityDiffers, "A04", "App. 2 f. 6"),
        bar(.listIncomplete, "A04", "App. 5 it. 8"),
        bar(.partsDiffer, "A04", "App. 5 it. 8"),
        bar(.partUnknown, "A04", "App. 3"),
        bar(.partRepeated, "A04", "App. 3"),
      ],
      readings: ["I-09", "I-15", "I-19a", "I-19c", "I-19i", "I-19j"]),
    Rule(
      id: "A05", clauses: [at("8 ¶1")],
      text: "On filing, the personal cabinet shows that the request is accepted, and the date and time at which the "
        + "result is due.",
      actTypes: [InclusionFiled.type, ExclusionFiled.type], readings: ["I-19e"]),
    Rule(
      id: "A06", clauses: [at("8 ¶2"), at("App. 5 it. 7")], actor: .provider,
      text:
        "What comes after working hours, on a day off or a holiday is accepted on the next working day, and results "
        + "are issued then.",
      actTypes: [InclusionFiled.type, ExclusionFiled.type, ChangeNotified.type, Registered.type],
      checks: [
        check(
          "registered-out-of-hours", "A06", "8 ¶2", .note,
          "documents are registered after working hours or on a day off")
      ]),
    Rule(
      id: "A07", clauses: [at("9 ¶1")], actor: .chanceryWorker,
      text: "The chancery accepts and registers documents on the day they are received.",
      actTypes: [Registered.type],
      duties: [
        Duty(
          id: "A07", rule: "A07", clause: at("9 ¶1"), actor: .chanceryWorker, summary: "register the documents",
          opensOn: ActPattern(types: [InclusionFiled.type, ExclusionFiled.type, ChangeNotified.type]),
          start: .intakeDay,
          term: .workingDays(0), metBy: [Registered.type], endedBy: [IntakeRefused.type], findingStem: "registration")
      ],
      bars: [
        bar(.registeredAlready, "A07", "9 ¶1")
      ]),
    Rule(
      id: "A08", clauses: [at("9 ¶2")], actor: .chanceryWorker,
      text:
        "The chancery refuses to accept an application whose package is incomplete or holds expired documents. Read "
        + "as a refusal of paper, given at once and always recorded with its reasons.",
      actTypes: [IntakeRefused.type],
      checks: [
        check(
          "intake-refused-after-registration", "A08", "9 ¶2", .breach,
          "acceptance is refused although the documents are registered"),
        check(
          "intake-refused-on-portal", "A08", "9 ¶2", .warning,
          "the chancery refuses to accept what was filed on the portal"),
      ],
      bars: [
        bar(.intakeAfterRegistration, "A08", "9 ¶2")
      ],
      readings: ["I-02", "I-03"]),
    Rule(
      id: "A09", clauses: [at("9 ¶3"), at("App. 5 it. 3 ¶2")], actor: .providerEmployee,
      text: "An incomplete package or expired documents may be refused further consideration, with reasons, within two "
        + "working days of registration.",
      actTypes: [CompletenessRefused.type],
      duties: [
        Duty(
          id: "A09", rule: "A09", clause: at("9 ¶3"), actor: .providerEmployee,
          summary: "refuse further consideration of an incomplete package", bearing: .limit,
          opensOn: ActPattern(
            types: [Registered.type], conditions: [.service(oneOf: [Name.inclusion, Name.exclusion])]),
          start: .actDay, term: .workingDays(2), metBy: [CompletenessRefused.type],
          endedBy: [Included.type, Excluded.type, Refused.type], findingStem: "completeness-refusal",
          readings: ["I-01", "I-02"])
      ],
      checks: [
        check("document-expired", "A09", "9 ¶3", .warning, "an attached document had expired when it was filed")
      ],
      readings: ["I-01", "I-02", "I-19f"]),
  ]

  /// Clauses 10 to 12: inclusion and the hearing.
  private static let procedure = [
    Rule(
      id: "A10", clauses: [at("10"), at("App. 5 it. 3 ¶1")], actor: .provider,
      text:
        "A full package for inclusion is examined, and the result issued, within five working days of registration.",
      actTypes: [Registered.type, Included.type, Refused.type],
      duties: [
        Duty(
          id: "A10", rule: "A10", clause: at("10"), actor: .provider,
          summary: "examine and issue the result of inclusion",
          opensOn: ActPattern(types: [Registered.type], conditions: [.service(oneOf: [Name.inclusion])]),
          start: .actDay,
          term: .workingDays(5), metBy: [Included.type, Refused.type], endedBy: [CompletenessRefused.type],
          findingStem: "inclusion-result")
      ],
      bars: [
        bar(.notRegistered, "A10", "10")
      ]),
    Rule(
      id: "A11", clauses: [at("11")], actor: .provider,
      text:
        "When grounds for refusal are found, the applicant is told of the preliminary decision to refuse and of the "
        + "time and place, or mode, of a hearing.",
      actTypes: [HearingNotified.type, Refused.type],
      checks: [
        check(
          "refused-without-hearing-notice", "A11", "11", .breach,
          "the service is refused without notice of a preliminary decision and a hearing")
      ],
      bars: [
        bar(.hearingWithoutNotice, "A11", "11")
      ]),
    Rule(
      id: "A12", clauses: [at("12 s.1")], actor: .provider,
      text:
        "The notice of a hearing is sent not less than three working days before the end of the term of the service.",
      actTypes: [HearingNotified.type],
      duties: [
        Duty(
          id: "A12.inclusion", rule: "A12", clause: at("12 s.1"), actor: .provider,
          summary: "send the notice of a hearing",
          bearing: .limit,
          opensOn: ActPattern(types: [Registered.type], conditions: [.service(oneOf: [Name.inclusion])]),
          start: .end(ofDuty: "A10"), term: Term(count: 3, direction: .before), metBy: [HearingNotified.type],
          endedBy: [Included.type, Refused.type, CompletenessRefused.type], findingStem: "hearing-notice",
          readings: ["I-04"]),
        Duty(
          id: "A12.exclusion", rule: "A12", clause: at("12 s.1"), actor: .provider,
          summary: "send the notice of a hearing",
          bearing: .limit,
          opensOn: ActPattern(types: [Registered.type], conditions: [.service(oneOf: [Name.exclusion])]),
          start: .end(ofDuty: "A15"), term: Term(count: 3, direction: .before), metBy: [HearingNotified.type],
          endedBy: [Excluded.type, Refused.type, CompletenessRefused.type],
          applicability: .notApplicable(reading: "I-05"),
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
      actTypes: [HearingNotified.type, HearingHeld.type],
      duties: [
        Duty(
          id: "A13", rule: "A13", clause: at("12 s.2"), actor: .provider, summary: "hold the hearing",
          opensOn: ActPattern(types: [HearingNotified.type]), start: .actDay, term: .workingDays(2),
          metBy: [HearingHeld.type], findingStem: "hearing")
      ],
      checks: [
        check("refused-without-hearing", "A13", "12 s.2", .breach, "the service is refused without a hearing")
      ],
      bars: [
        bar(.hearingPending, "A13", "12 s.2"),
        bar(.refusedWithoutHearing, "A13", "12 s.2"),
      ]),
  ]

  /// Clauses 13 to 16: results, changes, and what follows an amendment of the Rules.
  private static let results = [
    Rule(
      id: "A14", clauses: [at("13")], actor: .authorisedPerson,
      text: "By the result of the hearing, or without one when there is no ground for refusal, the provider sends the "
        + "reasoned refusal of Appendix 6 or the notice of inclusion of Appendix 7, signed by its authorised person.",
      actTypes: [Included.type, Refused.type],
      checks: [
        check(
          "signatory-not-competent", "A14", "13", .breach, "the act is signed in another capacity than the clause wants"
        ),
        check("result-repeated", "A14", "13", .breach, "a filing has a second result; the first counts"),
      ],
      bars: [
        bar(.decidedAlready, "A14", "13"),
        bar(.signatoryNotCompetent, "A14", "13"),
      ],
      readings: ["I-07", "I-08"]),
    Rule(
      id: "A15", clauses: [at("14"), at("App. 5 it. 3 ¶3")], actor: .headOfUnit,
      text: "A full package for exclusion is examined, and the result issued, within two working days of registration. "
        + "The notice of Appendix 8 is signed by the head of the structural subdivision or who stands in for him.",
      actTypes: [Registered.type, Excluded.type, Refused.type],
      duties: [
        Duty(
          id: "A15", rule: "A15", clause: at("14"), actor: .headOfUnit,
          summary: "examine and issue the result of exclusion",
          opensOn: ActPattern(types: [Registered.type], conditions: [.service(oneOf: [Name.exclusion])]),
          start: .actDay,
          term: .workingDays(2), metBy: [Excluded.type, Refused.type], endedBy: [CompletenessRefused.type],
          findingStem: "exclusion-result")
      ],
      readings: ["I-05", "I-06", "I-07"]),
    Rule(
      id: "A16", clauses: [at("4 sub 2"), at("14"), at("App. 1")], actor: .provider,
      text: "With the notice of exclusion the date of exclusion is set in the register; the entry stays visible.",
      actTypes: [Excluded.type],
      checks: [
        check("exclusion-without-entry", "A16", "14", .breach, "what is excluded has no standing entry in the register")
      ],
      bars: [
        bar(.exclusionWithoutEntry, "A16", "14")
      ],
      readings: ["I-10"]),
    Rule(
      id: "A17", clauses: [at("15"), at("App. 9")], actor: .applicant,
      text: "A digital miner gives notice of changed data within ten working days of the day of the change. The text "
        + "attaches no consequence to lateness: the notice is taken in, and flagged.",
      actTypes: [ChangeNotified.type],
      duties: [
        Duty(
          id: "A17", rule: "A17", clause: at("15"), actor: .applicant, summary: "give notice of changed data",
          opensOn: ActPattern(types: [ChangeNotified.type]), start: .date(member: "changedOn"),
          term: .workingDays(10, ends: .midnight), metBy: [ChangeNotified.type],
          signedForAnotherWhen: [.member("signature", oneOf: [SignatureKind.hand.rawValue])], severity: .warning,
          findingStem: "change-notice", startUnknownFinding: "change-date-unknown", readings: ["I-19h"])
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
      actTypes: [Registered.type, ChangeEntered.type],
      duties: [
        Duty(
          id: "A18", rule: "A18", clause: at("15"), actor: .provider, summary: "enter the changes",
          opensOn: ActPattern(types: [Registered.type], conditions: [.service(oneOf: [Name.change])]), start: .actDay,
          term: .workingDays(3), metBy: [ChangeEntered.type], endedBy: [CompletenessRefused.type],
          findingStem: "change-entry", readings: ["I-17"])
      ],
      checks: [
        check("change-without-entry", "A18", "15", .breach, "what is changed has no standing entry in the register")
      ],
      bars: [
        bar(.changeWithoutEntry, "A18", "15")
      ],
      readings: ["I-17"]),
    informing("A19", "16"),
  ]

  /// Appendix 5 items 9 and 10, and the foot of Appendices 6 to 8.
  private static let appendixRules = [
    Rule(
      id: "A20", clauses: [at("App. 5 it. 9"), at("App. 6")], actor: .provider,
      text:
        "The service is refused only on a ground of the closed list, which the refusal names. Refusals of acceptance "
        + "and of further consideration stand outside the list.",
      actTypes: [Refused.type],
      checks: [
        check(
          "refusal-ground-not-listed", "A20", "App. 5 it. 9", .breach, "the refusal names no ground of the closed list")
      ],
      bars: [
        bar(.groundNotListed, "A20", "App. 5 it. 9"),
        bar(.consentMissing, "A20", "App. 5 it. 9 sub 6"),
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
      actTypes: [Refused.type, Included.type, Excluded.type]),
  ]
}

extension Order138 {
  /// Chapter 3, clauses 17 to 21. The terms of forwarding and of consideration run side by side (reading I-19g).
  static let complaints = ComplaintRules(
    area: area, regulation: id, places: (c1: "17", c2: "18 ¶1", c3: "18 ¶2", c4: "19", c5: "20", c6: "21"),
    filing: "17 ¶2", consideration: "17 ¶1",
    readings: ["C2": ["I-19g"], "C3": ["I-18"], "C4": ["I-19g"], "C6": ["I-19"]])
}

extension Order138 {
  /// The name of the public service, Appendix 5.
  static let serviceName = OfficialText(
    kk:
      "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді цифрлық майнингке арналған аппараттық-бағдарламалық "
      + "кешеннің тізіліміне қосу (тізілімнен алып тастау)",
    ru: "Включение (исключение) аппаратно-программного комплекса для цифрового майнинга в реестр (из реестра) "
      + "аппаратно-программного комплекса для цифрового майнинга")

  /// Appendix 5: the basic requirements to the public service, but for item 8 (`documents`) and item 9 (`refusalGrounds`).
  static let standard = [
    StandardItem(
      number: 1,
      title: OfficialText(kk: "Көрсетілетін қызметті берушінің атауы", ru: "Наименование услугодателя"),
      text: OfficialText(
        kk: "Қазақстан Республикасының Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрлігі.",
        ru: "Министерство цифрового развития, инноваций и аэрокосмической промышленности Республики Казахстан.")),
    StandardItem(
      number: 2,
      title: OfficialText(
        kk: "Мемлекеттік қызмет көрсету тәсілдері", ru: "Способы предоставления государственной услуги"),
      text: OfficialText(
        kk: "\"Е-лицензиялау\" мемлекеттік деректер базасы\" ақпараттандыру объектісі арқылы www.elicense.kz немесе "
          + "көрсетілетін қызметті берушінің кеңсесі арқылы.",
        ru:
          "Посредством объекта информатизации \"Государственная база данных Е-лицензирование\" www.elicense.kz или через "
          + "канцелярию услугодателя.")),
    StandardItem(
      number: 3,
      title: OfficialText(kk: "Мемлекеттік қызмет көрсету мерзімі", ru: "Срок оказания государственной услуги")),
    StandardItem(
      number: 4,
      title: OfficialText(kk: "Мемлекеттік қызмет көрсету нысаны", ru: "Форма оказания государственной услуги"),
      text: OfficialText(
        kk: "Электрондық (ішінара автоматтандырылған), қағаз түрінде.",
        ru: "электронная (частично автоматизированная), бумажная.")),
    StandardItem(
      number: 5,
      title: OfficialText(kk: "Мемлекеттік қызмет көрсету нәтижесі", ru: "Результат оказания государственной услуги"),
      text: OfficialText(
        kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімге енгізу туралы хабарлама, Цифрлық "
          + "майнингке арналған аппараттық-бағдарламалық кешенді тізілімнен шығару туралы хабарлама немесе мемлекеттік "
          + "қызметті көрсетуден бас тарту туралы дәлелді жауап.",
        ru: "Уведомление о включении в реестр аппаратно-программного комплекса для цифрового майнинга, Уведомление об "
          + "исключении из реестра аппаратно-программного комплекса для цифрового майнинга, либо мотивированный ответ "
          + "об отказе в оказании государственной услуги.")),
    StandardItem(
      number: 6,
      title: OfficialText(
        kk:
          "Мемлекеттік қызмет көрсету кезінде көрсетілетін қызметті алушыдан алынатын төлемақы мөлшерін және Қазақстан "
          + "Республикасының заңнамасында көзделген жағдайларда оны алу тәсілдері",
        ru: "Размер платы, взимаемой с услугополучателя при оказании государственной услуги, и способы ее взимания в "
          + "случаях, предусмотренных законодательством Республики Казахстан"),
      text: OfficialText(
        kk: "Мемлекеттік қызмет тегін көрсетіледі.", ru: "Государственная услуга оказывается бесплатно.")),
    StandardItem(
      number: 7,
      title: OfficialText(
        kk: "Көрсетілетін қызметті берушінің, Мемлекеттік корпорацияның және ақпарат объектілерінің жұмыс графигі",
        ru: "график работы услугодателя, и объектов информации"),
      text: OfficialText(
        kk: "1) қызмет көрсетуші – дүйсенбіден жұмаға дейін сағат 13.00-ден 14.30-ға дейінгі түскі үзіліспен сағат "
          + "9.00-ден 18.30-ға дейін, демалыс және мереке күндерінен басқа; 2) портал – тәулік бойы (көрсетілетін қызметті "
          + "алушы жұмыс уақыты аяқталғаннан кейін, демалыс және мереке күндері жүгінген кезде өтініштерді қабылдау және "
          + "Мемлекеттік қызмет көрсету нәтижелерін беру келесі жұмыс күні жүзеге асырылады), жөндеу жұмыстарын жүргізуге "
          + "байланысты техникалық үзілістерді қоспағанда.",
        ru:
          "1) услугодатель – с понедельника по пятницу с 9.00 до 18.30 часов с перерывом на обед с 13.00 до 14.30 часов, "
          + "кроме выходных и праздничных дней; 2) портал – круглосуточно, за исключением технических перерывов, связанных "
          + "с проведением ремонтных работ (при обращении услугополучателя после окончания рабочего времени, в выходные и "
          + "праздничные дни прием заявлений и выдача результатов оказания государственной услуги осуществляется "
          + "следующим рабочим днем).")),
    StandardItem(
      number: 8,
      title: OfficialText(
        kk:
          "Мемлекеттік қызметті көрсету үшін көрсетілетін қызметті алушыдан талап етілетін құжаттар мен мәліметтердің "
          + "тізбесі",
        ru: "Перечень документов и сведений, истребуемых у услугополучателя для оказания государственной услуги")),
    StandardItem(
      number: 9,
      title: OfficialText(
        kk: "Мемлекеттік қызмет көрсетуден бас тарту үшін Қазақстан Республикасының заңдарында белгіленген негіздерді "
          + "қамтитын, мемлекеттік қызмет көрсетуге қойылатын негізгі талаптар тізбесі бар қосымша",
        ru: "Основания для отказа в оказании государственной услуги, установленные законами Республики Казахстан")),
    StandardItem(
      number: 10,
      title: OfficialText(
        kk: "Мемлекеттік қызмет көрсету, оның ішінде электрондық нысанда және Мемлекеттік корпорация арқылы көрсету "
          + "ерекшеліктері ескеріле отырып, өзге де талаптар",
        ru:
          "Иные требования с учетом особенностей оказания государственной услуги, в том числе оказываемой в электронной "
          + "форме и через Государственную корпорацию"),
      text: OfficialText(
        kk:
          "1. Көрсетілетін қызметті алушы мемлекеттік қызметті көрсету тәртібі мен мәртебесі туралы ақпаратты порталдың "
          + "\"жеке кабинеті\", сондай-ақ бірыңғай байланыс орталығы арқылы қашықтан қол жеткізу режимінде алуға "
          + "мүмкіндігі бар. 2. Көрсетілетін қызметті алушы ЭЦҚ болған жағдайда мемлекеттік қызметті портал арқылы "
          + "электрондық нысанда немесе көрсетілетін қызметті берушінің кеңсесі арқылы алады. 3. Мемлекеттік қызмет "
          + "көрсету мәселелері бойынша анықтамалық қызметтердің байланыс телефондары Қазақстан Республикасы цифрлық "
          + "даму, инновациялар және аэроғарыш өнеркәсібі министрлігінің интернет-ресурсында көрсетілген "
          + "moap@mdai.gov.kz. 4. Мемлекеттік қызмет көрсету мәселелері жөніндегі бірыңғай байланыс орталығының телефон "
          + "нөмірлері - 1414, 8-800-080-7777.",
        ru: "1. Услугополучатель имеет возможность получения информации о порядке и статусе оказания государственной "
          + "услуги в режиме удаленного доступа посредством \"личного кабинета\" портала, а также единого контакт-центра. "
          + "2. Услугополучатель получает государственную услугу в электронной форме через портал при условии наличия ЭЦП "
          + "или через канцелярию услугодателя. 3. Контактные телефоны справочных служб по вопросам оказания "
          + "государственной услуги указаны на интернет-ресурсе Министерства цифрового развития, инноваций и "
          + "аэрокосмической промышленности Республики Казахстан moar@mdai.gov.kz. 4. Номера телефонов единого "
          + "контакт-центра по вопросам оказания государственных услуг – 1414, 8-800-080-7777.")),
  ]

  /// Appendix 5 item 8.
  static let documents: [RequiredDocument] = [
    application(Name.inclusion, .chancery), unitData(.chancery),
    possession(
      .chancery, .copy,
      kk: "меншік құқығында немесе басқа да заңды негізде цифрлық майнинг саласындағы аппараттық-бағдарламалық кешенге "
        + "меншік құқығын растайтын құжаттың көшірмесі",
      ru: "копия документа, подтверждающего право собственности на аппаратно-программного комплекса в сфере цифрового "
        + "майнинга на праве собственности или другом законном основании"),
    application(Name.inclusion, .portal), unitData(.portal),
    possession(
      .portal, .electronicCopy,
      kk: "меншік құқығында немесе басқа да заңды негізде цифрлық майнинг саласындағы аппараттық-бағдарламалық кешенге "
        + "меншік құқығын растайтын құжаттың электрондық көшірмесі",
      ru:
        "электронная копия документа, подтверждающего право собственности на аппаратно-программного комплекса в сфере "
        + "цифрового майнинга на праве собственности или другом законном основании"),
    application(Name.exclusion, .chancery),
    exclusionProof(
      .chancery, .copy,
      kk: "цифрлық майнингке арналған аппараттық-бағдарламалық кешенді кәдеге жарату/ пайдалану /сату немесе жоғалту "
        + "мерзімдерінің аяқталуын растайтын құжаттың көшірмесі",
      ru: "копия документа, подтверждающая утилизацию/ истечение сроков эксплуатации/ продажи или утраты "
        + "аппаратно-программного комплекса для цифрового майнинга"),
    application(Name.exclusion, .portal),
    exclusionProof(
      .portal, .electronicCopy,
      kk: "цифрлық майнингке арналған аппараттық-бағдарламалық кешенді кәдеге жарату/ пайдалану /сату немесе жоғалту "
        + "мерзімдерінің аяқталуын растайтын құжаттың электрондық көшірмесі",
      ru: "электронная копия документа, подтверждающая утилизацию/ истечение сроков эксплуатации/продажи или утраты "
        + "аппаратно-программного комплекса для цифрового майнинга"),
  ]

  private static func application(_ service: String, _ channel: Channel) -> RequiredDocument {
    let isInclusion = service == Name.inclusion
    return RequiredDocument(
      id: "application", service: service, channel: channel, shape: .form, form: isInclusion ? "138-НҚ/2" : "138-НҚ/4",
      title: isInclusion
        ? OfficialText(
          kk: "аппараттық-бағдарламалық кешенді тізілімге енгізу туралы өтініш",
          ru: "заявление о включении в реестр аппаратно-программного комплекса")
        : OfficialText(
          kk: "цифрлық майнингке арналған аппараттық-бағдарламалық кешен тізілімінен цифрлық майнингке арналған "
            + "аппараттық-бағдарламалық кешенді алып тастау туралы өтініш",
          ru: "заявление об исключении аппаратно-программного комплекса для цифрового майнинга из Реестра "
            + "аппаратно-программного комплекса для цифрового майнинга"),
      clause: at("App. 5 it. 8 sub \(isInclusion ? 1 : 2)"))
  }

  private static func unitData(_ channel: Channel) -> RequiredDocument {
    RequiredDocument(
      id: "units", service: Name.inclusion, channel: channel, shape: .form, form: "138-НҚ/3",
      title: OfficialText(
        kk: "цифрлық майнингке арналған аппараттық-бағдарламалық кешен туралы мәліметтер",
        ru: "сведения об аппаратно-программном комплексе для цифрового майнинга"),
      clause: at("App. 5 it. 8 sub 1"))
  }

  /// The text speaks of a document "confirming the right of ownership … on the right of ownership or another lawful
  /// ground"; Appendix 2 field 9 has "confirming the availability", which is how it is read (reading I-14).
  private static func possession(
    _ channel: Channel, _ shape: RequiredDocument.Shape, kk: String, ru: String
  ) -> RequiredDocument {
    RequiredDocument(
      id: "possession", service: Name.inclusion, channel: channel, shape: shape,
      kind: DocumentKind.possession.rawValue, title: OfficialText(kk: kk, ru: ru),
      clause: at("App. 5 it. 8 sub 1"))
  }

  private static func exclusionProof(
    _ channel: Channel, _ shape: RequiredDocument.Shape, kk: String, ru: String
  ) -> RequiredDocument {
    RequiredDocument(
      id: "ground", service: Name.exclusion, channel: channel, shape: shape,
      kind: DocumentKind.exclusionGround.rawValue, alternatives: exclusionGrounds,
      title: OfficialText(kk: kk, ru: ru), clause: at("App. 5 it. 8 sub 2"))
  }

  /// The four alternatives of the Russian text (reading I-15).
  private static let exclusionGrounds = [
    RequiredDocument.Alternative(code: "disposal", title: OfficialText(kk: "кәдеге жарату", ru: "утилизация")),
    RequiredDocument.Alternative(
      code: "serviceLifeExpired",
      title: OfficialText(kk: "пайдалану мерзімінің аяқталуы", ru: "истечение сроков эксплуатации")),
    RequiredDocument.Alternative(code: "sale", title: OfficialText(kk: "сату", ru: "продажа")),
    RequiredDocument.Alternative(code: "loss", title: OfficialText(kk: "жоғалту", ru: "утрата")),
  ]

  /// Appendix 5 item 9: the closed list.
  static let refusalGrounds = [
    RefusalGround(
      code: "unreliable", number: 1, clause: at("App. 5 it. 9 sub 1"),
      wording: OfficialText(
        kk: "мемлекеттік қызметті алу үшін көрсетілетін қызметті алушы ұсынған құжаттардың және (немесе) олардағы "
          + "деректердің (мәліметтердің) дәйексіздігін анықтау",
        ru: "установление недостоверности документов, представленных услугополучателем для получения государственной "
          + "услуги, и (или) данных (сведений), содержащихся в них")),
    RefusalGround(
      code: "nonConforming", number: 2, clause: at("App. 5 it. 9 sub 2"),
      wording: OfficialText(
        kk: "көрсетілетін қызметті алушының және (немесе) мемлекеттік қызметті көрсету үшін қажетті ұсынылған "
          + "материалдардың, объектілердің, деректер мен мәліметтердің осы Қағидаларда белгіленген талаптарға сәйкес келмеуі",
        ru:
          "несоответствие услугополучателя и (или) представленных материалов, объектов, данных и сведений, необходимых "
          + "для оказания государственной услуги, требованиям, установленным настоящими Правилами")),
    RefusalGround(
      code: "negativeOpinion", number: 3, clause: at("App. 5 it. 9 sub 3"),
      wording: OfficialText(
        kk:
          "мемлекеттік қызметті көрсету үшін талап етілетін келісу туралы сұрау салуға уәкілетті мемлекеттік органның "
          + "теріс жауабы, сондай-ақ сараптаманың, зерттеудің не тексерудің теріс қорытындысы",
        ru:
          "отрицательный ответ уполномоченного государственного органа на запрос о согласовании, который требуется для "
          + "оказания государственной услуги, а также отрицательное заключение экспертизы, исследования либо проверки")),
    RefusalGround(
      code: "courtBan", number: 4, clause: at("App. 5 it. 9 sub 4"),
      wording: OfficialText(
        kk: "көрсетілетін қызметті алушыға қатысты белгілі бір мемлекеттік қызметті алуды талап ететін қызметке немесе "
          + "жекелеген қызмет түрлеріне тыйым салу туралы заңды күшіне енген сот шешімі (үкімі) бар",
        ru: "в отношении услугополучателя имеется вступившее в законную силу решение (приговор) суда о запрещении "
          + "деятельности или отдельных видов деятельности, требующих получения определенной государственной услуги")),
    RefusalGround(
      code: "courtDeprivation", number: 5, clause: at("App. 5 it. 9 sub 5"),
      wording: OfficialText(
        kk: "көрсетілетін қызметті алушыға қатысты соттың заңды күшіне енген шешімі бар, оның негізінде көрсетілетін "
          + "қызметті алушы мемлекеттік көрсетілетін қызметті алуға байланысты арнайы құқығынан айырылады",
        ru: "в отношении услугополучателя имеется вступившее в законную силу решение суда, на основании которого "
          + "услугополучатель лишен специального права, связанного с получением государственной услуги")),
    RefusalGround(
      code: "noConsent", number: 6, clause: at("App. 5 it. 9 sub 6"),
      wording: OfficialText(
        kk: "\"Дербес деректер және оларды қорғау туралы\" Қазақстан Республикасы Заңының 8-бабына сәйкес көрсетілетін "
          + "қызметті алушының мемлекеттік қызмет көрсету үшін талап етілетін қолжетімділігі шектеулі дербес деректерге "
          + "қол жеткізуге ұсынылатын келісімінің болмауы",
        ru: "отсутствие согласия услугополучателя, предоставляемого в соответствии со статьей 8 Закона Республики "
          + "Казахстан \"О персональных данных и их защите\", на доступ к персональным данным ограниченного доступа, "
          + "которые требуются для оказания государственной услуги")),
  ]
}

extension Order138 {
  /// Appendices 1 to 4 and 6 to 9. The Kazakh text lacks the body of Appendices 2 and 3, the Russian text lacks Appendix 7
  /// (reading I-09).
  static let forms =
    [register, inclusionApplication, unitList, exclusionApplication, refusal, inclusionNotice]
    + [exclusionNotice, changeNotice]

  /// Appendix 1. Fifteen columns stand over fourteen numbers in both texts: the numbers here count the columns, and the
  /// date of exclusion is the fifteenth (reading I-10). Russian headings that the print scrambles are restored by sense.
  private static let register = Form(
    id: "138-НҚ/1", appendix: 1,
    title: OfficialText(
      kk: "Цифрлық майнингке аппараттық-бағдарламалық кешен тізілімі",
      ru: "Реестр аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("number", 1, kk: "Тізілім жазбасының реттік нөмірі", ru: "Порядковый номер реестровой записи"),
      FormField("enteredOn", 2, kk: "Тізілім жазбасының қалыптастыру күні", ru: "Дата формирования реестровой записи"),
      FormField(
        "holderName", 3, kk: "Заңды тұлғаның/жеке кәсіпкердің атауы",
        ru: "Наименование юридического лица/индивидуального предпринимателя"),
      FormField(
        "holderId", 4, kk: "Бизнес сәйкестендіру нөмірі / Жеке сәйкестендіру нөмірі",
        ru: "Бизнес-идентификационный номер / Индивидуальный идентификационный номер", restored: true),
      FormField("legalAddress", 5, kk: "Тіркеудің заңды мекенжайы", ru: "Юридический адрес регистрации"),
      FormField(
        "dataCentreAddress", 6,
        kk: "Цифрлық майнингті жүзеге асыру үшін деректерді өңдеу орталығының орналасқан жері",
        ru: "Месторасположение центра обработки данных для осуществления цифрового майнинга", restored: true),
      FormField(
        "contacts", 7, kk: "Байланыс деректері (ұялы телефон, электрондық пошта)",
        ru: "Контактные данные (мобильные телефоны, электронная почта)"),
      FormField(
        "model", 8, kk: "Аппараттық-бағдарламалық кешеннің толық атауы, маркасы, моделі",
        ru: "Полное наименование аппаратно-программного комплекса, марка, модель", restored: true),
      FormField(
        "serialNumber", 9, kk: "Аппараттық-бағдарламалық кешеннің сериялық нөмірі",
        ru: "Индивидуальный серийный номер аппаратно-программного комплекса", restored: true),
      FormField(
        "tnvedCode", 10,
        kk: "Еуразиялық экономикалық одақтың сыртқы экономикалық қызметінің тауар номенклатурасының коды",
        ru: "Код товарной номенклатуры внешнеэкономической деятельности Евразийского экономического союза",
        restored: true),
      FormField("hashrateTHs", 11, kk: "Хэшрейт (Th/s)", ru: "Хэшрейт (ТН/с)"),
      FormField("powerKW", 12, kk: "Қуат (кВт)", ru: "Мощность (кВт)"),
      FormField(
        "customsDeclaration", 13, kk: "Кеден декларациясының нөмірі, саны",
        ru: "Номер таможенной декларации, количество"),
      FormField(
        "possessionDocument", 14,
        kk:
          "Меншік құқығында немесе басқарылып жатқан цифрлық майнинг саласында аппараттық-бағдарламалық кешеннің болуын "
          + "растайтын құжат",
        ru: "Документ, подтверждающий наличие аппаратно-программного комплекса", restored: true),
      FormField(
        "excludedOn", 15,
        kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімінен шығару күні",
        ru: "Дата исключения из реестра", restored: true),
    ],
    readings: ["I-10", "I-11", "I-12", "I-13", "I-14"])

  /// Appendix 2. Only its heading stands in the Kazakh text.
  private static let inclusionApplication = Form(
    id: "138-НҚ/2", appendix: 2,
    title: OfficialText(
      kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімге енгізу туралы өтініш",
      ru: "Заявление о включении в реестр аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("holderName", 1, kk: nil, ru: "наименования юридического лица (индивидуального предпринимателя)"),
      FormField("holderId", 2, kk: nil, ru: "бизнес-идентификационный номер/индивидуальный идентификационный номер"),
      FormField("legalAddress", 3, kk: nil, ru: "юридический адрес регистрации"),
      FormField(
        "dataCentreAddress", 4, kk: nil,
        ru: "месторасположение центра обработки данных для осуществления цифрового майнинга"),
      FormField("contacts", 5, kk: nil, ru: "контактные данные: мобильный телефон, эл почта"),
      FormField(
        "modelAndQuantity", 6, kk: nil,
        ru: "полное наименование аппаратно-программного комплекса марка, модель, количество"),
      FormField("tnvedCode", 7, kk: nil, ru: "код ТН ВЭД ЕАЭС"),
      FormField(
        "consent", 8, kk: nil,
        ru: "Согласен на сбор и обработку персональных данных в соответствии с Законом Республики Казахстан \"О "
          + "персональных данных и их защите\"."),
      FormField(
        "possessionDocument", 9, kk: nil,
        ru:
          "копия документа, подтверждающего наличия аппаратно-программного комплекса в сфере цифрового майнинга на праве "
          + "собственности или другом законном основании (с указанием наименования юридического лица (индивидуального "
          + "предпринимателя), контактных данных собственника)"),
      FormField("signature", kk: nil, ru: "Электронная цифровая подпись заявителя"),
      FormField("signerName", kk: nil, ru: "фамилия, имя, отчество (при его наличии)"),
      FormField("filledOn", kk: nil, ru: "Дата заполнения"),
    ],
    readings: ["I-09", "I-19i", "I-19j"])

  /// Appendix 3. It is absent from the Kazakh text.
  private static let unitList = Form(
    id: "138-НҚ/3", appendix: 3,
    title: OfficialText(kk: nil, ru: "Сведения аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("number", kk: nil, ru: "Порядковый номер"),
      FormField("model", kk: nil, ru: "Полное наименование аппаратно-программного комплекса марка, модель"),
      FormField("serialNumber", kk: nil, ru: "Индивидуальный серийный номер аппаратно-программного комплекса"),
      FormField("hashrateTHs", kk: nil, ru: "Хэшрейт (ТН/s)"),
      FormField("powerKW", kk: nil, ru: "Мощность (кВт)"),
      FormField("customsDeclaration", kk: nil, ru: "Номер грузовой таможенной декларации"),
      FormField(
        "condition", kk: nil, ru: "Состояние аппаратно-программного комплекса",
        choices: [
          FormField.Choice(UnitCondition.working.rawValue, kk: nil, ru: "исправное"),
          FormField.Choice(UnitCondition.faulty.rawValue, kk: nil, ru: "неисправное"),
        ]),
    ],
    readings: ["I-09", "I-12", "I-13"])

  /// Appendix 4.
  private static let exclusionApplication = Form(
    id: "138-НҚ/4", appendix: 4,
    title: OfficialText(
      kk: "Өтініш цифрлық майнингке арналған аппараттық-бағдарламалық кешенді цифрлық майнингке арналған "
        + "аппараттық-бағдарламалық кешен тізілімінен шығару туралы",
      ru: "Заявление об исключении аппаратно-программного комплекса для цифрового майнинга из Реестра "
        + "аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField(
        "holderName", kk: "Заңды тұлғаның (жеке кәсіпкердің) атауы",
        ru: "Наименования юридического лица (индивидуального предпринимателя)"),
      FormField(
        "entry", kk: "Тізілімнен алып тасталатын тізілім жазбасының атауы және мазмұны",
        ru: "Наименование и содержание реестровой записи, которое исключается из реестра"),
      FormField(
        "contacts", kk: "Байланыс деректері (телефон, электрондық пошта)",
        ru: "Контактные данные (телефон, электронная почта)"),
      FormField(
        "consent",
        kk: "\"Дербес деректер және оларды қорғау туралы\" Қазақстан Республикасының Заңына сәйкес дербес деректерді "
          + "жинауға және өңдеуге келісемін.",
        ru: "Согласен на сбор и обработку персональных данных в соответствии с Законом Республики Казахстан \"О "
          + "персональных данных и их защите\"."),
      FormField(
        "signature", kk: "Өтініш берушінің электрондық цифрлық қолтаңбасы", ru: "Электронная цифровая подпись заявителя"
      ),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса)", ru: "фамилия, имя, отчество (при его наличии)"),
      FormField("filledOn", kk: "Толтыру күні", ru: "Дата заполнения"),
    ],
    readings: ["I-15", "I-19i"])

  /// Appendix 6: the name of the organisation heads it twice, in the two languages.
  private static let refusal = Form(
    id: "138-НҚ/6", appendix: 6,
    title: OfficialText(kk: "Дәлелді бас тарту", ru: "Мотивированный отказ"),
    fields: [
      FormField("organisation", kk: "Ұйымның атауы", ru: "Наименование организации"),
      FormField("number", kk: "Нөмірі №", ru: "Номер №"),
      FormField("issuedOn", kk: "Берілген күні", ru: "Дата выдачи"),
      FormField("holderName", kk: "Өтініш берушінің аты", ru: "Наименование заявителя"),
      FormField("provider", kk: "Көрсетілетін қызметті берушінің атауы", ru: "Наименование услугодателя"),
      FormField("applicationDate", kk: "өтінімінің күні", ru: "Дата заявки"),
      FormField("incomingNumber", kk: "кіріс құжаттың нөмірі", ru: "Номер входящего документа"),
      FormField("reason", kk: "Бас тарту себебі", ru: "Причина отказа"),
      FormField("signerPosition", kk: "Қол қоюшының лауазымы", ru: "Должность подписывающего"),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса) [қол қоюшының]",
        ru: "фамилия, имя, отчество (при его наличии) (подписывающего)"),
    ],
    readings: ["I-06", "I-19f"])

  /// Appendix 7. It is absent from the Russian text.
  private static let inclusionNotice = Form(
    id: "138-НҚ/7", appendix: 7,
    title: OfficialText(
      kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімге енгізу туралы хабарлама", ru: nil),
    fields: [
      FormField("organisation", kk: "Ұйымның атауы", ru: nil),
      FormField("letterhead", kk: "Уәкілетті органның бланкі", ru: nil),
      FormField("number", kk: "№", ru: nil),
      FormField("issuedOn", kk: "күні", ru: nil),
      FormField("provider", kk: "Хабарлама берген мемлекеттік органның атауы", ru: nil),
      FormField("holderName", kk: "Заңды тұлғаның (жеке кәсіпкердің) атауы", ru: nil),
      FormField("holderId", kk: "Бизнес сәйкестендіру нөмірі/жеке сәйкестендіру нөмірі", ru: nil),
      FormField("tnvedCode", kk: "ЕАЭО СЭҚ ТН коды", ru: nil),
      FormField(
        "inclusionText",
        kk:
          "жолдаған өтініштің 3-қосымшасында көрсетілген аппараттық-бағдарламалық кешенің жеке сериялық нөмірлері мен "
          + "техникалық мәліметтеріне (цифрлық майнингке арналған аппараттық-бағдарламалық кешенің толық атауы маркасы, "
          + "моделі, саны) сәйкес аппараттық-бағдарламалық кешенің тізіліміне енгізу туралы хабарлама береді.",
        ru: nil),
      FormField("signerPosition", kk: "Қол қоюшының лауазымы", ru: nil),
      FormField("signerName", kk: "тегі, аты, әкесінің аты (бар болса) [қол қоюшының]", ru: nil),
    ],
    readings: ["I-09", "I-19j"])

  /// Appendix 8.
  private static let exclusionNotice = Form(
    id: "138-НҚ/8", appendix: 8,
    title: OfficialText(
      kk: "Цифрлік майнингке арналған аппараттық-бағдарламалық кешенді тізілімнен шығару туралы Хабарлама",
      ru: "Уведомление об исключении из реестра аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("organisation", kk: "Ұйымның атауы", ru: "Наименование организации"),
      FormField("letterhead", kk: "Уәкілетті органның бланкі", ru: "Бланк уполномоченного органа"),
      FormField("number", kk: "№", ru: "№"),
      FormField("issuedOn", kk: "күні", ru: "дата"),
      FormField(
        "holderName", kk: "Осы хабарлама берілді (Заңды тұлғаның (жеке кәсіпкердің) атауы)",
        ru: "Настоящее уведомление выдано (наименования юридического лица (индивидуального предпринимателя)"),
      FormField(
        "model", kk: "цифрлық майнингке арналған аппараттық-бағдарламалық кешенің толық атауы",
        ru: "полное наименование аппаратно-программного комплекса для цифрового майнинга"),
      FormField("signerPosition", kk: "Қол қоюшының лауазымы", ru: "Должность подписывающего"),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса)",
        ru: "фамилия, имя, отчество (при его наличии) подписывающего"),
    ])

  /// Appendix 9. The day of the change and the entry's number are no fields of it: a notice states them beside it.
  private static let changeNotice = Form(
    id: "138-НҚ/9", appendix: 9,
    title: OfficialText(
      kk:
        "Цифрлық майнингке арналған аппараттық-бағдарламалық кешеннің тізіліміне мәліметтерді өзгерту туралы хабарлама",
      ru: "Уведомление об изменении сведений в реестр аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField(
        "holderName", kk: "Цифрлық майнердің атауы (тегі, аты, әкесінің аты (бар болса))",
        ru: "Наименование цифрового майнера"),
      FormField(
        "newContent", kk: "Жаңа редакциядағы тізілім жазбасының атауы және мазмұны",
        ru: "Наименование и содержание реестровой записи в новой редакции"),
      FormField(
        "reason", kk: "Мәлімделген өзгерістердің және (немесе) толықтырулардың себебі",
        ru: "Причина заявляемых изменений и (или) дополнений"),
      FormField(
        "contacts", kk: "Байланыс деректері (телефон, электрондық пошта)",
        ru: "Контактные данные (телефон, электронная почта)"),
      FormField(
        "signature", kk: "Өтініш берушінің электрондық цифрлық қолтаңбасы", ru: "Электронная цифровая подпись заявителя"
      ),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса)", ru: "фамилия, имя, отчество (при его наличии)"),
      FormField("filledOn", kk: "Толтыру күні", ru: "Дата заполнения"),
    ],
    readings: ["I-17", "I-19h", "I-19i"])
}

extension Order138 {
  /// Where the two texts contradict each other or themselves, or leave something open, and how they are read.
  static let readings = [
    Reading(
      id: "I-01", place: "9 ¶3",
      problem:
        "The Russian text limits the refusal within two working days to the portal; the Kazakh text, and Appendix "
        + "5 item 3 in both languages, name no channel.",
      reading: "The refusal is open on any channel once the documents are registered. A refusal of acceptance by the "
        + "chancery is another act."),
    Reading(
      id: "I-02", place: "9 ¶2, ¶3",
      problem: "In the Kazakh text the negation covers the expired documents too: \"does not present a full package of "
        + "documents and (or) of expired documents\".",
      reading: "The Russian text: an incomplete package, or expired documents, or both."),
    Reading(
      id: "I-03", place: "9 ¶2",
      problem:
        "A refusal of acceptance that nobody records leaves no trace, and the Administrative Procedure and Process "
        + "Code art. 64(1) forbids to refuse acceptance of an appeal.",
      reading: "A refusal of acceptance is always an act, with its reasons."),
    Reading(
      id: "I-04", place: "10, 12",
      problem:
        "In a term of five working days, three working days before its end is the second working day: the last day "
        + "of the completeness refusal too.",
      reading: "The limit is computed and warned of. A refusal whose notice came later is a finding; the act stands."),
    Reading(
      id: "I-05", place: "12, 14",
      problem: "Three working days before the end of a term of two working days is impossible.",
      reading:
        "For exclusion the limit of the notice is not applicable. Notice and hearing before a refusal are wanted "
        + "all the same, and a finding says so."),
    Reading(
      id: "I-06", place: "14",
      problem:
        "An exclusion is granted \"in the absence of grounds for refusal\", but no form or procedure of its refusal "
        + "is given.",
      reading: "The form of Appendix 6 and the grounds of Appendix 5 item 9."),
    Reading(
      id: "I-07", place: "13, 14",
      problem:
        "The signatory is the authorised person in one clause, the head of the structural subdivision in the other.",
      reading: "Signatories are given for each kind of act, and not shared."),
    Reading(
      id: "I-08", place: "13",
      problem: "Inclusion is described only \"by the results of the hearing\".",
      reading: "Without grounds for refusal a complex is included without a hearing."),
    Reading(
      id: "I-09", place: "App. 2, 3, 7",
      problem:
        "The Russian text lacks Appendix 7; the Kazakh text lacks the body of Appendix 2 and all of Appendix 3, and "
        + "does not number Appendices 4 and 5.",
      reading: "The texts are merged: Appendix 7 from the Kazakh, Appendices 2 and 3 from the Russian one."),
    Reading(
      id: "I-10", place: "App. 1",
      problem: "Fifteen headings stand over the numbers 1 to 14, and the Russian headings are scrambled in print.",
      reading: "Fifteen columns, the date of exclusion the fifteenth. Columns are named, never numbered, in code."),
    Reading(
      id: "I-11", place: "App. 1 col. 9, 13; App. 2 f. 6",
      problem: "A serial number suggests a row for each unit, a quantity a row for each batch.",
      reading: "One row for each serial number of Appendix 3. The declaration number is repeated, the quantity derived."
    ),
    Reading(
      id: "I-12", place: "App. 3",
      problem: "The condition, working or faulty, has no column in Appendix 1.",
      reading: "It is kept with the unit and shown beside the register, not in its form."),
    Reading(
      id: "I-13", place: "App. 1, 3",
      problem: "The unit of the hash rate is spelt ТН/с, ТН/s and Th/s, in mixed alphabets.",
      reading: "Terahashes per second as a decimal; slower algorithms need the fraction."),
    Reading(
      id: "I-14", place: "App. 1 col. 14",
      problem:
        "The Russian text has \"the availability\" of the complex, the Kazakh one \"on the right of ownership or "
        + "being managed\", other places \"another lawful ground\".",
      reading: "Ownership or another lawful ground."),
    Reading(
      id: "I-15", place: "App. 5 it. 8 sub 2",
      problem:
        "The Russian text lists disposal, end of service life, sale or loss; the Kazakh one the end of the terms of "
        + "disposal, use, sale or loss.",
      reading: "The Russian text: four facts, any of which suffices."),
    Reading(
      id: "I-16", place: "App. 5 it. 10",
      problem: "The e-mail address is moar@ in the Russian, moap@ in the Kazakh text.",
      reading: "moap@mdai.gov.kz."),
    Reading(
      id: "I-17", place: "6, 15, App. 9",
      problem:
        "A change is a \"notice\" in clause 15 and an \"application\" in clauses 4 and 6, and neither clause 7 nor "
        + "Appendix 5 knows it: no channel, no refusal, and no term but three working days.",
      reading:
        "A procedure of its own on the channels of clause 7. It is not refused; a notice that identifies no entry "
        + "is rejected."),
    Reading(
      id: "I-18", place: "18 ¶2",
      problem: "The Kazakh text has an administrative act performed instead of an action, in a broken sentence.",
      reading: "The Russian text, and the Administrative Procedure and Process Code art. 91(4)."),
    Reading(
      id: "I-19", place: "21",
      problem: "In the Kazakh text the \"response\" to a court has become a \"withdrawal\" from it.",
      reading: "The Russian text."),
    Reading(
      id: "I-19a", place: "App. 5 it. 7, 9, 10",
      problem:
        "Headings mention the State Corporation in one language or both, though it takes no part, and the heading "
        + "of item 9 differs.",
      reading: "There is no channel by the State Corporation."),
    Reading(
      id: "I-19b", place: "title",
      problem: "The number of the order ends in К in the Russian, in Қ in the Kazakh text.",
      reading: "НҚ everywhere; both are accepted on input."),
    Reading(
      id: "I-19c", place: "2",
      problem:
        "The recipient may be any natural or legal person, the digital miner only an individual entrepreneur or a "
        + "legal entity.",
      reading: "An entrepreneur by ИИН or a legal entity by БИН may apply."),
    Reading(
      id: "I-19d", place: "6",
      problem: "The Rules know no change of the register without an application, as after liquidation or a judgment.",
      reading: "An act of correction by the authority, which names its ground outside the Rules: never a silent change."
    ),
    Reading(
      id: "I-19e", place: "8 ¶1",
      problem: "The notification gives the date and the time of the result, but no time is set.",
      reading: "The last day of the term, 18:30 in Astana."),
    Reading(
      id: "I-19f", place: "9 ¶3, App. 6",
      problem: "The refusal of further consideration has no form; Appendix 6 is the refusal of the service.",
      reading: "Two acts with one layout."),
    Reading(
      id: "I-19g", place: "18, 19",
      problem: "A complaint is forwarded within three working days of receipt, and considered within five of its "
        + "registration.",
      reading: "Two terms that run side by side. A complaint is registered on the day it counts as taken in."),
    Reading(
      id: "I-19h", place: "15, App. 9",
      problem: "The form has no date of the change and does not identify the entry, so that ten working days from the "
        + "change cannot be computed.",
      reading: "Both are further inputs. Without the date, lateness is unknown, and never taken as in time."),
    Reading(
      id: "I-19i", place: "App. 2, 4, 9",
      problem: "The forms end in an electronic signature, although the chancery takes paper.",
      reading: "On paper the applicant signs by hand; the worker who takes the paper in signs the act and says so."),
    Reading(
      id: "I-19j", place: "App. 2 f. 7, App. 7, App. 1 col. 10",
      problem:
        "An application has one line for the code of the ТН ВЭД, the register a column in each row, Appendix 3 none.",
      reading: "The one code is copied to every row. Differing codes are listed, or applied for separately."),
  ]
}
