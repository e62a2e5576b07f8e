import Testing

@testable import RegistryEvents

@Suite("Recovery by threshold")
struct TrustRecoveryTests {
  static func keys() throws -> [PrivateKey] { try (11...13).map { try TestJournal.key($0) } }

  /// A journal of one keyMaster and three recovery keys, of which two stand in for it, with an official.
  static func started(threshold: Int64 = 2, holders: [String] = ["a", "b", "c"]) throws -> RawJournal {
    var journal = try RawJournal()
    var opening = try journal.opening()
    opening.keys.removeLast()
    opening.recovery = Recovery(
      keys: try zip(keys(), holders).map { journal.recoveryKey($0, id: $1) }, threshold: threshold)
    try journal.append(journal.draft(opening), by: journal.master)
    try journal.append(journal.draft(journal.enrolment(journal.official)), by: journal.master, journal.official)
    return journal
  }

  static func sign(_ draft: ActDraft, _ keys: [PrivateKey]) throws -> SignedAct { try SignedAct(draft, keys: keys) }

  @Test(
    "the first key is lost: so many holders of recovery keys enrol a new keyMaster, and fewer do not", arguments: 0...3)
  func lost(count: Int) throws {
    var journal = try Self.started()
    let keys = try Self.keys()
    let new = journal.enrolment(journal.second, id: "second", roles: ["keyMaster"])
    journal.append(try Self.sign(journal.draft(new), keys.prefix(count) + [journal.second]))
    // What hangs on it: the new keyMaster revokes the lost key.
    try journal.append(journal.draft(journal.revocation(journal.master, lastValidSeq: 2)), by: journal.second)
    let expected = [
      ["2 signer-missing", "3 key-unknown"], ["2 signer-missing", "3 key-unknown"], [], [],
    ]
    #expect(try journal.findings() == expected[count])
    #expect(try journal.walk().summary?.ring.keys[journal.master.publicKey.thumbprint]?.revocation == nil || count >= 2)
    let walked = try journal.walk()
    #expect(walked.verified.dropFirst(2).allSatisfy { ($0.judgement.standing == .stands) == (count >= 2) })
    if count == 1 { #expect(walked.summary?.verdicts[.notAuthorised] == 1) }
  }

  @Test("recovery keys of one holder count as one")
  func oneHolder() throws {
    var journal = try Self.started(holders: ["a", "A", "b"])
    let keys = try Self.keys()
    journal.append(try Self.sign(journal.draft(journal.mandate(journal.official)), [keys[0], keys[1]]))
    journal.append(try Self.sign(journal.draft(journal.mandate(journal.official)), [keys[0], keys[2]]))
    #expect(try journal.findings() == ["2 signer-missing"])
    #expect(try journal.walk().summary?.verdicts == [.valid: 5, .notAuthorised: 2])
  }

  @Test("two recovery keys are the four eyes that a revocation further back wants; one of a threshold of one is not")
  func fourEyes() throws {
    let keys = try Self.keys()
    for (threshold, count, expected) in [(2, 2, []), (1, 1, ["3 signer-missing"]), (1, 2, [])]
      as [(Int64, Int, [String])]
    {
      var journal = try Self.started(threshold: threshold)
      try journal.append(journal.draft(journal.mandate(journal.official)), by: journal.master)
      let revocation = journal.revocation(journal.official, lastValidSeq: 1)
      journal.append(try Self.sign(journal.draft(revocation), Array(keys.prefix(count))))
      #expect(try journal.findings() == expected)
    }
  }

  @Test("a recovery key beside a keyMaster is not decoration: below the threshold the act falls")
  func besideMaster() throws {
    var journal = try Self.started()
    let keys = try Self.keys()
    journal.append(try Self.sign(journal.draft(journal.mandate(journal.official)), [journal.master, keys[0]]))
    journal.append(try Self.sign(journal.draft(journal.mandate(journal.official)), [journal.master, keys[0], keys[1]]))
    #expect(try journal.findings() == ["2 signer-missing"])
  }

  @Test("recovery keys act where a keyMaster does, and nowhere else")
  func elsewhere() throws {
    var journal = try Self.started()
    let keys = try Self.keys()
    journal.append(try Self.sign(journal.draft(journal.registered()), [keys[0]]))
    journal.append(try Self.sign(journal.draft(journal.amended()), [keys[0], keys[1]]))
    #expect(
      try journal.findings() == ["2 role-not-allowed", "3 role-not-allowed", "3 role-not-allowed"])
  }

  @Test("a recovery key is revoked like any other, gets no mandate and is not enrolled")
  func life() throws {
    var journal = try Self.started()
    let keys = try Self.keys()
    try journal.append(journal.draft(journal.mandate(keys[0], roles: ["keyMaster"])), by: journal.master)
    try journal.append(journal.draft(journal.enrolment(keys[0], roles: ["keyMaster"])), by: journal.master, keys[0])
    try journal.append(journal.draft(journal.revocation(keys[0], lastValidSeq: 3)), by: journal.master)
    journal.append(try Self.sign(journal.draft(journal.mandate(journal.official)), [keys[0], keys[1]]))
    #expect(
      try journal.findings() == [
        "2 key-unknown", "3 key-enrolled-twice", "3 signer-missing", "5 key-revoked", "5 signer-missing",
      ])
  }

  @Test("a recovery key stands in from its first instant to the one before its last")
  func dates() throws {
    for (at, isIn) in [(-1, false), (0, true), (9, true), (10, false)] as [(Int64, Bool)] {
      var journal = try RawJournal()
      let keys = try Self.keys()
      let start = journal.instant.adding(seconds: 100)
      var opening = try journal.opening()
      opening.recovery = Recovery(keys: [journal.recoveryKey(keys[0])], threshold: 1)
      opening.recovery?.keys[0].from = start
      opening.recovery?.keys[0].until = start.adding(seconds: 10)
      try journal.append(journal.draft(opening), by: journal.master, journal.second)
      journal.instant = start.adding(seconds: at)
      let new = journal.enrolment(journal.official)
      journal.append(try Self.sign(journal.draft(new), [keys[0], journal.official]))
      #expect(try journal.findings() == (isIn ? [] : ["1 mandate-not-in-force"]))
    }
  }

  @Test("recovery keys that this reader cannot use hinder nothing, and what they sign is undecided")
  func unlisted() throws {
    var journal = try RawJournal()
    let keys = try Self.keys()
    var opening = try journal.opening()
    opening.recovery = Recovery(
      keys: [journal.recoveryKey(keys[0], id: "a"), journal.recoveryKey(keys[1], id: "b")], threshold: 2)
    opening.recovery?.keys[1].jwk = TrustEnrolmentTests.unlisted
    try journal.append(journal.draft(opening), by: journal.master, journal.second)
    var draft = journal.draft(journal.mandate(journal.master, roles: ["keyMaster"]))
    let kid = String(repeating: "A", count: 43)
    draft.signers = [kid, keys[0].publicKey.thumbprint].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let act = draft.bytes
    let header = #"{"alg":"ML-DSA-44","kid":"\#(kid)","typ":"registry-act+jws"}"#
    let theirs = DetachedJWS(protected: Base64.url.encode(Array(header.utf8)), signature: "AAAA")
    let ours = try DetachedJWS.sign(act, with: keys[0])
    journal.append(SignedAct(act: act, signatures: draft.signers?.first == kid ? [theirs, ours] : [ours, theirs]))
    #expect(try journal.findings() == ["1 algorithm-unsupported"])
    #expect(try journal.walk().verified.last?.judgement.standing == .undecided)
  }

  @Test("what recovery in line 0 says is read as it stands, roles or none")
  func read() throws {
    let journal = try RawJournal()
    let key = journal.recoveryKey(try Self.keys()[0])
    for roles in [nil, [], ["keyMaster"]] as [[String]?] {
      var recovery = Recovery(keys: [key], threshold: 1)
      recovery.keys[0].roles = roles
      #expect(try Recovery(recovery.value) == recovery)
    }
    #expect(throws: RegistryError.self) { try Recovery(["keys": [], "threshold": 1]) }
    #expect(throws: RegistryError.self) { try Recovery(["keys": [key.value], "threshold": 0]) }
    #expect(throws: RegistryError.self) { try Recovery([1]) }
  }
}
