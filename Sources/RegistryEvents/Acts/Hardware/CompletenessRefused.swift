/// The reasoned refusal of further consideration (мотивированный отказ в дальнейшем рассмотрении, A-9 ¶3; I-19f).
public struct CompletenessRefused: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// The document's number.
  public var number: String
  /// Why.
  public var reasons: [Deficiency]
  /// Who signed the document.
  public var signatory: Signatory

  /// A value of its members.
  public init(filing: UUIDv7, number: String, reasons: [Deficiency], signatory: Signatory) {
    self.filing = filing
    self.number = number
    self.reasons = reasons
    self.signatory = signatory
  }
}

extension CompletenessRefused {
  public static let type = "apk.completenessRefused"
  public static let version = 1
  public static let says = "A reasoned refusal of further consideration (отказ в дальнейшем рассмотрении, A-9 ¶3)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("number", .text(64), "the document's number"),
    .required("reasons", .array(Deficiency.schema, count: 1...32), "why"),
    .required("signatory", Signatory.schema, "who signed the document"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    number = try members.string("number")
    reasons = try members.objects("reasons", Deficiency.init)
    signatory = try members.object("signatory", Signatory.init)
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "number": .string(number),
      "reasons": .array(reasons.map(\.value)),
      "signatory": signatory.value,
    ])
  }
}
