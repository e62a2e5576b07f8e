import Testing

@testable import journal_tool

@Suite("A wrong command line is refused with what is wrong, the usage and exit 64")
struct CommandLineUsageErrorTests {
  static let replayUsage = """
    Usage: sample replay <journal> --at <date> [--known-at <line>] [--register <register>] [--output <file>] \
    [--tag <tag> ...] [--quick] [--verbose]
      See 'sample replay --help' for more information.

    """
  static let rootUsage = "Usage: sample <subcommand>\n  See 'sample --help' for more information.\n"
  static let countUsage = """
    Usage: sample count [<files> ...] [--limit <count>]
      See 'sample count --help' for more information.

    """
  static let newUsage = """
    Usage: sample key new <name> [<purpose>]
      See 'sample key new --help' for more information.

    """
  static let keyUsage = "Usage: sample key <subcommand>\n  See 'sample key --help' for more information.\n"

  static let replayErrors: [([String], String)] = [
    ([], "Missing expected argument '<journal>'\nHelp:  <journal>  The journal to replay."),
    (["x"], "Missing expected argument '--at <date>'\nHelp:  --at <date>  The day as at which to replay."),
    (["x", "--at"], "Missing value for '--at <date>'\nHelp:  --at <date>  The day as at which to replay."),
    (["x", "--at", "-q"], "Missing value for '--at <date>'\nHelp:  --at <date>  The day as at which to replay."),
    (
      ["x", "-oq", "y"],
      "Missing value for '--output <file>'\nHelp:  --output <file>  Write the result to a file, whole or not at all."
    ),
    (["x", "--foo"], "Unknown option '--foo'"),
    (["x", "--foo=bar"], "Unknown option '--foo'"),
    (["x", "-x"], "Unknown option '-x'"),
    (["x", "-qx"], "Unknown option '-x'"),
    (["x", "-=3"], "Unknown option '-'"),
    (["x", "--know-at", "3"], "Unknown option '--know-at'. Did you mean '--known-at'?"),
    (["x", "--known", "3"], "Unknown option '--known'. Did you mean '--known-at'?"),
    (["x", "--ta"], "Unknown option '--ta'. Did you mean '--at'?"),
    (["x", "--hlep"], "Unknown option '--hlep'. Did you mean '--help'?"),
    (["x", "-at", "2024"], "Unknown option '-at'. Did you mean '--at'?"),
    (["x", "--quick=yes"], "The option '--quick' does not take any value, but 'yes' was specified."),
    (["x", "-q=yes"], "The option '--quick' does not take any value, but 'yes' was specified."),
    (
      ["x", "--at", "a", "--at=b"],
      "The option '--at' was given more than once\nHelp:  --at <date>  The day as at which to replay."
    ),
    (["x", "--at", "a", "y"], "Unexpected argument 'y'"),
    (["x", "y", "z", "--at", "a"], "2 unexpected arguments: 'y', 'z'"),
    (
      ["x", "--at", "a", "--register", "pool"],
      """
      The value 'pool' is invalid for '--register <register>'. Please provide one of 'apk', 'pools' or 'licences'.
      Help:  --register <register>  The register to print. (values: apk, pools, licences; default: apk)
      """
    ),
    (["x", "--\u{1B}[2J"], "Unknown option '--\\u{1b}[2J'"),
  ]

  @Test("Of a command", arguments: replayErrors)
  func command(words: [String], message: String) async {
    let result = await Sample.run(["replay"] + words)
    #expect(result == Sample.Result(errors: "Error: \(message)\n" + Self.replayUsage, code: .usage))
  }

  static let otherErrors: [([String], String, String)] = [
    (["repaly"], "Unexpected argument 'repaly'. Did you mean 'replay'?", rootUsage),
    (["nonsense"], "Unexpected argument 'nonsense'", rootUsage),
    (["-"], "Unexpected argument '-'", rootUsage),
    (["--"], "Unknown option '--'", rootUsage),
    (["--at", "x", "replay"], "Unknown option '--at'", rootUsage),
    (["--verison"], "Unknown option '--verison'. Did you mean '--version'?", rootUsage),
    (["key", "nwe"], "Unexpected argument 'nwe'. Did you mean 'new'?", keyUsage),
    (["key", "ne"], "Unexpected argument 'ne'. Did you mean 'new'?", keyUsage),
    (["key", "help"], "Unexpected argument 'help'", keyUsage),
    (["key", "new"], "Missing expected argument '<name>'\nHelp:  <name>  What to call it.", newUsage),
    (
      ["key", "new", "n", "seal"],
      """
      The value 'seal' is invalid for '<purpose>'. Please provide one of 'sign' or 'note'.
      Help:  <purpose>  What it is for. (values: sign, note)
      """, newUsage
    ),
    (["help", "color"], "There is no help for 'color'. Did you mean 'colours'?", rootUsage),
    (["help", "replay", "x"], "There is no help for 'x'", replayUsage),
    (
      ["count", "--limit", "10"],
      """
      The value '10' is invalid for '--limit <count>'. Please provide a whole number from 0 to 9.
      Help:  --limit <count>  Stop there.
      """, countUsage
    ),
    (["count", "a", "\u{FFFD}"], "The argument at position 3 is not valid UTF-8", rootUsage),
  ]

  @Test("Of the root, a group, or a value that only the command can judge", arguments: otherErrors)
  func others(words: [String], message: String, usage: String) async {
    #expect(await Sample.run(words) == Sample.Result(errors: "Error: \(message)\n" + usage, code: .usage))
  }

  @Test("Of the option that prints completion scripts", arguments: [["tcsh"], [], ["bash", "zsh"]])
  func completion(words: [String]) async {
    let result = await Sample.run(["--generate-completion-script"] + words)
    #expect(result.code == .usage)
    #expect(result.errors.hasSuffix(Self.rootUsage))
  }

  @Test("A command's own exit code is the tool's")
  func exitCode() async {
    #expect(await Sample.run(["count", "a", "b"]) == Sample.Result(output: "2 of 9\n", code: .findings))
    #expect(await Sample.run(["key", "new", "k", "note"]) == Sample.Result(output: "note\n"))
  }

  @Test(
    "How far two words are apart",
    arguments: [
      ("", "", 0), ("a", "", 1), ("replay", "replay", 0), ("repaly", "replay", 1), ("replai", "replay", 1),
      ("rplay", "replay", 1), ("abcd", "dcba", 3), ("kitten", "sitting", 3),
    ])
  func distance(left: String, right: String, expected: Int) {
    #expect(Suggestion.editDistance(left, right, limit: 9) == expected)
    #expect(Suggestion.editDistance(right, left, limit: 9) == expected)
  }
}
