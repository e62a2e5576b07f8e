/// How often an argument or option is given.
enum Occurrence: Sendable, Hashable {
  /// Exactly once.
  case one
  /// Once or not at all.
  case optional
  /// As often as one likes, or not at all.
  case any
  /// Once or more.
  case atLeastOne

  /// Whether the command line is wrong without it.
  var isRequired: Bool { self == .one || self == .atLeastOne }

  /// Whether it may be given more than once.
  var isRepeating: Bool { self == .any || self == .atLeastOne }
}
