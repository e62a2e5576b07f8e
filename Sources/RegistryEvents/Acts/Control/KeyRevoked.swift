/// A key is revoked (format §5) and never returns.
public struct KeyRevoked: ActPayload {
  /// The thumbprint of the key.
  public var kid: String
  /// The last line at which the key is trusted.
  public var lastValidSeq: Int64
  /// Why.
  public var reason: String

  /// A value of its members.
  public init(kid: String, lastValidSeq: Int64, reason: String) {
    self.kid = kid
    self.lastValidSeq = lastValidSeq
    self.reason = reason
  }
}

extension KeyRevoked {
  public static let type = "key.revoked"
  public static let version = 1
  public static let says = "A key is revoked (format §5)"

  public static let schema = Schema.members(
    .required("kid", .string(.thumbprint), "the thumbprint of the key"),
    .required("lastValidSeq", .integer(0...9007199254740991), "the last line at which the key is trusted"),
    .required("reason", .text(1024), "why"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    kid = try members.string("kid")
    lastValidSeq = try members.integer("lastValidSeq")
    reason = try members.string("reason")
  }

  public var what: CanonicalValue {
    .members([
      "kid": .string(kid),
      "lastValidSeq": .integer(lastValidSeq),
      "reason": .string(reason),
    ])
  }
}
