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
  /// SHA-256 of the file; `nil` unless it was asked for.
  public internal(set) var fileDigest: Digest?
  /// How many signatures got which verdict, as known at the end; empty unless the mode is full.
  public internal(set) var verdicts: [Verdict: Int] = [:]
  /// How many acts stand, fail or are undecided; empty unless the mode is full.
  public internal(set) var standings: [Standing: Int] = [:]
  /// How many acts are of a type and version that the reader does not know, by `type version N`.
  public internal(set) var unknownTypes: [String: Int] = [:]
  /// What was found, in the order of the lines.
  public internal(set) var findings: [Finding] = []
  /// The keys as after the last line; empty unless the mode is full.
  public internal(set) var ring = KeyRing()
  /// The keys that sign checkpoints, as after the last line; those of line 0 unless the mode is full.
  public internal(set) var noteKeys: NoteKeys
  /// The line that ended the journal; `nil` where none did, and unless the mode is full.
  public internal(set) var closedSeq: UInt64?
  /// The signatures on which later revocations cast doubt, in the order of the lines.
  public internal(set) var doubted: [DoubtedSignature] = []
  /// The first line that is not as it was written.
  var firstBad: JournalWalk.State.FirstBad?
  /// What was counted before the lines of which every signature was checked.
  var before = JournalWalk.State.Tally()
  var trace = WalkTrace()
  /// From where on a later walk can go on.
  var window: VerificationRecord.Window?
  /// An unterminated end after the last whole line.
  public internal(set) var tail: JournalReader.Tail?
}

extension WalkSummary {
  /// What was found in this journal and in those before it, of which it is the last: counts and findings of all, with lines counted
  /// on; whatever else is said is of the last.
  public func following(_ earlier: [WalkSummary]) -> WalkSummary {
    var all = self
    all.findings = []
    all.doubted = []
    var firstSeq: UInt64 = 0
    for summary in earlier + [self] {
      all.findings += summary.findings.map { $0.counted(from: firstSeq) }
      all.doubted += summary.doubted.map { $0.counted(from: firstSeq) }
      firstSeq &+= summary.lines
    }
    for summary in earlier {
      all.verdicts.merge(summary.verdicts, uniquingKeysWith: +)
      all.standings.merge(summary.standings, uniquingKeysWith: +)
      all.unknownTypes.merge(summary.unknownTypes, uniquingKeysWith: +)
    }
    return all
  }

  /// The same as known at a line, at none where it is `nil`: what was revoked after it is not in doubt yet.
  public func asKnown(at seq: UInt64?) -> WalkSummary {
    let known = doubted.filter { signature in seq.map { signature.revokedBySeq <= $0 } ?? false }
    guard known.count < doubted.count else { return self }
    var summary = self
    summary.removeDoubts()
    summary.doubt(known)
    summary.findings.sort { $0.seq < $1.seq }
    return summary
  }

  /// Counts every signature as it was judged, and tells of no act that stands by a revoked key.
  mutating func removeDoubts() {
    findings.removeAll { $0.code == .vouchedByRevokedKey }
    verdicts[.valid, default: 0] += doubted.count
    verdicts[.keyRevoked, default: 0] -= doubted.count
    verdicts = verdicts.filter { $0.value != 0 }
    doubted = []
  }

  /// Counts the signatures on which later revocations cast doubt as `key-revoked`, and tells of each act that stands by one.
  mutating func doubt(_ signatures: [DoubtedSignature]) {
    doubted = signatures
    guard !signatures.isEmpty else { return }
    verdicts[.valid, default: 0] -= signatures.count
    verdicts[.keyRevoked, default: 0] += signatures.count
    if verdicts[.valid] == 0 { verdicts[.valid] = nil }
    var last: UInt64?
    for signature in signatures where signature.actStands && signature.seq != last {
      last = signature.seq
      let place = Place(seq: signature.seq, fileOffset: signature.fileOffset)
      let detail = "\(signature.kid), revoked in line \(signature.revokedBySeq)"
      findings.append(Finding(RegistryError(.vouchedByRevokedKey, at: place, detail: detail), line: 0, lineOffset: 0))
    }
  }

  /// What an earlier walk found in a journal that is now taken up again without findings and without an unterminated end; the keys are
  /// not known of it.
  package init(
    mode: VerificationMode, rulesVersion: String, opening: JournalOpened, lines: UInt64, bytes: UInt64, head: Digest,
    lastRecorded: Instant, root: Digest?, verdicts: [Verdict: Int], standings: [Standing: Int],
    unknownTypes: [String: Int]
  ) {
    self.init(
      mode: mode, rulesVersion: rulesVersion, opening: opening, head: head, lastRecorded: lastRecorded,
      noteKeys: NoteKeys(opening))
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
  /// As it was walked, with what its act counts as since later lines annulled or corrected it; nothing where it was annulled.
  indirect case amended(WalkedLine, StandingAct?)

  /// The line.
  public var line: Line {
    switch self {
    case .read(let line, _): return line
    case .verified(let verified): return verified.line
    case .amended(let walked, _): return walked.line
    }
  }

  /// The line with its verdicts; `nil` where its signatures were not checked.
  public var verified: VerifiedLine? {
    switch self {
    case .read: return nil
    case .verified(let verified): return verified
    case .amended(let walked, _): return walked.verified
    }
  }

  /// The hash of the line; `nil` where no hashes were asked for.
  public var leafHash: Digest? {
    switch self {
    case .read(_, let leafHash): return leafHash
    case .verified(let verified): return verified.leafHash
    case .amended(let walked, _): return walked.leafHash
    }
  }

  /// The act, if it may change a state: it stands, or nothing was verified and it is taken as standing.
  public var standingAct: StandingAct? {
    switch self {
    case .read(let line, let leafHash): return StandingAct(assuming: line, leafHash: leafHash)
    case .verified(let verified): return StandingAct(verified)
    case .amended(_, let act): return act
    }
  }
}
