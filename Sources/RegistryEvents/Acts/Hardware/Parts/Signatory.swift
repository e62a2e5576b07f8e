/// Who signed a document of the provider (должность, ФИО; Appendices 6 to 8).
public struct Signatory: Sendable, Hashable {
  /// Surname, name and patronymic.
  public var name: String
  /// The position.
  public var position: String

  /// A value of its members.
  public init(name: String, position: String) {
    self.name = name
    self.position = position
  }
}

extension Signatory {
  static let schema = Schema.members(
    .required("name", .text(256), "surname, name and patronymic"),
    .required("position", .text(256), "the position"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    name = try members.string("name")
    position = try members.string("position")
  }

  var value: CanonicalValue {
    .members([
      "name": .string(name),
      "position": .string(position),
    ])
  }
}
