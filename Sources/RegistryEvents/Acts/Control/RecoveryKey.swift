/// One of the keys that stand in for a keyMaster (format §5). What it may do follows from that: it has no roles of its own, and
/// those that its enrolment names mean nothing.
public struct RecoveryKey: Sendable, Hashable {
  /// It may stand in from this instant.
  public var from: Instant?
  /// Who holds the key.
  public var holder: KeyHolder
  /// The public key (format §4); just one of it and `spki` is there.
  public var jwk: CanonicalValue?
  /// Read, and of no effect.
  public var roles: [String]?
  /// A certificate's key, as in ``KeyEnrolled``.
  public var spki: String?
  /// It may stand in before this instant.
  public var until: Instant?

  /// A key in the form of a JWK.
  public init(holder: KeyHolder, jwk: CanonicalValue, from: Instant? = nil, until: Instant? = nil) {
    self.from = from
    self.holder = holder
    self.jwk = jwk
    self.until = until
  }
}

extension RecoveryKey {
  static let schema = Schema.members(
    .optional("from", .string(.instant), "it may stand in from this instant"),
    .required("holder", KeyHolder.schema, "who holds the key"),
    .optional("jwk", KeyEnrolled.jwkSchema, "the public key (format §4)"),
    .optional("roles", .array(.string(.role), count: 0...16), "of no effect"),
    .optional("spki", .text(2048), "in place of `jwk`, a certificate's SubjectPublicKeyInfo in base64"),
    .optional("until", .string(.instant), "it may stand in before this instant"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    from = try members.optionalValue("from") { Instant($0) }
    holder = try members.object("holder", KeyHolder.init)
    jwk = try members.optionalTree("jwk")
    roles = try members.optionalStrings("roles")
    spki = try members.optionalString("spki")
    until = try members.optionalValue("until") { Instant($0) }
  }

  var value: CanonicalValue {
    .members([
      "from": (from?.description).map(CanonicalValue.string),
      "holder": holder.value,
      "jwk": jwk,
      "roles": roles.map { .array($0.map(CanonicalValue.string)) },
      "spki": spki.map(CanonicalValue.string),
      "until": (until?.description).map(CanonicalValue.string),
    ])
  }
}
