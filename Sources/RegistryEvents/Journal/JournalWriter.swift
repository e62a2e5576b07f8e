internal import Glibc

/// Appends acts to a journal: the one writer that a journal has at a time (format §7).
///
/// `append` returns when the acts are durable. Threads that append at once share a sync. After a failed write or sync the writer
/// is closed for good, since what the page cache says cannot be trusted; opening the journal again makes sure of every line.
///
/// The order of system calls, on which durability rests:
///
///     open:    open(x.jsonl) · F_OFD_SETLK · stat(x.jsonl) = fstat · fstatfs
///              [pwrite, fdatasync of what a writer before left unsure] · read; compare with checkpoints
///              [x.torn-N: write, fsync; fsync(dir); ftruncate, fdatasync] · x.writing: write, fsync; fsync(dir)
///     append:  stat(x.jsonl) as it was left · pwrite(lines) · fdatasync(x.jsonl) · return
///     close:   unlink(x.writing), but not after a failure · F_OFD_SETLK
public final class JournalWriter<Gate: ActGate>: Sendable {
  private let file: SystemCalls.File
  let opened: SystemCalls.Status
  let paths: JournalPaths
  private let clock: @Sendable () -> Instant
  private let catalogue: ActCatalogue
  private let options: WriterOptions
  private let lines: Lines
  /// The gate before line 0 of the oldest.
  private let initial: Gate
  let core: SleepingMutex<Core>
  /// The number of lines of the journals that this one continues.
  private let firstSeq: UInt64
  /// The keys that lines offer for enrolment.
  private let keys: OfferedKeys
  /// Up to which offset the lines are durable. Held while syncing, so that whoever waits for it finds the work done.
  private let synced: SleepingMutex<UInt64>

  /// What one append changes; under one lock.
  struct Core {
    var chain: Chain
    var judge: Judge
    var end: UInt64
    /// The roots of the first lines, at the numbers of lines that checkpoints are known for.
    var roots: [UInt64: Digest]
    var recorded: RecordedActs
    var gate: Gate
    var state = State.open
  }

  /// The lines of the journal and of those that it continues, read with the checks that a writer makes.
  private struct Lines {
    let file: SystemCalls.File
    /// The paths of the journals that this one continues, the oldest first.
    let predecessors: [String]
    let rules: SigningRules
    let catalogue: ActCatalogue

    /// Has a gate follow all of them from its first line, and hands on those of the journal itself.
    func read(
      upTo end: UInt64, into gate: inout Gate, rootsAt: Set<UInt64> = [], begin: (Int) -> Void = { _ in },
      line: (Line, Digest) -> Void = { _, _ in }
    ) throws(RegistryError) -> (state: JournalWalk.State, firstSeq: UInt64) {
      let (elder, firstSeq) = try JournalEnd.reading(
        predecessors, rules: rules, catalogue: catalogue, begin: begin, follow: { gate.follow($0) })
      begin(predecessors.count)
      var walk = JournalWalk(
        mode: .full, rules: rules, catalogue: catalogue, damage: .stop, rootsAt: rootsAt, signaturesOf: .controlActs,
        predecessor: elder)
      walk.comparesSeen = false
      var reader = try JournalReader(file).resumed(at: 0, upTo: end).counting(from: firstSeq)
      let state = try walk.walk(&reader) { walked in
        guard let leaf = walked.leafHash else { return }
        line(walked.line, leaf)
        if let act = walked.standingAct { gate.follow(act) }
      }
      return (state, firstSeq)
    }
  }

  enum State {
    case open
    /// After a failed write or sync: the mark stays, so that the next writer makes sure of every line.
    case failed(RegistryError)
    case closed

    /// Why nothing can be appended; `nil` while it can.
    var refusal: RegistryError? {
      switch self {
      case .open: return nil
      case .failed(let error): return error
      case .closed: return RegistryError(.journalClosed)
      }
    }
  }

  /// Opens a journal for writing: takes the lock, clears what a crash left, and reads all of it.
  ///
  /// The chain and the control acts' signatures are checked; those of other acts were when they were appended, and `verify` checks
  /// them again. The journals that this one continues are read first, with the same checks, so that the gate knows their acts as well: an act
  /// that amends one of theirs counts like any other.
  ///
  /// - Parameters:
  ///   - gate: the law, before line 0 of the oldest journal.
  ///   - predecessors: the paths of the journals that this one continues, the oldest first.
  ///   - begin: is given the index of each journal before it is read, the one that is written to being the last.
  ///   - clock: the instant now; asked once for each append.
  /// - Throws: `predecessor-missing`, `predecessor-mismatch`, `writer-locked`, `file-replaced`, `file-system-not-local`, `journal-behind-checkpoint`, whatever is wrong with a line,
  ///   and what the system refuses.
  public init(
    path: String, rules: SigningRules, gate: Gate, catalogue: ActCatalogue = .standard,
    options: WriterOptions = WriterOptions(), continuing predecessors: [String] = [], begin: (Int) -> Void = { _ in },
    clock: @escaping @Sendable () -> Instant
  ) throws(RegistryError) {
    paths = JournalPaths(path)
    self.clock = clock
    self.catalogue = catalogue
    self.options = options
    initial = gate
    begin(predecessors.count)
    (file, opened) = try JournalRecovery.openLocked(paths, options)
    try JournalRecovery.makeDurable(file, paths)
    let end = try JournalRecovery.endOfLines(file)

    let checkpoints = try StoredCheckpoints(paths)
    let lines = Lines(file: file, predecessors: predecessors, rules: rules, catalogue: catalogue)
    self.lines = lines
    var gate = gate
    var recorded = RecordedActs()
    func read() throws(RegistryError) -> (state: JournalWalk.State, firstSeq: UInt64) {
      try lines.read(upTo: end, into: &gate, rootsAt: checkpoints.sizes, begin: begin) { recorded.insert($0, leaf: $1) }
    }
    var (state, firstSeq) = try read()
    while let restarted = initial.restarted(knowing: gate) {
      (gate, recorded) = (restarted, RecordedActs())
      (state, firstSeq) = try read()
    }
    guard let opening = state.judge.opening else { throw RegistryError(.journalEmpty) }
    guard opening.continues == nil || !predecessors.isEmpty else {
      throw RegistryError(.predecessorMissing, at: Place(seq: 0, fileOffset: 0))
    }
    self.firstSeq = firstSeq
    try checkpoints.demandAgreement(
      of: opening, keys: state.judge.noteKeys ?? NoteKeys(opening), lines: state.chain.count, roots: state.roots)
    try JournalRecovery.moveTornTail(file, paths, from: end)
    try JournalRecovery.mark(paths, from: end)
    keys = state.offered
    core = SleepingMutex(
      Core(chain: state.chain, judge: state.judge, end: end, roots: state.roots, recorded: recorded, gate: gate))
    synced = SleepingMutex(end)
  }

  /// The leaf hash of the last line, and the index that the next one will have.
  public var head: (leafHash: Digest, nextSeq: UInt64) {
    core.withLock { ($0.chain.head, $0.chain.count) }
  }

  /// The origin that acts must name.
  public var origin: String { core.withLock { $0.judge.opening?.origin ?? "" } }

  /// Appends one act.
  ///
  /// - Throws: why it is refused; `head-moved` where the expectation is wrong; `sync-failed` and `input-output`, after which the writer
  ///   is closed.
  public func append(_ act: SignedAct, expecting expectation: Expectation) throws(RegistryError) -> Receipt {
    try append([act], expecting: expectation)[0].get()
  }

  /// Appends acts with one sync. Each is taken in or refused on its own; the expectation is that of the first.
  ///
  /// Signatures that were made elsewhere are checked on all cores; of an act that this process has just signed with the key of the
  /// name it is known that they fit.
  ///
  /// - Throws: `sync-failed` and `input-output`, after which it is not known which acts are durable and the writer is closed.
  public func append(
    _ acts: [SignedAct], expecting expectation: Expectation
  ) throws(RegistryError) -> [Result<Receipt, RegistryError>] {
    try append(prepared: prepare(acts), expecting: expectation)
  }

  /// Checks the signatures of acts, for acts that are appended later: on any thread, while others append.
  public func prepare(_ acts: [SignedAct]) -> [PreparedAct] { PreparedAct.all(acts, keys: keys) }

  /// Appends acts whose signatures were checked beforehand with one sync. Each is taken in or refused on its own, also for a signature that does
  /// not fit; the expectation is that of the first.
  ///
  /// - Throws: `sync-failed` and `input-output`, after which it is not known which acts are durable and the writer is closed.
  public func append(
    prepared: [PreparedAct], expecting expectation: Expectation
  ) throws(RegistryError) -> [Result<Receipt, RegistryError>] {
    let taken = core.withLock { core in
      Result { () throws(RegistryError) in try take(prepared, expecting: expectation, &core) }
    }
    let (results, end) = try taken.get()
    try sync(upTo: end)
    return results
  }

  private func take(
    _ acts: [PreparedAct], expecting expectation: Expectation, _ core: inout Core
  ) throws(RegistryError) -> (results: [Result<Receipt, RegistryError>], end: UInt64) {
    if let refusal = core.state.refusal { throw refusal }
    let hasher = SHA256Hasher()
    let verifier = JWSVerifier()
    var bytes: [UInt8] = []
    let now = clock()
    var results: [Result<Receipt, RegistryError>] = []
    for (index, act) in acts.enumerated() {
      results.append(
        Result { () throws(RegistryError) in
          let expected = index == 0 ? expectation : .any
          return try take(act, expecting: expected, now: now, &core, &bytes, hasher: hasher, verifier: verifier)
        })
      // The acts that follow one that amends another are judged by what the gate then knows.
      if initial.restarted(knowing: core.gate) != nil { try write(&bytes, &core) }
    }
    try write(&bytes, &core)
    return (results, core.end)
  }

  /// Writes lines that were taken in, and lets the gate follow the journal anew where one of them amends what it followed before.
  private func write(_ bytes: inout [UInt8], _ core: inout Core) throws(RegistryError) {
    guard !bytes.isEmpty else { return }
    do throws(RegistryError) {
      let start = core.end - UInt64(bytes.count)
      try JournalRecovery.demandUnchanged(paths, opened, size: start)
      try SystemCalls.write(file, at: start, bytes)
      bytes = []
      while let restarted = initial.restarted(knowing: core.gate) {
        core.gate = restarted
        _ = try lines.read(upTo: core.end, into: &core.gate)
      }
    } catch {
      core.state = .failed(error)
      throw error
    }
  }

  /// Checks one act as a verifier would check its line, and the law as it stands; then takes it in.
  private func take(
    _ act: PreparedAct, expecting expectation: Expectation, now: Instant, _ core: inout Core, _ bytes: inout [UInt8],
    hasher: SHA256Hasher, verifier: JWSVerifier
  ) throws(RegistryError) -> Receipt {
    guard act.signed.act.count <= LineScanner.longestAct else { throw RegistryError(.actTooLong) }
    let recorded = try options.recorded(now: now, last: core.chain.lastRecorded)
    var lineBytes = LineBytes.of(act.signed, prev: core.chain.head, recorded: recorded, seq: core.chain.count)
    lineBytes.append(0x0A)
    let raw = RawBlock(bytes: lineBytes, fileOffset: core.end, firstSeq: firstSeq)
    let block = Block(raw, scanner: LineScanner(catalogue: catalogue), hasher: hasher)
    guard block.lines.count == 1, let leaf = block.lines[0].leaf else { throw RegistryError(.trailingBytes) }
    if let refusal = block.lines[0].refusal { throw RegistryError(refusal.code, at: Place(offset: refusal.offset)) }
    let line = Line(block: block, index: 0)
    if let earlier = core.recorded.entry(of: line.act.id) {
      let there = try self.line(at: earlier.fileOffset, pending: bytes, end: core.end, hasher: hasher)
      guard let there, there.scanned.leaf == earlier.leaf, RecordedActs.areAlike(there, line) else {
        throw RegistryError(.idConflict, at: Place(seq: there?.layout.seq))
      }
      return Receipt(
        seq: there.layout.seq, leafHash: earlier.leaf, recorded: there.recorded, status: .alreadyRecorded)
    }
    guard line.act.isKnown else {
      throw RegistryError(.typeUnknown, detail: "\(line.act.type) version \(line.act.version)")
    }
    if case .last(let expected) = expectation, expected != core.chain.head,
      try lastLeaf(ofCaseOf: line, core, pending: bytes, hasher: hasher) != expected
    {
      throw RegistryError(
        .headMoved, at: Place(seq: line.layout.seq), detail: "the last line is \(core.chain.head)")
    }
    if let problem = core.chain.problems(of: line).first { throw problem }
    if let seen = core.chain.unresolved(of: line) {
      var wanted = [seen]
      guard try JournalReader(file).findRewritten(&wanted, core.chain.marks, hasher: hasher).isEmpty else {
        let place = Place(seq: seen.seq, fileOffset: seen.fileOffset)
        throw RegistryError(.historyRewritten, at: place, detail: "line \(seen.seen.seq)")
      }
    }

    let offered = Judge.offeredKeys(line.act)
    let lineKeys = offered.isEmpty ? keys : OfferedKeys(beside: keys)
    if !offered.isEmpty { lineKeys.insert(offered) }
    let checks = act.checks(of: line, verifier: verifier, keys: lineKeys)
    let found = try core.judge.examine(line, checks, seq: core.chain.count)
    let judgement = found.judgement
    guard judgement.standing == .stands, judgement.problems.isEmpty else {
      throw judgement.problems.first ?? RegistryError(.signatureInvalid)
    }
    try core.gate.admit(line.act, signers: judgement.signatures.compactMap(\.signer), recorded: recorded)

    core.judge.follow(found, seq: core.chain.count)
    keys.insert(offered)
    core.chain.accept(line, leaf: leaf, hasher: hasher)
    core.recorded.insert(line, leaf: leaf)
    let verified = VerifiedLine(line: line, leafHash: leaf, judgement: judgement)
    if let act = StandingAct(verified) { core.gate.follow(act) }
    bytes += raw.bytes
    core.end += UInt64(raw.bytes.count)
    return Receipt(seq: line.layout.seq, leafHash: leaf, recorded: recorded, status: .appended)
  }

  /// The leaf hash of the last line of a line's case; `nil` where there is none.
  private func lastLeaf(
    ofCaseOf line: Line, _ core: Core, pending: [UInt8], hasher: SHA256Hasher
  ) throws(RegistryError) -> Digest? {
    guard let offset = line.act.caseNumber.flatMap(core.recorded.lastLine) else { return nil }
    return try self.line(at: offset, pending: pending, end: core.end, hasher: hasher)?.scanned.leaf
  }

  /// A line that was taken in before: from the file, or from those that are still to be written at its end.
  private func line(
    at offset: UInt64, pending: [UInt8], end: UInt64, hasher: SHA256Hasher
  ) throws(RegistryError) -> Line? {
    let start = end - UInt64(pending.count)
    let bytes: [UInt8]?
    if offset >= start {
      let rest = pending.dropFirst(Int(clamping: offset - start))
      bytes = rest.firstIndex(of: 0x0A).map { Array(rest[...$0]) }
    } else {
      bytes = try JournalReader(file).line(at: offset)
    }
    guard let bytes else { return nil }
    let block = Block(
      RawBlock(bytes: bytes, fileOffset: offset), scanner: LineScanner(catalogue: catalogue), hasher: hasher)
    return block.lines.count == 1 && block.lines[0].refusal == nil ? Line(block: block, index: 0) : nil
  }

  func sync(upTo end: UInt64) throws(RegistryError) {
    let result = synced.withLock { synced in
      Result { () throws(RegistryError) in
        guard synced < end else { return }
        let (written, refusal) = core.withLock { ($0.end, $0.state.refusal) }
        if let refusal { throw refusal }
        do throws(RegistryError) {
          try SystemCalls.syncData(file)
        } catch {
          let failure = RegistryError(.syncFailed, detail: error.detail)
          core.withLock { $0.state = .failed(failure) }
          throw failure
        }
        synced = written
      }
    }
    try result.get()
  }

  /// Closes the journal: what was appended is durable, and another writer may open it.
  public func close() throws(RegistryError) {
    let (end, refusal) = core.withLock { ($0.end, $0.state.refusal) }
    if refusal == nil { try sync(upTo: end) }
    let before = core.withLock { core in
      defer { core.state = .closed }
      return core.state
    }
    switch before {
    case .open: try JournalRecovery.unmark(paths)
    case .failed: break
    case .closed: return
    }
    try SystemCalls.unlock(file)
  }

  deinit { try? close() }
}

/// How a writer treats what may be in its way.
public struct WriterOptions: Sendable {
  /// Takes a file system that is not known to be local.
  public var allowsForeignFileSystem = false
  /// Takes a clock that is more than 7 days ahead of the last line.
  public var confirmsClockJump = false

  /// The careful way.
  public init() {}

  private static let largestStepBack: Int64 = 60
  private static let largestStepAhead: Int64 = 7 * 86_400

  /// The `recorded` of an act taken in now (format §7).
  func recorded(now: Instant, last: Instant) throws(RegistryError) -> Instant {
    guard now.seconds(since: last) >= -WriterOptions.largestStepBack else {
      throw RegistryError(.clockBehind, detail: "\(last.seconds(since: now)) s")
    }
    guard confirmsClockJump || now.seconds(since: last) <= WriterOptions.largestStepAhead else {
      throw RegistryError(.clockAhead, detail: "\(now.seconds(since: last) / 86_400) days")
    }
    return max(now, last)
  }
}
