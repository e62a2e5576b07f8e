/// What is wrong with a package.
public struct Deficiency: Sendable, Hashable {
  /// Incomplete or expired.
  public var kind: DeficiencyKind
  /// What exactly.
  public var text: String

  /// A value of its members.
  public init(kind: DeficiencyKind, text: String) {
    self.kind = kind
    self.text = text
  }
}

extension Deficiency {
  static let schema = Schema.members(
    .required("kind", .word(DeficiencyKind.allCases.map(\.rawValue)), "incomplete or expired"),
    .required("text", .text(2048), "what exactly"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    kind = try members.value("kind") { DeficiencyKind(rawValue: $0) }
    text = try members.string("text")
  }

  var value: CanonicalValue {
    .members([
      "kind": .string(kind.rawValue),
      "text": .string(text),
    ])
  }
}
