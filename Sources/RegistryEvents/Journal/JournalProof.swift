/// Makes proofs out of a journal (format §6), in two passes over the file and little memory: that a line is in the tree of a checkpoint, and that
/// one tree is the beginning of another.
public enum JournalProof {
  /// How a line is named.
  public enum Target: Sendable, Equatable {
    /// By the id of its act.
    case id(UUIDv7)
    /// By its index.
    case seq(UInt64)
  }

  /// A proof of a line.
  public struct Proved: Sendable {
    /// The proof.
    public let proof: TlogProof
    /// The checkpoint that it leads to.
    public let checkpoint: Checkpoint
    /// The bytes of the line, without its LF: what the proof is checked with.
    public let line: [UInt8]
  }

  /// Proves a line against a checkpoint.
  ///
  /// - Parameters:
  ///   - checkpoint: the checkpoint, with the cosignatures that it has; where there is none, the newest beside the journal that holds.
  ///   - passed: is given every line as it passes, to show progress by.
  /// - Throws: whatever is wrong with a line; `act-missing`; `checkpoint-missing` where no checkpoint covers the line; and why the one given does
  ///   not hold.
  public static func make(
    of target: Target, journal path: String, checkpoint note: Note? = nil, rules: SigningRules,
    catalogue: ActCatalogue = .standard, passed: (Line) -> Void = { _ in }
  ) throws -> Proved {
    var found: Line?
    let held = try HeldCheckpoints(journal: path, note, rules: rules, catalogue: catalogue) { line in
      if target.names(line) { found = line }
      passed(line)
    }
    guard let found else { throw RegistryError(.actMissing) }
    let (chosen, checkpoint) = try held.newest(covering: found.seq + 1)
    let hasher = SHA256Hasher()
    var collector = try SubtreeCollector(inclusionOfLeaf: found.seq, inSize: checkpoint.size)
    try JournalReader(path: path).forEachLine(upTo: checkpoint.size) { _, line in
      collector.append(hasher.leafHash(line), with: hasher)
    }
    guard let path = collector.hashes else { throw RegistryError(.journalBehindCheckpoint) }
    let proof = TlogProof(index: found.seq, path: path, checkpoint: chosen)
    // The file was read twice: what was made is checked as its receiver will check it.
    _ = try proof.verify(line: found.bytes, keys: held.summary.noteKeys.inForce(at: checkpoint.size), with: hasher)
    return Proved(proof: proof, checkpoint: checkpoint, line: found.bytes)
  }

  /// Proves to a witness that the tree of a checkpoint extends the one that it saw last.
  ///
  /// - Parameters:
  ///   - oldSize: is given the journal's origin and tells how many of its lines the witness saw last; 0 where it saw none.
  ///   - checkpoint: as of ``make(of:journal:checkpoint:rules:catalogue:passed:)``.
  /// - Throws: whatever is wrong with a line; `checkpoint-missing` where no checkpoint has as many lines; and why the one given does not hold.
  public static func growth(
    from oldSize: (_ origin: String) throws -> UInt64, journal path: String, checkpoint note: Note? = nil,
    rules: SigningRules,
    catalogue: ActCatalogue = .standard, passed: (Line) -> Void = { _ in }
  ) throws -> WitnessRequest {
    let held = try HeldCheckpoints(journal: path, note, rules: rules, catalogue: catalogue, passed: passed)
    let oldSize = try oldSize(held.summary.opening.origin)
    let (chosen, checkpoint) = try held.newest(covering: oldSize)
    let hasher = SHA256Hasher()
    var collector = try SubtreeCollector(consistencyFromSize: oldSize, toSize: checkpoint.size)
    try JournalReader(path: path).forEachLine(upTo: checkpoint.size) { _, line in
      collector.append(hasher.leafHash(line), with: hasher)
    }
    guard let path = collector.hashes else { throw RegistryError(.journalBehindCheckpoint) }
    return WitnessRequest(oldSize: oldSize, path: path, checkpoint: chosen)
  }
}

extension JournalProof.Target {
  /// Whether a line is the one meant.
  fileprivate func names(_ line: Line) -> Bool {
    switch self {
    case .id(let id): return line.layout.id == id
    case .seq(let seq): return line.seq == seq
    }
  }
}
