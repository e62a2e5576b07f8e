import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("Writing a journal", .temporaryFolder)
struct JournalWriterTests {
  /// Runs a body and answers the code of the error that it threw.
  static func code(_ body: () throws -> Void) -> ErrorCode? {
    do {
      try body()
      return nil
    } catch { return (error as? RegistryError)?.code }
  }

  @Test("acts that are appended stand in the journal, in order, and verify")
  func append() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    let first = try writer.append(enrolment, expecting: .any)
    journal.wait(seconds: 10)
    let act = try SignedAct(journal.draft(journal.registered(), case: "A-1"), keys: [journal.official])
    let second = try writer.append(act, expecting: .last(first.leafHash))
    #expect([first.seq, second.seq] == [1, 2])
    #expect(second.status == .appended)
    try writer.close()
    let (summary, lines) = try journal.verify()
    #expect(summary.findings == [])
    #expect(summary.lines == 3)
    #expect(summary.head == second.leafHash)
    #expect(lines.map(\.judgement.standing) == [.stands, .stands, .stands])
  }

  @Test("an act handed in twice is recorded once, and its id is nobody else's")
  func idempotent() throws {
    let journal = try TestJournal()
    var writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    let first = try writer.append(enrolment, expecting: .any)
    #expect(try writer.append(enrolment, expecting: .any).status == .alreadyRecorded)
    try writer.close()
    writer = try journal.writer()
    let again = try writer.append(enrolment, expecting: .last(Digest.sha256(of: [])))
    #expect(again.status == .alreadyRecorded)
    #expect(again.leafHash == first.leafHash)
    var draft = journal.draft(journal.enrolment(journal.official))
    draft.id = UUIDv7(milliseconds: TestJournal.start.secondsSinceEpoch * 1000, random: (2, 2))
    let other = try SignedAct(draft, keys: [journal.second, journal.official])
    #expect(Self.code { _ = try writer.append(other, expecting: .any) } == .idConflict)
    #expect(try journal.verify().0.lines == 2)
  }

  @Test("an act is not taken for recorded where its line was changed behind the writer")
  func changedBehind() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    _ = try writer.append(enrolment, expecting: .any)
    var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: journal.path)))
    let start = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    let member = try #require(bytes[start...].firstRange(of: Array("\"recorded\":\"2".utf8)))
    bytes[member.upperBound] = UInt8(ascii: "1")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: journal.path))
    try file.write(contentsOf: bytes)
    #expect(Self.code { _ = try writer.append(enrolment, expecting: .any) } == .idConflict)
  }

  @Test("an expectation that no longer holds is refused; the last act of the case is as good as the last line")
  func expectation() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    let head = try writer.append(enrolment, expecting: .last(writer.head.leafHash)).leafHash
    func registered(_ name: String) throws -> SignedAct {
      try SignedAct(journal.draft(journal.registered(), case: name), keys: [journal.official])
    }
    let ofCase = try writer.append(try registered("A-1"), expecting: .last(head)).leafHash
    #expect(Self.code { _ = try writer.append(try registered("A-2"), expecting: .last(head)) } == .headMoved)
    _ = try writer.append(try registered("A-2"), expecting: .last(ofCase))
    _ = try writer.append(try registered("A-1"), expecting: .last(ofCase))
    #expect(Self.code { _ = try writer.append(try registered("A-1"), expecting: .last(ofCase)) } == .headMoved)
  }

  @Test("only one writer at a time, in this process too")
  func locked() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    #expect(Self.code { _ = try journal.writer() } == .writerLocked)
    try writer.close()
    withExtendedLifetime(writer) {}
  }

  @Test("what verify would flag is refused, and nothing is written")
  func refused() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    _ = try writer.append(enrolment, expecting: .any)
    func refusal(_ keys: [PrivateKey], _ change: (inout ActDraft) -> Void = { _ in }) -> ErrorCode? {
      var draft = journal.draft(journal.registered())
      change(&draft)
      return Self.code { _ = try writer.append(try SignedAct(draft, keys: keys), expecting: .any) }
    }
    #expect(refusal([journal.master]) == .roleNotAllowed)
    #expect(refusal([try TestJournal.key(7)]) == .keyUnknown)
    #expect(refusal([journal.official]) { $0.at = journal.instant.adding(seconds: 1) } == .atAfterRecorded)
    #expect(refusal([journal.official]) { $0.journal = "other" } == .journalForeign)
    #expect(refusal([journal.official]) { $0.id = UUIDv7(milliseconds: 0, random: (0, 0)) } == .idOutsideWindow)
    #expect(refusal([journal.official]) { $0.what = ["x": 1] } == .whatInvalid)
    #expect(refusal([journal.official]) { $0.type = "apk.nothing" } == .typeUnknown)
    #expect(refusal([journal.official]) { $0.caseNumber = "Ж-1" } == .valueInvalid)
    #expect(
      refusal([journal.official]) { $0.seen = ActDraft.Seen(leaf: Digest.sha256(of: []), seq: 0) } == .historyRewritten)
    #expect(try journal.verify().0.lines == 2)
  }

  @Test("a clock that is behind by a minute is borne with, further behind or far ahead is refused")
  func clock() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    _ = try writer.append(enrolment, expecting: .any)
    func append() throws -> Receipt {
      try writer.append(try SignedAct(journal.draft(journal.registered()), keys: [journal.official]), expecting: .any)
    }
    journal.wait(seconds: -60)
    #expect(try append().recorded == TestJournal.start)
    journal.wait(seconds: -1)
    #expect(Self.code { _ = try append() } == .clockBehind)
    journal.wait(seconds: 61 + 7 * 86_400)
    #expect(try append().recorded == journal.instant)
    journal.wait(seconds: 7 * 86_400 + 1)
    #expect(Self.code { _ = try append() } == .clockAhead)
  }

  @Test(
    "a torn tail is moved aside, whole, by the next writer, and nothing else is lost",
    arguments: [
      Array(#"{"act":{"at":"#.utf8), [0], [UInt8](repeating: 0, count: 100_000),
    ])
  func tornTail(tail: [UInt8]) throws {
    let journal = try TestJournal()
    let whole = try Data(contentsOf: URL(fileURLWithPath: journal.path))
    try (whole + Data(tail)).write(to: URL(fileURLWithPath: journal.path))
    let (summary, _) = try journal.verify()
    #expect(summary.tail?.offset == UInt64(whole.count))
    let writer = try journal.writer()
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal.path)) == whole)
    let torn = journal.path.replacing(".jsonl", with: ".torn-\(whole.count)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: torn)) == Data(tail))
    try writer.close()
  }

  @Test("a batch shares one sync, and each act in it is taken in or refused on its own")
  func batch() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let good = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    let bad = try SignedAct(journal.draft(journal.registered()), keys: [journal.master])
    let last = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
    let results = try writer.append([good, bad, last], expecting: .any)
    #expect(results.map { try? $0.get().seq } == [1, nil, 2])
    #expect(try journal.verify().0.findings == [])
  }

  @Test("threads that append at once lose nothing and fork nothing")
  func concurrent() async throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let enrolment = try SignedAct(
      journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
    _ = try writer.append(enrolment, expecting: .any)
    let seqs = try await withThrowingTaskGroup(of: UInt64.self) { group in
      for _ in 0..<100 {
        group.addTask {
          try writer.append(
            try SignedAct(journal.draft(journal.registered()), keys: [journal.official]), expecting: .any
          ).seq
        }
      }
      return try await group.reduce(into: [UInt64]()) { $0.append($1) }
    }
    #expect(seqs.sorted() == Array(2...101))
    let (summary, _) = try journal.verify()
    #expect(summary.lines == 102)
    #expect(summary.findings == [])
  }

  @Test("a journal behind a checkpoint, or contradicting one, is not written to")
  func checkpoint() throws {
    let journal = try TestJournal()
    let folder = journal.path.replacing(".jsonl", with: ".checkpoints")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let signer = try NoteSigner(name: TestJournal.origin, key: TestJournal.key(9))
    func keep(_ size: UInt64, _ root: Digest) throws {
      let note = try Checkpoint(origin: TestJournal.origin, size: size, root: root).signed(by: signer)
      try Data(note.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(size)"))
    }
    let root = try #require(try journal.verify().0.root)
    try keep(1, root)
    try journal.writer().close()
    try keep(1, Digest.sha256(of: []))
    #expect(Self.code { _ = try journal.writer() } == .checkpointContradicted)
    try keep(1, root)
    try keep(2, root)
    #expect(Self.code { _ = try journal.writer() } == .journalBehindCheckpoint)
  }
}
