/// By what right and document the applicant has the hardware (Appendix 2 item 9, Appendix 1 column 14).
public struct Possession: Sendable, Hashable {
  /// The document: title, number and date.
  public var document: String
  /// Ownership or another legal ground.
  public var ground: PossessionGround
  /// The owner's contacts.
  public var ownerContacts: Contacts?
  /// The owner's name.
  public var ownerName: String?

  /// A value of its members.
  public init(document: String, ground: PossessionGround, ownerContacts: Contacts? = nil, ownerName: String? = nil) {
    self.document = document
    self.ground = ground
    self.ownerContacts = ownerContacts
    self.ownerName = ownerName
  }
}

extension Possession {
  static let schema = Schema.members(
    .required("document", .text(512), "the document: title, number and date"),
    .required("ground", .word(PossessionGround.allCases.map(\.rawValue)), "ownership or another legal ground"),
    .optional("ownerContacts", Contacts.schema, "the owner's contacts"),
    .optional("ownerName", .text(512), "the owner's name"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    document = try members.string("document")
    ground = try members.value("ground") { PossessionGround(rawValue: $0) }
    ownerContacts = try members.optionalObject("ownerContacts", Contacts.init)
    ownerName = try members.optionalString("ownerName")
  }

  var value: CanonicalValue {
    .members([
      "document": .string(document),
      "ground": .string(ground.rawValue),
      "ownerContacts": ownerContacts?.value,
      "ownerName": ownerName.map(CanonicalValue.string),
    ])
  }
}
