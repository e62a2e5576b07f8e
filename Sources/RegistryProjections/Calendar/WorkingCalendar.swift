public import RegistryEvents

/// The working days of Kazakhstan, as known at a moment: the law's days of rest and the decisions declared so far.
///
/// A value: a declaration makes another calendar, and the one before stays what it was, so a term can say which calendar
/// it was counted by. A copy costs a reference count. Days of 2010 to 2060 are looked up in a table of bits; other days
/// are worked out each time, from the law and the declarations.
public struct WorkingCalendar: Sendable, Equatable {
  /// The journal line of the last declaration; `nil` while only defaults hold.
  public private(set) var declaredBySeq: UInt64?
  /// The first days of Kurban Ait that are known, in order.
  public private(set) var kurbanAit: [LocalDate] = []
  /// What the last declaration about a day made of it.
  private var declared: [LocalDate: DayKind] = [:]
  /// One bit a day from `firstDay`, set on working days.
  private var working: [UInt64]

  private static let tableYears = 2010...2060
  /// 2010-01-01 and 2061-01-01, as days since 1970-01-01.
  private static let firstDay: Int32 = 14_610
  private static let endDay: Int32 = 33_238

  /// The law's days of rest alone: no transfer is declared, and no date of Kurban Ait.
  public init() {
    working = Array(repeating: 0, count: Int(Self.endDay - Self.firstDay) / 64 + 1)
    for year in Self.tableYears { tabulate(year) }
  }

  /// The calendar after a further decision, taken from a journal's line or, with `nil`, from elsewhere. Of two decisions
  /// about one day the later one counts.
  public func applying(_ declaration: CalendarDeclaration, seq: UInt64?) -> WorkingCalendar {
    var calendar = self
    calendar.declare(declaration, seq: seq)
    return calendar
  }

  private mutating func declare(_ declaration: CalendarDeclaration, seq: UInt64?) {
    var years = Set<Int>()
    if let feast = declaration.kurbanAit {
      for other in kurbanAit where abs(other.days(since: feast)) < 180 { years.insert(other.parts.year) }
      kurbanAit.removeAll { abs($0.days(since: feast)) < 180 }
      kurbanAit.append(feast)
      kurbanAit.sort()
      declared[feast] = nil
      years.insert(feast.parts.year)
    }
    for date in declaration.daysOff {
      declared[date] = .declaredOff(source: declaration.source)
      years.insert(date.parts.year)
    }
    for date in declaration.workingDays {
      declared[date] = .declaredWorking(source: declaration.source)
      years.insert(date.parts.year)
    }
    if let seq { declaredBySeq = seq }
    for year in years where Self.tableYears.contains(year) { tabulate(year) }
  }

  /// Writes a year's bits: the weekdays, less the law's days of rest, then what was declared.
  private mutating func tabulate(_ year: Int) {
    guard let first = LocalDate(year: year, month: 1, day: 1) else { return }
    for offset in 0..<(LocalDate.isLeap(year) ? 366 : 365) {
      let date = first.adding(days: offset)
      setBit(of: date, to: !date.isWeekend)
    }
    for (date, kind) in StatutoryYear(year, kurbanAit: kurbanAit).kinds { setBit(of: date, to: kind.isWorking) }
    for (date, kind) in declared where date.parts.year == year { setBit(of: date, to: kind.isWorking) }
  }

  private mutating func setBit(of date: LocalDate, to isWorking: Bool) {
    let index = Int(date.daysSinceEpoch - Self.firstDay)
    let bit: UInt64 = 1 << UInt64(index % 64)
    if isWorking { working[index / 64] |= bit } else { working[index / 64] &= ~bit }
  }

  /// What a day is, and by what.
  public func kind(of date: LocalDate) -> DayKind {
    declared[date] ?? StatutoryYear(date.parts.year, kurbanAit: kurbanAit).kind(of: date)
  }

  /// Whether a day is a working day.
  public func isWorkingDay(_ date: LocalDate) -> Bool {
    let day = date.daysSinceEpoch
    guard day >= Self.firstDay, day < Self.endDay else { return kind(of: date).isWorking }
    let index = Int(day - Self.firstDay)
    return working[index / 64] & (1 << UInt64(index % 64)) != 0
  }
}
