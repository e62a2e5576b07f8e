extension JournalVerification {
  /// What a reader says was verified before.
  public enum Before: Sendable {
    /// The lines of one of the checkpoints from elsewhere, by its name. On the reader's word: a checkpoint says what the lines are, and not that the
    /// signatures in them hold.
    case checkpoint(String)
    /// What a record of the reader's own says, under a name.
    ///
    /// - Parameters:
    ///   - tool: the program that verifies now, with its version: the record must be its own.
    ///   - rereading: whether the bytes of those lines are read and hashed again, so that a change in them is seen.
    case record(VerificationRecord, name: String, tool: String, rereading: Bool)

    /// The name under which it was given.
    public var name: String {
      switch self {
      case .checkpoint(let name): return name
      case .record(_, let name, _, _): return name
      }
    }
  }

  /// What was not verified again.
  public struct Since: Sendable, Equatable {
    /// Signatures are checked from this line on. Before it those of control acts alone, by which the keys are known.
    public let lines: UInt64
    /// By what the lines before it are known.
    public let basis: Basis
  }

  /// By what lines that were not verified again are known.
  public enum Basis: String, Sendable {
    /// They were read: form, chain and control acts were checked, and the root is that of the checkpoint.
    case checkpoint
    /// They were read and hashed: their root is the one that was verified.
    case verifiedFile = "verified-file"
    /// They were not read, but for the last weeks and the control acts. What is new extends what was verified; that the file still has it is not shown.
    case verifiedFileUnread = "verified-file-unread"
  }
}

/// How a journal is read to be verified: whole, or what is new in it. Where what was verified before does not bear it out, whole.
struct VerificationPlan {
  let rules: SigningRules
  let catalogue: ActCatalogue
  let rootsAt: Set<UInt64>
  let evidence: JournalVerification.Evidence
  let predecessor: JournalEnd?
  /// Whether the file is hashed whole, which it is only where all of it is read.
  let digestsFile: Bool

  struct Outcome {
    var summary: WalkSummary
    var opening: Digest?
    var since: JournalVerification.Since?
    var setback: RegistryError?
    /// Checkpoints of fewer lines can be compared only where their root is known.
    var firstComparable: UInt64 = 0
  }

  func run(_ reader: JournalReader, _ line: (WalkedLine) -> Void) throws(RegistryError) -> Outcome {
    switch evidence.before {
    case nil: return try whole(reader, line)
    case .checkpoint(let name): return try run(since: name, reader, line)
    case .record(let record, _, let tool, let rereading):
      guard record.tool == tool, record.rulesVersion == rules.version else {
        return try whole(
          reader, line, RegistryError(.verifiedFileStale, detail: "\(record.tool), \(record.rulesVersion)"))
      }
      guard record.predecessor == predecessor.flatMap(VerificationRecord.Predecessor.init) else {
        let detail = record.predecessor.map { "after \($0.lines) lines of \($0.origin)" } ?? "after no other journal"
        return try whole(reader, line, RegistryError(.verifiedFileStale, detail: detail))
      }
      return try run(from: record, rereading: rereading, reader, line)
    }
  }

  private func walk(_ scope: JournalWalk.SignatureScope, rootsAt: Set<UInt64>) -> JournalWalk {
    JournalWalk(
      mode: .full, rules: rules, catalogue: catalogue, damage: .report, rootsAt: rootsAt, signaturesOf: scope,
      predecessor: predecessor)
  }

  private func whole(
    _ reader: JournalReader, _ line: (WalkedLine) -> Void, _ setback: RegistryError? = nil
  ) throws(RegistryError) -> Outcome {
    var opening: Digest?
    let summary = try walk(.all, rootsAt: rootsAt).run(reader, digestsFile: digestsFile) { walked in
      if opening == nil { opening = walked.leafHash }
      line(walked)
    }
    return Outcome(summary: summary, opening: opening, setback: setback)
  }

  /// From the lines of a checkpoint on.
  private func run(
    since name: String, _ reader: JournalReader, _ line: (WalkedLine) -> Void
  ) throws(RegistryError) -> Outcome {
    let note = evidence.checkpoints.first { $0.name == name }?.note ?? .failure(RegistryError(.checkpointMissing))
    let size: UInt64
    do {
      size = try Checkpoint.claimedSize(of: note.get())
    } catch {
      return try whole(reader, line, error as? RegistryError ?? RegistryError(.noteMalformed))
    }
    var opening: Digest?
    var reachesBack: RegistryError?
    let summary = try walk(.since(size), rootsAt: rootsAt).run(reader) { walked in
      if opening == nil { opening = walked.leafHash }
      if walked.line.seq >= size, walked.line.act.reachesBack { reachesBack = VerificationPlan.stale(walked.line) }
      line(walked)
    }
    do throws(RegistryError) {
      _ = try evidence.check(note, summary)
      if let reachesBack { throw reachesBack }
    } catch {
      return try whole(reader.again(), line, error)
    }
    return Outcome(
      summary: summary, opening: opening, since: JournalVerification.Since(lines: size, basis: .checkpoint))
  }

  /// From what a record says on.
  private func run(
    from record: VerificationRecord, rereading: Bool, _ reader: JournalReader, _ line: (WalkedLine) -> Void
  ) throws(RegistryError) -> Outcome {
    let size = UInt64(clamping: try SystemCalls.status(reader.file).size)
    guard size >= record.bytes else {
      let setback = RegistryError(
        .journalBehindCheckpoint, at: Place(seq: record.size), detail: "\(size) bytes of \(record.bytes)")
      return try whole(reader, line, setback)
    }
    let walk = walk(.since(record.size), rootsAt: rootsAt.union([record.size]))
    let state: JournalWalk.State
    do throws(JournalWalk.Unresumable) {
      state = try walk.resumed(from: record, reader, rereading: rereading)
    } catch {
      switch error {
      case .journal(let setback): return try whole(reader.again(), line, setback)
      case .reading(let failure): throw failure
      }
    }
    var resumed = try reader.resumed(at: record.window.bytes)
    var reachesBack: RegistryError?
    let end = try walk.walk(&resumed, from: state) { walked in
      if walked.line.seq >= record.size, walked.line.act.reachesBack {
        reachesBack = VerificationPlan.stale(walked.line)
      }
      line(walked)
    }
    var summary = try end.summary(resumed)
    let isSame = summary.roots[record.size] == record.root && summary.trace.ends[record.size] == record.bytes
    let opening = summary.trace.controls.first { $0.seq == 0 }?.leaf
    guard isSame, opening == record.opening else {
      return try whole(reader.again(), line, record.contradiction("a line up to \(record.size - 1)"))
    }
    if let reachesBack { return try whole(reader.again(), line, reachesBack) }
    summary.add(record)
    let basis = rereading || record.window.lines == 0 ? JournalVerification.Basis.verifiedFile : .verifiedFileUnread
    return Outcome(
      summary: summary, opening: opening, since: JournalVerification.Since(lines: record.size, basis: basis),
      firstComparable: basis == .verifiedFile ? 0 : record.window.lines)
  }

  /// That a new act speaks of acts before, whose signatures were not checked again.
  private static func stale(_ line: Line) -> RegistryError {
    RegistryError(
      .verifiedFileStale, at: Place(seq: line.seq), detail: "\(line.act.type) in line \(line.seq) reaches back")
  }
}

extension Act {
  /// Whether an act of this type can change what is to be said of acts before it.
  fileprivate var reachesBack: Bool { type == KeyRevoked.type || type.utf8.starts(with: "act.".utf8) }
}

extension WalkSummary {
  /// Counts and lists what a record says of the lines before those that were verified now.
  fileprivate mutating func add(_ record: VerificationRecord) {
    // A revocation or an annulment among the new lines has all of them read again; what an earlier one casts doubt on is in the record.
    removeDoubts()
    annulled = record.annulled
    verdicts = WalkSummary.sum(verdicts, before.verdicts, record.verdicts)
    standings = WalkSummary.sum(standings, before.standings, record.standings)
    unknownTypes = WalkSummary.sum(unknownTypes, before.unknownTypes, record.unknownTypes)
    findings = record.findings + findings.filter { $0.seq >= record.size }
  }

  /// What was counted in all, without what was counted before, and with what was recorded.
  private static func sum<Word: Hashable>(
    _ all: [Word: Int], _ before: [Word: Int], _ recorded: [Word: Int]
  ) -> [Word: Int] {
    all.merging(before) { $0 - $1 }.merging(recorded) { $0 + $1 }.filter { $0.value > 0 }
  }
}

extension StoredCheckpoints {
  /// Those whose root is known if they hold.
  func comparable(from size: UInt64, roots: [UInt64: Digest]) -> StoredCheckpoints {
    StoredCheckpoints(stored.filter { $0.size >= size || $0.size == 0 || roots[$0.size] != nil })
  }
}
