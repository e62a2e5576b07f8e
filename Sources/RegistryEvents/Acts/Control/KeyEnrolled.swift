/// A key is enrolled (format §5): signed by a keyMaster and by the new key.
public struct KeyEnrolled: ActPayload {
  /// The mandate holds from this instant.
  public var from: Instant?
  /// Who holds the key.
  public var holder: KeyHolder
  /// The public key (format §4).
  public var jwk: CanonicalValue
  /// What the holder may do.
  public var roles: [String]
  /// The mandate ends before this instant.
  public var until: Instant?

  /// A value of its members.
  public init(from: Instant? = nil, holder: KeyHolder, jwk: CanonicalValue, roles: [String], until: Instant? = nil) {
    self.from = from
    self.holder = holder
    self.jwk = jwk
    self.roles = roles
    self.until = until
  }
}

extension KeyEnrolled {
  public static let type = "key.enrolled"
  public static let version = 1
  public static let says = "A key is enrolled, with its holder and mandate (format §5)"

  public static let schema = Schema.members(
    .optional("from", .string(.instant), "the mandate holds from this instant"),
    .required("holder", KeyHolder.schema, "who holds the key"),
    .required("jwk", KeyEnrolled.jwkSchema, "the public key (format §4)"),
    .required("roles", .array(.string(.role), count: 1...16), "what the holder may do"),
    .optional("until", .string(.instant), "the mandate ends before this instant"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    from = try members.optionalValue("from") { Instant($0) }
    holder = try members.object("holder", KeyHolder.init)
    jwk = try members.tree("jwk")
    roles = try members.strings("roles")
    until = try members.optionalValue("until") { Instant($0) }
  }

  public var what: CanonicalValue {
    .members([
      "from": (from?.description).map(CanonicalValue.string),
      "holder": holder.value,
      "jwk": jwk,
      "roles": .array(roles.map(CanonicalValue.string)),
      "until": (until?.description).map(CanonicalValue.string),
    ])
  }
}
extension KeyEnrolled {
  /// A public key as JWK: exactly the members that format §4 lists for its kind. The key itself is judged when parsed.
  static let jwkSchema = Schema.either([
    .members(
      .required("alg", .word(["Ed25519"]), "the algorithm"), .required("crv", .word(["Ed25519"]), "the curve"),
      .required("kty", .word(["OKP"]), "the kind of key"), .required("x", .text(64), "the public key")),
    .members(
      .required("alg", .word(["ES256"]), "the algorithm"), .required("crv", .word(["P-256"]), "the curve"),
      .required("kty", .word(["EC"]), "the kind of key"), .required("x", .text(64), "the x coordinate"),
      .required("y", .text(64), "the y coordinate")),
    .members(
      .required("alg", .word(["RS256", "PS256"]), "the algorithm"), .required("e", .word(["AQAB"]), "the exponent"),
      .required("kty", .word(["RSA"]), "the kind of key"), .required("n", .text(1024), "the modulus")),
  ])

  /// The enrolment as one of the first keys in line 0.
  var value: CanonicalValue { what }
}
