/// A key's roles and dates change (format §5).
public struct KeyMandated: ActPayload {
  /// The mandate holds from this instant.
  public var from: Instant?
  /// The thumbprint of the key.
  public var kid: String
  /// What the holder may do.
  public var roles: [String]
  /// The mandate ends before this instant.
  public var until: Instant?

  /// A value of its members.
  public init(from: Instant? = nil, kid: String, roles: [String], until: Instant? = nil) {
    self.from = from
    self.kid = kid
    self.roles = roles
    self.until = until
  }
}

extension KeyMandated {
  public static let type = "key.mandated"
  public static let version = 1
  public static let says = "A key's roles and dates change (format §5)"

  public static let schema = Schema.members(
    .optional("from", .string(.instant), "the mandate holds from this instant"),
    .required("kid", .string(.thumbprint), "the thumbprint of the key"),
    .required("roles", .array(.string(.role), count: 1...16), "what the holder may do"),
    .optional("until", .string(.instant), "the mandate ends before this instant"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    from = try members.optionalValue("from") { Instant($0) }
    kid = try members.string("kid")
    roles = try members.strings("roles")
    until = try members.optionalValue("until") { Instant($0) }
  }

  public var what: CanonicalValue {
    .members([
      "from": (from?.description).map(CanonicalValue.string),
      "kid": .string(kid),
      "roles": .array(roles.map(CanonicalValue.string)),
      "until": (until?.description).map(CanonicalValue.string),
    ])
  }
}
