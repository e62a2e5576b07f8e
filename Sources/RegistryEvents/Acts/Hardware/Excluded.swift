/// The notice of exclusion (уведомление об исключении, Appendix 8; A-14): the entries stay visible with the date (A16).
public struct Excluded: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// The document's number.
  public var number: String
  /// SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1).
  public var partsDigest: Digest
  /// Who signed the document.
  public var signatory: Signatory

  /// A value of its members.
  public init(filing: UUIDv7, number: String, partsDigest: Digest, signatory: Signatory) {
    self.filing = filing
    self.number = number
    self.partsDigest = partsDigest
    self.signatory = signatory
  }
}

extension Excluded {
  public static let type = "apk.excluded"
  public static let version = 1
  public static let says = "A notice of exclusion from the register (уведомление об исключении, Appendix 8)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("number", .text(64), "the document's number"),
    .required(
      "partsDigest", .string(.sha256),
      "SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1)"),
    .required("signatory", Signatory.schema, "who signed the document"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    number = try members.string("number")
    partsDigest = try members.value("partsDigest") { Digest(hex: $0) }
    signatory = try members.object("signatory", Signatory.init)
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "number": .string(number),
      "partsDigest": .string(partsDigest.description),
      "signatory": signatory.value,
    ])
  }
}
