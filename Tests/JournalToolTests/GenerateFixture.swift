import Foundation
import RegistryEvents
import RegistryProjections
import TestSupport
import Testing

@testable import journal_tool

/// A generated journal, held whole as no generator would, and its lines as trees.
struct GeneratedFixture {
  let lines: [[UInt8]]
  let checkpoint: [UInt8]

  init(_ settings: GeneratorSettings) throws {
    var generator = try Generator(settings: settings)
    var lines: [[UInt8]] = []
    try generator.write { lines.append($0) }
    self.lines = lines
    checkpoint = try generator.checkpoint()
  }

  init(_ tour: Tour) throws {
    var tour = tour
    var lines: [[UInt8]] = []
    try tour.write { lines.append($0) }
    self.lines = lines
    checkpoint = try tour.checkpoint()
  }

  init(_ tour: RegistersTour) throws {
    var tour = tour
    var lines: [[UInt8]] = []
    try tour.write { lines.append($0) }
    self.lines = lines
    checkpoint = try tour.checkpoint()
  }

  /// A journal that is shipped, by its name.
  static func shipped(_ name: String) throws -> GeneratedFixture {
    switch name {
    case "tour": try GeneratedFixture(Tour())
    case "registers-2024": try GeneratedFixture(RegistersTour())
    default: try GeneratedFixture(year2024)
    }
  }

  /// The year that is shipped as `Journals/apk-2024.jsonl`.
  static let year2024 = GeneratorSettings(seed: 1, cases: 240, years: 2024...2024, unitsPerCaseTenths: 100)

  var bytes: [UInt8] { lines.flatMap { $0 } }

  var digest: String { Digest.sha256(of: bytes).description }

  /// The folder `Journals` of the project.
  static let journals = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Journals")

  /// One line as a tree.
  struct Line {
    let value: CanonicalValue
    let leaf: Digest

    var act: CanonicalValue { value["act"] ?? .null }
    var what: CanonicalValue { act["what"] ?? .null }
    var type: String { act["type"]?.string ?? "" }
    var caseNumber: String? { act["case"]?.string }
    var id: String { act["id"]?.string ?? "" }
    var at: Instant { act["at"]?.string.flatMap { Instant($0) } ?? .earliest }
    var recorded: Instant { value["recorded"]?.string.flatMap { Instant($0) } ?? .earliest }

    func payload<Payload: ActPayload>(_ type: Payload.Type) throws -> Payload? {
      self.type == Payload.type ? try Payload(what: what) : nil
    }
  }

  func trees() throws -> [Line] {
    let hasher = SHA256Hasher()
    return try lines.map { line in
      let bytes = line.dropLast()
      return Line(value: try CanonicalValue(canonical: bytes), leaf: hasher.leafHash(Array(bytes)))
    }
  }

  /// Replays the journal from a file, everything verified, into the register.
  func replay() throws -> (report: ReplayReport, register: HardwareRegister) {
    var register = HardwareRegister()
    let report = try replay { register.apply($0, $1) }
    return (report, register)
  }

  /// Replays the journal from a file, everything verified.
  func replay(asAt instant: Instant = .latest, _ fold: (StandingAct, FoldContext) -> Void) throws -> ReplayReport {
    try TemporaryFolder.scope {
      let path = try TemporaryFolder.write(bytes)
      return try Replay(asOf: AsOf(effective: instant)).pass([JournalReader(path: path)], fold: fold).report
    }
  }
}
