import RegistryEvents

/// Order 138/НҚ of 07.04.2023: the Rules of accounting for and keeping the register of hardware-software complexes for
/// digital mining, in the edition of order 331/НҚ of 11.08.2023.
///
/// Written from the Russian text of the order in that edition and the Kazakh text of order 331/НҚ. What stands here is in
/// the order of the text: services and signatories, rules by clause, complaints, the basic requirements of Appendix 5,
/// forms, readings.
public enum Order138 {
  /// The number of the order.
  public static let id = "138-НҚ"

  /// The order and its editions. The text before order 331/НҚ is not known.
  public static let regulation = Regulation(
    id: id,
    area: "apk",
    title: OfficialText(
      kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді есепке алу және тізілімін жүргізу қағидалары",
      ru: "Правила учета и ведения реестра аппаратно-программного комплекса для цифрового майнинга"),
    editions: [
      Edition(
        id: "138-НҚ", adopted: day(2023, 4, 7), registration: "32271", registered: day(2023, 4, 10),
        // Clause 4 of the order: sixty calendar days after the day of first official publication, which is not known.
        force: .afterPublication(waitingDays: 60, published: nil, publishedNotBefore: day(2023, 4, 10)),
        provisions: nil),
      Edition(
        id: "331-НҚ", adopted: day(2023, 8, 11), registration: "33287", registered: day(2023, 8, 17),
        // Clause 4 of order 331/НҚ: ten calendar days from the day of first official publication, which is not known. Read
        // as after that day, like every term here.
        force: .afterPublication(waitingDays: 10, published: nil, publishedNotBefore: day(2023, 8, 17)),
        provisions: provisions),
    ])

  /// The edition of order 331/НҚ.
  static let provisions = Provisions(
    sources: sources, hours: .from9To1830, serviceName: serviceName, services: services, rules: rules + complaints,
    signatories: signatories,
    refusalGrounds: refusalGrounds, documents: documents, forms: forms, standard: standard, readings: readings)

  static let sources = [
    SourceText(
      id: "138-NK-ed-331-NK-2023.ru", language: "ru",
      title: "Order 138/НҚ of 07.04.2023 in the edition of order 331/НҚ of 11.08.2023, Russian text"),
    SourceText(
      id: "331-NK-2023.kk", language: "kk",
      title: "Order 331/НҚ of 11.08.2023 with the new edition of the Rules, Kazakh text"),
  ]

  /// The acts of the area, by what the order calls for.
  enum Act {
    static let inclusionFiled = "apk.inclusionFiled"
    static let unitsListed = "apk.unitsListed"
    static let exclusionFiled = "apk.exclusionFiled"
    static let entriesListed = "apk.entriesListed"
    static let changeNotified = "apk.changeNotified"
    static let intakeRefused = "apk.intakeRefused"
    static let registered = "apk.registered"
    static let completenessRefused = "apk.completenessRefused"
    static let hearingNotified = "apk.hearingNotified"
    static let hearingHeld = "apk.hearingHeld"
    static let refused = "apk.refused"
    static let included = "apk.included"
    static let excluded = "apk.excluded"
    static let changeEntered = "apk.changeEntered"
    static let complaintFiled = "apk.complaintFiled"
    static let complaintForwarded = "apk.complaintForwarded"
    static let complaintSatisfied = "apk.complaintSatisfied"
    static let complaintDecided = "apk.complaintDecided"
    static let rulesAmended = "apk.rulesAmended"
    static let operatorInformed = "apk.operatorInformed"
    static let correctedByAuthority = "apk.correctedByAuthority"
  }

  /// The names of the services, as conditions of this order use them.
  enum Name {
    static let inclusion = "inclusion"
    static let exclusion = "exclusion"
    static let change = "change"
  }

  static func at(_ place: String) -> Clause { Clause(regulation: id, place: place) }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? LocalDate(daysSinceEpoch: 0)
  }
}
