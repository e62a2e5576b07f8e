/// How much of a journal is checked while it is read.
public enum VerificationMode: String, Sendable, CaseIterable {
  /// Canonical form and the order of the lines alone.
  case none
  /// Also every hash, the chain, times, ids and the Merkle root.
  case chain
  /// Also every signature, and who was entitled to make it.
  case full
}

/// Something found wrong with a journal, or worth an auditor's eye.
public struct Finding: Sendable, Equatable {
  /// The line's index; the number of lines for what stands after the last one.
  public let seq: UInt64
  /// The byte concerned, from the start of the file.
  public let offset: UInt64
  /// The stable code.
  public let code: ErrorCode
  /// What the code leaves open.
  public let detail: String

  /// The finding in words.
  public var text: String { detail.isEmpty ? code.meaning : "\(code.meaning) (\(detail))" }

  /// The same with lines counted on from those of the journals before.
  func counted(from firstSeq: UInt64) -> Finding {
    let place = Place(seq: firstSeq &+ seq, fileOffset: offset)
    return Finding(RegistryError(code, at: place, detail: detail), line: 0, lineOffset: 0)
  }

  init(_ error: RegistryError, line seq: UInt64, lineOffset: UInt64) {
    self.seq = error.place.seq ?? seq
    offset = error.place.fileOffset ?? lineOffset + UInt64(error.place.offset ?? 0)
    code = error.code
    detail = error.detail
  }
}
