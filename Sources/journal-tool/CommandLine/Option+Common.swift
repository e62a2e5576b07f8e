extension Option {
  /// `--output`, the same for every command that has a result.
  static let output = Option(
    "output", short: "o", value: "file", help: "Write the result to a file, whole or not at all.", kind: .file())

  /// `--format` of a command whose result is a table.
  static let tableFormat = format(.text, .json, .csv)

  /// `--format` of a command whose result is no table.
  static let format = format(.text, .json)

  private static func format(_ formats: OutputFormat...) -> Option {
    Option(
      "format", value: "format", help: "How to write the result.", kind: .oneOf(formats.map(\.rawValue)),
      default: OutputFormat.text.rawValue)
  }
}

/// How a result is written.
enum OutputFormat: String, Sendable, CaseIterable {
  /// For people; free to change.
  case text
  /// One object with `"schema"`, whose members keep their names.
  case json
  /// One table.
  case csv
}

extension ParsedArguments {
  /// The format that `--format` asks for, of a command that declares `Option.format` or `Option.tableFormat`.
  var format: OutputFormat { string(Option.format).flatMap(OutputFormat.init) ?? .text }
}
