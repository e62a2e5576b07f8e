import RegistryEvents

/// Acts as they are ordinarily done, so that a test says only what matters to it.
enum Sample {
  /// The digest of a list that has no parts.
  static let noParts = Digest.sha256(of: [])

  static let contacts = Contacts(
    email: .committed(String(repeating: "A", count: 43)), phone: .shown("+7 700 000 00 00"))

  static let signatory = RegistryEvents.Signatory(name: "Ахметов А. А.", position: "Директор департамента")

  static func applicant(_ id: String = "020240000555") -> Applicant {
    Applicant(id: .shown(id), kind: .legalEntity, name: "ТОО Майнер \(id)")
  }

  static func document(_ kind: DocumentKind, validUntil: LocalDate? = nil) -> SubmittedDocument {
    SubmittedDocument(
      file: Attachment(
        mediaType: "application/pdf", name: "scan.pdf", sha256: Digest.sha256(of: Array(kind.rawValue.utf8)), size: 1000
      ),
      kind: kind, title: "Договор № 1 от 01.02.2023", validUntil: validUntil)
  }

  static func unit(_ serial: String) -> Unit {
    Unit(
      condition: .working, customsDeclaration: "55302/010223/0000001", hashrateTHs: Decimal("110") ?? .zero,
      model: "Antminer S19 Pro", powerKW: Decimal("3.25") ?? .zero, serialNumber: serial)
  }

  static func inclusion(
    _ serials: [String] = ["SN1"], holder: String = "020240000555", channel: Channel = .portal, consent: Bool = true,
    quantity: Int64? = nil, parts: Int64 = 0, documents: [SubmittedDocument]? = nil
  ) -> InclusionFiled {
    InclusionFiled(
      applicant: applicant(holder), channel: channel, consent: consent, contacts: contacts,
      dataCentreAddress: "Экибастуз, ул. Сатпаева, 1", documents: documents ?? [document(.possession)],
      filledOn: LocalDate(daysSinceEpoch: 19_000), legalAddress: "Астана, пр. Мангилик Ел, 55",
      model: "Antminer S19 Pro", parts: parts,
      possession: Possession(document: "Договор № 1 от 01.02.2023", ground: .ownership),
      quantity: quantity ?? Int64(serials.count), signature: channel == .portal ? .electronic : .hand,
      signedBy: "Иванов И. И.", tnvedCode: "8471500000", units: serials.map(unit))
  }

  static func exclusion(
    _ entries: [ClosedRange<Int64>] = [1...1], channel: Channel = .portal, parts: Int64 = 0,
    documents: [SubmittedDocument]? = nil
  ) -> ExclusionFiled {
    ExclusionFiled(
      applicant: applicant(), channel: channel, consent: true, contacts: contacts, content: "Antminer S19 Pro",
      documents: documents ?? [document(.exclusionGround)], entries: entries.map { range($0) },
      filledOn: LocalDate(daysSinceEpoch: 19_000), ground: .sale, parts: parts,
      signature: channel == .portal ? .electronic : .hand, signedBy: "Иванов И. И.")
  }

  static func change(
    _ entries: [ClosedRange<Int64>] = [1...1], _ changes: EntryChanges = EntryChanges(legalAddress: "Алматы"),
    on changedOn: String? = nil, channel: Channel = .portal
  ) -> ChangeNotified {
    ChangeNotified(
      applicant: applicant(), changedOn: changedOn.flatMap { LocalDate($0) }, changes: changes, channel: channel,
      contacts: contacts, content: "Новый адрес", entries: entries.map { range($0) },
      filledOn: LocalDate(daysSinceEpoch: 19_000), parts: 0, reason: "Переезд",
      signature: channel == .portal ? .electronic : .hand, signedBy: "Иванов И. И.")
  }

  static func range(_ range: ClosedRange<Int64>) -> EntryRange {
    EntryRange(first: range.lowerBound, last: range.upperBound)
  }

  static func registered(_ filing: UUIDv7) -> Registered { Registered(filing: filing, incomingNumber: "ВХ-1") }

  static let deficiency = Deficiency(kind: .incomplete, text: "Нет копии договора")

  static func intakeRefused(_ filing: UUIDv7) -> IntakeRefused { IntakeRefused(filing: filing, reasons: [deficiency]) }

  static func completenessRefused(_ filing: UUIDv7) -> CompletenessRefused {
    CompletenessRefused(filing: filing, number: "О-1", reasons: [deficiency], signatory: signatory)
  }

  static let ground = GroundStated(ground: .unreliable, text: "Договор не подтверждён")

  static func hearingNotified(_ filing: UUIDv7) -> HearingNotified {
    HearingNotified(
      filing: filing, grounds: [ground],
      hearing: Hearing(at: .earliest, mode: .remote, place: "Видеосвязь"), number: "З-1", signatory: signatory)
  }

  static func hearingHeld(_ filing: UUIDv7, notice: UUIDv7) -> HearingHeld {
    HearingHeld(attended: true, filing: filing, notice: notice, position: "Возражает")
  }

  static func refused(_ filing: UUIDv7, hearing: UUIDv7? = nil, parts: Digest = noParts) -> Refused {
    Refused(
      filing: filing, grounds: [ground], hearing: hearing, number: "МО-1", partsDigest: parts, signatory: signatory)
  }

  static func included(_ filing: UUIDv7, _ entries: ClosedRange<Int64> = 1...1, parts: Digest = noParts) -> Included {
    Included(
      entries: range(entries), filing: filing, number: "УВ-1", partsDigest: parts, signatory: signatory)
  }

  static func excluded(_ filing: UUIDv7, parts: Digest = noParts) -> Excluded {
    Excluded(filing: filing, number: "УИ-1", partsDigest: parts, signatory: signatory)
  }

  static func changeEntered(_ filing: UUIDv7, parts: Digest = noParts) -> ChangeEntered {
    ChangeEntered(filing: filing, partsDigest: parts)
  }

  static func complaint(_ addressee: ComplaintAddressee = .provider, against: UUIDv7? = nil) -> ComplaintFiled {
    ComplaintFiled(
      addressee: addressee, against: against, applicant: applicant(), channel: .portal, demands: "Отменить отказ",
      filledOn: LocalDate(daysSinceEpoch: 19_000), signature: .electronic, signedBy: "Иванов И. И.", text: "Не согласен"
    )
  }

  static func complaintForwarded(_ complaint: UUIDv7) -> ComplaintForwarded {
    ComplaintForwarded(complaint: complaint, to: .higherBody)
  }

  static func complaintSatisfied(_ complaint: UUIDv7) -> ComplaintSatisfied {
    ComplaintSatisfied(complaint: complaint, text: "Отказ отменён")
  }

  static func complaintDecided(_ complaint: UUIDv7, by body: ComplaintAddressee = .provider) -> ComplaintDecided {
    ComplaintDecided(body: body, complaint: complaint, number: "Ж-1", outcome: .dismissed, text: "Оснований нет")
  }

  static func calendar(off: [String] = [], working: [String] = []) -> CalendarDeclared {
    CalendarDeclared(
      daysOff: off.compactMap { LocalDate($0) }, source: "Приказ", workingDays: working.compactMap { LocalDate($0) })
  }

  static let amended = RulesAmended(
    inForceFrom: LocalDate(daysSinceEpoch: 20_000), order: "1-НҚ", source: "adilet.zan.kz")

  static func informed(_ amendment: UUIDv7, _ body: InformedBody) -> OperatorInformed {
    OperatorInformed(amendment: amendment, to: body)
  }
}
