import RegistryEvents

/// Who takes part in the journal of the registers: the office, and applicants of all four registers, with their keys.
struct RegistersPeople {
  /// An applicant with its key.
  struct Firm {
    let id: String
    let name: String
    let kind: ApplicantKind
    let address: String
    let site: String
    let signedBy: String
    let key: PrivateKey

    /// As filings name the applicant.
    var applicant: CanonicalValue { ["id": .string(id), "kind": .string(kind.rawValue), "name": .string(name)] }

    var contacts: CanonicalValue {
      ["email": .string("office@\(mailName).example.kz"), "phone": .string("+7 701 000 \(digits.prefix(2)) \(digits)")]
    }

    var enrolment: KeyEnrolled {
      KeyEnrolled(
        holder: KeyHolder(id: id, name: name), jwk: key.publicKey.jwk, roles: [OfficeRole.applicant.rawValue])
    }

    private var mailName: String { "firm\(id.suffix(4))" }
    private var digits: String { String(id.suffix(2)) }
  }

  let firstKeyMaster: TourPeople.Official
  let secondKeyMaster: TourPeople.Official
  let chancery: TourPeople.Official
  let employee: TourPeople.Official
  let authorised: TourPeople.Official
  let headOfUnit: TourPeople.Official
  let minister: TourPeople.Official
  let deputy: TourPeople.Official
  /// Signs with RS256.
  let complaintsBody: TourPeople.Official

  /// Two pools.
  let tumar: Firm
  let dala: Firm
  /// A miner with a data centre, one whose data centre falls short, and two who have none.
  let kokzhiek: Firm
  let saryarka: Firm
  let ertis: Firm
  let samal: Firm
  /// A maker of software and one of electronics.
  let altyn: Firm
  let orda: Firm

  /// The keys of line 0.
  var first: [TourPeople.Official] {
    [firstKeyMaster, secondKeyMaster, chancery, employee, authorised, headOfUnit, minister, deputy, complaintsBody]
  }

  /// In the order in which they come.
  var firms: [Firm] { [tumar, dala, kokzhiek, saryarka, ertis, samal, altyn, orda] }

  init(keys: TestKeys) throws {
    func official(_ id: String, _ name: String, _ role: OfficeRole) throws -> TourPeople.Official {
      TourPeople.Official(id: id, name: name, role: role, key: try keys.ed25519(id))
    }
    firstKeyMaster = try official("keyMaster-1", "Оспанов Марат Болатұлы", .keyMaster)
    secondKeyMaster = try official("keyMaster-2", "Ким Зарина Тимуровна", .keyMaster)
    chancery = try official("chancery-1", "Абишева Гүлнәр Асқарқызы", .chanceryWorker)
    employee = try official("employee-1", "Сериков Дархан Нурланович", .providerEmployee)
    authorised = try official("authorised-1", "Касымова Динара Маратқызы", .authorisedPerson)
    headOfUnit = try official("head-1", "Турсунов Бауыржан Қанатұлы", .headOfUnit)
    minister = try official("minister-1", "Ахметов Ерлан Нұржанұлы", .headOfProvider)
    deputy = try official("deputy-1", "Смагулова Лаура Айдарқызы", .deputyHead)
    complaintsBody = TourPeople.Official(
      id: "complaints-1", name: "Есенова Сауле Талғатқызы", role: .complaintsBody, key: try keys.rsa())
    func firm(_ year: Int, _ number: Int, _ name: String, _ town: String, _ signedBy: String) throws -> Firm {
      let bin = IdentityNumber.bin(year: year, month: 4, kind: 4, number: number)
      return Firm(
        id: bin, name: "ТОО «\(name)»", kind: .legalEntity, address: "г. \(town), ул. Абая, 12",
        site: "г. \(town), промышленная зона, участок \(number % 40 + 1)", signedBy: signedBy,
        key: try keys.ed25519("applicant \(bin)"))
    }
    tumar = try firm(2018, 205, "Тұмар Пул", "Астана", "Ибраев Олжас Маратұлы")
    dala = try firm(2020, 318, "Дала Пул", "Караганда", "Кузнецова Дана Рустемовна")
    kokzhiek = try firm(2019, 120, "Көкжиек Хэш", "Экибастуз", "Ержанов Талғат Серікұлы")
    saryarka = try firm(2021, 431, "Сарыарқа Цод", "Темиртау", "Жакупов Арман Болатұлы")
    ertis = try firm(2022, 544, "Ертіс Блок", "Павлодар", "Мусин Кайрат Ержанұлы")
    samal = try firm(2017, 667, "Самал Хэш", "Костанай", "Петрова Анар Тимуровна")
    altyn = try firm(2016, 778, "Алтын Код", "Алматы", "Оразбаева Асель Нурлановна")
    orda = try firm(2015, 889, "Орда Электроникс", "Алматы", "Шарипов Санжар Ұланұлы")
  }
}

extension TourPeople.Official {
  /// As documents name who signed them.
  var signs: CanonicalValue { ["name": .string(name), "position": .string(role.position)] }
}
