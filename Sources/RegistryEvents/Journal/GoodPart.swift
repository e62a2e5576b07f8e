/// What of a journal is still good, where something is wrong with it: the lines before the damage.
///
/// A bad line ends it. So does a checkpoint that the journal contradicts though no line that it is of is bad: the history was rewritten, and only
/// an older checkpoint that holds tells which lines were not.
public struct GoodPart: Sendable, Equatable {
  /// The number of good lines from line 0 on.
  public let lines: UInt64
  /// Where they end, in bytes from the start of the file; `nil` where those lines were not read.
  public let bytes: UInt64?
  /// The newest checkpoint that holds; `nil` where none does.
  public let checkpoint: Checkpoint?
  /// The name of that checkpoint: its path.
  public let checkpointName: String?
  /// The lines among which one at least is not what a checkpoint was signed over, though each fits the one before; `nil` where no checkpoint is
  /// contradicted.
  public let rewritten: Range<UInt64>?

  /// - Parameters:
  ///   - held: the checkpoints that hold.
  ///   - contradicted: the sizes of those that the journal contradicts.
  init(
    _ summary: WalkSummary, isExpected: Bool, held: [(name: String, checkpoint: Checkpoint)], contradicted: [UInt64]
  ) {
    let newest = held.max { $0.checkpoint.size < $1.checkpoint.size }
    checkpoint = newest?.checkpoint
    checkpointName = newest?.name
    func largestHeld(_ condition: (UInt64) -> Bool) -> UInt64 {
      held.map(\.checkpoint.size).filter(condition).max() ?? 0
    }
    var ends = summary.trace.ends
    ends[0] = 0
    ends[summary.lines] = summary.bytes
    var lines = summary.lines
    if let bad = summary.firstBad {
      ends[bad.goodLines] = bad.goodBytes
      lines = max(bad.goodLines, largestHeld { $0 <= bad.finding.seq })
    }
    // A checkpoint of no lines says nothing of any.
    if let first = contradicted.filter({ $0 > 0 }).min(), first <= lines {
      let last = largestHeld { $0 < first }
      rewritten = last..<first
      lines = last
    } else {
      rewritten = nil
    }
    self.lines = isExpected ? lines : 0
    bytes = ends[self.lines]
  }
}
