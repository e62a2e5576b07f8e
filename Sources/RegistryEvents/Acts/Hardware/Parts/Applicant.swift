/// The digital miner who applies (цифровой майнер, заявитель; A-2, Appendix 2 items 1 and 2).
public struct Applicant: Sendable, Hashable {
  /// БИН of a legal entity, ИИН of an individual entrepreneur, as filed.
  public var id: Personal
  /// A legal entity or an individual entrepreneur.
  public var kind: ApplicantKind
  /// The name.
  public var name: String

  /// A value of its members.
  public init(id: Personal, kind: ApplicantKind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

extension Applicant {
  static let schema = Schema.members(
    .required("id", .personal(.text(256)), "БИН of a legal entity, ИИН of an individual entrepreneur, as filed"),
    .required("kind", .word(ApplicantKind.allCases.map(\.rawValue)), "a legal entity or an individual entrepreneur"),
    .required("name", .text(512), "the name"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    id = try members.personal("id")
    kind = try members.value("kind") { ApplicantKind(rawValue: $0) }
    name = try members.string("name")
  }

  var value: CanonicalValue {
    .members([
      "id": id.value,
      "kind": .string(kind.rawValue),
      "name": .string(name),
    ])
  }
}
