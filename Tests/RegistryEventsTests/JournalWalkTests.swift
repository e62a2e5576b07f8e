import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Walking over a journal", .temporaryFolder)
struct JournalWalkTests {
  /// A journal of many kinds of lines, all right.
  static func right(revoking: Bool = true) throws -> RawJournal {
    var journal = try RawJournal.started()
    try journal.append(seen: ActDraft.Seen(leaf: journal.head, seq: 2))
    journal.append(try journal.longAct(bytes: 5000))
    try journal.append(
      journal.draft(journal.mandate(journal.official, roles: ["official", "clerk"])), by: journal.master)
    try journal.append(
      journal.draft(journal.enrolment(journal.stranger, id: "other")), by: journal.master, journal.stranger)
    try journal.append(journal.draft(journal.amended()), by: journal.official, journal.stranger)
    guard revoking else { return journal }
    try journal.append(journal.draft(journal.revocation(journal.official, lastValidSeq: 7)), by: journal.second)
    return journal
  }

  /// A journal in which lines are wrong in many ways, between right ones, with an end without LF.
  static func wrong() throws -> [UInt8] {
    var journal = try RawJournal.started()
    let forms = BadLineFormTests.cases.filter {
      ["an array", "not UTF-8", "white space", "no version"].contains($0.why)
    }
    for bad in forms + BadLinePlaceTests.cases.prefix(8) + BadLineTrustTests.cases.prefix(8) {
      try bad.add(&journal)
      try journal.append(journal.draft(journal.registered()), by: journal.official)
    }
    return journal.bytes + Array("{\"act\":".utf8)
  }

  /// All that a walk says, as text.
  static func text(_ walked: RawJournal.Walked) -> [String] {
    var lines = walked.lines.map { walked in
      var text = "\(walked.line.fileOffset) \(walked.line.act.type) \(walked.leafHash?.description ?? "")"
      if case .verified(let verified) = walked { text += "\(verified.judgement)" }
      return text
    }
    if let summary = walked.summary {
      lines.append("\(summary.lines) \(summary.bytes) \(summary.head) \(String(describing: summary.root))")
      lines.append("\(summary.lastRecorded) \(String(describing: summary.tail))")
      lines += summary.findings.map { "\($0)" }
      lines += summary.ring.sorted.map { "\($0)" }
      lines += summary.unknownTypes.map { "\($0)" }.sorted()
      lines += summary.verdicts.map { "\($0)" }.sorted() + summary.standings.map { "\($0)" }.sorted()
    }
    return lines + [walked.error.map { "\($0)" } ?? "no error"]
  }

  @Test("every mode hands on the same lines and comes to the same head")
  func modes() throws {
    let journal = try Self.right()
    let walks = try VerificationMode.allCases.map { try journal.walk(mode: $0) }
    for walked in walks {
      #expect(walked.findings == [])
      #expect(walked.lines.map(\.line.bytes) == journal.lines)
      #expect(walked.lines.map(\.line.seq) == Array(0..<UInt64(journal.lines.count)))
      #expect(walked.lines.allSatisfy { $0.standingAct != nil })
      #expect(walked.summary?.head == journal.head)
      #expect(walked.summary?.lines == UInt64(journal.lines.count))
      #expect(walked.summary?.bytes == UInt64(journal.bytes.count))
      #expect(walked.summary?.lastRecorded == walked.lines.last?.line.recorded)
    }
    #expect(walks.map { $0.summary?.root == nil } == [true, false, false])
    #expect(walks[1].summary?.root == walks[2].summary?.root)
    #expect(walks[1].lines.map(\.leafHash) == walks[2].lines.map(\.leafHash))
    #expect(walks[2].verified.count == journal.lines.count)
  }

  @Test("roots are told at the sizes asked for, refused lines counted", arguments: [true, false])
  func roots(isRight: Bool) throws {
    let bytes = isRight ? try Self.right().bytes : try Self.wrong()
    let path = try TemporaryFolder.write(bytes)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map(Array.init)
    let sizes = Set((0...UInt64(lines.count + 2)))
    let walk = JournalWalk(mode: .chain, rules: TestJournal.rules, damage: .report, rootsAt: sizes)
    let summary = try walk.run(JournalReader(path: path)) { _ in }
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    for (index, line) in lines.enumerated() {
      tree.append(hasher.leafHash(line), with: hasher)
      #expect(summary.roots[UInt64(index + 1)] == tree.root(with: hasher))
    }
    #expect(summary.roots.count == lines.count)
    #expect(summary.root == summary.roots[UInt64(lines.count)])
  }

  @Test("wherever blocks end, a walk finds the same", arguments: VerificationMode.allCases)
  func blocks(mode: VerificationMode) throws {
    let path = try TemporaryFolder.write(try Self.wrong())
    let whole = Self.text(try RawJournal.walk(path: path, mode: mode))
    #expect(whole.count > 30)
    for size in Array(1...20) + Array(stride(from: 21, through: 200, by: 7)) + [
      255, 256, 257, 4095, 4096, 65_536, 1 << 20,
    ] {
      #expect(Self.text(try RawJournal.walk(path: path, mode: mode, blockSize: size)) == whole, "\(size)")
    }
  }

  @Test("damage stops the walk at the first thing that a report tells", arguments: 0..<60)
  func stops(seed: Int) throws {
    var bytes = try Self.right().bytes
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
    }
    for mode in VerificationMode.allCases {
      let report = try RawJournal.walk(bytes, mode: mode)
      let stopped = try RawJournal.walk(bytes, mode: mode, damage: .stop)
      // What is wrong with signatures stops nothing; it is not found without keys.
      let damage = mode == .full ? try RawJournal.walk(bytes, mode: .chain) : report
      guard let first = damage.findings.first(where: { $0.code != .historyRewritten }) else {
        #expect(stopped.error?.code == report.error?.code)
        continue
      }
      if let error = report.error, error.place.seq ?? 0 < first.seq {
        #expect(stopped.error == error)
      } else {
        #expect(stopped.error?.code == first.code)
        #expect(stopped.error?.place.seq == first.seq)
        #expect(stopped.error?.place.fileOffset == first.offset)
      }
      #expect(stopped.lines.map(\.line.bytes) == damage.lines.map(\.line.bytes).prefix(stopped.lines.count).map { $0 })
    }
  }

  @Test("what the caller throws ends the walk", arguments: [1, 1 << 20])
  func thrown(blockSize: Int) throws {
    let path = try TemporaryFolder.write(try Self.right().bytes)
    var count = 0
    let reader = JournalReader(try SystemCalls.open(path, O_RDONLY), blockSize: blockSize)
    #expect(throws: RegistryError(.headMoved)) {
      _ = try JournalWalk(mode: .full, rules: TestJournal.rules).run(reader) { _ throws(RegistryError) in
        count += 1
        if count == 3 { throw RegistryError(.headMoved) }
      }
    }
    #expect(count == 3)
  }

  @Test("a file of nothing but LF opens no journal", arguments: [1, 2, 1000])
  func onlyFeeds(count: Int) throws {
    for mode in VerificationMode.allCases {
      for damage in [JournalWalk.Damage.stop, .report] {
        let walked = try RawJournal.walk([UInt8](repeating: 0x0A, count: count), mode: mode, damage: damage)
        #expect(walked.error == RegistryError(.lineEmpty, at: Place(seq: 0, fileOffset: 0, offset: 0)))
      }
    }
  }

  @Test("an end without LF is told with its place and bytes", arguments: [1, 65_535, 65_536, 1 << 20])
  func tail(count: Int) throws {
    let journal = try RawJournal.started()
    let tail = [UInt8](repeating: 0x7B, count: count)
    let walked = try RawJournal.walk(journal.bytes + tail, mode: .chain, blockSize: 4096)
    #expect(walked.summary?.tail == JournalReader.Tail(offset: UInt64(journal.bytes.count), count: UInt64(count)))
    #expect(walked.findings == [])
    #expect(walked.summary?.head == journal.head)
    #expect(try journal.walk().summary?.tail == nil)
  }

  @Test("more than 16 MiB without LF are not held in memory, and are an unterminated end like any other")
  func endless() throws {
    let journal = try RawJournal.started()
    let count = 17 << 20
    let path = try TemporaryFolder.write(journal.bytes + [UInt8](repeating: 0, count: count))
    for mode in VerificationMode.allCases {
      let walked = try RawJournal.walk(path: path, mode: mode)
      #expect(walked.error == nil)
      #expect(walked.summary?.tail == JournalReader.Tail(offset: UInt64(journal.bytes.count), count: UInt64(count)))
      #expect(walked.summary?.head == journal.head)
    }
    let verification = try JournalVerification(JournalReader(path: path), stored: nil, rules: TestJournal.rules)
    #expect(verification.findings.map(\.code) == [.tornTail])
    #expect(verification.findings.map(\.offset) == [UInt64(journal.bytes.count)])
  }

  @Test("a line of more than 16 MiB is refused like any other, and the lines after it are held against its hash")
  func longerThanMemory() throws {
    var journal = try RawJournal.started()
    journal.append(line: [UInt8](repeating: 0x20, count: 17 << 20))
    let offset = UInt64(journal.bytes.count)
    let seen = ActDraft.Seen(leaf: journal.head, seq: 3)
    try journal.append(seen: seen)
    for blockSize in [256 << 10, 3 << 20, 32 << 20] {
      let walked = try journal.walk(blockSize: blockSize)
      #expect(walked.findings.map(\.code) == [.lineTooLong])
      #expect(walked.findings.map(\.seq) == [3])
      #expect(walked.lines.count == 4)
      #expect(walked.lines.last?.line.fileOffset == offset)
      #expect(walked.summary?.head == journal.head)
      #expect(try journal.walk(damage: .stop, blockSize: blockSize).error?.code == .lineTooLong)
    }
    let path = try TemporaryFolder.write(journal.bytes)
    func codes(_ seen: ActDraft.Seen) throws -> [ErrorCode] {
      var wanted = [Chain.Unresolved(seen: seen, seq: 4, fileOffset: 0)]
      return try JournalReader(path: path).findRewritten(&wanted, LineMarks(), hasher: SHA256Hasher()).map(\.code)
    }
    #expect(try codes(seen) == [])
    #expect(try codes(ActDraft.Seen(leaf: journal.head, seq: 3)) == [.historyRewritten])
  }

  @Test("a file is hashed whole where that is asked for, its end without LF too", arguments: [1, 100, 1 << 20])
  func fileDigest(blockSize: Int) throws {
    let bytes = try Self.wrong()
    let walk = JournalWalk(mode: .chain, rules: TestJournal.rules, damage: .report)
    let reader = JournalReader(try SystemCalls.open(try TemporaryFolder.write(bytes), O_RDONLY), blockSize: blockSize)
    #expect(try walk.run(reader, digestsFile: true) { _ in }.fileDigest == Digest.sha256(of: bytes))
    #expect(try walk.run(JournalReader(path: try TemporaryFolder.write(bytes))) { _ in }.fileDigest == nil)
  }

  @Test(
    "a line of 65,535 bytes is read and one of 65,536 is not, wherever blocks end",
    arguments: [1000, 65_535, 65_536, 65_537, 1 << 20])
  func longest(blockSize: Int) throws {
    for extra in 0...1 {
      var journal = try RawJournal.started()
      let act = try journal.longAct(bytes: 49_152 - 1 + extra)
      let missing = 65_534 + extra - journal.line(act).count
      let overhead = "{\"protected\":\"\",\"signature\":\"\"},".utf8.count
      let signatures = (0..<10).map { index in
        BadLineFormTests.filler(missing / 10 - overhead + (index == 0 ? missing % 10 + 1 : 0))
      }
      journal.append(SignedAct(act: act.act, signatures: act.signatures + signatures))
      #expect(journal.lines.last?.count == 65_535 + extra)
      let walked = try journal.walk(mode: .chain, blockSize: blockSize)
      #expect(walked.findings.map(\.code) == (extra == 0 ? [] : [.lineTooLong]))
      #expect(walked.lines.count == 4 - extra)
      #expect(walked.summary?.head == journal.head)
    }
  }

  /// Walks over a journal that comes through a pipe; answers the path of the pipe as well.
  private static func piped(_ bytes: [UInt8]) throws -> (RawJournal.Walked, path: String) {
    let path = try TemporaryFolder.make() + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let written = DispatchGroup()
    // A thread of its own: opening either end waits for the other.
    DispatchQueue(label: "writer").async(group: written) {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      defer { close(file) }
      for start in stride(from: 0, to: bytes.count, by: 777) {
        let piece = Array(bytes[start..<min(start + 777, bytes.count)])
        #expect(write(file, piece, piece.count) == piece.count)
      }
    }
    let walked = try RawJournal.walk(path: path)
    written.wait()
    return (walked, path)
  }

  @Test("a revocation that reaches back has lines read again, which a pipe cannot; any other needs none")
  func pipeAgain() throws {
    let reachingBack = try TrustRevocationTests.revoked(lastValidSeq: 3).bytes
    #expect(try Self.piped(reachingBack).0.error?.code == .inputOutput)
    let (walked, _) = try Self.piped(TrustRevocationTests.revoked(lastValidSeq: 5).bytes)
    #expect(walked.error == nil)
    #expect(walked.findings == [])
  }

  @Test("a journal is read from a pipe as from a file, and cannot be read twice")
  func pipe() throws {
    let bytes = try Self.wrong()
    let whole = Self.text(try RawJournal.walk(bytes))
    let (walked, path) = try Self.piped(bytes)
    #expect(Self.text(walked) == whole)
    // Opened for both so that opening does not wait for the other end.
    let reader = JournalReader(try SystemCalls.open(path, O_RDWR))
    #expect(throws: RegistryError(.inputOutput)) { _ = try reader.again() }
  }

  @Test("a file is read twice from its first byte, though another lies at its path by then")
  func again() throws {
    let journal = try RawJournal.started()
    let path = try TemporaryFolder.write(journal.bytes)
    var reader = try JournalReader(path: path)
    #expect(try reader.nextBlock()?.bytes == journal.bytes)
    try #require(unlink(path) == 0)
    var again = try reader.again()
    #expect(try again.nextBlock()?.bytes == journal.bytes)
    #expect(try again.nextBlock() == nil)
  }

  @Test("what was seen is compared with the line in the file, and with nothing where there is none")
  func rewritten() throws {
    let journal = try Self.right()
    let path = try TemporaryFolder.write(journal.bytes)
    func codes(_ seen: [(Digest, UInt64)]) throws -> [UInt64] {
      var wanted = seen.map { Chain.Unresolved(seen: ActDraft.Seen(leaf: $0.0, seq: $0.1), seq: 8, fileOffset: 1) }
      let findings = try JournalReader(path: path).findRewritten(&wanted, LineMarks(), hasher: SHA256Hasher())
      #expect(findings.allSatisfy { $0.code == .historyRewritten && $0.seq == 8 && $0.offset == 1 })
      return findings.compactMap { UInt64($0.detail.dropFirst("line ".count)) }
    }
    let leaves = journal.lines.map { journal.leaf(of: $0) }
    #expect(try codes(leaves.enumerated().reversed().map { ($1, UInt64($0)) }) == [])
    #expect(try codes([(leaves[1], 2), (leaves[2], 2), (leaves[0], 1), (leaves[8], 9)]) == [1, 2, 9])
  }
}
