/// A ground for refusal and why it holds (Appendix 5 item 9, Appendix 6).
public struct GroundStated: Sendable, Hashable {
  /// The ground of the closed list.
  public var ground: RefusalGround
  /// Why it holds.
  public var text: String

  /// A value of its members.
  public init(ground: RefusalGround, text: String) {
    self.ground = ground
    self.text = text
  }
}

extension GroundStated {
  static let schema = Schema.members(
    .required("ground", .word(RefusalGround.allCases.map(\.rawValue)), "the ground of the closed list"),
    .required("text", .text(4096), "why it holds"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    ground = try members.value("ground") { RefusalGround(rawValue: $0) }
    text = try members.string("text")
  }

  var value: CanonicalValue {
    .members([
      "ground": .string(ground.rawValue),
      "text": .string(text),
    ])
  }
}
