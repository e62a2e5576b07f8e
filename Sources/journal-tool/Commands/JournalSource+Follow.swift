import RegistryEvents
import RegistryProjections

extension JournalSource {
  /// Replays the journal into a state, and goes on as it grows: never returns, and throws what ends a ``ReplayFollower``.
  ///
  /// A journal that comes to declare another time for the day asked for is read again with it.
  ///
  /// - Parameters:
  ///   - fold: takes in every act that counts.
  ///   - tell: is given the state whenever lines have come.
  func follow<State>(
    at moment: EffectiveMoment, mode: VerificationMode, making initial: @escaping () -> State,
    fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void,
    tell: (State, ReplayReport) throws -> Void
  ) async throws -> Never {
    var time = AstanaTime()
    var isFirst = true
    while true {
      let effective = moment.instant(in: time)
      var follower = try naming {
        try ReplayFollower(Replay(asOf: AsOf(effective: effective), mode: mode), path: path, into: initial)
      }
      while moment.instant(in: time) == effective {
        let hasGrown = try naming {
          try follower.advance(fold: fold)
        }
        guard hasGrown else {
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

  private func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as RegistryError { throw naming(error) }
  }
}
