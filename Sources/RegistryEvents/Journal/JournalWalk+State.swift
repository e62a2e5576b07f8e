extension JournalWalk {
  /// The sequential part of a walk.
  struct State {
    let mode: VerificationMode
    let damage: Damage
    let signaturesOf: SignatureScope
    private let rootsAt: Set<UInt64>
    private(set) var roots: [UInt64: Digest] = [:]
    let hasher = SHA256Hasher()
    private(set) var chain: Chain
    private(set) var judge: Judge
    private var opening: JournalOpened?
    /// Every key that a line so far offers for enrolment, entitled or not; see ``SignatureCheck``.
    let offered = OfferedKeys()
    private var lines: UInt64 = 0
    private var lastRecorded = Instant.earliest
    private var lastBytes: [UInt8] = []
    private var verdicts: [Verdict: Int] = [:]
    private var standings: [Standing: Int] = [:]
    private var unknownTypes: [String: Int] = [:]
    private var findings: [Finding] = []

    init(
      mode: VerificationMode, rules: SigningRules, damage: Damage, rootsAt: Set<UInt64>, signaturesOf: SignatureScope
    ) {
      self.mode = mode
      self.damage = damage
      self.rootsAt = rootsAt
      self.signaturesOf = signaturesOf
      chain = Chain(hasher: hasher)
      judge = Judge(rules: rules)
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
        lines += 1
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
        try damaged(error)
        if let leaf = scanned.leaf { chain.advance(leaf: leaf, hasher: hasher) }
        keepRoot()
        return
      }
      if opening == nil { opening = try Judge.opening(of: line) }
      lastRecorded = line.recorded
      if !line.act.isKnown {
        let type = line.act.type
        if line.act.isControl {
          throw RegistryError(.formatNewerThanReader, at: place, detail: "\(type) version \(line.act.version)")
        }
        unknownTypes["\(type) version \(line.act.version)", default: 0] += 1
      }
      guard let leaf = scanned.leaf else {
        if line.seq != lines { try damaged(RegistryError(.seqGap, at: place)) }
        return try body(.read(line, leafHash: nil))
      }
      for problem in chain.problems(of: line) { try damaged(problem) }
      chain.accept(line, leaf: leaf, hasher: hasher)
      keepRoot()
      guard mode == .full, signaturesOf == .all || line.act.isControl else {
        return try body(.read(line, leafHash: leaf))
      }
      let judgement = try judge.judge(line, checks, seq: lines)
      for signature in judgement.signatures { verdicts[signature.verdict, default: 0] += 1 }
      standings[judgement.standing, default: 0] += 1
      for problem in judgement.problems { note(problem) }
      try body(.verified(VerifiedLine(line: line, leafHash: leaf, judgement: judgement)))
    }

    private mutating func keepRoot() {
      if rootsAt.contains(chain.count) { roots[chain.count] = chain.tree.root(with: hasher) }
    }

    private mutating func note(_ error: RegistryError) {
      findings.append(Finding(error, line: lines, lineOffset: 0))
    }

    /// A line that is refused or out of place. That an author had seen another history stops nothing: it is told.
    private mutating func damaged(_ error: RegistryError) throws(RegistryError) {
      if damage == .stop, error.code != .historyRewritten { throw error }
      note(error)
    }

    func summary(_ reader: JournalReader) throws(RegistryError) -> WalkSummary {
      guard let opening else { throw RegistryError(.journalEmpty) }
      let hashed = mode != .none
      var summary = WalkSummary(
        mode: mode, rulesVersion: judge.rules.version, opening: opening,
        head: hashed ? chain.head : hasher.leafHash(lastBytes), lastRecorded: lastRecorded)
      summary.lines = lines
      summary.bytes = reader.bytesRead
      summary.root = hashed ? chain.tree.root(with: hasher) : nil
      summary.roots = roots
      summary.verdicts = verdicts
      summary.standings = standings
      summary.unknownTypes = unknownTypes
      summary.ring = judge.ring
      summary.tail = reader.tail
      summary.findings = findings
      if !chain.unresolved.isEmpty {
        summary.findings += try reader.findRewritten(chain.unresolved, hasher: hasher)
        summary.findings.sort { $0.seq < $1.seq }
      }
      return summary
    }
  }
}

extension JournalReader {
  /// Compares lines that authors had seen, too far back to be kept in memory, in a second pass over the file.
  func findRewritten(_ seen: [Chain.Unresolved], hasher: SHA256Hasher) throws(RegistryError) -> [Finding] {
    var again = try self.again()
    var wanted = seen.sorted { $0.seen.seq < $1.seen.seq }[...]
    var findings: [Finding] = []
    func isNot(_ seen: Chain.Unresolved) {
      let error = RegistryError(.historyRewritten, at: seen.by, detail: "line \(seen.seen.seq)")
      findings.append(Finding(error, line: seen.seen.seq, lineOffset: 0))
    }
    var seq: UInt64 = 0
    while !wanted.isEmpty, let block = try again.nextBlock() {
      block.bytes.withUnsafeBytes { buffer in
        var start = 0
        while start < buffer.count {
          let end = Block.endOfLine(buffer, from: start)
          while let next = wanted.first, next.seen.seq == seq {
            wanted.removeFirst()
            let leaf = hasher.leafHash(UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
            if leaf != next.seen.leaf { isNot(next) }
          }
          start = end + 1
          seq += 1
        }
      }
    }
    wanted.forEach(isNot)
    return findings
  }
}
