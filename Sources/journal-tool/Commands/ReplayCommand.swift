import RegistryEvents
import RegistryProjections

extension Command {
  /// `replay`: a register as at a date, as known at a line.
  static let replay = Command(
    "replay", abstract: "Rebuild a register as at a date from a journal.",
    discussion: """
      Reads every line, checks what --verify says, and folds the acts that stand, were done up to --at and are known at \
      --known-at. A date means the end of that day in Astana.

        journal-tool replay Journals/apk-2024.jsonl --at 2024-06-30
        journal-tool replay Journals/apk-2024.jsonl --at 2024-06-30 --known-at 2024-07-01T00:00:00Z --format json

      Where the terminal is narrow, columns are left out or each entry becomes a card; a file or pipe gets every column. \
      The digest is that of the whole register, whatever --holder selects. With --totals-only there are neither entries nor \
      digest, which take longer than the register itself.

      With --follow the result is written anew whenever lines have been appended, until the journal is closed, which ends the tool with 0, \
      the tool is stopped, or the journal is no longer the one that was read; with --output the file is replaced each time. Of several \
      journals the last is followed: those that it continues are read once.

        journal-tool replay apk.jsonl --at 2030-12-31 --follow --format json | jq .journal.lines
        journal-tool replay apk-2024.jsonl apk-2025.jsonl --at 2030-12-31 --follow --format csv --output now.csv
      """,
    arguments: [.journals],
    options: [.at, .knownAt, .register, Replaying.holder, .verify, .tableFormat, .output],
    flags: [Replaying.totalsOnly, Replaying.snapshot, Replaying.follow],
    run: Replaying.run)
}

private enum Replaying {
  static let holder = Option(
    "holder", value: "БИН or ИИН", help: "Only the entries of this holder; may be repeated.", occurrence: .any)

  static let totalsOnly = Flag("totals-only", help: "Only the totals: neither entries nor digest.")

  static let snapshot = Flag(
    "snapshot", help: "Go on from what an earlier replay kept in this user's cache, and keep it for the next.")

  static let follow = Flag("follow", help: "Go on as the journal grows.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) async throws -> ExitCode {
    if let entries = arguments.string(Option.register).flatMap({ EntryRegister($0) }) {
      return try await replay(entries, arguments, context) { state, report, moment, holders in
        EntryReplay(
          register: state, report: report, moment: moment, holders: holders, totalsOnly: arguments[totalsOnly])
      }
    }
    return try await replay(
      HardwareRegister(), arguments, context,
      goingOn: { source, moment in
        try source.replayKeeping(at: moment, mode: arguments.verificationMode) { HardwareRegister() }
      },
      as: { state, report, moment, holders in
        HardwareReplay(
          register: state, report: report, moment: moment, holders: holders, totalsOnly: arguments[totalsOnly])
      })
  }

  /// Replays a register into what is shown of it, once or as the journal grows.
  ///
  /// - Parameter goingOn: replays from a snapshot; `nil` where none is kept of the register.
  private static func replay<State: Projection>(
    _ initial: State, _ arguments: ParsedArguments, _ context: Context,
    goingOn: ((JournalSource, EffectiveMoment) throws -> (State, ReplayReport))? = nil,
    as result: (State, ReplayReport, EffectiveMoment, _ holders: [String]) -> any RegisterReplay
  ) async throws -> ExitCode {
    let moment = try arguments.effectiveMoment()
    let known = try arguments.known()
    let holders = arguments.strings(holder)
    let source = try JournalSource(arguments, context)
    if arguments[follow] {
      try check(arguments, source)
      var isFirst = true
      let (closedSeq, report) = try await source.follow(
        at: moment, mode: arguments.verificationMode, making: { initial },
        fold: { state, act, context in state.apply(act, context) },
        tell: { state, report in
          if !isFirst, arguments.format == .text, !arguments.isGiven(Option.output) { try context.output.write("\n") }
          isFirst = false
          try write(result(state, report, moment, holders), arguments, context)
          try context.output.flush()
        })
      let line = Figures.of(report.place(of: closedSeq).seq)
      context.note("\(visible(source.name)) was closed in line \(line): it does not grow any more.")
      return .success
    }
    if arguments[snapshot] {
      guard let goingOn else { throw UsageError("No snapshots are kept of this register", concerning: Option.register) }
      guard known == .latest else {
        throw UsageError("A snapshot serves only a journal known to its end", concerning: Option.knownAt)
      }
      let (state, report) = try goingOn(source, moment)
      try write(result(state, report, moment, holders), arguments, context)
      return .success
    }
    let (state, report) = try source.replay(
      at: moment, known: known, mode: arguments.verificationMode, making: { _ in initial },
      fold: { state, act, context in state.apply(act, context) })
    try write(result(state, report, moment, holders), arguments, context)
    return .success
  }

  /// What cannot be followed.
  private static func check(_ arguments: ParsedArguments, _ source: JournalSource) throws(UsageError) {
    guard source.path != "-" else {
      throw UsageError("Standard input cannot be followed", concerning: Argument.journal)
    }
    guard !arguments.isGiven(Option.knownAt) else {
      throw UsageError("What is known at a line does not grow", concerning: Option.knownAt)
    }
    guard arguments.format != .csv || arguments.isGiven(Option.output) else {
      throw UsageError(
        "One table after another is no CSV: give --output, or --format json", concerning: Option.tableFormat)
    }
  }

  private static func write(
    _ result: any RegisterReplay, _ arguments: ParsedArguments, _ context: Context
  ) throws {
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .text: try result.writeText(to: output)
      case .json: try result.writeJSON(to: output)
      case .csv: try result.writeCSV(to: output)
      }
    }
  }
}
