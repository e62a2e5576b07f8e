import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("verify", .temporaryFolder)
struct CommandVerifyTests {
  let folder: CommandFolder
  let journal: [UInt8]
  /// The lines of the journal, each with its LF.
  let lines: [[UInt8]]

  static let origin = "apk.registry.example.kz/vectors"

  init() throws {
    folder = try CommandFolder()
    journal = try CommandFolder.vectors()
    lines = journal.split(separator: 0x0A).map { Array($0) + [0x0A] }
  }

  private func verify(_ bytes: [UInt8], _ words: String...) async throws -> CommandRun {
    try await CommandRun(["verify", folder.write(bytes, to: "x.jsonl"), "--format", "json"] + words)
  }

  /// The checkpoint of the first lines, signed by the journal's note key or another.
  private func checkpoint(size: Int, by first: UInt8 = 32, origin: String = origin, root: Digest? = nil) throws
    -> [UInt8]
  {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    for line in lines.prefix(size) { tree.append(hasher.leafHash(Array(line.dropLast())), with: hasher) }
    let root = root ?? tree.root(with: hasher)
    let checkpoint = try Checkpoint(origin: origin, size: UInt64(size), root: root)
    let signer = try NoteSigner(name: origin, key: CommandFolder.vectorKey(from: first))
    return try checkpoint.signed(by: signer).bytes
  }

  @Test("A byte changed anywhere is a finding in its line", arguments: 0..<120)
  func changedByte(number: Int) async throws {
    let place = (number * 7919 + 13) % journal.count
    var bytes = journal
    bytes[place] ^= UInt8(1 << (number % 7))
    // A line break made or lost moves the lines behind it; the first one found is still that of the byte, or the one before.
    let line = journal[..<place].count { $0 == 0x0A }
    let run = try await verify(bytes)
    #expect(run.code == .findings)
    let first = try #require(try run.json()["findings"]?.array?.first)
    #expect(first["seq"]?.integer == Int64(line))
    #expect(first["offset"]?.integer.map { $0 >= 0 && $0 <= Int64(journal.count) } == true)
    #expect(first["code"]?.string.flatMap(ErrorCode.init) != nil)
  }

  @Test("A line that is missing, doubled or out of place breaks the chain at that line")
  func misplacedLines() async throws {
    let missing = lines[0] + lines[2]
    #expect(try await verify(missing).findings().prefix(2) == ["1 seq-gap", "1 prev-mismatch"])
    let doubled = lines[0] + lines[1] + lines[1]
    #expect(try await verify(doubled).findings().prefix(3) == ["2 seq-gap", "2 prev-mismatch", "2 id-repeated"])
    let swapped = lines[0] + lines[2] + lines[1]
    #expect(try await verify(swapped).findings().first == "1 seq-gap")
  }

  @Test("Everything that is wrong is told, not only the first")
  func severalFindings() async throws {
    var bytes = journal
    let second = lines[0].count + 20
    let fourth = lines[0].count + lines[1].count + lines[2].count + 20
    for place in [second, fourth] { bytes[place] = 0x01 }
    let findings = try await verify(bytes).findings()
    #expect(findings.contains { $0.hasPrefix("1 ") } && findings.contains { $0.hasPrefix("3 ") })
    #expect(findings.contains("2 prev-mismatch") && findings.contains("4 prev-mismatch"))
  }

  @Test("An unterminated end is a finding after the last line")
  func tornTail() async throws {
    let run = try await verify(journal + [0x7B])
    #expect(try run.findings() == ["5 torn-tail"])
    #expect(try run.json()["lines"]?.integer == 5)
    #expect(try run.json()["findings"]?.array?.first?["offset"]?.integer == Int64(journal.count))
  }

  @Test("Without line 0 there is one finding and everything else is null")
  func noOpening() async throws {
    let run = try await verify(lines[1])
    #expect(run.code == .findings)
    #expect(try run.findings() == ["0 opening-invalid"])
    #expect(try run.json()["head"] == .null && run.json()["lines"] == .null)
  }

  @Test("An empty file is no journal")
  func empty() async throws {
    let run = try await verify([])
    #expect(run.code == .dataError)
    #expect(run.errors.contains("[journal-empty]"))
  }

  @Test("A note key of line 0 must be well-formed and named as the origin", arguments: ["other.example.kz", nil])
  func noteKeys(name: String?) async throws {
    let master = try CommandFolder.vectorKey(from: 0)
    let noteKey = try name.map { try VerifierKey(name: $0, publicKey: master.publicKey).description }
    let opening = JournalOpened(
      authority: BilingualText(kk: "Сынақ", ru: "Тест"), format: .version1,
      keys: [KeyEnrolled(holder: KeyHolder(id: "a", name: "a"), jwk: master.publicKey.jwk, roles: ["keyMaster"])],
      noteKeys: [noteKey ?? "not a key"], origin: Self.origin, policy: JournalPolicy())
    let draft = ActDraft(
      opening, at: CommandRun.now, id: UUIDv7(milliseconds: CommandRun.now.secondsSinceEpoch * 1000, random: (1, 2)),
      journal: Self.origin)
    let line = LineBytes.of(
      try SignedAct(draft, keys: [master]), prev: SHA256Hasher().digest([]), recorded: CommandRun.now, seq: 0)
    #expect(try await verify(line + [0x0A]).findings() == ["0 opening-invalid"])
  }

  @Test("Checkpoints beside the journal that hold are counted, and anchor nothing")
  func storedHolding() async throws {
    for size in [1, 3, 5] { try folder.write(checkpoint(size: size), to: "x.checkpoints/\(size)") }
    try folder.write(
      CommandFolder.package("Tests/RegistryEventsTests/Fixtures/timestamps/five-lines.tsr"), to: "x.checkpoints/5.tsr")
    let run = try await verify(journal)
    #expect(run.code == .success)
    #expect(try run.json()["anchor"] == .null && run.json()["unanchoredFrom"]?.integer == 0)
    let text = await CommandRun(["verify", folder.path("x.jsonl")])
    #expect(text.output.contains("checkpoints  3 beside the journal hold; the newest that holds is that of 5 lines"))
  }

  @Test("A checkpoint beside the journal that does not hold is a finding with its file")
  func storedFailing() async throws {
    let other = Digest.sha256(of: [1])
    try folder.write(checkpoint(size: 2, root: other), to: "x.checkpoints/2")
    try folder.write(checkpoint(size: 3, by: 64), to: "x.checkpoints/3")
    try folder.write(checkpoint(size: 4), to: "x.checkpoints/1")
    try folder.write(checkpoint(size: 5), to: "x.checkpoints/5")
    try folder.write(Array("nothing\n".utf8), to: "x.checkpoints/4")
    let run = try await verify(Array(lines[0...3].joined()))
    #expect(run.code == .findings)
    #expect(
      try run.findings() == [
        "1 note-malformed", "2 checkpoint-contradicted", "3 note-unsigned", "4 note-malformed",
        "5 journal-behind-checkpoint",
      ])
    let files = try run.json()["findings"]?.array?.map { $0["checkpoint"]?.string ?? "" }
    #expect(files == (1...5).map { folder.path("x.checkpoints/\($0)") })
  }

  @Test("The largest checkpoint from elsewhere that holds is the anchor")
  func anchor() async throws {
    let small = try folder.write(checkpoint(size: 2), to: "a")
    let large = try folder.write(checkpoint(size: 4), to: "b")
    let bad = try folder.write(checkpoint(size: 5, root: Digest.sha256(of: [1])), to: "c")
    let run = try await verify(journal, "--checkpoint", large, "--checkpoint", small)
    #expect(run.code == .success)
    #expect(try run.json()["anchor"]?["size"]?.integer == 4 && run.json()["unanchoredFrom"]?.integer == 4)
    let contradicted = try await verify(journal, "--checkpoint", small, "--checkpoint", bad)
    #expect(contradicted.code == .findings)
    #expect(try contradicted.findings() == ["5 checkpoint-contradicted"])
    #expect(try contradicted.json()["anchor"]?["size"]?.integer == 2)
    let behind = try await verify(lines[0] + lines[1], "--checkpoint", large)
    #expect(try behind.findings() == ["4 journal-behind-checkpoint"])
  }

  @Test("Given keys take the place of the journal's own for checkpoints from elsewhere")
  func keys() async throws {
    let own = try folder.write(checkpoint(size: 5), to: "own")
    let witness = try folder.write(checkpoint(size: 5, by: 64), to: "witness")
    let key = try VerifierKey(name: Self.origin, publicKey: CommandFolder.vectorKey(from: 64).publicKey).description
    #expect(try await verify(journal, "--checkpoint", witness).findings() == ["5 note-unsigned"])
    #expect(try await verify(journal, "--checkpoint", witness, "--key", key).code == .success)
    #expect(try await verify(journal, "--checkpoint", own, "--key", key).findings() == ["5 note-unsigned"])
  }

  @Test("A checkpoint of no lines vouches for none")
  func emptyCheckpoint() async throws {
    let none = try folder.write(checkpoint(size: 0), to: "none")
    let run = try await verify(journal, "--checkpoint", none)
    #expect(run.code == .success)
    #expect(try run.json()["unanchoredFrom"]?.integer == 0)
    let wrong = try folder.write(checkpoint(size: 0, root: Digest.sha256(of: [1])), to: "wrong")
    #expect(try await verify(journal, "--checkpoint", wrong).findings() == ["0 checkpoint-contradicted"])
  }

  @Test("A checkpoint that claims more lines than can be is only ahead of the journal")
  func hugeCheckpoint() async throws {
    let note = "\(Self.origin)\n18446744073709551615\n\(Data(repeating: 0, count: 32).base64EncodedString())\n"
    let signer = try NoteSigner(name: Self.origin, key: CommandFolder.vectorKey(from: 32))
    let huge = try folder.write(Note(signing: note, by: [signer]).bytes, to: "huge")
    #expect(
      try await verify(journal, "--checkpoint", huge).findings() == ["9223372036854775807 journal-behind-checkpoint"])
  }

  @Test("A checkpoint file that is missing is exit 66")
  func missingCheckpoint() async throws {
    let run = try await verify(journal, "--checkpoint", folder.path("none"))
    #expect(run.code == .noInput)
    #expect(run.output.isEmpty)
  }
}
