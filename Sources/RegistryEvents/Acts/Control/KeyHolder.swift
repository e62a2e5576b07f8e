/// Who holds a key. Two signers count as two only with different ids (format §3).
public struct KeyHolder: Sendable, Hashable {
  /// БИН, ИИН or an internal id.
  public var id: String
  /// The name.
  public var name: String

  /// A value of its members.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

extension KeyHolder {
  static let schema = Schema.members(
    .required("id", .text(128), "БИН, ИИН or an internal id"),
    .required("name", .text(512), "the name"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    id = try members.string("id")
    name = try members.string("name")
  }

  var value: CanonicalValue {
    .members([
      "id": .string(id),
      "name": .string(name),
    ])
  }
}
