internal import RegistryEvents

/// What the forms of the hardware register say between their fields, and what must be said of how they were filled in.
enum HardwareWording {
  /// The area of the acts, by which the law is found.
  static let area = "apk"

  /// Appendix 6: the sentence of the form, in the pieces around what is filled in, which are the provider, the date of the
  /// application and its incoming number.
  static let refusalSentence: [DocumentLanguage: [String]] = [
    .kk: ["", ", Сіздің өтінішіңізді қарап, ", ", № ", ", келесіні хабарлайды."],
    .ru: ["", ", рассмотрев Ваше заявление от ", " № ", ", сообщает следующее."],
  ]

  /// Appendix 5 item 5: what the Russian text calls the notice whose form it lacks.
  static let inclusionNotice = Wording(
    "Уведомление о включении в реестр аппаратно-программного комплекса для цифрового майнинга", .ru)

  /// Appendix 7: its sentence in our Russian, since the Russian text lacks the form.
  static let inclusionSentence =
    "(Перевод: уведомляет о включении в реестр аппаратно-программного комплекса в соответствии с индивидуальными серийными "
    + "номерами и техническими сведениями, указанными в приложении 3 к направленному заявлению: полное наименование "
    + "аппаратно-программного комплекса, марка, модель, количество.)"

  /// Appendices 6 to 8: the sentence at the foot, which the Kazakh text prints in Russian too (A22).
  static let footer = Wording(
    "Данный документ согласно пункту 1 статьи 7 ЗРК от 7 января 2003 года «Об электронном документе и электронной цифровой "
      + "подписи» равнозначен документу на бумажном носителе.", .ru)

  /// What the reader of the Russian notice of inclusion must know (reading I-09).
  static let formLackingInRussian =
    "В русском тексте приказа этой формы нет: название взято из пункта 5 приложения 5, подписи граф — из соседних форм, чего нет "
    + "и там, стоит по-казахски."
}
