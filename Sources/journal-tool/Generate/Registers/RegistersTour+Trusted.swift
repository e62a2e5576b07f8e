import RegistryEvents

/// What is filed for inclusion in the register of trusted products.
private struct TrustedProduct {
  let firm: RegistersPeople.Firm
  let kind: String
  let name: String
  let documents: [CanonicalValue]
  var requires: [Int64] = []

  func filed(_ at: String) -> CanonicalValue {
    let isSoftware = kind == "software"
    let support: CanonicalValue = [["address": .string(firm.address), "contacts": firm.contacts]]
    return .members([
      "address": .string(firm.address), "applicant": firm.applicant, "applicationNumber": "1",
      "brandAndModel": isSoftware ? nil : .string(name), "categoryCodes": [isSoftware ? "2.3" : "4.1"],
      "channel": "portal", "consent": true, "contacts": firm.contacts, "deliveries": isSoftware ? ["goods"] : nil,
      "documents": .array(documents), "embeddedSoftware": isSoftware ? nil : "Встроенное ПО 1.4",
      "enstruCodes": [isSoftware ? "620230.000.000000" : "262011.100.000001"], "filledOn": RegistersTour.day(at),
      "head": .string(firm.signedBy), "isIndependent": isSoftware ? .bool(requires.isEmpty) : nil,
      "kind": .string(kind), "name": .string(name), "portal": "elicense",
      "requires": requires.isEmpty ? nil : .array(requires.map(CanonicalValue.integer)), "signature": "electronic",
      "signedBy": .string(firm.signedBy), "support": support,
    ])
  }
}

/// When a filing goes through the office.
private struct TrustedDates {
  let filed: String
  let registered: String
  let sent: String
  let recommended: String
  let decided: String
  var published: String?
  var toProcurement: String?
}

extension RegistersTour {
  /// Seven entries, of which three leave the register in three ways, and what comes with them.
  mutating func planTrusted() {
    planBeforeKnownEdition()
    planTransition()
    planProduct()
    planDependencies()
    planRefusals()
    planNewestEdition()
    plan("2025-12-15 15:00", "trusted.correctedByAuthority", by: people.minister.key) { _ in
      [
        "basis": "Определение СМЭС г. Алматы № 0000-25-00-2к/000 от 12.12.2025 (тест)", "entry": 3,
        "text": "Спор о правах на встроенное ПО; запись остается в реестре",
      ]
    }
    planAmendment(
      "2025-11-10 10:00", "trusted",
      told: [("2025-11-12 11:00", .egovOperator), ("2025-11-13 11:00", .contactCentre)])
  }

  private static func software(_ security: String? = nil, until: String? = nil, localised: Bool = true)
    -> [CanonicalValue]
  {
    [
      document("securityCertificate", security ?? "Сертификат СТ РК ISO/IEC 15408-3-2017 № 44", validUntil: until),
      document("exclusiveRights", "Свидетельство об авторском праве № 19820"),
      document("characteristics", "Приложение 10: служба технической поддержки"),
    ] + (localised ? [document("localisationCalculation", "Расчет доли локализации: 87 %")] : [])
  }

  /// A filing, from registration to publication; the result is signed by the head of the provider.
  private mutating func planHandling(
    _ dates: TrustedDates, _ number: String, _ result: String, _ members: CanonicalValue
  ) {
    let (employee, minister) = (people.employee, people.minister)
    planRegistration(dates.registered, "trusted", number, of: number)
    plan(dates.sent, "trusted.sentToCommission", case: number, by: employee.key) { ["filing": $0[number]] }
    planRecommendation(dates.recommended, number, "favourable")
    plan(dates.decided, result, case: number, by: minister.key) { acts in
      members.with([
        "filing": acts[number], "number": .string("RES-\(number)"), "signatory": minister.signs,
      ])
    }
    planAnnouncement(dates.published, dates.toProcurement, number, of: number)
  }

  private mutating func planRecommendation(_ at: String, _ number: String, _ outcome: String) {
    plan(at, "trusted.commissionRecommended", case: number, by: people.employee.key) { acts in
      ["filing": acts[number], "outcome": .string(outcome), "protocol": .string("Протокол по делу \(number)")]
    }
  }

  private mutating func planAnnouncement(
    _ published: String?, _ toProcurement: String?, _ number: String?, of subject: String
  ) {
    if let published {
      plan(published, "trusted.published", case: number, by: people.employee.key) { acts in
        ["address": "https://registers.example.kz/trusted", "subject": acts[subject]]
      }
    }
    if let toProcurement {
      plan(toProcurement, "trusted.sentToProcurement", case: number, by: people.employee.key) { acts in
        ["number": .string("ЭЗ-\(subject)"), "subject": acts[subject]]
      }
    }
  }

  private mutating func planInclusion(_ dates: TrustedDates, _ number: String, _ product: TrustedProduct, entry: Int64)
  {
    plan(dates.filed, "trusted.inclusionFiled", case: number, by: product.firm.key, named: number) { _ in
      product.filed(dates.filed)
    }
    planHandling(dates, number, "trusted.included", ["entry": .integer(entry)])
  }

  private mutating func planChange(
    _ dates: TrustedDates, _ number: String, by firm: RegistersPeople.Firm, entry: Int64, _ changes: CanonicalValue,
    documents: [CanonicalValue], reason: String
  ) {
    plan(dates.filed, "trusted.changeFiled", case: number, by: firm.key, named: number) { _ in
      [
        "applicant": firm.applicant, "changes": changes, "channel": "portal", "consent": true,
        "contacts": firm.contacts, "content": .string("Запись № \(entry)"), "documents": .array(documents),
        "entry": .integer(entry), "filledOn": RegistersTour.day(dates.filed),
        "newContent": .string("Запись № \(entry) с обновленными сведениями и документами"), "portal": "egov",
        "reason": .string(reason), "signature": "electronic", "signedBy": .string(firm.signedBy),
      ]
    }
    planHandling(dates, number, "trusted.changed", [:])
  }

  /// TR-2024-000001 and 000002: entries 1 and 2, made under a text that is not known.
  private mutating func planBeforeKnownEdition() {
    planInclusion(
      TrustedDates(
        filed: "2024-10-21 10:00", registered: "2024-10-22 10:00", sent: "2024-10-24 12:00",
        recommended: "2024-11-01 16:00", decided: "2024-11-06 12:00", published: "2024-11-11 10:00",
        toProcurement: "2024-11-12 10:00"),
      "TR-2024-000001",
      TrustedProduct(firm: people.altyn, kind: "software", name: "Алтын СУБД", documents: RegistersTour.software()),
      entry: 1)
    planInclusion(
      TrustedDates(
        filed: "2024-10-28 10:00", registered: "2024-10-29 10:00", sent: "2024-10-31 12:00",
        recommended: "2024-11-08 16:00", decided: "2024-11-14 12:00", published: "2024-11-19 10:00",
        toProcurement: "2024-11-20 10:00"),
      "TR-2024-000002",
      TrustedProduct(firm: people.orda, kind: "software", name: "Орда Монитор", documents: RegistersTour.software()),
      entry: 2)
  }

  /// The new Rules give 45 days: TR-2025-000001 brings entry 1 up to date, entry 2 is excluded by the authority's own motion.
  private mutating func planTransition() {
    planChange(
      TrustedDates(
        filed: "2025-02-10 10:00", registered: "2025-02-11 10:00", sent: "2025-02-12 12:00",
        recommended: "2025-02-19 16:00", decided: "2025-02-26 12:00", published: "2025-03-03 10:00",
        toProcurement: "2025-03-05 10:00"),
      "TR-2025-000001", by: people.altyn, entry: 1, ["name": "Алтын СУБД 2"],
      documents: RegistersTour.software("Сертификат СТ РК ISO/IEC 15408-3-2017 № 71", until: "2026-12-31"),
      reason: "Приведение в соответствие с новыми Правилами")
    plan("2025-04-07 16:00", "trusted.removalRecommended", by: people.employee.key) { _ in
      ["entry": 2, "outcome": "favourable", "protocol": "Протокол № 9 от 07.04.2025"]
    }
    plan("2025-04-15 12:00", "trusted.excludedExOfficio", by: people.minister.key, named: "removal") {
      [signs = people.minister.signs] _ in
      [
        "entry": 2, "ground": "criteriaLost", "number": "EXC-2025/000001",
        "reason": "Сведения не приведены в соответствие в течение 45 дней (пункт 36 Правил)", "signatory": signs,
      ]
    }
    planAnnouncement("2025-04-18 10:00", "2025-05-20 10:00", nil, of: "removal")
  }

  /// TR-2025-000002: a product, with a hearing to clear up its documents; TR-2026-000001 renews what expires on 1 March 2026.
  private mutating func planProduct() {
    let number = "TR-2025-000002"
    let product = TrustedProduct(
      firm: people.orda, kind: "product", name: "Терминал Орда T2",
      documents: [
        RegistersTour.document("testProtocols", "Протоколы испытаний № 15", validUntil: "2026-03-01"),
        RegistersTour.document("useRights", "Лицензионный договор № 3"),
        RegistersTour.document("producersExtract", "Выписка из реестра казахстанских производителей"),
        RegistersTour.document("characteristics", "Приложение 11: Терминал Орда T2"),
      ])
    planInclusion(
      TrustedDates(
        filed: "2025-03-12 10:00", registered: "2025-03-14 10:00", sent: "2025-03-17 12:00",
        recommended: "2025-03-26 16:00", decided: "2025-04-02 12:00", published: "2025-04-08 10:00",
        toProcurement: "2025-04-09 10:00"), number, product, entry: 3)
    let employee = people.employee
    plan("2025-03-27 10:00", "trusted.hearingNotified", case: number, by: employee.key, named: "orda notice") { acts in
      [
        "filing": acts[number],
        "hearing": ["at": "2025-03-31T10:00:00Z", "mode": "remote", "place": "Видеосвязь, ссылка направлена"],
        "matter": "Какая версия встроенного ПО испытана", "number": "HRG-2025/000001", "signatory": employee.signs,
      ]
    }
    plan("2025-03-31 15:30", "trusted.hearingHeld", case: number, by: employee.key) { acts in
      [
        "attended": true, "filing": acts[number], "notice": acts["orda notice"],
        "position": "Испытана версия 1.4, она и поставляется",
      ]
    }
    planChange(
      TrustedDates(
        filed: "2026-01-26 10:00", registered: "2026-01-27 10:00", sent: "2026-01-28 12:00",
        recommended: "2026-02-04 16:00", decided: "2026-02-11 12:00", published: "2026-02-16 10:00",
        toProcurement: "2026-02-17 10:00"),
      "TR-2026-000001", by: people.orda, entry: 3, [:],
      documents: [RegistersTour.document("testProtocols", "Протоколы испытаний № 2", validUntil: "2028-03-01")],
      reason: "Истекает срок действия протоколов испытаний")
  }

  /// TR-2025-000003 needs entry 1, which stands; TR-2025-000004 needs entry 2, which does not, and is taken back.
  private mutating func planDependencies() {
    planInclusion(
      TrustedDates(
        filed: "2025-05-12 10:00", registered: "2025-05-13 10:00", sent: "2025-05-14 12:00",
        recommended: "2025-05-21 16:00", decided: "2025-05-28 12:00", published: "2025-06-03 10:00",
        toProcurement: "2025-06-04 10:00"),
      "TR-2025-000003",
      TrustedProduct(
        firm: people.altyn, kind: "software", name: "Алтын Отчет",
        documents: RegistersTour.software("Сертификат СТ РК ISO/IEC 15408-3-2017 № 52", until: "2026-02-10"),
        requires: [1]), entry: 4)
    planInclusion(
      TrustedDates(
        filed: "2025-06-02 10:00", registered: "2025-06-03 10:00", sent: "2025-06-04 12:00",
        recommended: "2025-06-12 16:00", decided: "2025-06-18 12:00", published: "2025-06-24 10:00",
        toProcurement: "2025-06-25 10:00"),
      "TR-2025-000004",
      TrustedProduct(
        firm: people.altyn, kind: "software", name: "Алтын Портал", documents: RegistersTour.software(localised: false),
        requires: [2]), entry: 5)
    let (number, altyn) = ("TR-2025-000005", people.altyn)
    let dates = TrustedDates(
      filed: "2025-09-01 10:00", registered: "2025-09-02 10:00", sent: "2025-09-03 12:00",
      recommended: "2025-09-10 16:00", decided: "2025-09-12 12:00", published: "2025-09-17 10:00",
      toProcurement: "2025-09-18 10:00")
    plan(dates.filed, "trusted.exclusionFiled", case: number, by: altyn.key, named: number) { _ in
      [
        "applicant": altyn.applicant, "channel": "portal", "consent": true, "contacts": altyn.contacts,
        "content": "Запись № 5, Алтын Портал", "documents": [], "entry": 5, "filledOn": RegistersTour.day(dates.filed),
        "portal": "elicense", "reason": "Выпуск прекращен", "signature": "electronic",
        "signedBy": .string(altyn.signedBy),
      ]
    }
    planHandling(dates, number, "trusted.excluded", ["reason": "Выпуск прекращен"])
  }

  /// TR-2025-000006 is refused, and a complaint partly satisfied; TR-2025-000007 is not accepted, and the complaint satisfied.
  private mutating func planRefusals() {
    let (number, incomplete) = ("TR-2025-000006", "TR-2025-000007")
    let (orda, employee) = (people.orda, people.employee)
    let chat = TrustedProduct(firm: orda, kind: "software", name: "Орда Чат", documents: RegistersTour.software())
    plan("2025-07-09 10:00", "trusted.inclusionFiled", case: number, by: orda.key, named: number) { _ in
      chat.filed("2025-07-09 10:00")
    }
    planRegistration("2025-07-10 10:00", "trusted", number, of: number)
    plan("2025-07-10 11:00", "trusted.stageReported", case: number, by: employee.key) { acts in
      ["filing": acts[number], "stage": "Принято и зарегистрировано"]
    }
    plan("2025-07-11 12:00", "trusted.sentToCommission", case: number, by: employee.key) { ["filing": $0[number]] }
    planRecommendation("2025-07-18 16:00", number, "unfavourable")
    planRefusal(
      "2025-07-24 12:00", "trusted", number, of: number, by: people.deputy, ground: "nonConforming",
      "Не соответствует заявленным характеристикам", named: "chat refused")
    planComplaint(
      "2025-07-30 12:00", "trusted", number, by: orda, to: .higherBody, against: "chat refused",
      demands: "Отменить отказ", "С рекомендацией комиссии не согласны.", named: "chat complaint")
    planDecision(
      forwarded: "2025-08-01 16:00", decided: "2025-08-13 12:00", "trusted", number, of: "chat complaint",
      by: people.employee, .partlySatisfied, "Указано заслушать заявителя при повторной подаче")

    let bare = TrustedProduct(firm: orda, kind: "software", name: "Орда Почта", documents: [])
    plan("2025-08-04 10:00", "trusted.inclusionFiled", case: incomplete, by: orda.key, named: incomplete) { _ in
      bare.filed("2025-08-04 10:00")
    }
    planCompletenessRefusal(
      "2025-08-07 15:00", "trusted", incomplete, of: incomplete, kind: "incomplete", "Документы не приложены")
    planComplaint(
      "2025-08-08 10:00", "trusted", incomplete, by: orda, to: .provider, demands: "Принять заявление",
      "Документы были загружены на портал.", named: "mail complaint")
    plan("2025-08-12 12:00", "trusted.complaintSatisfied", case: incomplete, by: people.deputy.key) { acts in
      ["complaint": acts["mail complaint"], "text": "Подтвержден сбой портала; заявителю предложено подать повторно"]
    }
  }

  /// TR-2025-000008, registered between the two readings of three days and never published; TR-2026-000002, judged by a criterion
  /// whose text is not known.
  private mutating func planNewestEdition() {
    planInclusion(
      TrustedDates(
        filed: "2025-11-20 10:00", registered: "2025-11-25 10:00", sent: "2025-11-26 12:00",
        recommended: "2025-12-03 16:00", decided: "2025-12-08 12:00"),
      "TR-2025-000008",
      TrustedProduct(firm: people.altyn, kind: "software", name: "Алтын Архив", documents: RegistersTour.software()),
      entry: 6)
    planInclusion(
      TrustedDates(
        filed: "2026-01-12 10:00", registered: "2026-01-13 10:00", sent: "2026-01-14 12:00",
        recommended: "2026-01-21 16:00", decided: "2026-01-28 12:00", published: "2026-02-02 10:00",
        toProcurement: "2026-02-03 10:00"),
      "TR-2026-000002",
      TrustedProduct(firm: people.altyn, kind: "software", name: "Алтын Ключ", documents: RegistersTour.software()),
      entry: 7)
  }
}
