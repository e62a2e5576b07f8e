/// What a positional argument and an option have in common: a value, or several.
protocol ValueParameter: Sendable {
  /// What help says of it, in a sentence.
  var help: String { get }
  /// What its values are.
  var kind: ValueKind { get }
  /// How often it is given.
  var occurrence: Occurrence { get }
  /// The value that holds when none is given.
  var defaultValue: String? { get }
  /// How usage and errors name it: `<journal>` or `--at <date>`.
  var synopsis: String { get }
  /// How help lists it: `<journal>` or `-o, --output <file>`.
  var label: String { get }
}

extension ValueParameter {
  /// How the usage line writes it, with brackets where it may be left out.
  var usage: String {
    switch occurrence {
    case .one: synopsis
    case .optional: "[\(synopsis)]"
    case .any: "[\(synopsis) ...]"
    case .atLeastOne: "\(synopsis) ..."
    }
  }

  /// The help sentence with the words allowed and the default after it.
  var fullHelp: String {
    var notes: [String] = []
    if case .oneOf(let words) = kind { notes.append("values: " + words.joined(separator: ", ")) }
    if let defaultValue { notes.append("default: " + defaultValue) }
    if notes.isEmpty { return help }
    return (help.isEmpty ? "" : help + " ") + "(" + notes.joined(separator: "; ") + ")"
  }
}
