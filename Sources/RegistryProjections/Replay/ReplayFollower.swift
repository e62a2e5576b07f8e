public import RegistryEvents

/// A replay that goes on as its journal grows: the same folds, line by line, so that the state is at any time that of a ``Replay`` of the
/// journal as it is then.
public struct ReplayFollower<State> {
  /// The state after the lines so far.
  public private(set) var state: State
  private let replay: Replay
  private let path: String
  private let predecessors: [String]
  private let initial: () -> State
  private var follower: JournalFollower
  private var running: ReplayFold
  /// The amendments that the lines so far were folded with.
  private var amendments = Amendments()

  /// A replay of the journal at a path that has not read anything yet. A line that is refused ends it, whatever the replay says of damage.
  ///
  /// - Parameters:
  ///   - predecessors: the paths of the journals that it continues, the oldest first: they have ended, and are read once.
  ///   - initial: the state before the first line; asked again where a line annuls or corrects an act before it, and the journals are
  ///     read anew.
  /// - Throws: `file-missing` or `input-output`.
  public init(
    _ replay: Replay, path: String, continuing predecessors: [String] = [], into initial: @escaping () -> State
  ) throws(RegistryError) {
    self.replay = replay
    self.path = path
    self.predecessors = predecessors
    self.initial = initial
    state = initial()
    follower = try replay.follower(path: path, continuing: predecessors)
    running = ReplayFold(asOf: replay.asOf, knowing: amendments)
  }

  /// Reads the lines that have come since the last call and folds each act that counts, without waiting for more.
  ///
  /// - Parameters:
  ///   - line: is given every line as it passes, folded or not.
  ///   - fold: applies the act to whatever projections the state holds.
  /// - Returns: whether there were any lines of the journal that is followed.
  /// - Throws: as ``JournalFollower/advance(blocks:_:)``.
  public mutating func advance(
    line: (Line) -> Void = { _ in }, fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    let hasGrown = try read(line, fold)
    while running.met != amendments {
      amendments = running.met
      state = initial()
      follower = try replay.follower(path: path, continuing: predecessors)
      running = ReplayFold(asOf: replay.asOf, knowing: amendments)
      _ = try read(line, fold)
    }
    return hasGrown
  }

  private mutating func read(
    _ line: (Line) -> Void, _ fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    var hasGrown = false
    let elders = predecessors.count
    _ = try follower.advance(ended: { running.end($0) }) { walked throws(RegistryError) in
      hasGrown = running.summaries.count == elders
      line(walked.line)
      try running.take(
        walked, known: { _, _ in },
        fold: { (act, context) throws(RegistryError) in try fold(&state, act, context) })
    }
    return hasGrown
  }

  /// The line that ended the journal, after which no act stands; `nil` while it can grow.
  public var closedSeq: UInt64? { follower.closedSeq }

  /// The index of the journal that is being read, among those that were given.
  public var current: Int { running.summaries.count }

  /// What was read so far.
  ///
  /// - Throws: `journal-empty` before line 0 has come.
  public func report() throws(RegistryError) -> ReplayReport {
    running.report(try follower.summary(), continuing: running.summaries)
  }
}
