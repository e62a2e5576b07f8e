import Foundation
import RegistryEvents

@testable import journal_tool

/// What a command printed and how it ended, run inside the test with a world of the test's making.
struct CommandRun: Equatable {
  var output: String
  var errors: String
  var code: ExitCode

  /// The folder of the package, by which transcripts and tests name files: the working directory from the first use on, so that what is
  /// printed has the same width wherever the package lies.
  static let root = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    _ = FileManager.default.changeCurrentDirectoryPath(path)
    return path
  }()

  /// The moment at which commands run, unless said otherwise: after every shipped journal.
  static let now = Instant(clamping: 1_735_732_800)  // 2025-01-01T12:00:00Z

  /// Runs the tool in the folder of the package.
  init(
    _ words: [String], input: [UInt8] = [], width: Int? = nil, now: Instant = CommandRun.now,
    environment: [String: String] = [:]
  ) async {
    let context = Context(
      output: ByteOutput(capturingAs: Terminal(width: width)), errors: ByteOutput(capturingAs: Terminal()),
      input: .bytes(input), environment: { environment[$0] }, now: { now }, random: SystemRandom.bytes)
    _ = CommandRun.root
    code = await Tool(root: Commands.root, version: Commands.version).run(words, context)
    output = context.output.text.replacing(CommandRun.root + "/", with: "")
    errors = context.errors.text.replacing(CommandRun.root + "/", with: "")
  }

  /// The members of the JSON that was printed.
  func json() throws -> [String: CanonicalValue] {
    CanonicalValue(foundation: try JSONSerialization.jsonObject(with: Data(output.utf8))).object ?? [:]
  }
}

extension CanonicalValue {
  /// What Foundation read: results have member names and numbers that no journal has.
  fileprivate init(foundation value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let number as NSNumber where String(cString: number.objCType) == "c":
      self = .bool(number.boolValue)
    case let number as NSNumber: self = .integer(number.int64Value)
    case let elements as [Any]: self = .array(elements.map { CanonicalValue(foundation: $0) })
    case let members as [String: Any]: self = .object(members.mapValues { CanonicalValue(foundation: $0) })
    default: self = .null
    }
  }
}

/// A file of `Fixtures/transcripts`: a command line after `$ `, then what it prints and how it ends.
struct CommandTranscript {
  let name: String
  private let recorded: String

  private static let folder = CommandRun.root + "/Tests/JournalToolTests/Fixtures/transcripts"

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
  }

  init(_ name: String) throws {
    self.name = name
    recorded = try String(contentsOfFile: "\(CommandTranscript.folder)/\(name)", encoding: .utf8)
  }

  /// What was recorded, and what the command does now, in the same form.
  func compare() async throws -> (recorded: String, actual: String) {
    let first = recorded.prefix { $0 != "\n" }
    struct NotATranscript: Error {}
    guard first.hasPrefix("$ ") else { throw NotATranscript() }
    var words = CommandTranscript.words(first.dropFirst(2))
    var width: Int?
    if let columns = words.first, columns.hasPrefix("COLUMNS=") {
      width = Int(columns.dropFirst(8))
      words.removeFirst()
    }
    guard words.first == "journal-tool" else { throw NotATranscript() }
    let run = await CommandRun(Array(words.dropFirst()), width: width)
    var actual = "\(first)\n\(run.output)"
    if !run.errors.isEmpty { actual += "--- standard error\n\(run.errors)" }
    if run.code != .success { actual += "--- exit \(run.code.rawValue)\n" }
    if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil {
      try actual.write(toFile: "\(CommandTranscript.folder)/\(name)", atomically: true, encoding: .utf8)
    }
    return (recorded, actual)
  }

  /// Words between spaces; what stands in single quotes is one.
  private static func words(_ line: Substring) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }
}
