/// The ids of the acts that a repeated id could still meet (format §3): an id says its time, and is refused outside 35
/// days before and 5 minutes after `recorded`, so those of the last days are all that matter.
struct IDWindow: Sendable {
  private var ids = IDTable<Void>()
  /// Ids of before this time, in milliseconds since 1970, are forgotten: the beginning of a day.
  private var begin: Int64 = 0

  static let before: Int64 = 35 * 86_400
  static let after: Int64 = 300
  /// So many seconds later no id of a line is met any more.
  static let generation: Int64 = 36 * 86_400

  /// Whether an id's timestamp lies in the window of its line.
  static func contains(_ id: UUIDv7, recorded: Instant) -> Bool {
    let recorded = recorded.secondsSinceEpoch * 1000
    return id.milliseconds >= recorded - before * 1000 && id.milliseconds <= recorded + after * 1000
  }

  /// Whether an id is known already.
  func contains(_ id: UUIDv7) -> Bool { id.milliseconds >= begin && ids[id] != nil }

  /// Remembers an id; not one outside the window of its line, which is refused for that whenever it comes.
  mutating func insert(_ id: UUIDv7, recorded: Instant) {
    guard IDWindow.contains(id, recorded: recorded) else { return }
    let oldest = (recorded.secondsSinceEpoch - IDWindow.before) / 86_400 * 86_400_000
    if oldest > begin {
      begin = oldest
      ids.removeRuns(before: begin)
    }
    // Forgotten already: the line was recorded earlier than the one before it.
    if id.milliseconds >= begin { ids.insert((), for: id) }
  }
}
