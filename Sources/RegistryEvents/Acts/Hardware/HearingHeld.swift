/// The hearing was held (заслушивание, A-12, A-13).
public struct HearingHeld: ActPayload {
  /// Whether the applicant came.
  public var attended: Bool
  /// The id of the filing.
  public var filing: UUIDv7
  /// The id of the hearing notice.
  public var notice: UUIDv7
  /// The applicant's position on the preliminary decision.
  public var position: String?
  /// The record (протокол).
  public var record: Attachment?

  /// A value of its members.
  public init(attended: Bool, filing: UUIDv7, notice: UUIDv7, position: String? = nil, record: Attachment? = nil) {
    self.attended = attended
    self.filing = filing
    self.notice = notice
    self.position = position
    self.record = record
  }
}

extension HearingHeld {
  public static let type = "apk.hearingHeld"
  public static let version = 1
  public static let says = "A hearing was held (заслушивание, A-12)"

  public static let schema = Schema.members(
    .required("attended", .boolean, "whether the applicant came"),
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("notice", .string(.uuid), "the id of the hearing notice"),
    .optional("position", .text(4096), "the applicant's position on the preliminary decision"),
    .optional("record", Attachment.schema, "the record (протокол)"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    attended = try members.boolean("attended")
    filing = try members.value("filing") { UUIDv7($0) }
    notice = try members.value("notice") { UUIDv7($0) }
    position = try members.optionalString("position")
    record = try members.optionalObject("record", Attachment.init)
  }

  public var what: CanonicalValue {
    .members([
      "attended": .bool(attended),
      "filing": .string(filing.description),
      "notice": .string(notice.description),
      "position": position.map(CanonicalValue.string),
      "record": record?.value,
    ])
  }
}
