import TestSupport
import Testing

@testable import RegistryEvents

/// What an annulment takes out of what the keys entitle to, and of what stands by a key that was revoked since (format §5).
@Suite("Annulled acts and the keys", .temporaryFolder)
struct TrustAnnulmentTests {
  private static func annul(_ seq: Int, _ journal: inout RawJournal, by key: PrivateKey? = nil) throws {
    let act = try journal.id(of: seq)
    try journal.append(journal.draft(ActAnnulled(act: act, ground: "false")), by: key ?? journal.master)
  }

  /// The official's acts in lines 3 and 4 are vouched for by a key that line 5 revokes from line 2 on.
  private static func revoked() throws -> RawJournal {
    var journal = try RawJournal.started()
    for _ in 0..<2 { try journal.append(journal.draft(journal.registered()), by: journal.official) }
    let revocation = journal.revocation(journal.official, lastValidSeq: 2)
    try journal.append(journal.draft(revocation), by: journal.master, journal.second)
    return journal
  }

  @Test("given two acts by a key revoked since, when one is annulled, then only the other needs attention")
  func attention() throws {
    var journal = try Self.revoked()
    #expect(try journal.findings() == ["3 vouched-by-revoked-key", "4 vouched-by-revoked-key"])
    try Self.annul(3, &journal)
    #expect(try journal.findings() == ["4 vouched-by-revoked-key"])
    let summary = try #require(try journal.walk().summary)
    #expect(summary.annulled == 1 && summary.doubted.map(\.annulledBySeq) == [6, nil])
    #expect(summary.verdicts[.keyRevoked] == 2)
    let before = summary.asKnown(at: 5)
    #expect(before.findings.map(\.seq) == [3, 4] && before.annulled == 0)
    #expect(summary.asKnown(at: 4).findings.isEmpty)
    try Self.annul(4, &journal)
    try Self.annul(4, &journal)
    #expect(try journal.findings() == [])
    #expect(try journal.walk().summary?.doubted.map(\.annulledBySeq) == [6, 7])
  }

  @Test("an annulment that does not stand, or stands before the act that it names, takes nothing out")
  func idle() throws {
    var journal = try Self.revoked()
    try Self.annul(3, &journal, by: journal.stranger)
    #expect(try journal.findings().prefix(2) == ["3 vouched-by-revoked-key", "4 vouched-by-revoked-key"])
    var early = try RawJournal.started()
    let draft = early.draft(early.registered())
    try early.append(early.draft(ActAnnulled(act: draft.id, ground: "to come")), by: early.master)
    try early.append(draft, by: early.official)
    let revocation = early.revocation(early.official, lastValidSeq: 2)
    try early.append(early.draft(revocation), by: early.master, early.second)
    #expect(try early.findings() == ["4 vouched-by-revoked-key"])
  }

  @Test("what a stolen keyMaster's key did needs attention until it is annulled; a revocation and an annulment stay")
  func stolenMaster() throws {
    var journal = try RawJournal.started()
    let thief = try TestJournal.key(30)
    try journal.append(journal.draft(journal.enrolment(thief, id: "thief")), by: journal.second, thief)
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 3)), by: journal.second)
    try Self.annul(2, &journal, by: journal.second)
    try journal.append(journal.draft(journal.mandate(thief, roles: ["head"])), by: journal.second)
    var recovery = journal.revocation(journal.second, lastValidSeq: 6)
    try journal.append(journal.draft(recovery), by: journal.master)
    recovery.lastValidSeq = 2
    let third = try TestJournal.key(31)
    try journal.append(
      journal.draft(journal.enrolment(third, id: "third", roles: ["keyMaster"])), by: journal.master, third)
    try journal.append(journal.draft(recovery), by: journal.master, third)
    let doubted = (3...6).map { "\($0) vouched-by-revoked-key" }
    #expect(try journal.findings() == doubted)
    for seq in 3...6 { try Self.annul(seq, &journal) }
    #expect(try journal.findings() == ["4 vouched-by-revoked-key", "5 vouched-by-revoked-key"])
    try journal.append(journal.draft(journal.registered()), by: thief)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    #expect(try journal.findings().suffix(2) == ["14 key-unknown", "15 key-revoked"])
  }

  @Test(
    "an annulled enrolment ends the key for what comes after it: what the key signed before stands as it was judged")
  func enrolment() throws {
    var journal = try RawJournal.started()
    try Self.annul(1, &journal)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    try journal.append(journal.draft(journal.enrolment(journal.official)), by: journal.master, journal.official)
    try journal.append(journal.draft(journal.mandate(journal.official)), by: journal.master)
    #expect(try journal.findings() == ["4 key-unknown", "5 key-enrolled-twice", "6 key-unknown"])
    #expect(try journal.walk().verified.map(\.judgement.standing).prefix(4) == [.stands, .stands, .stands, .stands])
    // What it signed can still be doubted.
    let revocation = journal.revocation(journal.official, lastValidSeq: 1)
    try journal.append(journal.draft(revocation), by: journal.master, journal.second)
    #expect(try journal.findings().contains("2 vouched-by-revoked-key"))
  }

  @Test("an annulled mandate gives way to the one before it, wherever it stands among several")
  func mandate() throws {
    var journal = try RawJournal.started()
    for role in ["head", "chief"] {
      try journal.append(journal.draft(journal.mandate(journal.official, roles: [role])), by: journal.master)
    }
    func roles() throws -> [String]? {
      try journal.walk().summary?.ring.keys[journal.official.publicKey.thumbprint]?.roles
    }
    #expect(try roles() == ["chief"])
    try Self.annul(3, &journal)
    #expect(try roles() == ["chief"])
    try Self.annul(4, &journal)
    #expect(try roles() == ["official"])
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    #expect(try journal.findings() == [])
  }

  @Test("line 0 and a revocation cannot be annulled: its keys stay, and a revoked key never returns")
  func judgedOnce() throws {
    var journal = try RawJournal.started()
    try Self.annul(0, &journal)
    try journal.append(journal.draft(journal.revocation(journal.official, lastValidSeq: 3)), by: journal.master)
    try Self.annul(4, &journal)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    #expect(try journal.findings() == ["6 key-revoked"])
  }

  @Test("what a journal's successor annuls needs no attention, and does where the successor is not known")
  func successor() throws {
    var elder = try Self.revoked()
    try elder.append(elder.draft(JournalClosed()), by: elder.master)
    var journal = try TrustContinuationTests.successor(of: elder, signedBy: [elder.master])
    let act = try elder.id(of: 3)
    try journal.append(journal.draft(ActAnnulled(act: act, ground: "false")), by: TestJournal.key(21))
    let rules = TestJournal.rules
    func verification(_ raw: RawJournal, after end: JournalEnd? = nil) throws -> JournalVerification {
      try JournalVerification(
        JournalReader(path: TemporaryFolder.write(raw.bytes)), stored: nil, rules: rules, predecessor: end,
        digestsFile: true)
    }
    let first = try verification(elder)
    let second = try verification(journal, after: JournalEnd(first.summary))
    #expect(first.findings.map(\.seq) == [3, 4])
    let known = try #require(first.known(with: [second]))
    #expect(known.findings.map(\.seq) == [4] && known.summary.annulled == 1)
    let both = second.summary.following([first.summary])
    #expect(both.findings.map(\.seq) == [4] && both.annulled == 1)
    #expect(both.asKnown(at: 8).findings.map(\.seq) == [3, 4])
  }
}
