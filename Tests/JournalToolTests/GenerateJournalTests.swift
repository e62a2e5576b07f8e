import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("A generated journal")
struct GenerateJournalTests {
  /// A year in few cases.
  static let small = GeneratorSettings(seed: 11, cases: 120, years: 2024...2024, unitsPerCaseTenths: 30)

  @Test("the same settings give the same bytes on every machine")
  func sameBytes() throws {
    let digest = try GeneratedFixture(Self.small).digest
    #expect(digest == "50d673b031be30a677964c1f494bc9c7a07dfb758ea214dcbfe2bc66a2d1d8d9")
    #expect(try GeneratedFixture(Self.small).digest == digest)
  }

  @Test("another seed gives other keys, other ids and another origin")
  func otherSeed() throws {
    let settings = GeneratorSettings(seed: 12, cases: 120, years: 2024...2024, unitsPerCaseTenths: 30)
    let first = try GeneratedFixture(Self.small).lines[0]
    #expect(try GeneratedFixture(settings).lines[0] != first)
    #expect(settings.origin != Self.small.origin)
  }

  @Test("lines are handed on one at a time: a sink that fails after ten stops the eleventh")
  func streaming() throws {
    struct Full: Error {}
    var generator = try Generator(settings: Self.small)
    var count = 0
    #expect(throws: Full.self) {
      try generator.write { _ in
        if count == 10 { throw Full() }
        count += 1
      }
    }
    #expect(count == 10 && generator.recorder.size == 11)
  }

  @Test(
    "whatever the settings, every act stands, the register can follow, and the checkpoint is the tree's",
    arguments: [
      GeneratorSettings(seed: 1, cases: 0, years: 2024...2024),
      GeneratorSettings(seed: 2, cases: 1, years: 2024...2024),
      GeneratorSettings(seed: 3, cases: 400, years: 2023...2025),
      GeneratorSettings(seed: 4, cases: 90, years: 2031...2031),
      GeneratorSettings(seed: 5, cases: -1, years: -3...1),
      GeneratorSettings(
        seed: 6, cases: 9, firstDay: Tour.date("2024-05-08"), lastDay: Tour.date("2024-05-01"), unitsPerCaseTenths: 900),
      GeneratorSettings(seed: 7, cases: 20, years: 2025...2026, otherCases: 60),
      GeneratedFixture.year2024, small,
    ])
  func stands(settings: GeneratorSettings) throws {
    let journal = try GeneratedFixture(settings)
    let (report, register) = try journal.replay()
    #expect(report.summary.findings == [])
    #expect(report.summary.standings == [.stands: journal.lines.count])
    #expect(report.summary.unknownTypes == [:])
    #expect(register.anomalies == [])
    let key = try VerifierKey(#require(report.summary.opening.noteKeys.first))
    let checkpoint = try Checkpoint(opening: Note(journal.checkpoint), with: [key])
    #expect(checkpoint.root == report.summary.root)
    #expect(checkpoint.size == UInt64(journal.lines.count))
  }

  @Test("every line is its own canonical form, and every act says what its schema allows")
  func canonical() throws {
    let journal = try GeneratedFixture(Self.small)
    for (line, tree) in zip(journal.lines, try journal.trees()) {
      #expect(CanonicalWriter.bytes(of: tree.value) + [UInt8(ascii: "\n")] == line)
      let entry = try #require(ActCatalogue.standard.entry(type: tree.type, version: 1))
      #expect(entry.problem(of: tree.what) == nil)
      if let payload = entry.payload { #expect(try payload.init(what: tree.what).what == tree.what) }
    }
  }

  @Test("cases of the other registers are mixed in where they are asked for, as their schemas and registers want them")
  func others() throws {
    let journal = try GeneratedFixture(GeneratorSettings(seed: 8, cases: 20, years: 2025...2026, otherCases: 90))
    for line in try journal.trees() {
      let entry = try #require(ActCatalogue.standard.entry(type: line.type, version: 1))
      #expect(entry.problem(of: line.what) == nil, "\(line.type)")
    }
    var registers = Registers()
    _ = try journal.replay { registers.apply($0, $1) }
    for register in registers.others {
      #expect(register.count > 3 && register.anomalies == [], "\(register.layout.id)")
    }
    #expect(try journal.replay().register.count > 10)
  }

  @Test("no act is larger than the format allows, though hundreds of units are filed at once")
  func sizes() throws {
    let lines = try GeneratedFixture(GeneratedFixture.year2024).trees()
    let filings = try lines.compactMap { try $0.payload(InclusionFiled.self) }
    #expect(filings.contains { $0.quantity > 600 && $0.parts > 3 && $0.units.isEmpty })
    #expect(lines.allSatisfy { CanonicalWriter.bytes(of: $0.act).count <= 49_152 })
  }

  @Test("units filed on average are what the settings ask for, within a quarter", arguments: [14, 30, 100])
  func unitsPerCase(tenths: Int) {
    let book = CaseBook(
      settings: GeneratorSettings(cases: 1, years: 2024...2024, unitsPerCaseTenths: tenths), clock: OfficeClock())
    var random = SeededRandom(seed: 1, purpose: "sizes")
    let total = (0..<20_000).reduce(0) { sum, _ in sum + book.size(&random) }
    #expect(abs(total - 2000 * tenths) < 500 * tenths, "\(total)")
  }
}
