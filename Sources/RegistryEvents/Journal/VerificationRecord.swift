/// What a reader has verified of a journal: a record that the reader keeps for itself, so that the next time only what is new costs the checking of
/// signatures.
///
/// Whoever can write it can make a reader pass over bad signatures. So it is the reader's own, never taken from beside the journal, and bound to all
/// that its words rest on: the program and the rules that judged, the journal that this one continues, line 0, the number of lines and bytes, the last line and
/// the Merkle root. A record
/// that does not fit any of them is not used. It is no cache of states: keys and mandates are read again from the journal's own lines, whose
/// hashes the record holds.
public struct VerificationRecord: Sendable, Equatable {
  /// The program that verified, with its version.
  public let tool: String
  /// The version of the signing rules that roles were judged by.
  public let rulesVersion: String
  /// The origin that line 0 names.
  public let origin: String
  /// The leaf hash of line 0.
  public let opening: Digest
  /// The journal that this one continues, as it was then read to its end; `nil` where none was given.
  public let predecessor: Predecessor?
  /// How many acts that a revoked key vouches for were annulled since.
  public let annulled: UInt64
  /// The number of lines.
  public let size: UInt64
  /// Their bytes, each line with its LF.
  public let bytes: UInt64
  /// The leaf hash of the last of them.
  public let head: Digest
  /// The Merkle root over them.
  public let root: Digest
  /// How many signatures got which verdict.
  public let verdicts: [Verdict: Int]
  /// How many acts stand, fail or are undecided.
  public let standings: [Standing: Int]
  /// How many acts are of a type that the reader did not know.
  public let unknownTypes: [String: Int]
  /// What was found in the lines.
  public let findings: [Finding]

  /// The end of a journal that another continues. Its root binds its line 0 too, and with it the journals before.
  public struct Predecessor: Sendable, Equatable {
    /// Its origin.
    public let origin: String
    /// The number of its lines.
    public let lines: UInt64
    /// Its Merkle root.
    public let root: Digest

    init(origin: String, lines: UInt64, root: Digest) {
      self.origin = origin
      self.lines = lines
      self.root = root
    }

    /// - Returns: `nil` where no hashes were computed.
    init?(_ end: JournalEnd) {
      guard let root = end.root else { return nil }
      self.init(origin: end.origin, lines: end.lines, root: root)
    }
  }

  /// The lines by which the keys are known.
  let controls: [ControlLine]
  /// From where on lines are read again to go on: what `id` and `recorded` of a next line are compared with.
  let window: Window

  /// A line whose act is of a control area.
  struct ControlLine: Sendable, Equatable {
    let seq: UInt64
    let offset: UInt64
    let leaf: Digest
  }

  /// A place between two lines, and all that the chain needs to go on from there.
  struct Window: Sendable, Equatable {
    /// The number of lines before it.
    let lines: UInt64
    /// Where it is, in bytes from the start of the file.
    let bytes: UInt64
    /// The leaf hash of the line before.
    let head: Digest
    /// When that line was recorded.
    let recorded: Instant
    /// The tree over the lines before.
    let tree: MerkleFrontier
  }
}

/// What a walk notes on its way for a ``VerificationRecord``, and to say where a good part ends.
struct WalkTrace: Sendable {
  /// Where the first so many lines end, for the numbers that were asked for.
  var ends: [UInt64: UInt64] = [:]
  /// Where the line before began.
  private(set) var lastStart: UInt64 = 0
  private(set) var controls: [VerificationRecord.ControlLine] = []
  /// Places some days apart; the first is the newest that lies far enough before the last line, or the oldest.
  private var marks: [VerificationRecord.Window] = []

  init() {}

  /// The trace of a walk that goes on from a window.
  init(resuming record: VerificationRecord, ends: [UInt64: UInt64]) {
    self.ends = ends
    controls = record.controls.filter { $0.seq < record.window.lines }
    marks = [record.window]
  }

  /// Marks are so many seconds apart.
  private static let stride: Int64 = 9 * 86_400

  /// Notes a line that was taken in, of which the chain is already.
  mutating func take(_ line: Line, at index: UInt64, _ chain: Chain, isWanted: Bool) {
    let end = line.fileOffset + UInt64(line.layout.length) + 1
    lastStart = line.fileOffset
    if isWanted { ends[index + 1] = end }
    if line.scanned.refusal == nil, line.act.isControl, let leaf = line.scanned.leaf {
      controls.append(VerificationRecord.ControlLine(seq: index, offset: line.fileOffset, leaf: leaf))
    }
    guard chain.lastRecorded.seconds(since: marks.last?.recorded ?? .earliest) > WalkTrace.stride else { return }
    marks.append(
      VerificationRecord.Window(
        lines: chain.count, bytes: end, head: chain.head, recorded: chain.lastRecorded, tree: chain.tree))
    while marks.count > 1, chain.lastRecorded.seconds(since: marks[1].recorded) > IDWindow.generation {
      marks.removeFirst()
    }
  }

  /// The newest mark of which every line before is too old for an `id` to meet again; the beginning where there is none.
  func window(of chain: Chain, hasher: SHA256Hasher) -> VerificationRecord.Window {
    if let mark = marks.first, chain.lastRecorded.seconds(since: mark.recorded) > IDWindow.generation { return mark }
    return VerificationRecord.Window(
      lines: 0, bytes: 0, head: hasher.digest([]), recorded: .earliest, tree: MerkleFrontier())
  }
}
