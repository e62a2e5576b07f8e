import RegistryEvents

/// Order 53/НҚ of 28.03.2018: the Rules of forming and keeping the register of trusted software and products of the electronic
/// industry, with the criteria of inclusion, in the editions of orders 829/НҚ of 20.12.2024 and 567/НҚ of 07.11.2025.
///
/// Written from the Russian text of the order as amended by order 567/НҚ; no Kazakh text is at hand (reading I-39d). What stands
/// here is in the order of the text: services, acts and signatories, rules by clause, complaints, the criteria of clauses 5 and
/// 6, the basic requirements of Appendix 2, forms, register, readings.
///
/// Which edition is known how far:
/// - The Rules before order 829/НҚ are not known; order 147/НҚ of 02.07.2019 changed the title in that time.
/// - Of the edition of order 829/НҚ everything that order 567/НҚ left alone is known. Clause 9 (T07, T08), clause 6 sub 5 and
///   Appendix 2, which it changed, are not: that edition has no rule of clause 9, shows sub 5 as a hole, and gives no list of
///   documents and grounds by which a package or refusal could be judged. The evidence of the criteria is taken from the
///   Appendix 2 that is known, since the criteria are the same.
/// - Order 567/НҚ is known but for sub 3-1 of clause 5 and sub 4-1 of clause 6, which from 01.01.2026 stand in the place of subs
///   3 and 4: two more holes, shown and never guessed (reading I-35).
public enum Order53: OrderText {
  /// The number of the order.
  public static let id = "53-НҚ"
  static let area = "trusted"

  /// The order and its editions.
  public static let regulation = Regulation(
    id: id,
    area: area,
    title: OfficialText(
      kk: nil,
      ru: "Правила формирования и ведения реестра доверенного программного обеспечения и продукции электронной "
        + "промышленности, а также критерии по включению программного обеспечения и продукции электронной промышленности в "
        + "реестр доверенного программного обеспечения и продукции электронной промышленности"),
    editions: [
      Edition(
        id: "53-НҚ", adopted: day(2018, 3, 28), registration: "16750", registered: day(2018, 4, 12),
        // Clause 4 of the order: ten calendar days after the day of first official publication, which is not known; so too the
        // amending orders, of which the days of registration are not known either.
        force: .afterPublication(waitingDays: 10, published: nil, publishedNotBefore: day(2018, 4, 12)),
        provisions: nil),
      Edition(
        id: "829-НҚ", adopted: day(2024, 12, 20), registration: nil, registered: nil,
        force: .afterPublication(waitingDays: 10, published: nil, publishedNotBefore: day(2024, 12, 20)),
        provisions: provisions(.of829)),
      Edition(
        id: "567-НҚ", adopted: day(2025, 11, 7), registration: nil, registered: nil,
        force: .afterPublication(waitingDays: 10, published: nil, publishedNotBefore: day(2025, 11, 7)),
        provisions: provisions(.of567)),
    ])

  /// The editions that are known.
  enum Text {
    case of829, of567

    /// A place in Appendix 2, or the clause that refers to it where its text is not known.
    fileprivate func list(_ item: String) -> Clause { at(self == .of567 ? "App. 2 \(item)" : "14") }
  }

  /// What an edition provides.
  static func provisions(_ text: Text) -> Provisions {
    let isListKnown = text == .of567
    return Provisions(
      sources: sources, hours: .from9To1830, serviceName: serviceName, services: services, acts: acts,
      rules: rules(text) + complaints.rules, signatories: signatories,
      refusalGrounds: isListKnown ? refusalGrounds : [],
      documents: isListKnown ? documents : [], forms: forms, standard: isListKnown ? standard : [], readings: readings,
      register: register, requirements: requirements(text))
  }

  static let sources = [
    SourceText(
      id: "53-NK-2018-ed-829-567-NK.ru", language: "ru",
      title:
        "Order 53/НҚ of 28.03.2018 in the edition of order 829/НҚ of 20.12.2024 as amended by order 567/НҚ of 07.11.2025, "
        + "Russian text")
  ]

  /// The names of the services, as conditions of this order use them.
  enum Name {
    static let inclusion = "inclusion"
    static let exclusion = "exclusion"
    static let change = "change"
    static let all = [inclusion, exclusion, change]
  }

  /// The types of the acts of the area.
  enum Act {
    static let inclusionFiled = "trusted.inclusionFiled"
    static let exclusionFiled = "trusted.exclusionFiled"
    static let changeFiled = "trusted.changeFiled"
    static let registered = "trusted.registered"
    static let completenessRefused = "trusted.completenessRefused"
    static let sentToCommission = "trusted.sentToCommission"
    static let commissionRecommended = "trusted.commissionRecommended"
    static let hearingNotified = "trusted.hearingNotified"
    static let hearingHeld = "trusted.hearingHeld"
    static let refused = "trusted.refused"
    static let included = "trusted.included"
    static let excluded = "trusted.excluded"
    static let changed = "trusted.changed"
    static let removalRecommended = "trusted.removalRecommended"
    static let excludedExOfficio = "trusted.excludedExOfficio"
    static let published = "trusted.published"
    static let sentToProcurement = "trusted.sentToProcurement"
    static let stageReported = "trusted.stageReported"
    static let rulesAmended = "trusted.rulesAmended"
    static let operatorInformed = "trusted.operatorInformed"
    static let correctedByAuthority = "trusted.correctedByAuthority"
    static let complaintFiled = "trusted.complaintFiled"
    static let complaintForwarded = "trusted.complaintForwarded"
    static let complaintSatisfied = "trusted.complaintSatisfied"
    static let complaintDecided = "trusted.complaintDecided"

    static let filings = [inclusionFiled, exclusionFiled, changeFiled]
    static let grants = [included, excluded, changed]
    static let results = grants + [refused]
    static let decisions = grants + [excludedExOfficio]
  }

  /// The day from which subs 3 and 4 give way to subs 3-1 and 4-1, and an industrial certificate no longer shows localisation.
  static let localisationChanges = day(2026, 1, 1)
}

extension Order53 {
  /// Clauses 12, 15, 22 and 24: one public service of three kinds, through portals only.
  static let services = [
    service(
      Name.inclusion,
      "включение программного обеспечения и продукции электронной промышленности в реестр доверенного программного "
        + "обеспечения и продукции электронной промышленности",
      opened: Act.inclusionFiled, granted: Act.included, .enters, ["53-НҚ/4", "53-НҚ/10", "53-НҚ/11"]),
    service(
      Name.exclusion,
      "исключение программного обеспечения или продукции электронной промышленности из реестра доверенного программного "
        + "обеспечения и продукции электронной промышленности",
      opened: Act.exclusionFiled, granted: Act.excluded, .excludes, ["53-НҚ/5"]),
    service(
      Name.change,
      "внесение изменений и (или) дополнений в реестр доверенного программного обеспечения и продукции электронной "
        + "промышленности",
      opened: Act.changeFiled, granted: Act.changed, .changes, ["53-НҚ/3"], changesIn: "changes"),
  ]

  private static func service(
    _ id: String, _ title: String, opened: String, granted: String, _ effect: Service.Effect, _ forms: [String],
    changesIn: String? = nil
  ) -> Service {
    Service(
      id: id, title: OfficialText(kk: nil, ru: title), openedBy: [opened], grantedBy: [granted], effect: effect,
      refusedBy: [Act.refused, Act.completenessRefused], forms: forms, channels: [.portal], termDuty: "T20",
      hearing: .optional, isRefusableUnregistered: true, changesIn: changesIn,
      preparations: [
        Preparation(act: Act.sentToCommission, finding: "not-sent-to-commission"),
        Preparation(act: Act.commissionRecommended, finding: "decided-without-commission"),
      ],
      clause: at("12"))
  }

  /// What the acts of the area are.
  static let acts =
    [
      ActMeaning(Act.inclusionFiled, .filing),
      ActMeaning(Act.exclusionFiled, .filing, entry: "entry"),
      ActMeaning(Act.changeFiled, .filing, entry: "entry"),
      ActMeaning(Act.registered, .registration, follows: "filing"),
      ActMeaning(Act.completenessRefused, .completenessRefusal, follows: "filing"),
      ActMeaning(Act.sentToCommission, .note, follows: "filing"),
      ActMeaning(Act.commissionRecommended, .note, follows: "filing"),
      ActMeaning(Act.hearingNotified, .hearingNotice, follows: "filing"),
      ActMeaning(Act.hearingHeld, .hearing, follows: "filing"),
      ActMeaning(Act.refused, .refusal, follows: "filing"),
      ActMeaning(Act.included, .grant, follows: "filing", entry: "entry"),
      ActMeaning(Act.excluded, .grant, follows: "filing"),
      ActMeaning(Act.changed, .grant, follows: "filing"),
      ActMeaning(Act.removalRecommended, .entryEvent, entry: "entry"),
      ActMeaning(Act.excludedExOfficio, .removal, entry: "entry"),
      ActMeaning(Act.published, .note, follows: "subject"),
      ActMeaning(Act.sentToProcurement, .note, follows: "subject"),
      ActMeaning(Act.stageReported, .note, follows: "filing"),
      ActMeaning(Act.rulesAmended, .amendment),
      ActMeaning(Act.operatorInformed, .information, follows: "amendment"),
      ActMeaning(Act.correctedByAuthority, .correction, entry: "entry"),
    ] + complaints.acts

  /// Who signs. Results are signed by the head of the provider or a deputy (clause 23); of what goes before the text names the
  /// provider or its subdivision and no person.
  static let signatories =
    [
      signatory(Act.filings, [.applicant], "T11", "15", ["I-39g"]),
      signatory([Act.registered], [.providerEmployee, .chanceryWorker], "T13", "17"),
      signatory([Act.completenessRefused], [.providerEmployee, .headOfProvider, .deputyHead], "T15", "19"),
      signatory([Act.sentToCommission], [.providerEmployee, .headOfProvider, .deputyHead], "T16", "20"),
      signatory(
        [Act.commissionRecommended, Act.removalRecommended], [.providerEmployee, .headOfProvider, .deputyHead], "T10",
        "11"),
      signatory(
        [Act.hearingNotified, Act.hearingHeld], [.providerEmployee, .headOfProvider, .deputyHead], "T18", "22"),
      signatory(Act.results, [.headOfProvider, .deputyHead], "T19", "23"),
      signatory([Act.excludedExOfficio], [.headOfProvider, .deputyHead], "T09", "10", ["I-38"]),
      signatory(
        [Act.published, Act.sentToProcurement], [.providerEmployee, .headOfProvider, .deputyHead], "T06", "8"),
      signatory([Act.stageReported], [.providerEmployee, .headOfProvider, .deputyHead], "T22", "26"),
      signatory(
        [Act.rulesAmended, Act.operatorInformed], [.providerEmployee, .headOfProvider, .deputyHead], "T23", "27"),
      signatory([Act.correctedByAuthority], [.headOfProvider, .deputyHead], "T02", "4"),
    ] + complaints.signatories
}

extension Order53 {
  /// Clauses 3 to 36 and the provisions of Appendix 2 that bind somebody.
  static func rules(_ text: Text) -> [Rule] {
    general(text) + keeping(text) + monitoring + intake(text) + decision(text) + results + [aboutComplaints]
      + transition(text) + [appendixRule(text)]
  }

  /// Clauses 3 to 6: classification, formation and the criteria.
  private static func general(_ text: Text) -> [Rule] {
    [
      Rule(
        id: "T01", clauses: [at("3")], actor: .provider,
        text: "What is included is classified by kind and purpose by the Rules of classification of objects of "
          + "informatisation (order № 135 of 28.01.2016): a code of category.",
        actTypes: [Act.inclusionFiled, Act.included],
        checks: [
          check("category-not-stated", "T01", "3", .warning, "what is included has no code of category")
        ]),
      Rule(
        id: "T02", clauses: [at("4")], actor: .provider,
        text:
          "The register is formed by rendering the public service: inclusion, exclusion and change. Beside it stands only "
          + "the exclusion upon monitoring; what a court or the law compels is an act of its own that names its ground.",
        actTypes: Act.grants + [Act.correctedByAuthority],
        checks: [
          check(
            "act-without-application", "T02", "4", .breach, "the register is changed without an application or notice"),
          check("corrected-by-authority", "T02", "4", .note, "the register is changed on a ground outside the Rules"),
        ],
        bars: [
          bar(.filingUnknown, "T02", "4"),
          bar(.caseDiffers, "T02", "4"),
          bar(.serviceDiffers, "T02", "4"),
        ]),
      Rule(
        id: "T03", clauses: [at("5")], actor: .applicant,
        text:
          "Software is included when it meets the criteria: information security, exclusive property rights, localisation, "
          + "technical support in Kazakhstan, the characteristics and codes declared, and independence or the presence in the "
          + "register of the software that it needs. What is judged of localisation from 01.01.2026 is not in the text.",
        actTypes: [Act.inclusionFiled, Act.included],
        checks: [
          criterion(
            "software-security-not-shown", "T03", "5 sub 1", "nothing shows the information security of software"),
          criterion("software-rights-not-shown", "T03", "5 sub 2", "nothing shows the exclusive rights to software"),
          criterion("software-localisation-not-shown", "T03", "5 sub 3", "nothing shows the localisation of software"),
          criterion("software-support-not-shown", "T03", "5 sub 4", "no technical support of software is stated"),
          criterion(
            "software-characteristics-not-judged", "T03", "5 sub 5",
            "the commission did not judge whether software is as declared"),
          criterion("software-codes-not-stated", "T03", "5 sub 6", "no code of the ЕНС ТРУ is stated of software"),
          check(
            "software-dependency-not-registered", "T03", "5 sub 7", .breach,
            "software that is not independent is included, and what it needs is not in the register"),
          check(
            "software-criterion-unknown", "T03", "5 sub 3-1", .note,
            "a criterion of software is not judged, since its text is not known"),
        ],
        readings: ["I-35", "I-39e", "I-39f"]),
      Rule(
        id: "T04", clauses: [at("6")], actor: .applicant,
        text:
          "A product of the electronic industry is included when it meets the criteria: information security of the software "
          + "in it, or a decision that it cannot be tested; the right to use that software; a service centre in Kazakhstan; "
          + "localisation; the category declared. What is judged of localisation from 01.01.2026 is not in the text.",
        actTypes: [Act.inclusionFiled, Act.included],
        checks: [
          criterion(
            "product-security-not-shown", "T04", "6 sub 1",
            "nothing shows the information security of a product's software"),
          criterion(
            "product-rights-not-shown", "T04", "6 sub 2", "nothing shows the right to use the software of a product"),
          criterion("product-service-not-shown", "T04", "6 sub 3", "no service centre of a product is stated"),
          criterion("product-localisation-not-shown", "T04", "6 sub 4", "nothing shows the localisation of a product"),
          criterion(
            "product-category-not-shown", "T04", "6 sub 6", "no category, or no description of a product, is given"),
          check(
            "product-criterion-unknown", "T04", text == .of567 ? "6 sub 4-1" : "6 sub 5", .note,
            "a criterion of products is not judged, since its text is not known"),
        ],
        readings: ["I-35", "I-36", "I-39e"]),
    ]
  }

  /// Clauses 7 and 8: form and publication of the register.
  private static func keeping(_ text: Text) -> [Rule] {
    [
      Rule(
        id: "T05", clauses: [at("7"), at("App. 1")], actor: .provider,
        text: "The register is kept in the form of Appendix 1, of seven columns.",
        actTypes: Act.grants,
        checks: [
          check(
            "entry-numbers", "T05", "App. 1", .warning,
            "the numbers of new entries are not the next ones, one for each unit"),
          check(
            "entry-reference", "T05", "App. 1", .warning,
            "the reference of a new entry is in use, or cannot be compared with others"),
        ],
        bars: [bar(.entryNumbers, "T05", "App. 1"), bar(.entryReference, "T05", "App. 1")],
        readings: ["I-37", "I-39d"]),
      Rule(
        id: "T06", clauses: [at("8")], actor: .provider,
        text:
          "The register, and every change of it, goes to the operator of the e-procurement system within fourteen working "
          + "days, and is published on the provider's site within fourteen working days, both counted from the decision.",
        actTypes: Act.decisions + [Act.published, Act.sentToProcurement],
        duties: [
          Duty(
            id: "T06.publication", rule: "T06", clause: at("8"), actor: .provider,
            summary: "publish the decision on the provider's site", opensOn: ActPattern(types: Act.decisions),
            start: .actDay, term: .workingDays(14), metBy: [Act.published], findingStem: "publication",
            readings: ["I-39c"]),
          Duty(
            id: "T06.procurement", rule: "T06", clause: at("8"), actor: .provider,
            summary: "send the decision to the operator of e-procurement", opensOn: ActPattern(types: Act.decisions),
            start: .actDay, term: .workingDays(14), metBy: [Act.sentToProcurement], findingStem: "procurement-notice",
            readings: ["I-39c"]),
        ],
        readings: ["I-39c"]),
    ] + (text == .of567 ? currency : [])
  }

  /// Clause 9, as order 567/НҚ has it.
  private static let currency = [
    Rule(
      id: "T07", clauses: [at("9 ¶1")], actor: .applicant,
      text:
        "Not later than thirty calendar days before the day on which a document of clause 5, clause 6 or Appendix 2 "
        + "expires, the recipient files Appendix 3 with the document renewed.",
      actTypes: [Act.changeFiled],
      duties: [
        Duty(
          id: "T07", rule: "T07", clause: at("9 ¶1"), actor: .applicant, summary: "file the renewed document",
          opensOn: ActPattern(types: [Act.included, Act.changed]), start: .documentExpiry,
          term: Term(count: 30, unit: .calendarDays, direction: .before, ends: .midnight), metBy: [Act.changeFiled],
          isOfEntry: true, endedBy: [Act.excluded, Act.excludedExOfficio], severity: .warning,
          findingStem: "document-renewal", consequence: "entry-document-expired")
      ]),
    Rule(
      id: "T08", clauses: [at("9 ¶2")], actor: .provider,
      text:
        "The provider monitors whether the data of the register are up to date and its documents valid; the text gives no "
        + "period. What expires, and what has expired while its entry stands, follows from the journal.",
      checks: [
        check(
          "entry-document-expired", "T08", "9 ¶2", .warning,
          "an entry stands although a document that it rests on has expired and no renewed one was filed")
      ]),
  ]

  /// Clauses 10 and 11: exclusion upon monitoring, and the commission.
  private static let monitoring = [
    Rule(
      id: "T09", clauses: [at("10")], actor: .provider,
      text:
        "When monitoring finds unreliable data or documents, expired documents or the loss of a criterion, the provider "
        + "excludes the entry. The text gives no term, form or hearing: an act with its reason, in the form of Appendix 8, and "
        + "never a consequence that takes effect by itself.",
      actTypes: [Act.excludedExOfficio],
      checks: [
        check("entry-unknown", "T09", "10", .breach, "an act is about an entry, and names none that stands")
      ],
      bars: [bar(.entryUnknown, "T09", "10")], readings: ["I-38"]),
    Rule(
      id: "T10", clauses: [at("11")], actor: .provider,
      text:
        "Every decision is made with regard to the commission's recommendations on the criteria of clauses 5 and 6, those "
        + "upon monitoring among them. The commission advises (clause 2 sub 3): its recommendation does not bind.",
      actTypes: [Act.commissionRecommended, Act.removalRecommended] + Act.results + [Act.excludedExOfficio],
      checks: [
        check(
          "decided-without-commission", "T10", "11", .breach,
          "a filing is decided without a recommendation of the commission"),
        check(
          "removed-without-commission", "T10", "11", .breach,
          "an entry is excluded upon monitoring without a recommendation of the commission"),
      ],
      readings: ["I-38"]),
  ]

  /// Clauses 15 to 20: filing, registration, completeness, commission.
  private static func intake(_ text: Text) -> [Rule] {
    [
      Rule(
        id: "T11", clauses: [at("15"), text.list("it. 9")], actor: .applicant,
        text:
          "The applicant files on www.egov.kz or www.elicense.kz: Appendix 4 for inclusion, Appendix 5 for exclusion, "
          + "Appendix 3 for a change, one application for each product, with the documents of Appendix 2. A chancery takes "
          + "nothing in.",
        actTypes: Act.filings,
        checks: [
          FindingKind(
            code: "document-missing", rule: "T11", clause: text.list("it. 9"), severity: .warning,
            text: "a required document is not among the attachments"),
          check(
            "identifier-check-digit", "T11", "App. 4 f. 4", .warning, "the check digit of the БИН or ИИН is wrong"),
        ],
        bars: [bar(.identifierInvalid, "T11", "App. 4 f. 4")],
        readings: ["I-33", "I-34", "I-36", "I-39b", "I-39e", "I-39g", "I-39h"]),
      Rule(
        id: "T12", clauses: [at("16")],
        text: "On filing, the personal cabinet is sent the status: the application is taken in.",
        actTypes: Act.filings),
      Rule(
        id: "T13", clauses: [at("17")], actor: .provider,
        text:
          "The intake subdivision accepts and registers the documents within three days after they came in; what comes "
          + "after working hours, on a day off or a holiday counts as of the next working day. The text does not say of which "
          + "days: read as working days, and what lies between the two readings is found as disputed.",
        actTypes: Act.filings + [Act.registered],
        duties: [
          Duty(
            id: "T13", rule: "T13", clause: at("17"), actor: .provider, summary: "register the documents",
            opensOn: ActPattern(types: Act.filings), start: .intakeDay, term: .workingDays(3), metBy: [Act.registered],
            disputedTerm: Term(count: 3, unit: .calendarDays), endedBy: [Act.completenessRefused],
            findingStem: "registration", readings: ["I-30", "I-31"])
        ],
        checks: [
          check(
            "registered-out-of-hours", "T13", "17", .note,
            "documents are registered after working hours or on a day off")
        ],
        bars: [bar(.registeredAlready, "T13", "17")], readings: ["I-30", "I-31"]),
      Rule(
        id: "T14", clauses: [at("18")], actor: .provider,
        text:
          "The provider checks the completeness of the documents within five working days from their receipt, not from "
          + "their registration.",
        actTypes: Act.filings + [Act.completenessRefused, Act.sentToCommission],
        duties: [
          Duty(
            id: "T14", rule: "T14", clause: at("18"), actor: .provider,
            summary: "refuse further consideration of an incomplete package", bearing: .limit,
            opensOn: ActPattern(types: Act.filings), start: .intakeDay, term: .workingDays(5),
            metBy: [Act.completenessRefused], endedBy: [Act.sentToCommission] + Act.results,
            findingStem: "completeness-refusal", readings: ["I-31"])
        ],
        readings: ["I-31"]),
      Rule(
        id: "T15", clauses: [at("19")], actor: .provider,
        text:
          "An incomplete package or expired documents: the provider refuses to accept the application. Registration and "
          + "the check of completeness run in parallel, so the refusal may come before registration or after it.",
        actTypes: [Act.completenessRefused],
        checks: [
          check("document-expired", "T15", "19", .warning, "an attached document had expired when it was filed")
        ],
        readings: ["I-31"]),
      Rule(
        id: "T16", clauses: [at("20")], actor: .provider,
        text: "A full package is sent to the commission for its recommendations.",
        actTypes: [Act.sentToCommission],
        checks: [
          check(
            "not-sent-to-commission", "T16", "20", .warning, "a filing is decided that was not sent to the commission")
        ]),
    ]
  }

  /// Clauses 21 to 24: the decision and its term.
  private static func decision(_ text: Text) -> [Rule] {
    [
      Rule(
        id: "T17", clauses: [at("21"), text.list("it. 10")], actor: .provider,
        text:
          "Conformity is established by studying the documents, with regard to the commission's recommendations. What does "
          + "not conform is refused, on a ground of the closed list, which the refusal names.",
        actTypes: [Act.refused],
        checks: [
          FindingKind(
            code: "refusal-ground-not-listed", rule: "T17", clause: text.list("it. 10"), severity: .breach,
            text: "the refusal names no ground of the closed list")
        ],
        bars: [
          Bar(code: .groundNotListed, rule: "T17", clause: text.list("it. 10")),
          Bar(code: .consentMissing, rule: "T17", clause: text.list("it. 10 sub 3")),
        ],
        readings: ["I-39g"]),
      Rule(
        id: "T18", clauses: [at("22")], actor: .provider,
        text:
          "To clear up the documents the provider may hold a hearing; its notice is sent not less than two working days "
          + "before the end of the term of the service.",
        actTypes: [Act.hearingNotified, Act.hearingHeld, Act.refused],
        duties: [
          Duty(
            id: "T18", rule: "T18", clause: at("22 ¶2"), actor: .provider, summary: "send the notice of a hearing",
            bearing: .limit, opensOn: ActPattern(types: [Act.registered]), start: .end(ofDuty: "T20"),
            term: Term(count: 2, direction: .before), metBy: [Act.hearingNotified],
            endedBy: [Act.completenessRefused] + Act.results, findingStem: "hearing-notice", readings: ["I-32"])
        ],
        checks: [
          check(
            "refused-without-optional-hearing", "T18", "22", .note,
            "the service is refused without the hearing that the provider may hold")
        ],
        bars: [
          bar(.hearingWithoutNotice, "T18", "22 ¶2"),
          bar(.hearingPending, "T18", "22"),
          bar(.refusedWithoutHearing, "T18", "22"),
        ],
        readings: ["I-32"]),
      Rule(
        id: "T19", clauses: [at("23")], actor: .provider,
        text:
          "The result is sent to the personal cabinet as an electronic document signed by the head of the provider or a "
          + "deputy: the refusal of Appendix 6, or the notice of Appendix 7, 8 or 9.",
        actTypes: Act.results,
        checks: [
          check(
            "signatory-not-competent", "T19", "23", .breach,
            "the act is signed in another capacity than the clause wants"),
          check("result-repeated", "T19", "23", .breach, "a filing has a second result; the first counts"),
        ],
        bars: [
          bar(.decidedAlready, "T19", "23"),
          bar(.signatoryNotCompetent, "T19", "23"),
        ]),
      Rule(
        id: "T20", clauses: [at("24"), text.list("it. 4")], actor: .provider,
        text:
          "Examination and issue of the result take fourteen working days in all from acceptance and registration, in each "
          + "of the three services.",
        actTypes: [Act.registered] + Act.results,
        duties: [
          Duty(
            id: "T20", rule: "T20", clause: at("24"), actor: .provider, summary: "examine and issue the result",
            opensOn: ActPattern(types: [Act.registered]), start: .actDay, term: .workingDays(14), metBy: Act.results,
            endedBy: [Act.completenessRefused], findingStem: "service-result", readings: ["I-31"])
        ],
        bars: [bar(.notRegistered, "T20", "24")], readings: ["I-31"]),
    ]
  }

  /// Clauses 25 to 27: entry, monitoring of the service, amendments.
  private static let results = [
    Rule(
      id: "T21", clauses: [at("25")], actor: .provider,
      text: "What the service results in is entered in the register.",
      actTypes: Act.grants,
      checks: [
        check(
          "exclusion-without-entry", "T21", "25", .breach, "what is excluded has no standing entry in the register"),
        check("change-without-entry", "T21", "25", .breach, "what is changed has no standing entry in the register"),
      ],
      bars: [
        bar(.exclusionWithoutEntry, "T21", "25"),
        bar(.changeWithoutEntry, "T21", "25"),
      ]),
    Rule(
      id: "T22", clauses: [at("26")], actor: .provider,
      text:
        "The stages of the service are entered in the system that monitors public services, by order № 452 of 14.06.2013.",
      actTypes: [Act.stageReported]),
    informing("T23", "27"),
  ]

  private static let aboutComplaints = Rule(
    id: "T24", clauses: [at("28"), at("34")], actor: .applicant,
    text: "Decisions, actions and inaction of the provider can be challenged by complaint, by the rules C1 to C6.",
    actTypes: [Act.complaintFiled, Act.complaintForwarded, Act.complaintSatisfied, Act.complaintDecided])

  /// Clauses 35 and 36. The transition was opened by the edition of order 829/НҚ, and by no later one.
  private static func transition(_ text: Text) -> [Rule] {
    let duty = Duty(
      id: "T25", rule: "T25", clause: at("35"), actor: .applicant,
      summary: "bring the entry up to date with the new Rules",
      opensOn: ActPattern(types: [Act.included]), start: .force,
      term: Term(count: 45, unit: .calendarDays, ends: .midnight), metBy: [Act.changeFiled], isOfEntry: true,
      endedBy: [Act.excluded, Act.excludedExOfficio], findingStem: "transition", consequence: "criteria-deemed-lost",
      readings: ["I-39"])
    return [
      Rule(
        id: "T25", clauses: [at("35")], actor: .applicant,
        text:
          "Who is in the register when the new Rules come into force brings data and documents up to date by filing a "
          + "change within forty-five calendar days of that day.",
        actTypes: [Act.changeFiled], duties: text == .of829 ? [duty] : [], readings: ["I-39"]),
      Rule(
        id: "T26", clauses: [at("36")], actor: .provider,
        text:
          "Who does not is deemed to have lost conformity with the criteria. Read as a ground of exclusion by clause 10: "
          + "the entry stands until an act excludes it.",
        checks: [
          check(
            "criteria-deemed-lost", "T26", "36", .warning,
            "an entry was not brought up to date in the transition, and is deemed to have lost the criteria")
        ],
        readings: ["I-39"]),
    ]
  }

  private static func appendixRule(_ text: Text) -> Rule {
    let items = ["it. 5", "it. 7", "it. 11"].map { text.list($0) }
    return Rule(
      id: "T27", clauses: text == .of567 ? items : [at("14")], actor: .provider,
      text:
        "The service is free of charge and electronic alone, partly automated; a digital signature is needed. Order and "
        + "status can be learnt in the personal cabinet and from the unified contact centre.",
      actTypes: Act.filings, readings: ["I-39a"])
  }

  private static func criterion(_ code: String, _ rule: String, _ place: String, _ text: String) -> FindingKind {
    check(code, rule, place, .warning, text)
  }
}

extension Order53 {
  /// Chapter 4, clauses 28 to 34.
  static let complaints = ComplaintRules(
    area: area, regulation: id, places: (c1: "28", c2: "30", c3: "31", c4: "32", c5: "33", c6: "34"), filing: "29",
    consideration: "28", satisfactionSource: "",
    court: ("the Law on public services", " (Administrative Procedure and Process Code art. 91(5))"),
    filers: [.applicant], officials: [.headOfProvider, .deputyHead])
}

extension Order53 {
  private static let isSoftware = Fact.word(["kind"], oneOf: ["software"])
  private static let isProduct = Fact.word(["kind"], oneOf: ["product"])

  /// The criteria of clauses 5 and 6, judged of an inclusion, and the commission upon monitoring. The evidence is that of Appendix
  /// 2 item 9 (reading I-39e); what no document of it shows, conformity with declared characteristics, the commission judges.
  static func requirements(_ text: Text) -> [Requirement] {
    [
      Requirement(
        id: "T01", rule: "T01", clause: at("3"), services: [Name.inclusion],
        text: OfficialText(
          kk: nil,
          ru:
            "Включение в реестр классифицируется по виду и назначению в соответствии с Правилами классификации объектов "
            + "информатизации"),
        ways: [[.stated(["categoryCodes"])]], finding: "category-not-stated")
    ] + softwareCriteria + productCriteria(text) + [
      Requirement(
        id: "T10", rule: "T10", clause: at("11"), services: [Act.excludedExOfficio],
        text: OfficialText(
          kk: nil, ru: "осуществляется уполномоченным органом с учетом рекомендаций комиссии о соответствии критериям"),
        ways: [[.recorded(Act.removalRecommended)]], finding: "removed-without-commission", readings: ["I-38"])
    ]
  }

  private static let softwareCriteria = [
    software(
      "1", "соответствие программного обеспечения установленным требованиям информационной безопасности",
      ways: [[.document(oneOf: ["securityCertificate", "testProtocols"])]], "software-security-not-shown"),
    software(
      "2",
      "исключительные имущественные права на программное обеспечение принадлежат услугополучателю, действуют на всей "
        + "территории Республики Казахстан и на весь срок действия исключительного права",
      ways: [[.document(oneOf: ["exclusiveRights"])]], "software-rights-not-shown"),
    software(
      "3", "наличие индустриального сертификата с указанием доли локализации не менее 80 %", until: localisationChanges,
      ways: [[.document(oneOf: ["localisationCalculation", "industrialCertificate"])]],
      "software-localisation-not-shown", ["I-35", "I-39e"]),
    software("3-1", nil, from: localisationChanges, "software-criterion-unknown", ["I-35"]),
    software(
      "4",
      "обеспеченность программного обеспечения службой технической поддержки, размещенной на территории Республики Казахстан",
      ways: [[.stated(["support"])]], "software-support-not-shown"),
    software(
      "5", "соответствие программного обеспечения заявленным функциональным и эксплуатационным характеристикам",
      ways: [[.recorded(Act.commissionRecommended)]], "software-characteristics-not-judged"),
    software(
      "6",
      "соответствие программного обеспечения заявленным кодам ЕНС ТРУ и категории согласно Правилам классификации",
      ways: [[.stated(["enstruCodes"])]], "software-codes-not-stated"),
    software(
      "7",
      "заявленное программное обеспечение является самостоятельным. В случае, если заявляемое к включению в Реестр "
        + "программное обеспечение не является самостоятельной программой, его включение в Реестр допускается в случае "
        + "наличия в Реестре программного обеспечения, необходимого для функционирования заявляемого к включению в Реестр "
        + "программного обеспечения",
      ways: [[.isTrue(["isIndependent"])], [.namesEntry(["requires"], of: "trusted", with: [:])]],
      "software-dependency-not-registered", ["I-39f"]),
  ]

  private static func productCriteria(_ text: Text) -> [Requirement] {
    let deleted = product("5", nil, "product-criterion-unknown")
    return [
      product(
        "1",
        "соответствие программного обеспечения входящего в состав продукции электронной промышленности установленным "
          + "требованиям информационной безопасности либо наличие решения от уполномоченного органа в сфере обеспечения "
          + "информационной безопасности о невозможности проведения испытания программного обеспечения",
        ways: [[.document(oneOf: ["securityCertificate", "testProtocols", "testImpossibility"])]],
        "product-security-not-shown", ["I-36"]),
      product(
        "2",
        "наличие права на использование программного обеспечения входящего в состав продукции электронной промышленности на "
          + "весь срок действия права",
        ways: [[.document(oneOf: ["useRights"])]], "product-rights-not-shown"),
      product(
        "3",
        "обеспеченность продукции электронной промышленности сервисным центром, размещенным на территории Республики Казахстан",
        ways: [[.stated(["support"])]], "product-service-not-shown"),
      product(
        "4", "наличие индустриального сертификата с указанием доли локализации не менее 30 %",
        until: localisationChanges,
        ways: [[.document(oneOf: ["producersExtract", "industrialCertificate"])]], "product-localisation-not-shown",
        ["I-35", "I-39e"]),
      product("4-1", nil, from: localisationChanges, "product-criterion-unknown", ["I-35"]),
    ] + (text == .of829 ? [deleted] : []) + [
      product(
        "6", "соответствие продукции электронной промышленности заявленной категории Правил классификации",
        ways: [[.stated(["categoryCodes"]), .document(oneOf: ["characteristics"])]], "product-category-not-shown")
    ]
  }

  private static func software(
    _ sub: String, _ text: String?, from: LocalDate? = nil, until: LocalDate? = nil, ways: [[Fact]] = [],
    _ finding: String, _ readings: [String] = []
  ) -> Requirement {
    Requirement(
      id: "T03.\(sub)", rule: "T03", clause: at("5 sub \(sub)"), services: [Name.inclusion],
      text: OfficialText(kk: nil, ru: text), from: from, until: until, when: [isSoftware], ways: ways, finding: finding,
      readings: readings)
  }

  private static func product(
    _ sub: String, _ text: String?, from: LocalDate? = nil, until: LocalDate? = nil, ways: [[Fact]] = [],
    _ finding: String, _ readings: [String] = []
  ) -> Requirement {
    Requirement(
      id: "T04.\(sub)", rule: "T04", clause: at("6 sub \(sub)"), services: [Name.inclusion],
      text: OfficialText(kk: nil, ru: text), from: from, until: until, when: [isProduct], ways: ways, finding: finding,
      readings: readings)
  }
}

extension Order53 {
  /// The name of the public service, clause 4 and Appendix 2 item 1.
  static let serviceName = OfficialText(
    kk: nil,
    ru:
      "Включение (исключение) программного обеспечения и продукции электронной промышленности в (из) реестр(а) доверенного "
      + "программного обеспечения и продукции электронной промышленности, а также внесение изменений (дополнений) в сведения "
      + "о них")

  /// Appendix 2: the basic requirements to the public service, but for item 4 (`rules`), item 9 (`documents`) and item 10
  /// (`refusalGrounds`).
  static let standard = [
    item(1, "Наименование государственной услуги", serviceName.ru),
    item(
      2, "Наименование услугодателя", "Министерство искусственного интеллекта и цифрового развития Республики Казахстан"
    ),
    item(
      3, "Способы предоставления государственной услуги",
      "Прием заявлений и выдача результатов оказания государственной услуги осуществляется посредством веб-портала "
        + "\"электронного правительства\" (далее – портал): www. egov.kz, www.elicense.kz"),
    item(4, "Срок оказания государственной услуги", nil),
    item(5, "Форма оказания государственной услуги", "электронная (частично автоматизированная)."),
    item(
      6, "Результат оказания государственной услуги",
      "1) уведомление о включении программного обеспечения/продукции электронной промышленности в реестр доверенного "
        + "программного обеспечения и продукции электронной промышленности, 2) уведомление об исключении программного "
        + "обеспечения/продукции электронной промышленности в реестр доверенного программного обеспечения и продукции "
        + "электронной промышленности, 3) уведомление о внесении изменений и (или) дополнений в реестр доверенного "
        + "программного обеспечения и продукции электронной промышленности, 4) мотивированный ответ об отказе в оказании "
        + "государственной услуги."),
    item(
      7,
      "Размер платы, взимаемой с услугополучателя при оказании государственной услуги, и способы ее взимания в случаях, "
        + "предусмотренных законодательством Республики Казахстан",
      "Государственная услуга оказывается бесплатно."),
    item(
      8, "График работы услугодателя",
      "1) портал – круглосуточно, за исключением технических перерывов, связанных с проведением ремонтных работ (при "
        + "обращении услугополучателя после окончания рабочего времени, в выходные и праздничные дни прием заявлений и выдача "
        + "результатов оказания государственной услуги осуществляется следующим рабочим днем)."),
    item(
      9,
      "Перечень документов и сведений, истребуемых у услугополучателя для оказания государственной услуги", nil),
    item(
      10, "Основания для отказа в оказании государственной услуги, установленные законами Республики Казахстан", nil),
    item(
      11,
      "Иные требования с учетом особенностей оказания государственной услуги, в том числе оказываемой в электронной форме",
      "1) услугополучатель имеет возможность получения информации о порядке и статусе оказания государственной услуги в "
        + "режиме удаленного доступа посредством \"личного кабинета\" портала, а также Единого контакт-центра 1414, 8 800 080 "
        + "7777; 2) услугополучатель имеет возможность получения государственной услуги в электронной форме посредством "
        + "портала при условии наличия электронно-цифровой подписи; 3) контактные телефоны справочных служб по вопросам "
        + "оказания государственной услуги указаны на интернет-ресурсе Министерства искусственного интеллекта и цифрового "
        + "развития Республики Казахстан moap@mdai.gov.kz; 4) контактные телефоны справочных служб по вопросам оказания "
        + "государственной услуги указаны на единой платформе интернет-ресурсов государственных органов Республики Казахстан "
        + "www.gov.kz в разделе \"Министерство искусственного интеллекта и цифрового развития Республики Казахстан\". Единый "
        + "контакт-центр по вопросам оказания государственных услуг: 1414, 8 800 080 7777."),
  ]

  private static let ofSoftware = Condition.member("kind", oneOf: ["software"])
  private static let ofProducts = Condition.member("kind", oneOf: ["product"])

  /// Appendix 2 item 9. Until 01.01.2026 an industrial certificate shows localisation too.
  static let documents: [RequiredDocument] = [
    form(Name.inclusion, "application", "53-НҚ/4", "заявление по форме согласно приложению 4", sub: 1),
    attachment(
      "security",
      "копия сертификата соответствия требованиям информационной безопасности в соответствии с СТ РК ISO/IEC 15408-3-2017",
      ["securityCertificate", "testProtocols"], of: ofSoftware),
    attachment(
      "rights",
      "документ(ы), подтверждающий(е), что исключительные имущественные права на программное обеспечение принадлежат "
        + "услугополучателю, действуют на всей территории Республики Казахстан и на весь срок действия исключительных прав",
      ["exclusiveRights"], of: ofSoftware),
    attachment(
      "localisation", calculation + " либо индустриальный сертификат",
      ["localisationCalculation", "industrialCertificate"], of: ofSoftware, until: localisationChanges),
    attachment(
      "localisation", calculation, ["localisationCalculation"], of: ofSoftware, from: localisationChanges),
    form(
      Name.inclusion, "support", "53-НҚ/10",
      "сведения о обеспеченности программного обеспечения службой технической поддержки на территории Республики Казахстан по "
        + "форме согласно приложению 10",
      sub: 1, of: ofSoftware),
    attachment(
      "security",
      "СТ РК ISO/IEC 15408-3-2017 не ниже 4 уровня доверия для программного обеспечения или наличие протоколов испытаний, либо "
        + "наличие подтверждения от уполномоченного органа в сфере информационной безопасности о невозможности проведения "
        + "испытания программного обеспечения",
      ["securityCertificate", "testProtocols", "testImpossibility"], of: ofProducts),
    attachment(
      "rights",
      "документы подтверждающие основания возникновения у производителя продукции электронной промышленности права на "
        + "использование программного обеспечения в составе продукции электронной промышленности на весь срок действия права",
      ["useRights"], of: ofProducts),
    form(
      Name.inclusion, "support", "53-НҚ/10",
      "сведения об обеспеченности продукции электронной промышленности сервисным центром на территории Республики Казахстан по "
        + "форме согласно приложению 10",
      sub: 1, of: ofProducts),
    attachment(
      "localisation", extract + " либо индустриальный сертификат", ["producersExtract", "industrialCertificate"],
      of: ofProducts, until: localisationChanges),
    attachment("localisation", extract, ["producersExtract"], of: ofProducts, from: localisationChanges),
    attachment(
      "characteristics",
      "документ, содержащий описание технических и эксплуатационных характеристик продукции электронной промышленности по "
        + "форме согласно приложению 11",
      ["characteristics"], of: ofProducts, form: "53-НҚ/11"),
    form(Name.exclusion, "application", "53-НҚ/5", "заявление по форме согласно приложению 5", sub: 2),
    form(Name.change, "application", "53-НҚ/3", "заявление по форме согласно приложению 3", sub: 3),
  ]

  private static let calculation =
    "документы, подтверждающие расчет доли локализации программного обеспечения не менее 80 % в соответствии с порядком "
    + "подтверждения казахстанского производителя программного обеспечения для включения в Реестр казахстанских "
    + "товаропроизводителей"

  private static let extract =
    "выписка из реестра казахстанских товаропроизводителей согласно Правилам ведения реестра казахстанских "
    + "товаропроизводителей, утвержденных приказом Министра промышленности и строительства Республики Казахстан от 27 августа "
    + "2025 года № 327 (зарегистрирован в Реестре государственной регистрации нормативных правовых актов за № 36717)"

  private static func form(
    _ service: String, _ id: String, _ form: String, _ title: String, sub: Int, of kind: Condition? = nil
  ) -> RequiredDocument {
    RequiredDocument(
      id: id, service: service, channel: .portal, shape: .form, form: form, when: kind.map { [$0] } ?? [],
      title: OfficialText(kk: nil, ru: title), clause: at("App. 2 it. 9 sub \(sub)"))
  }

  private static func attachment(
    _ id: String, _ title: String, _ kinds: [String], of kind: Condition, form: String? = nil, from: LocalDate? = nil,
    until: LocalDate? = nil
  ) -> RequiredDocument {
    RequiredDocument(
      id: id, service: Name.inclusion, channel: .portal, shape: .electronicCopy, form: form, kind: kinds.first,
      otherKinds: Array(kinds.dropFirst()), when: [kind], from: from, until: until,
      title: OfficialText(kk: nil, ru: title), clause: at("App. 2 it. 9 sub 1"))
  }

  /// Appendix 2 item 10: the closed list.
  static let refusalGrounds = [
    ground(
      "unreliable", 1,
      "установление недостоверности документов, представленных услугополучателем для получения государственной услуги, и "
        + "(или) данных (сведений), содержащихся в них"),
    ground(
      "courtBan", 2,
      "в отношении услугополучателя имеется вступившее в законную силу решение (приговор) суда о запрещении деятельности или "
        + "отдельных видов деятельности, требующих получения определенной государственной услуги"),
    ground(
      "noConsent", 3,
      "отсутствие согласия услугополучателя, предоставляемого в соответствии со статьей 8 Закона Республики Казахстан \"О "
        + "персональных данных и их защите\", на доступ к персональным данным ограниченного доступа, которые требуются для "
        + "оказания государственной услуги"),
    ground(
      "nonConforming", 4,
      "несоответствие услугополучателя и (или) представленных материалов, объектов, данных и сведений, необходимых для "
        + "оказания государственной услуги, требованиям, установленным настоящими Правилами"),
  ]

  private static func ground(_ code: String, _ number: Int, _ wording: String) -> RefusalGround {
    RefusalGround(
      code: code, number: number, clause: at("App. 2 it. 10 sub \(number)"), wording: OfficialText(kk: nil, ru: wording)
    )
  }
}

extension Order53 {
  /// Appendix 1: seven columns, of which the third and the fourth hold several values each.
  static let register = RegisterLayout(
    id: "trusted", schema: "trusted-register/1",
    title: OfficialText(
      kk: nil, ru: "Реестр доверенного программного обеспечения и продукции электронной промышленности"),
    form: "53-НҚ/1",
    columns: [
      RegisterColumn("number", "no.", kk: nil, ru: "Порядковый номер реестровой записи", .reference),
      RegisterColumn("enteredOn", "entered", kk: nil, ru: "Дата формирования реестровой записи", .enteredOn),
      RegisterColumn("name", "name", kk: nil, ru: nameHeading, .filing(["name"])),
      RegisterColumn("brandAndModel", "brand, model", kk: nil, ru: "марки и модели", .filing(["brandAndModel"])),
      RegisterColumn(
        "embeddedSoftware", "software in it", kk: nil,
        ru: "программного обеспечения, входящего в состав продукции электронной промышленности",
        .filing(["embeddedSoftware"])),
      RegisterColumn(
        "requires", "needs", kk: nil, ru: "необходимого для функционирования программного обеспечения",
        .filing(["requires"])),
      RegisterColumn("applicantId", "БИН/ИИН", kk: nil, ru: "ИИН/БИН заявителя", .filing(["applicant", "id"])),
      RegisterColumn("applicantName", "applicant", kk: nil, ru: "Наименование", .filing(["applicant", "name"])),
      RegisterColumn("contacts", "contacts", kk: nil, ru: "Контактные данные", .filing(["contacts"])),
      RegisterColumn("support", "support", kk: nil, ru: supportHeading, .filing(["support"])),
      RegisterColumn("enstruCodes", "ЕНС ТРУ", kk: nil, ru: "Код (коды) ЕНСТРУ", .filing(["enstruCodes"])),
      RegisterColumn(
        "categoryCodes", "category", kk: nil, ru: "Код (коды) категории программного обеспечения",
        .filing(["categoryCodes"])),
      RegisterColumn("note", "note", kk: nil, ru: "Примечание", .grant(["note"])),
    ],
    clause: at("App. 1"))

  private static let nameHeading =
    "Наименование программного обеспечения (а также необходимого для функционирования программного обеспечения), продукции "
    + "электронной промышленности (с указанием программного обеспечения, входящего в состав продукции электронной "
    + "промышленности, марки и модели)"

  private static let supportHeading =
    "Адрес и контактные данные служб технической поддержки/гарантийного обслуживания/сервисного центра"
}

extension Order53 {
  /// Appendices 1 and 3 to 11, in Russian alone (reading I-39d).
  static let forms =
    [registerForm, changeApplication, inclusionApplication, exclusionApplication, refusal]
    + [inclusionNotice, exclusionNotice, changeNotice, support, characteristics]

  private static func field(
    _ id: String, _ number: Int? = nil, ru title: String, layout: FormField.Layout = .block,
    _ sources: FormField.Source...
  ) -> FormField {
    var field = FormField(id, number, kk: nil, ru: title, layout: layout)
    field.sources = sources
    return field
  }

  /// Its heading is lost in the text (reading I-37). The fourth column is a heading over four.
  private static let registerForm = Form(
    id: "53-НҚ/1", appendix: 1,
    title: OfficialText(
      kk: nil,
      ru: "Форма ведения Реестра доверенного программного обеспечения и продукции электронной промышленности"),
    fields: [
      field("number", 1, ru: "Порядковый номер реестровой записи"),
      field("enteredOn", 2, ru: "Дата формирования реестровой записи"),
      field(
        "name", 3, ru: nameHeading, .entry("name"), .entry("requires"), .entry("embeddedSoftware"),
        .entry("brandAndModel")),
      field("applicant", 4, ru: "Информация о заявителе"),
      field("applicantId", ru: "ИИН/БИН заявителя"),
      field("applicantName", ru: "Наименование"),
      field("contacts", ru: "Контактные данные"),
      field("support", ru: supportHeading),
      field("enstruCodes", 5, ru: "Код (коды) ЕНСТРУ"),
      field("categoryCodes", 6, ru: "Код (коды) категории программного обеспечения"),
      field("note", 7, ru: "Примечание"),
    ],
    readings: ["I-37", "I-39d"])

  /// Appendix 3. Applicant, signature and date come with the portal's envelope (reading I-39g).
  private static let changeApplication = Form(
    id: "53-НҚ/3", appendix: 3,
    title: OfficialText(
      kk: nil,
      ru:
        "Заявление о внесении изменений и (или) дополнений в сведения, содержащиеся в реестре доверенного программного "
        + "обеспечения и продукции электронной промышленности"),
    shows: [Act.changeFiled],
    fields: [
      field(
        "content", ru: "наименование и содержание реестровой записи, в которые вносятся изменения и (или) дополнения",
        .act(["content"])),
      field(
        "newContent", ru: "наименование и содержание реестровой записи в новой редакции", .act(["newContent"])),
      field("reason", ru: "причина заявляемых изменений и (или) дополнений", .act(["reason"])),
      field("contacts", ru: "контактные номера телефонов", .act(["contacts", "phone"])),
    ],
    readings: ["I-39g"])

  /// Appendix 4. There is no item 7 (reading I-33).
  private static let inclusionApplication = Form(
    id: "53-НҚ/4", appendix: 4,
    title: OfficialText(
      kk: nil,
      ru: "Заявление о включении программного обеспечения и продукции электронной промышленности в реестр доверенного "
        + "программного обеспечения и продукции электронной промышленности"),
    shows: [Act.inclusionFiled],
    fields: [
      field(
        "requisites",
        ru:
          "Реквизиты индивидуального предпринимателя/юридического лица (адрес, индивидуальный идентификационный номер или "
          + "бизнес-идентификационный номер, телефон, электронная почта)",
        .act(["address"]), .act(["applicant", "id"]), .act(["contacts", "phone"]), .act(["contacts", "email"])),
      field("addressee", ru: "Руководителю (Наименование государственного органа)", .authority),
      field("applicationNumber", ru: "Номер заявления", layout: .line, .act(["applicationNumber"])),
      field("filledOn", ru: "Дата заявления", layout: .line, .act(["filledOn"])),
      field("applicantName", 1, ru: "наименование компании", .act(["applicant", "name"])),
      field("phone", 2, ru: "контактный номер телефона", .act(["contacts", "phone"])),
      field("head", 3, ru: "фамилия, имя, отчество (при его наличии) руководителя", .act(["head"])),
      field(
        "applicantId", 4, ru: "бизнес-идентификационный номер / индивидуальный идентификационный номер",
        .act(["applicant", "id"])),
      field("email", 5, ru: "электронная почта", .act(["contacts", "email"])),
      field(
        "name", 6, ru: "наименование программного обеспечения/продукции электронной промышленности", .act(["name"])),
      field(
        "categoryCodes", 8,
        ru: "код (коды) категории для программного обеспечения/ продукции электронной промышленности согласно Правилам "
          + "классификации объектов информатизации",
        .act(["categoryCodes"])),
      delivered,
      field(
        "platform", 10,
        ru:
          "описание платформы, на которой был разработан программный продукт (если программное обеспечение не является "
          + "самостоятельным).",
        .act(["platform"])),
      field(
        "signature", 11,
        ru:
          "(электронная подпись) фамилия, имя, отчество (при его наличии) (для юридических лиц: наименование юридического "
          + "лица и фамилия, имя, отчество (при его наличии) руководителя или представителя юридического лица, действующего "
          + "на основании доверенности (номер и дата выдачи доверенности)",
        .act(["signedBy"]), .act(["powerOfAttorney", "number"]), .act(["powerOfAttorney", "issuedOn"])),
    ],
    readings: ["I-33", "I-39f", "I-39g"])

  /// Item 9, with the ways in which software is supplied.
  private static let delivered = FormField(
    "enstruCodes", 9, kk: nil,
    ru:
      "код (коды) ЕНС ТРУ программного обеспечения (с указанием вариантов поставки программного обеспечения: в виде товара "
      + "и/или в виде информационно-коммуникационной услуги)/ продукции электронной промышленности",
    choices: [
      FormField.Choice("goods", kk: nil, ru: "в виде товара"),
      FormField.Choice("ictService", kk: nil, ru: "в виде информационно-коммуникационной услуги"),
    ], from: .act(["enstruCodes"]), .act(["deliveries"]))

  /// Appendix 5.
  private static let exclusionApplication = Form(
    id: "53-НҚ/5", appendix: 5,
    title: OfficialText(
      kk: nil,
      ru:
        "Заявление об исключении программного обеспечения или продукции электронной промышленности из реестра доверенного "
        + "программного обеспечения и продукции электронной промышленности"),
    shows: [Act.exclusionFiled],
    fields: [
      field(
        "content", ru: "наименование и содержание реестровой записи, которое исключается из реестра", .act(["content"])),
      field("reason", ru: "причина исключения из реестра", .act(["reason"])),
      field("contacts", ru: "контактные номера телефонов", .act(["contacts", "phone"])),
    ],
    readings: ["I-39g"])

  /// The head of Appendices 6 to 9: the authorised body in both languages, the addressee, number and date.
  private static func letterhead(_ addressee: FormField.Source...) -> [FormField] {
    var to = field("addressee", ru: "Наименование организации, юридический адрес, БИН/ИИН")
    to.sources = addressee
    return [
      field("organisation", ru: "Наименование УО (на русском языке)"),
      field("requisites", ru: "реквизиты УО на русском языке"),
      to, field("number", ru: "Номер документа", layout: .line, .act(["number"])),
      field("issuedOn", ru: "Дата выдачи", layout: .line, .actDay),
    ]
  }

  /// The head of the notices of Appendices 7 to 9, whose addressee has an entry.
  private static let noticeHead = letterhead(.entry("applicantName"), .filing(["address"]), .entry("applicantId"))

  private static let signer = [
    field("signerPosition", ru: "Должность подписывающего", .act(["signatory", "position"])),
    field(
      "signerName", ru: "Фамилия, имя, отчество (при его наличии) подписывающего", .act(["signatory", "name"])),
  ]

  /// The line of Appendices 7 to 9 on whose product it is.
  private static let recipient = field(
    "recipient",
    ru:
      "Наименование юридического лица/фамилия, имя, отчество (при его наличии) физического лица) и (полное наименование "
      + "программного обеспечения или продукции электронной промышленности",
    .entry("applicantName"), .entry("name"))

  private static let issuer = field(
    "provider", ru: "наименование государственного органа, выдавшего уведомление", .authority)

  /// Appendix 6. The refusal to accept an incomplete package has no form of its own and is laid out like it.
  private static let refusal = Form(
    id: "53-НҚ/6", appendix: 6, title: OfficialText(kk: nil, ru: "Мотивированный отказ"), shows: [Act.refused],
    isBorrowedFor: [Act.completenessRefused],
    fields: letterhead(.filing(["applicant", "name"]), .filing(["address"]), .filing(["applicant", "id"])) + [
      field("provider", ru: "Наименование услугодателя", layout: .sentence, .authority),
      field("statement", ru: ", рассмотрев Ваше заявление от", layout: .sentence),
      field("applicationDate", ru: "Дата заявки", layout: .sentence, .filing(["filledOn"])),
      field("sign", ru: "№", layout: .sentence),
      field("incomingNumber", ru: "Номер входящего документа", layout: .sentence, .registration(["incomingNumber"])),
      field("continuation", ru: ", сообщает следующее.", layout: .sentence),
      field("reason", ru: "Причина отказа", .points(["grounds"]), .points(["reasons"])),
    ] + signer)

  /// Appendix 7. It has "БИН" alone, though a natural person may apply (reading I-39h).
  private static let inclusionNotice = Form(
    id: "53-НҚ/7", appendix: 7,
    title: OfficialText(
      kk: nil,
      ru:
        "Уведомление о включении программного обеспечения (продукции электронной промышленности) в реестр доверенного "
        + "программного обеспечения и продукции электронной промышленности"),
    shows: [Act.included],
    fields: noticeHead + [
      field("statement", ru: "Настоящее уведомление выдано", layout: .sentence), recipient, issuer,
      field("applicantId", ru: "БИН", .entry("applicantId")),
      field("enstruCodes", ru: "ЕНС ТРУ", .entry("enstruCodes")),
    ] + signer,
    readings: ["I-39h"])

  /// Appendix 8, used for exclusion upon monitoring too (reading I-38).
  private static let exclusionNotice = Form(
    id: "53-НҚ/8", appendix: 8,
    title: OfficialText(
      kk: nil,
      ru:
        "Уведомление Об исключении программного обеспечения (продукции электронной промышленности) из реестра доверенного "
        + "программного обеспечения и продукции электронной промышленности"),
    shows: [Act.excluded, Act.excludedExOfficio],
    fields: noticeHead + [
      recipient,
      field(
        "reason",
        ru: "Указание причины исключения программного обеспечения (продукции электронной промышленности) из реестра "
          + "доверенного программного обеспечения и продукции электронной промышленности",
        .act(["reason"])),
      issuer,
    ] + signer,
    readings: ["I-38"])

  /// Appendix 9.
  private static let changeNotice = Form(
    id: "53-НҚ/9", appendix: 9,
    title: OfficialText(
      kk: nil,
      ru:
        "Уведомление о внесении изменений и (или) дополнений в реестр доверенного программного обеспечения (продукции "
        + "электронной промышленности)"),
    shows: [Act.changed],
    fields: noticeHead + [
      field("statement", ru: "Настоящее уведомление выдано", layout: .sentence), recipient, issuer,
    ] + signer)

  /// Appendix 10, filed with the application, a row for each place.
  private static let support = Form(
    id: "53-НҚ/10", appendix: 10,
    title: OfficialText(
      kk: nil,
      ru:
        "Сведения о наличии службы технической поддержки - для программного обеспечения/сервисного центра – для продукции "
        + "электронной промышленности"),
    shows: [Act.inclusionFiled],
    fields: [
      field("number", ru: "№"),
      field(
        "address", ru: "Фактический адрес размещения на территории Республики Казахстан", .act(["support", "address"])),
      field(
        "contacts", ru: "Контактные данные (номер телефона и электронная почта)",
        .act(["support", "contacts", "phone"]),
        .act(["support", "contacts", "email"])),
    ])

  /// Appendix 11, a table for each model, which is attached as a file: the journal holds its digest and not its fields.
  private static let characteristics = Form(
    id: "53-НҚ/11", appendix: 11,
    title: OfficialText(
      kk: nil, ru: "Описание технических и эксплуатационных характеристик продукции электронной промышленности"),
    fields: [
      field("name", ru: "Наименование продукции электронной промышленности"),
      field("brandAndModel", ru: "Марка и модель"),
      field("description", ru: "Краткое описание"),
      field("technicalCharacteristics", ru: "Технические характеристики"),
      field("operationalCharacteristics", ru: "Эксплуатационные характеристики"),
    ])
}

extension Order53 {
  /// Where the text contradicts itself, or leaves something open, and how it is read.
  static let readings = [
    Reading(
      id: "I-30", place: "17",
      problem: "Registration takes \"3 (three) days\", and the text does not say of which kind.",
      reading: "Working days. Calendar days are counted too: what lies between the two ends is found as disputed."),
    Reading(
      id: "I-31", place: "17, 18, 19, 24",
      problem:
        "Completeness is checked within five working days from receipt, the service rendered within fourteen from "
        + "registration, and up to three days lie between; acceptance is refused although documents may be registered.",
      reading: "Two clocks, of receipt and of registration. The refusal for want of completeness may come before "
        + "registration or after it."),
    Reading(
      id: "I-32", place: "22",
      problem:
        "The hearing is optional and its notice two working days before the end of the term; other orders, and the "
        + "Administrative Procedure and Process Code art. 73, want one before every refusal.",
      reading: "Optional, by the text. A refusal without a hearing is recorded, and noted."),
    Reading(
      id: "I-33", place: "App. 4", problem: "Item 7 is missing from the numbering.", reading: "There is no such field."),
    Reading(
      id: "I-34", place: "App. 2 it. 6", problem: "Exclusion is said to be \"into\" the register.",
      reading: "Out of it."),
    Reading(
      id: "I-35", place: "5 sub 3, 3-1; 6 sub 4, 4-1",
      problem:
        "Order 567/НҚ takes subs 3 and 4 out from 01.01.2026 and puts 3-1 and 4-1 in, of which the text is not given.",
      reading:
        "Criteria have dates. What replaces the two is a hole that the edition shows: not judged, and never guessed."),
    Reading(
      id: "I-36", place: "App. 2 it. 9",
      problem: "For software a \"copy of a certificate\" by СТ РК ISO/IEC 15408-3-2017 is asked for, for products the "
        + "standard alone is named.",
      reading: "A certificate in both."),
    Reading(
      id: "I-37", place: "App. 1, 2", problem: "The headings of the two appendices are lost.",
      reading: "They are Appendix 1 and Appendix 2, by the clauses that refer to them."),
    Reading(
      id: "I-38", place: "10", problem: "Exclusion upon monitoring has no term, no form and no hearing.",
      reading:
        "The form of Appendix 8 with its reason, by an act. The commission's recommendation is wanted by clause 11; a "
        + "hearing is advisable, and nothing is found for want of one."),
    Reading(
      id: "I-39", place: "35, 36",
      problem: "The transition runs from the day on which the new Rules come into force, which follows from a day of "
        + "publication that the text does not give.",
      reading: "The day is configuration; until it is known the earliest possible day is assumed, and said to be."),
    Reading(
      id: "I-39a", place: "App. 2 it. 11", problem: "The e-mail address has the domain of the ministry's former name.",
      reading: "Data, as printed: no rule hangs on it."),
    Reading(
      id: "I-39b", place: "App. 2 it. 9", problem: "The print has \"расчҰт\".", reading: "\"Расчёт\", a calculation."),
    Reading(
      id: "I-39c", place: "8",
      problem:
        "Fourteen working days for the operator of e-procurement and fourteen for publication \"after the decision\": "
        + "side by side, or one after the other.",
      reading: "Side by side, both from the decision."),
    Reading(
      id: "I-39d", place: "1", problem: "The order is at hand in Russian alone.",
      reading: "Wording is given in Russian, and in Kazakh none is invented."),
    Reading(
      id: "I-39e", place: "5 sub 3, 6 sub 4, App. 2 it. 9",
      problem:
        "The criterion demands an industrial certificate; Appendix 2 accepts it or a calculation of localisation for "
        + "software, it or an extract from the register of producers for products, and the certificate only until 01.01.2026.",
      reading: "The evidence of Appendix 2 meets the criterion. A certificate shows nothing from 01.01.2026."),
    Reading(
      id: "I-39f", place: "5 sub 7, App. 4 it. 10",
      problem:
        "The criterion asks for the software that is needed to be in the register, the form for the platform on which "
        + "the program was developed.",
      reading: "The entries of the software that is needed are a further input."),
    Reading(
      id: "I-39g", place: "App. 3, 4, 5",
      problem:
        "Appendices 3 and 5 have no fields for applicant, signature and date, and no form has the consent whose want is "
        + "a ground of refusal.",
      reading: "Signer and date come from the portal's envelope; the consent is recorded beside the form."),
    Reading(
      id: "I-39h", place: "App. 7",
      problem: "The notice has \"БИН\" alone, though natural persons may apply (clause 2 sub 4).",
      reading: "БИН or ИИН."),
  ]
}
