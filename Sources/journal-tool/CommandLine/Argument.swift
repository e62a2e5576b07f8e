/// A positional argument: `<journal>`.
struct Argument: ValueParameter {
  /// The name inside the angle brackets.
  let name: String
  let help: String
  let kind: ValueKind
  let occurrence: Occurrence
  let defaultValue: String?

  /// An argument that must be given once, unless said otherwise; a repeating one takes all that are left.
  init(
    _ name: String, help: String, kind: ValueKind = .text, occurrence: Occurrence = .one,
    default defaultValue: String? = nil
  ) {
    self.name = name
    self.help = help
    self.kind = kind
    self.occurrence = occurrence
    self.defaultValue = defaultValue
  }

  var synopsis: String { "<\(name)>" }
  var label: String { synopsis }
}
