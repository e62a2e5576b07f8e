/// Keys of which a threshold stands in for a keyMaster (format §5).
public struct Recovery: Sendable, Hashable {
  /// The keys.
  public var keys: [KeyEnrolled]
  /// How many of them.
  public var threshold: Int64

  /// A value of its members.
  public init(keys: [KeyEnrolled], threshold: Int64) {
    self.keys = keys
    self.threshold = threshold
  }
}

extension Recovery {
  static let schema = Schema.members(
    .required("keys", .array(KeyEnrolled.schema, count: 1...16), "the keys"),
    .required("threshold", .integer(1...16), "how many of them"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    keys = try members.objects("keys", KeyEnrolled.init)
    threshold = try members.integer("threshold")
  }

  var value: CanonicalValue {
    .members([
      "keys": .array(keys.map(\.value)),
      "threshold": .integer(threshold),
    ])
  }
}
