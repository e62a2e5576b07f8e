/// Astana's distance from UTC, as the journal knows it: the two offsets of format §3 and what
/// `calendar.offsetDeclared` acts add. No host's time-zone data is asked.
public struct AstanaTime: Sendable, Hashable {
  /// An offset and the instant from which it holds.
  struct Change: Sendable, Hashable {
    let from: Instant
    let offsetSeconds: Int64
  }

  /// In the order of `from`; the first holds from the beginning.
  private var changes: [Change]

  /// +06:00 before 2024-02-29T18:00:00Z, +05:00 from then on.
  public init() {
    changes = [
      Change(from: .earliest, offsetSeconds: 6 * 3600),
      Change(from: Instant(clamping: 1_709_229_600), offsetSeconds: 5 * 3600),
    ]
  }

  /// Records that an offset, in seconds east of UTC, holds from an instant on, until the next one known.
  public mutating func declare(offsetSeconds: Int64, from: Instant) {
    changes.removeAll { $0.from == from }
    let place = changes.firstIndex { $0.from > from } ?? changes.count
    changes.insert(Change(from: from, offsetSeconds: offsetSeconds), at: place)
  }

  /// Seconds east of UTC at an instant.
  public func offsetSeconds(at instant: Instant) -> Int64 {
    changes.last { $0.from <= instant }?.offsetSeconds ?? 0
  }

  /// The local date at an instant.
  public func date(of instant: Instant) -> LocalDate {
    let local = instant.secondsSinceEpoch + offsetSeconds(at: instant)
    return LocalDate(daysSinceEpoch: Int32(local / 86_400))
  }

  /// Seconds since local midnight at an instant.
  public func secondOfDay(of instant: Instant) -> Int {
    Int((instant.secondsSinceEpoch + offsetSeconds(at: instant)) % 86_400)
  }

  /// The instant of a local date and second of the day, 0 to 86 400; the later of two when a local hour occurs twice
  /// (23:00 to 24:00 of 2024-02-29), so that a term never ends earlier than its last day.
  public func instant(of date: LocalDate, secondOfDay: Int) -> Instant {
    let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(secondOfDay)
    var latest: Instant?
    for (index, change) in changes.enumerated() {
      let candidate = Instant(clamping: local - change.offsetSeconds)
      let next = index + 1 < changes.count ? changes[index + 1].from : nil
      if change.from <= candidate, next.map({ candidate < $0 }) ?? true { latest = candidate }
    }
    // A local time that never occurs (a clock put forward) is read with the offset before the jump.
    return latest ?? Instant(clamping: local - offsetSeconds(at: Instant(clamping: local - 6 * 3600)))
  }

  /// The last second of a local date, which is what "as at the end of that day" means.
  public func endOfDay(_ date: LocalDate) -> Instant { instant(of: date, secondOfDay: 86_399) }
}
