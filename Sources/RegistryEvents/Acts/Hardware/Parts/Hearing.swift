/// When and how the applicant is heard (заслушивание, A-11).
public struct Hearing: Sendable, Hashable {
  /// When.
  public var at: Instant
  /// How.
  public var mode: HearingMode
  /// The place, or the means.
  public var place: String

  /// A value of its members.
  public init(at: Instant, mode: HearingMode, place: String) {
    self.at = at
    self.mode = mode
    self.place = place
  }
}

extension Hearing {
  static let schema = Schema.members(
    .required("at", .string(.instant), "when"),
    .required("mode", .word(HearingMode.allCases.map(\.rawValue)), "how"),
    .required("place", .text(512), "the place, or the means"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    at = try members.value("at") { Instant($0) }
    mode = try members.value("mode") { HearingMode(rawValue: $0) }
    place = try members.string("place")
  }

  var value: CanonicalValue {
    .members([
      "at": .string(at.description),
      "mode": .string(mode.rawValue),
      "place": .string(place),
    ])
  }
}
