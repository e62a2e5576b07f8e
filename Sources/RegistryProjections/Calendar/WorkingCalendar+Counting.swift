public import RegistryEvents

/// How days are counted: the day of the event is day 0, a term of N working days ends with the N-th working day after it,
/// and a term of calendar days that ends on a day off ends on the next working day.
///
/// The excluded start day is the reading of Civil Code art. 173; no express rule for administrative terms is known.
extension WorkingCalendar {
  /// The `count`-th working day after a day, that day not counted; the day itself for 0 or less. The last day of the year
  /// 9999 where the count leads beyond it.
  public func workingDay(after date: LocalDate, count: Int) -> LocalDate {
    var day = date
    var left = count
    while left > 0, day < Self.lastDay {
      day = day.adding(days: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The `count`-th working day before a day, that day not counted; the day itself for 0 or less. The first day of the
  /// year 1 where the count leads before it.
  public func workingDay(before date: LocalDate, count: Int) -> LocalDate {
    var day = date
    var left = count
    while left > 0, day > Self.earliestDay {
      day = day.adding(days: -1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The day itself when it is a working day, else the next one that is.
  public func nextWorkingDay(onOrAfter date: LocalDate) -> LocalDate {
    isWorkingDay(date) ? date : workingDay(after: date, count: 1)
  }

  /// The day `count` calendar days after a day, moved to the next working day when it is none.
  public func calendarDay(after date: LocalDate, count: Int) -> LocalDate {
    let days = min(max(count, 0), max(0, Self.lastDay.days(since: date)))
    return nextWorkingDay(onOrAfter: date.adding(days: days))
  }

  /// How many working days lie after `start` up to and including `end`; 0 when `end` is not after it.
  public func workingDays(after start: LocalDate, through end: LocalDate) -> Int {
    var count = 0
    var day = start
    while day < end {
      day = day.adding(days: 1)
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }

  /// 0001-01-01 and 9999-12-31, beyond which nothing is counted.
  private static let earliestDay = LocalDate(daysSinceEpoch: -719_162)
  private static let lastDay = LocalDate(daysSinceEpoch: 2_932_896)
}
