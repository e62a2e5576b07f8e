import RegistryEvents
import RegistryProjections

extension JournalSource {
  /// Replays the journal, known to its end, into a state that a snapshot may hold already, and leaves one for the next time.
  func replayKeeping<State: Snapshottable>(
    at moment: EffectiveMoment, mode: VerificationMode, making initial: () -> State
  ) throws -> (state: State, report: ReplayReport) {
    func plain() throws -> (state: State, report: ReplayReport) {
      try replay(
        at: moment, known: .latest, mode: mode, making: { _ in initial() },
        fold: { state, act, context in state.apply(act, context) })
    }
    guard paths.count == 1, path != "-", let store = SnapshotStore<State>(journal: path, mode: mode, context) else {
      context.warn("There is no place for snapshots: the journal is read from its first line.")
      return try plain()
    }
    var time = AstanaTime()
    while true {
      let effective = moment.instant(in: time)
      let year = time.date(of: effective).parts.year
      let replay = SnapshotReplay<State>(effective: effective, mode: mode, now: context.now())
      let found =
        try resume(replay, store, year)
        ?? reading(mode == .full ? "Verifying" : "Reading") { reader, passed in
          try replay.start(reader, making: initial(), line: passed)
        }
      guard let outcome = found else { return try plain() }
      if let snapshot = outcome.snapshot { store.keep(snapshot, year) }
      if moment.instant(in: outcome.report.time) == effective {
        warn(outcome.report)
        return (outcome.state, outcome.report)
      }
      time = outcome.report.time
    }
  }

  /// What comes of the snapshot that there is; `nil` where there is none, or none that serves.
  private func resume<State: Snapshottable>(
    _ replay: SnapshotReplay<State>, _ store: SnapshotStore<State>, _ year: Int
  ) throws -> SnapshotReplay<State>.Outcome? {
    guard let (file, snapshot) = store.find(year) else { return nil }
    // Handed over, so that the state goes on in its own memory.
    var held = Optional(consume snapshot)
    let result: Result<SnapshotReplay<State>.Outcome, SnapshotError>? = try reading("Reading") { reader, _ in
      guard let snapshot = held.take() else { return nil }
      return try replay.resume(consume snapshot, reader)
    }
    switch result {
    case nil: break
    case .success(let outcome): return outcome
    case .failure(.journalChanged):
      store.discard(file)
      context.warn(
        "The journal is not the one that it was when \(visible(file)) was made: the snapshot was thrown away.")
    case .failure: break
    }
    return nil
  }
}
