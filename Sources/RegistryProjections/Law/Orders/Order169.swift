import RegistryEvents

/// Orders 165/НҚ of 26.04.2023 (qualification requirements to digital mining) and 169/НҚ of 28.04.2023 (rules of its licensing),
/// as far as order 598/НҚ of 04.12.2023 gives them anew.
///
/// Written from the Kazakh text of order 598/НҚ, the only one known: the table of requirements, five forms and one item of the
/// Rules. The body of the Rules is not known, and nothing of it is guessed: what they leave open is listed as open, and
/// ``LicensingTerms`` sets it (reading I-40). What stands here is in the order of the text: services and signatories, the
/// requirements by item, the forms, readings.
public enum Order169: OrderText {
  /// The number of the order that holds the Rules and the forms.
  public static let id = "169-НҚ"
  static let area = "licences"
  /// The number of the order that holds the qualification requirements.
  public static let requirementsId = "165-НҚ"
  /// The order that gave both the only texts that are known.
  static let editionId = "598-НҚ"

  /// The orders and their editions. The texts before order 598/НҚ are not known, nor the days on which they were registered or
  /// published: the first day possible is that of the later order.
  public static let regulation = Regulation(
    id: id,
    area: area,
    title: OfficialText(kk: "Цифрлық майнинг бойынша қызметті лицензиялау қағидаларын бекіту туралы", ru: nil),
    editions: [
      Edition(
        id: id, adopted: day(2023, 4, 28), registration: "32431", registered: nil,
        force: .afterPublication(waitingDays: nil, published: nil, publishedNotBefore: day(2023, 4, 28)),
        provisions: nil),
      Edition(
        id: editionId, adopted: day(2023, 12, 4), registration: "33728", registered: day(2023, 12, 6),
        // Clause 4 of order 598/НҚ: ten calendar days after the day of first official publication, which is not known; item 5
        // of the requirements from 1 January 2024 (reading I-46).
        force: .afterPublication(waitingDays: 10, published: nil, publishedNotBefore: day(2023, 12, 6)),
        provisions: provisions()),
    ],
    companions: [requirementsId])

  /// The edition of order 598/НҚ, with what is known from elsewhere of what it leaves open.
  static func provisions(_ terms: LicensingTerms? = nil) -> Provisions {
    Provisions(
      sources: [
        SourceText(
          id: "165-169-NK-ed-598-NK-2023.kk", language: "kk",
          title: "Order 598/НҚ of 04.12.2023 amending orders 165/НҚ and 169/НҚ, Kazakh text")
      ],
      // The texts give no hours. No finding rests on them; a configured term ends when the provider's offices close elsewhere.
      hours: .from9To1830,
      serviceName: OfficialText(kk: "Цифрлық майнинг бойынша қызметті лицензиялау", ru: nil),
      services: services(terms), acts: acts, rules: rules(terms), signatories: signatories,
      refusalGrounds: terms?.refusalGrounds ?? [],
      // Column 3 of the requirements names the documents; the requirements hold them, since most are wanted on a condition.
      documents: [], forms: forms, standard: [], readings: readings, register: register(terms),
      requirements: requirements, openMatters: openMatters(terms))
  }

  /// The names of the services, as conditions of this order use them.
  enum Name {
    static let subtypeOne = "subtypeOne"
    static let subtypeTwo = "subtypeTwo"
  }

  /// The acts of the area.
  enum Act {
    static let filed = "licences.applicationFiled"
    static let registered = "licences.registered"
    static let refused = "licences.refused"
    static let subtypeOne = "licences.subtypeOneIssued"
    static let subtypeTwo = "licences.subtypeTwoIssued"
    static let subtypeOneAnnex = "licences.subtypeOneAnnexIssued"
    static let subtypeTwoAnnex = "licences.subtypeTwoAnnexIssued"
    static let poolSwitched = "licences.poolSwitched"
    static let corrected = "licences.correctedByAuthority"
  }

  /// A place in the qualification requirements.
  static func required(_ place: String) -> Clause { Clause(regulation: requirementsId, place: place) }
}

extension Order169 {
  /// The two subtypes. For subtype II no application is known: its licences are recorded as facts with what they were issued on
  /// (reading I-40). The law that governs licences has its own consequence of silence: none is read into it.
  private static func services(_ terms: LicensingTerms?) -> [Service] {
    [
      Service(
        id: Name.subtypeOne,
        title: OfficialText(
          kk: "Цифрлық майнинг бойынша қызметті жүзеге асыруға арналған І кіші түр лицензиясы", ru: nil),
        openedBy: [Act.filed], grantedBy: [Act.subtypeOne, Act.subtypeOneAnnex], effect: .enters,
        refusedBy: [Act.refused],
        forms: ["169-НҚ/1"], channels: [.portal], termDuty: terms?.decisionWorkingDays.map { _ in decisionTerm },
        isRefusedBySilence: false, clause: at("App. 1")),
      Service(
        id: Name.subtypeTwo,
        title: OfficialText(
          kk: "Цифрлық майнинг бойынша қызметті жүзеге асыруға арналған II кіші түр лицензиясы", ru: nil),
        openedBy: [], grantedBy: [Act.subtypeTwo], effect: .enters, refusedBy: [], forms: [], channels: [],
        isRefusedBySilence: false, clause: at("App. 5")),
    ]
  }

  /// What the acts of the area are.
  private static let acts = [
    ActMeaning(Act.filed, .filing),
    ActMeaning(Act.registered, .registration, follows: "filing"),
    ActMeaning(Act.refused, .refusal, follows: "filing"),
    ActMeaning(Act.subtypeOne, .grant, follows: "filing", entry: "licence"),
    ActMeaning(Act.subtypeTwo, .grant, entry: "licence", standsAlone: true),
    ActMeaning(Act.subtypeOneAnnex, .entryEvent, follows: "filing", entry: "licence"),
    ActMeaning(Act.subtypeTwoAnnex, .entryEvent, entry: "licence"),
    ActMeaning(Act.poolSwitched, .entryEvent, entry: "licence"),
    ActMeaning(Act.corrected, .correction, entry: "entry"),
  ]

  /// Who signs. The forms name the head, or the authorised person; for what has no form the text names nobody (reading I-40).
  private static let signatories = [
    signatory([Act.filed], [.applicant], "L13", at("App. 1")),
    signatory([Act.registered], [.chanceryWorker, .providerEmployee], "L13", at("App. 1"), ["I-40"]),
    signatory([Act.refused], [.headOfProvider, .authorisedPerson], "L13", at("App. 1"), ["I-40"]),
    signatory([Act.subtypeOne], [.headOfProvider, .authorisedPerson], "L14", at("App. 4")),
    signatory([Act.subtypeTwo], [.headOfProvider, .authorisedPerson], "L15", at("App. 5")),
    signatory([Act.subtypeOneAnnex], [.headOfProvider, .authorisedPerson], "L16", at("App. 6")),
    signatory([Act.subtypeTwoAnnex], [.headOfProvider, .authorisedPerson], "L17", at("App. 7")),
    signatory([Act.poolSwitched], [.applicant], "L05", required("it. 4 ¶2"), ["I-44"]),
    signatory([Act.corrected], [.headOfProvider, .authorisedPerson], "L14", at("App. 4"), ["I-40"]),
  ]

  private static func signatory(
    _ types: [String], _ roles: [Role], _ rule: String, _ clause: Clause, _ readings: [String] = []
  ) -> Signatory {
    Signatory(acts: ActPattern(types: types), roles: roles, rule: rule, clause: clause, readings: readings)
  }
}

extension Order169 {
  /// The requirements to subtype I, items 1 to 6, those to subtype II, items 7 to 9, and the forms.
  private static func rules(_ terms: LicensingTerms?) -> [Rule] {
    subtypeOneRules + subtypeTwoRules + [application(terms)] + documentRules
  }

  private static let subtypeOneRules = [
    Rule(
      id: "L01", clauses: [required("it. 1")], actor: .applicant,
      text:
        "Subtype I: hardware that the applicant has, on ownership or another lawful ground, stands in the register of "
        + "hardware.",
      actTypes: [Act.subtypeOne],
      checks: [
        check(
          "hardware-not-registered", "L01", required("it. 1"),
          "a licence of subtype I is issued to somebody who has hardware, none of which stands in the register")
      ],
      readings: ["I-41"]),
    Rule(
      id: "L02", clauses: [required("it. 2")], actor: .applicant,
      text:
        "Subtype I: the applicant has a data centre on ownership or another lawful ground, shown by a document with its "
        + "location.",
      actTypes: [Act.filed, Act.subtypeOne],
      checks: [
        check(
          "data-centre-not-shown", "L02", required("it. 2"),
          "a licence of subtype I is issued without a valid document on the data centre")
      ]),
    Rule(
      id: "L03", clauses: [required("it. 3")], actor: .applicant,
      text: "Subtype I: the data centre lies outside the residential zone, by a letter of guarantee in free form.",
      actTypes: [Act.filed, Act.subtypeOne],
      checks: [
        check(
          "residential-zone-not-excluded", "L03", required("it. 3"),
          "a licence of subtype I is issued without the letter that the data centre lies outside the residential zone")
      ]),
    Rule(
      id: "L04", clauses: [required("it. 4")], actor: .applicant,
      text:
        "Subtype I: the applicant mines through a pool, shown by a reference, a written answer or a contract. Asked only of "
        + "who has hardware, and only while there are accredited pools; the pool must then hold a certificate valid on that day.",
      actTypes: [Act.filed, Act.subtypeOne],
      checks: [
        check(
          "pool-not-accredited", "L04", required("it. 4"),
          "a licence of subtype I is issued without proof of a pool whose certificate is valid, though there are such pools"
        )
      ]),
    Rule(
      id: "L05", clauses: [required("it. 4 ¶2")], actor: .applicant,
      text:
        "Who holds a licence of subtype I and goes from one pool to another tells the authorised body within two working days, "
        + "through the information system. The text names no start: read as the day of switching.",
      actTypes: [Act.poolSwitched],
      duties: [switching("L05", required("it. 4 ¶2"), subtype: "I", stem: "pool-switch")],
      readings: ["I-44"]),
    Rule(
      id: "L06", clauses: [required("it. 5")], actor: .applicant,
      text:
        "Subtype I, from 1 January 2024: automated commercial metering, special automatics of load shedding, and telecommunications "
        + "that unify them with those of the system operator and the transmission organisation (Law on electric power "
        + "art. 9-4(2)), by a document.",
      actTypes: [Act.filed, Act.subtypeOne],
      checks: [
        check(
          "metering-not-shown", "L06", required("it. 5"),
          "a licence of subtype I is issued without the document on metering, load shedding and telecommunications")
      ],
      readings: ["I-45", "I-46"]),
    Rule(
      id: "L07", clauses: [required("it. 6"), at("App. 11 it. 1 sub 5")], actor: .applicant,
      text:
        "Subtype I: technical conditions of connection, issued by a transmission organisation, from substations of 35 kV or more "
        + "and with a permitted power of 1 MW or more; or, for who was connected before 1 April 2023, issued by a transmission or "
        + "production organisation for a data centre, a production or an industrial building.",
      actTypes: [Act.filed, Act.subtypeOne],
      checks: [
        check(
          "technical-conditions-insufficient", "L07", required("it. 6"),
          "a licence of subtype I is issued without technical conditions of connection that suffice")
      ],
      readings: ["I-45", "I-48"]),
    Rule(
      id: "L08", clauses: [required("note"), at("App. 11 note")], actor: .applicant,
      text:
        "Technical conditions are not asked of who buys electricity from producers whose generating units are not connected to "
        + "the unified power system.",
      actTypes: [Act.filed, Act.subtypeOne], readings: ["I-48"]),
  ]

  private static let subtypeTwoRules = [
    Rule(
      id: "L09", clauses: [required("it. 7")], actor: .applicant,
      text:
        "Subtype II: hardware that the applicant owns stands in the register of hardware, by the notice of inclusion.",
      actTypes: [Act.subtypeTwo],
      checks: [
        check(
          "owned-hardware-not-registered", "L09", required("it. 7"),
          "a licence of subtype II is issued to somebody of whose own hardware none stands in the register")
      ],
      readings: ["I-41"]),
    Rule(
      id: "L10", clauses: [required("it. 8")], actor: .applicant,
      text:
        "Subtype II: the applicant's own hardware is placed in the data centre of a licensed miner of subtype I, by a letter of "
        + "guarantee of the intention to cooperate that names it.",
      actTypes: [Act.subtypeTwo],
      checks: [
        check(
          "host-not-licensed", "L10", required("it. 8"),
          "a licence of subtype II is issued without the letter of cooperation, or its host has no licence of subtype I"
        )
      ]),
    Rule(
      id: "L11", clauses: [required("it. 9")], actor: .applicant,
      text:
        "Subtype II: the applicant mines through a pool, shown by a reference, a written answer or a contract. Asked only while "
        + "there are accredited pools; the pool must then hold a certificate valid on that day.",
      actTypes: [Act.subtypeTwo],
      checks: [
        check(
          "hosted-pool-not-accredited", "L11", required("it. 9"),
          "a licence of subtype II is issued without proof of a pool whose certificate is valid, though there are such pools"
        )
      ]),
    Rule(
      id: "L12", clauses: [required("it. 9 ¶2")], actor: .applicant,
      text:
        "Who holds a licence of subtype II and goes from one pool to another tells the authorised body within two working days, "
        + "through the information system. The text names no start: read as the day of switching.",
      actTypes: [Act.poolSwitched],
      duties: [switching("L12", required("it. 9 ¶2"), subtype: "II", stem: "hosted-pool-switch")],
      readings: ["I-44"]),
  ]

  /// The miner's own term: it ends with the day, as a filing on the portal does. The text attaches no consequence to lateness.
  private static func switching(_ rule: String, _ clause: Clause, subtype: String, stem: String) -> Duty {
    Duty(
      id: rule, rule: rule, clause: clause, actor: .applicant, summary: "tell of another pool",
      opensOn: ActPattern(types: [Act.poolSwitched], conditions: [.member("subtype", oneOf: [subtype])]),
      start: .date(member: "switchedOn"), term: .workingDays(2, ends: .midnight), metBy: [Act.poolSwitched],
      severity: .warning, findingStem: stem, readings: ["I-44"])
  }

  /// The id of the duty that a configured term of decision makes.
  private static let decisionTerm = "L13.decision"

  private static func application(_ terms: LicensingTerms?) -> Rule {
    var duties: [Duty] = []
    if let terms, let days = terms.decisionWorkingDays {
      duties.append(
        Duty(
          id: decisionTerm, rule: "L13", clause: terms.clause, actor: .provider, summary: "decide on the application",
          opensOn: ActPattern(types: [Act.registered]), start: .actDay, term: .workingDays(days),
          metBy: [Act.subtypeOne, Act.subtypeOneAnnex, Act.refused], findingStem: "licence-decision", readings: ["I-40"]
        ))
    }
    return Rule(
      id: "L13", clauses: [at("App. 1")], actor: .applicant,
      text:
        "The application for a licence of subtype I, an annex, or both: the applicant's requisites, the address of the data centre, "
        + "the way of getting electricity, the number of sheets, four confirmations. What follows it, in what term and on what "
        + "grounds it is refused, is not in the texts.",
      actTypes: [Act.filed, Act.registered, Act.refused], duties: duties,
      checks: [
        check(
          "act-without-application", "L13", at("App. 1"), "the register is changed without an application or notice"),
        check(
          "document-expired", "L13", at("App. 1"), "an attached document had expired when it was filed", .warning),
        check("identifier-check-digit", "L13", at("App. 1"), "the check digit of the БИН or ИИН is wrong", .warning),
        check("result-repeated", "L13", at("App. 1"), "a filing has a second result; the first counts"),
      ]
        + (terms.map { terms in
          terms.refusalGrounds.isEmpty
            ? []
            : [
              check(
                "refusal-ground-not-listed", "L13", terms.clause, "the refusal names no ground of the closed list")
            ]
        } ?? []),
      bars: applicationBars + (terms.map { [Bar(code: .groundNotListed, rule: "L13", clause: $0.clause)] } ?? []),
      readings: ["I-40", "I-47"])
  }

  private static let applicationBars = [
    Bar(code: .consentMissing, rule: "L13", clause: at("App. 1")),
    Bar(code: .identifierInvalid, rule: "L13", clause: at("App. 1")),
    Bar(code: .filingUnknown, rule: "L13", clause: at("App. 1")),
    Bar(code: .caseDiffers, rule: "L13", clause: at("App. 1")),
    Bar(code: .serviceDiffers, rule: "L13", clause: at("App. 1")),
    Bar(code: .registeredAlready, rule: "L13", clause: at("App. 1")),
    Bar(code: .notRegistered, rule: "L13", clause: at("App. 1")),
    Bar(code: .decidedAlready, rule: "L13", clause: at("App. 1")),
  ]

  /// The licences and their annexes.
  private static let documentRules = [
    Rule(
      id: "L14", clauses: [at("App. 4")], actor: .provider,
      text:
        "The licence of subtype I has the fields of its form, with the day of first issue and the last day of validity that it "
        + "states. What ends, suspends or renews it is not in the texts: an act of correction records it.",
      actTypes: [Act.subtypeOne, Act.corrected],
      checks: [
        check(
          "signatory-not-competent", "L14", at("App. 4"), "the act is signed in another capacity than the clause wants"),
        check(
          "entry-reference", "L14", at("App. 4"),
          "the reference of a new entry is in use, or cannot be compared with others", .warning),
        check(
          "corrected-by-authority", "L14", at("App. 4"), "the register is changed on a ground outside the Rules", .note),
      ],
      bars: [
        Bar(code: .entryReference, rule: "L14", clause: at("App. 4")),
        Bar(code: .signatoryNotCompetent, rule: "L14", clause: at("App. 4")),
      ],
      readings: ["I-40", "I-42", "I-45"]),
    Rule(
      id: "L15", clauses: [at("App. 5")], actor: .provider,
      text:
        "The licence of subtype II has the same fields as that of subtype I. No application for it is known: it is recorded with the "
        + "facts and documents on which it was issued.",
      actTypes: [Act.subtypeTwo], readings: ["I-40", "I-42"]),
    Rule(
      id: "L16", clauses: [at("App. 6")], actor: .provider,
      text:
        "The annex to a licence of subtype I names the licence, the location of the data centre and the way of getting electricity.",
      actTypes: [Act.subtypeOneAnnex, Act.subtypeTwoAnnex, Act.poolSwitched],
      checks: [
        check(
          "entry-unknown", "L16", at("App. 6"), "an act is about an entry, and names none that stands")
      ],
      bars: [Bar(code: .entryUnknown, rule: "L16", clause: at("App. 6"))], readings: ["I-42"]),
    Rule(
      id: "L17", clauses: [at("App. 7")], actor: .provider,
      text:
        "The annex to a licence of subtype II has the fields of the other annex but for the location of the data centre and the way "
        + "of getting electricity: they are absent, not empty.",
      actTypes: [Act.subtypeTwoAnnex], readings: ["I-42", "I-43"]),
  ]

  private static func check(
    _ code: String, _ rule: String, _ clause: Clause, _ text: String, _ severity: Severity = .breach
  ) -> FindingKind {
    FindingKind(code: code, rule: rule, clause: clause, severity: severity, text: text)
  }
}

extension Order169 {
  /// The nine requirements. Members are those of the licence, and then of the application.
  private static let requirements = [
    Requirement(
      id: "L01", rule: "L01", clause: required("it. 1"), services: [Name.subtypeOne],
      text: OfficialText(
        kk: "цифрлық майнинг үшін аппараттық-бағдарламалық кешенді тізілімге енгізу туралы ақпарат", ru: nil),
      when: [.isTrue(["hasHardware"])], ways: [[.holdsEntry(of: "apk", with: [:])]],
      finding: "hardware-not-registered", readings: ["I-41"]),
    Requirement(
      id: "L02", rule: "L02", clause: required("it. 2"), services: [Name.subtypeOne],
      text: OfficialText(
        kk: "меншік құқығында немесе басқа да заңды негізде цифрлық майнинг деректерді өңдеу орталығының болуы "
          + "туралы ақпарат", ru: nil),
      ways: [[.document(oneOf: ["dataCentre"])]], finding: "data-centre-not-shown"),
    Requirement(
      id: "L03", rule: "L03", clause: required("it. 3"), services: [Name.subtypeOne],
      text: OfficialText(
        kk: "цифрлық майнинг деректер орталығының тұрғын үй аймағынан тыс орналасуы туралы ақпарат", ru: nil),
      ways: [[.document(oneOf: ["nonResidential"])]], finding: "residential-zone-not-excluded"),
    Requirement(
      id: "L04", rule: "L04", clause: required("it. 4"), services: [Name.subtypeOne],
      text: OfficialText(
        kk: "цифрлық майнинг қызметін цифрлық майнинг пулы арқылы жүзеге асыру туралы ақпарат", ru: nil),
      when: [.isTrue(["hasHardware"]), .registerHasEntries("pools")], ways: [miningThroughPool],
      finding: "pool-not-accredited"),
    Requirement(
      id: "L06", rule: "L06", clause: required("it. 5"), services: [Name.subtypeOne],
      text: OfficialText(
        kk: "Қазақстан Республикасы \"Электр энергетикасы туралы\" Заңының 9-4-бабының 2-тармағына (бұдан әрі – Заң) "
          + "сәйкес цифрлық майнерде электр энергиясын коммерциялық есепке алудың автоматтандырылған жүйелерінің, "
          + "жүктемені ажыратудың арнаулы автоматикасының, жүйелік операторда және энергия беруші ұйымда "
          + "орнатылған жүйелермен өздерін біріздендіруді олардың желілеріне қосылған кезде қамтамасыз ететін "
          + "телекоммуникация жүйелерінің болуы туралы ақпарат", ru: nil),
      from: day(2024, 1, 1), ways: [[.document(oneOf: ["metering"])]], finding: "metering-not-shown",
      readings: ["I-46"]),
    Requirement(
      id: "L07", rule: "L07", clause: required("it. 6"), services: [Name.subtypeOne],
      text: OfficialText(
        kk: "электр желілеріне қосылуға техникалық шарттардың (бұдан әрі – ТШ) болуы туралы ақпарат*: Қазақстан "
          + "Республикасының электр энергетикасы туралы заңнамасына сәйкес рұқсат етілген қуаты кемінде бір "
          + "мегаватт болатын кернеуі 35 киловольт және одан жоғары трансформаторлық қосалқы станциялардан ғана "
          + "энергия беруші ұйымдардан ТШ алған цифрлық майнерлер үшін; 2023 жылғы 1 сәуірге дейін энергия беруші "
          + "(энергия өндіруші) ұйымның электр желілеріне қосуды жүзеге асырған цифрлық майнерлер үшін", ru: nil),
      unless: [.word(["electricity"], oneOf: ["offGridProducer"])],
      ways: [
        [
          .document(oneOf: ["technicalConditions"]), .word(["technicalConditions", "issuer"], oneOf: ["transmission"]),
          .atLeast(["technicalConditions", "substationKV"], Decimal("35") ?? .zero),
          .atLeast(["technicalConditions", "permittedMW"], Decimal("1") ?? .zero),
        ],
        [
          .document(oneOf: ["technicalConditions"]),
          .word(["technicalConditions", "issuer"], oneOf: ["transmission", "production"]),
          .word(["technicalConditions", "serves"], oneOf: ["dataCentre", "productionBuilding", "industrialBuilding"]),
          .before(["technicalConditions", "connectedOn"], day(2023, 4, 1)),
        ],
      ], finding: "technical-conditions-insufficient", readings: ["I-48"]),
    Requirement(
      id: "L09", rule: "L09", clause: required("it. 7"), services: [Name.subtypeTwo],
      text: OfficialText(
        kk: "цифрлық майнингке үшін аппараттық-бағдарламалық кешеннің тізіліміне енгізу туралы ақпарат", ru: nil),
      ways: [[.holdsEntry(of: "apk", with: ["possessionGround": "ownership"])]],
      finding: "owned-hardware-not-registered", readings: ["I-41"]),
    Requirement(
      id: "L10", rule: "L10", clause: required("it. 8"), services: [Name.subtypeTwo],
      text: OfficialText(
        kk: "меншік құқығында оған тиесілі цифрлық майнинг үшін аппараттық-бағдарламалық кешеннің деректерді өңдеу "
          + "орталығында орналастырылуы туралы ақпарат", ru: nil),
      ways: [
        [.document(oneOf: ["cooperationLetter"]), .namesEntry(["host"], of: "licences", with: ["subtype": "I"])]
      ], finding: "host-not-licensed"),
    Requirement(
      id: "L11", rule: "L11", clause: required("it. 9"), services: [Name.subtypeTwo],
      text: OfficialText(
        kk: "цифрлық майнинг қызметін цифрлық майнинг пулы арқылы жүзеге асыру туралы ақпарат", ru: nil),
      when: [.registerHasEntries("pools")], ways: [miningThroughPool], finding: "hosted-pool-not-accredited"),
  ]

  /// A reference, a written answer or a contract, and the pool named, whose certificate is valid.
  private static let miningThroughPool: [Fact] = [
    .document(oneOf: ["poolReference", "poolAnswer", "poolContract"]), .namesEntry(["pool"], of: "pools", with: [:]),
  ]

  /// What the texts leave to others, but for what is given.
  private static func openMatters(_ terms: LicensingTerms?) -> [OpenMatter] {
    var matters: [OpenMatter] = []
    if terms?.decisionWorkingDays == nil {
      matters.append(
        OpenMatter(
          id: "decision-term", text: "the term in which an application is decided",
          consequence: "no deadline runs from an application, and silence means nothing", clause: at("body")))
    }
    if terms?.refusalGrounds.isEmpty ?? true {
      matters.append(
        OpenMatter(
          id: "refusal-grounds", text: "the grounds on which a licence is refused",
          consequence: "the grounds of a refusal are recorded and not judged", clause: at("body")))
    }
    if terms?.validityYears == nil {
      matters.append(
        OpenMatter(
          id: "validity", text: "for how long a licence is valid",
          consequence: "a licence is valid up to the day that it states, and without one until further notice",
          clause: at("body")))
    }
    return matters + [
      OpenMatter(
        id: "reissue", text: "when a licence is re-issued, suspended or withdrawn",
        consequence: "an act of correction records it beside the licence and changes nothing", clause: at("body")),
      OpenMatter(
        id: "procedure", text: "the application for subtype II, the intake of applications, hearings and complaints",
        consequence: "a licence of subtype II is recorded with what it was issued on; there are no acts of a complaint",
        clause: at("body")),
    ]
  }

  /// The register of licences. No form of one is in the texts; the columns are the fields of the licences and annexes.
  private static func register(_ terms: LicensingTerms?) -> RegisterLayout {
    RegisterLayout(
      id: "licences", schema: "licences-register/1",
      title: OfficialText(kk: "Цифрлық майнинг бойынша қызметті лицензиялау", ru: nil), form: nil,
      columns: [
        RegisterColumn("licence", "licence", kk: "Лицензия нөмірі", ru: nil, .reference),
        RegisterColumn(
          "subtype", "subtype", kk: "Лицензияланатын қызмет түрінің кіші түрі(лері)", ru: nil, .grant(["subtype"])),
        RegisterColumn("issuedOn", "issued", kk: "Берілген күні", ru: nil, .enteredOn),
        RegisterColumn(
          "firstIssuedOn", "first issued", kk: "Бастапқы берілген күні", ru: nil, .grant(["firstIssuedOn"])),
        RegisterColumn(
          "holderName", "holder", kk: "заңды тұлғаның толық атауы", ru: nil, .filing(["applicant", "name"]),
          .grant(["applicant", "name"])),
        RegisterColumn(
          "holderId", "БИН / ИИН", kk: "бизнес-сәйкестендіру нөмірі/жеке кәсіпкердің жеке сәйкестендіру нөмірі",
          ru: nil,
          .filing(["applicant", "id"]), .grant(["applicant", "id"])),
        RegisterColumn(
          "address", "address", kk: "орналасқан жері", ru: nil, .filing(["address"]), .grant(["address"])),
        RegisterColumn(
          "dataCentreAddress", "data centre", kk: "Деректер орталығының орналасқан жері", ru: nil,
          .event(Act.subtypeOneAnnex, ["dataCentreAddress"]), .filing(["dataCentreAddress"])),
        RegisterColumn(
          "electricity", "electricity", kk: "Электр энергиясын алу тәсілі", ru: nil,
          .event(Act.subtypeOneAnnex, ["electricity"]), .filing(["electricity"])),
        RegisterColumn("host", "host", kk: "I кіші түрдегі лицензияланған майнерімен", ru: nil, .grant(["host"])),
        RegisterColumn(
          "pool", "pool", kk: "цифрлық майнинг пулы", ru: nil, .event(Act.poolSwitched, ["pool"]), .grant(["pool"])),
        RegisterColumn(
          "specialConditions", "special conditions", kk: "Ерекше шарттары", ru: nil, .grant(["specialConditions"])),
        RegisterColumn(
          "annexes", "annexes", kk: "Қосымшаның нөмірі", ru: nil, .events(Act.subtypeOneAnnex, ["number"]),
          .events(Act.subtypeTwoAnnex, ["number"])),
        RegisterColumn("validUntil", "valid until", kk: "Лицензияның қолданылу мерзімі", ru: nil, .validUntil),
      ],
      validity: .until(member: "validUntil", otherwiseYears: terms?.validityYears), clause: at("App. 4"))
  }
}

extension Order169 {
  /// Appendices 1 and 4 to 7 of the Rules, which order 598/НҚ gives anew as its Appendices 2 to 6.
  private static let forms = [
    Form(
      id: "169-НҚ/1", appendix: 1,
      title: OfficialText(
        kk: "Өтініш I кіші түрдегі қызметпен айналысуға арналған лицензияны және (немесе) лицензияға қосымшаны алу "
          + "үшін – меншік құқығындағы цифрлық майнердің цифрлық майнинг жөніндегі қызметті жүзеге асыруы немесе "
          + "басқа цифрлық майнинг заңды деректер орталығы",
        ru: nil),
      shows: [Act.filed],
      fields: [
        field("provider", "көрсетілетін қызметті берушінің толық атауы", .authority),
        field(
          "holderName", "жеке кәсіпкердің тегі, аты, әкесінің аты (бар болса) / заңды тұлғаның атауы",
          .act(["applicant", "name"])),
        field("holderId", "жеке сәйкестендіру нөмірі/бизнес сәйкестендіру нөмірі", .act(["applicant", "id"])),
        FormField(
          "asksFor",
          kk: "Цифрлық майнинг бойынша қызметті жүзеге асыруға I кіші түр лицензияны және (немесе) лицензияға "
            + "қосымшаны беруіңізді сұраймын", ru: nil,
          choices: [
            FormField.Choice("licence", kk: "лицензияны", ru: nil),
            FormField.Choice("annex", kk: "лицензияға қосымшаны", ru: nil),
            FormField.Choice("licenceAndAnnex", kk: "лицензияны және (немесе) лицензияға қосымшаны", ru: nil),
          ], from: .act(["asksFor"])),
        field("address", "Жеке кәсіпкердің мекен-жайы/заңды мекен-жайы", .act(["address"])),
        field("email", "Электрондық пошта", .act(["contacts", "email"])),
        field("phone", "Телефон", .act(["contacts", "phone"])),
        field("dataCentreAddress", "Цифрлық майнинг деректер орталығының мекен-жайы", .act(["dataCentreAddress"])),
        electricity,
        field("sheets", "парақ қоса беріледі", .act(["sheets"])),
        field(
          "officialContacts",
          "барлық көрсетілген деректер ресми байланыстар болып табылады және оларға лицензия беру немесе беруден "
            + "бас тарту мәселелері бойынша кез келген ақпарат жіберілуі мүмкін", .act(["officialContacts"])),
        field(
          "noCourtBan",
          "көрсетілетін қызметті алушыға соттың лицензияланатын қызмет түрімен айналысуға тыйым салмайды",
          .act(["noCourtBan"])),
        field(
          "documentsTrue", "қоса беріліп отырған барлық құжаттар шындыққа сәйкес келеді және жарамды болып табылады",
          .act(["documentsTrue"])),
        field(
          "consent",
          "көрсетілетін қызметті алушы заңмен қорғалатын құпияны құрайтын қолжетімділігі шектеулі дербес "
            + "деректерді лицензия беру кезінде ақпараттық жүйелерде қамтылған деректерді пайдалануға келіседі",
          .act(["consent"])),
        field("signature", "электрондық-цифрлық қолтаңба"),
        field("signerName", "тегі, аты, әкесінің аты (бар болса)", .act(["signedBy"])),
        field("filledOn", "Толтыру күні", .act(["filledOn"])),
      ], readings: ["I-40", "I-47"]),
    licence(
      4, Act.subtypeOne,
      "Цифрлық майнинг бойынша қызметті жүзеге асыруға арналған І кіші түр лицензиясы"),
    licence(
      5, Act.subtypeTwo,
      "Цифрлық майнинг бойынша қызметті жүзеге асыруға арналған II кіші түр лицензиясы"),
    annex(
      6, Act.subtypeOneAnnex,
      "Цифрлық майнинг бойынша қызметті жүзеге асыруға арналған І кіші түр лицензиясына қосымша",
      [
        field("dataCentreAddress", "Деректер орталығының орналасқан жері", .act(["dataCentreAddress"])),
        electricity,
      ], readings: ["I-42"]),
    annex(
      7, Act.subtypeTwoAnnex,
      "Цифрлық майнинг бойынша қызметті жүзеге асыруға арналған ІІ кіші түр лицензиясына қосымша",
      [], readings: ["I-42", "I-43"]),
  ]

  private static func field(_ id: String, _ kk: String, _ sources: FormField.Source...) -> FormField {
    var field = FormField(id, kk: kk, ru: nil)
    field.sources = sources
    return field
  }

  /// The two ways, which the forms print with a stroke between them.
  private static let electricity = FormField(
    "electricity", kk: "Электр энергиясын алу тәсілі", ru: nil,
    choices: [
      FormField.Choice(
        "singlePurchaser", kk: "электр энергиясын орталықтандырған сауда-саттықта бірыңғай сатып алушыдан", ru: nil),
      FormField.Choice(
        "offGridProducer",
        kk: "генерациялайтын қондырғылары Қазақстан Республикасының Бірыңғай электр энергетикалық жүйесіне "
          + "қосылмаған энергия өндіруші ұйымдардан", ru: nil),
    ], from: .act(["electricity"]))

  private static func licence(_ appendix: Int, _ type: String, _ title: String) -> Form {
    Form(
      id: "169-НҚ/\(appendix)", appendix: appendix, title: OfficialText(kk: title, ru: nil), shows: [type],
      fields: [
        field("issuedOn", "Берілген күні", .actDay),
        field("licence", "Лицензия нөмірі", .act(["licence"])),
        field(
          "holder",
          "заңды тұлғаның толық атауы, орналасқан жері, бизнес-сәйкестендіру нөмірі/жеке кәсіпкердің жеке "
            + "сәйкестендіру нөмірі",
          .entry("holderName"), .entry("address"), .entry("holderId")),
        field("activity", "Айналысуға берілді", .act(["activity"])),
        field("specialConditions", "Ерекше шарттары", .act(["specialConditions"])),
        field("note", "Ескерту", .act(["note"])),
        field("provider", "Көрсетілетін қызметті беруші", .act(["provider"])),
        field("signerName", "Басшы (уәкілетті тұлға)", .act(["signatory", "name"])),
        field("firstIssuedOn", "Бастапқы берілген күні", .act(["firstIssuedOn"])),
        field("validUntil", "Лицензияның қолданылу мерзімі", .act(["validUntil"])),
        field("place", "Берілген орны", .act(["place"])),
      ], readings: ["I-42", "I-45"])
  }

  private static func annex(
    _ appendix: Int, _ type: String, _ title: String, _ fields: [FormField], readings: [String]
  ) -> Form {
    Form(
      id: "169-НҚ/\(appendix)", appendix: appendix, title: OfficialText(kk: title, ru: nil), shows: [type],
      fields: [
        field("licenceIssuedOn", "Лицензияның берілген күні", .entry("issuedOn")),
        field("licence", "Лицензия нөмірі", .act(["licence"])),
        field("subtype", "Лицензияланатын қызмет түрінің кіші түрі(лері)", .act(["subtype"])),
        field("provider", "Көрсетілетін қызметті беруші", .act(["provider"])),
      ] + fields + [
        field("specialConditions", "Лицензияның қолданылуының ерекше шарттары", .act(["specialConditions"])),
        field("signerName", "Басшы (уәкiлеттi тұлға)", .act(["signatory", "name"])),
        field("number", "Қосымшаның нөмірі", .act(["number"])),
        field("validUntil", "Қолданылу мерзiмi", .act(["validUntil"])),
        field("issuedOn", "Қосымшаның берілген күні", .actDay),
      ], readings: readings)
  }
}

extension Order169 {
  /// Where the text contradicts itself, or leaves something open, and how it is read.
  private static let readings = [
    Reading(
      id: "I-40", place: "Rules",
      problem:
        "Order 598/НҚ amends orders whose body is not known: there is no application for subtype II, no term, no ground of "
        + "refusal, no re-issue, no complaint.",
      reading:
        "Licences are facts with the evidence they were issued on. No term is invented: what is missing is listed as open and "
        + "set by whoever knows it."),
    Reading(
      id: "I-41", place: "it. 1, 7",
      problem: "Subtype I asks for hardware \"contained in the register\", subtype II for the \"notice of inclusion\".",
      reading:
        "Both are satisfied by a standing entry in the register of hardware; the number of the notice is kept if given."
    ),
    Reading(
      id: "I-42", place: "App. 5, 7",
      problem:
        "The licence and annex of subtype II have \"special conditions: the locations of several data centres\", though its "
        + "holder has none.",
      reading: "A copy of the other forms: the field is optional."),
    Reading(
      id: "I-43", place: "App. 7",
      problem:
        "The annex to a licence of subtype II has neither the location of the data centre nor the way of getting electricity.",
      reading: "The fields are absent, not empty."),
    Reading(
      id: "I-44", place: "it. 4, 9",
      problem: "The rows on a change of the pool have no number, and their two working days no start.",
      reading: "They belong to the items above them; the days run from the day of switching."),
    Reading(
      id: "I-45", place: "it. 5; App. 4, 5",
      problem:
        "\"Заң\" stands for the Law on electric power in the requirements, for the Law on permits and notifications in the forms.",
      reading: "Each by the text in which it stands."),
    Reading(
      id: "I-46", place: "order 598/НҚ cl. 4",
      problem: "Item 5 is in force from 1 January 2024, the rest ten calendar days after publication.",
      reading: "The set of requirements depends on the day: five for subtype I before 1 January 2024, six from then on."
    ),
    Reading(
      id: "I-47", place: "all",
      problem: "Only the Kazakh text is known.",
      reading: "The Kazakh wording is quoted; there is no Russian one to fill in."),
    Reading(
      id: "I-48", place: "it. 6*; App. 11 it. 1 sub 5*",
      problem:
        "The asterisk of the exemption stands at the whole of item 6 in the requirements, at the end of the second paragraph in "
        + "the Rules.",
      reading: "The exemption holds for both ways of having technical conditions."),
  ]
}
