/// A command as data: what parsing, help, errors and shell completion all read.
///
/// A command either runs or has subcommands. A file that makes one keeps its arguments, options and flags as constants,
/// lists them here and reads their values from `ParsedArguments` by the same constants.
struct Command: Sendable {
  /// What a command does: with what was parsed and where the bytes go, to how the process ends.
  typealias Body = @Sendable (ParsedArguments, Context) async throws -> ExitCode

  /// The word that asks for it; of the root the name of the tool.
  let name: String
  /// What it does, in a sentence.
  let abstract: String
  /// What help says further: a paragraph a line, and an indented line is left as it is.
  let discussion: String
  /// The positional arguments in their order.
  let arguments: [Argument]
  /// The options with a value, in the order of help.
  let options: [Option]
  /// The options without a value, in the order of help.
  let flags: [Flag]
  /// The commands below it, in the order of help.
  let subcommands: [Command]
  /// The pages of help beside its subcommands.
  let topics: [HelpTopic]
  /// What it does; `nil` where it only has subcommands.
  let body: Body?

  /// A command that runs.
  init(
    _ name: String, abstract: String, discussion: String = "", arguments: [Argument] = [], options: [Option] = [],
    flags: [Flag] = [], run body: @escaping Body
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.flags = flags
    subcommands = []
    topics = []
    self.body = body
  }

  /// A command that has subcommands and, without one, prints its help.
  init(
    _ name: String, abstract: String, discussion: String = "", subcommands: [Command], topics: [HelpTopic] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    arguments = []
    options = []
    flags = []
    self.subcommands = subcommands
    self.topics = topics
    body = nil
  }
}
