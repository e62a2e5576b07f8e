/// The decision on a complaint.
public struct ComplaintDecided: ActPayload {
  /// Who decided.
  public var body: ComplaintAddressee
  /// The id of the complaint.
  public var complaint: UUIDv7
  /// The decision's number.
  public var number: String
  /// How.
  public var outcome: ComplaintOutcome
  /// The reasons.
  public var text: String

  /// A value of its members.
  public init(body: ComplaintAddressee, complaint: UUIDv7, number: String, outcome: ComplaintOutcome, text: String) {
    self.body = body
    self.complaint = complaint
    self.number = number
    self.outcome = outcome
    self.text = text
  }
}

extension ComplaintDecided {
  public static let type = "apk.complaintDecided"
  public static let version = 1
  public static let says = "A complaint is decided (A-19, A-20)"

  public static let schema = Schema.members(
    .required("body", .word(ComplaintAddressee.allCases.map(\.rawValue)), "who decided"),
    .required("complaint", .string(.uuid), "the id of the complaint"),
    .required("number", .text(64), "the decision's number"),
    .required("outcome", .word(ComplaintOutcome.allCases.map(\.rawValue)), "how"),
    .required("text", .text(16384), "the reasons"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    body = try members.value("body") { ComplaintAddressee(rawValue: $0) }
    complaint = try members.value("complaint") { UUIDv7($0) }
    number = try members.string("number")
    outcome = try members.value("outcome") { ComplaintOutcome(rawValue: $0) }
    text = try members.string("text")
  }

  public var what: CanonicalValue {
    .members([
      "body": .string(body.rawValue),
      "complaint": .string(complaint.description),
      "number": .string(number),
      "outcome": .string(outcome.rawValue),
      "text": .string(text),
    ])
  }
}
