import RegistryEvents

extension ExitCode {
  /// How the process ends on an error that a command does not handle itself.
  ///
  /// 1 is what the journal or its rules refuse; 65, which is all that is not listed here, an input that is not what it says.
  init(for code: ErrorCode) {
    switch code {
    case .prevMismatch, .seqGap, .recordedBackwards, .atAfterRecorded, .journalForeign, .idRepeated, .idOutsideWindow,
      .historyRewritten, .seenMissing, .openingUnexpected, .signatureInvalid, .algorithmMismatch,
      .algorithmUnsupported,
      .keyUnknown, .keyRevoked, .keyEnrolledTwice, .mandateNotInForce, .roleNotAllowed, .signerMissing,
      .evidenceMissing,
      .noteUnsigned, .checkpointContradicted, .journalBehindCheckpoint, .noteKeyUnknown, .proofInvalid, .actMissing,
      .quorumMissing, .witnessSizeDiffers, .headMoved, .idConflict, .clockBehind, .clockAhead, .journalClosed,
      .timestampInvalid, .registerDigestDiffers, .actImpossible, .actNotStanding, .actWithoutEffect, .journalTruncated,
      .journalEnded,
      .journalNotClosed,
      .vouchedByRevokedKey, .predecessorMissing, .predecessorMismatch:
      self = .findings
    case .fileMissing, .checkpointMissing:
      self = .noInput
    case .fileExists:
      self = .cantCreate
    case .inputOutput, .writerLocked, .signerLocked, .fileReplaced, .fileSystemNotLocal, .syncFailed,
      .cryptographyFailed:
      self = .ioError
    default:
      self = .dataError
    }
  }
}
