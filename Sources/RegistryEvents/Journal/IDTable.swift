/// What is known of ids, in their order, which is that of their time.
///
/// Ids come nearly in order, so that a new one has its place near the end. In runs of few: one that comes late moves no more than a run, and
/// memory is neither moved nor doubled as the table grows, as that of a dictionary is.
struct IDTable<Value: Sendable>: Sendable {
  /// Each sorted, none empty, and every id of one before all of the next.
  private var runs: [[(id: UUIDv7, value: Value)]] = []

  /// How many make 16 KiB.
  private static var longestRun: Int { max(16, 16_384 / MemoryLayout<(id: UUIDv7, value: Value)>.stride) }
  /// For so many more a run that is full is given room: half of this is what a run has too much.
  private static var growth: Int { longestRun / 16 }

  /// What is known of an id.
  subscript(id: UUIDv7) -> Value? {
    let (run, index) = place(of: id)
    guard run < runs.count, runs[run][index].id == id else { return nil }
    return runs[run][index].value
  }

  /// Remembers a value for an id; one that has a value keeps it.
  mutating func insert(_ value: Value, for id: UUIDv7) {
    var (run, index) = place(of: id)
    if run == runs.count {
      // Behind all others.
      if runs.isEmpty || runs[run - 1].count == Self.longestRun { runs.append([]) }
      run = runs.count - 1
      index = runs[run].count
    } else if runs[run][index].id == id {
      return
    } else if runs[run].count == Self.longestRun {
      split(run)
      (run, index) = place(of: id)
    }
    if runs[run].count == runs[run].capacity { runs[run].reserveCapacity(runs[run].count + Self.growth) }
    runs[run].insert((id, value), at: index)
  }

  /// Lets go of the runs whose ids are all of before a time, in milliseconds since 1970.
  mutating func removeRuns(before time: Int64) {
    let count = runs.partitioningIndex { $0[$0.count - 1].id.milliseconds >= time }
    if count > 0 { runs.removeFirst(count) }
  }

  /// The first id that is not before another: its run and its index there; behind the last run where there is none.
  private func place(of id: UUIDv7) -> (run: Int, index: Int) {
    let run = runs.partitioningIndex { $0[$0.count - 1].id >= id }
    return (run, run == runs.count ? 0 : runs[run].partitioningIndex { $0.id >= id })
  }

  /// Makes two of a run.
  private mutating func split(_ run: Int) {
    let middle = runs[run].count / 2
    let halves = [Array(runs[run][..<middle]), Array(runs[run][middle...])]
    runs.replaceSubrange(run...run, with: halves)
  }
}
