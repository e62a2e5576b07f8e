import TestSupport
import Testing

@testable import RegistryEvents

@Suite("What is still good", .temporaryFolder)
struct GoodPartTests {
  private static func started(_ lines: Int = 12) throws -> RawJournal {
    var journal = try RawJournal.started()
    while journal.lines.count < lines { try journal.append(journal.draft(journal.registered()), by: journal.official) }
    return journal
  }

  /// The checkpoints of a journal at some sizes, as if from elsewhere.
  private static func checkpoints(
    _ sizes: [Int], of journal: RawJournal
  ) throws -> [(name: String, note: Result<Note, RegistryError>)] {
    let hasher = SHA256Hasher()
    let signer = try NoteSigner(name: RawJournal.origin, key: TestJournal.key(9))
    return try sizes.map { size in
      var tree = MerkleFrontier()
      for line in journal.lines.prefix(size) { tree.append(hasher.leafHash(line), with: hasher) }
      let checkpoint = try Checkpoint(origin: RawJournal.origin, size: UInt64(size), root: tree.root(with: hasher))
      return ("\(size)", .success(try checkpoint.signed(by: signer)))
    }
  }

  private static func verify(
    _ bytes: [UInt8], _ checkpoints: [(name: String, note: Result<Note, RegistryError>)] = [], opening: Digest? = nil
  ) throws -> JournalVerification {
    try JournalVerification(
      JournalReader(path: TemporaryFolder.write(bytes)), stored: nil,
      evidence: .init(checkpoints: checkpoints, opening: opening), rules: TestJournal.rules)
  }

  private static func end(_ journal: RawJournal, _ lines: Int) -> UInt64 {
    UInt64(journal.lines.prefix(lines).reduce(0) { $0 + $1.count + 1 })
  }

  @Test("of a sound journal everything is good, and no line bad, though an act does not stand")
  func sound() throws {
    var journal = try Self.started()
    try journal.append(journal.draft(journal.registered()), by: journal.stranger)
    let verification = try Self.verify(journal.bytes, Self.checkpoints([4, 8], of: journal))
    #expect(verification.findings.map(\.code) == [.keyUnknown])
    #expect(verification.firstBad == nil)
    #expect(verification.good.lines == 13 && verification.good.bytes == UInt64(journal.bytes.count))
    #expect(verification.good.checkpoint?.size == 8 && verification.good.checkpointName == "8")
    #expect(verification.good.rewritten == nil)
  }

  @Test("a line that is no line is bad, and those before it are good, wherever it is", arguments: 1..<12)
  func refused(line: Int) throws {
    let journal = try Self.started()
    var bytes = journal.bytes
    bytes[Int(Self.end(journal, line)) + 1] = 0x01
    let verification = try Self.verify(bytes, Self.checkpoints([3, 7, 12], of: journal))
    #expect(verification.firstBad?.seq == UInt64(line))
    #expect(verification.firstBad?.offset == Self.end(journal, line) + 1)
    let held = [3, 7].filter { $0 <= line }.max().map(UInt64.init)
    #expect(verification.good.checkpoint?.size == held)
    // The bad line says why later checkpoints fail.
    #expect(verification.good.lines == UInt64(line) && verification.good.bytes == Self.end(journal, line))
    #expect(verification.good.rewritten == nil)
  }

  @Test(
    "where a line says another hash of the one before, both are in doubt, unless a checkpoint holds at the line",
    arguments: 2..<12)
  func unlinked(line: Int) throws {
    let journal = try Self.started()
    var bytes = journal.bytes
    let start = Int(Self.end(journal, line - 1))
    // A second of `recorded`: the line is well-formed, and its signature still holds.
    let member = try #require(bytes[start...].firstRange(of: Array("\"recorded\":\"".utf8)))
    bytes[member.upperBound + 18] ^= 1
    let verification = try Self.verify(bytes)
    #expect(verification.firstBad?.code == .prevMismatch || verification.firstBad?.code == .recordedBackwards)
    if verification.firstBad?.code == .prevMismatch {
      #expect(verification.firstBad?.seq == UInt64(line))
      #expect(verification.good.lines == UInt64(line - 1) && verification.good.bytes == UInt64(start))
    }
  }

  @Test(
    "an act taken out and the rest chained anew passes every check of the lines, and fails the checkpoints from there on",
    arguments: 3..<11)
  func rechained(taken: Int) throws {
    let journal = try Self.started()
    var forged = RawJournal.empty(like: journal)
    for (index, line) in journal.lines.enumerated() where index != taken { try forged.rechain(line) }
    let bare = try Self.verify(forged.bytes)
    #expect(bare.findings.isEmpty && bare.firstBad == nil && bare.good.lines == 11)

    let checkpoints = try Self.checkpoints([2, 6, 9, 11, 12], of: journal)
    let verification = try Self.verify(forged.bytes, checkpoints)
    #expect(verification.findings.isEmpty && verification.firstBad == nil)
    let held = [2, 6, 9].last { $0 <= taken } ?? 0
    let first = [6, 9, 11].first { $0 > taken } ?? 11
    #expect(
      verification.checkpointFindings.map { "\($0.name) \($0.error.code.rawValue)" }
        == [2, 6, 9, 11].filter { $0 > taken }.map { "\($0) checkpoint-contradicted" } + [
          "12 journal-behind-checkpoint"
        ])
    #expect(verification.good.checkpoint?.size == UInt64(held))
    #expect(verification.good.lines == UInt64(held) && verification.good.bytes == Self.end(journal, held))
    #expect(verification.good.rewritten == UInt64(held)..<UInt64(first))
  }

  @Test("an unterminated end is the first bad thing, behind good lines")
  func torn() throws {
    let journal = try Self.started(5)
    let verification = try Self.verify(journal.bytes + [0x7B])
    #expect(verification.firstBad?.code == .tornTail && verification.firstBad?.seq == 5)
    #expect(verification.good.lines == 5 && verification.good.bytes == UInt64(journal.bytes.count))
  }

  @Test("of a journal with another line 0 than was expected nothing is good")
  func otherOpening() throws {
    let verification = try Self.verify(Self.started(5).bytes, opening: Digest.sha256(of: []))
    #expect(verification.firstBad?.code == .openingUnexpected && verification.good.lines == 0)
  }
}

extension RawJournal {
  /// A journal without lines, with the keys of another.
  fileprivate static func empty(like other: RawJournal) -> RawJournal {
    var journal = other
    journal.removeAll()
    return journal
  }

  /// Appends the act and signatures of a line of another journal under a new `prev` and `seq`.
  fileprivate mutating func rechain(_ line: [UInt8]) throws {
    var text = String(decoding: line, as: UTF8.self)
    let prev = try #require(text.firstRange(of: "\"prev\":\""))
    let start = prev.upperBound
    text.replaceSubrange(start..<text.index(start, offsetBy: 64), with: head.description)
    let seq = try #require(text.firstRange(of: "\"seq\":"))
    let end = try #require(text[seq.upperBound...].firstIndex(of: ","))
    text.replaceSubrange(seq.upperBound..<end, with: "\(lines.count)")
    append(line: Array(text.utf8))
  }
}
