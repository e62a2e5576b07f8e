/// A personal member (format §8): the value itself, or the commitment that stands in its place until someone shows
/// the disclosure.
public enum Personal: Sendable, Hashable {
  /// The value.
  case shown(String)
  /// `BASE64URL(SHA-256(ASCII(disclosure)))`, 43 characters.
  case committed(String)

  /// `{"_sd": ["<digest>"]}`.
  static let commitmentSchema = Schema.members(
    .required("_sd", .array(.string(.thumbprint), count: 1...1), "the digest of the disclosure"))

  /// The member as it stands in a line.
  public var value: CanonicalValue {
    switch self {
    case .shown(let text): return .string(text)
    case .committed(let digest): return ["_sd": [.string(digest)]]
    }
  }

  /// The value where it is shown.
  public var shown: String? {
    guard case .shown(let text) = self else { return nil }
    return text
  }
}
