import Foundation
import TestSupport
import Testing

@testable import RegistryEvents
@testable import RegistryProjections

@Suite("Snapshots of a replay", .temporaryFolder)
struct SnapshotTests {
  static let key = Snapshot<HardwareRegister>.Key(tool: "test", mode: .none)
  /// Long after any test's file was made, so that its times count.
  static let later = Instant(clamping: 4_000_000_000)

  /// A journal of random acts, some of them done days before they were recorded, in a file.
  struct Journal {
    let path: String
    let instants: [Instant]

    init(seed: Int, count: Int = 120) throws {
      var acts = RandomActs(seed: seed)
      var dice = Dice(seed)
      var journal = try JournalBuilder()
      var instants: [Instant] = []
      for number in 0..<count {
        let act = try acts.act().act
        let back = Int64.random(in: 1...10, using: &dice) < 8 ? 0 : Int64.random(in: 0...20, using: &dice)
        let recorded = World.start.adding(seconds: Int64(number) * 3600)
        let at = recorded.adding(seconds: -back * 3600)
        try journal.add(act, at: at, recorded: recorded)
        if number % 40 == 39 { try journal.add(Sample.calendar(off: ["2024-07-0\(number % 9 + 1)"]), at: recorded) }
        instants.append(at)
      }
      path = try journal.write()
      self.instants = instants
    }

    func reader() throws -> JournalReader { try JournalReader(path: path) }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
  }

  static func replay(_ effective: Instant, _ mode: VerificationMode = .none) -> SnapshotReplay<HardwareRegister> {
    SnapshotReplay(effective: effective, mode: mode, now: later)
  }

  /// What a plain replay gives.
  static func plain(
    _ journal: Journal, _ effective: Instant, _ mode: VerificationMode = .none
  ) throws -> (HardwareRegister, ReplayReport) {
    var register = HardwareRegister()
    let (report, _) = try Replay(asOf: AsOf(effective: effective), mode: mode).pass([journal.reader()]) {
      register.apply($0, $1)
    }
    return (register, report)
  }

  static func expectAlike(
    _ outcome: SnapshotReplay<HardwareRegister>.Outcome, _ plain: (HardwareRegister, ReplayReport), _ place: String
  ) {
    #expect(outcome.state.digest() == plain.0.digest(), "\(place)")
    #expect(outcome.state.totals == plain.0.totals, "\(place)")
    #expect(outcome.state.anomalies == plain.0.anomalies, "\(place)")
    #expect(outcome.report.foldedActs == plain.1.foldedActs, "\(place)")
    #expect(outcome.report.knownSeq == plain.1.knownSeq && outcome.report.knownRecorded == plain.1.knownRecorded)
    #expect(outcome.report.calendar == plain.1.calendar, "\(place)")
    let (ours, theirs) = (outcome.report.summary, plain.1.summary)
    #expect(ours.head == theirs.head && ours.root == theirs.root && ours.lines == theirs.lines, "\(place)")
    #expect(ours.bytes == theirs.bytes && ours.lastRecorded == theirs.lastRecorded, "\(place)")
    #expect(ours.verdicts == theirs.verdicts && ours.standings == theirs.standings, "\(place)")
    #expect(ours.unknownTypes == theirs.unknownTypes && ours.opening == theirs.opening, "\(place)")
  }

  /// Written down and read again.
  static func stored(
    _ snapshot: Snapshot<HardwareRegister>?, _ key: Snapshot<HardwareRegister>.Key = key
  ) throws -> Snapshot<HardwareRegister> {
    try Snapshot(SnapshotSource(try #require(snapshot).bytes(key)), key)
  }

  @Test("A replay that goes on from a snapshot is that of line 0, whatever the two dates", arguments: 1...4)
  func alike(seed: Int) throws {
    let journal = try Journal(seed: seed)
    let dates = stride(from: 0, to: journal.instants.count, by: 17).map { journal.instants[$0] } + [.earliest, .latest]
    var served = 0
    for first in dates {
      let start = try #require(try Self.replay(first).start(journal.reader(), making: HardwareRegister()))
      Self.expectAlike(start, try Self.plain(journal, first), "to \(first)")
      let snapshot = try Self.stored(start.snapshot)
      for second in dates {
        switch try Self.replay(second).resume(snapshot, journal.reader()) {
        case .success(let outcome):
          served += 1
          Self.expectAlike(outcome, try Self.plain(journal, second), "from \(first) to \(second)")
          if let left = outcome.snapshot {
            let third = try Self.replay(.latest).resume(try Self.stored(left), journal.reader()).get()
            Self.expectAlike(third, try Self.plain(journal, .latest), "from \(first) by \(second)")
          }
        case .failure(let why):
          #expect(why == .unsuited && snapshot.position.latestAt > second)
        }
      }
    }
    #expect(served > dates.count)
  }

  @Test("The state read from bytes goes on like the one that was written", arguments: 1...6)
  func goesOn(seed: Int) throws {
    var acts = RandomActs(seed: seed)
    var written = HardwareRegister()
    var plain = PlainRegister()
    for round in 0..<12 {
      for _ in 0..<20 {
        let act = try acts.act()
        written.apply(act, FoldContext())
        plain.apply(act, FoldContext())
      }
      var writer = SnapshotWriter()
      written.encode(to: &writer)
      var reader = SnapshotReader(writer.bytes)
      written = try HardwareRegister(from: &reader)
      #expect(reader.isAtEnd)
      var again = SnapshotWriter()
      written.encode(to: &again)
      #expect(again.bytes == writer.bytes, "round \(round)")
      #expect(written.totals == plain.totals)
    }
    var values: [CanonicalValue] = []
    written.forEachEntry { values.append($0.value) }
    #expect(values == plain.values)
  }

  @Test("Bytes that are no snapshot are refused, cut or changed anywhere, and never trap")
  func malformed() throws {
    let journal = try Journal(seed: 3, count: 60)
    let snapshot = try #require(try Self.replay(.latest).start(journal.reader(), making: HardwareRegister())).snapshot
    let bytes = try #require(snapshot).bytes(Self.key)
    for place in stride(from: 0, to: bytes.count, by: 61) {
      var changed = bytes
      changed[place] ^= 0x41
      #expect(throws: SnapshotError.malformed) { try Snapshot<HardwareRegister>(SnapshotSource(changed), Self.key) }
      #expect(throws: SnapshotError.malformed) {
        try Snapshot<HardwareRegister>(SnapshotSource(Array(bytes[..<place])), Self.key)
      }
    }
    #expect(throws: SnapshotError.foreign) {
      try Snapshot<HardwareRegister>(SnapshotSource(bytes), Snapshot.Key(tool: "other", mode: .none))
    }
    #expect(throws: SnapshotError.foreign) {
      try Snapshot<HardwareRegister>(SnapshotSource(bytes), Snapshot.Key(tool: "test", mode: .full))
    }
  }

  @Test("A state whose bytes were forged is refused or harmless", arguments: 0..<8)
  func forged(seed: Int) throws {
    var acts = RandomActs(seed: seed + 1)
    var register = HardwareRegister()
    for _ in 0..<60 { register.apply(try acts.act(), FoldContext()) }
    var writer = SnapshotWriter()
    register.encode(to: &writer)
    var dice = Dice(seed)
    for _ in 0..<250 {
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] =
          [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &dice) ?? 0
      }
      var reader = SnapshotReader(bytes)
      guard var forged = try? HardwareRegister(from: &reader) else { continue }
      _ = forged.digest()
      for number in 0..<5 { _ = forged.entry(Int64(number)) }
      var more = acts
      for _ in 0..<5 { forged.apply(try more.act(), FoldContext()) }
    }
  }

  @Test(
    "A changed journal is told, wherever it changed, and not by its size alone",
    arguments: VerificationMode.allCases)
  func changed(mode: VerificationMode) throws {
    let journal = try Journal(seed: 2, count: 30)
    let key = Snapshot<HardwareRegister>.Key(tool: "test", mode: mode)
    let replay = Self.replay(.latest, mode)
    let outcome = try #require(try replay.start(journal.reader(), making: HardwareRegister()))
    let snapshot = try Self.stored(outcome.snapshot, key)
    let bytes = try journal.bytes()
    for place in [10, bytes.count / 2, bytes.count - 3] {
      var changed = bytes
      changed[place] ^= 1
      try journal.write(changed)
      #expect(throws: SnapshotError.journalChanged) { try replay.resume(snapshot, journal.reader()).get() }
    }
    try journal.write(Array(bytes[..<(bytes.count / 2)]))
    #expect(throws: SnapshotError.journalChanged) { try replay.resume(snapshot, journal.reader()).get() }
    // The same bytes in a new file: its identity is another, so the bytes are hashed, and are what they were.
    try journal.write(bytes)
    Self.expectAlike(
      try replay.resume(snapshot, journal.reader()).get(), try Self.plain(journal, .latest, mode), "\(mode)")
  }

  @Test("What only the times of the file could tell is believed in mode none, and not in mode full")
  func believed() throws {
    let journal = try Journal(seed: 2, count: 30)
    for mode in [VerificationMode.none, .full] {
      let replay = Self.replay(.latest, mode)
      let outcome = try #require(try replay.start(journal.reader(), making: HardwareRegister()))
      let made = try #require(outcome.snapshot)
      let wrong = Snapshot(
        position: made.position, state: made.state, map: made.map, content: Digest.sha256(of: []),
        identity: made.identity,
        summary: made.summary)
      let result = try replay.resume(wrong, journal.reader())
      if mode == .full {
        #expect(throws: SnapshotError.journalChanged) { try result.get() }
      } else {
        Self.expectAlike(try result.get(), try Self.plain(journal, .latest), "none")
      }
    }
    // A file of this very moment could change within the same tick of the clock.
    let now = Instant(clamping: try #require(try journal.reader().identity()).changedSecond)
    let young = SnapshotReplay<HardwareRegister>(effective: .latest, mode: .none, now: now)
    #expect(try #require(try young.start(journal.reader(), making: HardwareRegister())).snapshot?.identity == nil)
  }

  @Test("A journal that has grown is read on from its old end in mode none, and anew in the others")
  func grown() throws {
    let journal = try Journal(seed: 4, count: 80)
    let bytes = try journal.bytes()
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    try journal.write(Array(bytes[...feeds[50]]))
    for mode in VerificationMode.allCases {
      let key = Snapshot<HardwareRegister>.Key(tool: "test", mode: mode)
      let replay = Self.replay(.latest, mode)
      let start = try #require(try replay.start(journal.reader(), making: HardwareRegister()))
      let snapshot = try Self.stored(start.snapshot, key)
      try journal.write(bytes)
      let result = try replay.resume(snapshot, journal.reader())
      if mode == .none {
        let outcome = try result.get()
        Self.expectAlike(outcome, try Self.plain(journal, .latest), "grown")
        #expect(outcome.snapshot?.position.seq == UInt64(feeds.count))
        try journal.write(bytes + Array("{\"act\":".utf8))
        #expect(throws: SnapshotError.unsuited) { try replay.resume(snapshot, journal.reader()).get() }
      } else {
        #expect(throws: SnapshotError.unsuited) { try result.get() }
      }
      try journal.write(Array(bytes[...feeds[50]]))
    }
  }
}
