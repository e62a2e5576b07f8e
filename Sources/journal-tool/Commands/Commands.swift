/// The commands of the tool, in the order of its help.
enum Commands {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  /// Every command.
  static let all: [Command] = [
    .replay, .deadlines, .status, .trail, .audit, .verify, .salvage, .initialise, .append, .close, .key, .form,
    .checkpoint, .timestamp, .digest, .prove, .checkProof, .tiles, .witness, .rules, .schema, GenerateCommand.command,
  ]

  /// Every page of help that belongs to no command.
  static let topics: [HelpTopic] = [.errors, .findings]

  /// The tool.
  static var root: Command {
    Command(
      "journal-tool",
      abstract: "Replays, checks and keeps the journals of Kazakhstan's digital-asset registers.",
      discussion: "For completion in your shell: journal-tool --generate-completion-script bash, zsh or fish.",
      subcommands: all, topics: topics)
  }
}
