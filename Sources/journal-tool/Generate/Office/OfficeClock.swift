import RegistryEvents
import RegistryProjections

/// When things are done in an office in Astana: the days that turn out to be worked, Monday to Friday 09:00 to 18:30 with
/// lunch from 13:00 to 14:30, and moments within them.
struct OfficeClock: Sendable {
  let calendar: WorkingCalendar
  let time = AstanaTime()

  /// The clock of somebody who knows all decisions on days off, as whoever does the work on a day knows that day's.
  init() {
    calendar = CalendarDecision.all.reduce(WorkingCalendar()) { $0.applying($1.declaration, seq: nil) }
  }

  private static let morning = 9 * 3600 + 300..<12 * 3600 + 3480
  private static let afternoon = 14 * 3600 + 1920..<18 * 3600 + 1320

  /// The local date of an instant.
  func date(of instant: Instant) -> LocalDate { time.date(of: instant) }

  /// The start of a local day.
  func midnight(_ date: LocalDate) -> Instant { time.instant(of: date, secondOfDay: 0) }

  /// Whether an instant lies within the hours in which the office works.
  func isAtWork(_ instant: Instant) -> Bool {
    let second = time.secondOfDay(of: instant)
    return calendar.isWorkingDay(date(of: instant))
      && (OfficeClock.morning.contains(second) || OfficeClock.afternoon.contains(second))
  }

  /// Some moment of a working day.
  func moment(on date: LocalDate, _ random: inout SeededRandom) -> Instant {
    let offset = random.below(OfficeClock.morning.count + OfficeClock.afternoon.count)
    let second =
      offset < OfficeClock.morning.count
      ? OfficeClock.morning.lowerBound + offset
      : OfficeClock.afternoon.lowerBound + offset - OfficeClock.morning.count
    return time.instant(of: date, secondOfDay: second)
  }

  /// A moment of work some minutes after an instant, or early in the next stretch of work when the office has closed.
  func moment(after instant: Instant, minutes: ClosedRange<Int>, _ random: inout SeededRandom) -> Instant {
    let wanted = instant.adding(seconds: Int64(60 * random.number(in: minutes) + random.below(60)))
    guard !isAtWork(wanted) else { return wanted }
    let day = date(of: wanted)
    let second = time.secondOfDay(of: wanted)
    let delay = random.number(in: 20...3000)
    if calendar.isWorkingDay(day) {
      for stretch in [OfficeClock.morning, OfficeClock.afternoon] where second < stretch.lowerBound {
        return time.instant(of: day, secondOfDay: stretch.lowerBound + delay)
      }
    }
    let next = calendar.workingDay(after: day, count: 1)
    return time.instant(of: next, secondOfDay: OfficeClock.morning.lowerBound + delay)
  }

  /// A moment of the n-th working day after the day of `start`, and after `instant`.
  func moment(
    workingDays count: Int, after start: Instant, notBefore instant: Instant, _ random: inout SeededRandom
  ) -> Instant {
    let day = calendar.workingDay(after: date(of: start), count: count)
    let wanted = calendar.isWorkingDay(day) ? moment(on: day, &random) : instant
    return wanted > instant.adding(seconds: 240) ? wanted : moment(after: instant, minutes: 5...60, &random)
  }
}
