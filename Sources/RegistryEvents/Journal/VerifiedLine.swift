/// A line whose place in the chain and whose signatures were checked. Only a ``JournalWalk`` makes one.
public struct VerifiedLine: Sendable {
  /// The line as it was read.
  public let line: Line
  /// The hash of its bytes.
  public let leafHash: Digest
  /// The verdict on each signature, and whether the act stands.
  public let judgement: Judgement
}

/// An act that may change a state: one that stands (format §5), or one that the reader chose to take as standing because
/// nothing was verified, which every report of such a replay says.
public struct StandingAct: Sendable {
  /// The act.
  public let act: Act
  /// The index of its line.
  public let seq: UInt64
  /// When the journal took it in.
  public let recorded: Instant
  /// The hash of its line; `nil` where no hashes were computed.
  public let leafHash: Digest?
  /// The verdict on each signature; `nil` where none was checked.
  public let judgement: Judgement?

  /// The act of a verified line; `nil` where it does not stand.
  public init?(_ verified: VerifiedLine) {
    guard verified.judgement.standing == .stands else { return nil }
    self.init(verified.line, leafHash: verified.leafHash, judgement: verified.judgement)
  }

  /// The act of a line that was not verified, taken as standing; `nil` where its `what` is not as its type says.
  public init?(assuming line: Line, leafHash: Digest?) {
    guard line.act.whatProblem == nil else { return nil }
    self.init(line, leafHash: leafHash, judgement: nil)
  }

  init(_ line: Line, leafHash: Digest?, judgement: Judgement?) {
    act = line.act
    seq = line.seq
    recorded = line.recorded
    self.leafHash = leafHash
    self.judgement = judgement
  }
}
