import Foundation
import TestSupport
import Testing

@testable import RegistryEvents

@Suite("A checkpoint of an open journal", .temporaryFolder)
struct WriterCheckpointTests {
  private let journal: TestJournal
  private let memory: CheckpointMemory

  init() throws {
    journal = try TestJournal()
    memory = CheckpointMemory(besideKey: try TemporaryFolder.make() + "/note.pem", origin: TestJournal.origin)
  }

  private func code(_ body: () throws -> Void) -> ErrorCode? { JournalWriterTests.code(body) }

  private func append(_ number: UInt8, _ writer: JournalWriter<OpenGate>) throws {
    let key = try TestJournal.key(number)
    let enrolment = journal.enrolment(key, id: "official-\(number)")
    _ = try writer.append(SignedAct(journal.draft(enrolment), keys: [journal.master, key]), expecting: .any)
  }

  private func checkpoints() throws -> [String] {
    let folder = journal.path.replacing("journal.jsonl", with: "journal.checkpoints")
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func holding() throws -> (holding: Int, findings: Int) {
    let verification = try JournalVerification(
      JournalReader(path: journal.path), stored: StoredCheckpoints(journal: journal.path), rules: TestJournal.rules)
    return (verification.storedHolding, verification.checkpointFindings.count)
  }

  @Test("it is of every line that was appended, and is kept, while the writer goes on")
  func signs() throws {
    let writer = try journal.writer()
    let note = try TestJournal.key(9)
    for number in UInt8(20)..<25 {
      try append(number, writer)
      let signed = try writer.checkpoint(signedBy: note, memory: memory)
      #expect(signed.checkpoint.size == writer.head.nextSeq && !signed.wasKept && signed.linesLeftOut == 0)
      #expect(try memory.read() == signed.note)
      let again = try writer.checkpoint(signedBy: note, memory: memory)
      #expect(again.note == signed.note && again.wasKept)
    }
    try writer.close()
    #expect(try checkpoints() == ["2", "3", "4", "5", "6"])
    #expect(try holding() == (5, 0))
    let closed = try CheckpointSigning.sign(
      journal: journal.path, key: note, memory: memory, rules: TestJournal.rules)
    #expect(closed.checkpoint.size == 6 && closed.wasKept)
    #expect(code { _ = try writer.checkpoint(signedBy: note, memory: memory) } == .journalClosed)
  }

  @Test("what another process signed in between is compared with the lines, though its file is gone")
  func others() throws {
    let writer = try journal.writer()
    let note = try TestJournal.key(9)
    try append(20, writer)
    let first = try writer.checkpoint(signedBy: note, memory: memory)
    try writer.close()
    try FileManager.default.removeItem(atPath: first.path)
    let next = try journal.writer()
    try append(21, next)
    #expect(try next.checkpoint(signedBy: note, memory: memory).checkpoint.size == 3)
    let other = try Checkpoint(origin: TestJournal.origin, size: 2, root: Digest.sha256(of: [1]))
    let forged = try other.signed(by: NoteSigner(name: TestJournal.origin, key: note))
    try Data(forged.bytes).write(to: URL(filePath: memory.path))
    #expect(code { _ = try next.checkpoint(signedBy: note, memory: memory) } == .checkpointContradicted)
    let ahead = try Checkpoint(origin: TestJournal.origin, size: 9, root: Digest.sha256(of: [1]))
    let later = try ahead.signed(by: NoteSigner(name: TestJournal.origin, key: note))
    try Data(later.bytes).write(to: URL(filePath: memory.path))
    #expect(code { _ = try next.checkpoint(signedBy: note, memory: memory) } == .journalBehindCheckpoint)
  }

  @Test("a key that line 0 does not name signs nothing, and nothing is kept")
  func otherKey() throws {
    let writer = try journal.writer()
    #expect(
      code { _ = try writer.checkpoint(signedBy: TestJournal.key(8), memory: memory) } == .noteKeyUnknown)
    #expect(try memory.read() == nil)
  }

  @Test("many threads append while one signs: every checkpoint holds")
  func concurrent() async throws {
    let writer = try journal.writer()
    let note = try TestJournal.key(9)
    try await withThrowingTaskGroup { group in
      for first in [UInt8(20), 40, 60] {
        group.addTask { for number in first..<(first + 12) { try append(number, writer) } }
      }
      group.addTask { for _ in 0..<12 { _ = try writer.checkpoint(signedBy: note, memory: memory) } }
      try await group.waitForAll()
    }
    try writer.close()
    let (held, findings) = try holding()
    #expect(held > 0 && findings == 0)
  }

  @Test("a restored backup that is behind a checkpoint known is not written to, and stays as it is")
  func restored() throws {
    let writer = try journal.writer()
    try append(20, writer)
    try writer.close()
    let backup = try Fixture.read(journal.path)
    let later = try journal.writer()
    try append(21, later)
    _ = try later.checkpoint(signedBy: TestJournal.key(9), memory: memory)
    try later.close()
    try Data(backup).write(to: URL(filePath: journal.path))
    #expect(code { _ = try journal.writer() } == .journalBehindCheckpoint)
    #expect(try Fixture.read(journal.path) == backup)
    // The same number of lines, one of them another.
    let forked = try TestJournal()
    let forker = try forked.writer()
    for number in [UInt8(30), 31] {
      let key = try TestJournal.key(number)
      let act = try SignedAct(forked.draft(forked.enrolment(key, id: "\(number)")), keys: [forked.master, key])
      _ = try forker.append(act, expecting: .any)
    }
    try forker.close()
    try Data(Fixture.read(forked.path)).write(to: URL(filePath: journal.path))
    #expect(code { _ = try journal.writer() } == .checkpointContradicted)
  }
}
