/// The reasoned refusal of the service (мотивированный отказ, Appendix 6; A-13).
public struct Refused: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// The grounds, of the closed list.
  public var grounds: [GroundStated]
  /// The id of the hearing held.
  public var hearing: UUIDv7?
  /// The document's number.
  public var number: String
  /// SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1).
  public var partsDigest: Digest
  /// Who signed the document.
  public var signatory: Signatory

  /// A value of its members.
  public init(
    filing: UUIDv7, grounds: [GroundStated], hearing: UUIDv7? = nil, number: String, partsDigest: Digest,
    signatory: Signatory
  ) {
    self.filing = filing
    self.grounds = grounds
    self.hearing = hearing
    self.number = number
    self.partsDigest = partsDigest
    self.signatory = signatory
  }
}

extension Refused {
  public static let type = "apk.refused"
  public static let version = 1
  public static let says = "A reasoned refusal of the service (мотивированный отказ, Appendix 6)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("grounds", .array(GroundStated.schema, count: 1...6), "the grounds, of the closed list"),
    .optional("hearing", .string(.uuid), "the id of the hearing held"),
    .required("number", .text(64), "the document's number"),
    .required(
      "partsDigest", .string(.sha256),
      "SHA-256 of the leaf hashes of the filing's standing parts, by number (format §1)"),
    .required("signatory", Signatory.schema, "who signed the document"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    grounds = try members.objects("grounds", GroundStated.init)
    hearing = try members.optionalValue("hearing") { UUIDv7($0) }
    number = try members.string("number")
    partsDigest = try members.value("partsDigest") { Digest(hex: $0) }
    signatory = try members.object("signatory", Signatory.init)
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "grounds": .array(grounds.map(\.value)),
      "hearing": (hearing?.description).map(CanonicalValue.string),
      "number": .string(number),
      "partsDigest": .string(partsDigest.description),
      "signatory": signatory.value,
    ])
  }
}
