/// Links line after line: index, leaf hash, time, ids, journal (format §1, §3, §6).
struct Chain: Sendable {
  /// The number of lines linked.
  private(set) var count: UInt64 = 0
  /// The leaf hash of the last line; of no line, SHA-256 of no bytes.
  private(set) var head: Digest
  private(set) var lastRecorded = Instant.earliest
  /// The tree over the lines.
  private(set) var tree = MerkleFrontier()
  /// Where to look for lines that authors had seen too far back to be compared on the way.
  private(set) var marks = LineMarks()
  private var ids = IDWindow()
  private var recent = RecentLeaves()
  private var origin: [UInt8] = []

  /// A line that an author had seen, and the line whose act says so.
  struct Unresolved: Sendable {
    let seen: ActDraft.Seen
    /// The index of that line, and where it begins.
    let seq: UInt64
    let fileOffset: UInt64
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
    return Unresolved(seen: seen, seq: count, fileOffset: line.fileOffset)
  }

  /// Takes a line in, whatever is wrong with its place.
  mutating func accept(_ line: Line, leaf: Digest, hasher: SHA256Hasher) {
    let layout = line.layout
    if count == 0 { origin = line.block.withLine(layout) { Array($0[layout.journal.range]) } }
    ids.insert(layout.id, recorded: layout.recorded)
    marks.note(count, at: line.fileOffset)
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
