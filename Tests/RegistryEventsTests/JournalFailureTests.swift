import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("Writing a journal when things go wrong", .temporaryFolder)
struct JournalFailureTests {
  /// A journal with an official who can act.
  static func started() throws -> (journal: TestJournal, writer: JournalWriter<OpenGate>) {
    let journal = try TestJournal()
    let writer = try journal.writer()
    _ = try writer.append(
      SignedAct(journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official]),
      expecting: .any)
    return (journal, writer)
  }

  static func act(_ journal: TestJournal) throws -> SignedAct {
    try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
  }

  static func append(_ journal: TestJournal, _ writer: JournalWriter<OpenGate>) throws -> Receipt {
    try writer.append(act(journal), expecting: .any)
  }

  static func file(_ name: String, of journal: TestJournal) -> String {
    journal.path.replacing(".jsonl", with: name)
  }

  static func names(beside journal: TestJournal) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: (journal.path as NSString).deletingLastPathComponent).sorted()
  }

  /// The descriptor of this process that is open on a path.
  static func descriptor(of path: String) throws -> Int32 {
    let path = (path as NSString).resolvingSymlinksInPath
    let found = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
    }
    try #require(found.count == 1)
    return try #require(Int32(found[0]))
  }

  /// Puts another file in the place of the one that a writer has open: what it writes goes there from now on.
  static func redirect(_ journal: TestJournal, to path: String) throws {
    let other = open(path, O_RDWR | O_CLOEXEC)
    try #require(other >= 0)
    try #require(dup2(other, descriptor(of: journal.path)) >= 0)
    close(other)
  }

  @Test("a full disk closes the writer for good, and the next one goes on where acknowledged acts end")
  func fullDisk() throws {
    let (journal, writer) = try Self.started()
    let before = try Fixture.read(journal.path)
    try Self.redirect(journal, to: "/dev/full")
    #expect(code { _ = try Self.append(journal, writer) } == .inputOutput)
    #expect(code { _ = try Self.append(journal, writer) } == .inputOutput)
    try? writer.close()
    #expect(try Fixture.read(journal.path) == before)
    #expect(try Self.names(beside: journal) == ["journal.jsonl", "journal.writing"])
    let next = try journal.writer()
    #expect(try Self.append(journal, next).seq == 2)
    try next.close()
    #expect(try Self.names(beside: journal) == ["journal.jsonl"])
    #expect(try journal.verify().0.findings == [])
  }

  @Test("a sync that fails is not tried again: the act is not acknowledged and the writer is closed for good")
  func failedSync() throws {
    let (journal, writer) = try Self.started()
    // Writing to this file succeeds, and syncing it does not.
    try Self.redirect(journal, to: "/dev/null")
    #expect(code { _ = try Self.append(journal, writer) } == .syncFailed)
    #expect(code { _ = try Self.append(journal, writer) } == .syncFailed)
    try? writer.close()
    #expect(try Self.names(beside: journal) == ["journal.jsonl", "journal.writing"])
    #expect(try journal.verify().0.lines == 2)
    #expect(try Self.append(journal, journal.writer()).seq == 2)
  }

  @Test("a journal that is replaced, removed or changed in length under its writer is not written to")
  func replaced() throws {
    let changes: [(TestJournal) throws -> Void] = [
      { try Data(Fixture.read($0.path)).write(to: URL(fileURLWithPath: $0.path), options: .atomic) },
      { try FileManager.default.removeItem(atPath: $0.path) },
      { #expect(truncate($0.path, 10) == 0) },
      { try Data(Fixture.read($0.path) + [0x0A]).write(to: URL(fileURLWithPath: $0.path)) },
    ]
    for change in changes {
      let (journal, writer) = try Self.started()
      try change(journal)
      let after = try? Fixture.read(journal.path)
      #expect(code { _ = try Self.append(journal, writer) } == .fileReplaced)
      #expect(code { _ = try Self.append(journal, writer) } == .fileReplaced)
      #expect((try? Fixture.read(journal.path)) == after)
    }
  }

  @Test("a file system that is not known to be local is refused unless it is forced")
  func foreignFileSystem() throws {
    func refusal(_ options: WriterOptions) -> ErrorCode? {
      code {
        _ = try JournalWriter(path: "/proc/self/comm", rules: TestJournal.rules, gate: OpenGate(), options: options) {
          TestJournal.start
        }
      }
    }
    var forced = WriterOptions()
    forced.allowsForeignFileSystem = true
    #expect(refusal(WriterOptions()) == .fileSystemNotLocal)
    #expect(refusal(forced) == .journalEmpty)
  }

  @Test("a folder is no journal, and a journal that is there is not started again")
  func notAFile() throws {
    let (journal, writer) = try Self.started()
    let folder = (journal.path as NSString).deletingLastPathComponent
    #expect(
      code { _ = try JournalWriter(path: folder, rules: TestJournal.rules, gate: OpenGate()) { TestJournal.start } }
        == .inputOutput)
    var raw = try RawJournal()
    let opening = try SignedAct(raw.draft(raw.opening()), keys: [raw.master, raw.second])
    let bytes = try Fixture.read(journal.path)
    let refusal = code { _ = try JournalCreation.create(path: journal.path, opening: opening, recorded: raw.instant) }
    #expect(refusal == .fileExists)
    #expect(try Fixture.read(journal.path) == bytes)
    try writer.close()
  }

  @Test("a closed writer takes nothing and may be closed again")
  func closed() throws {
    let (journal, writer) = try Self.started()
    try writer.close()
    try writer.close()
    #expect(code { _ = try Self.append(journal, writer) } == .journalClosed)
    #expect(try journal.verify().0.lines == 2)
  }

  @Test("an append cut short at any byte is cleared away whole, and the act can be handed in again")
  func cutShort() throws {
    let (journal, writer) = try Self.started()
    let start = try Fixture.read(journal.path).count
    let act = try Self.act(journal)
    _ = try writer.append(act, expecting: .any)
    try writer.close()
    let whole = try Fixture.read(journal.path)
    for count in stride(from: start + 1, to: whole.count, by: 41) {
      try Data(whole[..<count]).write(to: URL(fileURLWithPath: journal.path))
      try Data("\(start) 1\n".utf8).write(to: URL(fileURLWithPath: Self.file(".writing", of: journal)))
      let next = try journal.writer()
      let receipt = try next.append(act, expecting: .any)
      #expect(receipt.status == .appended)
      #expect(receipt.seq == 2)
      try next.close()
      #expect(try Fixture.read(journal.path) == whole)
    }
    // Each end that was cut short is kept, the first under the plain name.
    let kept = try Self.names(beside: journal).filter { $0.contains("torn") }
    #expect(kept.count == stride(from: start + 1, to: whole.count, by: 41).reduce(0) { count, _ in count + 1 })
    #expect(try Fixture.read(Self.file(".torn-\(start)", of: journal)) == [whole[start]])
    #expect(try Fixture.read(Self.file(".torn-\(start)-2", of: journal)) == Array(whole[start..<(start + 42)]))
  }

  @Test(
    "the mark of a writer that crashed is taken over, whatever it says",
    arguments: ["0 1\n", "", "nonsense", "18446744073709551615 1\n", "100 1\n"])
  func mark(text: String) throws {
    let (journal, writer) = try Self.started()
    try writer.close()
    let bytes = try Fixture.read(journal.path)
    try Data(text.utf8).write(to: URL(fileURLWithPath: Self.file(".writing", of: journal)))
    let next = try journal.writer()
    #expect(try Fixture.read(journal.path) == bytes)
    let mark = String(decoding: try Fixture.read(Self.file(".writing", of: journal)), as: UTF8.self)
    #expect(mark == "\(bytes.count) \(getpid())\n")
    _ = try Self.append(journal, next)
    try next.close()
    #expect(try Self.names(beside: journal) == ["journal.jsonl"])
    #expect(try journal.verify().0.findings == [])
  }

  @Test("a line that was cut short and then filled up with zeros is cleared away, however long the zeros are")
  func zeros() throws {
    let (journal, writer) = try Self.started()
    try writer.close()
    let bytes = try Fixture.read(journal.path)
    let tail = Array("{\"act\":{".utf8) + [UInt8](repeating: 0, count: 20 << 20)
    try Data(bytes + tail).write(to: URL(fileURLWithPath: journal.path))
    let next = try journal.writer()
    #expect(try Fixture.read(journal.path) == bytes)
    #expect(try Fixture.read(Self.file(".torn-\(bytes.count)", of: journal)).count == tail.count)
    try next.close()
  }

  @Test("an end that is longer than any line, and no zeros, is left alone")
  func notATail() throws {
    let (journal, writer) = try Self.started()
    try writer.close()
    let bytes = try Fixture.read(journal.path) + [UInt8](repeating: 0x20, count: 65_536)
    try Data(bytes).write(to: URL(fileURLWithPath: journal.path))
    #expect(code { _ = try journal.writer() } == .tornTail)
    #expect(try Fixture.read(journal.path) == bytes)
    #expect(try Self.names(beside: journal) == ["journal.jsonl"])
  }

  @Test("a line that a checkpoint covers is not cleared away though its LF is gone")
  func behindCheckpoint() throws {
    let (journal, writer) = try Self.started()
    _ = try Self.append(journal, writer)
    try writer.close()
    let root = try #require(try journal.verify().0.root)
    let folder = Self.file(".checkpoints", of: journal)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let signer = try NoteSigner(name: TestJournal.origin, key: TestJournal.key(9))
    let note = try Checkpoint(origin: TestJournal.origin, size: 3, root: root).signed(by: signer)
    try Data(note.bytes).write(to: URL(fileURLWithPath: "\(folder)/3"))
    let cut = Array(try Fixture.read(journal.path).dropLast())
    try Data(cut).write(to: URL(fileURLWithPath: journal.path))
    #expect(code { _ = try journal.writer() } == .journalBehindCheckpoint)
    #expect(try Fixture.read(journal.path) == cut)
    #expect(try Self.names(beside: journal) == ["journal.checkpoints", "journal.jsonl"])
  }
}
