import RegistryProjections
import Testing

@testable import journal_tool

@Suite("Words become the values of arguments, options and flags")
struct CommandLineParsingTests {
  private func parse(_ words: [String], _ command: Command = Sample.replay) throws -> ParsedArguments {
    try ParameterParser(command: command).parse(words[...])
  }

  @Test(
    "Options and arguments in any order and spelling",
    arguments: [
      ["x.jsonl", "--at", "2024-03-01", "-o", "f", "-q"], ["--at=2024-03-01", "-q", "-o=f", "x.jsonl"],
      ["-qo", "f", "--at", "2024-03-01", "x.jsonl"],
      ["--output", "f", "--quick", "--at", "2024-03-01", "--", "x.jsonl"],
    ])
  func anyOrder(words: [String]) throws {
    let parsed = try parse(words)
    #expect(try parsed.required(Sample.journal) == "x.jsonl")
    #expect(parsed.string(Sample.at) == "2024-03-01")
    #expect(parsed.string(Sample.output) == "f")
    #expect(parsed[Sample.quick])
    #expect(!parsed[Sample.verbose])
    #expect(parsed.string(Sample.knownAt) == nil)
    #expect(parsed.string(Sample.register) == "apk")
    #expect(!parsed.isGiven(Sample.register))
  }

  @Test("Flags combined behind one dash")
  func combined() throws {
    let parsed = try parse(["x", "--at", "y", "-vq"])
    #expect(parsed[Sample.quick] && parsed[Sample.verbose])
  }

  @Test("A repeating option keeps its values in order")
  func repeating() throws {
    #expect(try parse(["x", "--at", "y", "-t", "b", "--tag=a", "--tag", "b"]).strings(Sample.tag) == ["b", "a", "b"])
  }

  @Test("Only the first equals sign divides, and a value after it may be empty or begin with a dash")
  func equals() throws {
    #expect(try parse(["x", "--at=a=b"]).string(Sample.at) == "a=b")
    #expect(try parse(["x", "--at="]).string(Sample.at) == "")
    #expect(try parse(["x", "--at=-1"]).string(Sample.at) == "-1")
  }

  @Test("A dash alone is an ordinary value, and two dashes end the options")
  func dashes() throws {
    #expect(try parse(["-", "--at", "-"]).string(Sample.journal) == "-")
    #expect(try parse(["-", "--at", "-"]).string(Sample.at) == "-")
    #expect(try parse(["--", "-q", "--", "--help"], Sample.count).strings(Sample.files) == ["-q", "--", "--help"])
    #expect(try parse(["", "a"], Sample.count).strings(Sample.files) == ["", "a"])
  }

  @Test("A number is read in plain digits only", arguments: [("0", 0), ("9", 9), ("007", 7)])
  func number(text: String, value: Int) throws {
    #expect(try parse(["--limit", text], Sample.count).int(Sample.limit) == value)
    #expect(try parse(["--limit", text], Sample.count).uint64(Sample.limit) == UInt64(value))
  }

  @Test(
    "What is no number is refused",
    arguments: ["", "x", "+1", "-1", "1.0", "1e3", " 1", "99999999999999999999", "\u{0661}", "0x10"])
  func notANumber(text: String) throws {
    let parsed = try parse(["--limit=\(text)"], Sample.count)
    #expect(throws: UsageError.self) { try parsed.int(Sample.limit) }
    #expect(throws: UsageError.self) { try parsed.uint64(Sample.limit) }
  }

  @Test("The whole range of a line's index is read")
  func largest() throws {
    let parsed = try parse(["--limit", "18446744073709551615"], Sample.count)
    #expect(try parsed.uint64(Sample.limit) == .max)
    #expect(throws: UsageError.self) { try parsed.int(Sample.limit) }
  }

  @Test("No command line stops the program, and every one ends in success, findings or a usage error")
  func anyWords() async {
    let pieces = [
      "replay", "count", "key", "new", "help", "--", "-", "", "--at", "--at=", "-o", "-qv", "-qo", "--help", "-h", "=",
      "--=", "-=", "---", "--generate-completion-script", "bash", "--register", "pools", "--limit", "7", "-5", "x",
      "\u{301}", "-\u{301}", "--\u{301}at", "--at=\u{301}", "\u{FFFD}", "\u{202E}", "👩‍👩‍👧", "--версия", "\n", "колір",
    ]
    var generator = SplitMix(state: 20_240_301)
    for _ in 0..<3000 {
      let words = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        let first = pieces.randomElement(using: &generator) ?? ""
        return Int.random(in: 0..<5, using: &generator) > 0
          ? first : first + (pieces.randomElement(using: &generator) ?? "")
      }
      let result = await Sample.run(words)
      #expect([.success, .findings, .usage].contains(result.code), "\(words)")
      #expect(result.errors.isEmpty == (result.code != .usage), "\(words)")
      #expect(!result.errors.unicodeScalars.contains { $0 != "\n" && !$0.isVisible }, "\(words)")
    }
  }

  /// The generator SplitMix64, so that a failure can be repeated.
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

@Suite("The options that commands share")
struct CommandLineCommonOptionTests {
  @Test("A format is read the same from either declaration", arguments: OutputFormat.allCases)
  func format(format: OutputFormat) throws {
    let command = Command("c", abstract: "", options: [.tableFormat, .output], run: { _, _ in .success })
    #expect(try ParameterParser(command: command).parse(["--format", format.rawValue]).format == format)
    #expect(try ParameterParser(command: command).parse([]).format == .text)
  }

  @Test("A result that is no table has no CSV")
  func noTable() {
    let command = Command("c", abstract: "", options: [.format], run: { _, _ in .success })
    #expect(throws: UsageError.self) { try ParameterParser(command: command).parse(["--format", "csv"]) }
  }
}
