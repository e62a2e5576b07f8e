import RegistryEvents
import RegistryProjections

/// What `verify` tells.
enum VerificationOutcome {
  /// The journal was read to its end.
  case verified(Verified)
  /// Line 0 opens no journal, so that nothing else can be said.
  case unreadable(RegistryError)

  /// A verification that came to its end, and what it rests on.
  struct Verified {
    var verification: JournalVerification
    let evidence: JournalVerification.Evidence
    /// What was recorded of registers, and whether it is so; `nil` where something was and the registers cannot be built.
    let digests: [RegisterDigestCheck]?
    /// The origin of the journal that continues this one, where that one is anchored: its line 0 says what all lines of this one are.
    var boundBy: String?

    /// The first line that nothing from elsewhere vouches for; `nil` where all are vouched for.
    var unanchoredFrom: UInt64? { boundBy == nil ? verification.unanchoredFrom : nil }
  }

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
    case .verified(let verified):
      return verified.verification.firstBad.map {
        Item(seq: $0.seq, offset: $0.offset, code: $0.code, text: $0.text, checkpoint: nil)
      }
    }
  }

  /// What came to its end.
  var verified: Verified? {
    guard case .verified(let verified) = self else { return nil }
    return verified
  }

  /// Everything wrong: the journal's lines first, then checkpoints.
  var findings: [Item] {
    switch self {
    case .unreadable(let error):
      return [Item(error)]
    case .verified(let verified):
      return verified.verification.findings.map {
        Item(seq: $0.seq, offset: $0.offset, code: $0.code, text: $0.text, checkpoint: nil)
      }
        + verified.verification.checkpointFindings.map { finding in
          Item(
            seq: finding.error.place.seq, offset: nil, code: finding.error.code, text: finding.error.words,
            checkpoint: finding.name)
        }
        + (verified.digests ?? []).filter { $0.status == .differs }.map { check in
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
