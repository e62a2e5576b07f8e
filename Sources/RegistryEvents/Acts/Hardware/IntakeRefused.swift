/// The refusal to accept a paper application (отказ в приеме заявления, A-9 ¶2; always recorded, I-03).
public struct IntakeRefused: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// Why.
  public var reasons: [Deficiency]

  /// A value of its members.
  public init(filing: UUIDv7, reasons: [Deficiency]) {
    self.filing = filing
    self.reasons = reasons
  }
}

extension IntakeRefused {
  public static let type = "apk.intakeRefused"
  public static let version = 1
  public static let says = "The chancery refuses to accept an application (отказ в приеме, A-9 ¶2)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("reasons", .array(Deficiency.schema, count: 1...32), "why"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    reasons = try members.objects("reasons", Deficiency.init)
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "reasons": .array(reasons.map(\.value)),
    ])
  }
}
