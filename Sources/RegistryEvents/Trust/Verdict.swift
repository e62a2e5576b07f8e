/// What became of checking one signature (format §4). *Invalid* and *could not be checked* are never one word.
public enum Verdict: String, Sendable, CaseIterable {
  /// The signature fits, and its key was entitled to make it.
  case valid
  /// The signature does not fit the act and the key.
  case invalid
  /// No key of that name was enrolled before the line.
  case keyUnknown = "key-unknown"
  /// The signature fits, but its key was revoked before the line.
  case keyRevoked = "key-revoked"
  /// The signature fits, but the key's mandate or roles do not allow the act.
  case notAuthorised = "not-authorised"
  /// The algorithm is one that this reader does not know.
  case algorithmUnsupported = "algorithm-unsupported"
  /// The certificate chains to no authority that the journal trusts.
  case certificateUntrusted = "certificate-untrusted"
  /// The evidence is not beside the journal.
  case evidenceMissing = "evidence-missing"

  /// Whether the signature could not be checked, which is not to say that it is bad.
  var leavesOpen: Bool {
    switch self {
    case .algorithmUnsupported, .certificateUntrusted, .evidenceMissing: return true
    case .valid, .invalid, .keyUnknown, .keyRevoked, .notAuthorised: return false
    }
  }
}

/// Whether an act counts (format §5).
public enum Standing: String, Sendable, CaseIterable {
  /// Every signature is valid and the signers' roles satisfy the rule of its type.
  case stands
  /// A signature, a role or the act's own form is wrong: kept and reported, never folded.
  case fails
  /// A signature could not be checked: counted and shown apart, not folded.
  case undecided
}

/// What a line's signatures and signers come to.
public struct Judgement: Sendable {
  /// One signature's verdict and the key it names; `kid` is empty for CMS evidence and unreadable headers.
  public struct Signature: Sendable, Equatable {
    /// The thumbprint of the key.
    public let kid: String
    /// What became of checking it.
    public let verdict: Verdict
    /// Who held the key at the line, and in what roles; `nil` for a key that was not enrolled.
    public let signer: Signer?

    init(kid: String, verdict: Verdict, signer: Signer? = nil) {
      self.kid = kid
      self.verdict = verdict
      self.signer = signer
    }
  }

  /// In the order of `signatures`.
  public let signatures: [Signature]
  /// Whether the act counts.
  public let standing: Standing
  /// Why it does not, or what else is to be said of it.
  public let problems: [RegistryError]
}

/// Who signs: the holder of a key, and what the holder may do, as at a line.
public struct Signer: Sendable, Hashable {
  /// Who holds the key.
  public let holder: KeyHolder
  /// What the holder may do.
  public let roles: [String]

  /// A signer.
  public init(holder: KeyHolder, roles: [String]) {
    self.holder = holder
    self.roles = roles
  }
}
