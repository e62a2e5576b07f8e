/// A region with one of its towns, by the classifier of administrative units (КАТО).
struct Town: Sendable, Hashable {
  /// The region's code of nine digits; the first two are those of ISO 3166-2:KZ.
  let kato: String
  /// The region, in Russian; empty for a town that is no part of one.
  let region: String
  /// The town, in Russian.
  let name: String
  /// How many in a thousand firms are at home here: mining follows the power stations of the north.
  let weight: Int

  private init(_ region: Int, _ name: String, _ town: String, _ weight: Int) {
    kato = "\(region)0000000"
    self.region = name
    self.name = town
    self.weight = weight
  }

  /// A place by weight.
  static func pick(_ random: inout SeededRandom) -> Town {
    var left = random.below(all.reduce(0) { $0 + $1.weight })
    for place in all {
      left -= place.weight
      if left < 0 { return place }
    }
    return astana
  }

  /// A legal address.
  func address(_ random: inout SeededRandom) -> String {
    let street = random.pick(Town.streets, or: "Абая")
    let office = random.chance(perMille: 600) ? ", офис \(random.number(in: 1...90))" : ""
    return "\(line), ул. \(street), \(random.number(in: 1...180))\(office)"
  }

  /// Where a data centre may stand: outside the residential zone.
  func site(_ random: inout SeededRandom) -> String {
    "\(line), промышленная зона, участок \(random.number(in: 1...240)), ЦОД № \(random.number(in: 1...9))"
  }

  private var line: String { region.isEmpty ? "КАТО \(kato), г. \(name)" : "КАТО \(kato), \(region) обл., г. \(name)" }

  private static let astana = Town(71, "", "Астана", 60)

  private static let all = [
    Town(10, "Абай", "Семей", 50),
    Town(11, "Акмолинская", "Степногорск", 40),
    Town(15, "Актюбинская", "Актобе", 45),
    Town(19, "Алматинская", "Қонаев", 40),
    Town(23, "Атырауская", "Атырау", 15),
    Town(27, "Западно-Казахстанская", "Уральск", 20),
    Town(31, "Жамбылская", "Тараз", 35),
    Town(33, "Жетісу", "Талдыкорган", 20),
    Town(35, "Карагандинская", "Караганда", 90),
    Town(35, "Карагандинская", "Темиртау", 60),
    Town(39, "Костанайская", "Рудный", 50),
    Town(43, "Кызылординская", "Кызылорда", 10),
    Town(47, "Мангистауская", "Актау", 15),
    Town(55, "Павлодарская", "Экибастуз", 180),
    Town(55, "Павлодарская", "Павлодар", 120),
    Town(59, "Северо-Казахстанская", "Петропавловск", 40),
    Town(61, "Туркестанская", "Кентау", 20),
    Town(62, "Ұлытау", "Жезказган", 25),
    Town(63, "Восточно-Казахстанская", "Усть-Каменогорск", 45),
    astana,
    Town(75, "", "Алматы", 90),
    Town(79, "", "Шымкент", 30),
  ]

  private static let streets = [
    "Абая", "Әл-Фараби", "Ауэзова", "Байтұрсынұлы", "Бөгенбай батыра", "Гагарина", "Естая", "Желтоқсан", "Жібек жолы",
    "Қабанбай батыра", "Кенесары", "Лермонтова", "Мәңгілік Ел", "Машхур Жусупа", "Нұржол", "Сарыарқа", "Сәтбаева",
    "Толе би", "Торайғырова", "Тәуелсіздік",
  ]
}
