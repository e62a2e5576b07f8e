import RegistryEvents
import RegistryProjections

/// The journals that a command line names, read as it says: with progress, and with the journal's name in every error.
///
/// There is one, or several of which each continues the one before it.
struct JournalSource {
  /// The paths, the oldest journal first; `-` for standard input.
  let paths: [String]
  /// The world that it is told to.
  let context: Context

  /// The path of the last journal; `-` for standard input.
  var path: String { paths.last ?? "" }

  /// How errors and warnings call the last journal.
  var name: String { JournalSource.name(of: path) }

  /// How errors and warnings call a journal.
  static func name(of path: String) -> String { path == "-" ? "<stdin>" : path }

  /// The journals that a command was given, where it takes one or several.
  init(_ arguments: ParsedArguments, _ context: Context) throws(UsageError) {
    paths = arguments.strings(Argument.journal)
    guard !paths.isEmpty else { throw .missing(Argument.journal) }
    guard paths.count == 1 || !paths.contains("-") else {
      throw UsageError("Of several journals none can be the standard input", concerning: Argument.journal)
    }
    self.context = context
  }

  /// Reads the one journal, or the last, once from its first byte. What is wrong with a line ends the process with 1, whatever its code.
  func reading<Result>(
    _ activity: String, _ body: (JournalReader, _ passed: (Line) -> Void) throws -> Result
  ) throws -> Result {
    try reading(activity, of: [path]) { reading in
      try body(reading.open()[0]) { reading.pass($0) }
    }
  }

  /// Reads journals one after the other.
  func reading<Result>(
    _ activity: String, of paths: [String], _ body: (JournalReading) throws -> Result
  ) throws -> Result {
    let reading = try JournalReading(activity, paths, context)
    defer { reading.progress.finish() }
    do {
      return try body(reading)
    } catch let error as RegistryError {
      throw naming(error, reading.current)
    }
  }

  /// An error of the journal, with its name. What is wrong with a line ends the process with 1, whatever its code.
  func naming(_ error: RegistryError, _ path: String? = nil) -> ToolError {
    ToolError(
      error, path: JournalSource.name(of: path ?? self.path), exitCode: error.place.seq == nil ? nil : .findings)
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
      let replay = Replay(asOf: AsOf(effective: effective, known: known), mode: mode, damage: damage, rootsAt: rootsAt)
      let (state, report) = try reading(mode == .full ? "Verifying" : "Reading", of: paths) { reading in
        try replay.run(
          { () throws(RegistryError) in try reading.open() }, into: { initial(effective) },
          begin: { reading.begin($0) }, line: { reading.pass($0) }, known: see, fold: fold)
      }
      if moment.instant(in: report.time) == effective {
        try check(known, report)
        warn(report)
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
    guard case .seq(let asked) = known, asked >= report.lineCount else { return }
    throw UsageError(
      "There is no line \(asked): the last line is \(report.lineCount - 1)", concerning: Option.knownAt)
  }

  /// Says on standard error what is wrong with a journal that could be read all the same.
  func warn(_ report: ReplayReport) {
    switch report.summary.mode {
    case .none: context.warn("Nothing was verified: every act was taken as standing.")
    case .chain: context.warn("No signature was checked: every act was taken as standing.")
    case .full: break
    }
    for (path, summary) in zip(paths, report.continued + [report.summary]) {
      guard let tail = summary.tail else { continue }
      let place = Place(seq: summary.lines, fileOffset: tail.offset)
      let error = RegistryError(.tornTail, at: place, detail: "\(tail.count) bytes, left out")
      context.warn(ErrorPrinter.text(of: ToolError(error, path: JournalSource.name(of: path))))
    }
  }
}
