import Foundation
@testable import RegistryEvents
import TestSupport
import Testing

@Suite("Signing checkpoints", .temporaryFolder)
struct CheckpointSigningTests {
  private let journal: TestJournal
  private let memory: CheckpointMemory

  init() throws {
    journal = try TestJournal()
    memory = CheckpointMemory(besideKey: try TemporaryFolder.make() + "/note.pem", origin: TestJournal.origin)
  }

  private var checkpoints: String { journal.path.replacing("journal.jsonl", with: "journal.checkpoints") }

  private func append(_ number: UInt8) throws {
    let writer = try journal.writer()
    let key = try TestJournal.key(number)
    let enrolment = journal.enrolment(key, id: "official-\(number)")
    _ = try writer.append(SignedAct(journal.draft(enrolment), keys: [journal.master, key]), expecting: .any)
    try writer.close()
  }

  private func sign(key: UInt8 = 9) throws -> CheckpointSigning.Signed {
    try CheckpointSigning.sign(
      journal: journal.path, key: TestJournal.key(key), memory: memory, rules: TestJournal.rules)
  }

  private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  private func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a checkpoint says what the journal is, stands beside it and in the key's memory, and verifies")
  func signed() throws {
    try append(20)
    let signed = try sign()
    let summary = try journal.verify().0
    #expect(signed.checkpoint.origin == TestJournal.origin)
    #expect(signed.checkpoint.size == 2 && signed.checkpoint.root == summary.root)
    #expect(signed.path == checkpoints + "/2" && !signed.wasKept && signed.linesLeftOut == 0)
    #expect(try bytes(signed.path) == signed.note.bytes)
    #expect(try bytes(memory.path) == signed.note.bytes)
    #expect(try mode(signed.path) == 0o644 && mode(memory.path) == 0o600)
    let verification = try JournalVerification(
      JournalReader(path: journal.path), stored: StoredCheckpoints(journal: journal.path), rules: TestJournal.rules)
    #expect(verification.storedHolding == 1 && verification.checkpointFindings.isEmpty)
  }

  @Test("a key remembers each origin that it signs for in a file of its own, whatever becomes of the others")
  func origins() throws {
    let path = try TemporaryFolder.make() + "/note.pem"
    func remember(_ origin: String) throws -> String {
      let memory = CheckpointMemory(besideKey: path, origin: origin)
      return try memory.advance { last in
        #expect(try last.map { try Checkpoint.claimedOrigin(of: $0) } ?? origin == origin)
        let signer = try NoteSigner(name: origin, key: TestJournal.key(9))
        let size = try last.map { try Checkpoint(text: $0.text).size } ?? 0
        let checkpoint = try Checkpoint(origin: origin, size: size + 1, root: Digest.sha256(of: []))
        return (try checkpoint.signed(by: signer), memory.path)
      }
    }
    let origins = ["apk.example.kz/1", "apk.example.kz/2", "apk.example.kz/3"]
    let paths = try origins.map(remember)
    #expect(paths[0] == path + ".last" && Set(paths).count == 3)
    #expect(paths.allSatisfy { $0.hasPrefix(path + ".") && $0.hasSuffix(".last") })
    #expect(try origins.map(remember) == paths)
    try FileManager.default.removeItem(atPath: paths[0])
    #expect(try origins.reversed().map(remember) == paths.reversed())
    for path in paths.dropFirst() { #expect(try Checkpoint(text: Note(bytes(path)).text).size == 3) }
    #expect(try Checkpoint(text: Note(bytes(paths[0])).text).size == 1)
  }

  @Test("the same checkpoint again is the same note, and what the journal has grown by is signed next")
  func again() throws {
    let first = try sign()
    let second = try sign()
    #expect(second.note == first.note && second.wasKept)
    try append(20)
    let third = try sign()
    #expect(third.checkpoint.size == 2 && !third.wasKept)
    #expect(try memory.read() == third.note)
    #expect(try FileManager.default.contentsOfDirectory(atPath: checkpoints).sorted() == ["1", "2"])
  }

  @Test("what a crash between memory and file left undone is done the next time")
  func crash() throws {
    let first = try sign()
    try FileManager.default.removeItem(atPath: checkpoints)
    let second = try sign()
    #expect(second.note == first.note && !second.wasKept)
    #expect(try bytes(second.path) == first.note.bytes)
  }

  @Test("a restored backup that is behind the key's last checkpoint gets no signature")
  func behind() throws {
    let backup = try bytes(journal.path)
    try append(20)
    let last = try sign()
    try write(backup, journal.path)
    try FileManager.default.removeItem(atPath: checkpoints)
    #expect(code { _ = try sign() } == .journalBehindCheckpoint)
    #expect(try memory.read() == last.note)
    #expect(!FileManager.default.fileExists(atPath: checkpoints))
  }

  @Test("a journal that went another way since gets no signature, however long it is")
  func contradicted() throws {
    let backup = try bytes(journal.path)
    try append(20)
    let last = try sign()
    try write(backup, journal.path)
    try FileManager.default.removeItem(atPath: checkpoints)
    try append(21)
    #expect(code { _ = try sign() } == .checkpointContradicted)
    try append(22)
    #expect(code { _ = try sign() } == .checkpointContradicted)
    #expect(try memory.read() == last.note)
    #expect(!FileManager.default.fileExists(atPath: checkpoints))
  }

  @Test("a checkpoint beside the journal that it contradicts keeps it from being signed, whatever the key remembers")
  func storedContradicts() throws {
    let signer = try NoteSigner(name: TestJournal.origin, key: TestJournal.key(9))
    let other = try Checkpoint(origin: TestJournal.origin, size: 1, root: .sha256(of: [1])).signed(by: signer)
    try FileManager.default.createDirectory(atPath: checkpoints, withIntermediateDirectories: false)
    try write(other.bytes, checkpoints + "/1")
    #expect(code { _ = try sign() } == .checkpointContradicted)
    #expect(try memory.read() == nil)
  }

  @Test("a note that stands under the name already is never replaced")
  func neverReplaced() throws {
    let signer = try NoteSigner(name: TestJournal.origin, key: TestJournal.key(9))
    let root = try #require(try journal.verify().0.root)
    let text = try Checkpoint(origin: TestJournal.origin, size: 1, root: root).text + "an extension line\n"
    let other = try Note(signing: text, by: [signer])
    try FileManager.default.createDirectory(atPath: checkpoints, withIntermediateDirectories: false)
    try write(other.bytes, checkpoints + "/1")
    #expect(code { _ = try sign() } == .fileExists)
    #expect(try bytes(checkpoints + "/1") == other.bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: checkpoints) == ["1"])
  }

  @Test("a key that line 0 does not name signs nothing")
  func foreignKey() throws {
    #expect(code { _ = try sign(key: 8) } == .noteKeyUnknown)
    #expect(try memory.read() == nil)
    #expect(!FileManager.default.fileExists(atPath: checkpoints))
  }

  @Test("a memory in which any byte was changed, or that was cut off, is not believed")
  func mangledMemory() throws {
    let note = try sign().note.bytes
    for index in note.indices {
      var changed = note
      changed[index] ^= 1
      try write(changed, memory.path)
      let refusal = code { _ = try sign() }
      #expect(refusal == .noteMalformed || refusal == .noteUnsigned, "byte \(index)")
      try write(Array(note.prefix(index)), memory.path)
      #expect(code { _ = try sign() } == .noteMalformed, "cut at \(index)")
    }
    try write(note, memory.path)
    #expect(try sign().note.bytes == note)
  }

  @Test("a key's memory of another journal is not this one's")
  func foreignMemory() throws {
    let signer = try NoteSigner(name: "other.example", key: TestJournal.key(9))
    let foreign = try Checkpoint(origin: "other.example", size: 1, root: .sha256(of: [])).signed(by: signer)
    try write(foreign.bytes, memory.path)
    #expect(code { _ = try sign() } == .noteUnsigned)
  }

  @Test("while one signs, another with the same memory is refused")
  func locked() throws {
    let note = try Note(signing: "a\n", by: [NoteSigner(name: "a", key: TestJournal.key(9))])
    let inner = try memory.advance { last in
      #expect(last == nil)
      return (note, code { _ = try sign() })
    }
    #expect(inner == .signerLocked)
    #expect(try memory.advance { ($0 ?? note, $0) } == note)
  }

  @Test("what a function throws leaves the memory as it was")
  func memoryKept() throws {
    let note = try sign().note
    struct Refusal: Error {}
    #expect(throws: Refusal.self) { try memory.advance { _ -> (Note, Int) in throw Refusal() } }
    #expect(try memory.read() == note)
  }

  @Test("lines of a writer at work are left out until it closes")
  func atWork() throws {
    let writer = try journal.writer()
    let enrolment = journal.enrolment(journal.official)
    _ = try writer.append(
      SignedAct(journal.draft(enrolment), keys: [journal.master, journal.official]), expecting: .any)
    let early = try sign()
    #expect(early.checkpoint.size == 1 && early.linesLeftOut == 1)
    try writer.close()
    let late = try sign()
    #expect(late.checkpoint.size == 2 && late.linesLeftOut == 0)
    try write(Array("0 1\n".utf8), journal.path.replacing(".jsonl", with: ".writing"))
    let kept = try sign()
    #expect(kept.note == late.note && kept.linesLeftOut == 0)
    try FileManager.default.removeItem(atPath: memory.path)
    #expect(code { _ = try sign() } == .inputOutput)
  }

  @Test("a damaged journal gets no signature")
  func damaged() throws {
    try append(20)
    let whole = try bytes(journal.path)
    var changed = whole
    let index = try #require(changed.firstIndex(of: UInt8(ascii: "k")))
    changed[index] = UInt8(ascii: "q")
    try write(changed, journal.path)
    #expect(code { _ = try sign() } != nil)
    #expect(try memory.read() == nil)
    try write(whole, journal.path)
    #expect(try sign().findings.isEmpty)
    // A signature of the last line, changed after it was recorded, breaks no chain: it is told.
    changed = whole
    changed[changed.count - 12] =
      changed[changed.count - 12] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    try write(changed, journal.path)
    try FileManager.default.removeItem(atPath: memory.path)
    try FileManager.default.removeItem(atPath: checkpoints)
    #expect(try sign().findings.map(\.code) == [.signatureInvalid])
  }
}
