import RegistryEvents
import RegistryProjections

extension OtherBook {
  /// Opens the next case, with its acts planned.
  mutating func open(at arrival: Instant, by firm: Firm) -> OtherCase {
    let ordinal = opened
    opened += 1
    var plan = OtherPlan(
      clock: clock, random: SeededRandom(seed: seed, purpose: "other case \(ordinal)"), at: arrival)
    let draw = plan.random.below(100)
    let area: String
    if draw < 20, firm.kind == .legalEntity {
      area = "POOL"
      planPool(&plan)
    } else if draw < 55 {
      area = "LIC"
      planLicence(&plan)
    } else {
      area = "TR"
      let own = products.lastIndex { $0.firm.number == firm.number }
      if draw < 70, let own {
        planChange(&plan, of: products.remove(at: own).entry, isLast: draw < 58)
      } else {
        planProduct(&plan)
      }
    }
    let year = clock.date(of: arrival).parts.year
    let file = OtherCase(number: "\(area)-\(year)-\(padded(ordinal + 1, to: 6))", ordinal: ordinal, firm: firm)
    file.steps = plan.steps.reversed()
    return file
  }

  /// Documents of these kinds, some of which end some day.
  static func documents(_ kinds: [String], on day: LocalDate, _ random: inout SeededRandom) -> CanonicalValue {
    .array(
      kinds.map { kind in
        let until = random.chance(perMille: 250) ? day.adding(days: random.number(in: 90...700)) : nil
        return RegistersTour.document(
          kind, Papers.numbered("Документ \(kind)", before: day, &random), validUntil: until?.description)
      })
  }

  /// Kinds of documents, one of which is sometimes missing.
  static func package(_ kinds: [String], _ random: inout SeededRandom) -> [String] {
    random.chance(perMille: Shares.deficientPackages) ? Array(kinds.dropLast()) : kinds
  }

  // MARK: - Pools

  private func planPool(_ plan: inout OtherPlan) {
    let day = clock.date(of: plan.at)
    let kinds = ["reserveLetter", "channelsContract", "supportLetter", "integrationLetter", "interfaceLetter"]
    let documents = OtherBook.documents(OtherBook.package(kinds, &plan.random), on: day, &plan.random)
    plan.now("pools.accreditationFiled", .applicant, "filing") { _, file, moment in
      [
        "applicant": file.applicant, "channel": "portal", "consent": true, "documents": documents,
        "filledOn": .string(moment.day.description), "location": .string(file.firm.dataCentreAddress),
        "secretsConsent": true, "signature": "electronic", "signedBy": .string(file.firm.head.fullName),
        "truthStatedOn": .string(moment.day.description),
      ]
    }
    plan.register("pools")
    plan.after(1...1, "pools.stateRecordObtained", .providerEmployee) { _, file, _ in
      [
        "filing": file["filing"], "record": "registration", "reference": .string(file.number),
        "system": "ГБД «Юридические лица»",
      ]
    }
    if plan.random.chance(perMille: 150) {
      planPoolRefusal(&plan)
      return
    }
    plan.after(1...2, "pools.securityTestObtained", .providerEmployee) { _, file, _ in
      ["filing": file["filing"], "reference": .string(file.number), "system": "ИС государственной технической службы"]
    }
    plan.after(plan.days(1...6, late: 8...11), "pools.certificateIssued", .headOfProvider) { book, file, moment in
      let certificate = book.number("P")
      OtherBook.keep(certificate, in: &book.certificates)
      return [
        "certificate": .string(certificate), "filing": file["filing"],
        "legalAddress": .string(file.firm.legalAddress), "signatory": moment.signatory,
      ]
    }
  }

  private func planPoolRefusal(_ plan: inout OtherPlan) {
    let ground: CanonicalValue = ["ground": "nonConforming", "text": "Нет акта испытаний"]
    plan.after(2...4, "pools.hearingNotified", .authorisedPerson, "notice") { [clock] book, file, moment in
      let hearing = clock.time.instant(
        of: clock.calendar.workingDay(after: moment.day, count: 1), secondOfDay: 11 * 3600)
      return [
        "filing": file["filing"], "grounds": [ground],
        "hearing": ["at": .string(hearing.description), "mode": "remote", "place": "Видеосвязь"],
        "number": .string(book.number("HRG")), "signatory": moment.signatory,
      ]
    }
    plan.after(1...2, "pools.hearingHeld", .providerEmployee, "hearing") { _, file, _ in
      ["attended": true, "filing": file["filing"], "notice": file["notice"], "position": "Просит отсрочки"]
    }
    plan.after(1...1, "pools.refused", .authorisedPerson) { book, file, moment in
      [
        "filing": file["filing"], "grounds": [ground], "hearing": file["hearing"],
        "number": .string(book.number("REF")),
        "signatory": moment.signatory,
      ]
    }
  }

  // MARK: - Licences

  private func planLicence(_ plan: inout OtherPlan) {
    if !hosts.isEmpty, plan.random.chance(perMille: 300) {
      planHosted(&plan)
      return
    }
    let day = clock.date(of: plan.at)
    let kinds = ["dataCentre", "nonResidential", "poolContract", "technicalConditions", "metering"]
    let documents = OtherBook.documents(OtherBook.package(kinds, &plan.random), on: day, &plan.random)
    let isOffGrid = plan.random.chance(perMille: 100)
    plan.now("licences.applicationFiled", .applicant, "filing") { _, file, moment in
      [
        "address": .string(file.firm.legalAddress), "applicant": file.applicant, "asksFor": "licence",
        "channel": "portal", "consent": true, "contacts": file.contacts,
        "dataCentreAddress": .string(file.firm.dataCentreAddress), "documents": documents, "documentsTrue": true,
        "electricity": isOffGrid ? "offGridProducer" : "singlePurchaser", "filledOn": .string(moment.day.description),
        "noCourtBan": true, "officialContacts": true, "sheets": 20, "signature": "electronic",
        "signedBy": .string(file.firm.head.fullName),
      ]
    }
    plan.register("licences")
    if plan.random.chance(perMille: 100) {
      plan.after(5...15, "licences.refused", .headOfProvider) { book, file, moment in
        [
          "filing": file["filing"], "grounds": [["ground": "requirements", "text": "Талаптарға сәйкес емес"]],
          "number": .string(book.number("LREF")), "signatory": moment.signatory,
        ]
      }
      return
    }
    // Whose hardware stands in the register is not looked up: of some it does, of others an audit finds that it does not.
    let hasHardware = plan.random.chance(perMille: 250)
    let megawatts = plan.random.chance(perMille: 80) ? "0.8" : "\(plan.random.number(in: 1...60))"
    plan.after(5...15, "licences.subtypeOneIssued", .headOfProvider) { book, file, moment in
      let licence = book.number("L")
      OtherBook.keep(licence, in: &book.hosts)
      return OtherBook.licence(licence, "I", book.certificates.last, moment).with([
        "filing": file["filing"], "hasHardware": .bool(hasHardware),
        "technicalConditions": [
          "issuer": "transmission", "permittedMW": .string(megawatts), "substationKV": "110",
        ],
      ])
    }
  }

  private func planHosted(_ plan: inout OtherPlan) {
    let host = plan.random.chance(perMille: 80) ? "L-999999" : plan.random.pick(hosts, or: "L-999999")
    let day = clock.date(of: plan.at)
    let documents = OtherBook.documents(["cooperationLetter", "poolContract"], on: day, &plan.random)
    plan.after(1...2, "licences.subtypeTwoIssued", .headOfProvider) { book, file, moment in
      let licence = book.number("L")
      return OtherBook.licence(licence, "II", book.certificates.last, moment).with([
        "address": .string(file.firm.legalAddress), "applicant": file.applicant, "documents": documents,
        "host": .string(host),
      ])
    }
  }

  /// The fields that both licences have.
  private static func licence(
    _ number: String, _ subtype: String, _ pool: String?, _ moment: OtherCase.Moment
  ) -> CanonicalValue {
    .members([
      "activity": "Цифрлық майнинг бойынша қызмет", "firstIssuedOn": .string(moment.day.description),
      "licence": .string(number), "place": "Астана қаласы", "pool": pool.map(CanonicalValue.string),
      "provider": "Цифрлық активтер саласындағы уәкілетті орган (сынақ)", "signatory": moment.signatory,
      "subtype": .string(subtype), "validUntil": .string(moment.day.adding(days: 1095).description),
    ])
  }

  // MARK: - Trusted products

  private func planProduct(_ plan: inout OtherPlan) {
    let day = clock.date(of: plan.at)
    let kinds = ["securityCertificate", "exclusiveRights", "characteristics", "localisationCalculation"]
    let documents = OtherBook.documents(OtherBook.package(kinds, &plan.random), on: day, &plan.random)
    plan.now("trusted.inclusionFiled", .applicant, "filing") { _, file, moment in
      OtherBook.envelope(file, moment, documents).with([
        "address": .string(file.firm.legalAddress), "categoryCodes": ["2.3"], "contacts": file.contacts,
        "enstruCodes": ["620230.000.000000"], "head": .string(file.firm.head.fullName), "isIndependent": true,
        "kind": "software", "name": .string("Программа \(file.number)"),
        "support": [["address": .string(file.firm.legalAddress), "contacts": file.contacts]],
      ])
    }
    let isRefused = plan.random.chance(perMille: 120)
    planCommission(&plan, isRefused ? "unfavourable" : "favourable")
    if isRefused {
      plan.after(2...5, "trusted.refused", .deputyHead) { book, file, moment in
        [
          "filing": file["filing"], "grounds": [["ground": "nonConforming", "text": "Не соответствует критериям"]],
          "number": .string(book.number("TREF")), "signatory": moment.signatory,
        ]
      }
      return
    }
    plan.after(plan.days(2...5, late: 9...12), "trusted.included", .headOfProvider, "result") { book, file, moment in
      let entry = book.nextProduct
      book.nextProduct += 1
      OtherBook.keep((entry, file.firm), in: &book.products)
      return [
        "entry": .integer(entry), "filing": file["filing"], "number": .string(book.number("TINC")),
        "signatory": moment.signatory,
      ]
    }
    planAnnouncement(&plan)
  }

  /// A change of an entry, or its exclusion on the owner's application.
  private func planChange(_ plan: inout OtherPlan, of entry: Int64, isLast: Bool) {
    let documents = OtherBook.documents(["securityCertificate"], on: clock.date(of: plan.at), &plan.random)
    plan.now(isLast ? "trusted.exclusionFiled" : "trusted.changeFiled", .applicant, "filing") { _, file, moment in
      let common = OtherBook.envelope(file, moment, isLast ? [] : documents).with([
        "contacts": file.contacts, "content": .string("Запись № \(entry)"), "entry": .integer(entry),
        "reason": .string(isLast ? "Выпуск прекращен" : "Обновление документов"),
      ])
      return isLast ? common : common.with(["changes": [:], "newContent": .string("Запись № \(entry), обновленная")])
    }
    planCommission(&plan, "favourable")
    plan.after(2...5, isLast ? "trusted.excluded" : "trusted.changed", .headOfProvider, "result") {
      book, file, moment in
      if !isLast { OtherBook.keep((entry, file.firm), in: &book.products) }
      let common: CanonicalValue = [
        "filing": file["filing"], "number": .string(book.number("TRES")), "signatory": moment.signatory,
      ]
      return isLast ? common.with(["reason": "Выпуск прекращен"]) : common
    }
    planAnnouncement(&plan)
  }

  /// What comes with every filing on the portal.
  private static func envelope(
    _ file: OtherCase, _ moment: OtherCase.Moment, _ documents: CanonicalValue
  ) -> CanonicalValue {
    let kind = file.firm.kind == .legalEntity ? "legalEntity" : "naturalPerson"
    return [
      "applicant": file.applicant.with(["kind": .string(kind)]), "channel": "portal", "consent": true,
      "documents": documents, "filledOn": .string(moment.day.description), "portal": "egov",
      "signature": "electronic", "signedBy": .string(file.firm.head.fullName),
    ]
  }

  private func planCommission(_ plan: inout OtherPlan, _ outcome: String) {
    plan.register("trusted")
    plan.after(1...1, "trusted.sentToCommission", .providerEmployee) { _, file, _ in ["filing": file["filing"]] }
    plan.after(2...5, "trusted.commissionRecommended", .providerEmployee) { _, file, _ in
      ["filing": file["filing"], "outcome": .string(outcome), "protocol": .string("Протокол, \(file.number)")]
    }
  }

  private func planAnnouncement(_ plan: inout OtherPlan) {
    plan.after(plan.days(2...9, late: 15...20), "trusted.published", .providerEmployee) { _, file, _ in
      ["address": "https://registers.example.kz/trusted", "subject": file["filing"]]
    }
    plan.after(1...3, "trusted.sentToProcurement", .providerEmployee) { _, file, _ in ["subject": file["filing"]] }
  }
}
