import Foundation
import TestSupport
import Testing

@testable import RegistryEvents

/// Every bit of a journal of forty lines changed, and its last three lines cut at every byte: what is found, and by which layer.
///
/// `make damage` looks at all of them and prints the table; without it a sample is looked at.
@Suite("Damage of any kind", .temporaryFolder)
struct DamageTests {
  static let isWhole = ProcessInfo.processInfo.environment["DAMAGE"] == "all"

  /// A journal of forty lines of many kinds, all right.
  static func journal() throws -> RawJournal {
    var journal = try JournalWalkTests.right(revoking: false)
    while journal.lines.count < 40 {
      journal.instant = journal.instant.adding(seconds: 45)
      switch journal.lines.count % 4 {
      case 0: try journal.append(journal.draft(journal.amended()), by: journal.official, journal.stranger)
      case 1: try journal.append(seen: ActDraft.Seen(leaf: journal.head, seq: UInt64(journal.lines.count - 1)))
      case 2: try journal.append(journal.draft(journal.mandate(journal.stranger)), by: journal.second)
      default: try journal.append(journal.draft(journal.registered()), by: journal.official)
      }
    }
    try #require(journal.walk().findings == [])
    return journal
  }

  /// A checkpoint over the whole journal.
  static func checkpoint(_ journal: RawJournal) throws -> Note {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    for line in journal.lines { tree.append(hasher.leafHash(line), with: hasher) }
    let signer = try NoteSigner(name: RawJournal.origin, key: TestJournal.key(9))
    return try Checkpoint(origin: RawJournal.origin, size: tree.size, root: tree.root(with: hasher)).signed(by: signer)
  }

  /// What `verify` finds in a file: in its lines, and with a checkpoint from elsewhere.
  static func verify(_ bytes: [UInt8], _ checkpoint: Note) throws -> (lines: [ErrorCode], checkpoint: [ErrorCode]) {
    try TemporaryFolder.scope {
      let path = try TemporaryFolder.write(bytes)
      do throws(RegistryError) {
        let verification = try JournalVerification(
          JournalReader(path: path), stored: nil,
          evidence: .init(checkpoints: [("elsewhere", .success(checkpoint))]), rules: TestJournal.rules)
        return (verification.findings.map(\.code), verification.checkpointFindings.map(\.error.code))
      } catch {
        return ([error.code], [error.code])
      }
    }
  }

  @Test(
    "every bit is found by the form, the chain or a signature, but for when the last line was recorded; a checkpoint finds that too"
  )
  func everyBit() async throws {
    let bytes = try Self.journal().bytes
    let step = Self.isWhole ? 1 : 61
    let counts = try await withThrowingTaskGroup(of: [BitFlip.Found: Int].self) { group in
      for part in 0..<8 {
        group.addTask {
          let flip = try BitFlip(bytes)
          var counts: [BitFlip.Found: Int] = [:]
          for number in stride(from: part * step, to: bytes.count * 8, by: 8 * step) {
            counts[flip.found(at: number / 8, bit: number % 8), default: 0] += 1
          }
          return counts
        }
      }
      return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }
    #expect(counts.values.reduce(0, +) == (bytes.count * 8 + step - 1) / step)
    for (found, _) in counts where !found.isFound {
      #expect(found.line == 39 && found.region == .recorded)
    }
    #expect(counts.keys.allSatisfy { $0.form || $0.checkpoint })
    if Self.isWhole {
      #expect(counts.keys.contains { !$0.isFound })
      print(Self.table(counts))
    }
  }

  /// The table for DESIGN.md.
  static func table(_ counts: [BitFlip.Found: Int]) -> String {
    func row(_ title: String, _ isIn: (BitFlip.Found) -> Bool) -> String {
      func count(_ isCounted: (BitFlip.Found) -> Bool) -> Int {
        counts.reduce(0) { isIn($1.key) && isCounted($1.key) ? $0 + $1.value : $0 }
      }
      let cells = [
        count { _ in true }, count(\.form), count(\.chain), count(\.signature), count(\.checkpoint),
        count { !$0.isFound },
      ]
      return "| \(title) | " + cells.map(String.init).joined(separator: " | ") + " |"
    }
    let head =
      "| bits of | all | form | chain | signatures | checkpoint | checkpoint alone |\n|---|---|---|---|---|---|---|"
    let before = BitFlip.Region.allCases.map { region in
      row("`\(region.rawValue)`, lines 0 to 38") { $0.region == region && $0.line < 39 }
    }
    let last = BitFlip.Region.allCases.map { region in
      row("`\(region.rawValue)`, line 39") { $0.region == region && $0.line == 39 }
    }
    return ([head] + before + last + [row("all") { _ in true }]).joined(separator: "\n")
  }

  @Test("what is said of a bit is what `verify` says of the file", arguments: 0..<120)
  func asVerify(seed: Int) throws {
    let journal = try Self.journal()
    let flip = try BitFlip(journal.bytes)
    var random = SeededRandom(UInt64(seed))
    // A quarter in the last line, where it matters.
    let first = seed % 4 == 0 ? journal.bytes.count - journal.lines[39].count - 1 : 0
    let (place, bit) = (
      Int.random(in: first..<journal.bytes.count, using: &random), Int.random(in: 0..<8, using: &random)
    )
    let found = flip.found(at: place, bit: bit)
    let verified = try Self.verify(flip.changed(at: place, bit: bit), Self.checkpoint(journal))
    #expect(found.isFound == !verified.lines.isEmpty, "byte \(place), bit \(bit): \(verified.lines)")
    #expect(!verified.checkpoint.isEmpty)
  }

  @Test("the last line recorded a second later passes everything but a checkpoint")
  func recorded() throws {
    let journal = try Self.journal()
    let text = String(decoding: journal.bytes, as: UTF8.self)
    let later = journal.instant.adding(seconds: 1)
    let changed = text.replacing("\"recorded\":\"\(journal.instant)", with: "\"recorded\":\"\(later)")
    try #require(changed != text)
    let verified = try Self.verify(Array(changed.utf8), Self.checkpoint(journal))
    #expect(verified.lines == [])
    #expect(verified.checkpoint == [.checkpointContradicted])
  }

  @Test(
    "a journal cut at any byte of its last three lines is found, or with a checkpoint if whole lines are gone; the next writer goes on"
  )
  func cut() async throws {
    let raw = try Self.journal()
    let bytes = raw.bytes
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    let first = ends[ends.count - 4]
    let places = (first..<bytes.count).filter { place in
      Self.isWhole || place % 97 == 0 || ends.contains { abs($0 - place) <= 1 }
    }
    let checkpoint = try Self.checkpoint(raw)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in 0..<4 {
        group.addTask {
          for place in places where place % 4 == part {
            let isBoundary = ends.contains(place)
            let verified = try Self.verify(Array(bytes[..<place]), checkpoint)
            #expect(verified.lines == (isBoundary ? [] : [.tornTail]), "\(place)")
            #expect(verified.checkpoint == [.journalBehindCheckpoint])
            try TemporaryFolder.scope {
              try Self.goOn(raw, at: place, whole: ends.last { $0 <= place } ?? 0, checkpoint)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    if Self.isWhole { print("cut at \(places.count) bytes of the last three lines") }
    #expect(places.count > 20)
  }

  /// A writer that knows of no checkpoint moves the cut line aside and goes on; one that knows of one leaves the file alone.
  private static func goOn(_ raw: RawJournal, at place: Int, whole: Int, _ checkpoint: Note) throws {
    let journal = try TestJournal()
    journal.instant = raw.instant.adding(seconds: 1)
    let cut = Array(raw.bytes[..<place])
    try Data(cut).write(to: URL(fileURLWithPath: journal.path))
    let folder = JournalFailureTests.file(".checkpoints", of: journal)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Data(checkpoint.bytes).write(to: URL(fileURLWithPath: folder + "/40"))
    #expect(throws: RegistryError.self) { _ = try journal.writer() }
    #expect(try Fixture.read(journal.path) == cut)
    try FileManager.default.removeItem(atPath: folder)
    let writer = try journal.writer()
    #expect(try Fixture.read(journal.path) == Array(cut[..<whole]))
    if whole < place {
      #expect(try Fixture.read(JournalFailureTests.file(".torn-\(whole)", of: journal)) == Array(cut[whole...]))
    }
    _ = try JournalFailureTests.append(journal, writer)
    try writer.close()
    #expect(try journal.verify().0.findings == [])
  }
}
