/// The verification of a whole journal: every line, the checkpoints beside it, and those from elsewhere, by which alone it
/// is anchored (format §6).
public struct JournalVerification: Sendable {
  /// What was read, and what was found in the lines.
  public let summary: WalkSummary
  /// The leaf hash of line 0: what an auditor must get from elsewhere.
  public let opening: Digest?
  /// Everything found in the journal itself, in the order of the lines: that line 0 is not the one expected, and an
  /// unterminated end, among them.
  public let findings: [Finding]
  /// Every checkpoint that does not hold.
  public let checkpointFindings: [CheckpointFinding]
  /// How many of the checkpoints beside the journal hold.
  public let storedHolding: Int
  /// The largest checkpoint from elsewhere that holds; `nil` where none does.
  public let anchor: Checkpoint?

  /// The first line that no checkpoint from elsewhere vouches for; `nil` where they vouch for all.
  public var unanchoredFrom: UInt64? {
    let size = anchor?.size ?? 0
    return size < summary.lines ? size : nil
  }

  /// A checkpoint that does not hold.
  public struct CheckpointFinding: Sendable, Equatable {
    /// The name that it was given under: a path.
    public let name: String
    /// Why: `note-malformed`, `note-unsigned`, `journal-behind-checkpoint`, `checkpoint-contradicted` or `quorum-missing`. Its place tells the size that
    /// the checkpoint claims as `seq`, where it claims one.
    public let error: RegistryError
  }

  /// What an auditor brings from elsewhere.
  public struct Evidence: Sendable {
    /// Checkpoints, each under a name, as notes not yet verified.
    public var checkpoints: [(name: String, note: Result<Note, RegistryError>)]
    /// The keys that must have signed them; where there are none, the journal's own note keys.
    public var keys: [VerifierKey]
    /// The leaf hash of line 0.
    public var opening: Digest?
    /// Which witnesses must have cosigned them; `nil` where none must.
    public var policy: WitnessPolicy?

    /// Nothing, unless said otherwise.
    public init(
      checkpoints: [(name: String, note: Result<Note, RegistryError>)] = [], keys: [VerifierKey] = [],
      opening: Digest? = nil, policy: WitnessPolicy? = nil
    ) {
      self.policy = policy
      self.checkpoints = checkpoints
      self.keys = keys
      self.opening = opening
    }
  }

  /// Verifies a journal from its first line to its last, and reports whatever is wrong.
  ///
  /// - Parameters:
  ///   - stored: the checkpoints beside the journal, if it has a place.
  ///   - line: is given every well-formed line as it passes, to show progress by.
  ///   - predecessor: the journal that this one continues.
  ///   - digestsFile: whether the file is hashed whole, for a journal that continues it.
  /// - Throws: `journal-empty` and what is wrong with line 0, without which nothing can be said; and what reading the file throws.
  public init(
    _ reader: JournalReader, stored: StoredCheckpoints?, evidence: Evidence = Evidence(), rules: SigningRules,
    catalogue: ActCatalogue = .standard, predecessor: JournalEnd? = nil, digestsFile: Bool = false,
    line: (Line) -> Void = { _ in }
  ) throws(RegistryError) {
    let claimed = evidence.checkpoints.compactMap { try? Checkpoint.claimedSize(of: $0.note.get()) }
    let walk = JournalWalk(
      mode: .full, rules: rules, catalogue: catalogue, damage: .report,
      rootsAt: (stored?.sizes ?? []).union(claimed), predecessor: predecessor)
    var opening: Digest?
    summary = try walk.run(reader, digestsFile: digestsFile) { walked in
      if opening == nil { opening = walked.leafHash }
      line(walked.line)
    }
    self.opening = opening

    let journalKeys = summary.noteKeys
    let storedProblems =
      stored?.problems(
        origin: summary.opening.origin, keys: journalKeys, lines: summary.lines, roots: summary.roots) ?? []
    storedHolding = (stored?.stored.count ?? 0) - storedProblems.count
    var checkpointFindings = storedProblems.map { error in
      CheckpointFinding(name: stored?.stored.first { $0.size == error.place.seq }?.path ?? "", error: error)
    }
    var anchor: Checkpoint?
    for (name, note) in evidence.checkpoints {
      do {
        let note = try note.get()
        let claimed = try Checkpoint.claimedSize(of: note)
        let checkpoint = try Checkpoint(
          opening: note, with: evidence.keys.isEmpty ? journalKeys.inForce(at: claimed) : evidence.keys,
          origin: summary.opening.origin, lines: summary.lines, roots: summary.roots)
        _ = try evidence.policy?.demandQuorum(of: note)
        if checkpoint.size >= anchor?.size ?? 0 { anchor = checkpoint }
      } catch {
        let error = error as? RegistryError ?? RegistryError(.noteMalformed)
        checkpointFindings.append(CheckpointFinding(name: name, error: error))
      }
    }
    self.anchor = anchor
    self.checkpointFindings = checkpointFindings
    findings = JournalVerification.findings(summary, opening: opening, expected: evidence.opening)
  }

  private static func findings(_ summary: WalkSummary, opening: Digest?, expected: Digest?) -> [Finding] {
    var findings = summary.findings
    if let expected, opening != expected {
      let error = RegistryError(.openingUnexpected, at: Place(seq: 0, fileOffset: 0))
      findings.insert(Finding(error, line: 0, lineOffset: 0), at: 0)
    }
    if let tail = summary.tail {
      let error = RegistryError(.tornTail, detail: "\(tail.count) bytes")
      findings.append(Finding(error, line: summary.lines, lineOffset: tail.offset))
    }
    return findings
  }
}

extension Checkpoint {
  /// The size that a note claims as a checkpoint, before anybody has verified it: good to know which root to compute, and for
  /// nothing else.
  static func claimedSize(of note: Note) throws -> UInt64 { try Checkpoint(text: note.text).size }

  /// Verifies a checkpoint's note and holds it against a journal: its origin, its number of lines, and its roots at the
  /// sizes that matter.
  ///
  /// - Throws: `note-malformed`, also for a checkpoint of another journal; `note-unsigned`; `journal-behind-checkpoint` where the journal is
  ///   shorter; `checkpoint-contradicted` where its root is another. The place tells the size claimed as `seq`.
  init(
    opening note: Note, with keys: NoteKeys, origin: String, lines: UInt64, roots: [UInt64: Digest]
  ) throws {
    let claimed = try Checkpoint.claimedSize(of: note)
    try self.init(opening: note, with: keys.inForce(at: claimed), origin: origin, lines: lines, roots: roots)
  }

  /// The same by keys that were got elsewhere.
  init(
    opening note: Note, with keys: [VerifierKey], origin: String, lines: UInt64, roots: [UInt64: Digest]
  ) throws {
    let claimed = try Checkpoint.claimedSize(of: note)
    func error(_ code: ErrorCode, _ detail: String = "") -> RegistryError {
      RegistryError(code, at: Place(seq: claimed), detail: detail)
    }
    do {
      try self.init(opening: note, with: keys)
    } catch let refusal as RegistryError {
      throw error(refusal.code, refusal.detail)
    }
    guard self.origin.utf8.elementsEqual(origin.utf8) else {
      throw error(.noteMalformed, "a checkpoint of another journal")
    }
    guard size <= lines else { throw error(.journalBehindCheckpoint, "\(lines) lines of \(size)") }
    let expected = size == 0 ? Digest.sha256(of: []) : roots[size]
    guard root == expected else { throw error(.checkpointContradicted, "size \(size)") }
  }
}
