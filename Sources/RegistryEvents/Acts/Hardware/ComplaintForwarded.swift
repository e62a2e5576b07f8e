/// The complaint and the case file go to the body that considers it (A-18 ¶1).
public struct ComplaintForwarded: ActPayload {
  /// The id of the complaint.
  public var complaint: UUIDv7
  /// To whom.
  public var to: ComplaintAddressee

  /// A value of its members.
  public init(complaint: UUIDv7, to: ComplaintAddressee) {
    self.complaint = complaint
    self.to = to
  }
}

extension ComplaintForwarded {
  public static let type = "apk.complaintForwarded"
  public static let version = 1
  public static let says = "A complaint is forwarded with the case file (A-18 ¶1)"

  public static let schema = Schema.members(
    .required("complaint", .string(.uuid), "the id of the complaint"),
    .required("to", .word(ComplaintAddressee.allCases.map(\.rawValue)), "to whom"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    complaint = try members.value("complaint") { UUIDv7($0) }
    to = try members.value("to") { ComplaintAddressee(rawValue: $0) }
  }

  public var what: CanonicalValue {
    .members([
      "complaint": .string(complaint.description),
      "to": .string(to.rawValue),
    ])
  }
}
