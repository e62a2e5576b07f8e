/// Makes proofs out of a journal (format §6): that a line is in the tree of a checkpoint, in two passes over the file and little memory.
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
    let stored = try StoredCheckpoints(journal: path)
    let claimed = try note.map { try Checkpoint.claimedSize(of: $0) }
    let walk = JournalWalk(
      mode: .full, rules: rules, catalogue: catalogue, damage: .stop, rootsAt: stored.sizes.union([claimed ?? 0]),
      signaturesOf: .controlActs)
    var found: Line?
    let summary = try walk.run(JournalReader(path: path)) { walked in
      if target.names(walked.line) { found = walked.line }
      passed(walked.line)
    }
    guard let found else { throw RegistryError(.actMissing) }
    let (chosen, checkpoint) = try choose(note, stored, covering: found.seq, of: summary)
    let hasher = SHA256Hasher()
    var collector = try SubtreeCollector(inclusionOfLeaf: found.seq, inSize: checkpoint.size)
    try JournalReader(path: path).forEachLine(upTo: checkpoint.size) { _, line in
      collector.append(hasher.leafHash(line), with: hasher)
    }
    guard let path = collector.hashes else { throw RegistryError(.journalBehindCheckpoint) }
    let proof = TlogProof(index: found.seq, path: path, checkpoint: chosen)
    // The file was read twice: what was made is checked as its receiver will check it.
    _ = try proof.verify(line: found.bytes, keys: summary.opening.verifierKeys, with: hasher)
    return Proved(proof: proof, checkpoint: checkpoint, line: found.bytes)
  }

  /// The note given, or the newest beside the journal that holds; with a line that it must cover.
  private static func choose(
    _ note: Note?, _ stored: StoredCheckpoints, covering seq: UInt64, of summary: WalkSummary
  ) throws -> (Note, Checkpoint) {
    func opened(_ note: Note) throws -> Checkpoint {
      try Checkpoint(
        opening: note, with: summary.opening.verifierKeys, origin: summary.opening.origin, lines: summary.lines,
        roots: summary.roots)
    }
    let candidates =
      try note.map { [($0, try opened($0))] }
      ?? stored.stored.reversed().compactMap { stored in
        guard let note = try? stored.note.get(), let checkpoint = try? opened(note) else { return nil }
        return (note, checkpoint)
      }
    guard let chosen = candidates.first(where: { $0.1.size > seq }) else {
      throw RegistryError(.checkpointMissing, detail: "line \(seq)")
    }
    return chosen
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

extension JournalOpened {
  /// The note keys that can be read; line 0 was checked to hold no other.
  var verifierKeys: [VerifierKey] { noteKeys.compactMap { try? VerifierKey($0) } }
}
