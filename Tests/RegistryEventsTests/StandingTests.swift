import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Which acts stand", .temporaryFolder)
struct StandingTests {
  static func standings(_ journal: RawJournal, blockSize: Int = 256 << 10) throws -> [Standing] {
    try journal.walk(blockSize: blockSize).verified.map(\.judgement.standing)
  }

  @Test(
    "a mandate holds from its first instant to the one before its last, for the act and for its recording",
    arguments: [(0, 0), (0, 9), (9, 9)] as [(Int64, Int64)])
  func mandate(at: Int64, recorded: Int64) throws {
    var journal = try RawJournal.started()
    try journal.appendMandated(from: 0, until: 10, at: at, recorded: recorded)
    #expect(try journal.walk().findings == [])
  }

  @Test("two officials of different holders satisfy a law that asks for two")
  func twoHolders() throws {
    var journal = try RawJournal.started()
    try journal.append(
      journal.draft(journal.enrolment(journal.stranger, id: "other")), by: journal.master, journal.stranger)
    try journal.append(journal.draft(journal.amended()), by: journal.official, journal.stranger)
    #expect(try journal.walk().findings == [])
  }

  @Test("a later revocation may lower the last line at which a key is trusted, and never raise it")
  func lowered() throws {
    var journal = try RawJournal.started()
    let official = journal.official
    func revocation() throws -> [UInt64]? {
      let revocation = try journal.walk().summary?.ring.keys[official.publicKey.thumbprint]?.revocation
      return revocation.map { [$0.seq, $0.lastValidSeq] }
    }
    try journal.append(journal.draft(journal.revocation(official, lastValidSeq: 2)), by: journal.master)
    #expect(try revocation() == [3, 2])
    for (line, lastValidSeq) in [(4, 3), (5, 2)] as [(UInt64, Int64)] {
      try journal.append(
        journal.draft(journal.revocation(official, lastValidSeq: lastValidSeq)), by: journal.master, journal.second)
      #expect(try revocation() == [3, 2])
      #expect(try journal.walk().findings.filter { $0.seq == line }.map(\.code) == [.whatInvalid])
    }
    try journal.append(
      journal.draft(journal.revocation(official, lastValidSeq: 0)), by: journal.master, journal.second)
    #expect(try revocation() == [3, 0])
  }

  @Test("acts before a revocation stand as they were judged, even those after the last line trusted")
  func judgedOnce() throws {
    var journal = try RawJournal.started()
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 1)), by: journal.master, journal.second)
    #expect(try Self.standings(journal) == [.stands, .stands, .stands, .stands])
  }

  @Test(
    "with one signature that fits and one of an unknown algorithm an act is undecided; with one that is wrong it fails")
  func undecided() throws {
    var journal = try RawJournal.started()
    let kids = [journal.official.publicKey.thumbprint, String(repeating: "A", count: 43)].sorted()
    var draft = journal.draft(journal.amended())
    draft.signers = kids
    let act = draft.bytes
    let right = try DetachedJWS.sign(act, with: journal.official)
    let header = #"{"alg":"ML-DSA-65","kid":"\#(kids[kids[0].hasPrefix("AAAA") ? 0 : 1])","typ":"registry-act+jws"}"#
    let unknown = DetachedJWS(protected: Base64.url.encode(Array(header.utf8)), signature: "AAAA")
    let wrong = DetachedJWS(protected: right.protected, signature: "AAAA")
    func inOrder(_ own: DetachedJWS) -> [DetachedJWS] { kids[0].hasPrefix("AAAA") ? [unknown, own] : [own, unknown] }
    journal.append(SignedAct(act: act, signatures: inOrder(right)))
    var second = journal
    second.append(SignedAct(act: act, signatures: inOrder(wrong)))
    let walked = try journal.walk()
    #expect(walked.verified.last?.judgement.standing == .undecided)
    #expect(walked.findings.map(\.code) == [.algorithmUnsupported])
    #expect(walked.lines.last?.standingAct == nil)
    #expect(walked.summary?.standings == [.stands: 3, .undecided: 1])
    #expect(walked.summary?.verdicts == [.valid: 6, .algorithmUnsupported: 1])
    #expect(try second.walk().verified.last?.judgement.standing == .fails)
  }

  @Test("an act of an unknown type or version is kept, counted and reported, in every mode")
  func unknownType() throws {
    var journal = try RawJournal.started()
    var draft = journal.draft(journal.registered())
    draft.version = 2
    try journal.append(draft, by: journal.official)
    draft = journal.draft(journal.registered())
    draft.type = "apk.nothing"
    draft.what = ["any": [1, ["thing": nil]]]
    try journal.append(draft, by: journal.official)
    for mode in VerificationMode.allCases {
      let walked = try journal.walk(mode: mode)
      #expect(walked.findings == [])
      #expect(walked.lines.count == 5)
      #expect(walked.summary?.unknownTypes == ["apk.registered version 2": 1, "apk.nothing version 1": 1])
    }
  }

  @Test(
    "an unknown control act, or an unknown version of one, stops every reading; a report tells what came before it",

    arguments: [
      ("journal.halved", 1), ("key.forgotten", 1), ("trust.withdrawn", 1), ("calendar.moved", 1), ("act.forgiven", 1),
      ("disclosure.copied", 1), ("key.enrolled", 2), ("journal.opened", 2),
    ] as [(String, Int64)])
  func unknownControl(type: String, version: Int64) throws {
    var journal = try RawJournal.started()
    let draft = ActDraft(
      type: type, version: version, what: [:], at: journal.instant, id: journal.nextID(), journal: RawJournal.origin)
    // Whoever signed it, and whatever follows.
    try journal.append(draft, by: journal.stranger)
    journal.append(line: [])
    try journal.append(journal.draft(journal.registered()), by: journal.stranger)
    for mode in VerificationMode.allCases {
      let stopped = try journal.walk(mode: mode, damage: .stop)
      #expect(stopped.error?.code == .formatNewerThanReader)
      #expect(stopped.error?.place.seq == 3)
      #expect(stopped.lines.count == 3)
      let reported = try journal.walk(mode: mode, damage: .report)
      #expect(reported.error == nil)
      #expect(
        reported.findings.map { "\($0.seq) \($0.code.rawValue)" } == ["3 format-newer-than-reader", "4 line-empty"])
      #expect(reported.lines.count == 3)
      #expect(reported.summary?.lines == 6)
      #expect(reported.summary?.head == journal.head)
      #expect(reported.summary?.verdicts == (mode == .full ? [.valid: 5] : [:]))
    }
    let path = try TemporaryFolder.write(journal.bytes)
    let refusal = code {
      _ = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { TestJournal.start }
    }
    #expect(refusal == .formatNewerThanReader)
  }

  @Test("a role that must say what it had seen is told where it does not, and its act stands all the same")
  func seenRequired() throws {
    var journal = try RawJournal.started(policy: ["seenRequired": ["official"]])
    try journal.append(seen: ActDraft.Seen(leaf: journal.head, seq: 2))
    try journal.append(journal.draft(journal.mandate(journal.official)), by: journal.master)
    let walked = try journal.walk()
    #expect(walked.findings.map(\.code) == [.seenMissing])
    #expect(walked.findings.map(\.seq) == [2])
    #expect(walked.verified.allSatisfy { $0.judgement.standing == .stands })
    let path = try TemporaryFolder.write(journal.bytes)
    let now = journal.instant
    let writer = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { now }
    let act = try journal.rightAct()
    #expect(code { _ = try writer.append(act, expecting: .any) } == .seenMissing)
  }

  @Test(
    "an RSA key signs by the algorithm that it was enrolled with, whoever offers it with the other",
    arguments: [1, 1 << 20])
  func rsaAlgorithm(blockSize: Int) throws {
    let pem = try CryptoFixture.secret("keys/rsa2048.pem")
    let rs256 = try PrivateKey(pem: pem, rsa: .rs256)
    let ps256 = try PrivateKey(pem: pem, rsa: .ps256)
    #expect(rs256.publicKey.thumbprint == ps256.publicKey.thumbprint)
    var journal = try RawJournal.started()
    // Before and after the enrolment that stands someone offers the key with the other algorithm.
    try journal.append(journal.draft(journal.enrolment(ps256, id: "other")), by: ps256)
    try journal.append(journal.draft(journal.enrolment(rs256, id: "other")), by: journal.master, rs256)
    try journal.append(journal.draft(journal.enrolment(ps256, id: "other")), by: journal.master, ps256)
    try journal.append(journal.draft(journal.registered()), by: rs256)
    try journal.append(journal.draft(journal.registered()), by: ps256)
    let walked = try journal.walk(blockSize: blockSize)
    #expect(
      walked.verified.map(\.judgement.standing) == [
        .stands, .stands, .stands, .fails, .stands, .fails, .stands, .fails,
      ])
    #expect(
      walked.findings.map { "\($0.seq) \($0.code.rawValue)" } == [
        "3 signer-missing", "5 key-enrolled-twice", "5 algorithm-mismatch", "7 algorithm-mismatch",
      ])
  }

  @Test("line 0 is signed by the algorithm that it gives for an RSA key", arguments: [1, 1 << 20])
  func rsaOpening(blockSize: Int) throws {
    let pem = try CryptoFixture.secret("keys/rsa2048.pem")
    let rs256 = try PrivateKey(pem: pem, rsa: .rs256)
    let ps256 = try PrivateKey(pem: pem, rsa: .ps256)
    for (offered, signing) in [(rs256, rs256), (rs256, ps256)] {
      var journal = try RawJournal()
      var opening = try journal.opening()
      opening.keys = [journal.enrolment(offered, id: "master", roles: ["keyMaster"])]
      try journal.append(journal.draft(opening), by: signing)
      try journal.append(journal.draft(journal.enrolment(signing)), by: signing)
      let walked = try journal.walk(blockSize: blockSize)
      #expect(walked.error?.code == (offered.publicKey == signing.publicKey ? nil : .openingInvalid))
    }
  }

  @Test(
    "a wrong signature of a key that is enrolled later names an unknown key, wherever the blocks end",
    arguments: [1, 1 << 20])
  func enrolledLater(blockSize: Int) throws {
    var journal = try RawJournal.started()
    let act = try SignedAct(journal.draft(journal.registered()), keys: [journal.stranger])
    let other = try SignedAct(journal.draft(journal.registered()), keys: [journal.stranger])
    journal.append(SignedAct(act: act.act, signatures: other.signatures))
    try journal.append(
      journal.draft(journal.enrolment(journal.stranger)), by: journal.master, journal.stranger)
    let walked = try journal.walk(blockSize: blockSize)
    #expect(walked.findings.map { "\($0.seq) \($0.code.rawValue)" } == ["3 key-unknown"])
    #expect(walked.verified.map(\.judgement.signatures.first?.verdict).dropFirst(3).first == .keyUnknown)
  }
}
