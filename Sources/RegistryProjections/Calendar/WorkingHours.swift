public import RegistryEvents

/// The hours of an office on a working day, as seconds of the local day.
///
/// A working Saturday or Sunday has the same hours. A break within them is not "after working hours".
public struct WorkingHours: Sendable, Hashable {
  /// When the office opens.
  public let opens: Int
  /// When it closes; this second is still within the hours.
  public let closes: Int

  /// Hours from one second of the day to another, each 0 to 86 399; `nil` unless the office opens before it closes.
  public init?(opens: Int, closes: Int) {
    guard opens >= 0, opens < closes, closes < 86_400 else { return nil }
    self.opens = opens
    self.closes = closes
  }

  private init(from opens: Int, to closes: Int) {
    self.opens = opens
    self.closes = closes
  }

  /// 09:00 to 18:30.
  public static let from9To1830 = WorkingHours(from: 9 * 3600, to: 18 * 3600 + 1800)
}

/// Up to when on its last day a term runs, in Astana's time.
public enum EndOfDay: String, Sendable, Hashable, CaseIterable {
  /// To the end of the office's hours: what the provider of the service does.
  case officeCloses = "office-closes"
  /// To 24:00: what is filed on the portal.
  case midnight

  /// The last second of a day that is still in time: a term is met when the act's instant is not after it.
  public func lastInstant(of date: LocalDate, hours: WorkingHours, time: AstanaTime) -> Instant {
    switch self {
    case .officeCloses: return time.instant(of: date, secondOfDay: hours.closes)
    case .midnight: return time.endOfDay(date)
    }
  }
}

extension WorkingCalendar {
  /// The day on which a submission counts as taken in: its own day, or the next working day when it comes after the
  /// office has closed or on a day off.
  ///
  /// Reading: what comes before the office opens on a working day counts that same day. It came after the end of the day
  /// before, and the next working day is this one.
  public func intakeDate(of instant: Instant, hours: WorkingHours, time: AstanaTime) -> LocalDate {
    let date = time.date(of: instant)
    let afterHours = time.secondOfDay(of: instant) > hours.closes
    return afterHours ? workingDay(after: date, count: 1) : nextWorkingDay(onOrAfter: date)
  }
}
