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
  ///   - passed: is given every line as it passes.
  /// - Throws: whatever is wrong with a line, and why the checkpoint given does not hold.
  init(
    journal path: String, _ note: Note?, rules: SigningRules, catalogue: ActCatalogue, passed: (Line) -> Void
  ) throws {
    let stored = try note == nil ? StoredCheckpoints(journal: path) : nil
    let claimed = try note.map { try Checkpoint.claimedSize(of: $0) }
    let walk = JournalWalk(
      mode: .full, rules: rules, catalogue: catalogue, damage: .stop,
      rootsAt: (stored?.sizes ?? []).union([claimed ?? 0]), signaturesOf: .controlActs)
    let summary = try walk.run(JournalReader(path: path)) { passed($0.line) }
    func opened(_ note: Note) throws -> Checkpoint {
      try Checkpoint(
        opening: note, with: summary.opening.verifierKeys, origin: summary.opening.origin, lines: summary.lines,
        roots: summary.roots)
    }
    self.summary = summary
    if let note {
      held = [(note, try opened(note))]
    } else {
      held = (stored?.stored ?? []).reversed().compactMap { stored in
        guard let note = try? stored.note.get(), let checkpoint = try? opened(note) else { return nil }
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

extension JournalOpened {
  /// The note keys that can be read; line 0 was checked to hold no other.
  var verifierKeys: [VerifierKey] { noteKeys.compactMap { try? VerifierKey($0) } }
}
