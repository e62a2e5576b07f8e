import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("RFC 3161 timestamps", .temporaryFolder)
struct TimestampTests {
  private let text: [UInt8]
  private let trusted: TrustedCertificates

  init() throws {
    let note = try Fixture.bytes("vectors/five-lines.checkpoint")
    let signatures = try #require(note.firstRange(of: Array("\n\n".utf8)))
    text = Array(note[...signatures.lowerBound])
    trusted = try TrustedCertificates(pem: Fixture.bytes("timestamps/ca.pem"))
  }

  @Test(
    "a token and a response with one say their time and verify, after the certificate's end too",
    arguments: ["tsr", "token"])
  func verifies(suffix: String) throws {
    let token = try TimestampToken(der: Fixture.bytes("timestamps/five-lines.\(suffix)"))
    #expect(token.time.description.hasPrefix("2026-11-21T13:56:"))
    #expect(token.authority == "CN=Timestamps,O=Сынақ,C=KZ")
    #expect(token.isOver(text))
    #expect(throws: Never.self) { try token.verify(over: text, trusting: trusted) }
  }

  @Test("over another text, or by an authority that is not trusted, it is invalid")
  func invalid() throws {
    let token = try TimestampToken(der: Fixture.bytes("timestamps/five-lines.tsr"))
    #expect(code { try token.verify(over: text.dropLast(), trusting: trusted) } == .timestampInvalid)
    let other = try TrustedCertificates(pem: Fixture.bytes("timestamps/other.pem"))
    #expect(code { try token.verify(over: text, trusting: other) } == .timestampInvalid)
    let both = try TrustedCertificates(
      pem: Fixture.bytes("timestamps/other.pem") + Fixture.bytes("timestamps/ca.pem"))
    #expect(throws: Never.self) { try token.verify(over: text, trusting: both) }
    let sha512 = try TimestampToken(der: Fixture.bytes("timestamps/five-lines-sha512.tsr"))
    #expect(!sha512.isOver(text))
  }

  @Test("every bit of a token, changed, makes it malformed or invalid, or changes nothing that was signed")
  func mangled() throws {
    let bytes = try Fixture.bytes("timestamps/five-lines.token")
    let time = try TimestampToken(der: bytes).time
    var refused = 0
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << (index % 8)
      let code = code { try TimestampToken(der: changed).verify(over: text, trusting: trusted) }
      if code == nil {
        // Certificates that are beside the signer's own in the token are not signed with it.
        #expect(try TimestampToken(der: changed).time == time, "byte \(index)")
      } else {
        #expect(code == .timestampMalformed || code == .timestampInvalid, "byte \(index)")
        refused += 1
      }
    }
    #expect(refused > bytes.count / 2)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(code { _ = try TimestampToken(der: bytes[..<end]) } == .timestampMalformed)
    }
  }

  @Test("what is no token is malformed: a refusal, a request, leftover bytes, nothing")
  func malformed() throws {
    let token = try Fixture.bytes("timestamps/five-lines.tsr")
    for bytes in [
      try Fixture.bytes("timestamps/refused.tsr"), try Fixture.bytes("timestamps/five-lines.tsq"), token + [0], [],
    ] {
      #expect(code { _ = try TimestampToken(der: bytes) } == .timestampMalformed)
    }
    #expect(code { _ = try TrustedCertificates(pem: Array("nothing".utf8)) } == .timestampMalformed)
    #expect(code { _ = try TrustedCertificates(pem: []) } == .timestampMalformed)
  }

  @Test("a request is the one that openssl ts -query makes of the text")
  func request() throws {
    #expect(try TimestampRequest.der(over: text) == Fixture.bytes("timestamps/five-lines.tsq"))
  }

  @Test("a token is kept beside the checkpoint that it is over, once, and verification checks it")
  func kept() throws {
    let journal = try TemporaryFolder.write(Fixture.bytes("vectors/five-lines.jsonl"), to: "x.jsonl")
    let folder = String(journal.dropLast(6)) + ".checkpoints"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let token = try Fixture.bytes("timestamps/five-lines.tsr")
    #expect(code { _ = try StoredTimestamps.keep(token, journal: journal) } == .checkpointMissing)
    try Data(Fixture.bytes("vectors/five-lines.checkpoint")).write(to: URL(filePath: folder + "/5"))
    let other = try TrustedCertificates(pem: Fixture.bytes("timestamps/other.pem"))
    #expect(
      code { _ = try StoredTimestamps.keep(token, journal: journal, trusting: other) } == .timestampInvalid)
    let kept = try StoredTimestamps.keep(token, journal: journal, trusting: trusted)
    #expect(kept.size == 5 && kept.path == folder + "/5.tsr")
    #expect(try Fixture.read(kept.path) == token)
    #expect(code { _ = try StoredTimestamps.keep(token, journal: journal) } == .fileExists)

    func verify(_ authorities: TrustedCertificates?) throws -> JournalVerification {
      try JournalVerification(
        JournalReader(path: journal), stored: StoredCheckpoints(journal: journal),
        tokens: StoredTimestamps(journal: journal), evidence: .init(timestampAuthorities: authorities),
        rules: TestJournal.rules)
    }
    #expect(try verify(trusted).timestamps.map(\.isVerified) == [true])
    #expect(try verify(nil).timestamps.map(\.isVerified) == [false])
    let unknown = try verify(other)
    #expect(unknown.timestamps.isEmpty && unknown.storedHolding == 1)
    #expect(unknown.checkpointFindings.map(\.error.code) == [.timestampInvalid])
    try Data(Fixture.bytes("timestamps/tour-39.tsr")).write(to: URL(filePath: kept.path))
    #expect(try verify(nil).checkpointFindings.map(\.error.code) == [.timestampInvalid])
    try Data([1]).write(to: URL(filePath: kept.path))
    #expect(try verify(nil).checkpointFindings.map(\.error.code) == [.timestampMalformed])
  }

  private func code(_ body: () throws -> Void) -> ErrorCode? { JournalWriterTests.code(body) }
}
