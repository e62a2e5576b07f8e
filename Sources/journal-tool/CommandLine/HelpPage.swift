/// The help of a command, laid out as swift-argument-parser does.
struct HelpPage: Sendable {
  /// Where the sentences begin.
  static let column = 26

  /// The command.
  let path: CommandPath
  /// The width to wrap to, in columns.
  let width: Int

  /// The page, with an empty line after its last section.
  var text: String {
    let command = path.command
    let overview = ["OVERVIEW: " + command.abstract, command.discussion].filter { !$0.isEmpty }
    var parts = [TextWrapping.wrap(overview.joined(separator: "\n\n"), width: width) + "\n"]
    parts.append("USAGE: " + HelpPage.usage(of: path) + "\n")
    parts += sections
    var text = parts.joined(separator: "\n")
    if !command.subcommands.isEmpty {
      text += "\n  See '\(path.helpName) <subcommand>' for detailed help."
    }
    return text + "\n"
  }

  /// The usage line without its heading: the command, and what it takes as long as that is not too much.
  static func usage(of path: CommandPath) -> String {
    let command = path.command
    if !command.subcommands.isEmpty { return path.name + " <subcommand>" }
    let parameters: [any ValueParameter] = command.arguments + command.options
    if parameters.count + command.flags.count <= 12 {
      return ([path.name] + parameters.map(\.usage) + command.flags.map(\.usage)).joined(separator: " ")
    }
    let needed = command.arguments.map(\.usage) + command.options.filter(\.occurrence.isRequired).map(\.usage)
    return ([path.name, "[<options>]"] + needed).joined(separator: " ")
  }

  private var sections: [String] {
    let command = path.command
    let flags = (command.flags + [.versionFlag, .helpFlag]).map { entry($0.label, $0.help) }
    let all = [
      ("ARGUMENTS", command.arguments.map { entry($0.label, $0.fullHelp) }),
      ("OPTIONS", command.options.map { entry($0.label, $0.fullHelp) } + flags),
      ("SUBCOMMANDS", command.subcommands.map { entry($0.name, $0.abstract) }),
      ("HELP TOPICS", command.topics.map { entry($0.name, $0.abstract) }),
    ]
    return all.filter { !$0.1.isEmpty }.map { $0.0 + ":\n" + $0.1.joined() }
  }

  /// A label and its sentence from `column` on, below the label where that is too long.
  private func entry(_ label: String, _ help: String) -> String {
    let padded = "  " + label
    let wrapped = TextWrapping.wrap(help, width: width, indent: HelpPage.column)
    if help.isEmpty { return padded + "\n" }
    if padded.count < HelpPage.column { return padded + wrapped.dropFirst(padded.count) + "\n" }
    return padded + "\n" + wrapped + "\n"
  }
}
