/// The verification of a journal: every line, the checkpoints beside it, and those from elsewhere, by which alone it is anchored (format §6).
public struct JournalVerification: Sendable {
  /// What was read, and what was found in the lines.
  public private(set) var summary: WalkSummary
  /// The leaf hash of line 0: what an auditor must get from elsewhere.
  public let opening: Digest?
  /// Everything found in the journal itself, in the order of the lines: that line 0 is not the one expected, and an
  /// unterminated end, among them.
  public private(set) var findings: [Finding]
  /// Every checkpoint that does not hold, and what was verified before where the journal is not that any more.
  public let checkpointFindings: [CheckpointFinding]
  /// How many of the checkpoints beside the journal hold.
  public let storedHolding: Int
  /// How many checkpoints, beside the journal and from elsewhere, were not compared, since the lines that they are of were not read again.
  public let checkpointsUnread: Int
  /// The timestamps of checkpoints beside the journal that hold.
  public let timestamps: [Timestamp]
  /// The largest checkpoint from elsewhere that holds; `nil` where none does.
  public let anchor: Checkpoint?
  /// The first line that is not as it was written, or the unterminated end; `nil` where there is none. An act that does not stand is no bad line.
  public let firstBad: Finding?
  /// What is still good.
  public let good: GoodPart
  /// What was not verified again; `nil` where everything was verified.
  public let since: Since?
  /// Why what was verified before was not relied on, where it was to be.
  public let setback: RegistryError?
  /// The journal that this one was held against.
  private let predecessor: JournalEnd?
  /// The leaf hash of line 0 that was expected.
  private let expected: Digest?

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
    /// What needs not be verified again; `nil` where everything is verified.
    public var before: Before?
    /// The timestamping authorities that are trusted; `nil` where tokens are only compared with their checkpoints.
    public var timestampAuthorities: TrustedCertificates?

    /// Nothing, unless said otherwise.
    public init(
      checkpoints: [(name: String, note: Result<Note, RegistryError>)] = [], keys: [VerifierKey] = [],
      opening: Digest? = nil, policy: WitnessPolicy? = nil, before: Before? = nil,
      timestampAuthorities: TrustedCertificates? = nil
    ) {
      self.timestampAuthorities = timestampAuthorities
      self.policy = policy
      self.checkpoints = checkpoints
      self.keys = keys
      self.opening = opening
      self.before = before
    }
  }

  /// Verifies a journal from its first line to its last, or what is new in it, and reports whatever is wrong.
  ///
  /// - Parameters:
  ///   - stored: the checkpoints beside the journal, if it has a place.
  ///   - tokens: the timestamps beside the journal, if it has a place.
  ///   - line: is given every well-formed line as it passes, as far as it was checked.
  ///   - predecessor: the journal that this one continues.
  ///   - digestsFile: whether the file is hashed whole, for a journal that continues it.
  /// - Throws: `journal-empty` and what is wrong with line 0, without which nothing can be said; and what reading the file throws.
  public init(
    _ reader: JournalReader, stored: StoredCheckpoints?, tokens: StoredTimestamps? = nil,
    evidence: Evidence = Evidence(), rules: SigningRules, catalogue: ActCatalogue = .standard,
    predecessor: JournalEnd? = nil, digestsFile: Bool = false, line: (WalkedLine) -> Void = { _ in }
  ) throws(RegistryError) {
    let claimed = evidence.checkpoints.compactMap { try? Checkpoint.claimedSize(of: $0.note.get()) }
    let plan = VerificationPlan(
      rules: rules, catalogue: catalogue, rootsAt: (stored?.sizes ?? []).union(claimed), evidence: evidence,
      predecessor: predecessor, digestsFile: digestsFile)
    let outcome = try plan.run(reader, line)
    let summary = outcome.summary
    self.summary = summary
    self.predecessor = predecessor
    expected = evidence.opening
    opening = outcome.opening
    since = outcome.since
    setback = outcome.setback

    let comparable = stored.map { $0.comparable(from: outcome.firstComparable, roots: summary.roots) }
    let storedProblems =
      comparable?.problems(
        origin: summary.opening.origin, keys: summary.noteKeys, lines: summary.lines, roots: summary.roots) ?? []
    storedHolding = (comparable?.stored.count ?? 0) - storedProblems.count
    var unread = (stored?.stored.count ?? 0) - (comparable?.stored.count ?? 0)
    let failing = Set(storedProblems.compactMap(\.place.seq))
    var held: [(name: String, checkpoint: Checkpoint)] = []
    var heldNotes: [UInt64: Note] = [:]
    for stored in comparable?.stored ?? [] where !failing.contains(stored.size) {
      guard let note = try? stored.note.get(), let checkpoint = try? Checkpoint(text: note.text) else { continue }
      held.append((stored.path, checkpoint))
      heldNotes[stored.size] = note
    }
    var checkpointFindings = storedProblems.map { error in
      CheckpointFinding(name: stored?.stored.first { $0.size == error.place.seq }?.path ?? "", error: error)
    }
    let checked = tokens.map {
      JournalVerification.check($0, of: heldNotes, trusting: evidence.timestampAuthorities)
    }
    timestamps = checked?.timestamps ?? []
    checkpointFindings += checked?.findings ?? []
    var anchor: Checkpoint?
    for (name, note) in evidence.checkpoints {
      let size = try? Checkpoint.claimedSize(of: note.get())
      if let size, size > 0, size < outcome.firstComparable, summary.roots[size] == nil {
        unread += 1
        continue
      }
      do {
        let checkpoint = try evidence.check(note, summary)
        if checkpoint.size >= anchor?.size ?? 0 { anchor = checkpoint }
        held.append((name, checkpoint))
      } catch {
        checkpointFindings.append(CheckpointFinding(name: name, error: error))
      }
    }
    if let name = evidence.before?.name, let setback = outcome.setback, setback.code != .verifiedFileStale,
      !checkpointFindings.contains(where: { $0.name == name && $0.error.code == setback.code })
    {
      checkpointFindings.append(CheckpointFinding(name: name, error: setback))
    }
    self.anchor = anchor
    checkpointsUnread = unread
    self.checkpointFindings = checkpointFindings
    let findings = JournalVerification.findings(summary, opening: opening, expected: evidence.opening)
    self.findings = findings
    let isExpected = findings.first?.code != .openingUnexpected
    firstBad = isExpected ? summary.firstBad?.finding ?? findings.last { $0.code == .tornTail } : findings.first
    good = GoodPart(
      summary, isExpected: isExpected, held: held,
      contradicted: checkpointFindings.filter { $0.error.code == .checkpointContradicted }.compactMap(\.error.place.seq)
    )
  }

  /// The same as known with the journals that continue this one, the oldest first: what they annul needs no attention any more.
  ///
  /// - Returns: `nil` where that cannot be said, since the acts in question were verified before and are not known now.
  public func known(with later: [JournalVerification]) -> JournalVerification? {
    guard later.contains(where: { !$0.summary.annulments.isEmpty }) else { return self }
    if since != nil, findings.contains(where: { $0.code == .vouchedByRevokedKey }) { return nil }
    var known = self
    known.summary = summary.known(with: later.map(\.summary))
    known.findings = JournalVerification.findings(known.summary, opening: opening, expected: expected)
    return known
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

  /// The record of what was verified, for a later verification to go on from; `nil` where there is a bad line or an act that is newer than the reader, the journal is not the one that was expected
  /// or was verified before, or it was not a file.
  ///
  /// - Parameter tool: the program that has verified, with its version.
  public func record(tool: String) -> VerificationRecord? {
    guard firstBad == nil, !checkpointFindings.contains(where: { $0.error.code == .checkpointContradicted }),
      !checkpointFindings.contains(where: { $0.error.code == .journalBehindCheckpoint }), let opening,
      let root = summary.root, let window = summary.window, summary.lines > 0,
      !findings.contains(where: { $0.code == .formatNewerThanReader })
    else { return nil }
    if case .checkpoint = since?.basis { return nil }
    return VerificationRecord(
      tool: tool, rulesVersion: summary.rulesVersion, origin: summary.opening.origin, opening: opening,
      predecessor: predecessor.flatMap(VerificationRecord.Predecessor.init), annulled: summary.annulled,
      size: summary.lines, bytes: summary.bytes, head: summary.head, root: root, verdicts: summary.verdicts,
      standings: summary.standings, unknownTypes: summary.unknownTypes, findings: summary.findings,
      controls: summary.trace.controls, window: window)
  }
}

extension JournalVerification.Evidence {
  /// Verifies a checkpoint from elsewhere and holds it against what was read.
  ///
  /// - Throws: why it does not hold.
  func check(_ note: Result<Note, RegistryError>, _ summary: WalkSummary) throws(RegistryError) -> Checkpoint {
    do {
      let checkpoint = try Checkpoint(
        opening: note.get(),
        with: keys.isEmpty ? summary.noteKeys.inForce(at: Checkpoint.claimedSize(of: note.get())) : keys,
        origin: summary.opening.origin, lines: summary.lines, roots: summary.roots)
      _ = try policy?.demandQuorum(of: note.get())
      return checkpoint
    } catch {
      throw error as? RegistryError ?? RegistryError(.noteMalformed)
    }
  }
}

extension Checkpoint {
  /// The size that a note claims as a checkpoint, before anybody has verified it: good to know which root to compute, and for
  /// nothing else.
  static func claimedSize(of note: Note) throws -> UInt64 { try Checkpoint(text: note.text).size }

  /// The origin that a note claims as a checkpoint, before anybody has verified it: good to know which journal to hold it against.
  public static func claimedOrigin(of note: Note) throws -> String { try Checkpoint(text: note.text).origin }

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
