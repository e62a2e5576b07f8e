/// A command and the commands above it: `journal-tool`, `key`, `new`.
struct CommandPath: Sendable {
  /// The tool itself.
  let root: Command
  /// The commands below it, each a subcommand of the one before.
  private(set) var below: [Command] = []

  /// The path of the tool itself.
  init(_ root: Command) { self.root = root }

  /// The command that the path leads to.
  var command: Command { below.last ?? root }

  /// The words that name it: `journal-tool key new`.
  var name: String { ([root] + below).map(\.name).joined(separator: " ") }

  /// The words that ask for its help and those of the commands below it: `journal-tool help key`.
  var helpName: String { ([root.name, "help"] + below.map(\.name)).joined(separator: " ") }

  /// One step down; `nil` where the command has no such subcommand.
  func appending(_ name: String) -> CommandPath? {
    guard let next = command.subcommands.first(where: { $0.name == name }) else { return nil }
    var path = self
    path.below.append(next)
    return path
  }
}
