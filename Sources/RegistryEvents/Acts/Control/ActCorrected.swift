/// A clerical error in an act is mended (format §5): both spellings stay visible, the new one counts for every reading known at or
/// after the correction.
public struct ActCorrected: ActPayload {
  /// The id of the act.
  public var act: UUIDv7
  /// Why.
  public var ground: String
  /// The member of the act's `what`: names and, in arrays, indices from 0, joined by dots, e.g. `units.3.serialNumber`.
  public var member: String
  /// What stands there rightly.
  public var value: CanonicalValue

  /// A value of its members.
  public init(act: UUIDv7, ground: String, member: String, value: CanonicalValue) {
    self.act = act
    self.ground = ground
    self.member = member
    self.value = value
  }
}

extension ActCorrected {
  public static let type = "act.corrected"
  public static let version = 1
  public static let says = "A clerical error in an act is mended (format §5)"

  public static let schema = Schema.members(
    .required("act", .string(.uuid), "the id of the act"),
    .required("ground", .text(2048), "why"),
    .required("member", .text(512), "the member of what: names and indices from 0, joined by dots"),
    .required("value", .any, "what stands there rightly"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    act = try members.value("act") { UUIDv7($0) }
    ground = try members.string("ground")
    member = try members.string("member")
    value = try members.tree("value")
  }

  public var what: CanonicalValue {
    .members([
      "act": .string(act.description), "ground": .string(ground), "member": .string(member), "value": value,
    ])
  }
}
