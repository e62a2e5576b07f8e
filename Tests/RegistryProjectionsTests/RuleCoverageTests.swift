import Foundation
import RegistryProjections
import Testing

/// Every rule of the analysis is in the law's data, in code, and in the name of a test. The sources are read where they lie.
@Suite("Every rule has code and a test")
struct RuleCoverageTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func texts(of folder: String) throws -> [(path: String, text: String)] {
    let root = Self.package.appendingPathComponent(folder)
    let files = try #require(FileManager.default.enumerator(atPath: root.path))
    return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path in
      (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }
  }

  /// The handles of rules in a text.
  private func handles(in text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: /\b[ACLPT][0-9]{1,2}\b/).map { String($0.output) })
  }

  @Test(
    "each handle of the list has a rule, something that runs it, and a test named for it", arguments: KnownOrder.all)
  func coverage(order: KnownOrder) throws {
    let ids = try order.rules().map(\.id)
    let provisions = try order.provisions()
    let sources = try texts(of: "Sources").filter { !$0.path.contains("Law/Orders/") }
    #expect(!sources.isEmpty)
    var cited: Set<String> = []
    for source in sources {
      // A handle that only serves as an example of one is no code for it.
      for line in source.text.split(separator: "\n") where !line.contains("e.g.") { cited.formUnion(handles(in: line)) }
    }
    var named: Set<String> = []
    for test in try texts(of: "Tests/RegistryProjectionsTests") {
      for match in test.text.matches(of: /@Test\(\s*"([^"]*)"/) { named.formUnion(handles(in: match.output.1)) }
    }
    for id in ids {
      let rule = try #require(provisions.rule(id), "\(id) has no rule")
      let isRun =
        !(rule.duties.isEmpty && rule.checks.isEmpty && rule.bars.isEmpty)
        || rule.actTypes.contains { provisions.meaning(of: $0)?.step == .note }
      #expect(isRun || cited.contains(id), "\(id) has no code")
      #expect(named.contains(id), "\(id) has no test named for it")
    }
  }

  @Test("a handle that is nowhere would be missed")
  func wouldFail() {
    #expect(handles(in: "A01, A-2, P-256 and A123 (C6): BA10, T27") == ["A01", "C6", "T27"])
  }
}
