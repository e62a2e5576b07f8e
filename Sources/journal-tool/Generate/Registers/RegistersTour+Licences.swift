import RegistryEvents

extension RegistersTour {
  /// Five licences: one of each subtype that has all it needs, one of subtype I and two of subtype II that have not.
  mutating func planLicences() {
    planGoodLicence()
    planPoorLicence()
    planRefusedLicence()
    planSubtypeTwo()
    planSwitches()
    plan("2024-11-20 15:00", "licences.correctedByAuthority", case: "LIC-2024-000002", by: people.minister.key) { _ in
      [
        "basis": "Приказ уполномоченного органа № 00 от 19.11.2024 (тест)", "entry": "L-0002",
        "text": "Действие лицензии приостановлено на один месяц",
      ]
    }
  }

  private mutating func planApplication(
    _ at: String, _ number: String, of firm: RegistersPeople.Firm, documents kinds: [String],
    asksFor: String = "licence",
    electricity: String = "singlePurchaser", site: String? = nil
  ) {
    plan(at, "licences.applicationFiled", case: number, by: firm.key, named: number) { _ in
      [
        "address": .string(firm.address), "applicant": firm.applicant, "asksFor": .string(asksFor), "channel": "portal",
        "consent": true, "contacts": firm.contacts, "dataCentreAddress": .string(site ?? firm.site),
        "documents": .array(kinds.map { RegistersTour.document($0, "Құжат: \($0), \(number)") }), "documentsTrue": true,
        "electricity": .string(electricity), "filledOn": RegistersTour.day(at), "noCourtBan": true,
        "officialContacts": true, "sheets": .integer(Int64(4 * kinds.count)), "signature": "electronic",
        "signedBy": .string(firm.signedBy),
      ]
    }
  }

  /// The fields that all licences have.
  private func fields(_ licence: String, _ at: String, subtype: String, pool: String?, validUntil: String?)
    -> CanonicalValue
  {
    .members([
      "activity": "Цифрлық майнинг бойынша қызмет", "firstIssuedOn": RegistersTour.day(at),
      "licence": .string(licence), "note": "Иеліктен шығарылмайды, 1-сынып", "place": "Астана қаласы",
      "pool": pool.map(CanonicalValue.string), "provider": "Цифрлық активтер саласындағы уәкілетті орган (сынақ)",
      "signatory": people.minister.signs, "subtype": .string(subtype),
      "validUntil": validUntil.map(CanonicalValue.string),
    ])
  }

  private mutating func planSubtypeOne(
    _ at: String, _ number: String, _ licence: String, pool: String?, technicalConditions: CanonicalValue,
    validUntil: String
  ) {
    let common = fields(licence, at, subtype: "I", pool: pool, validUntil: validUntil)
    plan(at, "licences.subtypeOneIssued", case: number, by: people.minister.key) { acts in
      common.with([
        "filing": acts[number], "hasHardware": true, "technicalConditions": technicalConditions,
      ])
    }
  }

  /// LIC-2024-000001 with L-0001, on all six requirements; LIC-2024-000004, an annex for a second data centre.
  private mutating func planGoodLicence() {
    let (number, annex) = ("LIC-2024-000001", "LIC-2024-000004")
    planApplication(
      "2024-03-18 10:00", number, of: people.kokzhiek,
      documents: ["dataCentre", "nonResidential", "poolContract", "metering", "technicalConditions"])
    planRegistration("2024-03-18 10:20", "licences", number, of: number)
    planSubtypeOne(
      "2024-04-02 12:00", number, "L-0001", pool: "P-2024/001",
      technicalConditions: [
        "connectedOn": "2023-11-20", "issuer": "transmission", "permittedMW": "12.5", "serves": "dataCentre",
        "substationKV": "110",
      ], validUntil: "2027-04-01")
    planApplication(
      "2024-07-01 10:00", annex, of: people.kokzhiek, documents: ["dataCentre", "nonResidential", "metering"],
      asksFor: "annex", electricity: "offGridProducer", site: "г. Аксу, промышленная зона, участок 3")
    planRegistration("2024-07-01 10:30", "licences", annex, of: annex)
    plan("2024-07-09 12:00", "licences.subtypeOneAnnexIssued", case: annex, by: people.minister.key) {
      [signs = people.minister.signs] acts in
      [
        "dataCentreAddress": "г. Аксу, промышленная зона, участок 3", "electricity": "offGridProducer",
        "filing": acts[annex], "licence": "L-0001", "number": "1",
        "provider": "Цифрлық активтер саласындағы уәкілетті орган (сынақ)", "signatory": signs,
        "specialConditions": "Екі деректер орталығы: Екібастұз, Ақсу", "subtype": "I", "validUntil": "2027-04-01",
      ]
    }
  }

  /// LIC-2024-000002 with L-0002: no metering, a substation of 10 kV, no hardware in the register and no pool.
  private mutating func planPoorLicence() {
    let number = "LIC-2024-000002"
    planApplication(
      "2024-05-13 11:00", number, of: people.saryarka,
      documents: ["dataCentre", "nonResidential", "technicalConditions"])
    planRegistration("2024-05-13 11:20", "licences", number, of: number)
    planSubtypeOne(
      "2024-05-21 12:00", number, "L-0002", pool: nil,
      technicalConditions: [
        "connectedOn": "2023-06-01", "issuer": "transmission", "permittedMW": "0.63", "serves": "dataCentre",
        "substationKV": "10",
      ], validUntil: "2024-12-31")
  }

  /// LIC-2024-000003: refused, on a ground that no list known to the texts has.
  private mutating func planRefusedLicence() {
    let number = "LIC-2024-000003"
    planApplication("2024-04-15 10:00", number, of: people.samal, documents: ["dataCentre"])
    planRegistration("2024-04-15 10:20", "licences", number, of: number)
    planRefusal(
      "2024-04-25 12:00", "licences", number, of: number, by: people.minister, ground: "requirements",
      "Деректер орталығы тұрғын аймақта орналасқан")
  }

  /// L-0003 on all three requirements, with an annex; L-0004 whose host never had a licence; L-0005 whose host's has run out.
  private mutating func planSubtypeTwo() {
    planSubtypeTwo(
      "2024-06-10 12:00", "LIC-2024-000005", "L-0003", to: people.ertis, host: "L-0001", pool: "P-2024/001")
    plan("2024-08-05 12:00", "licences.subtypeTwoAnnexIssued", case: "LIC-2024-000005", by: people.minister.key) {
      [signs = people.minister.signs] _ in
      [
        "licence": "L-0003", "number": "1", "provider": "Цифрлық активтер саласындағы уәкілетті орган (сынақ)",
        "signatory": signs, "subtype": "II", "validUntil": "2027-06-09",
      ]
    }
    planSubtypeTwo(
      "2024-07-22 12:00", "LIC-2024-000006", "L-0004", to: people.samal, host: "L-0009", pool: "P-2024/002")
    planSubtypeTwo(
      "2025-03-03 12:00", "LIC-2025-000001", "L-0005", to: people.ertis, host: "L-0002", pool: "P-2024/001")
  }

  private mutating func planSubtypeTwo(
    _ at: String, _ number: String, _ licence: String, to firm: RegistersPeople.Firm, host: String, pool: String
  ) {
    let common = fields(licence, at, subtype: "II", pool: pool, validUntil: nil)
    plan(at, "licences.subtypeTwoIssued", case: number, by: people.minister.key) { _ in
      common.with([
        "address": .string(firm.address), "applicant": firm.applicant,
        "documents": [
          RegistersTour.document("cooperationLetter", "Кепілдік хат: \(host)"),
          RegistersTour.document("poolContract", "Пулмен шарт: \(pool)"),
        ], "host": .string(host), "inclusionNotice": "INC-APK-2024-000003",
      ])
    }
  }

  /// The first switch is told of in time, the second seven days late.
  private mutating func planSwitches() {
    for (at, number, firm, licence, subtype, day) in [
      ("2024-06-12 20:10", "LIC-2024-000001", people.kokzhiek, "L-0001", "I", "2024-06-10"),
      ("2025-03-13 11:00", "LIC-2024-000005", people.ertis, "L-0003", "II", "2025-03-03"),
    ] {
      plan(at, "licences.poolSwitched", case: number, by: firm.key) { _ in
        [
          "from": "P-2024/001", "licence": .string(licence), "pool": "P-2024/002", "signedBy": .string(firm.signedBy),
          "subtype": .string(subtype), "switchedOn": .string(day),
        ]
      }
    }
  }
}
