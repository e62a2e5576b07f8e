extension JournalWriter {
  /// Signs a checkpoint of all lines that this writer has, made durable first, and keeps it beside the journal: as ``CheckpointSigning`` does, without
  /// opening the journal again. Appends go on meanwhile.
  ///
  /// The journal is read only where the tree at the key's last checkpoint is not known yet: that checkpoint is not among those beside the journal, and
  /// another process has signed since this writer was opened.
  ///
  /// - Parameters:
  ///   - key: the private half of one of the journal's note keys.
  ///   - memory: the last checkpoint of that key.
  /// - Throws: `note-key-unknown`; `checkpoint-contradicted` and `journal-behind-checkpoint` where the journal does not extend what the key signed before;
  ///   `signer-locked`; `sync-failed`, after which the writer is closed; why the writer is closed; and what the system refuses.
  public func checkpoint(signedBy key: PrivateKey, memory: CheckpointMemory) throws -> CheckpointSigning.Signed {
    let (checkpoint, note) = try memory.advance { last in
      let now = try snapshot()
      try sync(upTo: now.end)
      let signer = try NoteSigner(name: now.opening.origin, key: key)
      let hasher = SHA256Hasher()
      if let last {
        let lastSize = try Checkpoint.claimedSize(of: last)
        let signed = try Checkpoint(
          opening: last, with: [signer.verifierKey], origin: now.opening.origin, lines: now.tree.size,
          roots: try root(at: lastSize, in: now, hasher).map { [lastSize: $0] } ?? [:])
        if now.tree.size <= signed.size { return (last, (signed, last)) }
      }
      guard now.noteKeys.inForce(at: now.tree.size).contains(signer.verifierKey) else {
        throw RegistryError(.noteKeyUnknown, detail: signer.verifierKey.description)
      }
      let checkpoint = try Checkpoint(
        origin: now.opening.origin, size: now.tree.size, root: now.tree.root(with: hasher))
      let note = try checkpoint.signed(by: signer)
      return (note, (checkpoint, note))
    }
    core.withLock { $0.roots[checkpoint.size] = checkpoint.root }
    let (file, wasKept) = try StoredCheckpoints.keep(note, of: checkpoint, journal: paths.journal)
    return CheckpointSigning.Signed(
      checkpoint: checkpoint, note: note, path: file, wasKept: wasKept, linesLeftOut: 0, findings: [])
  }

  /// The tree at one moment, and what is known of it.
  private struct Snapshot {
    let opening: JournalOpened
    let noteKeys: NoteKeys
    let tree: MerkleFrontier
    let end: UInt64
    let roots: [UInt64: Digest]
  }

  private func snapshot() throws(RegistryError) -> Snapshot {
    let snapshot = core.withLock { core in
      Result { () throws(RegistryError) in
        if let refusal = core.state.refusal { throw refusal }
        guard let opening = core.judge.opening else { throw RegistryError(.journalEmpty) }
        try JournalRecovery.demandUnchanged(paths, opened, size: core.end)
        return Snapshot(
          opening: opening, noteKeys: core.judge.noteKeys ?? NoteKeys(opening), tree: core.chain.tree, end: core.end,
          roots: core.roots)
      }
    }
    return try snapshot.get()
  }

  /// The root of the first lines; `nil` where there are not as many.
  private func root(at size: UInt64, in now: Snapshot, _ hasher: SHA256Hasher) throws -> Digest? {
    if size == now.tree.size { return now.tree.root(with: hasher) }
    if let known = now.roots[size] { return known }
    guard size < now.tree.size else { return nil }
    var tree = MerkleFrontier()
    try JournalReader(path: paths.journal).forEachLine(upTo: size) { _, line in
      tree.append(hasher.leafHash(line), with: hasher)
    }
    return tree.root(with: hasher)
  }
}
