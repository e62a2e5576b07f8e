import RegistryEvents
import RegistryProjections

extension JournalSource {
  /// Replays the journal into a state, and goes on as it grows, until it is closed; throws what ends a ``ReplayFollower``. The journals that it
  /// continues are read once, before it.
  ///
  /// A journal that comes to declare another time for the day asked for is read again with it.
  ///
  /// - Parameters:
  ///   - fold: takes in every act that counts.
  ///   - tell: is given the state whenever lines have come.
  /// - Returns: the line that ended the journal, and what was read to its end.
  func follow<State>(
    at moment: EffectiveMoment, mode: VerificationMode, making initial: @escaping () -> State,
    fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void,
    tell: (State, ReplayReport) throws -> Void
  ) async throws -> (closedSeq: UInt64, report: ReplayReport) {
    var time = AstanaTime()
    var isFirst = true
    var current = 0
    func naming<Result>(_ body: () throws -> Result) throws -> Result {
      do { return try body() } catch let error as RegistryError { throw self.naming(error, paths[current]) }
    }
    while true {
      let effective = moment.instant(in: time)
      var follower = try naming {
        try ReplayFollower(
          Replay(asOf: AsOf(effective: effective), mode: mode), path: path, continuing: Array(paths.dropLast()),
          into: initial)
      }
      while moment.instant(in: time) == effective {
        let hasGrown = try naming {
          defer { current = follower.current }
          return try follower.advance(fold: fold)
        }
        guard hasGrown else {
          if let closedSeq = follower.closedSeq { return (closedSeq, try naming { try follower.report() }) }
          try await Task.sleep(for: .milliseconds(100))
          continue
        }
        let report = try naming { try follower.report() }
        time = report.time
        guard moment.instant(in: time) == effective else { break }
        if isFirst { warn(report) }
        isFirst = false
        try tell(follower.state, report)
      }
    }
  }
}
