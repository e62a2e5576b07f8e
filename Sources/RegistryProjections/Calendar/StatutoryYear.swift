import RegistryEvents

/// The days of rest of one year by the law alone, before any decision on transfers.
///
/// Reading: a holiday is replaced when it falls on a Saturday or Sunday. One that falls on the first day of Kurban Ait is
/// not, since the Law on holidays art. 5 speaks of the weekly day off; the two first meet in 2032.
struct StatutoryYear {
  /// The days that are no plain working days or weekends.
  let kinds: [LocalDate: DayKind]

  /// The year's days, with the first days of Kurban Ait that are known.
  init(_ year: Int, kurbanAit: [LocalDate]) {
    var kinds: [LocalDate: DayKind] = [:]
    for feast in kurbanAit where feast.parts.year == year { kinds[feast] = .dayOff("Kurban Ait, first day") }
    var toReplace: [(date: LocalDate, name: String)] = []
    for holiday in StatutoryHoliday.all where holiday.years.contains(year) {
      guard let date = LocalDate(year: year, month: holiday.month, day: holiday.day) else { continue }
      kinds[date] = holiday.hasSubstitute ? .holiday(holiday.name) : .dayOff(holiday.name)
      if holiday.hasSubstitute, date.isWeekend { toReplace.append((date, holiday.name)) }
    }
    for (date, name) in toReplace {
      var substitute = date.adding(days: 1)
      while substitute.isWeekend || kinds[substitute] != nil { substitute = substitute.adding(days: 1) }
      kinds[substitute] = .substitute(for: name)
    }
    self.kinds = kinds
  }

  /// What the law alone makes of a day of this year.
  func kind(of date: LocalDate) -> DayKind { kinds[date] ?? (date.isWeekend ? .weekend : .working) }
}

extension LocalDate {
  /// Saturday or Sunday.
  var isWeekend: Bool { weekday >= 6 }
}
