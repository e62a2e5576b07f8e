/// What a command line asks for.
enum Invocation: Sendable {
  /// Run a command.
  case run(CommandPath, ParsedArguments)
  /// Print the help of a command.
  case help(CommandPath)
  /// Print a page of help.
  case topic(HelpTopic)
  /// Print the version.
  case version
  /// Print a completion script.
  case completionScript(Shell)
}

/// A command line that asks for nothing that there is.
struct Refusal: Error, Sendable {
  /// The command as far as it could be told.
  let path: CommandPath
  /// What is wrong.
  let error: UsageError
}
