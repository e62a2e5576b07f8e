extension JournalWalk {
  /// The sequential part of a walk.
  struct State {
    let mode: VerificationMode
    let damage: Damage
    let signaturesOf: SignatureScope
    private let rootsAt: Set<UInt64>
    var roots: [UInt64: Digest] = [:]
    var trace = WalkTrace()
    /// Counted and found in the lines before those that the scope begins with.
    private(set) var before = Tally()
    private(set) var firstBad: FirstBad?
    let hasher = SHA256Hasher()
    private(set) var chain: Chain
    var judge: Judge
    private(set) var opening: JournalOpened?
    /// Every key that a line so far offers for enrolment, entitled or not; see ``SignatureCheck``.
    let offered = OfferedKeys()
    private(set) var lines: UInt64 = 0
    private var lastRecorded = Instant.earliest
    private var lastBytes: [UInt8] = []
    private var tally = Tally()
    private var findings: [Finding] = []
    private(set) var exceptions = SignatureExceptions()
    private let comparesSeen: Bool
    /// What authors had seen too far back to be compared on the way, and is not compared yet.
    private(set) var unresolved: [Chain.Unresolved] = []
    /// The first line that was read, and not learned from a record.
    private(set) var firstJudged: UInt64 = 0
    /// The line of the first control act that this reader does not know, in a walk that goes on behind it.
    private var newerSeq: UInt64?
    private let predecessor: JournalEnd?

    /// How many there are of what.
    struct Tally: Sendable, Equatable {
      var verdicts: [Verdict: Int] = [:]
      var standings: [Standing: Int] = [:]
      var unknownTypes: [String: Int] = [:]
    }

    /// The first line that is not as it was written, and the lines before it that are not in doubt.
    struct FirstBad: Sendable {
      let finding: Finding
      let goodLines: UInt64
      let goodBytes: UInt64
    }

    init(
      mode: VerificationMode, rules: SigningRules, damage: Damage, rootsAt: Set<UInt64>, signaturesOf: SignatureScope,
      predecessor: JournalEnd?, comparesSeen: Bool
    ) {
      self.predecessor = predecessor
      self.comparesSeen = comparesSeen
      offered.insert((predecessor?.ring?.keys ?? [:]).values.map(\.publicKey))
      self.mode = mode
      self.damage = damage
      self.rootsAt = rootsAt
      self.signaturesOf = signaturesOf
      chain = Chain(hasher: hasher)
      judge = Judge(rules: rules, predecessor: predecessor)
    }

    /// Takes what line 0 says, not yet judged, and holds it against the journal that this one continues.
    mutating func open(_ line: Line) throws(RegistryError) {
      let opening = try Judge.opening(of: line)
      self.opening = opening
      guard let problem = predecessor?.problem(continuedBy: opening) else { return }
      let place = Place(seq: lines, fileOffset: line.fileOffset)
      try tell(RegistryError(problem.code, at: place, detail: problem.detail))
    }

    /// Goes on from a record's window, the keys being known.
    mutating func resume(from record: VerificationRecord) {
      lines = record.window.lines
      firstJudged = lines
      lastRecorded = record.window.recorded
      chain = Chain(resuming: record.window, origin: Array((opening?.origin ?? "").utf8))
      trace = WalkTrace(resuming: record, ends: trace.ends)
      keepRoot(of: record.window.tree, endingAt: record.window.bytes)
      if case .since(lines) = signaturesOf { before = tally }
    }

    /// Keeps the root of a tree, and where its lines end, if it was asked for.
    mutating func keepRoot(of tree: MerkleFrontier, endingAt end: UInt64) {
      guard rootsAt.contains(tree.size) else { return }
      roots[tree.size] = tree.root(with: hasher)
      trace.ends[tree.size] = end
    }

    /// Takes in the keys that a block offers, before its signatures are checked.
    func collectKeys(_ block: Block) {
      for index in block.lines.indices where block.lines[index].refusal == nil {
        offered.insert(Judge.offeredKeys(Line(block: block, index: index).act))
      }
    }

    mutating func finish(
      _ checked: CheckedBlock, _ body: (WalkedLine) throws(RegistryError) -> Void
    ) throws(RegistryError) {
      for index in checked.block.lines.indices {
        let line = Line(block: checked.block, index: index)
        try finish(line, checks: checked.checks.isEmpty ? [] : checked.checks[index], body)
        if mode == .full { trace.take(line, at: lines, chain, isWanted: rootsAt.contains(lines + 1)) }
        lines += 1
        if case .since(lines) = signaturesOf { before = tally }
      }
      if let last = checked.block.lines.indices.last {
        lastBytes = Line(block: checked.block, index: last).bytes
      }
    }

    private mutating func finish(
      _ line: Line, checks: [SignatureCheck], _ body: (WalkedLine) throws(RegistryError) -> Void
    ) throws(RegistryError) {
      let scanned = line.scanned
      let place = Place(seq: lines, fileOffset: line.fileOffset)
      if let refusal = scanned.refusal {
        let fileOffset = line.fileOffset + UInt64(refusal.offset)
        let error = RegistryError(
          refusal.code, at: Place(seq: lines, fileOffset: fileOffset, offset: refusal.offset))
        guard opening != nil else { throw error }
        try damaged(error, line)
        if let leaf = scanned.leaf { chain.advance(leaf: leaf, hasher: hasher) }
        keepRoot()
        return
      }
      if case .none = opening { try open(line) }
      lastRecorded = line.recorded
      if !line.act.isKnown { try meetUnknown(line.act, place) }
      guard let leaf = scanned.leaf else {
        if line.layout.seq != lines { try damaged(RegistryError(.seqGap, at: place), line) }
        return newerSeq == nil ? try body(.read(line, leafHash: nil)) : ()
      }
      for problem in chain.problems(of: line) { try damaged(problem, line) }
      if comparesSeen, let seen = chain.unresolved(of: line) { unresolved.append(seen) }
      chain.accept(line, leaf: leaf, hasher: hasher)
      keepRoot()
      guard newerSeq == nil else { return }
      guard mode == .full, signaturesOf.includes(line, at: lines) else {
        return try body(.read(line, leafHash: leaf))
      }
      let judgement = try judge.judge(line, checks, seq: lines)
      for signature in judgement.signatures {
        tally.verdicts[signature.verdict, default: 0] += 1
      }
      exceptions.note(judgement, seq: lines)
      tally.standings[judgement.standing, default: 0] += 1
      for problem in judgement.problems { note(problem) }
      if let problem = judgement.problems.first, judgement.signatures.contains(where: { $0.verdict == .invalid }) {
        isBad(problem, from: line)
      }
      try body(.verified(VerifiedLine(line: line, leafHash: leaf, judgement: judgement)))
    }

    /// An act of a type or version that this reader does not know: counted, or in a control area the end of what it can judge.
    private mutating func meetUnknown(_ act: Act, _ place: Place) throws(RegistryError) {
      let name = "\(act.type) version \(act.version)"
      guard act.isControl else {
        if newerSeq == nil { tally.unknownTypes[name, default: 0] += 1 }
        return
      }
      guard newerSeq == nil else { return }
      try tell(RegistryError(.formatNewerThanReader, at: place, detail: name))
      newerSeq = lines
    }

    /// Compares with the file what authors had seen too far back.
    mutating func compareSeen(in file: JournalReader) throws(RegistryError) {
      guard file.isSeekable else { return }
      findings += try file.findRewritten(&unresolved, chain.marks, hasher: hasher)
      unresolved.removeAll(keepingCapacity: true)
    }

    private mutating func keepRoot() {
      if rootsAt.contains(chain.count) { roots[chain.count] = chain.tree.root(with: hasher) }
    }

    private mutating func note(_ error: RegistryError) {
      findings.append(Finding(error, line: lines, lineOffset: 0))
    }

    /// What ends a reading, though no line is at fault.
    private mutating func tell(_ error: RegistryError) throws(RegistryError) {
      if damage == .stop { throw error }
      note(error)
    }

    /// Remembers the first bad line. Where it says another hash of the line before than that has, either may be the one that was changed.
    private mutating func isBad(_ error: RegistryError, from line: Line) {
      guard firstBad == nil else { return }
      let finding = Finding(error, line: lines, lineOffset: line.fileOffset)
      let isUnlinked = error.code == .prevMismatch && lines > 0
      firstBad = FirstBad(
        finding: finding, goodLines: isUnlinked ? lines - 1 : lines,
        goodBytes: isUnlinked ? trace.lastStart : line.fileOffset)
    }

    /// A line that is refused or out of place. That an author had seen another history stops nothing: it is told.
    private mutating func damaged(_ error: RegistryError, _ line: Line) throws(RegistryError) {
      if damage == .stop, error.code != .historyRewritten { throw error }
      if error.code != .historyRewritten { isBad(error, from: line) }
      note(error)
    }

    func summary(_ reader: JournalReader) throws(RegistryError) -> WalkSummary {
      guard let opening else { throw RegistryError(.journalEmpty) }
      let hashed = mode != .none
      var summary = WalkSummary(
        mode: mode, rulesVersion: judge.rules.version, opening: opening,
        head: hashed ? chain.head : hasher.leafHash(lastBytes), lastRecorded: lastRecorded,
        noteKeys: judge.noteKeys ?? NoteKeys(opening))
      summary.lines = lines
      summary.bytes = reader.bytesRead
      summary.root = hashed ? chain.tree.root(with: hasher) : nil
      summary.roots = roots
      summary.verdicts = tally.verdicts
      summary.standings = tally.standings
      summary.unknownTypes = tally.unknownTypes
      summary.ring = judge.ring
      summary.tail = reader.tail
      summary.firstBad = firstBad
      summary.before = before
      summary.trace = trace
      summary.window = trace.window(of: chain, hasher: hasher)
      summary.findings = findings
      summary.fileDigest = try reader.fileDigest()
      summary.closedSeq = judge.closedSeq
      summary.annulments = judge.annulments
      summary.doubt(try doubted(in: reader))
      var left = unresolved
      if !left.isEmpty { summary.findings += try reader.findRewritten(&left, chain.marks, hasher: hasher) }
      summary.findings.sort { $0.seq < $1.seq }
      return summary
    }
  }
}
