/// What the value of an argument or option is: checked where it can be, and offered by shell completion.
enum ValueKind: Sendable, Hashable {
  /// Any text.
  case text
  /// The path of a file, or `-` for standard input or output; completion offers names that end in `.` and one of
  /// `suffixes`, or every name where there is none.
  case file(suffixes: [String] = [])
  /// The path of a directory.
  case directory
  /// One of these words and no other.
  case oneOf([String])
}
