import Glibc
import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Lines in a wrong place")
struct BadLinePlaceTests {
  static let cases: [BadLine] = [
    BadLine("another line before it", .prevMismatch) {
      $0.append(try $0.rightAct(), prev: Digest.sha256(of: []))
    },
    BadLine("an index too high", .seqGap) { $0.append(try $0.rightAct(), seq: 4) },
    BadLine("the index of the line before", .seqGap) { $0.append(try $0.rightAct(), seq: 2) },
    BadLine("recorded a second before the line before", .recordedBackwards) {
      let earlier = $0.instant.adding(seconds: -61)
      $0.append(try SignedAct($0.draft($0.registered(), at: earlier), keys: [$0.official]), recorded: earlier)
    },
    BadLine("done a second after it was recorded", .atAfterRecorded) {
      try $0.append($0.draft($0.registered(), at: $0.instant.adding(seconds: 1)), by: $0.official)
    },
    BadLine("made for another journal", .journalForeign) {
      var draft = $0.draft($0.registered())
      draft.journal += "2"
      try $0.append(draft, by: $0.official)
    },
    BadLine("the id of the line before", .idRepeated) {
      var draft = $0.draft($0.registered())
      draft.id = try #require(try $0.walk().lines.last?.line.act.id)
      try $0.append(draft, by: $0.official)
    },
    BadLine("an act that was copied", .seqGap, .prevMismatch, .idRepeated) { journal in
      journal.append(line: journal.lines[2])
    },
    BadLine("an id a millisecond too old", .idOutsideWindow) { try $0.append(idAt: -35 * 86_400_000 - 1) },
    BadLine("an id a millisecond too young", .idOutsideWindow) { try $0.append(idAt: 300_001) },
    BadLine("a line seen that is another", .historyRewritten) {
      try $0.append(seen: ActDraft.Seen(leaf: Digest.sha256(of: []), seq: 1))
    },
    BadLine("a line seen that is itself", .historyRewritten) {
      try $0.append(seen: ActDraft.Seen(leaf: $0.head, seq: 3))
    },
    BadLine("a line seen that is to come", .historyRewritten) {
      try $0.append(seen: ActDraft.Seen(leaf: $0.head, seq: 9_007_199_254_740_991))
    },
  ]

  @Test("a line in a wrong place is found by its own code wherever the chain is followed", arguments: cases)
  func found(bad: BadLine) throws {
    let journal = try bad.journal()
    for mode in [VerificationMode.chain, .full] {
      let walked = try journal.walk(mode: mode)
      #expect(walked.findings.map(\.code) == bad.codes)
      #expect(walked.findings.allSatisfy { $0.seq == 3 })
      let stopped = try journal.walk(mode: mode, damage: .stop)
      // That an author had seen another history is told and stops nothing.
      #expect(stopped.error?.code == bad.codes.first { $0 != .historyRewritten })
    }
    // Reading without hashes sees no more than the order of the lines.
    #expect(try journal.walk(mode: .none).findings.map(\.code) == bad.codes.filter { $0 == .seqGap })
  }

  @Test("an id at either end of its window is right", arguments: [-35 * 86_400_000, 300_000])
  func window(milliseconds: Int64) throws {
    var journal = try RawJournal.started()
    try journal.append(idAt: milliseconds)
    #expect(try journal.walk().findings == [])
  }

  @Test("an id is known for as long as it could come again, and is refused for its age afterwards")
  func idWindow() throws {
    var window = IDWindow()
    let start = TestJournal.start
    func id(_ second: Int64, _ number: UInt64) -> UUIDv7 {
      UUIDv7(milliseconds: start.adding(seconds: second).secondsSinceEpoch * 1000, random: (number, number))
    }
    // One id an hour for half a year; each is recorded five minutes before its own time, as late as it may come again.
    let hour: Int64 = 3600
    for number in 0..<UInt64(180 * 24) {
      window.insert(id(Int64(number) * hour, number), recorded: start.adding(seconds: Int64(number) * hour - 300))
      let oldest = Int64(number) - 35 * 24
      for known in [oldest + 1, oldest + 2, Int64(number) - 1] where known >= 0 {
        #expect(window.contains(id(known * hour, UInt64(known))))
      }
      let now = start.adding(seconds: Int64(number) * hour)
      if oldest > 0 { #expect(!IDWindow.contains(id((oldest - 1) * hour, UInt64(oldest - 1)), recorded: now)) }
    }
  }

  @Test(
    "ids within their windows are told apart as by a set that forgets nothing, in whatever order they come",
    arguments: [0, 60, 86_400, 35 * 86_400])
  func idsInAnyOrder(lateness: Int64) {
    var random = SeededRandom(UInt64(lateness))
    var (window, expected) = (IDWindow(), Set<UUIDv7>())
    var recorded = TestJournal.start
    for _ in 0..<5_000 {
      recorded = recorded.adding(seconds: Int64.random(in: 0...3_000, using: &random))
      // Few different ids, so that many come again.
      let second = recorded.secondsSinceEpoch + Int64.random(in: -lateness...300, using: &random)
      let id = UUIDv7(milliseconds: second / 600 * 600_000, random: (0, UInt64.random(in: 0..<3, using: &random)))
      guard IDWindow.contains(id, recorded: recorded) else { continue }
      #expect(window.contains(id) == expected.contains(id))
      window.insert(id, recorded: recorded)
      expected.insert(id)
      #expect(window.contains(id))
    }
    #expect(expected.count > 1_000)
  }

  @Test(
    "a table of ids, crowded and in any order, says what a dictionary says", arguments: [0, 1, 1_000, 1_000_000])
  func idTable(disorder: Int64) {
    var random = SeededRandom(UInt64(disorder))
    var (ids, marked) = (IDTable<Void>(), IDTable<[UInt64]>())
    var expected: [UUIDv7: UInt64] = [:]
    for number in 0..<UInt64(12_000) {
      let late = Int64.random(in: 0...disorder, using: &random)
      let id = UUIDv7(
        milliseconds: 2_000_000 + Int64(number) - late, random: (0, UInt64.random(in: 0..<2, using: &random)))
      #expect((ids[id] != nil) == (expected[id] != nil))
      #expect(marked[id]?.first == expected[id])
      ids.insert((), for: id)
      marked.insert([number], for: id)
      expected[id] = expected[id] ?? number
    }
    #expect(expected.allSatisfy { ids[$0.key] != nil && marked[$0.key] == [$0.value] })
    let middle = 2_006_000 - disorder
    ids.removeRuns(before: middle)
    #expect(expected.allSatisfy { $0.key.milliseconds < middle || ids[$0.key] != nil })
    ids.removeRuns(before: .max)
    #expect(expected.allSatisfy { ids[$0.key] == nil })
  }

  @Test("an id outside its window, and one of a line recorded long before the last, is not remembered")
  func strays() {
    var window = IDWindow()
    let start = TestJournal.start
    let days: (Int64) -> Instant = { start.adding(seconds: $0 * 86_400) }
    let id = UUIDv7(milliseconds: start.secondsSinceEpoch * 1000, random: (1, 1))
    let last = UUIDv7(milliseconds: (1 << 48) - 1, random: (1, 1))
    window.insert(last, recorded: start)
    #expect(!window.contains(last))
    window.insert(id, recorded: start)
    #expect(window.contains(id))
    window.insert(UUIDv7(milliseconds: days(400).secondsSinceEpoch * 1000, random: (1, 1)), recorded: days(400))
    window.insert(id, recorded: start)
    #expect(!window.contains(id))
  }

  @Test("a line that was seen holds: the last one, and the first")
  func seen() throws {
    var journal = try RawJournal.started()
    try journal.append(seen: ActDraft.Seen(leaf: journal.head, seq: 2))
    try journal.append(seen: ActDraft.Seen(leaf: journal.leaf(of: journal.lines[0]), seq: 0))
    #expect(try journal.walk().findings == [])
  }

  @Test("a line cut out, put in or exchanged breaks the chain at each seam")
  func surgery() throws {
    var journal = try RawJournal.started()
    for _ in 0..<3 { try journal.append(journal.draft(journal.registered()), by: journal.official) }
    let lines = journal.lines
    func findings(_ indices: [Int]) throws -> [String] {
      let bytes = indices.reduce(into: [UInt8]()) { $0 += lines[$1] + [0x0A] }
      return try RawJournal.walk(bytes, mode: .chain).findings.map { "\($0.seq) \($0.code.rawValue)" }
    }
    #expect(try findings([0, 1, 2, 3, 4, 5]) == [])
    #expect(try findings([0, 1, 2, 4, 5]) == ["3 seq-gap", "3 prev-mismatch", "4 seq-gap"])
    #expect(
      try findings([0, 1, 2, 4, 3, 5]) == [
        "3 seq-gap", "3 prev-mismatch", "4 seq-gap", "4 prev-mismatch", "5 prev-mismatch",
      ])
    #expect(try findings([0, 1, 2, 3, 3, 4]).contains("4 id-repeated"))
  }

  @Test("a finding names the line where it is, not where the line says that it is")
  func ownAccount() throws {
    var journal = try RawJournal.started()
    let act = try SignedAct(journal.draft(journal.registered()), keys: [journal.stranger])
    journal.append(act, seq: 9)
    var bad = journal.draft(journal.registered())
    bad.what = [:]
    journal.append(try SignedAct(bad, keys: [journal.official]), seq: 1)
    let findings = try journal.walk().findings
    #expect(findings.map(\.code) == [.seqGap, .keyUnknown, .seqGap, .whatInvalid])
    #expect(findings.map(\.seq) == [3, 3, 4, 4])
  }
}

@Suite("Lines that are read again", .temporaryFolder)
struct LineMarksTests {
  @Test("a line is found from the mark before it, whatever is before that, and nothing where there is none")
  func revisited() throws {
    let lines = (0..<3000).map { Array("line \($0)".utf8) }
    var (bytes, starts, marks): ([UInt8], [UInt64], LineMarks) = ([], [], LineMarks())
    for (seq, line) in lines.enumerated() {
      marks.note(UInt64(seq), at: UInt64(bytes.count))
      starts.append(UInt64(bytes.count))
      bytes += line + [0x0A]
    }
    #expect(marks.last(upTo: 1023) == (0, 0))
    #expect(marks.last(upTo: 1024) == (1024, starts[1024]))
    #expect(marks.last(upTo: .max) == (2048, starts[2048]))
    #expect(LineMarks().last(upTo: 9) == (0, 0))
    let hasher = SHA256Hasher()
    func found(_ wanted: [UInt64], _ bytes: [UInt8], _ marks: LineMarks) throws -> [Digest?] {
      var found: [Digest?] = []
      let file = try SystemCalls.open(try TemporaryFolder.write(bytes), O_RDONLY)
      try JournalReader(file, blockSize: 100).revisit(wanted, marks, hasher: hasher) { index, leaf in
        #expect(index == found.count)
        found.append(leaf)
      }
      return found
    }
    let wanted: [UInt64] = [0, 1, 1, 1023, 1024, 2047, 2048, 2999, 3000, 9999]
    let leaves = lines.map { hasher.leafHash($0) }
    let expected = wanted.map { $0 < starts.count ? leaves[Int($0)] : nil }
    #expect(try found(wanted, bytes, marks) == expected)
    #expect(try found(wanted, bytes, LineMarks()) == expected)
    // What is before the mark is not read: it is one line now.
    var other = bytes
    for index in 0..<Int(starts[1024]) { other[index] = 0x20 }
    #expect(try found([1024, 2999], other, marks) == [leaves[1024], leaves[2999]])
    #expect(try found([2999], other, LineMarks()) == [nil])
  }
}

@Suite("Lines that were seen far back", .temporaryFolder)
struct RecentLeavesTests {
  static func leaf(_ number: Int) -> Digest { Digest.sha256(of: Array("\(number)".utf8)) }

  @Test("the last 65,536 leaves are known, and none before them")
  func recent() {
    var recent = RecentLeaves()
    let count = RecentLeaves.capacity + 3
    for number in 0..<count { recent.append(Self.leaf(number)) }
    func leaf(_ seq: Int) -> Digest? { recent.leaf(at: UInt64(seq), count: UInt64(count)) }
    for seq in 0..<3 { #expect(leaf(seq) == nil) }
    for seq in [3, 4, 65_535, 65_536, count - 1] { #expect(leaf(seq) == Self.leaf(seq)) }
    #expect(leaf(count) == nil)
  }

  @Test("a line too far back to be remembered is looked up in the file, by reader and writer")
  func farBack() throws {
    var journal = try RawJournal.started()
    // Lines whose acts are of no known type; their author's signature is not what this is about.
    let filler = RecentLeaves.capacity
    var file = journal.bytes
    var head = journal.head
    let hasher = SHA256Hasher()
    let signature = DetachedJWS(protected: "AA", signature: "AA")
    for seq in 3..<(3 + filler) {
      var line = Array("{\"act\":{\"at\":\"\(journal.instant)\",\"id\":\"\(journal.nextID())\",\"journal\":\"".utf8)
      line += "\(RawJournal.origin)\",\"type\":\"test.filler\",\"version\":1,\"what\":{}},\"prev\":\"\(head)\"".utf8
      line += ",\"recorded\":\"\(journal.instant)\",\"seq\":\(seq),\"signatures\":[".utf8
      line += "{\"protected\":\"\(signature.protected)\",\"signature\":\"\(signature.signature)\"}]}".utf8
      head = hasher.leafHash(line)
      file += line
      file.append(0x0A)
    }
    let path = try TemporaryFolder.write(file)
    let writer = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { [journal] in
      journal.instant
    }
    func append(_ seen: ActDraft.Seen) throws {
      var draft = journal.draft(journal.registered())
      draft.seen = seen
      _ = try writer.append(try SignedAct(draft, keys: [journal.official]), expecting: .any)
    }
    let right = journal.leaf(of: journal.lines[2])
    let refusal = code { try append(ActDraft.Seen(leaf: right, seq: 1)) }
    #expect(refusal == .historyRewritten)
    try append(ActDraft.Seen(leaf: right, seq: 2))
    try writer.close()

    let bytes = try Fixture.read(path)
    let walked = try RawJournal.walk(bytes, mode: .chain)
    #expect(walked.findings == [])
    // The same lines, but the one that was seen is not what it was.
    let wrong = Array("\(right)".utf8)
    let place = try #require(bytes.lastRange(of: wrong))
    var changed = bytes
    changed[place.lowerBound] = changed[place.lowerBound] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    let found = try RawJournal.walk(changed, mode: .chain)
    #expect(found.findings.map(\.code) == [.historyRewritten])
    #expect(found.findings.map(\.seq) == [UInt64(3 + filler)])
    // Where many are far back they are compared on the way, and no otherwise.
    var walk = JournalWalk(mode: .chain, rules: TestJournal.rules, damage: .report)
    walk.mostUnresolved = 1
    let onTheWay = try walk.run(JournalReader(path: TemporaryFolder.write(changed))) { _ in }
    #expect(onTheWay.findings == found.findings)
    #expect(onTheWay.head == found.summary?.head)
  }
}

extension RawJournal {
  mutating func rightAct() throws -> SignedAct { try SignedAct(draft(registered()), keys: [official]) }

  /// Appends an act whose id is of a time so far from `recorded`.
  mutating func append(idAt milliseconds: Int64) throws {
    var draft = draft(registered())
    draft.id = UUIDv7(milliseconds: instant.secondsSinceEpoch * 1000 + milliseconds, random: (77, 77))
    try append(draft, by: official)
  }

  mutating func append(seen: ActDraft.Seen) throws {
    var draft = draft(registered())
    draft.seen = seen
    try append(draft, by: official)
  }
}

extension Array<UInt8> {
  /// Where another array occurs last.
  func lastRange(of other: [UInt8]) -> Range<Int>? {
    guard other.count <= count else { return nil }
    for start in stride(from: count - other.count, through: 0, by: -1)
    where self[start] == other[0] && self[start..<(start + other.count)].elementsEqual(other) {
      return start..<(start + other.count)
    }
    return nil
  }
}
