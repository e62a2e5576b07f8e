/// Consecutive numbers of register entries (Appendix 1 column 1), both ends included.
public struct EntryRange: Sendable, Hashable {
  /// The first number.
  public var first: Int64
  /// The last number.
  public var last: Int64

  /// A value of its members.
  public init(first: Int64, last: Int64) {
    self.first = first
    self.last = last
  }
}

extension EntryRange {
  static let schema = Schema.members(
    .required("first", .integer(1...9007199254740991), "the first number"),
    .required("last", .integer(1...9007199254740991), "the last number"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    first = try members.integer("first")
    last = try members.integer("last")
  }

  var value: CanonicalValue {
    .members([
      "first": .integer(first),
      "last": .integer(last),
    ])
  }
}
