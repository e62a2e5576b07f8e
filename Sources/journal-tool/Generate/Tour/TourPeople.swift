import RegistryEvents

/// Who takes part in the tour: officials, a company and an entrepreneur, with their keys.
struct TourPeople {
  /// An official with his key.
  struct Official {
    let id: String
    let name: String
    let role: OfficeRole
    let key: PrivateKey

    var signatory: Signatory { Signatory(name: name, position: role.position) }

    var enrolment: KeyEnrolled {
      KeyEnrolled(holder: KeyHolder(id: id, name: name), jwk: key.publicKey.jwk, roles: [role.rawValue])
    }
  }

  /// An applicant with its key.
  struct Miner {
    let applicant: Applicant
    let holder: KeyHolder
    let contacts: Contacts
    let legalAddress: String
    let dataCentreAddress: String
    let signedBy: String
    let key: PrivateKey

    var enrolment: KeyEnrolled {
      KeyEnrolled(holder: holder, jwk: key.publicKey.jwk, roles: [OfficeRole.applicant.rawValue])
    }
  }

  let firstKeyMaster: Official
  let secondKeyMaster: Official
  let chanceryWorker: Official
  /// The same person with the key that replaces the lost one.
  let chanceryWorkerAgain: Official
  let employee: Official
  let authorisedPerson: Official
  let head: Official
  /// Signs with RS256.
  let complaintsBody: Official
  let company: Miner
  let entrepreneur: Miner

  /// The keys of line 0.
  var first: [Official] {
    [firstKeyMaster, secondKeyMaster, chanceryWorker, employee, authorisedPerson, head, complaintsBody]
  }

  init(keys: TestKeys) throws {
    func official(_ id: String, _ name: String, _ role: OfficeRole, _ number: Int = 1) throws -> Official {
      Official(id: id, name: name, role: role, key: try keys.ed25519(id, number))
    }
    firstKeyMaster = try official("keyMaster-1", "Оспанов Марат Болатұлы", .keyMaster)
    secondKeyMaster = try official("keyMaster-2", "Ким Зарина Тимуровна", .keyMaster)
    chanceryWorker = try official("chancery-1", "Абишева Гүлнәр Асқарқызы", .chanceryWorker)
    chanceryWorkerAgain = try official("chancery-1", "Абишева Гүлнәр Асқарқызы", .chanceryWorker, 2)
    employee = try official("employee-1", "Сериков Дархан Нурланович", .providerEmployee)
    authorisedPerson = try official("authorised-1", "Касымова Динара Маратқызы", .authorisedPerson)
    head = try official("head-1", "Турсунов Бауыржан Қанатұлы", .headOfUnit)
    complaintsBody = Official(
      id: "complaints-1", name: "Есенова Сауле Талғатқызы", role: .complaintsBody, key: try keys.rsa())
    let bin = IdentityNumber.bin(year: 2019, month: 4, kind: 4, number: 120)
    company = Miner(
      applicant: Applicant(id: .shown(bin), kind: .legalEntity, name: "ТОО «Көкжиек Хэш»"),
      holder: KeyHolder(id: bin, name: "ТОО «Көкжиек Хэш»"),
      contacts: Contacts(email: .shown("office@kokzhiek.example.kz"), phone: .shown("+7 701 000 11 22")),
      legalAddress: "КАТО 550000000, Павлодарская обл., г. Экибастуз, ул. Абая, 12",
      dataCentreAddress: "КАТО 550000000, Павлодарская обл., г. Экибастуз, промышленная зона, участок 7, ЦОД № 1",
      signedBy: "Ержанов Талғат Серікұлы", key: try keys.ed25519("applicant \(bin)"))
    let iin = IdentityNumber.iin(year: 1987, month: 9, day: 14, woman: true, number: 310)
    entrepreneur = Miner(
      applicant: Applicant(id: .shown(iin), kind: .individualEntrepreneur, name: "ИП «Төлегенова А.С.»"),
      holder: KeyHolder(id: iin, name: "ИП «Төлегенова А.С.»"),
      contacts: Contacts(email: .shown("tolegenova@example.kz"), phone: .shown("+7 777 000 33 44")),
      legalAddress: "КАТО 350000000, Карагандинская обл., г. Темиртау, ул. Естая, 5",
      dataCentreAddress: "КАТО 350000000, Карагандинская обл., г. Темиртау, промышленная зона, участок 31, ЦОД № 2",
      signedBy: "Төлегенова Айжан Сериковна", key: try keys.ed25519("applicant \(iin)"))
  }
}
