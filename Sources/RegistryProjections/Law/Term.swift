public import RegistryEvents

/// How long something may take: a count of days to one side of a day that is not counted, and an hour of the last day.
public struct Term: Sendable, Hashable {
  /// What is counted.
  public enum Unit: String, Sendable, Hashable {
    /// Working days of the calendar as known.
    case workingDays = "working-days"
    /// Calendar days.
    case calendarDays = "calendar-days"
  }

  /// To which side of the start the days lie.
  public enum Direction: String, Sendable, Hashable {
    /// "Within N days from": the last day is the N-th after the start.
    case after
    /// "Not less than N days before": the last day is the N-th before it.
    case before
  }

  /// How many; 0 is the day of the start itself.
  public var count: Int
  /// What is counted.
  public var unit: Unit = .workingDays
  /// To which side of the start.
  public var direction: Direction = .after
  /// Up to which hour of the last day.
  public var ends: EndOfDay = .officeCloses

  /// The last day of the term that starts on a day.
  ///
  /// Calendar days after the start move an end on a day off to the next working day; days before it move nothing.
  public func lastDay(from start: LocalDate, calendar: WorkingCalendar) -> LocalDate {
    switch (unit, direction) {
    case (.workingDays, .after): return calendar.workingDay(after: start, count: count)
    case (.workingDays, .before): return calendar.workingDay(before: start, count: count)
    case (.calendarDays, .after): return calendar.calendarDay(after: start, count: count)
    case (.calendarDays, .before): return start.adding(days: -count)
    }
  }

  static func workingDays(_ count: Int, ends: EndOfDay = .officeCloses) -> Term { Term(count: count, ends: ends) }
}

/// The day from which a term is counted, and which is not counted itself.
public enum TermStart: Sendable, Hashable {
  /// The local day of the act that opens the duty.
  case actDay
  /// The day on which the act that opens the duty counts as taken in: after hours the next working day.
  case intakeDay
  /// A local date that the opening act states in this member; without it the term is unknown, never kept and never missed.
  case date(member: String)
  /// The last day of another duty of the same case, by its id.
  case end(ofDuty: String)
  /// The last day on which a document of the filing that the opening act grants is valid: one term for each such day.
  case documentExpiry
  /// The first day in force of the edition that provides it, for what was entered in the register before that day (T25).
  case force
}
