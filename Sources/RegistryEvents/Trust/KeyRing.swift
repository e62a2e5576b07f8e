/// The keys of a journal as at a line: who may sign what, by the standing lines before it (format §5).
public struct KeyRing: Sendable {
  /// An enrolled key, or one that line 0 names for recovery.
  public struct Key: Sendable {
    /// The key, with the one algorithm that it signs by.
    public let publicKey: PublicKey
    /// Who holds it.
    public let holder: KeyHolder
    /// The line that enrolled it.
    public let enrolledSeq: UInt64
    /// Whether it is one of those of which a threshold stands in for a keyMaster.
    public let isForRecovery: Bool
    /// What was said of it: by its enrolment first, and by those mandates since that were not annulled. The last one counts.
    fileprivate var mandates: [Mandate]
    /// The lines that revoked it, and the last one at which it is trusted.
    public fileprivate(set) var revocation: Revocation?
    /// The line that annulled its enrolment: after it the key is none of the journal's.
    public fileprivate(set) var annulledSeq: UInt64?

    /// What the holder may do; nothing, of a key for recovery.
    public var roles: [String] { mandates.last?.roles ?? [] }
    /// The mandate holds from this instant.
    public var from: Instant? { mandates.last?.from }
    /// The mandate ends before this instant.
    public var until: Instant? { mandates.last?.until }

    /// The holder, in the roles of the mandate.
    public var signer: Signer { Signer(holder: holder, roles: roles) }

    /// Whether the mandate holds at an instant: `from` ≤ t < `until`.
    public func mandateHolds(at instant: Instant) -> Bool {
      (from.map { $0 <= instant } ?? true) && (until.map { instant < $0 } ?? true)
    }
  }

  /// What a holder may do, and when.
  fileprivate struct Mandate: Sendable {
    /// The act that says so; `nil` for line 0, which cannot be annulled.
    var act: UUIDv7?
    let roles: [String]
    let from: Instant?
    let until: Instant?
  }

  /// A revocation, with those that lowered it.
  public struct Revocation: Sendable, Equatable {
    /// A line that says up to where the key is trusted.
    public struct Step: Sendable, Equatable {
      /// The line.
      public let seq: UInt64
      /// The last line at which the key is trusted, by this one.
      public let lastValidSeq: UInt64
    }

    /// In the order of the lines; each trusts fewer lines than the one before.
    public fileprivate(set) var steps: [Step]

    /// The line that revoked the key.
    public var seq: UInt64 { steps.first?.seq ?? 0 }
    /// The last line at which the key is trusted, by all of them.
    public var lastValidSeq: UInt64 { steps.last?.lastValidSeq ?? 0 }

    /// The first line that casts doubt on a signature made before it; `nil` where none does. That a key signed its own revocation is no
    /// ground to doubt it.
    func firstSeq(doubting seq: UInt64) -> UInt64? {
      guard !steps.contains(where: { $0.seq == seq }) else { return nil }
      return steps.first { $0.lastValidSeq < seq && seq < $0.seq }?.seq
    }
  }

  /// The role that acts in the control areas and is held with no other.
  public static let keyMaster = "keyMaster"

  /// By thumbprint; those among them whose enrolment was annulled.
  public private(set) var keys: [String: Key] = [:]
  /// How many keys for recovery, of different holders, stand in for a keyMaster.
  public private(set) var recoveryThreshold = 0

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
    return problem(from: from, until: until)
  }

  /// What is wrong with a mandate's dates; `nil` if nothing is.
  static func problem(from: Instant?, until: Instant?) -> RegistryError? {
    guard let from, let until, until <= from else { return nil }
    return RegistryError(.whatInvalid, detail: "a mandate that ends before it begins")
  }

  /// The key of a thumbprint; `nil` also where its enrolment was annulled.
  subscript(kid: String) -> Key? { keys[kid].flatMap { $0.annulledSeq == nil ? $0 : nil } }

  /// Enrols a key as a standing line says.
  ///
  /// - Parameter act: the id of the act; `nil` for line 0.
  mutating func enrol(_ key: PublicKey, _ said: KeyEnrolled, seq: UInt64, by act: UUIDv7?) {
    keys[key.thumbprint] = Key(
      publicKey: key, holder: said.holder, enrolledSeq: seq, isForRecovery: false,
      mandates: [Mandate(act: act, roles: said.roles, from: said.from, until: said.until)])
  }

  /// Takes in the keys for recovery that this reader can use, as line 0 says.
  mutating func take(_ recovery: [(key: PublicKey, said: RecoveryKey)], threshold: Int64) {
    recoveryThreshold = Int(clamping: threshold)
    for (key, said) in recovery {
      keys[key.thumbprint] = Key(
        publicKey: key, holder: said.holder, enrolledSeq: 0, isForRecovery: true,
        mandates: [Mandate(roles: [], from: said.from, until: said.until)])
    }
  }

  /// Changes a key's mandate as a standing line says.
  mutating func mandate(_ said: KeyMandated, by act: UUIDv7) {
    keys[said.kid]?.mandates.append(Mandate(act: act, roles: said.roles, from: said.from, until: said.until))
  }

  /// Takes out an enrolment or a mandate as a standing line says. A mandate gives way to the one before it; any other act changes nothing
  /// here, since a revoked key never returns.
  mutating func annul(_ act: UUIDv7, seq: UInt64) {
    for (kid, key) in keys {
      guard let index = key.mandates.firstIndex(where: { $0.act == act }) else { continue }
      if index == 0 { keys[kid]?.annulledSeq = key.annulledSeq ?? seq } else { keys[kid]?.mandates.remove(at: index) }
    }
  }

  /// Revokes a key as a standing line says; a later revocation lowers the last valid line.
  mutating func revoke(_ act: KeyRevoked, seq: UInt64) {
    let step = Revocation.Step(seq: seq, lastValidSeq: UInt64(clamping: act.lastValidSeq))
    let earlier = keys[act.kid]?.revocation?.steps ?? []
    keys[act.kid]?.revocation = Revocation(steps: earlier + [step])
  }
}
