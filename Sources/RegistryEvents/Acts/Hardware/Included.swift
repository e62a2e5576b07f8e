/// The notice of inclusion (уведомление о включении, Appendix 7; A-13): one entry a unit (I-11), numbered as the units were filed.
public struct Included: ActPayload {
  /// The numbers of the new entries.
  public var entries: EntryRange
  /// The id of the filing.
  public var filing: UUIDv7
  /// The document's number.
  public var number: String
  /// SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1).
  public var partsDigest: Digest
  /// Who signed the document.
  public var signatory: Signatory

  /// A value of its members.
  public init(entries: EntryRange, filing: UUIDv7, number: String, partsDigest: Digest, signatory: Signatory) {
    self.entries = entries
    self.filing = filing
    self.number = number
    self.partsDigest = partsDigest
    self.signatory = signatory
  }
}

extension Included {
  public static let type = "apk.included"
  public static let version = 1
  public static let says = "A notice of inclusion in the register (уведомление о включении, Appendix 7)"

  public static let schema = Schema.members(
    .required("entries", EntryRange.schema, "the numbers of the new entries"),
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("number", .text(64), "the document's number"),
    .required(
      "partsDigest", .string(.sha256),
      "SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1)"),
    .required("signatory", Signatory.schema, "who signed the document"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    entries = try members.object("entries", EntryRange.init)
    filing = try members.value("filing") { UUIDv7($0) }
    number = try members.string("number")
    partsDigest = try members.value("partsDigest") { Digest(hex: $0) }
    signatory = try members.object("signatory", Signatory.init)
  }

  public var what: CanonicalValue {
    .members([
      "entries": entries.value,
      "filing": .string(filing.description),
      "number": .string(number),
      "partsDigest": .string(partsDigest.description),
      "signatory": signatory.value,
    ])
  }
}
