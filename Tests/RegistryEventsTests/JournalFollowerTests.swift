import Foundation
import Synchronization
import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Following a journal", .temporaryFolder)
struct JournalFollowerTests {
  static func follower(_ path: String, mode: VerificationMode = .full) throws -> JournalFollower {
    try JournalFollower(path: path, mode: mode, rules: TestJournal.rules)
  }

  /// The bytes of the lines that have come.
  static func take(_ follower: inout JournalFollower) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let hasGrown = try follower.advance { lines.append($0.line.bytes) }
    #expect(hasGrown == !lines.isEmpty)
    return lines
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  static func append(_ bytes: some Collection<UInt8>, to path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  @Test("at every step a follower has what a walk over the file has", arguments: VerificationMode.allCases)
  func likeAWalk(mode: VerificationMode) throws {
    let right = try JournalWalkTests.right()
    let path = try TemporaryFolder.write([])
    var follower = try Self.follower(path, mode: mode)
    #expect(try Self.take(&follower) == [])
    #expect(throws: RegistryError(.journalEmpty)) { _ = try follower.summary() }
    var seen: [[UInt8]] = []
    for line in right.lines {
      try Self.append(line + [0x0A], to: path)
      seen += try Self.take(&follower)
      #expect(try Self.take(&follower) == [])
      let walked = try RawJournal.walk(path: path, mode: mode, damage: .stop)
      var followed = RawJournal.Walked()
      followed.summary = try follower.summary()
      #expect(JournalWalkTests.text(followed) == JournalWalkTests.text(RawJournal.Walked(summary: walked.summary)))
    }
    #expect(seen == right.lines)
  }

  @Test(
    "what a journal continues is read before it, once, with lines counted on, as whoever reads one after the other finds it",
    arguments: VerificationMode.allCases, [1, Int.max])
  func continuing(mode: VerificationMode, blocks: Int) throws {
    let elder = try TrustContinuationTests.closed()
    let right = try TrustContinuationTests.successor(of: elder, signedBy: [elder.master])
    let paths = try [TemporaryFolder.write(elder.bytes), TemporaryFolder.write([])]
    var follower = try JournalFollower(
      path: paths[1], continuing: [paths[0]], mode: mode, rules: TestJournal.rules)
    var seqs: [UInt64] = []
    var ended: [WalkSummary] = []
    func advance() throws {
      while try follower.advance(blocks: blocks, ended: { ended.append($0) }, { seqs.append($0.line.seq) }) {}
    }
    try advance()
    #expect(seqs == Array(0..<4) && ended.map(\.lines) == [4])
    for line in right.lines {
      try Self.append(line + [0x0A], to: paths[1])
      try advance()
    }
    #expect(seqs == Array(0..<UInt64(4 + right.lines.count)) && ended.count == 1 && follower.closedSeq == nil)
    let first = try JournalWalk(mode: mode, rules: TestJournal.rules).run(
      JournalReader(path: paths[0]), digestsFile: mode != .none
    ) { _ in }
    let second = try JournalWalk(mode: mode, rules: TestJournal.rules, predecessor: JournalEnd(first)).run(
      JournalReader(path: paths[1])
    ) { _ in }
    for (followed, walked) in try [(#require(ended.first), first), (follower.summary(), second)] {
      var (left, right) = (RawJournal.Walked(), RawJournal.Walked())
      (left.summary, right.summary) = (followed, walked)
      #expect(JournalWalkTests.text(left) == JournalWalkTests.text(right))
    }
  }

  @Test("another journal than the one that is continued ends a follower at line 0 of the younger one")
  func discontinued() throws {
    let elder = try TrustContinuationTests.closed()
    let right = try TrustContinuationTests.successor(of: elder, signedBy: [elder.master])
    let paths = try [TemporaryFolder.write(elder.bytes + [0x7B]), TemporaryFolder.write(right.bytes)]
    var follower = try JournalFollower(path: paths[1], continuing: [paths[0]], mode: .full, rules: TestJournal.rules)
    var count = 0
    #expect(JournalWriterTests.code { _ = try follower.advance { _ in count += 1 } } == .predecessorMismatch)
    #expect(count == 4)
  }

  @Test("a follower knows the line that ended its journal, in every mode", arguments: VerificationMode.allCases)
  func closed(mode: VerificationMode) throws {
    var journal = try RawJournal.started()
    let path = try TemporaryFolder.write(journal.bytes)
    var follower = try Self.follower(path, mode: mode)
    _ = try Self.take(&follower)
    // Nobody but a keyMaster ends a journal, which only who checks signatures can see.
    try journal.append(journal.draft(JournalClosed()), by: journal.official)
    try journal.append(journal.draft(JournalClosed()), by: journal.master)
    try Self.append(journal.lines[3] + [0x0A] + journal.lines[4] + [0x0A], to: path)
    #expect(follower.closedSeq == nil)
    _ = try Self.take(&follower)
    #expect(follower.closedSeq == (mode == .full ? 4 : 3))
  }

  @Test("a line is handed on once its LF is there, wherever writes end")
  func pieces() throws {
    let bytes = try RawJournal.started().bytes
    let lines = bytes.split(separator: 0x0A).map(Array.init)
    for step in [1, 2, 3, 7, 64, 1000] {
      let path = try TemporaryFolder.write([])
      var follower = try Self.follower(path, mode: .chain)
      var seen: [[UInt8]] = []
      for start in stride(from: 0, to: bytes.count, by: step) {
        let end = min(start + step, bytes.count)
        try Self.append(bytes[start..<end], to: path)
        if step > 2 || end % 50 == 0 || bytes[..<end].last == 0x0A { seen += try Self.take(&follower) }
        if step > 2 { #expect(seen.count == bytes[..<end].count { $0 == 0x0A }) }
      }
      #expect(seen == lines)
    }
  }

  @Test("an end that was cut short is not seen, nor missed what stands in its place", arguments: 0..<8)
  func tornTail(seed: Int) throws {
    let (journal, writer) = try JournalFailureTests.started()
    try writer.close()
    var random = SeededRandom(UInt64(seed))
    var follower = try Self.follower(journal.path)
    var seen = try Self.take(&follower)
    for _ in 0..<6 {
      let last = try #require(seen.last)
      let torn =
        Bool.random(using: &random)
        ? Array(last.prefix(.random(in: 1..<last.count, using: &random)))
        : [UInt8](repeating: 0, count: .random(in: 1...200_000, using: &random))
      try Self.append(torn, to: journal.path)
      #expect(try Self.take(&follower) == [])
      let next = try journal.writer()
      #expect(try Self.take(&follower) == [])
      journal.wait(seconds: 1)
      _ = try JournalFailureTests.append(journal, next)
      try next.close()
      seen += try Self.take(&follower)
    }
    #expect(try seen == Fixture.read(journal.path).split(separator: 0x0A).map(Array.init))
    #expect(seen.count == 8)
  }

  @Test("while a thread appends, tears and recovers, a follower sees every line once and nothing else")
  func race() throws {
    let (journal, first) = try JournalFailureTests.started()
    try first.close()
    let isDone = Atomic(false)
    let failure = Mutex<String?>(nil)
    let thread = Thread {
      do {
        for round in 0..<60 {
          // Longer and shorter than the line that comes in its place, and over more than one page.
          try Self.append([UInt8](repeating: 0x7B, count: [1, 300, 5000, 60_000][round % 4]), to: journal.path)
          let writer = try journal.writer()
          for _ in 0..<3 { _ = try JournalFailureTests.append(journal, writer) }
          try writer.close()
        }
      } catch {
        failure.withLock { $0 = "\(error)" }
      }
      isDone.store(true, ordering: .releasing)
    }
    thread.start()
    var follower = try Self.follower(journal.path, mode: .chain)
    var seen: [[UInt8]] = []
    var wasDone = false
    while !wasDone {
      wasDone = isDone.load(ordering: .acquiring)
      seen += try Self.take(&follower)
    }
    #expect(failure.withLock { $0 } == nil)
    #expect(try seen == Fixture.read(journal.path).split(separator: 0x0A).map(Array.init))
    #expect(seen.count == 2 + 180)
  }

  @Test("a journal that became shorter than what was seen ends the follower for good, and says so")
  func truncated() throws {
    let journal = try JournalWalkTests.right()
    let path = try TemporaryFolder.write(journal.bytes)
    var follower = try Self.follower(path)
    #expect(try Self.take(&follower).count == journal.lines.count)
    #expect(truncate(path, off_t(journal.bytes.count - 1)) == 0)
    for _ in 0..<2 {
      let error = #expect(throws: RegistryError.self) { _ = try Self.take(&follower) }
      #expect(error?.code == .journalTruncated)
      #expect(error?.place.fileOffset == UInt64(journal.bytes.count - 1))
      try Self.write(journal.bytes, to: path)
    }
    #expect(try follower.summary().lines == UInt64(journal.lines.count))
  }

  @Test("a file that was replaced or removed ends the follower once its lines were handed on")
  func replaced() throws {
    let journal = try JournalWalkTests.right()
    let changes: [(String) throws -> Void] = [
      { try Data(journal.bytes).write(to: URL(fileURLWithPath: $0), options: .atomic) },
      { try FileManager.default.removeItem(atPath: $0) },
    ]
    for change in changes {
      let path = try TemporaryFolder.write(Array(journal.bytes.prefix(journal.lines[0].count + 1)))
      var follower = try Self.follower(path)
      #expect(try Self.take(&follower).count == 1)
      try Self.append(journal.lines[1] + [0x0A], to: path)
      try change(path)
      var seen: [[UInt8]] = []
      #expect(throws: RegistryError(.fileReplaced)) { _ = try follower.advance { seen.append($0.line.bytes) } }
      #expect(seen == [journal.lines[1]])
      #expect(throws: RegistryError(.fileReplaced)) { _ = try Self.take(&follower) }
    }
  }

  @Test("a history rewritten in place shows at the next line")
  func rewritten() throws {
    var journal = try RawJournal.started()
    let path = try TemporaryFolder.write(journal.bytes)
    var follower = try Self.follower(path)
    #expect(try Self.take(&follower).count == 3)
    // The last line, recorded a second later, and a line that chains to it.
    let text = String(decoding: journal.lines[2], as: UTF8.self)
    let other = Array(
      text.replacing("\"recorded\":\"2024-03-05T05:02:00Z", with: "\"recorded\":\"2024-03-05T05:02:01Z").utf8)
    try #require(other != journal.lines[2])
    let act = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
    journal.append(act, prev: journal.leaf(of: other))
    let lines = journal.lines[..<2] + [other] + journal.lines[3...]
    try Self.write(lines.flatMap { $0 + [0x0A] }, to: path)
    #expect(try RawJournal.walk(path: path).findings == [])
    let place = Place(seq: 3, fileOffset: UInt64(lines[..<3].reduce(0) { $0 + $1.count + 1 }))
    #expect(throws: RegistryError(.prevMismatch, at: place)) { _ = try Self.take(&follower) }
  }

  @Test("a damaged line ends the follower where a walk stops, after the lines before it")
  func damaged() throws {
    let journal = try RawJournal.started()
    var bytes = journal.bytes
    bytes[journal.lines[0].count + 30] = 0
    let stopped = try RawJournal.walk(bytes, damage: .stop)
    var follower = try Self.follower(TemporaryFolder.write(bytes))
    var seen = 0
    let error = #expect(throws: RegistryError.self) { _ = try follower.advance { _ in seen += 1 } }
    #expect(error == stopped.error && error?.place.seq == 1)
    #expect(seen == 1)
  }

  @Test("more than a line without LF is refused, behind the lines before; zeros are waited out")
  func endless() throws {
    let journal = try RawJournal.started()
    for (byte, count, isRefused) in [(UInt8(0x20), 65_536, true), (0x20, 65_535, false), (0, 300_000, false)] {
      let path = try TemporaryFolder.write(journal.bytes + [UInt8](repeating: byte, count: count))
      var follower = try Self.follower(path, mode: .chain)
      var seen = 0
      if isRefused {
        #expect(throws: RegistryError(.lineTooLong, at: Place(fileOffset: UInt64(journal.bytes.count)))) {
          _ = try follower.advance { _ in seen += 1 }
        }
      } else {
        _ = try follower.advance { _ in seen += 1 }
        #expect(try Self.take(&follower) == [])
      }
      #expect(seen == 3)
    }
  }

  @Test("only a file that is there can be followed")
  func notAFile() throws {
    let folder = try TemporaryFolder.make()
    #expect(throws: RegistryError(.fileMissing)) { _ = try Self.follower(folder + "/none") }
    #expect(throws: RegistryError(.inputOutput)) { _ = try Self.follower(folder) }
  }
}

@Suite("Reading a journal under a writer", .temporaryFolder)
struct JournalReaderRaceTests {
  @Test("a reader that has met an end that was cut short reads what a writer has put in its place", arguments: 1..<40)
  func recovered(step: Int) throws {
    let raw = try RawJournal.started()
    let whole: [UInt8] = raw.lines[0] + [0x0A] + raw.lines[1] + [0x0A]
    let torn = [UInt8](repeating: 0x78, count: 400)
    let path = try TemporaryFolder.write(whole + torn)
    // Blocks that end somewhere in the torn end.
    let file = try SystemCalls.open(path, O_RDONLY)
    var reader = JournalReader(file, blockSize: whole.count + step * 10)
    #expect(try reader.nextBlock()?.bytes == whole)
    try JournalFollowerTests.write(raw.bytes, to: path)
    #expect(try reader.nextBlock()?.bytes == raw.lines[2] + [0x0A])
    #expect(try reader.nextBlock() == nil)
    #expect(reader.tail == nil)
  }

  @Test("an end that was moved aside meanwhile is no end any more", arguments: 1..<40)
  func movedAside(step: Int) throws {
    let whole = try RawJournal.started().bytes
    let path = try TemporaryFolder.write(whole + [UInt8](repeating: 0x78, count: 400))
    var reader = JournalReader(try SystemCalls.open(path, O_RDONLY), blockSize: whole.count + step * 10)
    #expect(try reader.nextBlock()?.bytes == whole)
    #expect(truncate(path, off_t(whole.count)) == 0)
    #expect(try reader.nextBlock() == nil)
    #expect(reader.tail == nil)
  }
}

@Suite("The lines of a journal as an asynchronous sequence", .temporaryFolder)
struct FollowedLinesTests {
  static func lines(_ path: String, mode: VerificationMode = .full) -> FollowedLines {
    FollowedLines(path: path, mode: mode, rules: TestJournal.rules, interval: .milliseconds(2))
  }

  @Test("two followers see every line that a writer appends in its own time, and each act stands")
  func growing() async throws {
    let (journal, writer) = try JournalFailureTests.started()
    let count = 200
    let followers = (0..<2).map { _ in
      Task {
        var seen: [[UInt8]] = []
        for try await line in Self.lines(journal.path) {
          #expect(line.standingAct?.seq == UInt64(seen.count))
          seen.append(line.line.bytes)
          if seen.count == count + 2 { break }
        }
        return seen
      }
    }
    for index in 0..<count {
      _ = try JournalFailureTests.append(journal, writer)
      if index % 20 == 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
    try writer.close()
    let expected = try Fixture.read(journal.path).split(separator: 0x0A).map(Array.init)
    for follower in followers { #expect(try await follower.value == expected) }
  }

  @Test("the sequence ends behind journal.closed, and goes on from what the journal continues")
  func closed() async throws {
    let elder = try TrustContinuationTests.closed()
    let right = try TrustContinuationTests.successor(of: elder, signedBy: [elder.master])
    let path = try TemporaryFolder.write(elder.bytes)
    var seen: [[UInt8]] = []
    for try await line in Self.lines(path) { seen.append(line.line.bytes) }
    #expect(seen == elder.lines)
    let both = FollowedLines(
      path: try TemporaryFolder.write(right.bytes), continuing: [path], mode: .full, rules: TestJournal.rules)
    var iterator = both.makeAsyncIterator()
    for (seq, line) in (elder.lines + right.lines).enumerated() {
      let next = try #require(try await iterator.next())
      #expect(next.line.bytes == line && next.standingAct?.seq == UInt64(seq))
    }
  }

  @Test("a cancelled task ends with CancellationError, asleep or not", arguments: [0, 30])
  func cancelled(milliseconds: Int) async throws {
    let path = try TemporaryFolder.write(try RawJournal.started().bytes)
    let task = Task {
      // Between two looks at the file lies more time than any test takes.
      let lines = FollowedLines(path: path, mode: .chain, rules: TestJournal.rules, interval: .seconds(3600))
      for try await _ in lines {}
    }
    if milliseconds > 0 { try await Task.sleep(for: .milliseconds(milliseconds)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("the sequence ends with what went wrong, behind the lines before, and then has no more")
  func failing() async throws {
    let journal = try RawJournal.started()
    let path = try TemporaryFolder.write(journal.bytes + Array("no line\n".utf8))
    var iterator = Self.lines(path).makeAsyncIterator()
    for line in journal.lines { #expect(try await iterator.next()?.line.bytes == line) }
    let error = await #expect(throws: RegistryError.self) { _ = try await iterator.next() }
    #expect(error?.place.seq == 3)
    #expect(try await iterator.next() == nil)
    var missing = Self.lines(path + ".none").makeAsyncIterator()
    await #expect(throws: RegistryError(.fileMissing)) { _ = try await missing.next() }
  }
}
