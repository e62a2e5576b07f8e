/// The ids of the acts that a repeated id could still meet (format §3): an id says its time, and is refused outside 35
/// days before and 5 minutes after `recorded`, so those of the last days are all that matter.
///
/// By the day of their own time, and sorted there: ids come nearly in their order, so that a new one has its place near the end, and what
/// one that comes late must move is no more than a day's.
struct IDWindow: Sendable {
  private var days: [[UUIDv7]] = []
  /// The day, counted from 1970, of the first of `days`.
  private var firstDay: Int64 = 0

  static let before: Int64 = 35 * 86_400
  static let after: Int64 = 300
  /// So many seconds later no id of a line is met any more.
  static let generation: Int64 = 36 * 86_400

  /// Whether an id's timestamp lies in the window of its line.
  static func contains(_ id: UUIDv7, recorded: Instant) -> Bool {
    let recorded = recorded.secondsSinceEpoch * 1000
    return id.milliseconds >= recorded - before * 1000 && id.milliseconds <= recorded + after * 1000
  }

  private static func day(_ id: UUIDv7) -> Int64 { id.milliseconds / 86_400_000 }

  /// Whether an id is known already.
  func contains(_ id: UUIDv7) -> Bool {
    let day = IDWindow.day(id) - firstDay
    guard day >= 0, day < days.count else { return false }
    let ids = days[Int(day)]
    let place = ids.partitioningIndex { $0 >= id }
    return place < ids.count && ids[place] == id
  }

  /// Remembers an id; not one outside the window of its line, which is refused for that whenever it comes.
  mutating func insert(_ id: UUIDv7, recorded: Instant) {
    guard IDWindow.contains(id, recorded: recorded) else { return }
    let oldest = (recorded.secondsSinceEpoch - IDWindow.before) / 86_400
    if oldest > firstDay {
      days.removeFirst(Int(min(Int64(days.count), oldest - firstDay)))
      firstDay = oldest
    }
    let day = Int(IDWindow.day(id) - firstDay)
    // Before the first day: the line was recorded earlier than the one before it.
    guard day >= 0 else { return }
    while days.count <= day { days.append([]) }
    let place = days[day].partitioningIndex { $0 >= id }
    if place == days[day].count || days[day][place] != id { days[day].insert(id, at: place) }
  }
}
