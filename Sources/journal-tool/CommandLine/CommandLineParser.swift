/// Tells what a command line asks for: first the command, then its own arguments, options and flags in any order.
struct CommandLineParser: Sendable {
  /// The command line without the name of the program.
  private let words: ArraySlice<String>
  private let root: Command

  private init(_ words: [String], root: Command) {
    self.words = words[...]
    self.root = root
  }

  /// What the words after the program's name ask for.
  static func parse(_ words: [String], root: Command) throws(Refusal) -> Invocation {
    try CommandLineParser(words, root: root).parse()
  }

  private func parse() throws(Refusal) -> Invocation {
    var path = CommandPath(root)
    var rest = words
    while path.command.body == nil {
      guard let word = rest.popFirst() else { return .help(path) }
      if let invocation = try builtIn(word, &rest, path) { return invocation }
      guard let next = path.appending(word) else { throw unknown(word, path) }
      path = next
    }
    for word in rest.prefix(while: { $0 != "--" }) {
      if word == "--help" || word == "-h" { return .help(path) }
      if word == "--version" { return .version }
    }
    do {
      return .run(path, try ParameterParser(command: path.command).parse(rest))
    } catch {
      throw Refusal(path: path, error: error)
    }
  }

  /// What every command with subcommands understands: `--help`, `--version`, and at the root `help` and
  /// `--generate-completion-script`.
  private func builtIn(
    _ word: String, _ rest: inout ArraySlice<String>, _ path: CommandPath
  ) throws(Refusal) -> Invocation? {
    switch word {
    case "--help", "-h": return .help(path)
    case "--version": return .version
    case "help" where path.below.isEmpty: return try help(rest)
    default: break
    }
    let completion = Shell.option.name
    guard path.below.isEmpty, word == "--\(completion)" || word.hasPrefix("--\(completion)=") else { return nil }
    do {
      let parsed = try ParameterParser(command: Shell.command).parse([word] + rest)
      let shell = try parsed.required(Shell.option, read: Shell.init(rawValue:))
      return .completionScript(shell)
    } catch {
      throw Refusal(path: path, error: error)
    }
  }

  /// `help`, `help replay`, `help key new`, `help errors`.
  private func help(_ words: ArraySlice<String>) throws(Refusal) -> Invocation {
    var path = CommandPath(root)
    for word in words where !["--help", "-h"].contains(word) {
      if let topic = path.command.topics.first(where: { $0.name == word }) { return .topic(topic) }
      guard let next = path.appending(word) else {
        let names = path.command.subcommands.map(\.name) + path.command.topics.map(\.name)
        let suggestion = Suggestion.sentence(for: word, among: names)
        throw Refusal(path: path, error: UsageError("There is no help for '\(word)'" + suggestion))
      }
      path = next
    }
    return .help(path)
  }

  private func unknown(_ word: String, _ path: CommandPath) -> Refusal {
    let error =
      word.hasPrefix("-") && word != "-"
      ? ParameterParser(command: path.command).unknownOption(word)
      : UsageError(
        "Unexpected argument '\(word)'"
          + Suggestion.sentence(for: word, among: path.command.subcommands.map(\.name)))
    return Refusal(path: path, error: error)
  }
}
