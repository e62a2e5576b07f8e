import RegistryEvents

/// Licences and what they rest on, as they are ordinarily filed and issued, so that a test says only what matters to it.
enum LicenceSample {
  static let miner = "020240000555"
  static let hosted = "970240000816"

  static func applicant(_ id: String) -> CanonicalValue {
    ["id": .string(id), "kind": "legalEntity", "name": .string("ТОО Майнер \(id)")]
  }

  static let signatory: CanonicalValue = ["name": "Ахметов А. А.", "position": "Директор департамента"]

  static func document(_ kind: String, validUntil: String? = nil) -> CanonicalValue {
    .members([
      "file": [
        "mediaType": "application/pdf", "name": "scan.pdf",
        "sha256": .string(Digest.sha256(of: Array(kind.utf8)).description), "size": 1000,
      ],
      "kind": .string(kind), "title": "Құжат № 1", "validUntil": validUntil.map(CanonicalValue.string),
    ])
  }

  /// The documents of a full package for subtype I.
  static let package = ["dataCentre", "nonResidential", "poolContract", "metering", "technicalConditions"]

  static func application(
    _ holder: String = miner, documents: [CanonicalValue] = package.map { document($0) }, asksFor: String = "licence",
    electricity: String = "singlePurchaser", consent: Bool = true
  ) -> CanonicalValue {
    [
      "address": "Астана, Мәңгілік Ел, 55", "applicant": applicant(holder), "asksFor": .string(asksFor),
      "channel": "portal", "consent": .bool(consent),
      "contacts": ["email": "office@example.kz", "phone": "+7 700 000 00 00"],
      "dataCentreAddress": "Екібастұз, Сәтбаев, 1", "documents": .array(documents), "documentsTrue": true,
      "electricity": .string(electricity), "filledOn": "2024-05-02", "noCourtBan": true, "officialContacts": true,
      "sheets": 12, "signature": "electronic", "signedBy": "Иванов И. И.",
    ]
  }

  /// Technical conditions of a substation of 35 kV with 1 MW.
  static let technicalConditions: CanonicalValue = [
    "issuer": "transmission", "permittedMW": "1", "substationKV": "35",
  ]

  static func subtypeOne(
    _ filing: UUIDv7, _ number: String = "L-1", hasHardware: Bool = false, pool: String? = nil,
    technicalConditions: CanonicalValue? = technicalConditions, validUntil: String? = nil
  ) -> CanonicalValue {
    .members([
      "activity": "Цифрлық майнинг", "filing": .string(filing.description), "firstIssuedOn": "2024-05-02",
      "hasHardware": .bool(hasHardware), "licence": .string(number), "place": "Астана",
      "pool": pool.map(CanonicalValue.string), "provider": "Министрлік", "signatory": signatory, "subtype": "I",
      "technicalConditions": technicalConditions, "validUntil": validUntil.map(CanonicalValue.string),
    ])
  }

  static func subtypeTwo(
    _ number: String = "L-2", holder: String = hosted, host: String = "L-1", pool: String? = nil,
    documents: [String] = ["cooperationLetter", "poolContract"]
  ) -> CanonicalValue {
    .members([
      "activity": "Цифрлық майнинг", "address": "Алматы, Абай, 1", "applicant": applicant(holder),
      "documents": .array(documents.map { document($0) }), "firstIssuedOn": "2024-05-02", "host": .string(host),
      "licence": .string(number), "place": "Астана", "pool": pool.map(CanonicalValue.string),
      "provider": "Министрлік", "signatory": signatory, "subtype": "II",
    ])
  }

  static func annexOne(_ licence: String = "L-1", filing: UUIDv7? = nil) -> CanonicalValue {
    .members([
      "dataCentreAddress": "Қарағанды, Бұқар жырау, 7", "electricity": "offGridProducer",
      "filing": (filing?.description).map(CanonicalValue.string), "licence": .string(licence), "number": "1",
      "provider": "Министрлік", "signatory": signatory, "subtype": "I",
    ])
  }

  static func annexTwo(_ licence: String = "L-2") -> CanonicalValue {
    [
      "licence": .string(licence), "number": "1", "provider": "Министрлік", "signatory": signatory, "subtype": "II",
    ]
  }

  static func poolSwitched(_ licence: String, subtype: String, on day: String, to pool: String = "P-2")
    -> CanonicalValue
  {
    [
      "from": "P-1", "licence": .string(licence), "pool": .string(pool), "signedBy": "Иванов И. И.",
      "subtype": .string(subtype), "switchedOn": .string(day),
    ]
  }

  static func refused(_ filing: UUIDv7, ground: String = "unreliable") -> CanonicalValue {
    [
      "filing": .string(filing.description), "grounds": [["ground": .string(ground), "text": "Құжат расталмады"]],
      "number": "R-1", "signatory": signatory,
    ]
  }
}

extension JournalBuilder {
  /// A licence of subtype I on an application that was filed and taken in the day before.
  @discardableResult
  mutating func licence(
    _ number: String = "L-1", on day: String = "2024-05-03", application: CanonicalValue = LicenceSample.application(),
    hasHardware: Bool = false, pool: String? = nil,
    technicalConditions: CanonicalValue? = LicenceSample.technicalConditions, validUntil: String? = nil
  ) throws -> UUIDv7 {
    let filing = try apply(for: application, on: day, case: "L-\(number)")
    try add(
      type: "licences.subtypeOneIssued",
      what: LicenceSample.subtypeOne(
        filing, number, hasHardware: hasHardware, pool: pool, technicalConditions: technicalConditions,
        validUntil: validUntil), "\(day) 12:00", case: "L-\(number)")
    return filing
  }

  /// An application that is filed and taken in on a morning.
  @discardableResult
  mutating func apply(
    for application: CanonicalValue = LicenceSample.application(), on day: String = "2024-05-03",
    case number: String = "L-1"
  ) throws -> UUIDv7 {
    let filing = try add(
      type: "licences.applicationFiled", what: application, "\(day) 10:00", case: number, by: .applicant)
    try add(
      type: "licences.registered", what: ["filing": .string(filing.description), "incomingNumber": "ВХ-1"],
      "\(day) 10:10", case: number, by: .chanceryWorker)
    return filing
  }

  /// A pool with a certificate, valid for one year from a day.
  mutating func pool(_ certificate: String, on day: String) throws {
    let filing = try add(
      type: "pools.accreditationFiled",
      what: [
        "applicant": LicenceSample.applicant("940140000385"), "channel": "portal", "consent": true, "documents": [],
        "filledOn": .string(day), "location": "Павлодар", "secretsConsent": true, "signature": "electronic",
        "signedBy": "Ким В. В.", "truthStatedOn": .string(day),
      ], "\(day) 09:30", case: "P-\(certificate)", by: .applicant)
    try add(
      type: "pools.registered", what: ["filing": .string(filing.description), "incomingNumber": "ВХ-2"],
      "\(day) 09:40", case: "P-\(certificate)", by: .chanceryWorker)
    try add(
      type: "pools.certificateIssued",
      what: [
        "certificate": .string(certificate), "filing": .string(filing.description), "legalAddress": "Павлодар",
        "signatory": LicenceSample.signatory,
      ], "\(day) 09:50", case: "P-\(certificate)")
  }

  /// Hardware of a holder in the register, on ownership or another lawful ground.
  mutating func hardware(of holder: String, on day: String, owned: Bool = true, entry: Int64 = 1) throws {
    var application = Sample.inclusion(["SN\(entry)"], holder: holder)
    application.possession.ground = owned ? .ownership : .otherLegalGround
    let filing = try add(application, "\(day) 09:00", case: "A-\(entry)")
    try add(Sample.registered(filing), "\(day) 09:10", case: "A-\(entry)")
    try add(Sample.included(filing, entry...entry), "\(day) 09:20", case: "A-\(entry)")
  }
}
