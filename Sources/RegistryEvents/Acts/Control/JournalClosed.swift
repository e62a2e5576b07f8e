/// A journal ends (format §5): no line stands after this one. Its successor, if there is one, names it in `continues`.
public struct JournalClosed: ActPayload {
  /// Why.
  public var reason: String?

  /// A value of its members.
  public init(reason: String? = nil) { self.reason = reason }
}

extension JournalClosed {
  public static let type = "journal.closed"
  public static let version = 1
  public static let says = "The journal ends (format §5)"

  public static let schema = Schema.members(.optional("reason", .text(1024), "why"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    reason = try members.optionalString("reason")
  }

  public var what: CanonicalValue { .members(["reason": reason.map(CanonicalValue.string)]) }
}
