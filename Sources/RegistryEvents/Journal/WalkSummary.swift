/// What a walk over a journal found, when it has come to the end.
public struct WalkSummary: Sendable {
  /// How much was checked.
  public let mode: VerificationMode
  /// The version of the signing rules that signers' roles were judged by.
  public let rulesVersion: String
  /// What line 0 says; not verified unless the mode is full.
  public let opening: JournalOpened
  /// The number of lines.
  public internal(set) var lines: UInt64 = 0
  /// The number of bytes in whole lines.
  public internal(set) var bytes: UInt64 = 0
  /// The leaf hash of the last line.
  public internal(set) var head: Digest
  /// When the last line was recorded.
  public internal(set) var lastRecorded: Instant
  /// The Merkle root over all lines; `nil` where no hashes were computed.
  public internal(set) var root: Digest?
  /// The roots over the first so many lines, for the numbers that were asked for and reached.
  public internal(set) var roots: [UInt64: Digest] = [:]
  /// How many signatures got which verdict; empty unless the mode is full.
  public internal(set) var verdicts: [Verdict: Int] = [:]
  /// How many acts stand, fail or are undecided; empty unless the mode is full.
  public internal(set) var standings: [Standing: Int] = [:]
  /// How many acts are of a type and version that the reader does not know, by `type version N`.
  public internal(set) var unknownTypes: [String: Int] = [:]
  /// What was found, in the order of the lines.
  public internal(set) var findings: [Finding] = []
  /// The keys as after the last line; empty unless the mode is full.
  public internal(set) var ring = KeyRing()
  /// An unterminated end after the last whole line.
  public internal(set) var tail: JournalReader.Tail?
}

extension WalkSummary {
  /// What an earlier walk found in a journal that is now taken up again without findings and without an unterminated end; the keys are
  /// not known of it.
  package init(
    mode: VerificationMode, rulesVersion: String, opening: JournalOpened, lines: UInt64, bytes: UInt64, head: Digest,
    lastRecorded: Instant, root: Digest?, verdicts: [Verdict: Int], standings: [Standing: Int],
    unknownTypes: [String: Int]
  ) {
    self.init(mode: mode, rulesVersion: rulesVersion, opening: opening, head: head, lastRecorded: lastRecorded)
    self.lines = lines
    self.bytes = bytes
    self.root = root
    self.verdicts = verdicts
    self.standings = standings
    self.unknownTypes = unknownTypes
  }
}

/// A line as far as a walk has checked it.
public enum WalkedLine: Sendable {
  /// Read, and hashed if hashes were asked for; its signatures were not checked.
  case read(Line, leafHash: Digest?)
  /// Verified.
  case verified(VerifiedLine)

  /// The line.
  public var line: Line {
    switch self {
    case .read(let line, _): return line
    case .verified(let verified): return verified.line
    }
  }

  /// The hash of the line; `nil` where no hashes were asked for.
  public var leafHash: Digest? {
    switch self {
    case .read(_, let leafHash): return leafHash
    case .verified(let verified): return verified.leafHash
    }
  }

  /// The act, if it may change a state: it stands, or nothing was verified and it is taken as standing.
  public var standingAct: StandingAct? {
    switch self {
    case .read(let line, let leafHash): return StandingAct(assuming: line, leafHash: leafHash)
    case .verified(let verified): return StandingAct(verified)
    }
  }
}
