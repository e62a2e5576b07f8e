/// The provider enters notified changes in the register (внесение изменений, A-15).
public struct ChangeEntered: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1).
  public var partsDigest: Digest

  /// A value of its members.
  public init(filing: UUIDv7, partsDigest: Digest) {
    self.filing = filing
    self.partsDigest = partsDigest
  }
}

extension ChangeEntered {
  public static let type = "apk.changeEntered"
  public static let version = 1
  public static let says = "Notified changes are entered in the register (внесение изменений, A-15)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required(
      "partsDigest", .string(.sha256),
      "SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1)"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    partsDigest = try members.value("partsDigest") { Digest(hex: $0) }
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "partsDigest": .string(partsDigest.description),
    ])
  }
}
