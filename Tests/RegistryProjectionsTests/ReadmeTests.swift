import Foundation
import RegistryEvents
import RegistryProjections
import Testing

@Suite("The README")
struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("its snippet is this file's, to the letter")
  func snippet() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let start = try #require(readme.range(of: "```swift\nimport RegistryEvents\nimport RegistryProjections\n\n"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    #expect(source.hasSuffix(readme[start.upperBound..<end.lowerBound]))
  }

  @Test("its snippet does what it says")
  func runs() throws {
    let journal = Self.root.appendingPathComponent("Journals/tour.jsonl").path
    func standing(_ day: String) throws -> Int {
      try standingUnits(of: "190440001207", at: try #require(LocalDate(day)), journal: journal).count
    }
    #expect(try standing("2024-03-12") == 0)
    #expect(try standing("2024-03-13") == 5)
    #expect(try standing("2024-12-31") == 3)
  }
}

/// The units of a firm that stood in the register at the end of a day, by a journal that was verified in full.
func standingUnits(of holder: String, at day: LocalDate, journal path: String) throws -> [String] {
  let replay = Replay(asOf: AsOf(effective: AstanaTime().endOfDay(day)))
  let (register, report) = try replay.run(path: path, into: HardwareRegister.init) { register, act, context in
    register.apply(act, context)
  }
  guard report.summary.findings.isEmpty else { throw JournalNotClean(findings: report.summary.findings) }
  var serials: [String] = []
  register.forEachEntry { entry in
    if entry.holderId.shown == holder, entry.excludedOn == nil { serials.append(entry.serialNumber) }
  }
  return serials
}

struct JournalNotClean: Error { let findings: [Finding] }
