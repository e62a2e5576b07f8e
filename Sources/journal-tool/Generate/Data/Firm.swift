import RegistryEvents

/// An invented digital miner: a legal entity or an individual entrepreneur.
struct Firm: Sendable {
  /// Its number, from 0.
  let number: Int
  let kind: ApplicantKind
  /// БИН or ИИН.
  let id: String
  let name: String
  let legalAddress: String
  let dataCentreAddress: String
  let phone: String
  let email: String
  /// Who signs for it.
  let head: Person
  /// Whether it files on paper only, having no ЭЦП.
  let isOnPaper: Bool

  /// The firm of a number under a seed.
  init(_ number: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed, purpose: "firm \(number)")
    self.number = number
    head = Person(&random)
    kind = random.chance(perMille: 720) ? .legalEntity : .individualEntrepreneur
    // A stride without a common factor with the range: two firms have two numbers.
    let register = (number * 37 + 1201) % 10_000
    switch kind {
    case .legalEntity:
      let type = random.pick(weighted: (4, 880), (5, 80), (6, 40))
      id = IdentityNumber.bin(
        year: random.number(in: 2008...2023), month: random.number(in: 1...12), kind: type, number: register)
      name = "ТОО «\(Firm.title(number))»"
    case .individualEntrepreneur:
      id = IdentityNumber.iin(
        year: random.number(in: 1962...2003), month: random.number(in: 1...12), day: random.number(in: 1...28),
        woman: head.isWoman, number: register)
      name = "ИП «\(head.shortName)»"
    }
    let home = Town.pick(&random)
    legalAddress = home.address(&random)
    dataCentreAddress = (random.chance(perMille: 700) ? home : Town.pick(&random)).site(&random)
    let mobile = random.pick(["700", "701", "702", "705", "707", "747", "771", "775", "776", "777", "778"], or: "701")
    phone = "+7 \(mobile) 000 \(padded(random.below(100), to: 2)) \(padded(random.below(100), to: 2))"
    email = "office@firm\(number + 1).example.kz"
    isOnPaper = number > 2 && random.chance(perMille: 90)
  }

  /// As a holder of a key.
  var holder: KeyHolder { KeyHolder(id: id, name: name) }

  var contacts: Contacts { Contacts(email: .shown(email), phone: .shown(phone)) }

  var applicant: Applicant { Applicant(id: .shown(id), kind: kind, name: name) }

  /// Two words, and a number from the second round on.
  private static func title(_ number: Int) -> String {
    // 23 and 17 have no common factor, so the pair of indices comes back only after 391 firms.
    let round = number / (first.count * second.count)
    let pair = "\(first[number % first.count]) \(second[number % second.count])"
    return round == 0 ? pair : "\(pair) \(round + 1)"
  }

  private static let first = [
    "Жарық", "Сарыарқа", "Ертіс", "Алтай", "Баянауыл", "Тұлпар", "Степь", "Бурабай", "Көкше", "Қарқара", "Мұзтау",
    "Нұра",
    "Самал", "Таңба", "Ұшқын", "Шыңғыстау", "Экибастуз", "Айдын", "Дала", "Есіл", "Жайық", "Торғай", "Қазына",
  ]

  private static let second = [
    "Дата", "Хэш", "Диджитал", "Майнинг", "Блок", "Компьютинг", "Энерго", "Цод", "Терахэш", "Сервер", "Технологии",
    "Инвест",
    "Групп", "Систем", "Ток", "Киловатт", "Нод",
  ]
}
