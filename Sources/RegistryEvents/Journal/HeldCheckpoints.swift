/// The checkpoints of a journal that hold: what is exported and proved is exported and proved against one of them.
struct HeldCheckpoints {
  /// What reading the journal found.
  let summary: WalkSummary
  /// Each with its note, the newest first.
  private let held: [(note: Note, checkpoint: Checkpoint)]

  /// Reads a journal, with the checks that a writer makes on opening, and holds checkpoints against it.
  ///
  /// - Parameters:
  ///   - note: the only checkpoint to be used; where there is none, those beside the journal, of which any that do not hold are passed over.
  ///   - rootsAt: further numbers of lines at which the root is to be known, for ``WalkSummary/open(_:)``.
  ///   - passed: is given every line as it passes.
  /// - Throws: whatever is wrong with a line, and why the checkpoint given does not hold.
  init(
    journal path: String, _ note: Note?, rules: SigningRules, catalogue: ActCatalogue, rootsAt: Set<UInt64> = [],
    passed: (Line) -> Void
  ) throws {
    let stored = try note == nil ? StoredCheckpoints(journal: path) : nil
    let claimed = try note.map { try Checkpoint.claimedSize(of: $0) }
    let walk = JournalWalk(
      mode: .full, rules: rules, catalogue: catalogue, damage: .stop,
      rootsAt: (stored?.sizes ?? rootsAt).union(rootsAt).union([claimed ?? 0]), signaturesOf: .controlActs)
    let summary = try walk.run(JournalReader(path: path)) { passed($0.line) }
    self.summary = summary
    if let note {
      held = [(note, try summary.open(note))]
    } else {
      held = (stored?.stored ?? []).reversed().compactMap { stored in
        guard let note = try? stored.note.get(), let checkpoint = try? summary.open(note) else { return nil }
        return (note, checkpoint)
      }
    }
  }

  /// The newest checkpoint.
  ///
  /// - Throws: `checkpoint-missing` where it has fewer lines than asked for.
  func newest(covering lines: UInt64) throws -> (note: Note, checkpoint: Checkpoint) {
    guard let newest = held.first, newest.checkpoint.size >= lines else {
      throw RegistryError(.checkpointMissing, detail: "\(lines) lines")
    }
    return newest
  }
}

extension StoredCheckpoints {
  /// The newest checkpoint that holds, of those whose roots a walk was asked for, with its path; `nil` where none does.
  public func newest(of summary: WalkSummary) -> (checkpoint: Checkpoint, path: String)? {
    for stored in stored.reversed() where summary.roots[stored.size] != nil {
      if let note = try? stored.note.get(), let checkpoint = try? summary.open(note) {
        return (checkpoint, stored.path)
      }
    }
    return nil
  }
}

extension WalkSummary {
  /// Verifies a checkpoint by the note keys in force at its size and holds it against the journal; its root must have been asked for.
  ///
  /// - Throws: why it does not hold.
  func open(_ note: Note) throws -> Checkpoint {
    try Checkpoint(
      opening: note, with: noteKeys, origin: opening.origin, lines: lines, roots: roots)
  }
}
