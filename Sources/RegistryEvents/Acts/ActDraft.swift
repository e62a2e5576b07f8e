/// An act before it is signed: the envelope of format §3 around what its type says.
public struct ActDraft: Sendable, Hashable {
  /// When the act was done: the date in law.
  public var at: Instant
  /// The case file (`case`).
  public var caseNumber: String?
  /// The idempotency key.
  public var id: UUIDv7
  /// The origin of the journal that the act is made for.
  public var journal: String
  /// An earlier line that the author had before him.
  public var seen: Seen?
  /// The thumbprints of those who sign, where more than one must; sorted and distinct.
  public var signers: [String]?
  /// `<area>.<act>`.
  public var type: String
  /// The version of `what`.
  public var version: Int64
  /// What the act says.
  public var what: CanonicalValue

  /// An earlier line, by its index and leaf hash.
  public struct Seen: Sendable, Hashable {
    /// The leaf hash of the line.
    public var leaf: Digest
    /// The index of the line.
    public var seq: UInt64

    /// A line by its index and leaf hash.
    public init(leaf: Digest, seq: UInt64) {
      self.leaf = leaf
      self.seq = seq
    }
  }

  /// An act that says `payload`.
  public init(
    _ payload: some ActPayload, at: Instant, case caseNumber: String? = nil, id: UUIDv7, journal: String,
    seen: Seen? = nil, signers: [String]? = nil
  ) {
    let payloadType = Swift.type(of: payload)
    self.init(
      type: payloadType.type, version: Int64(payloadType.version), what: payload.what, at: at, case: caseNumber, id: id,
      journal: journal, seen: seen, signers: signers)
  }

  /// An act of any type.
  public init(
    type: String, version: Int64, what: CanonicalValue, at: Instant, case caseNumber: String? = nil, id: UUIDv7,
    journal: String, seen: Seen? = nil, signers: [String]? = nil
  ) {
    self.at = at
    self.caseNumber = caseNumber
    self.id = id
    self.journal = journal
    self.seen = seen
    self.signers = signers?.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.type = type
    self.version = version
    self.what = what
  }

  /// The act as it stands in a line.
  public var value: CanonicalValue {
    .members([
      "at": .string(at.description),
      "case": caseNumber.map(CanonicalValue.string),
      "id": .string(id.description),
      "journal": .string(journal),
      "seen": seen.map { ["leaf": .string($0.leaf.description), "seq": .integer(Int64($0.seq))] },
      "signers": signers.map { .array($0.map(CanonicalValue.string)) },
      "type": .string(type),
      "version": .integer(version),
      "what": what,
    ])
  }

  /// The act's canonical bytes: what is signed.
  public var bytes: [UInt8] { CanonicalWriter.bytes(of: value) }
}
