/// A decision on days off and working days (format §5): of the Government, the ministry, or the yearly date of Kurban Ait.
///
/// For a date named by several declarations the last one folded holds.
public struct CalendarDeclared: ActPayload {
  /// Days that are not worked.
  public var daysOff: [LocalDate]
  /// The decision: body, number and date.
  public var source: String
  /// Days that are worked.
  public var workingDays: [LocalDate]

  /// A value of its members.
  public init(daysOff: [LocalDate], source: String, workingDays: [LocalDate]) {
    self.daysOff = daysOff
    self.source = source
    self.workingDays = workingDays
  }
}

extension CalendarDeclared {
  public static let type = "calendar.declared"
  public static let version = 1
  public static let says = "A decision on days off and working days is recorded (format §5)"

  public static let schema = Schema.members(
    .required("daysOff", .array(.string(.date), count: 0...366), "days that are not worked"),
    .required("source", .text(512), "the decision: body, number and date"),
    .required("workingDays", .array(.string(.date), count: 0...366), "days that are worked"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    daysOff = try members.strings("daysOff").compactMap { LocalDate($0) }
    source = try members.string("source")
    workingDays = try members.strings("workingDays").compactMap { LocalDate($0) }
  }

  public var what: CanonicalValue {
    .members([
      "daysOff": .array(daysOff.map { .string($0.description) }),
      "source": .string(source),
      "workingDays": .array(workingDays.map { .string($0.description) }),
    ])
  }
}
