public import RegistryEvents

/// What an act says, whether it stands in a line or is about to: the one way in which engines read both.
public protocol ReadableAct {
  /// `<area>.<act>`.
  var type: String { get }
  /// The case file.
  var caseNumber: String? { get }
  /// The idempotency key.
  var id: UUIDv7 { get }
  /// When the act was done.
  var at: Instant { get }
  /// What tells the act's type and version from others in tables; `nil` when they are unknown.
  var payloadType: ObjectIdentifier? { get }
  /// What the act says, as a tree.
  var what: CanonicalValue { get }
  /// The text of a member of `what`; `nil` where it is absent or no string.
  func member(_ name: String) -> String?
  /// The id in a member of `what`; `nil` where it is absent or no id.
  func id(in name: String) -> UUIDv7?
  /// What the act says, as the Swift type of its type and version.
  ///
  /// - Throws: `what-invalid`, or what is not as the schema says.
  func payload<Payload: ActPayload>(_ type: Payload.Type) throws(RegistryError) -> Payload
}

extension ReadableAct {
  /// Whether the act is of a type and version.
  func says<Payload: ActPayload>(_ payload: Payload.Type) -> Bool { payloadType == ObjectIdentifier(payload) }
}

extension Act: ReadableAct {}

extension ActDraft: ReadableAct {
  /// The Swift type of what the act says; `nil` when type or version is unknown.
  public var payloadType: ObjectIdentifier? {
    ActCatalogue.standard.entry(type: type, version: version)?.identity
  }

  /// The text of a member of `what`; `nil` where it is absent or no string.
  public func member(_ name: String) -> String? { what[name]?.string }

  /// The id in a member of `what`; `nil` where it is absent or no id.
  public func id(in name: String) -> UUIDv7? { member(name).flatMap { UUIDv7($0) } }

  /// What the act says, as the Swift type of its type and version.
  ///
  /// - Throws: `what-invalid` where the act is of another type or version, or what is not as the schema says.
  public func payload<Payload: ActPayload>(_ type: Payload.Type) throws(RegistryError) -> Payload {
    guard says(type) else { throw RegistryError(.whatInvalid, detail: "not \(Payload.type)") }
    return try Payload(what: what)
  }
}
