import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Note keys that change", .temporaryFolder)
struct TrustNoteKeyTests {
  static func noteKey(_ number: UInt8, name: String = RawJournal.origin) throws -> String {
    try VerifierKey(name: name, publicKey: TestJournal.key(number).publicKey).description
  }

  /// A checkpoint of the first lines by a note key.
  static func checkpoint(_ journal: RawJournal, size: UInt64, by number: UInt8) throws -> Note {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    for line in journal.lines.prefix(Int(size)) { tree.append(hasher.leafHash(line), with: hasher) }
    let checkpoint = try Checkpoint(origin: RawJournal.origin, size: size, root: tree.root(with: hasher))
    return try checkpoint.signed(by: NoteSigner(name: RawJournal.origin, key: TestJournal.key(number)))
  }

  static func codes(_ journal: RawJournal, _ note: Note) throws -> [ErrorCode] {
    let verification = try JournalVerification(
      JournalReader(path: TemporaryFolder.write(journal.bytes)), stored: nil,
      evidence: .init(checkpoints: [(name: "c", note: .success(note))]), rules: TestJournal.rules)
    #expect(verification.findings == [])
    return verification.checkpointFindings.map(\.error.code)
  }

  @Test("a checkpoint is signed by a note key in force at its last line")
  func rotation() throws {
    var journal = try RawJournal.started()
    // Line 3: the key of line 0 signs checkpoints of 3 lines at most, another one those of 4 on.
    let change = NoteKeysChanged(
      add: [try Self.noteKey(8)], lastValidSize: 3, remove: [try Self.noteKey(9)])
    try journal.append(journal.draft(change), by: journal.master)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    for (size, key, isGood) in [
      (1, 9, true), (3, 9, true), (4, 9, false), (5, 9, false), (3, 8, false), (4, 8, true), (5, 8, true),
    ] as [(UInt64, UInt8, Bool)] {
      let note = try Self.checkpoint(journal, size: size, by: key)
      #expect(try Self.codes(journal, note) == (isGood ? [] : [.noteUnsigned]), "\(size) by \(key)")
    }
  }

  @Test("a key that was stolen is taken back for checkpoints before the line that says so")
  func takenBack() throws {
    var journal = try RawJournal.started()
    let change = NoteKeysChanged(add: [try Self.noteKey(8)], lastValidSize: 1, remove: [try Self.noteKey(9)])
    try journal.append(journal.draft(change), by: journal.master)
    #expect(try Self.codes(journal, try Self.checkpoint(journal, size: 1, by: 9)) == [])
    #expect(try Self.codes(journal, try Self.checkpoint(journal, size: 2, by: 9)) == [.noteUnsigned])
  }

  @Test("what is removed is in force, what is added is not, and 1 to 8 are left")
  func wrong() throws {
    let (old, new) = (try Self.noteKey(9), try Self.noteKey(8))
    let many = try (20...27).map { try Self.noteKey($0) }
    let cases: [(NoteKeysChanged, ErrorCode?)] = [
      (NoteKeysChanged(add: [new]), nil),
      (NoteKeysChanged(add: Array(many.dropLast())), nil),
      (NoteKeysChanged(add: many), .whatInvalid),
      (NoteKeysChanged(add: many, lastValidSize: 3, remove: [old]), nil),
      (NoteKeysChanged(add: [old]), .whatInvalid),
      (NoteKeysChanged(add: [new, new]), .whatInvalid),
      (NoteKeysChanged(lastValidSize: 1, remove: [new]), .noteKeyUnknown),
      (NoteKeysChanged(add: [new], lastValidSize: 1, remove: [old, old]), .noteKeyUnknown),
      (NoteKeysChanged(lastValidSize: 1, remove: [old]), .whatInvalid),
      (NoteKeysChanged(add: [new], remove: [old]), .whatInvalid),
      (NoteKeysChanged(add: [try Self.noteKey(8, name: "other")]), .whatInvalid),
      (NoteKeysChanged(add: ["new"]), .whatInvalid),
      (NoteKeysChanged(), .whatInvalid), (NoteKeysChanged(add: [], lastValidSize: 1, remove: []), .whatInvalid),
    ]
    for (change, code) in cases {
      var journal = try RawJournal.started()
      try journal.append(journal.draft(change), by: journal.master)
      #expect(try journal.walk().findings.map(\.code) == (code.map { [$0] } ?? []))
      let keys = try #require(try journal.walk().summary?.noteKeys)
      #expect(code == nil || keys.current.map(\.description) == [old])
    }
  }

  @Test("an official changes no note keys")
  func entitled() throws {
    var journal = try RawJournal.started()
    try journal.append(journal.draft(NoteKeysChanged(add: [try Self.noteKey(8)])), by: journal.official)
    #expect(try journal.findings() == ["3 role-not-allowed"])
    #expect(try journal.walk().summary?.noteKeys.terms.count == 1)
  }

  @Test("checkpoints are signed with the key in force, and those kept beside the journal hold by theirs")
  func signing() throws {
    let journal = try TestJournal()
    let folder = try TemporaryFolder.make()
    func sign(_ number: UInt8) throws -> CheckpointSigning.Signed {
      let memory = CheckpointMemory(path: folder + "/\(number)")
      return try CheckpointSigning.sign(
        journal: journal.path, key: TestJournal.key(number), memory: memory, rules: TestJournal.rules)
    }
    #expect(try sign(9).checkpoint.size == 1)
    #expect(code { _ = try sign(8) } == .noteKeyUnknown)
    let writer = try journal.writer()
    let change = NoteKeysChanged(add: [try Self.noteKey(8)], lastValidSize: 1, remove: [try Self.noteKey(9)])
    _ = try writer.append(SignedAct(journal.draft(change), keys: [journal.master]), expecting: .any)
    try writer.close()
    #expect(code { _ = try sign(9) } == .noteKeyUnknown)
    #expect(try sign(8).checkpoint.size == 2)
    let stored = try StoredCheckpoints(journal: journal.path)
    #expect(stored.sizes == [1, 2])
    let verification = try JournalVerification(
      JournalReader(path: journal.path), stored: stored, rules: TestJournal.rules)
    #expect(verification.checkpointFindings == [])
    #expect(verification.storedHolding == 2)
    try journal.writer().close()
    let proved = try JournalProof.make(of: .seq(0), journal: journal.path, rules: TestJournal.rules)
    #expect(proved.checkpoint.size == 2)
    let report = try JournalSalvage.write(journal: journal.path, to: folder + "/good.jsonl")
    #expect(report.anchor?.size == 2)
    #expect(report.checkpointFindings == [])
  }
}
