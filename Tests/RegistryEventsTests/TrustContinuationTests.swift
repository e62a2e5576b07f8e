import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Journals that end, and those that continue them", .temporaryFolder)
struct TrustContinuationTests {
  static let origin = RawJournal.origin + "/2"

  /// A journal of four lines, of which the last ends it.
  static func closed() throws -> RawJournal {
    var journal = try RawJournal.started()
    try journal.append(journal.draft(JournalClosed(reason: "the year is over")), by: journal.master)
    return journal
  }

  /// Line 0 of a journal with keys of its own, signed by others too.
  static func successor(
    of elder: RawJournal, signedBy others: [PrivateKey], _ change: (inout JournalOpened) -> Void = { _ in }
  ) throws -> RawJournal {
    var journal = try RawJournal(origin: origin)
    journal.instant = elder.instant.adding(seconds: 60)
    var opening = try journal.opening()
    let own = try TestJournal.key(21)
    opening.keys = [journal.enrolment(own, id: "own", roles: ["keyMaster"])]
    opening.continues = try elder.end().continuation()
    change(&opening)
    journal.append(try SignedAct(journal.draft(opening), keys: [own] + others))
    try journal.append(journal.draft(journal.enrolment(journal.official)), by: own, journal.official)
    return journal
  }

  @Test("nothing stands after journal.closed, and nothing is appended")
  func ended() throws {
    var journal = try Self.closed()
    #expect(try journal.walk().findings == [])
    #expect(try journal.walk().summary?.closedSeq == 3)
    let path = try TemporaryFolder.write(journal.bytes)
    let now = journal.instant
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    try journal.append(journal.draft(JournalClosed()), by: journal.master)
    #expect(try journal.findings() == ["4 journal-ended", "5 journal-ended"])
    #expect(try journal.walk().verified.map(\.judgement.standing).suffix(2) == [.fails, .fails])
    let writer = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { now }
    let act = try journal.signedAct(of: 4)
    #expect(code { _ = try writer.append(act, expecting: .any) } == .journalEnded)
  }

  @Test("an official ends no journal")
  func entitled() throws {
    var journal = try RawJournal.started()
    try journal.append(journal.draft(JournalClosed()), by: journal.official)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    #expect(try journal.findings() == ["3 role-not-allowed"])
  }

  @Test("a successor is signed by a keyMaster of the journal that it continues, and holds against it")
  func right() throws {
    let elder = try Self.closed()
    let journal = try Self.successor(of: elder, signedBy: [elder.master])
    #expect(try journal.findings(after: elder.end()) == [])
    let summary = try JournalWalk(mode: .full, rules: TestJournal.rules, predecessor: elder.end()).run(
      JournalReader(path: TemporaryFolder.write(journal.bytes))
    ) { _ in }
    #expect(summary.verdicts == [.valid: 4])
    #expect(summary.standings == [.stands: 2])
    #expect(summary.ring.keys.count == 2)
  }

  @Test("who signs for the elder journal must be its keyMaster as after its last line")
  func elderSigner() throws {
    let elder = try Self.closed()
    func refused(_ others: [PrivateKey], _ elder: RawJournal) throws -> String? {
      let journal = try Self.successor(of: elder, signedBy: others)
      let end = try elder.end()
      var detail: String?
      do {
        _ = try journal.findings(after: end)
      } catch let error as RegistryError {
        #expect(error.code == .openingInvalid)
        detail = error.detail
      }
      return detail
    }
    #expect(try refused([elder.master], elder) == nil)
    #expect(try refused([elder.master, elder.second], elder) == nil)
    #expect(try refused([], elder) == "not signed by a keyMaster of the journal that it continues")
    for others in [[elder.official], [elder.stranger], [elder.master, elder.official]] {
      #expect(
        try refused(others, elder) == "signed by a key that is no keyMaster of the journal that it continues")
    }
    var revoked = try RawJournal.started()
    try revoked.append(revoked.draft(revoked.revocation(revoked.second, lastValidSeq: 2)), by: revoked.master)
    #expect(try refused([revoked.master], revoked) == nil)
    #expect(try refused([revoked.second], revoked) != nil)
  }

  @Test("the same keyMaster may keep both")
  func sameMaster() throws {
    let elder = try Self.closed()
    var journal = try RawJournal(origin: Self.origin)
    var opening = try journal.opening()
    opening.continues = try elder.end().continuation()
    try journal.append(journal.draft(opening), by: journal.master, journal.second)
    #expect(try journal.findings(after: elder.end()) == [])
    var lone = try RawJournal(origin: Self.origin)
    opening.keys = [lone.enrolment(lone.master, id: "master", roles: ["keyMaster"])]
    try lone.append(lone.draft(opening), by: lone.master)
    #expect(try lone.findings(after: elder.end()) == [])
  }

  @Test("recovery keys of the elder journal stand in for its keyMaster from their threshold on")
  func elderRecovery() throws {
    var elder = try TrustRecoveryTests.started()
    let keys = try TrustRecoveryTests.keys()
    elder.append(try SignedAct(elder.draft(JournalClosed()), keys: Array(keys.prefix(2))))
    let right = try Self.successor(of: elder, signedBy: Array(keys.prefix(2)))
    #expect(try right.findings(after: elder.end()) == [])
    let wrong = try Self.successor(of: elder, signedBy: [keys[0]])
    #expect(throws: RegistryError(.openingInvalid, at: Place(seq: 0, fileOffset: 0))) {
      try wrong.findings(after: elder.end())
    }
  }

  @Test("alone, a successor is read on its own keys' word; that is told, and neither good nor bad")
  func alone() throws {
    let elder = try Self.closed()
    var journal = try Self.successor(of: elder, signedBy: [elder.master])
    let walked = try journal.walk()
    #expect(walked.findings.map(\.code) == [.predecessorMissing])
    #expect(walked.summary?.verdicts == [.valid: 3, .evidenceMissing: 1])
    #expect(walked.summary?.standings == [.stands: 1, .undecided: 1])
    #expect(walked.lines.first?.standingAct == nil)
    let path = try TemporaryFolder.write(journal.bytes)
    let now = journal.instant
    let refusal = code {
      _ = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { now }
    }
    #expect(refusal == .predecessorMissing)
    let writer = try JournalWriter(
      path: path, rules: TestJournal.rules, gate: OpenGate(), continuing: [TemporaryFolder.write(elder.bytes)]
    ) { now }
    let strange = try SignedAct(journal.draft(journal.registered()), keys: [journal.stranger])
    do throws(RegistryError) {
      _ = try writer.append(strange, expecting: .any)
      Issue.record("taken in")
    } catch {
      #expect(error.code == .keyUnknown)
      #expect(error.place.seq == UInt64(journal.lines.count))
    }
    try writer.close()
    let other = try RawJournal.started()
    let mismatch = code {
      let paths = [try TemporaryFolder.write(other.bytes)]
      _ = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate(), continuing: paths) { now }
    }
    #expect(mismatch == .predecessorMismatch)
  }

  @Test("where the chain of journals breaks is told by its code, in every mode that sees it")
  func broken() throws {
    let elder = try Self.closed()
    let other = Digest.sha256(of: [1])
    let changes: [(@Sendable (inout Continuation) -> Void, modes: [VerificationMode])] = [
      ({ $0.fileDigest = other }, [.chain, .full]), ({ $0.root = other }, [.chain, .full]),
      ({ $0.size = 3 }, [.none, .chain, .full]), ({ $0.origin = "other" }, [.none, .chain, .full]),
    ]
    for (change, modes) in changes {
      let journal = try Self.successor(of: elder, signedBy: [elder.master]) { opening in
        opening.continues.map {
          var said = $0; change(&said); opening.continues = said
        }
      }
      #expect(try journal.findings(after: elder.end()) == ["0 predecessor-mismatch"])
      let path = try TemporaryFolder.write(journal.bytes)
      for mode in modes {
        let earlier = try JournalWalk(mode: mode, rules: TestJournal.rules).run(
          JournalReader(path: TemporaryFolder.write(elder.bytes)), digestsFile: mode != .none
        ) { _ in }
        let walk = JournalWalk(mode: mode, rules: TestJournal.rules, predecessor: JournalEnd(earlier))
        #expect(code { _ = try walk.run(JournalReader(path: path)) { _ in } } == .predecessorMismatch)
      }
    }
    // A journal that continues none, after one.
    #expect(try RawJournal.started().findings(after: elder.end()) == ["0 predecessor-mismatch"])
    // The elder grew since, or its file has an end without LF.
    let journal = try Self.successor(of: elder, signedBy: [elder.master])
    let walk = JournalWalk(mode: .full, rules: TestJournal.rules, damage: .report)
    let torn = try walk.run(JournalReader(path: TemporaryFolder.write(elder.bytes + [0x7B])), digestsFile: true) { _ in
    }
    #expect(try journal.findings(after: JournalEnd(torn)) == ["0 predecessor-mismatch"])
  }

  @Test("line 0 of a successor is not written without the journal that it continues")
  func creation() throws {
    let elder = try Self.closed()
    let journal = try Self.successor(of: elder, signedBy: [elder.master])
    let act = try journal.signedAct(of: 0)
    let path = try TemporaryFolder.make() + "/journal.jsonl"
    let now = journal.instant
    #expect(code { _ = try JournalCreation.create(path: path, opening: act, recorded: now) } == .predecessorMissing)
    _ = try JournalCreation.create(path: path, opening: act, recorded: now, predecessor: elder.end())
    #expect(try Fixture.read(path) == journal.lines[0] + [0x0A])
  }
}
