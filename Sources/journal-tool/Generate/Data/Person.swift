/// An invented person.
struct Person: Sendable, Hashable {
  /// Фамилия, with the ending of the sex.
  let surname: String
  /// Имя.
  let name: String
  /// Отчество, Russian or Kazakh (-ұлы, -қызы).
  let patronymic: String
  let isWoman: Bool

  /// Surname, name and patronymic, as the forms ask for them.
  var fullName: String { "\(surname) \(name) \(patronymic)" }

  /// Surname and initials.
  var shortName: String { "\(surname) \(name.prefix(1)).\(patronymic.prefix(1))." }

  /// Somebody.
  init(_ random: inout SeededRandom) {
    isWoman = random.chance(perMille: 380)
    let stem = random.pick(Person.surnames, or: "Ахметов")
    surname = isWoman ? stem + "а" : stem
    name = isWoman ? random.pick(Person.women, or: "Айгүл") : random.pick(Person.men, or: "Ерлан")
    let father = random.pick(Person.men, or: "Нұрлан")
    // Russian patronymics are formed of the names that end in a consonant; Kazakh ones of all.
    let isRussian = random.chance(perMille: 550) && !Person.vowels.contains(father.last ?? "а")
    patronymic = isRussian ? father + (isWoman ? "овна" : "ович") : father + (isWoman ? "қызы" : "ұлы")
  }

  private static let vowels: [Character] = ["а", "ә", "е", "и", "і", "о", "ө", "у", "ұ", "ү", "ы", "й", "ь"]

  private static let surnames = [
    "Абдрахманов", "Абишев", "Айтбаев", "Алиев", "Амангельдинов", "Аскаров", "Ахметов", "Байжанов", "Бекмуратов",
    "Досжанов", "Елубаев", "Ержанов", "Есенов", "Жакупов", "Жумабаев", "Ибраев", "Иванов", "Искаков", "Кабдолов",
    "Калиев", "Касымов", "Кожахметов", "Кузнецов", "Мусин", "Мухамеджанов", "Нурпеисов", "Оразбаев", "Оспанов",
    "Петров", "Рахимов", "Садыков", "Сейтказин", "Сериков", "Смагулов", "Сулейменов", "Тажибаев", "Темирханов",
    "Тулегенов", "Турсунов", "Умаров", "Утепов", "Хасенов", "Шаймерденов", "Шарипов", "Юсупов",
  ]

  private static let men = [
    "Азамат", "Айдар", "Алмас", "Арман", "Асқар", "Бауыржан", "Болат", "Дархан", "Дәулет", "Ерлан", "Ержан", "Жандос",
    "Жанат", "Кайрат", "Қанат", "Марат", "Мейрам", "Нурлан", "Нұржан", "Олжас", "Рустем", "Санжар", "Серик", "Сұлтан",
    "Талғат", "Тимур", "Ұлан", "Шыңғыс",
  ]

  private static let women = [
    "Айгерим", "Айгүл", "Айжан", "Алия", "Анар", "Асель", "Ботагөз", "Гульмира", "Гүлнәр", "Дана", "Динара", "Жанар",
    "Жұлдыз", "Зарина", "Індіра", "Камила", "Қарлығаш", "Лаура", "Мадина", "Назгүл", "Сания", "Сауле", "Толқын",
    "Шынар",
  ]
}
