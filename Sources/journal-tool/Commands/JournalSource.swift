import RegistryEvents
import RegistryProjections

/// A journal that a command line names, read as it says: with progress, and with the journal's name in every error.
struct JournalSource {
  /// The path; `-` for standard input.
  let path: String
  /// The world that it is told to.
  let context: Context

  /// How errors and warnings call it.
  var name: String { path == "-" ? "<stdin>" : path }

  /// The journal that a command was given.
  init(_ arguments: ParsedArguments, _ context: Context) throws(UsageError) {
    path = try arguments.required(Argument.journal)
    self.context = context
  }

  /// Reads the journal once, from its first byte. What is wrong with a line ends the process with 1, whatever its code.
  func reading<Result>(
    _ activity: String, _ body: (JournalReader, _ passed: (Line) -> Void) throws -> Result
  ) throws -> Result {
    do {
      let reader = try JournalReader(path: path)
      let megabyte: UInt64 = 1_000_000
      let total = path == "-" ? nil : SystemCalls.size(path).map { $0 / megabyte }
      let progress = Progress(activity, unit: "MB", total: total, context: context)
      defer { progress.finish() }
      return try body(reader) { progress.advance(to: $0.fileOffset / megabyte) }
    } catch let error as RegistryError {
      throw ToolError(error, path: name, exitCode: error.place.seq == nil ? nil : .findings)
    }
  }

  /// The checkpoints beside the journal; `nil` for standard input, which has no place.
  func storedCheckpoints() throws -> StoredCheckpoints? {
    try ToolError.naming(name) { path == "-" ? nil : try StoredCheckpoints(journal: path) }
  }

  /// Replays the journal into a state that is made for the instant asked for.
  ///
  /// Where a date is asked for, its end is told by Astana's time as the journal declares it; a journal that declares another
  /// time for that very day is read again with it.
  ///
  /// - Parameters:
  ///   - rootsAt: the numbers of lines at which the root is to be known as well.
  ///   - see: is given every line that is known before it is folded, if it is.
  ///   - fold: takes in every act that counts.
  func replay<State>(
    at moment: EffectiveMoment, known: AsOf.Known, mode: VerificationMode, damage: JournalWalk.Damage = .stop,
    rootsAt: Set<UInt64> = [], making initial: (Instant) -> State,
    see: (inout State, WalkedLine, FoldContext) -> Void = { _, _, _ in },
    fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws -> (state: State, report: ReplayReport) {
    var time = AstanaTime()
    while true {
      let effective = moment.instant(in: time)
      var state = initial(effective)
      let replay = Replay(asOf: AsOf(effective: effective, known: known), mode: mode, damage: damage, rootsAt: rootsAt)
      let report = try reading(mode == .full ? "Verifying" : "Reading") { reader, passed in
        try replay.run(
          reader, line: passed, known: { line, context in see(&state, line, context) },
          fold: { (act, context) throws(RegistryError) in try fold(&state, act, context) })
      }
      if moment.instant(in: report.time) == effective {
        try check(known, report)
        warn(report.summary)
        return (state, report)
      }
      guard path != "-" else {
        let detail = "it declares another time for that day and must be read twice: give it as a file"
        throw ToolError(RegistryError(.inputOutput, detail: detail), path: name)
      }
      time = report.time
    }
  }

  /// A line that is not there cannot be known.
  private func check(_ known: AsOf.Known, _ report: ReplayReport) throws(UsageError) {
    guard case .seq(let asked) = known, asked >= report.summary.lines else { return }
    throw UsageError(
      "There is no line \(asked): the last line is \(report.summary.lines - 1)", concerning: Option.knownAt)
  }

  /// Says on standard error what is wrong with a journal that could be read all the same.
  private func warn(_ summary: WalkSummary) {
    switch summary.mode {
    case .none: context.warn("Nothing was verified: every act was taken as standing.")
    case .chain: context.warn("No signature was checked: every act was taken as standing.")
    case .full: break
    }
    if let tail = summary.tail {
      let place = Place(seq: summary.lines, fileOffset: tail.offset)
      let error = RegistryError(.tornTail, at: place, detail: "\(tail.bytes.count) bytes, left out")
      context.warn(ErrorPrinter.text(of: ToolError(error, path: name)))
    }
  }
}
