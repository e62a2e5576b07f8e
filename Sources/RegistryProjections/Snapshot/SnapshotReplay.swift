public import RegistryEvents

/// Replays a journal to a date, known to its end, so that a snapshot is left behind, and takes one up.
///
/// What a snapshot is believed for: that the bytes before its end were read as they are now, and gave this state. Whether they are the same bytes
/// is told by the file itself, in modes none and chain by its inode, size and times of change where those could be kept, and otherwise, and in mode full
/// always, by hashing all of them again: a hash of the bytes costs a fiftieth of their signatures.
public struct SnapshotReplay<State: Snapshottable>: Sendable {
  /// What a replay gives: the state, the report, and what to leave behind; `nil` where nothing should be.
  public typealias Outcome = (state: State, report: ReplayReport, snapshot: Snapshot<State>?)

  private let effective: Instant
  private let mode: VerificationMode
  private let rules: SigningRules
  private let now: Instant

  /// - Parameter now: the clock by which a file's times are old enough to tell that nobody writes to it in this very moment.
  public init(
    effective: Instant, mode: VerificationMode, rules: SigningRules = RuleBook.standard.signingRules, now: Instant
  ) {
    self.effective = effective
    self.mode = mode
    self.rules = rules
    self.now = now
  }

  /// Replays from line 0.
  ///
  /// - Returns: `nil` where a later line annuls or corrects an act: such a journal is read twice, and no state on the way is one to go on from.
  public func start(
    _ reader: JournalReader, making initial: State, line passed: (Line) -> Void = { _ in }
  ) throws(RegistryError) -> Outcome? {
    let before = try reader.identity()
    var fold = Fold(state: initial, effective: effective, latestAt: .earliest, folded: 0, keepsFrom: 0)
    var map = JournalMap()
    let isKept = before != nil
    let (report, amendments) = try Replay(asOf: AsOf(effective: effective), mode: mode, rules: rules).pass(
      [reader], line: passed,
      known: { walked, _ in
        guard isKept else { return }
        map.add(walked)
        fold.reach(walked.line.act, offset: walked.line.fileOffset, seq: walked.line.seq)
      },
      fold: { (act, context) in fold.apply(act, context) })
    guard amendments.isEmpty else { return nil }
    let summary = report.summary
    guard let before, summary.findings.isEmpty, summary.doubted.isEmpty, summary.tail == nil, !map.rewritesPast,
      let content = try reader.contentDigest(upTo: summary.bytes)
    else { return (fold.state, report, nil) }
    let snapshot = fold.snapshot(map, WalkSummary.Remembered(summary), content, try kept(before, reader))
    return (fold.state, report, snapshot)
  }

  /// The identity to keep: that of a file which did not change while it was read, nor so shortly before that a change now could fall into
  /// the same tick of the file system's clock.
  private func kept(_ before: FileIdentity, _ reader: JournalReader) throws(RegistryError) -> FileIdentity? {
    let isOld = before.changedSecond < now.secondsSinceEpoch - 2
    let after = try reader.identity()
    return isOld && after == before ? before : nil
  }

  /// Goes on from a snapshot. Who hands it over and keeps no copy spares the state one: it goes on in the memory that it is in.
  ///
  /// - Returns: the outcome, or why the snapshot cannot serve.
  /// - Throws: what is wrong with the lines read.
  public func resume(
    _ snapshot: consuming Snapshot<State>, _ reader: JournalReader
  ) throws(RegistryError) -> Result<Outcome, SnapshotError> {
    let position = snapshot.position
    guard let identity = try reader.identity(), position.latestAt <= effective else { return .failure(.unsuited) }
    var summary = snapshot.summary
    let isUnchanged = mode != .full && snapshot.identity == identity
    if !isUnchanged, try reader.contentDigest(upTo: summary.bytes) != snapshot.content {
      return .failure(.journalChanged)
    }
    // Signatures and hashes of new lines hang on keys and hashes of the old ones, which a snapshot does not keep.
    guard identity.size == summary.bytes || mode == .none else { return .failure(.unsuited) }

    let hasGrown = identity.size > summary.bytes
    // A snapshot that is a little behind the date costs little; only one that is far behind, or not of this file, is worth another.
    let isDue = hasGrown || snapshot.identity != identity
    var map = snapshot.map
    let content = snapshot.content
    var fold = Fold(
      state: (consume snapshot).state, effective: effective, latestAt: position.latestAt, folded: position.folded,
      keepsFrom: isDue ? 0 : position.offset + summary.bytes / 40)
    var declarations = Declarations()
    var opening: JournalOpened?
    func follow(_ line: Line, _ leaf: Digest?) throws(RegistryError) -> StandingAct? {
      if line.seq == 0 {
        let opened = try line.act.payload(JournalOpened.self)
        declarations.begin(opened)
        opening = opened
      }
      guard !map.failing.contains(line.seq), let act = StandingAct(assuming: line, leafHash: leaf) else { return nil }
      _ = try declarations.follow(act)
      return act
    }
    let ends = map.parts.dropFirst().map(\.offset) + [summary.bytes]
    for (part, end) in zip(map.parts, ends) {
      let isBefore = end <= position.offset
      if isBefore || part.offset < position.offset {
        // Lines that are in the state: read again only for what they declare.
        if part.declares {
          let old = part.offset..<min(end, position.offset)
          _ = try reader.readLines(in: old, from: part.seq, hashing: false) { (line, leaf) throws(RegistryError) in
            _ = try follow(line, leaf)
          }
        }
        if isBefore { continue }
      }
      let (offset, seq) = part.offset < position.offset ? (position.offset, position.seq) : (part.offset, part.seq)
      if offset == part.offset, part.earliestAt > effective.secondsSinceEpoch, !part.declares {
        fold.pass(part)
        continue
      }
      _ = try reader.readLines(in: offset..<end, from: seq, hashing: mode != .none) {
        (line, leaf) throws(RegistryError) in
        fold.reach(line.act, offset: line.fileOffset, seq: line.seq)
        if let act = try follow(line, leaf) { fold.take(act, declarations.context) }
      }
    }
    if hasGrown {
      var last: [UInt8] = []
      let (end, seq) = try reader.readLines(in: summary.bytes..<identity.size, from: summary.lines, hashing: false) {
        (line, leaf) throws(RegistryError) in
        map.add(.read(line, leafHash: leaf))
        fold.reach(line.act, offset: line.fileOffset, seq: line.seq)
        if !line.act.isKnown { summary.unknownTypes["\(line.act.type) version \(line.act.version)", default: 0] += 1 }
        if let act = try follow(line, leaf) { fold.take(act, declarations.context) }
        summary.lastRecorded = line.recorded
        last = line.bytes
      }
      // An unterminated end is told by a replay from line 0.
      guard end == identity.size, !map.rewritesPast else { return .failure(.unsuited) }
      summary.head = SHA256Hasher().leafHash(last)
      summary.lines = seq
      summary.bytes = end
    }
    guard let opening else { return .failure(.malformed) }
    let asOf = AsOf(effective: effective)
    let time = declarations.context.time
    let walked = WalkSummary(summary, mode: mode, rulesVersion: rules.version, opening: opening)
    let report = ReplayReport(
      asOf: asOf, summary: walked, continued: [], last: walked, knownSeq: summary.lines - 1,
      knownRecorded: summary.lastRecorded, foldedActs: fold.folded, time: time,
      calendar: declarations.calendar(on: asOf.defaultCalendar(knownRecorded: summary.lastRecorded, time)),
      idleAmendments: [])
    guard fold.isKept(atEnd: summary.bytes),
      let content = hasGrown ? try reader.contentDigest(upTo: summary.bytes) : content
    else { return .success((fold.state, report, nil)) }
    let left = fold.snapshot(map, summary, content, try kept(identity, reader))
    return .success((fold.state, report, left))
  }

  /// The state on its way, and the place up to which it holds every line.
  private struct Fold {
    var state: State
    let effective: Instant
    var latestAt: Instant
    var folded: Int
    /// From which place on the state is worth keeping.
    let keepsFrom: UInt64
    private var position: Snapshot<State>.Position?
    private var stateThere: State?

    init(state: State, effective: Instant, latestAt: Instant, folded: Int, keepsFrom: UInt64) {
      self.keepsFrom = keepsFrom
      self.state = state
      self.effective = effective
      self.latestAt = latestAt
      self.folded = folded
    }

    /// Keeps the state as it is before the first act that is not folded for its date.
    mutating func reach(_ act: Act, offset: UInt64, seq: UInt64) {
      if position == nil, act.isKnown, !act.isControl, act.at > effective { keep(offset: offset, seq: seq) }
    }

    /// Passes over a part of which no act but those of the control areas counts.
    mutating func pass(_ part: JournalMap.Part) {
      if position == nil, part.earliestAt < .max { keep(offset: part.offset, seq: part.seq) }
      folded += Int(part.controls)
    }

    private mutating func keep(offset: UInt64, seq: UInt64) {
      position = Snapshot.Position(offset: offset, seq: seq, latestAt: latestAt, folded: folded)
      if offset >= keepsFrom { stateThere = state }
    }

    /// Whether the state is kept, of a journal that ends at a place.
    func isKept(atEnd end: UInt64) -> Bool { (position?.offset ?? end) >= keepsFrom }

    /// Follows an act that counts.
    mutating func apply(_ act: StandingAct, _ context: FoldContext) {
      folded += 1
      if !act.act.isControl { latestAt = max(latestAt, act.act.at) }
      state.apply(act, context)
    }

    /// Follows an act if it counts.
    mutating func take(_ act: StandingAct, _ context: FoldContext) {
      if act.act.isKnown, act.act.at <= effective || act.act.isControl { apply(act, context) }
    }

    func snapshot(
      _ map: JournalMap, _ summary: WalkSummary.Remembered, _ content: Digest, _ identity: FileIdentity?
    ) -> Snapshot<State> {
      let end = Snapshot<State>.Position(
        offset: summary.bytes, seq: summary.lines, latestAt: latestAt, folded: folded)
      return Snapshot(
        position: position ?? end, state: stateThere ?? state, map: map, content: content, identity: identity,
        summary: summary)
    }
  }
}
