internal import Glibc

/// Writes the good lines of a damaged journal to a new file, and changes nothing in place (format §7).
///
/// *Good* is the longest run of lines from line 0 of which every one is canonical, in its place and chained to the one before: what a reader accepts. Whether
/// signatures hold, and whether this reader knows every act, are other questions, which `verify` answers of either file. Lines behind the first bad one are not taken: their `prev` speaks of a
/// line that is not there.
public enum JournalSalvage {
  /// What was salvaged.
  public struct Report: Sendable {
    /// The origin that line 0 names.
    public let origin: String
    /// The number of good lines.
    public let lines: UInt64
    /// Their bytes, each line with its LF.
    public let bytes: UInt64
    /// The bytes of the journal behind them.
    public let bytesLeft: UInt64
    /// The leaf hash of the last good line.
    public let head: Digest
    /// The Merkle root of the good lines.
    public let root: Digest
    /// The first bad line, or the unterminated end; `nil` where nothing is wrong.
    public let firstBad: Finding?
    /// The largest checkpoint beside the journal that the good lines bear out; `nil` where none does.
    public let anchor: Checkpoint?
    /// Every checkpoint beside the journal that they do not: one of more lines says that good lines are missing.
    public let checkpointFindings: [RegistryError]
  }

  /// Writes the good lines to a new file, durably.
  ///
  /// - Parameters:
  ///   - target: the new file.
  ///   - passed: is given every good line as it passes, to show progress by.
  /// - Throws: what is wrong with line 0, without which there is nothing to salvage; `file-exists`; and what the system refuses. Then no file is left.
  public static func write(
    journal path: String, to target: String, catalogue: ActCatalogue = .standard, passed: (Line) -> Void = { _ in }
  ) throws(RegistryError) -> Report {
    let stored = try StoredCheckpoints(journal: path)
    let size = UInt64(clamping: try SystemCalls.status(path: path).size)
    let file = try SystemCalls.open(target, O_WRONLY | O_CREAT | O_EXCL)
    do throws(RegistryError) {
      var good = GoodLines(file, rootsAt: stored.sizes)
      let damage = try good.take(all: path, catalogue, passed)
      try SystemCalls.sync(file)
      try SystemCalls.syncDirectory(of: target)
      return try good.report(damage, stored, noteKeys: JournalSalvage.noteKeys(target, catalogue), size: size)
    } catch {
      _ = unlink(target)
      throw error
    }
  }

  /// The keys that sign checkpoints of the good lines; `nil` where line 0 is not signed as it should be.
  private static func noteKeys(_ path: String, _ catalogue: ActCatalogue) -> NoteKeys? {
    let walk = JournalWalk(
      mode: .full, rules: SigningRules(version: "", periods: []), catalogue: catalogue, damage: .report, rootsAt: [],
      signaturesOf: .controlActs)
    return try? walk.run(JournalReader(path: path)) { _ in }.noteKeys
  }
}

/// The good lines of a journal, as they pass from the one file to the other.
private struct GoodLines {
  private let file: SystemCalls.File
  private let rootsAt: Set<UInt64>
  private let hasher = SHA256Hasher()
  private var opening: JournalOpened?
  private var chain: Chain
  private var roots: [UInt64: Digest] = [:]
  /// What was taken and not yet written, and where in the file it goes.
  private var buffer: [UInt8] = []
  private var written: UInt64 = 0

  private static let bufferSize = 1 << 20

  init(_ file: SystemCalls.File, rootsAt: Set<UInt64>) {
    self.file = file
    self.rootsAt = rootsAt
    chain = Chain(hasher: hasher)
  }

  /// Takes good lines in up to the first bad one, and answers what is wrong there.
  ///
  /// - Throws: what is wrong with line 0, and what reading or writing throws.
  mutating func take(
    all path: String, _ catalogue: ActCatalogue, _ passed: (Line) -> Void
  ) throws(RegistryError) -> RegistryError? {
    var reader = try JournalReader(path: path)
    let scanner = LineScanner(catalogue: catalogue)
    while true {
      guard let raw = try reader.nextBlock() else { break }
      let block = Block(raw, scanner: scanner, hashing: true)
      for index in block.lines.indices {
        let line = Line(block: block, index: index)
        if let damage = try take(line) {
          guard opening != nil else { throw damage }
          try flush()
          return damage
        }
        passed(line)
      }
    }
    try flush()
    return reader.tail.map { RegistryError(.tornTail, detail: "\($0.count) bytes") }
  }

  /// Takes a line in if it is good; what is wrong with it otherwise.
  private mutating func take(_ line: Line) throws(RegistryError) -> RegistryError? {
    if let refusal = line.scanned.refusal {
      return RegistryError(
        refusal.code,
        at: Place(seq: chain.count, fileOffset: line.fileOffset + UInt64(refusal.offset), offset: refusal.offset))
    }
    guard let leaf = line.scanned.leaf else { return nil }
    let opening = if let known = self.opening { known } else { try Judge.opening(of: line) }
    // That an author had seen another history is no damage of the line that says so.
    if let problem = chain.problems(of: line).first(where: { $0.code != .historyRewritten }) { return problem }
    self.opening = opening
    chain.accept(line, leaf: leaf, hasher: hasher)
    buffer += line.bytes
    buffer.append(0x0A)
    if rootsAt.contains(chain.count) { roots[chain.count] = chain.tree.root(with: hasher) }
    if buffer.count >= GoodLines.bufferSize { try flush() }
    return nil
  }

  private mutating func flush() throws(RegistryError) {
    try SystemCalls.write(file, at: written, buffer)
    written += UInt64(buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }

  func report(
    _ damage: RegistryError?, _ stored: StoredCheckpoints, noteKeys: NoteKeys?, size: UInt64
  ) throws(RegistryError) -> JournalSalvage.Report {
    guard let opening else { throw RegistryError(.journalEmpty) }
    let keys = noteKeys ?? NoteKeys(opening)
    let anchors = stored.stored.compactMap { stored in
      try? Checkpoint(
        opening: stored.note.get(), with: keys, origin: opening.origin, lines: chain.count, roots: roots
      )
    }
    return JournalSalvage.Report(
      origin: opening.origin, lines: chain.count, bytes: written, bytesLeft: size - min(size, written),
      head: chain.head,
      root: chain.tree.root(with: hasher),
      firstBad: damage.map { Finding($0, line: chain.count, lineOffset: written) }, anchor: anchors.last,
      checkpointFindings: stored.problems(
        origin: opening.origin, keys: keys, lines: chain.count, roots: roots))
  }
}
