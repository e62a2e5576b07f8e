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
      """,
    arguments: [.journals],
    options: [.at, .knownAt, Replaying.register, Replaying.holder, .verify, .tableFormat, .output],
    run: Replaying.run)
}

private enum Replaying {
  static let register = Option(
    "register", value: "register", help: "The register to rebuild.", kind: .oneOf(["apk"] + EntryRegister.names()), default: "apk")
  static let holder = Option(
    "holder", value: "БИН or ИИН", help: "Only the entries of this holder; may be repeated.", occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let moment = try arguments.effectiveMoment()
    let known = try arguments.known()
    let holders = arguments.strings(holder)
    if let entries = arguments.string(register).flatMap({ EntryRegister($0) }) {
      return try replay(entries, holders, moment, known, arguments, context)
    }
    let (register, report) = try JournalSource(arguments, context).replay(
      at: moment, known: known, mode: arguments.verificationMode, making: { _ in HardwareRegister() },
      fold: { register, act, context in register.apply(act, context) })
    let result = HardwareReplay(
      register: register, report: report, moment: moment, holders: holders)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .text: try result.writeText(to: output)
      case .json: try result.writeJSON(to: output)
      case .csv: try result.writeCSV(to: output)
      }
    }
    return .success
  }

  /// Replays a register whose entries are made one by one.
  private static func replay(
    _ register: EntryRegister, _ holders: [String], _ moment: EffectiveMoment, _ known: AsOf.Known,
    _ arguments: ParsedArguments, _ context: Context
  ) throws -> ExitCode {
    let (register, report) = try JournalSource(arguments, context).replay(
      at: moment, known: known, mode: arguments.verificationMode, making: { _ in register },
      fold: { register, act, context in register.apply(act, context) })
    let result = EntryReplay(register: register, report: report, moment: moment, holders: holders)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .text: try result.writeText(to: output)
      case .json: try result.writeJSON(to: output)
      case .csv: try result.writeCSV(to: output)
      }
    }
    return .success
  }
}
