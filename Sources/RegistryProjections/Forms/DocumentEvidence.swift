public import RegistryEvents

/// By what a document can be held to the journal that it was made from.
public enum DocumentEvidence: Sendable, Hashable {
  /// It shows an act.
  case act(ActReference)
  /// It shows a register.
  case register(RegisterReference)

  /// A signature of an act, as it was judged.
  public struct Signature: Sendable, Hashable {
    /// The thumbprint of the key.
    public let kid: String
    /// The name of the key's holder; `nil` where the key was not enrolled.
    public let holder: String?
    /// What the holder may do, by the names of the journal.
    public let roles: [String]
    /// The algorithm of the key; `nil` where it is not known.
    public let algorithm: SignatureAlgorithm?
    /// What became of checking it.
    public let verdict: Verdict
  }

  /// Where an act is, and who signed it.
  public struct ActReference: Sendable, Hashable {
    /// The journal.
    public let origin: String
    /// The case file.
    public let caseNumber: String?
    /// The index of the line.
    public let seq: UInt64
    /// The leaf hash of the line; `nil` where no hashes were computed.
    public let leafHash: Digest?
    /// The act's id.
    public let id: UUIDv7
    /// When the journal took it in.
    public let recorded: Instant
    /// The checkpoint that the line can be proved against; `nil` where none that is known covers it.
    public let checkpoint: Checkpoint?
    /// In their order; empty where none was checked.
    public let signatures: [Signature]
  }

  /// Which state of a register was shown.
  public struct RegisterReference: Sendable, Hashable {
    /// The journal.
    public let origin: String
    /// The case whose entries were selected; `nil` for all.
    public let caseNumber: String?
    /// The last line known; `nil` if there is none.
    public let knownSeq: UInt64?
    /// When that line was recorded.
    public let knownRecorded: Instant?
    /// The digest of the whole register.
    public let digest: Digest
    /// The name of the state's shape, which the digest covers.
    public let schema: String
    /// The number of entries shown.
    public let entries: Int
  }
}
