/// The keys of a journal as at a line: who may sign what, by the standing lines before it (format §5).
public struct KeyRing: Sendable {
  /// An enrolled key.
  public struct Key: Sendable {
    /// The key, with the one algorithm that it signs by.
    public let publicKey: PublicKey
    /// Who holds it.
    public let holder: KeyHolder
    /// What the holder may do.
    public fileprivate(set) var roles: [String]
    /// The mandate holds from this instant.
    public fileprivate(set) var from: Instant?
    /// The mandate ends before this instant.
    public fileprivate(set) var until: Instant?
    /// The line that enrolled it.
    public let enrolledSeq: UInt64
    /// The line that revoked it, and the last one at which it is trusted.
    public fileprivate(set) var revocation: Revocation?

    /// The holder, in the roles of the mandate.
    public var signer: Signer { Signer(holder: holder, roles: roles) }

    /// Whether the mandate holds at an instant: `from` ≤ t < `until`.
    public func mandateHolds(at instant: Instant) -> Bool {
      (from.map { $0 <= instant } ?? true) && (until.map { instant < $0 } ?? true)
    }
  }

  /// A revocation.
  public struct Revocation: Sendable, Equatable {
    /// The line that revoked the key.
    public let seq: UInt64
    /// The last line at which the key is trusted.
    public let lastValidSeq: UInt64
  }

  /// The role that acts in the control areas and is held with no other.
  public static let keyMaster = "keyMaster"

  /// By thumbprint.
  public private(set) var keys: [String: Key] = [:]

  /// A ring without keys, as before line 0.
  public init() {}

  /// The enrolled keys in the order of their thumbprints.
  public var sorted: [(kid: String, key: Key)] {
    keys.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { (kid: $0.key, key: $0.value) }
  }

  /// What is wrong with roles that are to be mandated; `nil` if nothing is.
  static func problem(roles: [String], from: Instant?, until: Instant?) -> RegistryError? {
    if roles.contains(keyMaster), roles.count > 1 {
      return RegistryError(.whatInvalid, detail: "keyMaster is held with no other role")
    }
    if Set(roles).count < roles.count { return RegistryError(.whatInvalid, detail: "a role given twice") }
    if let from, let until, until <= from {
      return RegistryError(.whatInvalid, detail: "a mandate that ends before it begins")
    }
    return nil
  }

  /// Enrols a key as a standing line says.
  mutating func enrol(_ key: PublicKey, _ act: KeyEnrolled, seq: UInt64) {
    keys[key.thumbprint] = Key(
      publicKey: key, holder: act.holder, roles: act.roles, from: act.from, until: act.until, enrolledSeq: seq)
  }

  /// Changes a key's mandate as a standing line says.
  mutating func mandate(_ act: KeyMandated) {
    keys[act.kid]?.roles = act.roles
    keys[act.kid]?.from = act.from
    keys[act.kid]?.until = act.until
  }

  /// Revokes a key as a standing line says; a later revocation may only lower the last valid line.
  mutating func revoke(_ act: KeyRevoked, seq: UInt64) {
    let lastValidSeq = UInt64(clamping: act.lastValidSeq)
    let earlier = keys[act.kid]?.revocation
    keys[act.kid]?.revocation = Revocation(
      seq: earlier?.seq ?? seq, lastValidSeq: min(earlier?.lastValidSeq ?? .max, lastValidSeq))
  }
}
