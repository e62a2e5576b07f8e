import RegistryEvents

extension Tour {
  /// The five machines of the company, entries 1 to 5.
  struct Complexes {
    let lot: HardwareLot
    let serials: [String]
  }

  /// Lines 4 to 10, case APK-2024-000001: filed in two parts in the hour that occurs twice, decided too late, complained
  /// about, and put right.
  mutating func fiveMachines() throws -> Complexes {
    let number = "APK-2024-000001"
    let (company, chancery, authorised) = (people.company, people.chanceryWorker, people.authorisedPerson)
    let lot = HardwareLot(
      model: Tour.s19, firstUnit: 1701, count: 5, customsDeclaration: "55302/120124/0004512")
    let title = "Договор купли-продажи № 14 от 12.01.2024"
    let evening = Tour.moment("2024-02-29", 23, 20)
    let filed = try record(
      InclusionFiled(
        applicant: company.applicant, channel: .portal, consent: true, contacts: company.contacts,
        dataCentreAddress: company.dataCentreAddress, documents: [Tour.document(.possession, title)],
        filledOn: Tour.date("2024-02-29"), legalAddress: company.legalAddress, model: lot.device.name, parts: 2,
        possession: Possession(document: title, ground: .ownership), quantity: 5, signature: .electronic,
        signedBy: company.signedBy, tnvedCode: "8543708000", units: []),
      evening, case: number, by: company.key)
    let first = try record(
      UnitsListed(filing: filed.id, number: 1, units: lot.units(0..<3)), evening.adding(seconds: 30), case: number,
      by: company.key)
    let second = try record(
      UnitsListed(filing: filed.id, number: 2, units: lot.units(3..<5)), evening.adding(seconds: 60), case: number,
      by: company.key)
    try record(
      Registered(filing: filed.id, incomingNumber: "IN-2024/000001"), Tour.moment("2024-03-01", 9, 15), case: number,
      by: chancery.key)
    let complaint = try record(
      ComplaintFiled(
        addressee: .provider, applicant: company.applicant, channel: .portal,
        demands: "Рассмотреть заявление и включить АПК в реестр", filledOn: Tour.date("2024-03-12"),
        signature: .electronic, signedBy: company.signedBy,
        text: "Срок истек 11 марта, результат по делу \(number) не выдан."),
      Tour.moment("2024-03-12", 10, 5), case: number, by: company.key)
    let included = try record(
      Included(
        entries: EntryRange(first: 1, last: 5), filing: filed.id, number: "INC-2024/000001",
        partsDigest: recorder.partsDigest([first.line.leaf, second.line.leaf]), signatory: authorised.signatory),
      Tour.moment("2024-03-13", 16, 40), case: number, by: authorised.key, sees: true)
    try record(
      ComplaintSatisfied(
        act: included.id, complaint: complaint.id, text: "Заявление рассмотрено, АПК включены в реестр"),
      Tour.moment("2024-03-14", 10, 0), case: number, by: people.head.key, sees: true)
    return Complexes(lot: lot, serials: (0..<5).map { lot.serialNumber($0) })
  }

  /// Lines 25 to 28, case APK-2024-000005: an employee is mandated; two machines have moved, notified too late, entered on a
  /// Saturday that is a working day.
  mutating func moved(_ complexes: Complexes) throws {
    let number = "APK-2024-000005"
    let company = people.company
    try record(
      KeyMandated(
        kid: people.employee.key.publicKey.thumbprint,
        roles: [OfficeRole.authorisedPerson.rawValue, OfficeRole.providerEmployee.rawValue]),
      Tour.moment("2024-05-02", 9, 30), by: people.secondKeyMaster.key)
    let site = "КАТО 350000000, Карагандинская обл., г. Караганда, промышленная зона, участок 3, ЦОД № 4"
    var changes = EntryChanges()
    changes.dataCentreAddress = site
    changes.powerKW = Decimal("3.1")
    let notified = try record(
      ChangeNotified(
        applicant: company.applicant, changedOn: Tour.date("2024-04-15"), changes: changes, channel: .portal,
        contacts: company.contacts,
        content: "Записи № 4–5, \(complexes.lot.device.name): местонахождение ЦОД: \(site); мощность 3.1 кВт",
        entries: [EntryRange(first: 4, last: 5)], filledOn: Tour.date("2024-05-03"), parts: 0,
        reason: "Перемещение АПК в другой центр обработки данных, смена режима", signature: .electronic,
        signedBy: company.signedBy),
      Tour.moment("2024-05-03", 15, 0), case: number, by: company.key)
    try record(
      Registered(filing: notified.id, incomingNumber: "IN-2024/000004"), Tour.moment("2024-05-03", 15, 45),
      case: number, by: people.chanceryWorker.key)
    try record(
      ChangeEntered(filing: notified.id, partsDigest: recorder.partsDigest([])), Tour.moment("2024-05-04", 11, 10),
      case: number, by: people.employee.key, sees: true)
  }

  /// Lines 32 to 35, case APK-2024-000006: machines are sold and leave the register.
  mutating func sold(_ complexes: Complexes) throws {
    let number = "APK-2024-000006"
    let company = people.company
    let title = "Договор купли-продажи № 3 от 10.06.2024"
    let filed = try record(
      ExclusionFiled(
        applicant: company.applicant, channel: .portal, consent: true, contacts: company.contacts,
        content: "Записи № 1, 3: \(complexes.serials[0]), \(complexes.serials[2])",
        documents: [Tour.document(.exclusionGround, title)], entries: [], filledOn: Tour.date("2024-06-13"),
        ground: .sale,
        parts: 1, signature: .electronic, signedBy: company.signedBy),
      Tour.moment("2024-06-13", 17, 10), case: number, by: company.key)
    let part = try record(
      EntriesListed(
        entries: [EntryRange(first: 1, last: 1), EntryRange(first: 3, last: 3)], filing: filed.id, number: 1),
      Tour.moment("2024-06-13", 17, 11), case: number, by: company.key)
    try record(
      Registered(filing: filed.id, incomingNumber: "IN-2024/000005"), Tour.moment("2024-06-13", 17, 40), case: number,
      by: people.chanceryWorkerAgain.key)
    try record(
      Excluded(
        filing: filed.id, number: "EXC-2024/000001", partsDigest: recorder.partsDigest([part.line.leaf]),
        signatory: people.head.signatory),
      Tour.moment("2024-06-17", 12, 0), case: number, by: people.head.key, sees: true)
  }
}
