/// The acceptance and registration of documents (прием и регистрация, A-9 ¶1): day 0 of every term.
public struct Registered: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// The incoming number (входящий номер).
  public var incomingNumber: String

  /// A value of its members.
  public init(filing: UUIDv7, incomingNumber: String) {
    self.filing = filing
    self.incomingNumber = incomingNumber
  }
}

extension Registered {
  public static let type = "apk.registered"
  public static let version = 1
  public static let says = "Documents are accepted and registered (прием и регистрация, A-9 ¶1)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("incomingNumber", .text(64), "the incoming number (входящий номер)"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    incomingNumber = try members.string("incomingNumber")
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "incomingNumber": .string(incomingNumber),
    ])
  }
}
