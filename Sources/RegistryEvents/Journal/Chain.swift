/// Links line after line: index, leaf hash, time, ids, journal (format §1, §3, §6).
struct Chain: Sendable {
  /// The number of lines linked.
  private(set) var count: UInt64 = 0
  /// The leaf hash of the last line; of no line, SHA-256 of no bytes.
  private(set) var head: Digest
  private(set) var lastRecorded = Instant.earliest
  /// The tree over the lines.
  private(set) var tree = MerkleFrontier()
  /// What authors had seen too far back to be compared on the way.
  private(set) var unresolved: [Unresolved] = []
  /// Where to look for them.
  private(set) var marks = LineMarks()
  private var ids = IDWindow()
  private var recent = RecentLeaves()
  private var origin: [UInt8] = []

  /// A line that an author had seen, and the line whose act says so.
  struct Unresolved: Sendable {
    let seen: ActDraft.Seen
    let by: Place
  }

  init(hasher: SHA256Hasher) { head = hasher.digest([]) }

  /// The chain as after the lines before a window. What is before it meets no `id` any more; what an author had seen of it is compared in a pass of
  /// its own.
  init(resuming window: VerificationRecord.Window, origin: [UInt8]) {
    count = window.lines
    head = window.head
    lastRecorded = window.recorded
    tree = window.tree
    recent = RecentLeaves(from: window.lines)
    self.origin = origin
  }

  /// What is wrong with a line's place, in the order of the format's page.
  func problems(of line: Line) -> [RegistryError] {
    let layout = line.layout
    var problems: [RegistryError] = []
    func problem(_ code: ErrorCode, _ detail: String = "") {
      problems.append(RegistryError(code, at: Place(seq: count, fileOffset: line.fileOffset), detail: detail))
    }
    if layout.seq != count { problem(.seqGap, "seq \(layout.seq) in line \(count)") }
    if layout.prev != head { problem(.prevMismatch) }
    if layout.recorded < lastRecorded { problem(.recordedBackwards) }
    if layout.at > layout.recorded { problem(.atAfterRecorded) }
    let isOurs = line.block.withLine(layout) { count == 0 || $0[layout.journal.range].elementsEqual(origin) }
    if !isOurs { problem(.journalForeign) }
    if !IDWindow.contains(layout.id, recorded: layout.recorded) { problem(.idOutsideWindow) }
    if ids.contains(layout.id) { problem(.idRepeated) }
    if let seen = line.act.seen {
      let leaf = recent.leaf(at: seen.seq, count: count)
      if seen.seq >= count || leaf.map({ $0 != seen.leaf }) ?? false { problem(.historyRewritten, "line \(seen.seq)") }
    }
    return problems
  }

  /// What a line's author had seen, if it is too far back to be compared on the way.
  func unresolved(of line: Line) -> Unresolved? {
    guard let seen = line.act.seen, seen.seq < count, recent.leaf(at: seen.seq, count: count) == nil else { return nil }
    return Unresolved(seen: seen, by: Place(seq: count, fileOffset: line.fileOffset))
  }

  /// Takes a line in, whatever is wrong with its place.
  mutating func accept(_ line: Line, leaf: Digest, hasher: SHA256Hasher) {
    let layout = line.layout
    if count == 0 { origin = line.block.withLine(layout) { Array($0[layout.journal.range]) } }
    ids.insert(layout.id, recorded: layout.recorded)
    marks.note(count, at: line.fileOffset)
    if let seen = unresolved(of: line) { unresolved.append(seen) }
    if layout.recorded > lastRecorded { lastRecorded = layout.recorded }
    advance(leaf: leaf, hasher: hasher)
  }

  /// Goes on past a line that was refused: its bytes have a leaf hash all the same.
  mutating func advance(leaf: Digest, hasher: SHA256Hasher) {
    head = leaf
    tree.append(leaf, with: hasher)
    recent.append(leaf)
    count += 1
  }
}

/// The ids of the acts that a repeated id could still meet (format §3): an id says its time, and is refused outside 35
/// days before and 5 minutes after `recorded`, so two generations of 36 days hold all that matter.
struct IDWindow: Sendable {
  private var current = IDSet()
  private var previous = IDSet()
  private var began = Instant.earliest

  static let before: Int64 = 35 * 86_400
  static let after: Int64 = 300
  static let generation: Int64 = 36 * 86_400

  /// Whether an id's timestamp lies in the window of its line.
  static func contains(_ id: UUIDv7, recorded: Instant) -> Bool {
    let recorded = recorded.secondsSinceEpoch * 1000
    return id.milliseconds >= recorded - before * 1000 && id.milliseconds <= recorded + after * 1000
  }

  /// Whether an id is known already.
  func contains(_ id: UUIDv7) -> Bool { current.contains(id) || previous.contains(id) }

  /// Remembers an id.
  mutating func insert(_ id: UUIDv7, recorded: Instant) {
    if recorded.seconds(since: began) > IDWindow.generation {
      previous = current
      current = IDSet()
      began = recorded
    }
    current.insert(id)
  }
}

/// Ids that come nearly in their order, as those of acts do: in an array, where a new one has its place near the end. One that comes far too
/// late goes into a set, so that nobody can make an insertion dear.
struct IDSet: Sendable {
  private var sorted: [UUIDv7] = []
  private var late: Set<UUIDv7> = []
  private var lastOfLate: UUIDv7?

  /// How many ids may have to make room for one.
  static let nearby = 4096

  func contains(_ id: UUIDv7) -> Bool {
    let place = place(of: id)
    if place < sorted.count, sorted[place] == id { return true }
    return lastOfLate.map { id <= $0 && late.contains(id) } ?? false
  }

  mutating func insert(_ id: UUIDv7) {
    let place = place(of: id)
    if place < sorted.count, sorted[place] == id { return }
    if sorted.count - place <= IDSet.nearby {
      sorted.insert(id, at: place)
    } else {
      late.insert(id)
      lastOfLate = max(lastOfLate ?? id, id)
    }
  }

  /// How many of the sorted ids are less than one: looked for from the end, in steps that double.
  private func place(of id: UUIDv7) -> Int {
    var (low, high, step) = (sorted.count, sorted.count, 1)
    while low > 0, !(sorted[low - 1] < id) {
      high = low - 1
      low = max(0, high - step)
      step *= 2
    }
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The leaf hashes of the last lines, for `seen` (format §3); an author mostly names a line that is not far back.
struct RecentLeaves: Sendable {
  private var ring: [Digest] = []
  private var next = 0
  /// The index of the first line that was appended.
  private let first: UInt64

  static let capacity = 65_536

  /// - Parameter first: the index of the first line that will be appended.
  init(from first: UInt64 = 0) { self.first = first }

  mutating func append(_ leaf: Digest) {
    if ring.count < RecentLeaves.capacity { ring.append(leaf) } else { ring[next] = leaf }
    next = (next + 1) % RecentLeaves.capacity
  }

  /// The leaf hash of a line, of `count` that there are; `nil` for one too far back.
  func leaf(at seq: UInt64, count: UInt64) -> Digest? {
    guard seq < count, count - seq <= UInt64(ring.count) else { return nil }
    return ring[Int((seq - first) % UInt64(RecentLeaves.capacity))]
  }
}
