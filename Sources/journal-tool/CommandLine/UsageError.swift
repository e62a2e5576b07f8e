/// The command line is wrong: exit 64, with the usage of the command below the message.
struct UsageError: Error, Sendable, Equatable {
  /// What is wrong, in a sentence; a full stop only where a second sentence follows.
  let message: String
  /// The argument or option concerned and its help, printed as `Help:  <journal>  The journal to read.`
  let concerning: String?

  /// An error of the command line.
  init(_ message: String) {
    self.message = message
    concerning = nil
  }

  /// An error that also says what the argument or option is for.
  init(_ message: String, concerning parameter: some ValueParameter) {
    self.message = message
    concerning = parameter.help.isEmpty ? nil : "\(parameter.synopsis)  \(parameter.fullHelp)"
  }
}

extension UsageError {
  /// A value that does not fit; `expected` says in a few words what would, such as `a date YYYY-MM-DD`.
  static func invalid(_ value: String, for parameter: some ValueParameter, expected: String? = nil) -> UsageError {
    var message = "The value '\(value)' is invalid for '\(parameter.synopsis)'"
    if case .oneOf(let words) = parameter.kind {
      message += ". Please provide one of \(quotedList(words))."
    } else if let expected {
      message += ". Please provide \(expected)."
    }
    return UsageError(message, concerning: parameter)
  }

  /// `'a', 'b' or 'c'`.
  static func quotedList(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension UsageError {
  /// A parameter that must be given, and was not.
  static func missing(_ parameter: some ValueParameter) -> UsageError {
    let dots = parameter.occurrence.isRepeating ? " ..." : ""
    return UsageError("Missing expected argument '\(parameter.synopsis)\(dots)'", concerning: parameter)
  }
}
