/// A key is enrolled (format §5): signed by a keyMaster and by the new key.
///
/// Just one of `jwk` and `spki` names the key; whoever judges the act sees to it.
public struct KeyEnrolled: ActPayload {
  /// The mandate holds from this instant.
  public var from: Instant?
  /// Who holds the key.
  public var holder: KeyHolder
  /// The public key (format §4), which may be of an algorithm that this reader does not know.
  public var jwk: CanonicalValue?
  /// What the holder may do.
  public var roles: [String]
  /// A certificate's key, which signs by CMS alone: the DER of its SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in base64.
  public var spki: String?
  /// The mandate ends before this instant.
  public var until: Instant?

  /// A value of its members.
  public init(
    from: Instant? = nil, holder: KeyHolder, jwk: CanonicalValue? = nil, roles: [String], spki: String? = nil,
    until: Instant? = nil
  ) {
    self.from = from
    self.holder = holder
    self.jwk = jwk
    self.roles = roles
    self.spki = spki
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
    .optional("jwk", KeyEnrolled.jwkSchema, "the public key (format §4)"),
    .required("roles", .array(.string(.role), count: 1...16), "what the holder may do"),
    .optional("spki", .text(2048), "in place of `jwk`, a certificate's SubjectPublicKeyInfo in base64"),
    .optional("until", .string(.instant), "the mandate ends before this instant"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    from = try members.optionalValue("from") { Instant($0) }
    holder = try members.object("holder", KeyHolder.init)
    jwk = try members.optionalTree("jwk")
    roles = try members.strings("roles")
    spki = try members.optionalString("spki")
    until = try members.optionalValue("until") { Instant($0) }
  }

  public var what: CanonicalValue {
    .members([
      "from": (from?.description).map(CanonicalValue.string),
      "holder": holder.value,
      "jwk": jwk,
      "roles": .array(roles.map(CanonicalValue.string)),
      "spki": spki.map(CanonicalValue.string),
      "until": (until?.description).map(CanonicalValue.string),
    ])
  }
}
extension KeyEnrolled {
  /// A public key as JWK: exactly the members that format §4 lists for its kind, or a key of another algorithm, whose members are
  /// its own. The key itself is judged when parsed.
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
    .openMembers(
      .required("alg", .text(128), "an algorithm that this version does not list"),
      .required("kty", .text(128), "the kind of key")),
  ])

  /// The enrolment as one of the first keys in line 0.
  var value: CanonicalValue { what }
}
