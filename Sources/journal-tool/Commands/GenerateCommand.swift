import RegistryEvents
import RegistryProjections

/// Makes journals that a ministry could have had, of any size, for trying and measuring.
enum GenerateCommand {
  static let seed = Option("seed", value: "n", help: "What everything invented follows from.", default: "1")
  static let cases = Option("cases", value: "n", help: "How many cases are opened.", default: "200")
  static let from = Option("from-year", value: "year", help: "The first year.", default: "2024")
  static let to = Option("to-year", value: "year", help: "The last year; the first unless said.")
  static let units = Option(
    "units", value: "n.n", help: "Units an application lists on average, 1.0 to 10.0.", default: "1.4")
  static let tour = Flag("tour", help: "Make the tour instead: about thirty lines, every type of act.")
  static let checkpoint = Option(
    "checkpoint", value: "file", help: "Write the signed checkpoint of the journal to a file.",
    kind: .file(suffixes: []))

  static let command = Command(
    "generate", abstract: "Make a journal of invented cases, signed with test keys.",
    discussion: "The same seed gives the same bytes on any machine. The keys follow from the seed: never trust them.",
    options: [seed, cases, from, to, units, checkpoint, .output], flags: [tour], run: run)

  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let number = try arguments.value(seed, expected: "a whole number") { UInt64($0) } ?? 1
    var note: [UInt8] = []
    if arguments[tour] {
      var journal = try Tour(seed: number)
      try context.result(to: arguments.string(Option.output)) { output in
        try journal.write { try output.write(bytes: $0) }
      }
      note = try journal.checkpoint()
    } else {
      let first = try arguments.value(from, expected: "a year") { Int($0) } ?? 2024
      let last = try arguments.value(to, expected: "a year") { Int($0) } ?? first
      let count = try arguments.int(cases, in: 0...10_000_000) ?? 200
      let tenths = try arguments.value(units, expected: "a number from 1.0 to 10.0", read: tenths) ?? 14
      guard first <= last,
        let settings = GeneratorSettings(
          seed: number, cases: count, years: first...last, unitsPerCaseTenths: tenths)
      else { throw UsageError("The years must be of 2001 to 9998, the first before the last.") }
      var generator = try Generator(settings: settings)
      try context.result(to: arguments.string(Option.output)) { output in
        try generator.write { try output.write(bytes: $0) }
      }
      note = try generator.checkpoint()
    }
    if let path = arguments.string(checkpoint) {
      try context.result(to: path) { try $0.write(bytes: note) }
    }
    return .success
  }

  /// `n` or `n.n`, in tenths.
  private static func tenths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), (1...10).contains(whole) else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].utf8.count == 1, let tenth = Int(parts[1]), whole < 10 || tenth == 0 else { return nil }
    return whole * 10 + tenth
  }
}
