import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("Exporting tiles", .temporaryFolder)
struct TileExportTests {
  private let journal: TestJournal
  private let memory: CheckpointMemory
  private let folder: String
  private let hasher = SHA256Hasher()

  init() throws {
    journal = try TestJournal()
    let place = try TemporaryFolder.make()
    memory = CheckpointMemory(path: place + "/last")
    folder = place + "/www"
  }

  private func grow(by count: Int) throws -> Checkpoint {
    let writer = try journal.writer()
    if writer.head.nextSeq == 1 {
      let enrolment = journal.draft(journal.enrolment(journal.official))
      _ = try writer.append(SignedAct(enrolment, keys: [journal.master, journal.official]), expecting: .any)
    }
    let acts = try (0..<count).map { _ in
      try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
    }
    for result in try writer.append(acts, expecting: .any) { _ = try result.get() }
    try writer.close()
    return try sign()
  }

  private func sign() throws -> Checkpoint {
    try CheckpointSigning.sign(
      journal: journal.path, key: TestJournal.key(9), memory: memory, rules: TestJournal.rules
    ).checkpoint
  }

  private func export(_ note: Note? = nil) throws -> TileExport.Exported {
    try TileExport.write(journal: journal.path, to: folder, checkpoint: note, rules: TestJournal.rules)
  }

  private func files() throws -> Set<String> {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return Set(
      names.filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
          && !isFolder.boolValue
      })
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  /// Reads the folder as a client does: the checkpoint by the key, every line, the root, and a proof of each line.
  private func check(_ size: UInt64) throws {
    let key = try VerifierKey(name: TestJournal.origin, publicKey: TestJournal.key(9).publicKey)
    let checkpoint = try Checkpoint(opening: Note(bytes("checkpoint")), with: [key])
    #expect(checkpoint.size == size)
    let client = TileClient(folder: folder, size: size)
    #expect(try client.root(ofSize: size, with: hasher) == checkpoint.root)
    let lines = try Data(contentsOf: URL(filePath: journal.path)).split(separator: 0x0A).prefix(Int(size)).map {
      Array($0)
    }
    #expect(try client.lines() == lines)
    for index in stride(from: 0, to: size, by: 37) {
      let proof = try client.inclusionProof(ofLeaf: index, inSize: size, with: hasher)
      #expect(proof.verify(leafHash: hasher.leafHash(lines[Int(index)]), root: checkpoint.root, with: hasher))
    }
  }

  @Test("a folder that grows with the journal has at each size what a client needs, and writes only what is new")
  func grows() throws {
    #expect(code { _ = try export() } == .checkpointMissing)
    var old: UInt64 = 0
    for count in [3, 0, 150, 101, 1, 260] {
      let size = try count == 0 ? old : grow(by: count).size
      let before = try files().subtracting(["checkpoint"]).map { ($0, try bytes($0)) }
      let exported = try export()
      #expect(exported.checkpoint.size == size && exported.oldSize == old)
      #expect(exported.filesWritten == Tile.all(ofSize: size, since: old).count)
      for (name, content) in before { #expect(try bytes(name) == content) }
      #expect(try files().isSuperset(of: Tile.all(ofSize: size).map(\.path)))
      #expect(try files().allSatisfy { !$0.hasSuffix(".tmp") })
      try check(size)
      old = size
    }
    #expect(old > 512)
  }

  @Test("what a crash left behind is written again, whatever it holds")
  func crash() throws {
    let first = try grow(by: 3)
    _ = try export()
    let second = try grow(by: 300)
    for tile in Tile.all(ofSize: second.size, since: first.size) {
      let path = folder + "/" + tile.path
      let parent = URL(filePath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data([1, 2, 3]).write(to: URL(filePath: path))
    }
    try check(first.size)
    #expect(try export().oldSize == first.size)
    try check(second.size)
  }

  @Test("the checkpoint stands in the folder with the cosignatures that it has")
  func cosigned() throws {
    _ = try grow(by: 3)
    let note = try #require(try memory.read())
    let cosigned = try note.cosigned(by: CosignatureTests.cosigner("w.example", seed: 1), at: TestJournal.start)
    _ = try export(cosigned)
    #expect(try bytes("checkpoint") == cosigned.bytes)
  }

  @Test("a folder that shows a larger tree, another tree or another journal is left alone")
  func contradicted() throws {
    let backup = try Data(contentsOf: URL(filePath: journal.path))
    let small = try sign()
    let early = try #require(try memory.read())
    _ = try grow(by: 3)
    _ = try export()
    let shown = try bytes("checkpoint")
    #expect(code { _ = try export(early) } == .checkpointMissing)
    try backup.write(to: URL(filePath: journal.path))
    try FileManager.default.removeItem(atPath: journal.path.replacing("journal.jsonl", with: "journal.checkpoints"))
    #expect(code { _ = try export(early) } == .journalBehindCheckpoint)
    let other = CheckpointMemory(path: memory.path + "2")
    let writer = try journal.writer()
    for number in 30..<36 as Range<UInt8> {
      let key = try TestJournal.key(number)
      let enrolment = journal.enrolment(key, id: "official-\(number)")
      _ = try writer.append(SignedAct(journal.draft(enrolment), keys: [journal.master, key]), expecting: .any)
    }
    try writer.close()
    _ = try CheckpointSigning.sign(
      journal: journal.path, key: TestJournal.key(9), memory: other, rules: TestJournal.rules)
    #expect(code { _ = try export() } == .checkpointContradicted)
    #expect(try bytes("checkpoint") == shown)
    let signer = try NoteSigner(name: "other.example", key: TestJournal.key(9))
    let foreign = try Checkpoint(origin: "other.example", size: small.size, root: small.root).signed(by: signer)
    try Data(foreign.bytes).write(to: URL(filePath: folder + "/checkpoint"))
    #expect(code { _ = try export() } == .noteUnsigned)
    try Data([0x41]).write(to: URL(filePath: folder + "/checkpoint"))
    #expect(code { _ = try export() } == .noteMalformed)
  }
}
