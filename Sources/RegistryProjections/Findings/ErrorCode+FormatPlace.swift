internal import RegistryEvents

extension ErrorCode {
  /// Where the journal's format speaks of what the code says.
  var formatPlace: String {
    switch self {
    case .prevMismatch, .seqGap, .recordedBackwards, .tornTail, .lineTooLong, .actTooLong, .lineEmpty: return "§1"
    case .atAfterRecorded, .journalForeign, .idRepeated, .idOutsideWindow, .historyRewritten, .seenMissing,
      .whatInvalid, .formatNewerThanReader:
      return "§3"
    case .headerInvalid, .signersMismatch, .signatureInvalid, .algorithmMismatch, .algorithmUnsupported,
      .evidenceMissing, .keyMalformed, .keyUnsupported:
      return "§4"
    case .openingInvalid, .openingUnexpected, .journalEnded, .correctionImpossible, .predecessorMissing,
      .predecessorMismatch,
      .vouchedByRevokedKey, .keyUnknown, .keyRevoked, .keyEnrolledTwice, .mandateNotInForce,
      .roleNotAllowed, .signerMissing:
      return "§5"
    case .noteMalformed, .noteUnsigned, .checkpointContradicted, .journalBehindCheckpoint: return "§6"
    default: return "§2"
    }
  }
}
