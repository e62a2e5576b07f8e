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
      The digest is that of the whole register, whatever --holder selects.

      With --follow the result is written anew whenever lines have been appended, until the tool is stopped or the journal is no longer \
      the one that was read; with --output the file is replaced each time.

        journal-tool replay apk.jsonl --at 2030-12-31 --follow --format json | jq .journal.lines
      """,
    arguments: [.journals],
    options: [.at, .knownAt, Replaying.register, Replaying.holder, .verify, .tableFormat, .output],
    flags: [Replaying.follow], run: Replaying.run)
}

private enum Replaying {
  static let register = Option(
    "register", value: "register", help: "The register to rebuild.", kind: .oneOf(["apk"] + EntryRegister.names()),
    default: "apk")
  static let holder = Option(
    "holder", value: "БИН or ИИН", help: "Only the entries of this holder; may be repeated.", occurrence: .any)

  static let follow = Flag("follow", help: "Go on as the journal grows.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) async throws -> ExitCode {
    if let entries = arguments.string(register).flatMap({ EntryRegister($0) }) {
      return try await run(
        arguments, context, making: { entries }, fold: { register, act, context in register.apply(act, context) },
        write: { (register, report, moment, holders, output) in
          let result = EntryReplay(register: register, report: report, moment: moment, holders: holders)
          switch arguments.format {
          case .text: try result.writeText(to: output)
          case .json: try result.writeJSON(to: output)
          case .csv: try result.writeCSV(to: output)
          }
        })
    }
    return try await run(
      arguments, context, making: HardwareRegister.init,
      fold: { register, act, context in register.apply(act, context) },
      write: { (register, report, moment, holders, output) in
        let result = HardwareReplay(register: register, report: report, moment: moment, holders: holders)
        switch arguments.format {
        case .text: try result.writeText(to: output)
        case .json: try result.writeJSON(to: output)
        case .csv: try result.writeCSV(to: output)
        }
      })
  }

  /// Replays one kind of register, once or as the journal grows.
  private static func run<Register>(
    _ arguments: ParsedArguments, _ context: Context, making initial: () -> Register,
    fold: (inout Register, StandingAct, FoldContext) throws(RegistryError) -> Void,
    write: (Register, ReplayReport, EffectiveMoment, _ holders: [String], ByteOutput) throws -> Void
  ) async throws -> ExitCode {
    let moment = try arguments.effectiveMoment()
    let known = try arguments.known()
    let source = try JournalSource(arguments, context)
    let holders = arguments.strings(holder)
    let output = arguments.string(Option.output)
    func tell(_ register: Register, _ report: ReplayReport) throws {
      try context.result(to: output) { output in try write(register, report, moment, holders, output) }
    }
    guard arguments[follow] else {
      let (register, report) = try source.replay(
        at: moment, known: known, mode: arguments.verificationMode, making: { _ in initial() }, fold: fold)
      try tell(register, report)
      return .success
    }
    try check(arguments, source)
    var isFirst = true
    try await source.follow(
      at: moment, mode: arguments.verificationMode, making: initial, fold: fold,
      tell: { register, report in
        if !isFirst, arguments.format == .text, output == nil { try context.output.write("\n") }
        isFirst = false
        try tell(register, report)
        try context.output.flush()
      })
  }

  /// What cannot be followed.
  private static func check(_ arguments: ParsedArguments, _ source: JournalSource) throws(UsageError) {
    guard source.paths.count == 1 else {
      throw UsageError("Only one journal can be followed", concerning: Argument.journals)
    }
    guard source.path != "-" else {
      throw UsageError("Standard input cannot be followed", concerning: Argument.journals)
    }
    guard !arguments.isGiven(Option.knownAt) else {
      throw UsageError("What is known at a line does not grow", concerning: Option.knownAt)
    }
    guard arguments.format != .csv || arguments.isGiven(Option.output) else {
      throw UsageError(
        "One table after another is no CSV: give --output, or --format json", concerning: Option.tableFormat)
    }
  }
}
