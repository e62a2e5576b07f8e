extension Command {
  /// This command and every one below it, each with the words that name it, parents first.
  var allPaths: [CommandPath] { Command.paths(from: CommandPath(self)) }

  private static func paths(from path: CommandPath) -> [CommandPath] {
    [path] + path.command.subcommands.compactMap { path.appending($0.name) }.flatMap(paths)
  }

  /// The words that may follow `help` at the root: `key`, `key new`, `errors`.
  var helpWords: [String] { subcommands.map(\.name) + topics.map(\.name) }

  /// The flags that the command understands, those of every command included.
  var allFlags: [Flag] { flags + [.versionFlag, .helpFlag] }
}

extension Option {
  /// The words that ask for it: `--output`, `-o`.
  var spellings: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }
}

extension Flag {
  /// The words that ask for it: `--force`, `-f`.
  var spellings: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }
}
