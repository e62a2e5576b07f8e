private import Glibc
import RegistryEvents

/// The tool as a whole: from the words of a command line to an exit code, with everything printed on the way.
struct Tool: Sendable {
  /// The command at the root.
  let root: Command
  /// What `--version` prints.
  let version: String

  /// Runs as this process, and ends it.
  static func main(root: Command, version: String) async -> Never {
    SystemCalls.occupyStandardDescriptors()
    SystemCalls.ignoreBrokenPipes()
    let context = Context.process()
    // The runtime reads the command line back from the system. Where it could not, there is no first word either; to run
    // without any would print the help and seem to succeed.
    guard !CommandLine.arguments.isEmpty else {
      exit(ErrorPrinter(context: context).report(RegistryError(.inputOutput, detail: "no command line")).rawValue)
    }
    let words = Array(CommandLine.arguments.dropFirst())
    exit(await Tool(root: root, version: version).run(words, context).rawValue)
  }

  /// Runs the words after the program's name; never throws: what went wrong is printed and told by the exit code.
  func run(_ words: [String], _ context: Context) async -> ExitCode {
    do {
      let code = try await answer(words, context)
      try context.output.flush()
      return code
    } catch {
      return ErrorPrinter(context: context).report(error)
    }
  }

  private func answer(_ words: [String], _ context: Context) async throws -> ExitCode {
    if words == ["--version"] {
      try context.output.write(version + "\n")
      return .success
    }
    // What cannot be decoded arrives as U+FFFD: a path made of it would name another file.
    if let index = words.firstIndex(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
      let error = UsageError("The argument at position \(index + 1) is not valid UTF-8")
      throw Refusal(path: CommandPath(root), error: error)
    }
    let width = context.output.terminal.width ?? 80
    switch try CommandLineParser.parse(words, root: root) {
    case .version: try context.output.write(version + "\n")
    case .help(let path): try context.output.write(HelpPage(path: path, width: width).text)
    case .topic(let topic): try context.output.write(topic.text(width) + "\n")
    case .completionScript(let shell): try context.output.write(shell.script(for: root))
    case .run(let path, let parsed): return try await run(path, parsed, context)
    }
    return .success
  }

  private func run(_ path: CommandPath, _ parsed: ParsedArguments, _ context: Context) async throws -> ExitCode {
    guard let body = path.command.body else { return .success }
    do {
      return try await body(parsed, context)
    } catch let error as UsageError {
      throw Refusal(path: path, error: error)
    }
  }
}
