/// A witness: cosigns a checkpoint only if it extends the one that it cosigned last for that journal, and remembers it, durably, before it answers
/// (C2SP `tlog-witness`, without the network).
///
/// Its memory is a folder of its own, with a file for each journal under the SHA-256 of the origin: the checkpoint cosigned last. Who loses the
/// folder has a new witness and must take a new key.
public struct Witness: Sendable {
  private let directory: String
  private let cosigner: Cosigner
  private let logs: [VerifierKey]

  /// A witness.
  ///
  /// - Parameters:
  ///   - directory: the folder of its memory, which is made where it is not there.
  ///   - logs: the note keys of the journals that it watches, each named as the journal's origin.
  public init(directory: String, cosigner: Cosigner, logs: [VerifierKey]) {
    self.directory = directory
    self.cosigner = cosigner
    self.logs = logs
  }

  /// The number of lines of a journal that the witness has cosigned last; 0 where it has none.
  ///
  /// - Throws: what is wrong with its memory.
  public func lastSize(origin: String) throws -> UInt64 {
    guard let note = try memory(of: origin).read() else { return 0 }
    return try remembered(note, origin: origin).size
  }

  /// Cosigns a checkpoint.
  ///
  /// - Parameter now: the time that the cosignature says.
  /// - Returns: the checkpoint with all its signatures and the witness's.
  /// - Throws: `note-unsigned` where no key of a journal that is watched signed it; `proof-malformed` for an old size beyond the checkpoint's;
  ///   `witness-size-differs` where the old size is not the one cosigned last, which the detail tells; `checkpoint-contradicted` for another tree of the
  ///   same size; `proof-invalid` where the growth is not shown; `signer-locked`; and what the system refuses.
  public func cosign(_ request: WitnessRequest, at now: Instant) throws -> Note {
    let checkpoint = try Checkpoint(opening: request.checkpoint, with: logs)
    guard request.oldSize <= checkpoint.size else {
      throw RegistryError(.proofMalformed, detail: "an old size beyond the checkpoint's")
    }
    try SystemCalls.makeDirectory(directory)
    let hasher = SHA256Hasher()
    return try memory(of: checkpoint.origin).advance { note in
      let last = try note.map { try remembered($0, origin: checkpoint.origin) }
      let lastSize = last?.size ?? 0
      guard request.oldSize == lastSize else {
        throw RegistryError(.witnessSizeDiffers, detail: "it is \(lastSize)")
      }
      if let last, last.size == checkpoint.size, last.root != checkpoint.root {
        throw RegistryError(.checkpointContradicted, detail: "size \(checkpoint.size)")
      }
      let growth = ConsistencyProof(oldSize: lastSize, newSize: checkpoint.size, path: request.path)
      let oldRoot = last?.root ?? hasher.digest([])
      guard growth.verify(oldRoot: oldRoot, newRoot: checkpoint.root, with: hasher) else {
        throw RegistryError(.proofInvalid, detail: "from \(lastSize) to \(checkpoint.size)")
      }
      let cosigned = try request.checkpoint.cosigned(by: cosigner, at: now)
      return (cosigned, cosigned)
    }
  }

  private func memory(of origin: String) -> CheckpointMemory {
    CheckpointMemory(path: "\(directory)/\(Digest.sha256(of: Array(origin.utf8)))")
  }

  /// What the witness remembers, if it is what it has written: cosigned by itself, of that journal.
  private func remembered(_ note: Note, origin: String) throws -> Checkpoint {
    let checkpoint = try Checkpoint(text: note.text)
    guard try !note.cosignatures(by: [cosigner.key]).isEmpty, checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
      throw RegistryError(.noteUnsigned, detail: "the memory of the witness is not its own")
    }
    return checkpoint
  }
}
