/// The provider informs of amended Rules.
public struct OperatorInformed: ActPayload {
  /// The id of the act that records the amendment.
  public var amendment: UUIDv7
  /// Who was informed.
  public var to: InformedBody

  /// A value of its members.
  public init(amendment: UUIDv7, to: InformedBody) {
    self.amendment = amendment
    self.to = to
  }
}

extension OperatorInformed {
  public static let type = "apk.operatorInformed"
  public static let version = 1
  public static let says = "The provider informs a body of amended Rules (A-16)"

  public static let schema = Schema.members(
    .required("amendment", .string(.uuid), "the id of the act that records the amendment"),
    .required("to", .word(InformedBody.allCases.map(\.rawValue)), "who was informed"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    amendment = try members.value("amendment") { UUIDv7($0) }
    to = try members.value("to") { InformedBody(rawValue: $0) }
  }

  public var what: CanonicalValue {
    .members([
      "amendment": .string(amendment.description),
      "to": .string(to.rawValue),
    ])
  }
}
