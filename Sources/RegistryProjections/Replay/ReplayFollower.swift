public import RegistryEvents

/// A replay that goes on as its journal grows: the same folds, line by line, so that the state is at any time that of a ``Replay`` of the
/// journal as it is then.
public struct ReplayFollower<State> {
  /// The state after the lines so far.
  public private(set) var state: State
  private let replay: Replay
  private let path: String
  private let initial: () -> State
  private var follower: JournalFollower
  private var running: ReplayFold
  /// The amendments that the lines so far were folded with.
  private var amendments = Amendments()

  /// A replay of the journal at a path that has not read anything yet. A line that is refused ends it, whatever the replay says of damage.
  ///
  /// - Parameter initial: the state before the first line; asked again where a line annuls or corrects an act before it, and the journal is
  ///   followed anew.
  /// - Throws: `file-missing` or `input-output`.
  public init(_ replay: Replay, path: String, into initial: @escaping () -> State) throws(RegistryError) {
    self.replay = replay
    self.path = path
    self.initial = initial
    state = initial()
    follower = try replay.follower(path: path)
    running = ReplayFold(asOf: replay.asOf, knowing: amendments)
  }

  /// Reads the lines that have come since the last call and folds each act that counts, without waiting for more.
  ///
  /// - Parameters:
  ///   - line: is given every line as it passes, folded or not.
  ///   - fold: applies the act to whatever projections the state holds.
  /// - Returns: whether there were any lines.
  /// - Throws: as ``JournalFollower/advance(blocks:_:)``.
  public mutating func advance(
    line: (Line) -> Void = { _ in }, fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    let hasGrown = try read(line, fold)
    while running.met != amendments {
      amendments = running.met
      state = initial()
      follower = try replay.follower(path: path)
      running = ReplayFold(asOf: replay.asOf, knowing: amendments)
      _ = try read(line, fold)
    }
    return hasGrown
  }

  private mutating func read(
    _ line: (Line) -> Void, _ fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    try follower.advance { walked throws(RegistryError) in
      line(walked.line)
      try running.take(
        walked, known: { _, _ in },
        fold: { (act, context) throws(RegistryError) in try fold(&state, act, context) })
    }
  }

  /// What was read so far.
  ///
  /// - Throws: `journal-empty` before line 0 has come.
  public func report() throws(RegistryError) -> ReplayReport { running.report(try follower.summary()) }
}
