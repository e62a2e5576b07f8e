/// A numbered part of a list of units that does not fit in its filing (Appendix 3; format §1).
public struct UnitsListed: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// The number of the part, from 1.
  public var number: Int64
  /// Rows of Appendix 3.
  public var units: [Unit]

  /// A value of its members.
  public init(filing: UUIDv7, number: Int64, units: [Unit]) {
    self.filing = filing
    self.number = number
    self.units = units
  }
}

extension UnitsListed {
  public static let type = "apk.unitsListed"
  public static let version = 1
  public static let says = "A numbered part of the list of units of a filing (Appendix 3)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("number", .integer(1...1000), "the number of the part, from 1"),
    .required("units", .array(Unit.schema, count: 1...1000), "rows of Appendix 3"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    number = try members.integer("number")
    units = try members.objects("units", Unit.init)
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "number": .integer(number),
      "units": .array(units.map(\.value)),
    ])
  }
}
