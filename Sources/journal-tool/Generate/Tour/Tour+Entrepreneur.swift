import RegistryEvents

extension Tour {
  /// The index of the Antminer S19 Pro.
  static let s19 = 3
  /// The index of the Whatsminer M30S+.
  static let m30 = 18

  /// A document with a file.
  static func document(_ kind: DocumentKind, _ title: String, validUntil: LocalDate? = nil) -> SubmittedDocument {
    let file = Attachment(
      mediaType: "application/pdf", name: "document.pdf", sha256: Digest.sha256(of: Array(title.utf8)), size: 184_320)
    return SubmittedDocument(file: file, kind: kind, title: title, validUntil: validUntil)
  }

  /// An application of the entrepreneur.
  private func application(
    _ units: [Unit], on day: String, _ channel: Channel, documents: [SubmittedDocument], possession: Possession
  ) -> InclusionFiled {
    let miner = people.entrepreneur
    return InclusionFiled(
      applicant: miner.applicant, channel: channel, consent: true, contacts: miner.contacts,
      dataCentreAddress: miner.dataCentreAddress, documents: documents, filledOn: Tour.date(day),
      legalAddress: miner.legalAddress, model: DeviceModel.at(Tour.m30).name, parts: 0, possession: possession,
      quantity: Int64(units.count), signature: channel == .portal ? .electronic : .hand, signedBy: miner.signedBy,
      tnvedCode: "8543708000", units: units)
  }

  private var lot: HardwareLot {
    HardwareLot(model: Tour.m30, firstUnit: 2101, count: 2, customsDeclaration: "55301/050923/0017730")
  }

  private var lease: Possession {
    Possession(
      document: "Договор аренды № 8 от 20.09.2023", ground: .otherLegalGround,
      ownerContacts: Contacts(phone: .shown("+7 705 000 55 66")), ownerName: "ТОО «Нұра Сервер»")
  }

  /// Lines 11 to 13, case APK-2024-000002: the chancery takes in paper without the document and refuses to accept it; then
  /// the entrepreneur has a key enrolled.
  mutating func onPaper() throws {
    let number = "APK-2024-000002"
    let filed = try record(
      application(lot.units(0..<2), on: "2024-03-18", .chancery, documents: [], possession: lease),
      Tour.moment("2024-03-18", 11, 0), case: number, by: people.chanceryWorker.key, wait: 240)
    try record(
      IntakeRefused(
        filing: filed.id,
        reasons: [Papers.missing("подтверждающего наличие АПК на праве собственности или ином законном основании")]),
      Tour.moment("2024-03-18", 11, 20), case: number, by: people.chanceryWorker.key)
    try record(
      people.entrepreneur.enrolment, Tour.moment("2024-03-19", 10, 30), by: people.firstKeyMaster.key,
      people.entrepreneur.key)
  }

  /// Lines 14 to 16, case APK-2024-000003: filed after hours with a lease that has run out; refused further consideration.
  mutating func expiredLease() throws {
    let number = "APK-2024-000003"
    let ended = Tour.date("2024-03-20")
    let filed = try record(
      application(
        lot.units(0..<2), on: "2024-03-26", .portal,
        documents: [Tour.document(.possession, lease.document, validUntil: ended)], possession: lease),
      Tour.moment("2024-03-26", 19, 40), case: number, by: people.entrepreneur.key)
    try record(
      Registered(filing: filed.id, incomingNumber: "IN-2024/000002"), Tour.moment("2024-03-27", 9, 10), case: number,
      by: people.chanceryWorker.key)
    try record(
      CompletenessRefused(
        filing: filed.id, number: "RET-2024/000001", reasons: [Papers.expired(lease.document, ended)],
        signatory: people.employee.signatory),
      Tour.moment("2024-03-29", 15, 30), case: number, by: people.employee.key)
  }

  /// Lines 17 to 24, case APK-2024-000004: a serial number that entry 2 has already; hearing, refusal, complaint, dismissal.
  mutating func repeatedSerial(of complexes: Complexes) throws {
    let number = "APK-2024-000004"
    let (authorised, miner) = (people.authorisedPerson, people.entrepreneur)
    let title = "Договор купли-продажи № 40 от 29.03.2024"
    var units = lot.units(0..<2)
    units[1].serialNumber = complexes.serials[1]
    let filed = try record(
      application(
        units, on: "2024-04-02", .portal, documents: [Tour.document(.possession, title)],
        possession: Possession(document: title, ground: .ownership)),
      Tour.moment("2024-04-02", 10, 10), case: number, by: miner.key)
    try record(
      Registered(filing: filed.id, incomingNumber: "IN-2024/000003"), Tour.moment("2024-04-02", 10, 40), case: number,
      by: people.chanceryWorker.key)
    let ground = GroundStated(
      ground: .unreliable, text: "Серийный номер \(complexes.serials[1]) уже значится в реестре, запись № 2")
    let notice = try record(
      HearingNotified(
        filing: filed.id, grounds: [ground],
        hearing: Hearing(at: Tour.moment("2024-04-08", 15, 0), mode: .remote, place: "Видеосвязь, ссылка направлена"),
        number: "HRG-2024/000001", signatory: authorised.signatory),
      Tour.moment("2024-04-04", 12, 0), case: number, by: authorised.key, sees: true)
    let hearing = try record(
      HearingHeld(
        attended: true, filing: filed.id, notice: notice.id,
        position: "Заявитель утверждает, что АПК куплен на вторичном рынке, акта передачи не имеет"),
      Tour.moment("2024-04-08", 15, 40), case: number, by: people.employee.key)
    let refused = try record(
      Refused(
        filing: filed.id, grounds: [ground], hearing: hearing.id, number: "REF-2024/000001",
        partsDigest: recorder.partsDigest([]), signatory: authorised.signatory),
      Tour.moment("2024-04-09", 10, 0), case: number, by: authorised.key, sees: true)
    try complaint(against: refused.id, number)
  }

  private mutating func complaint(against refused: UUIDv7, _ number: String) throws {
    let miner = people.entrepreneur
    let complaint = try record(
      ComplaintFiled(
        addressee: .higherBody, against: refused, applicant: miner.applicant, channel: .portal,
        demands: "Отменить отказ и рассмотреть заявление повторно", filledOn: Tour.date("2024-04-15"),
        signature: .electronic, signedBy: miner.signedBy,
        text: "С отказом по делу \(number) не согласна: АПК куплен и находится у меня."),
      Tour.moment("2024-04-15", 20, 15), case: number, by: miner.key)
    try record(
      ComplaintForwarded(complaint: complaint.id, to: .higherBody), Tour.moment("2024-04-17", 16, 0), case: number,
      by: people.employee.key)
    // Decided on a Friday, recorded on the Monday after.
    try record(
      ComplaintDecided(
        body: .higherBody, complaint: complaint.id, number: "CMP-2024/000001", outcome: .dismissed,
        text: "АПК с этим серийным номером числится за другим лицом; отказ обоснован"),
      Tour.moment("2024-04-26", 17, 0), case: number, by: people.complaintsBody.key, wait: 234_000)
  }
}
