/// A region with one of its towns, by the classifier of administrative units (КАТО).
struct Place: Sendable, Hashable {
  /// The region's code of nine digits; the first two are those of ISO 3166-2:KZ.
  let kato: String
  /// The region, in Russian; empty for a town that is no part of one.
  let region: String
  /// The town, in Russian.
  let town: String
  /// How many in a thousand firms are at home here: mining follows the power stations of the north.
  let weight: Int

  private init(_ region: Int, _ name: String, _ town: String, _ weight: Int) {
    kato = "\(region)0000000"
    self.region = name
    self.town = town
    self.weight = weight
  }

  /// A place by weight.
  static func pick(_ random: inout SeededRandom) -> Place {
    var left = random.below(all.reduce(0) { $0 + $1.weight })
    for place in all {
      left -= place.weight
      if left < 0 { return place }
    }
    return astana
  }

  /// A legal address.
  func address(_ random: inout SeededRandom) -> String {
    let street = random.pick(Place.streets, or: "Абая")
    let office = random.chance(perMille: 600) ? ", офис \(random.number(in: 1...90))" : ""
    return "\(line), ул. \(street), \(random.number(in: 1...180))\(office)"
  }

  /// Where a data centre may stand: outside the residential zone.
  func site(_ random: inout SeededRandom) -> String {
    "\(line), промышленная зона, участок \(random.number(in: 1...240)), ЦОД № \(random.number(in: 1...9))"
  }

  private var line: String { region.isEmpty ? "КАТО \(kato), г. \(town)" : "КАТО \(kato), \(region) обл., г. \(town)" }

  private static let astana = Place(71, "", "Астана", 60)

  private static let all = [
    Place(10, "Абай", "Семей", 50),
    Place(11, "Акмолинская", "Степногорск", 40),
    Place(15, "Актюбинская", "Актобе", 45),
    Place(19, "Алматинская", "Қонаев", 40),
    Place(23, "Атырауская", "Атырау", 15),
    Place(27, "Западно-Казахстанская", "Уральск", 20),
    Place(31, "Жамбылская", "Тараз", 35),
    Place(33, "Жетісу", "Талдыкорган", 20),
    Place(35, "Карагандинская", "Караганда", 90),
    Place(35, "Карагандинская", "Темиртау", 60),
    Place(39, "Костанайская", "Рудный", 50),
    Place(43, "Кызылординская", "Кызылорда", 10),
    Place(47, "Мангистауская", "Актау", 15),
    Place(55, "Павлодарская", "Экибастуз", 180),
    Place(55, "Павлодарская", "Павлодар", 120),
    Place(59, "Северо-Казахстанская", "Петропавловск", 40),
    Place(61, "Туркестанская", "Кентау", 20),
    Place(62, "Ұлытау", "Жезказган", 25),
    Place(63, "Восточно-Казахстанская", "Усть-Каменогорск", 45),
    astana,
    Place(75, "", "Алматы", 90),
    Place(79, "", "Шымкент", 30),
  ]

  private static let streets = [
    "Абая", "Әл-Фараби", "Ауэзова", "Байтұрсынұлы", "Бөгенбай батыра", "Гагарина", "Естая", "Желтоқсан", "Жібек жолы",
    "Қабанбай батыра", "Кенесары", "Лермонтова", "Мәңгілік Ел", "Машхур Жусупа", "Нұржол", "Сарыарқа", "Сәтбаева",
    "Толе би", "Торайғырова", "Тәуелсіздік",
  ]
}
