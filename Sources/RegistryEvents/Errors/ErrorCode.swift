/// The catalogue of errors: every way in which an input can be refused, by its stable name.
///
/// `journal-tool help errors` prints it. A code never changes its meaning; new ones are added.
public enum ErrorCode: String, Sendable, CaseIterable {
  // The form of a line (format §1, §2).
  case lineEmpty = "line-empty"
  case lineTooLong = "line-too-long"
  case actTooLong = "act-too-long"
  case tornTail = "torn-tail"
  case journalEmpty = "journal-empty"
  case notAnObject = "not-an-object"
  case endOfInput = "end-of-input"
  case unexpectedByte = "unexpected-byte"
  case whiteSpace = "white-space"
  case byteOrderMark = "byte-order-mark"
  case trailingBytes = "trailing-bytes"
  case utf8Invalid = "utf8-invalid"
  case controlCharacter = "control-character"
  case nulCharacter = "nul-character"
  case noncharacter = "noncharacter"
  case surrogate = "surrogate"
  case escapeNotCanonical = "escape-not-canonical"
  case numberNotInteger = "number-not-integer"
  case numberNotCanonical = "number-not-canonical"
  case numberOutOfRange = "number-out-of-range"
  case memberNameInvalid = "member-name-invalid"
  case memberOrder = "member-order"
  case memberDuplicate = "member-duplicate"
  case depthExceeded = "depth-exceeded"
  case memberMissing = "member-missing"
  case memberUnknown = "member-unknown"
  case memberType = "member-type"
  case valueInvalid = "value-invalid"
  case instantInvalid = "instant-invalid"

  // The chain and the envelope (format §1, §3, §5).
  case prevMismatch = "prev-mismatch"
  case seqGap = "seq-gap"
  case recordedBackwards = "recorded-backwards"
  case atAfterRecorded = "at-after-recorded"
  case journalForeign = "journal-foreign"
  case idRepeated = "id-repeated"
  case idOutsideWindow = "id-outside-window"
  case historyRewritten = "history-rewritten"
  case seenMissing = "seen-missing"
  case openingInvalid = "opening-invalid"
  case openingUnexpected = "opening-unexpected"
  case formatNewerThanReader = "format-newer-than-reader"

  // Signatures and standing (format §4, §5).
  case headerInvalid = "header-invalid"
  case signersMismatch = "signers-mismatch"
  case signatureInvalid = "signature-invalid"
  case algorithmMismatch = "algorithm-mismatch"
  case algorithmUnsupported = "algorithm-unsupported"
  case keyUnknown = "key-unknown"
  case keyRevoked = "key-revoked"
  case keyEnrolledTwice = "key-enrolled-twice"
  case mandateNotInForce = "mandate-not-in-force"
  case roleNotAllowed = "role-not-allowed"
  case signerMissing = "signer-missing"
  case evidenceMissing = "evidence-missing"
  case whatInvalid = "what-invalid"

  // Keys (format §4).
  case keyMalformed = "key-malformed"
  case keyUnsupported = "key-unsupported"
  case keyFileMode = "key-file-mode"
  case passphraseNeeded = "passphrase-needed"
  case passphraseWrong = "passphrase-wrong"
  case cryptographyFailed = "cryptography-failed"

  // Notes and checkpoints (format §6).
  case noteMalformed = "note-malformed"
  case noteUnsigned = "note-unsigned"
  case checkpointContradicted = "checkpoint-contradicted"
  case journalBehindCheckpoint = "journal-behind-checkpoint"
  case checkpointMissing = "checkpoint-missing"
  case noteKeyUnknown = "note-key-unknown"
  case signerLocked = "signer-locked"
  case timestampMalformed = "timestamp-malformed"
  case timestampInvalid = "timestamp-invalid"
  case verifiedFileMalformed = "verified-file-malformed"
  case verifiedFileStale = "verified-file-stale"
  case verifiedFileMode = "verified-file-mode"

  // Proofs and witnesses (format §6).
  case proofMalformed = "proof-malformed"
  case proofInvalid = "proof-invalid"
  case actMissing = "act-missing"
  case policyMalformed = "policy-malformed"
  case quorumMissing = "quorum-missing"
  case witnessSizeDiffers = "witness-size-differs"

  // States.
  case registerDigestDiffers = "register-digest-differs"

  // The law.
  case actImpossible = "act-impossible"

  // Files and writing (format §7).
  case fileMissing = "file-missing"
  case fileExists = "file-exists"
  case inputOutput = "input-output"
  case writerLocked = "writer-locked"
  case fileReplaced = "file-replaced"
  case fileSystemNotLocal = "file-system-not-local"
  case headMoved = "head-moved"
  case idConflict = "id-conflict"
  case typeUnknown = "type-unknown"
  case clockBehind = "clock-behind"
  case clockAhead = "clock-ahead"
  case journalClosed = "journal-closed"
  case syncFailed = "sync-failed"

  // Documents and lists (order 138/НҚ, Appendices).
  case actNotStanding = "act-not-standing"
  case actWithoutEffect = "act-without-effect"
  case editionUnknown = "edition-unknown"
  case csvMalformed = "csv-malformed"
  case unitListInvalid = "unit-list-invalid"
}
