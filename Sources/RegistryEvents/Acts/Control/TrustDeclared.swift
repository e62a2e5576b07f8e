/// A certificate authority is trusted (format §5): who signs by CMS under it and is not enrolled has the role `applicant` alone.
public struct TrustDeclared: ActPayload {
  /// SHA-256 of the DER of the authority's certificate.
  public var certificateSha256: Digest
  /// It is trusted from this instant.
  public var from: Instant?
  /// It is trusted before this instant.
  public var until: Instant?

  /// A value of its members.
  public init(certificateSha256: Digest, from: Instant? = nil, until: Instant? = nil) {
    self.certificateSha256 = certificateSha256
    self.from = from
    self.until = until
  }
}

extension TrustDeclared {
  public static let type = "trust.declared"
  public static let version = 1
  public static let says = "A certificate authority is trusted (format §5)"

  public static let schema = Schema.members(
    .required("certificateSha256", .string(.sha256), "SHA-256 of the authority's certificate in DER"),
    .optional("from", .string(.instant), "it is trusted from this instant"),
    .optional("until", .string(.instant), "it is trusted before this instant"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    certificateSha256 = try members.value("certificateSha256") { Digest(hex: $0) }
    from = try members.optionalValue("from") { Instant($0) }
    until = try members.optionalValue("until") { Instant($0) }
  }

  public var what: CanonicalValue {
    .members([
      "certificateSha256": .string(certificateSha256.description),
      "from": (from?.description).map(CanonicalValue.string),
      "until": (until?.description).map(CanonicalValue.string),
    ])
  }
}
