import Testing

@testable import journal_tool

@Suite("Help reads as swift-argument-parser prints it")
struct CommandLineHelpTests {
  static let rootHelp = """
    OVERVIEW: Shows every kind of command.

    USAGE: sample <subcommand>

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    SUBCOMMANDS:
      replay                  Print a register as at a day.
      count                   Count files.
      key                     Make and show keys.

    HELP TOPICS:
      colours                 All the colours.

      See 'sample help <subcommand>' for detailed help.

    """

  static let replayHelp = """
    OVERVIEW: Print a register as at a day.

    A date means the end of that day in Astana.

      sample replay apk.jsonl --at 2024-03-01

    USAGE: sample replay <journal> --at <date> [--known-at <line>] [--register <register>] [--output <file>] \
    [--tag <tag> ...] [--quick] [--verbose]

    ARGUMENTS:
      <journal>               The journal to replay.

    OPTIONS:
      --at <date>             The day as at which to replay.
      --known-at <line>       The last line or instant to know.
      --register <register>   The register to print. (values: apk, pools, licences;
                              default: apk)
      -o, --output <file>     Write the result to a file, whole or not at all.
      -t, --tag <tag>         A tag; may be repeated.
      -q, --quick             Do not check signatures.
      -v, --verbose           Say more.
      --version               Show the version.
      -h, --help              Show help information.


    """

  static let keyHelp = """
    OVERVIEW: Make and show keys.

    USAGE: sample key <subcommand>

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    SUBCOMMANDS:
      new                     Make a key.

      See 'sample help key <subcommand>' for detailed help.

    """

  @Test(
    "The root's help, however it is asked for",
    arguments: [[], ["--help"], ["-h"], ["help"], ["help", "--help"]])
  func root(words: [String]) async {
    #expect(await Sample.run(words) == Sample.Result(output: Self.rootHelp))
  }

  @Test(
    "A command's help, however it is asked for and whatever else is wrong",
    arguments: [
      ["replay", "--help"], ["replay", "-h"], ["help", "replay"], ["replay", "x", "--at", "y", "--help"],
      ["replay", "--nonsense", "-h"],
    ])
  func command(words: [String]) async {
    #expect(await Sample.run(words) == Sample.Result(output: Self.replayHelp))
  }

  @Test("The help of a command with subcommands", arguments: [["key"], ["key", "--help"], ["help", "key"]])
  func group(words: [String]) async {
    #expect(await Sample.run(words) == Sample.Result(output: Self.keyHelp))
  }

  @Test("The help of a command two steps down, wrapped to a narrow terminal")
  func nested() async {
    let expected = """
      OVERVIEW: Make a key.

      USAGE: sample key new <name> [<purpose>]

      ARGUMENTS:
        <name>                  What to call it.
        <purpose>               What it is for.
                                (values: sign,
                                note)

      OPTIONS:
        --version               Show the
                                version.
        -h, --help              Show help
                                information.


      """
    for words in [["help", "key", "new"], ["key", "new", "--help"]] {
      #expect(await Sample.run(words, width: 42) == Sample.Result(output: expected))
    }
  }

  @Test("A page of help")
  func topic() async {
    #expect(await Sample.run(["help", "colours"]) == Sample.Result(output: "red and green\n"))
  }

  @Test("A label that is too long stands on a line of its own")
  func longLabel() {
    let option = Option("checkpoint-from-elsewhere", value: "file", help: "The checkpoint.")
    let command = Command("c", abstract: "A.", options: [option], run: { _, _ in .success })
    let text = HelpPage(path: CommandPath(command), width: 80).text
    #expect(text.contains("  --checkpoint-from-elsewhere <file>\n                          The checkpoint.\n"))
  }

  @Test("A usage line of more than twelve parameters names only what must be given")
  func longUsage() {
    let options = (0..<13).map { Option("option-\($0)", value: "v", help: "", occurrence: $0 == 5 ? .one : .optional) }
    let command = Command("c", abstract: "A.", arguments: [Sample.journal], options: options, run: { _, _ in .success })
    #expect(HelpPage.usage(of: CommandPath(command)) == "c [<options>] <journal> --option-5 <v>")
  }

  @Test("The version, at any level", arguments: [["--version"], ["replay", "--version"], ["key", "--version"]])
  func version(words: [String]) async {
    #expect(await Sample.run(words) == Sample.Result(output: "1.2.3\n"))
  }

  @Test("Every error code has an entry in the help about errors")
  func errorCodes() {
    let page = HelpTopic.errors.text(80)
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(
      page.contains("\n\nseq-gap\n    `seq` is not the line's index: a line is missing or out of place (exit 1)\n"))
  }
}
