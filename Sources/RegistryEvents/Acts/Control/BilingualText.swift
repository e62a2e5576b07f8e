/// A name in the two official languages.
public struct BilingualText: Sendable, Hashable {
  /// In Kazakh.
  public var kk: String
  /// In Russian.
  public var ru: String

  /// A value of its members.
  public init(kk: String, ru: String) {
    self.kk = kk
    self.ru = ru
  }
}

extension BilingualText {
  static let schema = Schema.members(
    .required("kk", .text(1024), "in Kazakh"),
    .required("ru", .text(1024), "in Russian"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    kk = try members.string("kk")
    ru = try members.string("ru")
  }

  var value: CanonicalValue {
    .members([
      "kk": .string(kk),
      "ru": .string(ru),
    ])
  }
}
