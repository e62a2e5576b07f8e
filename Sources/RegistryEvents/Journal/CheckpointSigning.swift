internal import Glibc

/// Signs checkpoints of a journal with a note key, and keeps them beside it (format §6).
///
/// The order of what it does, on which it rests that no two signatures contradict: lock the key's memory · read the journal with the checks
/// that a writer makes on opening · compare it with the key's last checkpoint and with those beside the journal · make its bytes durable ·
/// sign · make the key's memory durable · link `x.checkpoints/<size>` · return the note.
public enum CheckpointSigning {
  /// A signed checkpoint.
  public struct Signed: Sendable {
    /// What it says.
    public let checkpoint: Checkpoint
    /// The note as it is kept and sent.
    public let note: Note
    /// The file that it is kept in.
    public let path: String
    /// Whether that file was there already, with the same checkpoint.
    public let wasKept: Bool
    /// How many lines at the end it leaves out, since a writer at work has not said that they are durable.
    public let linesLeftOut: UInt64
    /// What is wrong with acts of the control areas, none of which keeps a journal from being whole: see ``JournalVerification``.
    public let findings: [Finding]
  }

  /// Signs a checkpoint of all lines that are durable. Where they are no more than the key has signed before, that checkpoint is answered.
  ///
  /// - Parameters:
  ///   - key: the private half of one of the journal's note keys.
  ///   - memory: the last checkpoint of that key.
  ///   - line: is given every line as it passes, to show progress by.
  /// - Throws: whatever is wrong with a line; `note-key-unknown`; `checkpoint-contradicted` and `journal-behind-checkpoint` where the journal
  ///   does not extend what the key signed before, or a checkpoint beside the journal; `signer-locked`; and what the system refuses.
  public static func sign(
    journal path: String, key: PrivateKey, memory: CheckpointMemory, rules: SigningRules,
    catalogue: ActCatalogue = .standard, line: (Line) -> Void = { _ in }
  ) throws -> Signed {
    let (checkpoint, note, leftOut, findings) = try memory.advance { last in
      let end = try JournalRecovery.durableEnd(JournalPaths(path))
      let stored = try StoredCheckpoints(JournalPaths(path))
      let lastSize = try last.map { try Checkpoint.claimedSize(of: $0) }
      let walk = JournalWalk(
        mode: .full, rules: rules, catalogue: catalogue, damage: .stop,
        rootsAt: stored.sizes.union([lastSize ?? 0]), signaturesOf: .controlActs)
      let hasher = SHA256Hasher()
      var durable = MerkleFrontier()
      let summary = try walk.run(JournalReader(path: path)) { walked in
        let endOfLine = walked.line.fileOffset + UInt64(walked.line.layout.length) + 1
        if endOfLine <= end, let leaf = walked.leafHash { durable.append(leaf, with: hasher) }
        line(walked.line)
      }
      try stored.demandAgreement(
        of: summary.opening, keys: summary.noteKeys, lines: summary.lines, roots: summary.roots)
      let signer = try NoteSigner(name: summary.opening.origin, key: key)
      if let last {
        let signed = try Checkpoint(
          opening: last, with: [signer.verifierKey], origin: summary.opening.origin, lines: summary.lines,
          roots: summary.roots)
        if durable.size <= signed.size { return (last, (signed, last, summary.lines - signed.size, summary.findings)) }
      }
      guard summary.noteKeys.inForce(at: durable.size).contains(signer.verifierKey) else {
        throw RegistryError(.noteKeyUnknown, detail: signer.verifierKey.description)
      }
      guard durable.size > 0 else {
        throw RegistryError(.inputOutput, detail: "no line is known to be durable: open the journal for writing first")
      }
      try SystemCalls.syncData(SystemCalls.open(path, O_RDONLY))
      let checkpoint = try Checkpoint(
        origin: summary.opening.origin, size: durable.size, root: durable.root(with: hasher))
      let note = try checkpoint.signed(by: signer)
      return (note, (checkpoint, note, summary.lines - durable.size, summary.findings))
    }
    let (file, wasKept) = try StoredCheckpoints.keep(note, of: checkpoint, journal: path)
    return Signed(
      checkpoint: checkpoint, note: note, path: file, wasKept: wasKept, linesLeftOut: leftOut, findings: findings)
  }
}

extension StoredCheckpoints {
  /// Keeps a note as `x.checkpoints/<size>`, durably, and never in place of another.
  ///
  /// - Returns: the file, and whether it was there already with the same checkpoint.
  /// - Throws: `file-exists` where another checkpoint has the name.
  static func keep(_ note: Note, of checkpoint: Checkpoint, journal path: String) throws -> (
    path: String, wasKept: Bool
  ) {
    let paths = JournalPaths(path)
    let file = paths.checkpoint(checkpoint.size)
    try SystemCalls.makeDirectory(paths.checkpoints)
    do {
      // The other name stands beside the folder, in which every name is a size.
      let temporary = "\(paths.checkpoints)-\(checkpoint.size).\(getpid()).tmp"
      try DurableFile.write(note.bytes, to: file, temporary: temporary, replacing: false)
      return (file, false)
    } catch {
      guard error.code == .fileExists else { throw error }
      guard try Note(SystemCalls.contents(file)).text == note.text else {
        throw RegistryError(.fileExists, detail: "another checkpoint of \(checkpoint.size) lines")
      }
      return (file, true)
    }
  }
}
