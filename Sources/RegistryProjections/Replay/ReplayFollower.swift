public import RegistryEvents

/// A replay that goes on as its journal grows: the same folds, line by line, so that the state is at any time that of a ``Replay`` of the
/// journal as it is then. Of a journal that continues others it follows none: their lines do not grow, and a ``Replay`` of all reads them.
public struct ReplayFollower {
  private let replay: Replay
  private var follower: JournalFollower
  private var folding = Replay.Folding()

  /// A replay of the journal at a path that has not read anything yet. A line that is refused ends it, whatever the replay says of damage.
  ///
  /// - Throws: `file-missing` or `input-output`.
  public init(_ replay: Replay, path: String) throws(RegistryError) {
    follower = try replay.follower(path: path)
    self.replay = replay
  }

  /// Reads the lines that have come since the last call and gives each act that counts to `fold`, without waiting for more.
  ///
  /// - Parameters:
  ///   - line: is given every line as it passes, folded or not.
  ///   - fold: applies the act to whatever projections there are.
  /// - Returns: whether there were any lines.
  /// - Throws: as ``JournalFollower/advance(blocks:_:)``; `predecessor-missing` where the journal continues another.
  public mutating func advance(
    line: (Line) -> Void = { _ in }, fold: (StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    try follower.advance { walked throws(RegistryError) in
      line(walked.line)
      if walked.line.seq == 0 { try folding.begin(walked.line.act, isFirst: true) }
      try folding.take(walked, at: replay.asOf, known: { _, _ in }, fold: fold)
    }
  }

  /// What was read so far.
  ///
  /// - Throws: `journal-empty` before line 0 has come.
  public func report() throws(RegistryError) -> ReplayReport {
    replay.report(folding, try follower.summary())
  }
}
