import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("Proofs out of a journal", .temporaryFolder)
struct ProofJournalTests {
  private let journal: TestJournal
  private let hasher = SHA256Hasher()

  /// A journal of nine lines, with checkpoints of five and nine.
  init() throws {
    journal = try TestJournal()
    let memory = CheckpointMemory(path: try TemporaryFolder.make() + "/last")
    for number in 20..<28 as Range<UInt8> {
      let writer = try journal.writer()
      let key = try TestJournal.key(number)
      let enrolment = journal.enrolment(key, id: "official-\(number)")
      _ = try writer.append(SignedAct(journal.draft(enrolment), keys: [journal.master, key]), expecting: .any)
      try writer.close()
      if number == 23 || number == 27 {
        _ = try CheckpointSigning.sign(
          journal: journal.path, key: TestJournal.key(9), memory: memory, rules: TestJournal.rules)
      }
    }
  }

  private var lines: [[UInt8]] {
    get throws { try Data(contentsOf: URL(filePath: journal.path)).split(separator: 0x0A).map { Array($0) } }
  }

  private func stored(_ size: Int) throws -> Note {
    let path = journal.path.replacing("journal.jsonl", with: "journal.checkpoints/\(size)")
    return try Note(Data(contentsOf: URL(filePath: path)))
  }

  private func keys() throws -> [VerifierKey] {
    [try VerifierKey(name: TestJournal.origin, publicKey: TestJournal.key(9).publicKey)]
  }

  private func prove(_ target: JournalProof.Target, _ checkpoint: Note? = nil) throws -> JournalProof.Proved {
    try JournalProof.make(of: target, journal: journal.path, checkpoint: checkpoint, rules: TestJournal.rules)
  }

  @Test("every line is proved, by its seq and by its act's id, and shown without the journal")
  func every() throws {
    let lines = try lines
    let ids = try journal.verify().1.map { $0.line.act.id }
    for (seq, line) in lines.enumerated() {
      let bySeq = try prove(.seq(UInt64(seq)))
      let byID = try prove(.id(ids[seq]))
      #expect(bySeq.proof == byID.proof && bySeq.line == line && bySeq.checkpoint.size == 9)
      let checkpoint = try TlogProof(bySeq.proof.bytes).verify(line: line, keys: keys(), with: hasher)
      #expect(checkpoint == bySeq.checkpoint)
    }
  }

  @Test("a line is proved against an older checkpoint that covers it, and not against one that does not")
  func older() throws {
    for seq in 0..<9 as Range<UInt64> {
      if seq < 5 {
        let proved = try prove(.seq(seq), stored(5))
        #expect(try proved.checkpoint.size == 5 && proved.proof.checkpoint == stored(5))
      } else {
        #expect(code { _ = try prove(.seq(seq), stored(5)) } == .checkpointMissing)
      }
    }
  }

  @Test("what the journal does not have cannot be proved")
  func missing() throws {
    #expect(code { _ = try prove(.seq(9)) } == .actMissing)
    #expect(code { _ = try prove(.seq(.max)) } == .actMissing)
    #expect(code { _ = try prove(.id(UUIDv7(milliseconds: 0, random: (0, 0)))) } == .actMissing)
    try FileManager.default.removeItem(atPath: journal.path.replacing("journal.jsonl", with: "journal.checkpoints"))
    #expect(code { _ = try prove(.seq(0)) } == .checkpointMissing)
  }

  @Test("a checkpoint beside the journal that does not hold is passed over, and one given is refused")
  func contradicted() throws {
    let signer = try NoteSigner(name: TestJournal.origin, key: TestJournal.key(9))
    let other = try Checkpoint(origin: TestJournal.origin, size: 9, root: .sha256(of: [])).signed(by: signer)
    let path = journal.path.replacing("journal.jsonl", with: "journal.checkpoints/9")
    try Data(other.bytes).write(to: URL(filePath: path))
    #expect(try prove(.seq(3)).checkpoint.size == 5)
    #expect(code { _ = try prove(.seq(3), other) } == .checkpointContradicted)
    let beyond = try Checkpoint(origin: TestJournal.origin, size: 10, root: .sha256(of: [])).signed(by: signer)
    #expect(code { _ = try prove(.seq(3), beyond) } == .journalBehindCheckpoint)
    let stranger = try NoteSigner(name: TestJournal.origin, key: TestJournal.key(8))
    let unsigned = try Checkpoint(origin: TestJournal.origin, size: 9, root: .sha256(of: [])).signed(by: stranger)
    #expect(code { _ = try prove(.seq(3), unsigned) } == .noteUnsigned)
  }

  @Test("an act taken out and the chain made good again passes the chain, and its proof no longer holds")
  func rechained() throws {
    let proved = try prove(.seq(6))
    var kept = try lines
    kept.remove(at: 6)
    var hash = Digest.sha256(of: [])
    var bytes: [UInt8] = []
    for (seq, line) in kept.enumerated() {
      var text = String(decoding: line, as: UTF8.self)
      text.replace(/"prev":"[0-9a-f]{64}"/, with: "\"prev\":\"\(hash)\"")
      text.replace(/"seq":[0-9]+,"signatures"/, with: "\"seq\":\(seq),\"signatures\"")
      hash = hasher.leafHash(Array(text.utf8))
      bytes += Array(text.utf8) + [0x0A]
    }
    try Data(bytes).write(to: URL(filePath: journal.path))
    #expect(try journal.verify().0.findings == [])
    let verification = try JournalVerification(
      JournalReader(path: journal.path), stored: StoredCheckpoints(journal: journal.path), rules: TestJournal.rules)
    #expect(verification.checkpointFindings.map(\.error.code) == [.journalBehindCheckpoint])
    #expect(verification.storedHolding == 1)
    #expect(code { _ = try prove(.seq(6), proved.proof.checkpoint) } == .journalBehindCheckpoint)
    #expect(code { _ = try proved.proof.verify(line: lines[6], keys: keys(), with: hasher) } == .proofInvalid)
    #expect(try proved.proof.verify(line: proved.line, keys: keys(), with: hasher).size == 9)
  }
}
