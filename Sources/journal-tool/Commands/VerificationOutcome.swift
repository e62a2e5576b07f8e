import RegistryEvents
import RegistryProjections

/// What `verify` tells.
enum VerificationOutcome {
  /// The journal was read to its end.
  case verified(JournalVerification, JournalVerification.Evidence, [RegisterDigestCheck])
  /// Line 0 opens no journal, so that nothing else can be said.
  case unreadable(RegistryError)

  /// Something wrong, as it is shown.
  struct Item {
    /// The line; of a checkpoint the number of lines that it claims.
    let seq: UInt64?
    /// The byte in the journal's file.
    let offset: UInt64?
    let code: ErrorCode
    let text: String
    /// The checkpoint's file; `nil` for the journal itself.
    let checkpoint: String?
  }

  /// The first bad line, or the unterminated end; `nil` where there is none.
  var firstBad: Item? {
    switch self {
    case .unreadable(let error): return Item(error)
    case .verified(let verification, _, _):
      return verification.firstBad.map {
        Item(seq: $0.seq, offset: $0.offset, code: $0.code, text: $0.text, checkpoint: nil)
      }
    }
  }

  /// What was recorded of registers, and whether it is so.
  var digests: [RegisterDigestCheck] {
    guard case .verified(_, _, let digests) = self else { return [] }
    return digests
  }

  /// The verification that came to its end.
  var verification: JournalVerification? {
    guard case .verified(let verification, _, _) = self else { return nil }
    return verification
  }

  /// Everything wrong: the journal's lines first, then checkpoints.
  var findings: [Item] {
    switch self {
    case .unreadable(let error):
      return [Item(error)]
    case .verified(let verification, _, let digests):
      return verification.findings.map {
        Item(seq: $0.seq, offset: $0.offset, code: $0.code, text: $0.text, checkpoint: nil)
      }
        + verification.checkpointFindings.map { finding in
          Item(
            seq: finding.error.place.seq, offset: nil, code: finding.error.code, text: finding.error.words,
            checkpoint: finding.name)
        }
        + digests.filter { $0.status == .differs }.map { check in
          let error = RegistryError(
            .registerDigestDiffers, at: Place(seq: check.seq),
            detail: "\(check.stated.register) at \(check.size) lines")
          return Item(error)
        }
    }
  }
}

extension VerificationOutcome.Item {
  /// What kept the journal from being read.
  fileprivate init(_ error: RegistryError) {
    self.init(
      seq: error.place.seq, offset: error.place.fileOffset, code: error.code, text: error.words, checkpoint: nil)
  }
}

extension RegistryError {
  /// The error in words.
  var words: String { detail.isEmpty ? code.meaning : "\(code.meaning) (\(detail))" }
}
