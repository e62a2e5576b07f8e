/// An option with a value: `--at <date>`, `--at=<date>`, `-o <file>`.
struct Option: ValueParameter {
  /// The long name without its dashes.
  let name: String
  /// The letter of the short form.
  let short: Character?
  /// The name of the value, inside the angle brackets.
  let value: String
  let help: String
  let kind: ValueKind
  let occurrence: Occurrence
  let defaultValue: String?

  /// An option that may be left out, unless said otherwise.
  init(
    _ name: String, short: Character? = nil, value: String, help: String, kind: ValueKind = .text,
    occurrence: Occurrence = .optional, default defaultValue: String? = nil
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.help = help
    self.kind = kind
    self.occurrence = occurrence
    self.defaultValue = defaultValue
  }

  var synopsis: String { "--\(name) <\(value)>" }
  var label: String { (short.map { "-\($0), " } ?? "") + synopsis }
}
