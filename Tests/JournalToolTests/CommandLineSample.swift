import Testing

@testable import journal_tool

/// A small tool with a command of every kind, which the tests of the command line ask.
enum Sample {
  static let journal = Argument("journal", help: "The journal to replay.", kind: .file(suffixes: ["jsonl"]))
  static let at = Option("at", value: "date", help: "The day as at which to replay.", occurrence: .one)
  static let knownAt = Option("known-at", value: "line", help: "The last line or instant to know.")
  static let register = Option(
    "register", value: "register", help: "The register to print.", kind: .oneOf(["apk", "pools", "licences"]),
    default: "apk")
  static let output = Option(
    "output", short: "o", value: "file", help: "Write the result to a file, whole or not at all.", kind: .file())
  static let tag = Option("tag", short: "t", value: "tag", help: "A tag; may be repeated.", occurrence: .any)
  static let quick = Flag("quick", short: "q", help: "Do not check signatures.")
  static let verbose = Flag("verbose", short: "v", help: "Say more.")

  static let replay = Command(
    "replay", abstract: "Print a register as at a day.",
    discussion: "A date means the end of that day in Astana.\n\n  sample replay apk.jsonl --at 2024-03-01",
    arguments: [journal], options: [at, knownAt, register, output, tag], flags: [quick, verbose],
    run: { arguments, context in
      try context.output.write("replayed \(try arguments.required(journal))\n")
      return .success
    })

  static let files = Argument("files", help: "The files to count.", kind: .file(), occurrence: .any)
  static let limit = Option("limit", value: "count", help: "Stop there.")
  static let count = Command(
    "count", abstract: "Count files.", arguments: [files], options: [limit],
    run: { arguments, context in
      let limit = try arguments.int(limit, in: 0...9) ?? 9
      try context.output.write("\(arguments.strings(files).count) of \(limit)\n")
      return .findings
    })

  static let name = Argument("name", help: "What to call it.")
  static let purpose = Argument(
    "purpose", help: "What it is for.", kind: .oneOf(["sign", "note"]), occurrence: .optional)
  static let new = Command(
    "new", abstract: "Make a key.", arguments: [name, purpose],
    run: { arguments, context in
      try context.output.write((arguments.string(purpose) ?? "none") + "\n")
      return .success
    })
  static let key = Command("key", abstract: "Make and show keys.", subcommands: [new])

  static let root = Command(
    "sample", abstract: "Shows every kind of command.", subcommands: [replay, count, key],
    topics: [HelpTopic("colours", abstract: "All the colours.") { _ in "red and green" }])

  static let tool = Tool(root: root, version: "1.2.3")

  /// What running the sample printed, and how it ended.
  struct Result: Equatable {
    var output = ""
    var errors = ""
    var code = ExitCode.success
  }

  static func run(_ words: [String], width: Int? = nil) async -> Result {
    let context = Context(
      output: ByteOutput(capturingAs: Terminal(width: width)), errors: ByteOutput(capturingAs: Terminal()))
    let code = await tool.run(words, context)
    return Result(output: context.output.text, errors: context.errors.text, code: code)
  }
}

extension ByteOutput {
  /// What was captured, as text.
  var text: String { String(decoding: captured, as: UTF8.self) }
}
