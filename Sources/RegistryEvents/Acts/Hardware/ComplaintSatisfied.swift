/// The provider satisfies the complaint in full itself and need not forward it (A-18 ¶2, АППК 91(4)).
public struct ComplaintSatisfied: ActPayload {
  /// The id of the favourable act.
  public var act: UUIDv7?
  /// The id of the complaint.
  public var complaint: UUIDv7
  /// What was done.
  public var text: String

  /// A value of its members.
  public init(act: UUIDv7? = nil, complaint: UUIDv7, text: String) {
    self.act = act
    self.complaint = complaint
    self.text = text
  }
}

extension ComplaintSatisfied {
  public static let type = "apk.complaintSatisfied"
  public static let version = 1
  public static let says = "The provider satisfies a complaint in full (A-18 ¶2)"

  public static let schema = Schema.members(
    .optional("act", .string(.uuid), "the id of the favourable act"),
    .required("complaint", .string(.uuid), "the id of the complaint"),
    .required("text", .text(4096), "what was done"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    act = try members.optionalValue("act") { UUIDv7($0) }
    complaint = try members.value("complaint") { UUIDv7($0) }
    text = try members.string("text")
  }

  public var what: CanonicalValue {
    .members([
      "act": (act?.description).map(CanonicalValue.string),
      "complaint": .string(complaint.description),
      "text": .string(text),
    ])
  }
}
