/// The Rules were amended: the provider must inform two bodies.
public struct RulesAmended: ActPayload {
  /// The first day in force.
  public var inForceFrom: LocalDate
  /// The amending order: number and date.
  public var order: String
  /// Where it was published.
  public var source: String

  /// A value of its members.
  public init(inForceFrom: LocalDate, order: String, source: String) {
    self.inForceFrom = inForceFrom
    self.order = order
    self.source = source
  }
}

extension RulesAmended {
  public static let type = "apk.rulesAmended"
  public static let version = 1
  public static let says = "The Rules were amended (внесение изменений в Правила, A-16)"

  public static let schema = Schema.members(
    .required("inForceFrom", .string(.date), "the first day in force"),
    .required("order", .text(256), "the amending order: number and date"),
    .required("source", .text(512), "where it was published"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    inForceFrom = try members.value("inForceFrom") { LocalDate($0) }
    order = try members.string("order")
    source = try members.string("source")
  }

  public var what: CanonicalValue {
    .members([
      "inForceFrom": .string(inForceFrom.description),
      "order": .string(order),
      "source": .string(source),
    ])
  }
}
