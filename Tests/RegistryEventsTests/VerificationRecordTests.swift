import Foundation
import TestSupport
import Testing

@testable import RegistryEvents

/// A journal of many lines some hours apart, with enrolments among them and acts that do not stand.
private struct LongJournal {
  var raw: RawJournal
  /// Where each line begins.
  var starts: [UInt64] = []

  init(lines: Int, hours: Int64) throws {
    raw = try RawJournal.started()
    while raw.lines.count < lines {
      raw.instant = raw.instant.adding(seconds: hours * 3600)
      let number = raw.lines.count
      if number.isMultiple(of: 7) {
        let key = try TestJournal.key(UInt8(20 + number / 7))
        try raw.append(raw.draft(raw.enrolment(key, id: "official-\(number)")), by: raw.master, key)
      } else if number.isMultiple(of: 11) {
        try raw.append(raw.draft(raw.registered()), by: raw.stranger)
      } else {
        var draft = raw.draft(raw.registered())
        if number.isMultiple(of: 5) {
          let seen = number - 3
          draft.seen = ActDraft.Seen(leaf: raw.leaf(of: raw.lines[seen]), seq: UInt64(seen))
        }
        try raw.append(draft, by: raw.official)
      }
    }
    var start: UInt64 = 0
    for line in raw.lines {
      starts.append(start)
      start += UInt64(line.count) + 1
    }
  }

  func bytes(_ count: Int) -> [UInt8] { raw.lines.prefix(count).reduce(into: []) { $0 += $1 + [0x0A] } }
}

@Suite("Verifying only what is new", .temporaryFolder)
struct VerificationRecordTests {
  private static let tool = "test 1"

  private static func verify(
    _ bytes: [UInt8], _ before: JournalVerification.Before? = nil,
    checkpoints: [(name: String, note: Result<Note, RegistryError>)] = [], rules: SigningRules = TestJournal.rules
  ) throws -> JournalVerification {
    try JournalVerification(
      JournalReader(path: TemporaryFolder.write(bytes)), stored: nil,
      evidence: .init(checkpoints: checkpoints, before: before), rules: rules)
  }

  private static func record(
    _ record: VerificationRecord, rereading: Bool = true, tool: String = tool
  ) -> JournalVerification.Before {
    .record(record, name: "record", tool: tool, rereading: rereading)
  }

  private static func expectSame(_ new: JournalVerification, _ whole: JournalVerification) {
    #expect(new.summary.lines == whole.summary.lines && new.summary.bytes == whole.summary.bytes)
    #expect(new.summary.head == whole.summary.head && new.summary.root == whole.summary.root)
    #expect(new.summary.verdicts == whole.summary.verdicts && new.summary.standings == whole.summary.standings)
    #expect(new.summary.unknownTypes == whole.summary.unknownTypes)
    #expect(new.findings == whole.findings && new.opening == whole.opening)
    #expect(new.summary.ring.sorted.map(\.kid) == whole.summary.ring.sorted.map(\.kid))
    #expect(new.record(tool: tool) == whole.record(tool: tool))
  }

  @Test(
    "from the record of any number of lines it comes to what verifying everything comes to", arguments: [true, false])
  func equivalent(rereading: Bool) throws {
    // 80 lines 30 hours apart: the window of ids begins after line 0 from the thirtieth line on.
    let journal = try LongJournal(lines: 80, hours: 30)
    let whole = try Self.verify(journal.bytes(80))
    #expect(!whole.findings.isEmpty)
    for size in [1, 2, 3, 7, 8, 28, 29, 30, 31, 40, 55, 66, 79, 80] {
      let record = try #require(try Self.verify(journal.bytes(size)).record(tool: Self.tool))
      #expect(record.size == UInt64(size))
      if size <= 28 || size >= 55 { #expect((record.window.lines > 0) == (size >= 55), "\(size)") }
      #expect(try VerificationRecord(json: record.json) == record)
      let new = try Self.verify(journal.bytes(80), Self.record(record, rereading: rereading))
      Self.expectSame(new, whole)
      #expect(new.since?.lines == UInt64(size) && new.setback == nil)
      let isUnread = !rereading && record.window.lines > 0
      #expect(new.since?.basis == (isUnread ? .verifiedFileUnread : .verifiedFile))
    }
  }

  @Test(
    "a signature is checked once: what was found bad before is told from the record, and a bad one among what is new is found"
  )
  func signatures() throws {
    var journal = try LongJournal(lines: 12, hours: 1)
    let record = try #require(try Self.verify(journal.bytes(12)).record(tool: Self.tool))
    #expect(record.findings.map(\.code) == [.keyUnknown])
    try journal.raw.append(journal.raw.draft(journal.raw.registered()), by: journal.raw.stranger)
    let new = try Self.verify(journal.bytes(13), Self.record(record))
    #expect(new.findings.map(\.seq) == [11, 12] && new.summary.verdicts[.keyUnknown] == 2)
  }

  @Test("an id of the lines before meets again, however few lines are read again")
  func idsAcross() throws {
    var journal = try LongJournal(lines: 60, hours: 30)
    let record = try #require(try Self.verify(journal.bytes(60)).record(tool: Self.tool))
    #expect(record.window.lines > 0)
    // The act of the last line but two once more, as if it were new.
    let line = try #require(String(decoding: journal.raw.lines[58], as: UTF8.self).firstRange(of: ",\"prev\""))
    let text = String(decoding: journal.raw.lines[58], as: UTF8.self)
    var repeated = String(text[..<line.lowerBound])
    repeated += ",\"prev\":\"\(journal.raw.head)\",\"recorded\":\"\(journal.raw.instant)\",\"seq\":60,"
    repeated += text[try #require(text.range(of: "\"signatures\"")).lowerBound...]
    journal.raw.append(line: Array(repeated.utf8))
    for rereading in [true, false] {
      let new = try Self.verify(journal.bytes(61), Self.record(record, rereading: rereading))
      #expect(new.findings.contains { $0.seq == 60 && $0.code == .idRepeated })
    }
  }

  @Test("a byte changed in any line that was verified is seen when it is read again, and everything is verified")
  func changedPrefix() throws {
    let journal = try LongJournal(lines: 60, hours: 30)
    let record = try #require(try Self.verify(journal.bytes(58)).record(tool: Self.tool))
    for line in 0..<58 {
      var bytes = journal.bytes(60)
      // A digit of `recorded`, which no signature covers.
      let range = Int(journal.starts[line])..<(Int(journal.starts[line]) + journal.raw.lines[line].count)
      let member = try #require(bytes[range].firstRange(of: Array("\"recorded\":\"".utf8)))
      bytes[member.upperBound + 18] ^= 1
      let new = try Self.verify(bytes, Self.record(record))
      #expect(new.since == nil && new.setback?.code == .checkpointContradicted, "line \(line)")
      #expect(new.checkpointFindings.map(\.name) == ["record"])
      #expect(new.record(tool: Self.tool) == nil)
      #expect(new.good.lines <= UInt64(line) + 1)
    }
  }

  @Test("what is not read again is not seen: only control acts and the lines of the window are compared")
  func unread() throws {
    let journal = try LongJournal(lines: 60, hours: 30)
    let record = try #require(try Self.verify(journal.bytes(58)).record(tool: Self.tool))
    let controls = Set(record.controls.map(\.seq))
    for line in 0..<58 {
      var bytes = journal.bytes(60)
      let start = Int(journal.starts[line])
      let member = try #require(bytes[start...].firstRange(of: Array("\"recorded\":\"".utf8)))
      bytes[member.upperBound + 18] ^= 1
      let new = try Self.verify(bytes, Self.record(record, rereading: false))
      let isCompared = controls.contains(UInt64(line)) || line >= record.window.lines
      #expect((new.since == nil) == isCompared, "line \(line)")
    }
  }

  @Test("a checkpoint of lines that are not read again is not compared, and one from where reading begins is")
  func unreadCheckpoints() throws {
    let journal = try LongJournal(lines: 60, hours: 30)
    let record = try #require(try Self.verify(journal.bytes(58)).record(tool: Self.tool))
    let first = Int(record.window.lines)
    #expect(first > 5)
    let hasher = SHA256Hasher()
    let signer = try NoteSigner(name: RawJournal.origin, key: TestJournal.key(9))
    let checkpoints = try [5, first, 59].map { size in
      var tree = MerkleFrontier()
      for line in journal.raw.lines.prefix(size) { tree.append(hasher.leafHash(line), with: hasher) }
      let checkpoint = try Checkpoint(origin: RawJournal.origin, size: UInt64(size), root: tree.root(with: hasher))
      return (name: "\(size)", note: Result<Note, RegistryError>.success(try checkpoint.signed(by: signer)))
    }
    for rereading in [true, false] {
      let new = try Self.verify(
        journal.bytes(60), Self.record(record, rereading: rereading), checkpoints: checkpoints)
      #expect(new.checkpointFindings.isEmpty && new.anchor?.size == 59 && new.since != nil)
      #expect(new.checkpointsUnread == (rereading ? 0 : 1))
    }
  }

  @Test("a journal that is shorter than what was verified is a finding, and the record stays the only one")
  func shorter() throws {
    let journal = try LongJournal(lines: 20, hours: 1)
    let record = try #require(try Self.verify(journal.bytes(20)).record(tool: Self.tool))
    let new = try Self.verify(journal.bytes(19), Self.record(record))
    #expect(new.setback?.code == .journalBehindCheckpoint && new.since == nil)
    #expect(new.checkpointFindings.map(\.error.code) == [.journalBehindCheckpoint])
    #expect(new.record(tool: Self.tool) == nil)
  }

  @Test("a record of another program or of other rules is passed over, and is no finding")
  func stale() throws {
    let journal = try LongJournal(lines: 10, hours: 1)
    let record = try #require(try Self.verify(journal.bytes(10)).record(tool: Self.tool))
    let other = try Self.verify(journal.bytes(10), Self.record(record, tool: "test 2"))
    #expect(other.since == nil && other.setback?.code == .verifiedFileStale && other.checkpointFindings.isEmpty)
    #expect(other.record(tool: "test 2")?.tool == "test 2")
    let rules = SigningRules(version: "other", periods: [])
    #expect(try Self.verify(journal.bytes(10), Self.record(record), rules: rules).setback?.code == .verifiedFileStale)
  }

  @Test("a revocation among what is new is followed with everything before it in sight")
  func revocation() throws {
    var journal = try LongJournal(lines: 12, hours: 1)
    let record = try #require(try Self.verify(journal.bytes(12)).record(tool: Self.tool))
    let revocation = journal.raw.revocation(journal.raw.official, lastValidSeq: 11)
    try journal.raw.append(journal.raw.draft(revocation), by: journal.raw.master)
    let new = try Self.verify(journal.bytes(13), Self.record(record))
    #expect(new.since == nil && new.setback?.code == .verifiedFileStale)
    Self.expectSame(new, try Self.verify(journal.bytes(13)))
  }

  @Test("what a revocation reaches back to is told from the record, once")
  func reachedBack() throws {
    var journal = try LongJournal(lines: 12, hours: 1)
    let revocation = journal.raw.revocation(journal.raw.official, lastValidSeq: 4)
    try journal.raw.append(journal.raw.draft(revocation), by: journal.raw.master, journal.raw.second)
    let key = try TestJournal.key(50)
    try journal.raw.append(journal.raw.draft(journal.raw.enrolment(key, id: "next")), by: journal.raw.master, key)
    let record = try #require(try Self.verify(journal.bytes(13)).record(tool: Self.tool))
    #expect(record.findings.contains { $0.code == .vouchedByRevokedKey } && record.verdicts[.keyRevoked] ?? 0 > 3)
    let new = try Self.verify(journal.bytes(14), Self.record(record))
    #expect(new.since != nil)
    Self.expectSame(new, try Self.verify(journal.bytes(14)))
  }

  @Test("an annulment among what is new is followed with everything before it in sight, and kept with the next record")
  func annulment() throws {
    var journal = try LongJournal(lines: 12, hours: 1)
    let revocation = journal.raw.revocation(journal.raw.official, lastValidSeq: 4)
    try journal.raw.append(journal.raw.draft(revocation), by: journal.raw.master, journal.raw.second)
    let record = try #require(try Self.verify(journal.bytes(13)).record(tool: Self.tool))
    let act = try journal.raw.id(of: 5)
    try journal.raw.append(journal.raw.draft(ActAnnulled(act: act, ground: "false")), by: journal.raw.master)
    let new = try Self.verify(journal.bytes(14), Self.record(record))
    #expect(new.since == nil && new.setback?.code == .verifiedFileStale && new.summary.annulled == 1)
    let next = try #require(new.record(tool: Self.tool))
    let again = try Self.verify(journal.bytes(14), Self.record(next))
    #expect(again.since != nil && again.summary.annulled == 1)
    Self.expectSame(again, new)
  }

  @Test("a record holds only after the journal that it was made with, and binds that one's lines")
  func predecessor() throws {
    let elder = try TrustContinuationTests.closed()
    let journal = try TrustContinuationTests.successor(of: elder, signedBy: [elder.master])
    var other = elder
    other.removeAll()
    for line in elder.lines.dropLast() { other.append(line: line) }
    let ends = try [nil, elder.end(), other.end()]
    func verify(
      _ end: JournalEnd?, _ before: JournalVerification.Before? = nil
    ) throws -> JournalVerification {
      try JournalVerification(
        JournalReader(path: TemporaryFolder.write(journal.bytes)), stored: nil, evidence: .init(before: before),
        rules: TestJournal.rules, predecessor: end)
    }
    for (made, first) in ends.enumerated() {
      let record = try #require(try verify(first).record(tool: Self.tool))
      #expect(try VerificationRecord(json: record.json) == record && record.predecessor?.lines == first?.lines)
      for (used, second) in ends.enumerated() {
        let whole = try verify(second)
        let new = try verify(second, Self.record(record))
        #expect((new.since != nil) == (made == used) && new.findings == whole.findings)
        #expect(new.setback?.code == (made == used ? nil : .verifiedFileStale))
      }
    }
    #expect(
      try ends.map { try verify($0).findings.map(\.code) } == [[.predecessorMissing], [], [.predecessorMismatch]])
  }

  @Test("since a checkpoint, signatures before it are not checked but those of control acts")
  func sinceCheckpoint() throws {
    let journal = try LongJournal(lines: 30, hours: 1)
    let hasher = SHA256Hasher()
    func checkpoint(_ size: Int, _ lines: [[UInt8]]) throws -> (name: String, note: Result<Note, RegistryError>) {
      var tree = MerkleFrontier()
      for line in lines.prefix(size) { tree.append(hasher.leafHash(line), with: hasher) }
      let checkpoint = try Checkpoint(origin: RawJournal.origin, size: UInt64(size), root: tree.root(with: hasher))
      let signer = try NoteSigner(name: RawJournal.origin, key: TestJournal.key(9))
      return ("since", .success(try checkpoint.signed(by: signer)))
    }
    let whole = try Self.verify(journal.bytes(30))
    #expect(whole.summary.verdicts[.keyUnknown] == 2)
    let since = try Self.verify(
      journal.bytes(30), .checkpoint("since"), checkpoints: [checkpoint(20, journal.raw.lines)])
    #expect(since.since == .init(lines: 20, basis: .checkpoint) && since.anchor?.size == 20)
    #expect(since.summary.root == whole.summary.root && since.summary.verdicts[.keyUnknown] == 1)
    #expect(since.record(tool: Self.tool) == nil)
    var changed = journal.raw.lines
    changed[5] = changed[6]
    let bad = try Self.verify(journal.bytes(30), .checkpoint("since"), checkpoints: [checkpoint(20, changed)])
    #expect(bad.since == nil && bad.setback?.code == .checkpointContradicted)
    #expect(bad.summary.verdicts == whole.summary.verdicts)
    #expect(bad.checkpointFindings.map(\.error.code) == [.checkpointContradicted])
  }

  @Test(
    "every byte of a record, changed, makes it malformed, of another form, or a record that its journal does not bear out"
  )
  func mangled() throws {
    let journal = try LongJournal(lines: 45, hours: 30)
    let bytes = journal.bytes(45)
    let record = try #require(try Self.verify(bytes).record(tool: Self.tool))
    let text = record.json
    for index in text.indices {
      var changed = text
      changed[index] ^= 1
      let read = Result { () throws(RegistryError) in try VerificationRecord(json: changed) }
      switch read {
      case .failure(let error):
        #expect(error.code == .verifiedFileMalformed || error.code == .verifiedFileStale, "byte \(index)")
      case .success(let read):
        #expect(read != record && read.json == changed)
      }
    }
    #expect(JournalWriterTests.code { _ = try VerificationRecord(json: []) } == .verifiedFileMalformed)
    #expect(JournalWriterTests.code { _ = try VerificationRecord(json: text + [0x0A]) } == .verifiedFileMalformed)
  }
}
