import RegistryEvents

extension RegistersTour {
  /// Two pools: one is accredited on 29 February and moves, the other needs four attempts.
  mutating func planPools() {
    planTumar()
    planDalaAttempts()
    planDalaAccredited()
    planReissueRefused()
    planAmendment("2024-11-04 10:00", "pools", told: [("2024-11-06 11:00", .egovOperator)])
    plan("2025-01-15 15:00", "pools.correctedByAuthority", by: people.minister.key) { _ in
      [
        "basis": "Определение СМЭС г. Астаны № 0000-25-00-2к/000 от 13.01.2025 (тест)", "entry": "P-2024/002",
        "text": "Запрет распоряжения серверами пула в обеспечение иска; свидетельство действует",
      ]
    }
  }

  /// All that Appendix 2 asks for.
  private static let poolPackage: [CanonicalValue] = [
    document("reserveLetter", "Письмо о резервном АПК в г. Караганде № 4 от 01.02.2024"),
    document("channelsContract", "Договор аренды серверной № 11 от 15.01.2024"),
    document("supportLetter", "Письмо о круглосуточной поддержке № 5 от 01.02.2024"),
    document("interfaceLetter", "Письмо об интерфейсе на трех языках № 6 от 01.02.2024"),
    document("integrationLetter", "Положительное письмо об интеграции № 12 от 30.01.2024"),
  ]

  /// An application on the portal, or on paper that the chancery took in.
  private mutating func planApplication(
    _ at: String, _ number: String, of firm: RegistersPeople.Firm, documents: [CanonicalValue], onPaper: Bool = false,
    certificate: String? = nil, location: String? = nil
  ) {
    let key = onPaper ? people.chancery.key : firm.key
    let type = certificate == nil ? "pools.accreditationFiled" : "pools.reissueFiled"
    plan(at, type, case: number, by: key, named: number, wait: onPaper ? 240 : 3) { _ in
      .members([
        "applicant": firm.applicant, "certificate": certificate.map(CanonicalValue.string),
        "channel": onPaper ? "chancery" : "portal", "consent": true, "documents": .array(documents),
        "filledOn": RegistersTour.day(at), "location": .string(location ?? firm.site), "secretsConsent": true,
        "signature": onPaper ? "hand" : "electronic", "signedBy": .string(firm.signedBy),
        "truthStatedOn": RegistersTour.day(at),
      ])
    }
  }

  /// What the provider takes from state information systems itself.
  private mutating func planStateRecords(_ number: String, _ record: String, test: String?) {
    plan(record, "pools.stateRecordObtained", case: number, by: people.employee.key) { acts in
      [
        "filing": acts[number], "record": "registration", "reference": .string("Справка о регистрации, \(number)"),
        "system": "ГБД «Юридические лица»",
      ]
    }
    guard let test else { return }
    plan(test, "pools.securityTestObtained", case: number, by: people.employee.key) { acts in
      [
        "filing": acts[number], "reference": .string("Акт испытаний с положительным результатом, \(number)"),
        "system": "ИС государственной технической службы",
      ]
    }
  }

  /// A certificate with its number, or, without one, a re-issued certificate.
  private mutating func planCertificate(
    _ at: String, _ number: String, _ certificate: String?, to firm: RegistersPeople.Firm
  ) {
    let minister = people.minister
    plan(
      at, certificate == nil ? "pools.certificateReissued" : "pools.certificateIssued", case: number, by: minister.key,
      named: "\(number) certificate"
    ) { acts in
      .members([
        "certificate": certificate.map(CanonicalValue.string), "filing": acts[number],
        "legalAddress": .string(firm.address), "signatory": minister.signs,
      ])
    }
  }

  /// POOL-2024-000001, issued on the last day of the service and after the target of the review; POOL-2024-000006, re-issued.
  private mutating func planTumar() {
    let first = "POOL-2024-000001"
    planApplication("2024-02-15 10:00", first, of: people.tumar, documents: RegistersTour.poolPackage)
    planRegistration("2024-02-15 10:30", "pools", first, of: first)
    plan("2024-02-15 11:00", "pools.stageReported", case: first, by: people.employee.key) { acts in
      ["filing": acts[first], "reference": "MON-2024/000117", "stage": "registered"]
    }
    planStateRecords(first, "2024-02-16 15:00", test: "2024-02-20 16:00")
    planCertificate("2024-02-29 12:00", first, "P-2024/001", to: people.tumar)
    let again = "POOL-2024-000006"
    planApplication(
      "2024-09-02 11:00", again, of: people.tumar,
      documents: [RegistersTour.document("channelsContract", "Договор аренды серверной № 27 от 20.08.2024")],
      certificate: "P-2024/001", location: "г. Астана, шоссе Алаш, 60, ЦОД № 2")
    planRegistration("2024-09-02 11:20", "pools", again, of: again)
    planCertificate("2024-09-04 10:00", again, nil, to: people.tumar)
  }

  /// POOL-2024-000002 to 000004: not taken in, not considered, refused after a hearing; a complaint is dismissed.
  private mutating func planDalaAttempts() {
    let (paper, expired, refused) = ("POOL-2024-000002", "POOL-2024-000003", "POOL-2024-000004")
    let dala = people.dala
    planApplication("2024-03-04 11:00", paper, of: dala, documents: [], onPaper: true)
    plan("2024-03-04 11:20", "pools.intakeRefused", case: paper, by: people.chancery.key) { acts in
      [
        "filing": acts[paper],
        "reasons": [["kind": "incomplete", "text": "Не приложены письма и договор (приложение 2, пункт 8)"]],
      ]
    }
    planApplication(
      "2024-03-11 10:00", expired, of: dala,
      documents: RegistersTour.poolPackage.dropLast() + [
        RegistersTour.document("integrationLetter", "Письмо об интеграции № 3 от 01.02.2023", validUntil: "2024-02-01")
      ])
    planRegistration("2024-03-11 10:15", "pools", expired, of: expired)
    planCompletenessRefusal(
      "2024-03-13 15:00", "pools", expired, of: expired, kind: "expired",
      "Письмо об интеграции № 3: срок действия истек 01.02.2024")

    planApplication("2024-04-01 10:00", refused, of: dala, documents: Array(RegistersTour.poolPackage.dropLast()))
    planRegistration("2024-04-01 10:20", "pools", refused, of: refused)
    planStateRecords(refused, "2024-04-02 15:00", test: nil)
    let authorised = people.authorised
    plan("2024-04-08 12:00", "pools.hearingNotified", case: refused, by: authorised.key, named: "dala notice") { acts in
      [
        "filing": acts[refused],
        "grounds": [["ground": "nonConforming", "text": "Нет интеграции с государственным сервисом и акта испытаний"]],
        "hearing": ["at": "2024-04-10T10:00:00Z", "mode": "remote", "place": "Видеосвязь, ссылка направлена"],
        "number": "HRG-2024/000001", "signatory": authorised.signs,
      ]
    }
    plan("2024-04-10 15:40", "pools.hearingHeld", case: refused, by: people.employee.key, named: "dala hearing") {
      acts in
      [
        "attended": true, "filing": acts[refused], "notice": acts["dala notice"],
        "position": "Заявитель просит дать время на интеграцию",
      ]
    }
    planRefusal(
      "2024-04-11 10:00", "pools", refused, of: refused, by: authorised, ground: "nonConforming",
      "Нет интеграции с государственным сервисом и акта испытаний", hearing: "dala hearing", named: "dala refused")
    planComplaint(
      "2024-04-18 12:00", "pools", refused, by: dala, to: .higherBody, against: "dala refused",
      demands: "Отменить отказ", "С отказом не согласны: интеграция завершается.", named: "dala complaint")
    planDecision(
      forwarded: "2024-04-22 16:00", decided: "2024-05-06 17:00", "pools", refused, of: "dala complaint",
      by: people.employee, .dismissed, "Условия пункта 4 на день отказа не выполнены; отказ обоснован")
  }

  /// POOL-2024-000005: accredited two days late, without one of the seven conditions; the complaint of inaction is satisfied.
  private mutating func planDalaAccredited() {
    let number = "POOL-2024-000005"
    let documents = RegistersTour.poolPackage.filter { $0["kind"] != "interfaceLetter" }
    planApplication("2024-05-13 10:00", number, of: people.dala, documents: documents)
    planRegistration("2024-05-13 10:20", "pools", number, of: number)
    planStateRecords(number, "2024-05-14 15:00", test: "2024-05-16 16:00")
    planComplaint(
      "2024-05-28 10:00", "pools", number, by: people.dala, to: .provider, demands: "Выдать свидетельство",
      "Срок истек 27 мая, результат не выдан.", named: "dala inaction")
    planCertificate("2024-05-29 16:00", number, "P-2024/002", to: people.dala)
    plan("2024-05-30 10:00", "pools.complaintSatisfied", case: number, by: people.headOfUnit.key) { acts in
      ["act": acts["\(number) certificate"], "complaint": acts["dala inaction"], "text": "Свидетельство выдано"]
    }
  }

  /// POOL-2024-000007: a re-issue that is not considered, since the contract has expired.
  private mutating func planReissueRefused() {
    let number = "POOL-2024-000007"
    planApplication(
      "2024-10-07 10:00", number, of: people.dala,
      documents: [
        RegistersTour.document(
          "channelsContract", "Договор аренды серверной № 8 от 01.03.2023", validUntil: "2024-03-01")
      ], certificate: "P-2024/002")
    planRegistration("2024-10-07 10:20", "pools", number, of: number)
    let authorised = people.authorised
    plan("2024-10-10 12:00", "pools.reissueRefused", case: number, by: authorised.key) { acts in
      [
        "filing": acts[number], "number": .string("RET-\(number)"),
        "reasons": [["kind": "expired", "text": "Договор № 8: срок действия истек 01.03.2024"]],
        "signatory": authorised.signs,
      ]
    }
  }
}
