/// An option without a value: `--force`, `-f`.
struct Flag: Sendable {
  /// The long name without its dashes.
  let name: String
  /// The letter of the short form.
  let short: Character?
  /// What help says of it, in a sentence.
  let help: String

  /// A flag that is off unless given.
  init(_ name: String, short: Character? = nil, help: String) {
    self.name = name
    self.short = short
    self.help = help
  }

  /// How help lists it: `-f, --force`.
  var label: String { (short.map { "-\($0), " } ?? "") + "--\(name)" }

  /// How the usage line writes it.
  var usage: String { "[--\(name)]" }

  /// The flag of every command that prints its help.
  static let helpFlag = Flag("help", short: "h", help: "Show help information.")
  /// The flag of every command that prints the tool's version.
  static let versionFlag = Flag("version", help: "Show the version.")
}
