import Testing

@testable import RegistryEvents

@Suite("Revocations that reach back")
struct TrustRevocationTests {
  /// Line 1 enrols an official, lines 2 to 5 are acts of his, and the next one revokes his key.
  static func revoked(lastValidSeq: Int64) throws -> RawJournal {
    var journal = try RawJournal.started()
    for _ in 0..<3 { try journal.append(journal.draft(journal.registered()), by: journal.official) }
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: lastValidSeq)), by: journal.master,
      journal.second)
    return journal
  }

  @Test(
    "acts after the last line trusted stand as they were judged, and their signatures are told as those of a revoked key",
    arguments: [1, 2, 3, 4, 5] as [Int64])
  func reachesBack(lastValidSeq: Int64) throws {
    let journal = try Self.revoked(lastValidSeq: lastValidSeq)
    for blockSize in [1, 256 << 10] {
      let walked = try journal.walk(blockSize: blockSize)
      let doubted = (UInt64(lastValidSeq) + 1)..<6
      #expect(walked.findings.map(\.code) == doubted.map { _ in .vouchedByRevokedKey })
      #expect(walked.findings.map(\.seq) == Array(doubted))
      #expect(walked.findings.map(\.offset) == doubted.map { walked.lines[Int($0)].line.fileOffset })
      #expect(walked.verified.allSatisfy { $0.judgement.standing == .stands })
      #expect(walked.lines.allSatisfy { $0.standingAct != nil })
      let late = doubted.count
      #expect(walked.summary?.verdicts[.keyRevoked] == (late == 0 ? nil : late))
      #expect(walked.summary?.verdicts[.valid] == 10 - late)
      #expect(walked.summary?.standings == [.stands: 7])
      #expect(walked.summary?.doubted.map(\.revokedBySeq) == doubted.map { _ in 6 })
    }
  }

  @Test("later acts of the key do not stand, beside those that do and are in doubt")
  func laterToo() throws {
    var journal = try Self.revoked(lastValidSeq: 4)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    let walked = try journal.walk()
    #expect(try journal.findings() == ["5 vouched-by-revoked-key", "7 key-revoked"])
    #expect(walked.summary?.verdicts == [.valid: 9, .keyRevoked: 2])
    #expect(walked.verified.map(\.judgement.standing).suffix(3) == [.stands, .stands, .fails])
  }

  @Test("one keyMaster revokes up to the line before; reaching further back wants two of different holders")
  func fourEyes() throws {
    for (lastValidSeq, expected) in [(2, []), (1, [ErrorCode.signerMissing])] as [(Int64, [ErrorCode])] {
      var journal = try RawJournal.started()
      try journal.append(
        journal.draft(journal.revocation(journal.official, lastValidSeq: lastValidSeq)), by: journal.master)
      #expect(try journal.walk().findings.map(\.code) == expected)
      #expect((try journal.walk().summary?.doubted.count) == 0)
    }
  }

  @Test("holders are told apart in upper case: one who is written in two ways is one")
  func sameHolder() throws {
    var journal = try RawJournal.started()
    let spare = journal.enrolment(journal.stranger, id: "MASTER", roles: ["keyMaster"])
    try journal.append(journal.draft(spare), by: journal.master, journal.stranger)
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 1)), by: journal.master, journal.stranger)
    #expect(try journal.findings() == ["4 signer-missing"])
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 1)), by: journal.second, journal.stranger)
    #expect(try journal.findings() == ["2 vouched-by-revoked-key", "4 signer-missing"])
  }

  @Test("a later revocation that reaches further back puts more acts in doubt, each as of the line that first did")
  func loweredAgain() throws {
    var journal = try Self.revoked(lastValidSeq: 4)
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 2)), by: journal.master, journal.second)
    let summary = try #require(try journal.walk().summary)
    #expect(summary.doubted.map { [$0.seq, $0.revokedBySeq] } == [[3, 7], [4, 7], [5, 6]])
  }

  @Test("who reads as known before a revocation sees no doubt yet")
  func asKnown() throws {
    var journal = try Self.revoked(lastValidSeq: 4)
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 2)), by: journal.master, journal.second)
    let summary = try #require(try journal.walk().summary)
    for (known, seqs) in [(nil, []), (5, []), (6, [5]), (7, [3, 4, 5]), (9, [3, 4, 5])] as [(UInt64?, [UInt64])] {
      let then = summary.asKnown(at: known)
      #expect(then.doubted.map(\.seq) == seqs)
      #expect(then.findings.map(\.seq) == seqs)
      #expect(then.verdicts[.keyRevoked] == (seqs.isEmpty ? nil : seqs.count))
      #expect(then.verdicts[.valid] == 12 - seqs.count)
    }
  }

  @Test("a keyMaster that revokes its own key is not in doubt for that, and acts no more")
  func ownKey() throws {
    var journal = try RawJournal.started()
    try journal.append(journal.draft(journal.revocation(journal.master, lastValidSeq: 2)), by: journal.master)
    #expect(try journal.walk().findings == [])
    try journal.append(journal.draft(journal.mandate(journal.official)), by: journal.master)
    #expect(try journal.findings() == ["4 key-revoked"])
  }

  @Test("what a keyMaster did while it was not to be trusted stands, and is told")
  func enrolmentsInDoubt() throws {
    var journal = try RawJournal.started()
    try journal.append(journal.draft(journal.enrolment(journal.stranger)), by: journal.second, journal.stranger)
    try journal.append(journal.draft(journal.registered()), by: journal.stranger)
    try journal.append(
      journal.draft(journal.revocation(journal.second, lastValidSeq: 2)), by: journal.master, journal.second)
    let walked = try journal.walk()
    #expect(walked.findings.map(\.code) == [.vouchedByRevokedKey])
    #expect(walked.findings.map(\.seq) == [3])
    #expect(walked.verified.allSatisfy { $0.judgement.standing == .stands })
  }

  @Test("a valid signature of an act that does not stand is told as a revoked key's, but vouches for nothing")
  func notStanding() throws {
    var journal = try RawJournal.started()
    // Two officials are asked for.
    try journal.append(journal.draft(journal.amended()), by: journal.official)
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 2)), by: journal.master, journal.second)
    #expect(try journal.findings() == ["3 signer-missing"])
    #expect(try journal.walk().summary?.verdicts == [.valid: 7, .keyRevoked: 1])
  }
}
