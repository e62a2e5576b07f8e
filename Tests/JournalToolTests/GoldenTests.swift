import Foundation
import Testing

@testable import journal_tool

/// What the tool prints of the shipped journals, held against files: a change of a byte is a change that somebody must want.
///
/// After a change that is wanted: `.ci/golden` writes the files anew, and `git diff` shows what changed.
@Suite("Golden output of the shipped journals")
struct GoldenTests {
  static let folder = URL(filePath: CommandRun.root).appending(path: "Tests/JournalToolTests/Fixtures/golden")

  /// The lines of `commands.txt`: a file's name, the exit code, and the words of the command.
  static func commands() throws -> [(name: String, code: Int32, words: [String])] {
    let list = try String(contentsOf: folder.appending(path: "commands.txt"), encoding: .utf8)
    return list.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 2, let code = Int32(words[1]) else { return nil }
      return (words[0], code, Array(words[2...]))
    }
  }

  @Test("what the tool prints is what its golden file holds", arguments: (try? GoldenTests.commands()) ?? [])
  func golden(name: String, code: Int32, words: [String]) throws {
    let run = try ToolProcess.tool(words)
    #expect(run.code == code)
    let expected = try Data(contentsOf: Self.folder.appending(path: name))
    #expect(run.output == expected, "\(name) differs: run .ci/golden and look at the difference")
  }

  @Test("every golden file has its command, and every command its file")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0 != "commands.txt" }
    #expect(try Self.commands().map(\.name).sorted() == files.sorted())
  }

  @Test("two processes print the same bytes")
  func deterministic() throws {
    let words = ["replay", "Journals/apk-2024.jsonl", "--at", "2024-09-30", "--format", "json"]
    #expect(try ToolProcess.tool(words) == ToolProcess.tool(words))
  }

  @Test("the register of 30 June and that of 31 December differ as the acts between them say")
  func halves() throws {
    func totals(_ day: String) throws -> (standing: Int, excluded: Int) {
      let run = try ToolProcess.tool(["replay", "Journals/apk-2024.jsonl", "--at", day, "--format", "json"])
      let object = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
      let totals = try #require(object["totals"] as? [String: Any])
      return (try #require(totals["standing"] as? Int), try #require(totals["excluded"] as? Int))
    }
    let (june, december) = (try totals("2024-06-30"), try totals("2024-12-31"))
    // The acts between the two days, read from the journal's lines with nothing of ours.
    let journal = try String(contentsOf: GeneratedFixture.journals.appending(path: "apk-2024.jsonl"), encoding: .utf8)
    var included = 0
    for line in journal.split(separator: "\n") {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let act = try #require(object["act"] as? [String: Any])
      guard act["type"] as? String == "apk.included", let at = act["at"] as? String, at > "2024-06-30T18:59:59Z",
        let what = act["what"] as? [String: Any], let entries = what["entries"] as? [String: Int],
        let first = entries["first"], let last = entries["last"]
      else { continue }
      included += last - first + 1
    }
    #expect(included > 0)
    #expect(december.standing + december.excluded == june.standing + june.excluded + included)
    #expect(december.excluded > june.excluded)
  }
}
