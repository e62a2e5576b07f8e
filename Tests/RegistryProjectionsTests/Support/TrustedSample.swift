@testable import RegistryEvents
@testable import RegistryProjections

/// The acts of the register of trusted software and products as they are ordinarily done, so that a test says only what matters
/// to it.
enum TrustedSample {
  static let company = "020240000555"
  static let person = "061211600012"

  static func applicant(_ id: String = company, kind: String = "legalEntity") -> CanonicalValue {
    ["id": .string(id), "kind": .string(kind), "name": .string("ТОО Разработчик \(id)")]
  }

  static let contacts: CanonicalValue = ["email": "office@example.kz", "phone": "+7 700 000 00 00"]
  static let signatory: CanonicalValue = ["name": "Ахметов А. А.", "position": "Вице-министр"]
  static let support: CanonicalValue = [["address": "Астана, пр. Мангилик Ел, 55", "contacts": contacts]]

  static func document(_ kind: String, validUntil: String? = nil) -> CanonicalValue {
    .members([
      "file": [
        "mediaType": "application/pdf", "name": "scan.pdf",
        "sha256": .string(Digest.sha256(of: Array(kind.utf8)).description), "size": 1000,
      ],
      "kind": .string(kind), "title": "Документ № 1 от 01.02.2025", "validUntil": validUntil.map(CanonicalValue.string),
    ])
  }

  /// The kinds of documents of a full package.
  static let ofSoftware = ["securityCertificate", "exclusiveRights", "localisationCalculation"]
  static let ofProducts = ["testProtocols", "useRights", "producersExtract", "characteristics"]

  private static func filing(
    _ applicant: CanonicalValue, _ documents: [CanonicalValue], _ members: [String: CanonicalValue],
    _ changed: [String: CanonicalValue?]
  ) -> CanonicalValue {
    var all: [String: CanonicalValue] = [
      "applicant": applicant, "channel": "portal", "consent": true, "contacts": contacts,
      "documents": .array(documents), "filledOn": "2025-11-20", "portal": "elicense", "signature": "electronic",
      "signedBy": "Иванов И. И.",
    ]
    all.merge(members) { _, new in new }
    for (name, value) in changed { all[name] = value }
    return .object(all)
  }

  static func software(
    _ documents: [CanonicalValue] = ofSoftware.map { document($0) }, by applicant: CanonicalValue = applicant(),
    _ changed: [String: CanonicalValue?] = [:]
  ) -> CanonicalValue {
    filing(
      applicant, documents,
      [
        "address": "Астана, пр. Мангилик Ел, 55", "categoryCodes": ["1.2.3"], "deliveries": ["goods"],
        "enstruCodes": ["620230.000.000000"], "head": "Иванов И. И.", "isIndependent": true, "kind": "software",
        "name": "Система учёта", "support": support,
      ], changed)
  }

  static func product(
    _ documents: [CanonicalValue] = ofProducts.map { document($0) }, _ changed: [String: CanonicalValue?] = [:]
  ) -> CanonicalValue {
    filing(
      applicant(), documents,
      [
        "address": "Алматы, пр. Абая, 1", "brandAndModel": "Терминал Т-1", "categoryCodes": ["4.5.6"],
        "embeddedSoftware": "Прошивка 1.0", "enstruCodes": ["262011.100.000001"], "head": "Иванов И. И.",
        "kind": "product", "name": "Терминал", "support": support,
      ], changed)
  }

  static func exclusion(_ entry: Int64 = 1) -> CanonicalValue {
    filing(
      applicant(), [], ["content": "Система учёта", "entry": .integer(entry), "reason": "Снято с продажи"], [:])
  }

  static func change(
    _ entry: Int64 = 1, _ changes: CanonicalValue = ["name": "Система учёта 2"], documents: [CanonicalValue] = []
  ) -> CanonicalValue {
    filing(
      applicant(), documents,
      [
        "changes": changes, "content": "Система учёта", "entry": .integer(entry), "newContent": "Система учёта 2",
        "reason": "Новая версия",
      ], [:])
  }

  private static func id(_ id: UUIDv7) -> CanonicalValue { .string(id.description) }

  static func registered(_ filing: UUIDv7) -> CanonicalValue { ["filing": id(filing), "incomingNumber": "ВХ-1"] }

  static func completenessRefused(_ filing: UUIDv7) -> CanonicalValue {
    [
      "filing": id(filing), "number": "О-1", "reasons": [["kind": "incomplete", "text": "Нет сертификата"]],
      "signatory": signatory,
    ]
  }

  static func ofFiling(_ filing: UUIDv7) -> CanonicalValue { ["filing": id(filing)] }

  static func recommended(_ filing: UUIDv7) -> CanonicalValue {
    ["filing": id(filing), "outcome": "favourable", "protocol": "№ 5 от 01.12.2025"]
  }

  static func hearingNotified(_ filing: UUIDv7) -> CanonicalValue {
    [
      "filing": id(filing), "hearing": ["at": "2025-12-01T05:00:00Z", "mode": "remote", "place": "Видеосвязь"],
      "matter": "Права на платформу", "number": "З-1", "signatory": signatory,
    ]
  }

  static func hearingHeld(_ filing: UUIDv7, notice: UUIDv7) -> CanonicalValue {
    ["attended": true, "filing": id(filing), "notice": id(notice)]
  }

  static func refused(_ filing: UUIDv7, ground: String = "nonConforming") -> CanonicalValue {
    [
      "filing": id(filing), "grounds": [["ground": .string(ground), "text": "Не соответствует"]], "number": "МО-1",
      "signatory": signatory,
    ]
  }

  static func included(_ filing: UUIDv7, _ entry: Int64 = 1) -> CanonicalValue {
    ["entry": .integer(entry), "filing": id(filing), "number": "УВ-1", "signatory": signatory]
  }

  static func excluded(_ filing: UUIDv7) -> CanonicalValue {
    ["filing": id(filing), "number": "УИ-1", "reason": "По заявлению", "signatory": signatory]
  }

  static func changed(_ filing: UUIDv7) -> CanonicalValue {
    ["filing": id(filing), "number": "УИЗ-1", "signatory": signatory]
  }

  static func removalRecommended(_ entry: Int64 = 1) -> CanonicalValue {
    ["entry": .integer(entry), "outcome": "favourable", "protocol": "№ 6 от 01.12.2025"]
  }

  static func removed(_ entry: Int64 = 1, ground: String = "documentExpired") -> CanonicalValue {
    [
      "entry": .integer(entry), "ground": .string(ground), "number": "УИ-2", "reason": "Срок сертификата истёк",
      "signatory": signatory,
    ]
  }

  static func published(_ subject: UUIDv7) -> CanonicalValue { ["address": "gov.kz", "subject": id(subject)] }

  static func sentToProcurement(_ subject: UUIDv7) -> CanonicalValue { ["subject": id(subject)] }

  static func complaint(_ addressee: String = "provider", against: UUIDv7? = nil) -> CanonicalValue {
    .members([
      "addressee": .string(addressee), "against": against.map(id), "applicant": applicant(), "channel": "portal",
      "demands": "Отменить отказ", "filledOn": "2025-12-01", "signature": "electronic", "signedBy": "Иванов И. И.",
      "text": "Не согласен",
    ])
  }
}

extension JournalBuilder.Signer {
  /// Who signs an act of the trusted register by the order; the first of several.
  init(trusted type: String) {
    let role = Order53.provisions(.of567).signatory(of: type, service: nil)?.roles.first?.id
    self = role.flatMap(Self.init) ?? .keyMaster
  }
}

extension JournalBuilder {
  /// Adds an act of the trusted register, `included` for `trusted.included`, signed by whom the order names.
  @discardableResult
  mutating func trusted(
    _ act: String, _ what: CanonicalValue, _ at: String, case caseNumber: String? = "T-1", by signer: Signer? = nil
  ) throws -> UUIDv7 {
    let type = "trusted.\(act)"
    return try add(type: type, what: what, at, case: caseNumber, by: signer ?? Signer(trusted: type))
  }

  /// A filing that is filed and registered, sent to the commission and recommended by it.
  mutating func prepared(
    _ act: String, _ what: CanonicalValue, _ at: String, case caseNumber: String? = "T-1"
  ) throws -> UUIDv7 {
    let filing = try trusted(act, what, at, case: caseNumber)
    try trusted("registered", TrustedSample.registered(filing), at, case: caseNumber)
    try trusted("sentToCommission", TrustedSample.ofFiling(filing), at, case: caseNumber)
    try trusted("commissionRecommended", TrustedSample.recommended(filing), at, case: caseNumber)
    return filing
  }

  /// An entry, by all that it takes; its publication is left out.
  @discardableResult
  mutating func entry(
    _ number: Int64 = 1, _ what: CanonicalValue = TrustedSample.software(), _ at: String = "2025-11-20 10:00",
    case caseNumber: String? = "T-1"
  ) throws -> UUIDv7 {
    let filing = try prepared("inclusionFiled", what, at, case: caseNumber)
    try trusted("included", TrustedSample.included(filing, number), at, case: caseNumber)
    return filing
  }

  /// A change of an entry, by all that it takes.
  @discardableResult
  mutating func change(
    _ number: Int64 = 1, _ changes: CanonicalValue = [:], documents: [CanonicalValue] = [], _ at: String,
    case caseNumber: String? = "T-2"
  ) throws -> UUIDv7 {
    let filed = TrustedSample.change(number, changes, documents: documents)
    let filing = try prepared("changeFiled", filed, at, case: caseNumber)
    try trusted("changed", TrustedSample.changed(filing), at, case: caseNumber)
    return filing
  }

  /// The register as at a time in Astana.
  func trustedRegister(asAt: String) throws -> EntryRegister {
    var registers = Registers()
    _ = try replay(asAt: asAt) { registers.apply($0, $1) }
    guard let register = registers.register("trusted") else { throw Malformed(text: "trusted") }
    return register
  }

  /// Why an act would be refused after those of the journal; `nil` where it would pass.
  func refusal(
    _ act: String, _ what: CanonicalValue, _ at: String, case caseNumber: String? = "T-1", by signer: Signer? = nil
  ) throws -> Refusal? {
    let type = "trusted.\(act)"
    var cases = Cases()
    var registers = Registers()
    let report = try replay {
      cases.apply($0, $1)
      registers.apply($0, $1)
    }
    let role = (signer ?? Signer(trusted: type)).rawValue
    let draft = ActDraft(
      type: type, version: 1, what: what, at: try instant(at), case: caseNumber,
      id: UUIDv7(milliseconds: try instant(at).secondsSinceEpoch * 1000, random: (99, 99)), journal: Self.origin)
    do {
      try CaseDecider().admit(
        draft, signers: [RegistryEvents.Signer(holder: KeyHolder(id: role, name: role), roles: [role])], cases: cases,
        registers: registers, time: report.time)
      return nil
    } catch {
      return error
    }
  }
}
