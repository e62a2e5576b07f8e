import RegistryEvents
import RegistryProjections

/// Makes journals that a ministry could have had, of any size, for trying and measuring.
enum GenerateCommand {
  static let seed = Option("seed", value: "n", help: "What everything invented follows from.", default: "1")
  static let cases = Option("cases", value: "n", help: "How many cases are opened.", default: "200")
  static let otherCases = Option(
    "other-cases", value: "n", help: "How many cases of pools, licences and trusted products are mixed in.",
    default: "0")
  static let year = Option(
    "year", value: "years", help: "The year, or the first and the last: 2020-2024.", default: "2024")
  static let units = Option(
    "units-per-case", value: "n.n", help: "Units an application lists on average, 1.0 to 10.0.", default: "1.4")
  static let scenario = Option(
    "scenario", value: "name",
    help: "The hardware register in any size; the tour of it, forty lines; or the registers, all four side by side.",
    kind: .oneOf(["register", "tour", "registers"]), default: "register")
  static let checkpoint = Option(
    "checkpoint", value: "file", help: "Write the signed checkpoint of the journal to a file.",
    kind: .file(suffixes: []))

  static let command = Command(
    "generate", abstract: "Make a journal of invented cases, signed with test keys.",
    discussion: "The same seed gives the same bytes on any machine. The keys follow from the seed: never trust them.",
    options: [scenario, seed, cases, otherCases, year, units, checkpoint, .output], run: run)

  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let number = try arguments.value(seed, expected: "a whole number") { UInt64($0) } ?? 1
    var note: [UInt8] = []
    if arguments.string(scenario) == "tour" {
      var journal = try Tour(seed: number)
      try context.result(to: arguments.string(Option.output)) { output in
        try journal.write { try output.write(bytes: $0) }
      }
      note = try journal.checkpoint()
    } else if arguments.string(scenario) == "registers" {
      var journal = try RegistersTour(seed: number)
      try context.result(to: arguments.string(Option.output)) { output in
        try journal.write { try output.write(bytes: $0) }
      }
      note = try journal.checkpoint()
    } else {
      let years = try arguments.value(year, expected: "a year, or two of 2001 to 9998: 2020-2024", read: years)
      let count = try arguments.int(cases, in: 0...10_000_000) ?? 200
      let others = try arguments.int(otherCases, in: 0...10_000_000) ?? 0
      let tenths = try arguments.value(units, expected: "a number from 1.0 to 10.0", read: tenths) ?? 14
      let settings = GeneratorSettings(
        seed: number, cases: count, years: years ?? 2024...2024, unitsPerCaseTenths: tenths,
        otherCases: others)
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

  /// `YYYY` or `YYYY-YYYY`.
  private static func years(_ text: String) -> ClosedRange<Int>? {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = numbers[0], let last = numbers.count == 2 ? numbers[1] : first, numbers.count <= 2, first <= last,
      (2001...9998).contains(first), (2001...9998).contains(last)
    else { return nil }
    return first...last
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
