extension ErrorCode {
  /// What the code says went wrong, in a sentence without a full stop.
  public var meaning: String { entry.meaning }

  /// What to do next, in a sentence without a full stop.
  public var remedy: String { entry.remedy }

  private var entry: (meaning: String, remedy: String) {
    let rewrite = "a reader never repairs: ask the journal's operator for the line as it was recorded"
    let send = "send the act again in the form that `journal-tool schema` prints"
    switch self {
    case .lineEmpty: return ("the line is empty", rewrite)
    case .lineTooLong: return ("the line is longer than 65,535 bytes", rewrite)
    case .actTooLong: return ("the act is longer than 49,152 bytes", "file a long list in numbered parts")
    case .tornTail:
      return (
        "the last line has no LF: an append was cut short", "open the journal for writing, which moves the tail aside"
      )
    case .journalEmpty: return ("the journal has no line", "start a journal with `journal-tool init`")
    case .notAnObject: return ("the input is not a JSON object", rewrite)
    case .endOfInput: return ("the input ends inside a value", rewrite)
    case .unexpectedByte: return ("a byte that JSON does not allow here", rewrite)
    case .whiteSpace: return ("white space outside a string", rewrite)
    case .byteOrderMark: return ("a byte-order mark", rewrite)
    case .trailingBytes: return ("bytes after the value", rewrite)
    case .utf8Invalid: return ("the bytes are not valid UTF-8", rewrite)
    case .controlCharacter: return ("a control character that is not escaped", rewrite)
    case .nulCharacter: return ("the character U+0000", rewrite)
    case .noncharacter: return ("a Unicode noncharacter", rewrite)
    case .surrogate: return ("a surrogate", rewrite)
    case .escapeNotCanonical: return ("an escape that is not the canonical spelling", rewrite)
    case .numberNotInteger: return ("a number with a fraction or an exponent", "write a decimal quantity as a string")
    case .numberNotCanonical: return ("a number with a leading zero or a negative zero", rewrite)
    case .numberOutOfRange: return ("a number beyond ±(2^53 − 1)", "write a large number as a string")
    case .memberNameInvalid:
      return ("a member name that is not 1 to 64 bytes of [A-Za-z_][A-Za-z0-9_]*", "name the member as the schema does")
    case .memberOrder: return ("a member out of order", rewrite)
    case .memberDuplicate: return ("a member that occurs twice", rewrite)
    case .depthExceeded: return ("an object or array at depth 33", "nest less deeply")
    case .memberMissing: return ("a member that must be there is missing", send)
    case .memberUnknown: return ("a member that the version does not know", send)
    case .memberType: return ("a member whose value has another type", send)
    case .valueInvalid: return ("a value outside what the member allows", send)
    case .instantInvalid: return ("not an instant YYYY-MM-DDThh:mm:ssZ of a real date", send)
    case .prevMismatch:
      return (
        "`prev` is not the leaf hash of the line before: a line was changed, removed or put in",
        "compare with a copy or a checkpoint from elsewhere to see which line is the true one"
      )
    case .seqGap:
      return ("`seq` is not the line's index: a line is missing or out of place", "compare with a copy from elsewhere")
    case .recordedBackwards: return ("`recorded` is earlier than the line before", rewrite)
    case .atAfterRecorded: return ("`at` is later than `recorded`", "date the act when it was done")
    case .journalForeign: return ("the act was made for another journal", "sign the act with this journal's origin")
    case .idRepeated: return ("the act's id occurred before", "give a new act a new UUID version 7")
    case .idOutsideWindow:
      return (
        "the id's timestamp is not between 35 days before and 5 minutes after `recorded`",
        "give the act a new UUID version 7 and sign it again"
      )
    case .historyRewritten:
      return (
        "the line that the author had seen is not in this journal", "find the copy in which `seen` holds and compare"
      )
    case .seenMissing:
      return (
        "the journal's policy asks this role for `seen`, and there is none", "name a line that you have read in `seen`"
      )
    case .openingInvalid:
      return ("line 0 is not a valid journal.opened", "check that this is a journal, from its first byte")
    case .openingUnexpected:
      return (
        "line 0 is not the one whose hash was given",
        "make sure that this is the journal you mean; if it is, it was rewritten from its beginning"
      )
    case .formatNewerThanReader:
      return ("a control act that this reader does not know", "read the journal with a newer version")
    case .journalEnded:
      return (
        "a line after `journal.closed`, which ended the journal", "record the act in the journal that continues it"
      )
    case .correctionImpossible:
      return (
        "a correction of a place that the act does not have, or that would make it other than its type says",
        "name a member of the act's what, by names and indices from 0 joined by dots, and give a value that the schema allows"
      )
    case .predecessorMissing:
      return (
        "the journal continues another, which was not given",
        "give that one as well: named before this one, or with --predecessor where one is written to"
      )
    case .predecessorMismatch:
      return (
        "the journal given before this one is not the one that it continues",
        "compare it with `continues` in line 0: one of the two files was changed, or is another"
      )
    case .journalNotClosed:
      return ("the journal that is to be continued has not ended", "end it first: `journal-tool close`")
    case .headerInvalid: return ("the protected header is not alg, kid and typ in canonical form", "sign the act again")
    case .signersMismatch: return ("`signatures` and `signers` do not match", "sign with each signer, in their order")
    case .signatureInvalid:
      return ("the signature does not fit the act and the key", "ask the signer for the act as it was signed")
    case .algorithmMismatch:
      return ("the header names another algorithm than the enrolled key", "sign with the key's algorithm")
    case .algorithmUnsupported: return ("an algorithm that this reader does not know", "check the signature elsewhere")
    case .keyUnknown: return ("the key is not enrolled at this line", "enrol the key first: `journal-tool key enrol`")
    case .keyRevoked: return ("the key was revoked before this line", "sign with a key that is in force")
    case .vouchedByRevokedKey:
      return (
        "the act stands by a key that was revoked since, as of a line before it",
        "look into it; where it is false, annul it by act.annulled"
      )
    case .keyEnrolledTwice: return ("the key is enrolled already", "change roles and dates by key.mandated")
    case .mandateNotInForce:
      return ("the key's mandate does not hold at `at` and at `recorded`", "sign with a key whose mandate is in force")
    case .roleNotAllowed:
      return ("none of the signer's roles may do this act", "have the act signed by a role that may")
    case .signerMissing:
      return ("more signers, of different holders, are needed", "have every signer that the act needs sign it")
    case .evidenceMissing: return ("the evidence of the signature is not beside the journal", "bring the evidence file")
    case .whatInvalid: return ("`what` is not what its type and version say", send)
    case .keyMalformed: return ("not a well-formed key", "make a key with `journal-tool key new`")
    case .keyUnsupported:
      return ("a kind of key that the format does not list", "use Ed25519, P-256 or RSA of 2048 to 4096 bits")
    case .keyFileMode: return ("others can read the private key's file", "chmod 600 the file")
    case .passphraseNeeded:
      return ("the private key is encrypted", "give the passphrase: `--passphrase-fd N` or at the prompt")
    case .passphraseWrong: return ("the passphrase does not open the private key", "try again with the right one")
    case .cryptographyFailed: return ("the cryptographic library refused the operation", "check the installed library")
    case .noteMalformed: return ("not a well-formed signed note, key or checkpoint", "fetch it again from its source")
    case .noteUnsigned:
      return (
        "no known key signed the note, or a known one that fails", "check the note against the journal's note keys"
      )
    case .checkpointContradicted:
      return ("the journal contradicts a checkpoint", "keep both files: together they prove that history was changed")
    case .journalBehindCheckpoint:
      return ("the journal is shorter than a checkpoint known", "restore the missing lines before writing")
    case .actImpossible:
      return (
        "the law makes the act impossible as things stand",
        "do first what the clause asks for; `journal-tool rules` explains it"
      )
    case .checkpointMissing:
      return ("no checkpoint that holds has as many lines", "make a checkpoint with `journal-tool checkpoint`")
    case .noteKeyUnknown:
      return ("the key is no note key in force", "sign with one of line 0, or of a later journal.noteKeysChanged")
    case .signerLocked: return ("another process is signing with the key", "wait for it, or stop it")
    case .timestampMalformed:
      return ("not a well-formed timestamp token or certificate", "fetch it again from the timestamping authority")
    case .timestampInvalid:
      return (
        "the timestamp token is not of this checkpoint, or no trusted authority made it",
        "check the authority's certificate, or ask for another token"
      )
    case .registerDigestDiffers:
      return (
        "the register is not what was recorded of it at a checkpoint",
        "replay the journal with another program: one of the two has read it wrongly"
      )
    case .verifiedFileMalformed:
      return ("not a record of what was verified before", "name another file, or remove this one and verify everything")
    case .verifiedFileStale:
      return (
        "what was verified before was verified by another program, by other rules or after another journal",
        "nothing: everything is verified anew"
      )
    case .verifiedFileMode:
      return (
        "others than its owner can write the record of what was verified before",
        "remove it and verify everything: it may not be your own"
      )
    case .proofMalformed: return ("not a well-formed proof", "fetch it again from its source")
    case .proofInvalid:
      return (
        "the proof does not show what it should", "check that the line, the proof and the checkpoint belong together"
      )
    case .actMissing:
      return (
        "the journal has no such act as at the state asked for", "look for it: `journal-tool trail` tells what there is"
      )
    case .policyMalformed:
      return ("not a well-formed policy of witnesses", "write the policy as c2sp.org/tlog-policy says")
    case .quorumMissing:
      return ("too few witnesses have cosigned the checkpoint", "ask the witnesses of the policy to cosign it")
    case .witnessSizeDiffers:
      return (
        "the witness has seen a tree of another size", "prove the growth from that size: `journal-tool prove --since`"
      )
    case .fileMissing: return ("there is no such file", "check the path")
    case .fileExists: return ("the file is there already", "choose another name: nothing is overwritten")
    case .inputOutput: return ("the system refused to read or write", "look at the system's message")
    case .writerLocked: return ("another writer has the journal open", "wait for it, or stop it")
    case .fileReplaced:
      return (
        "the file at the path is not the one that was opened, or not as this writer left it", "open the journal again"
      )
    case .journalTruncated:
      return (
        "the journal is shorter than what was read of it before",
        "keep a copy of what there is, and compare with a checkpoint from elsewhere"
      )
    case .fileSystemNotLocal:
      return (
        "the file system is not known to be local, so its locks cannot be trusted", "move the journal, or force it"
      )
    case .headMoved:
      return ("the journal has grown since the head you expected", "read the acts in between and decide again")
    case .idConflict: return ("the id belongs to another act of this journal", "give the act a new UUID version 7")
    case .typeUnknown:
      return (
        "the act's type or version is not one that this writer knows", "look at `journal-tool schema` for the types"
      )
    case .clockBehind: return ("the clock is more than 60 s behind the last line", "set the clock")
    case .clockAhead:
      return ("the clock is more than 7 days ahead of the last line", "check the clock, then confirm the jump")
    case .journalClosed: return ("the journal was closed", "open it again, or its successor")
    case .syncFailed:
      return ("the system could not make the acts durable", "open the journal again: the next writer rewrites them")
    case .actNotStanding:
      return ("the act does not stand, so no document is made of it", "see why it does not: `journal-tool verify`")
    case .actWithoutEffect:
      return (
        "the act stands, but the register could not follow it, so no document is made of it",
        "see what it asks that cannot be done: `journal-tool replay` lists anomalies"
      )
    case .editionUnknown:
      return ("the text of the law in force on that day is not known", "ask for an act of a later day")
    case .formLanguageLacking:
      return (
        "the texts of the law that are known do not have the form in the language", "ask for the other with --language"
      )
    case .csvMalformed:
      return ("not a well-formed CSV (RFC 4180)", "save the table as CSV in UTF-8, separated by commas or semicolons")
    case .unitListInvalid:
      return ("the table is not a list of units (Appendix 3)", "mend the rows and columns named")
    }
  }
}
