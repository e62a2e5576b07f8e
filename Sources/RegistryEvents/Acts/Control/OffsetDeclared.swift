/// A change of Astana's distance from UTC (format §3).
public struct OffsetDeclared: ActPayload {
  /// The first instant at which it holds.
  public var from: Instant
  /// Seconds east of UTC.
  public var offsetSeconds: Int64
  /// The decision: body, number and date.
  public var source: String

  /// A value of its members.
  public init(from: Instant, offsetSeconds: Int64, source: String) {
    self.from = from
    self.offsetSeconds = offsetSeconds
    self.source = source
  }
}

extension OffsetDeclared {
  public static let type = "calendar.offsetDeclared"
  public static let version = 1
  public static let says = "Astana's distance from UTC changes (format §3)"

  public static let schema = Schema.members(
    .required("from", .string(.instant), "the first instant at which it holds"),
    .required("offsetSeconds", .integer(-64800...64800), "seconds east of UTC"),
    .required("source", .text(512), "the decision: body, number and date"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    from = try members.value("from") { Instant($0) }
    offsetSeconds = try members.integer("offsetSeconds")
    source = try members.string("source")
  }

  public var what: CanonicalValue {
    .members([
      "from": .string(from.description),
      "offsetSeconds": .integer(offsetSeconds),
      "source": .string(source),
    ])
  }
}
