import Foundation
import RegistryEvents
import TestSupport
import Testing

/// The vectors of the format page, made by a program that shares no code with this one.
@Suite("The published vectors", .temporaryFolder)
struct VectorTests {
  static let noRules = SigningRules(version: "none", periods: [])

  static func verify(
    _ bytes: [UInt8], mode: VerificationMode = .full, damage: JournalWalk.Damage = .report
  ) throws -> (WalkSummary, [VerifiedLine]) {
    let path = try TemporaryFolder.write(bytes)
    var lines: [VerifiedLine] = []
    let walk = JournalWalk(mode: mode, rules: noRules, damage: damage)
    let summary = try walk.run(try JournalReader(path: path)) { line in
      if case .verified(let verified) = line { lines.append(verified) }
    }
    return (summary, lines)
  }

  static func file(_ lines: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines { bytes += line + [0x0A] }
    return bytes
  }

  static func fiveLines() throws -> [[UInt8]] {
    try Fixture.bytes("vectors/five-lines.jsonl").split(separator: 0x0A).map(Array.init)
  }

  @Test("five lines come out with the leaf hashes, roots and verdicts that they should have")
  func fiveLines() throws {
    let expected = try #require(try Fixture.json("vectors/five-lines.json") as? [String: Any])
    let (summary, lines) = try Self.verify(try Fixture.bytes("vectors/five-lines.jsonl"))
    let vectors = try #require(expected["lines"] as? [[String: Any]])
    #expect(lines.map(\.leafHash.description) == vectors.compactMap { $0["leafHash"] as? String })
    #expect(lines.map { $0.line.bytes.count } == vectors.compactMap { $0["bytes"] as? Int })
    #expect(summary.root?.description == vectors.last?["root"] as? String)
    #expect(summary.head.description == vectors.last?["leafHash"] as? String)
    #expect(summary.lines == 5)
    #expect(summary.findings == [])
    #expect(summary.verdicts == [.valid: 8])
    #expect(summary.standings == [.stands: 5])
    #expect(summary.unknownTypes == ["test.strings version 1": 1])
    let thumbprints = try #require(expected["thumbprints"] as? [String: String])
    #expect(Set(summary.ring.keys.keys) == Set(thumbprints.values))
    let official = try #require(thumbprints["official"].flatMap { summary.ring.keys[$0] })
    #expect(official.revocation?.seq == 4)
    #expect(official.revocation?.lastValidSeq == 3)
  }

  @Test("every prefix of five lines has the root that it should have", arguments: 1...5)
  func roots(count: Int) throws {
    let expected = try #require(try Fixture.json("vectors/five-lines.json") as? [String: Any])
    let vectors = try #require(expected["lines"] as? [[String: Any]])
    let bytes = Self.file(try Self.fiveLines()[..<count])
    let (summary, _) = try Self.verify(bytes)
    #expect(summary.root?.description == vectors[count - 1]["root"] as? String)
  }

  static let badLines: [(why: String, code: ErrorCode)] = [
    ("white space", .whiteSpace), ("member order", .memberOrder), ("duplicate member", .memberDuplicate),
    ("float", .numberNotInteger), ("exponent", .numberNotInteger), ("negative zero", .numberNotCanonical),
    ("leading zero", .numberNotCanonical), ("integer too large", .numberOutOfRange),
    ("escaped solidus", .escapeNotCanonical), ("upper-case escape", .escapeNotCanonical),
    ("needless escape", .escapeNotCanonical), ("lone surrogate", .surrogate), ("invalid UTF-8", .utf8Invalid),
    ("overlong UTF-8", .utf8Invalid), ("CESU surrogate pair", .utf8Invalid),
    ("raw control character", .controlCharacter), ("byte-order mark", .byteOrderMark),
    ("trailing comma", .unexpectedByte), ("trailing bytes", .trailingBytes), ("carriage return", .trailingBytes),
    ("U+0000", .nulCharacter), ("member name not ASCII", .memberNameInvalid), ("depth 33", .depthExceeded),
    ("noncharacter", .noncharacter), ("cut", .endOfInput), ("empty", .lineEmpty), ("array", .notAnObject),
    ("missing member", .memberMissing), ("extra member", .memberUnknown),
  ]

  @Test("a line that must be refused is refused, by its own code", arguments: badLines)
  func refused(why: String, code: ErrorCode) throws {
    let vectors = try #require(try Fixture.json("vectors/bad-lines.json") as? [[String: String]])
    #expect(vectors.count == Self.badLines.count)
    let vector = try #require(vectors.first { $0["why"] == why })
    let line = [UInt8](try #require(vector["line"].flatMap { Data(base64Encoded: $0) }))
    let good = Self.file(try Self.fiveLines()[..<3])
    let (summary, lines) = try Self.verify(good + line + [0x0A])
    #expect(lines.count == 3)
    #expect(summary.findings.map(\.code) == [code])
    #expect(summary.findings.map(\.seq) == [3])
    #expect(throws: RegistryError.self) { try Self.verify(good + line + [0x0A], mode: .none, damage: .stop) }
  }

  @Test("any bit of five lines changed is found, but for what only a checkpoint can bind: the last line's `recorded`")
  func everyBit() throws {
    let bytes = try Fixture.bytes("vectors/five-lines.jsonl")
    let lastLine = try #require(try Self.fiveLines().last)
    let lastStart = bytes.count - lastLine.count - 1
    let recorded = try #require(lastLine.firstRange(of: Array(#""recorded":"#.utf8))).upperBound + lastStart
    for index in bytes.indices where index % 61 == 0 || (recorded..<(recorded + 22)).contains(index) {
      for bit in 0..<8 where bit == index % 8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        do {
          let (summary, _) = try Self.verify(changed)
          let found = !summary.findings.isEmpty || summary.tail != nil
          #expect(found || (recorded..<(recorded + 22)).contains(index), "byte \(index), bit \(bit)")
        } catch is RegistryError {
          // Line 0 opens no journal any more.
        }
      }
    }
  }
}
