/// An act is annulled (format §5): it leaves the state of every reading known at or after the annulment.
public struct ActAnnulled: ActPayload {
  /// The id of the act.
  public var act: UUIDv7
  /// Why.
  public var ground: String

  /// A value of its members.
  public init(act: UUIDv7, ground: String) {
    self.act = act
    self.ground = ground
  }
}

extension ActAnnulled {
  public static let type = "act.annulled"
  public static let version = 1
  public static let says = "An act is annulled (format §5)"

  public static let schema = Schema.members(
    .required("act", .string(.uuid), "the id of the act"),
    .required("ground", .text(2048), "why: the decision that annuls it, or what is wrong with it"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    act = try members.value("act") { UUIDv7($0) }
    ground = try members.string("ground")
  }

  public var what: CanonicalValue {
    .members(["act": .string(act.description), "ground": .string(ground)])
  }
}
