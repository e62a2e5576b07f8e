@testable import RegistryEvents
@testable import RegistryProjections

/// The acts of the accreditation of pools as they are ordinarily done, so that a test says only what matters to it.
enum PoolSample {
  static let pool = "020240000555"

  static func applicant(_ id: String = pool, kind: String = "legalEntity") -> CanonicalValue {
    ["id": .string(id), "kind": .string(kind), "name": .string("ТОО Пул \(id)")]
  }

  static let signatory: CanonicalValue = ["name": "Ахметов А. А.", "position": "Министр"]

  static func document(_ kind: String, validUntil: String? = nil) -> CanonicalValue {
    .members([
      "file": [
        "mediaType": "application/pdf", "name": "scan.pdf",
        "sha256": .string(Digest.sha256(of: Array(kind.utf8)).description), "size": 1000,
      ],
      "kind": .string(kind), "title": "Письмо № 1 от 10.01.2024", "validUntil": validUntil.map(CanonicalValue.string),
    ])
  }

  /// The documents of a full package.
  static let package = ["reserveLetter", "channelsContract", "supportLetter", "interfaceLetter", "integrationLetter"]

  static func accreditation(
    _ kinds: [String] = package, by applicant: CanonicalValue = applicant(), channel: String = "portal",
    changing changed: [String: CanonicalValue?] = [:]
  ) -> CanonicalValue {
    application(kinds.map { document($0) }, applicant, channel, changed)
  }

  static func reissue(
    _ certificate: String = "C-1", _ kinds: [String] = ["channelsContract"], by applicant: CanonicalValue = applicant(),
    changing changed: [String: CanonicalValue?] = [:]
  ) -> CanonicalValue {
    application(
      kinds.map { document($0) }, applicant, "portal",
      ["certificate": .string(certificate)].merging(changed) { _, new in new })
  }

  private static func application(
    _ documents: [CanonicalValue], _ applicant: CanonicalValue, _ channel: String,
    _ changed: [String: CanonicalValue?]
  ) -> CanonicalValue {
    var all: [String: CanonicalValue] = [
      "applicant": applicant, "channel": .string(channel), "consent": true, "documents": .array(documents),
      "filledOn": "2024-02-01", "location": "Караганда, ул. Ермекова, 1", "secretsConsent": true,
      "signature": channel == "portal" ? "electronic" : "hand", "signedBy": "Иванов И. И.",
      "truthStatedOn": "2024-02-01",
    ]
    for (name, value) in changed { all[name] = value }
    return .object(all)
  }

  private static func id(_ id: UUIDv7) -> CanonicalValue { .string(id.description) }

  static func registered(_ filing: UUIDv7) -> CanonicalValue { ["filing": id(filing), "incomingNumber": "ВХ-1"] }

  static func stateRecord(_ filing: UUIDv7) -> CanonicalValue {
    [
      "filing": id(filing), "record": "registration", "reference": "Справка № 7 от 01.02.2024", "system": "ГБД ЮЛ",
    ]
  }

  static func securityTest(_ filing: UUIDv7) -> CanonicalValue {
    ["filing": id(filing), "reference": "Акт № 3 от 15.01.2024", "system": "ИС испытаний"]
  }

  static func stage(_ filing: UUIDv7, _ stage: String = "registered") -> CanonicalValue {
    ["filing": id(filing), "reference": "М-1", "stage": .string(stage)]
  }

  static func intakeRefused(_ filing: UUIDv7) -> CanonicalValue {
    ["filing": id(filing), "reasons": [["kind": "incomplete", "text": "Нет договора"]]]
  }

  static func completenessRefused(_ filing: UUIDv7) -> CanonicalValue {
    [
      "filing": id(filing), "number": "О-1", "reasons": [["kind": "incomplete", "text": "Нет договора"]],
      "signatory": signatory,
    ]
  }

  static func reissueRefused(_ filing: UUIDv7) -> CanonicalValue {
    [
      "filing": id(filing), "number": "О-2", "reasons": [["kind": "nonConforming", "text": "Договор другого пула"]],
      "signatory": signatory,
    ]
  }

  static func hearingNotified(_ filing: UUIDv7) -> CanonicalValue {
    [
      "filing": id(filing), "grounds": [["ground": "nonConforming", "text": "Один канал связи"]],
      "hearing": ["at": "2024-05-15T05:00:00Z", "mode": "remote", "place": "Видеосвязь"], "number": "З-1",
      "signatory": signatory,
    ]
  }

  static func hearingHeld(_ filing: UUIDv7, notice: UUIDv7) -> CanonicalValue {
    ["attended": true, "filing": id(filing), "notice": id(notice)]
  }

  static func refused(_ filing: UUIDv7, ground: String = "nonConforming") -> CanonicalValue {
    [
      "filing": id(filing), "grounds": [["ground": .string(ground), "text": "Один канал связи"]], "number": "МО-1",
      "signatory": signatory,
    ]
  }

  static func issued(_ filing: UUIDv7, _ certificate: String = "C-1") -> CanonicalValue {
    [
      "certificate": .string(certificate), "filing": id(filing), "legalAddress": "Астана, пр. Мангилик Ел, 55",
      "signatory": signatory,
    ]
  }

  static func reissued(_ filing: UUIDv7) -> CanonicalValue {
    ["filing": id(filing), "legalAddress": "Алматы, пр. Абая, 1", "signatory": signatory]
  }

  static func corrected(_ certificate: String = "C-1") -> CanonicalValue {
    ["basis": "Решение суда № 5 от 01.06.2024", "entry": .string(certificate), "text": "Деятельность запрещена"]
  }

  static func complaint(addressee: String = "provider") -> CanonicalValue {
    [
      "addressee": .string(addressee), "applicant": applicant(), "channel": "portal", "demands": "Отменить отказ",
      "filledOn": "2024-05-02", "signature": "electronic", "signedBy": "Иванов И. И.", "text": "Не согласен",
    ]
  }
}

extension JournalBuilder.Signer {
  /// Who signs an act of pools by the order; the first of several.
  init(pools type: String) {
    let role = Order142.provisions.signatory(of: type, service: nil)?.roles.first?.id
    self = role.flatMap(Self.init) ?? .keyMaster
  }
}

extension JournalBuilder {
  /// Adds an act of pools, `registered` for `pools.registered`, signed by whom the order names.
  @discardableResult
  mutating func pools(
    _ act: String, _ what: CanonicalValue, _ at: String, case caseNumber: String? = "P-1", by signer: Signer? = nil
  ) throws -> UUIDv7 {
    let type = "pools.\(act)"
    return try add(type: type, what: what, at, case: caseNumber, by: signer ?? Signer(pools: type))
  }

  /// A filing that is filed and registered, for which the provider has what it takes from state systems.
  mutating func poolFiled(
    _ act: String = "accreditationFiled", _ what: CanonicalValue = PoolSample.accreditation(),
    _ at: String = "2024-05-02 10:00", case caseNumber: String? = "P-1"
  ) throws -> UUIDv7 {
    let filing = try pools(act, what, at, case: caseNumber)
    try pools("registered", PoolSample.registered(filing), at, case: caseNumber)
    try pools("stateRecordObtained", PoolSample.stateRecord(filing), at, case: caseNumber)
    try pools("securityTestObtained", PoolSample.securityTest(filing), at, case: caseNumber)
    return filing
  }

  /// A pool that is accredited on the day of its application.
  @discardableResult
  mutating func accredited(
    _ certificate: String = "C-1", _ what: CanonicalValue = PoolSample.accreditation(),
    _ at: String = "2024-02-29 10:00", case caseNumber: String? = "P-1"
  ) throws -> UUIDv7 {
    let filing = try poolFiled("accreditationFiled", what, at, case: caseNumber)
    return try pools("certificateIssued", PoolSample.issued(filing, certificate), at, case: caseNumber)
  }

  /// The register as at a time in Astana.
  func pools(asAt: String) throws -> EntryRegister {
    var registers = Registers()
    _ = try replay(asAt: asAt) { registers.apply($0, $1) }
    guard let register = registers.register("pools") else { throw Malformed(text: "pools") }
    return register
  }

  /// Why an act of pools would be refused after those of the journal; `nil` where it would pass.
  func poolRefusal(
    _ act: String, _ what: CanonicalValue, _ at: String, case caseNumber: String? = "P-1", by signer: Signer? = nil
  ) throws -> Refusal? {
    let type = "pools.\(act)"
    var (cases, registers) = (Cases(), Registers())
    let report = try replay {
      cases.apply($0, $1)
      registers.apply($0, $1)
    }
    let role = (signer ?? Signer(pools: type)).rawValue
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
