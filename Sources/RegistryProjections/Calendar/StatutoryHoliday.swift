/// A day of rest that the law names by its date, with the years in which it is one.
///
/// Holidays: Law of 13.12.2001 № 267-II "On holidays in the Republic of Kazakhstan". 7 January: Labour Code art. 84(5).
/// A festive date that is a working day (the Day of Gratitude, 1 March) has no place here.
struct StatutoryHoliday: Sendable {
  /// The name, in English.
  let name: String
  let month: Int
  let day: Int
  /// The Gregorian years in which the day is one of rest. The table is checked for 2018 to 2027; what holds in 2018 is
  /// taken to hold before it, what holds in 2027 after it.
  let years: ClosedRange<Int>
  /// Whether the next working day is off when this one falls on a Saturday or Sunday.
  let hasSubstitute: Bool

  private init(
    _ name: String, _ month: Int, _ day: Int, from first: Int = 1, until last: Int = 9999, hasSubstitute: Bool = true
  ) {
    self.name = name
    self.month = month
    self.day = day
    self.years = first...last
    self.hasSubstitute = hasSubstitute
  }

  /// In the order of the year. Constitution Day left 30 August with the Constitution adopted by the referendum of
  /// 15.03.2026, and had its first 15 March in 2027.
  static let all: [StatutoryHoliday] = [
    StatutoryHoliday("New Year's Day", 1, 1),
    StatutoryHoliday("New Year's Day", 1, 2),
    StatutoryHoliday("Orthodox Christmas", 1, 7, hasSubstitute: false),
    StatutoryHoliday("International Women's Day", 3, 8),
    StatutoryHoliday("Constitution Day", 3, 15, from: 2027),
    StatutoryHoliday("Nowruz Holiday", 3, 21),
    StatutoryHoliday("Nowruz Holiday", 3, 22),
    StatutoryHoliday("Nowruz Holiday", 3, 23),
    StatutoryHoliday("Kazakhstan's People Solidarity Holiday", 5, 1),
    StatutoryHoliday("Defender of the Fatherland Day", 5, 7),
    StatutoryHoliday("Victory Day", 5, 9),
    StatutoryHoliday("Capital Day", 7, 6),
    StatutoryHoliday("Constitution Day", 8, 30, until: 2025),
    StatutoryHoliday("Republic Day", 10, 25, from: 2022),
    StatutoryHoliday("First President Day", 12, 1, until: 2021),
    StatutoryHoliday("Independence Day", 12, 16),
    StatutoryHoliday("Independence Day", 12, 17, until: 2021),
  ]
}
