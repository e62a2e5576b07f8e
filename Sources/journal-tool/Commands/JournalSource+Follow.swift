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
    at moment: EffectiveMoment, mode: VerificationMode, making initial: () -> State,
    fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void,
    tell: (State, ReplayReport) throws -> Void
  ) async throws -> Never {
    var time = AstanaTime()
    var isFirst = true
    while true {
      let effective = moment.instant(in: time)
      var state = initial()
      var follower = try naming {
        try ReplayFollower(Replay(asOf: AsOf(effective: effective), mode: mode), path: path)
      }
      while moment.instant(in: time) == effective {
        let hasGrown = try naming {
          try follower.advance { act, context throws(RegistryError) in try fold(&state, act, context) }
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
        try tell(state, report)
      }
    }
  }

  private func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as RegistryError {
      throw ToolError(error, path: name, exitCode: error.place.seq == nil ? nil : .findings)
    }
  }
}
