/// Reads the words of one command into the values of its arguments, options and flags.
struct ParameterParser: Sendable {
  /// The command whose parameters are read.
  let command: Command

  /// The values that the words give, each checked against how often it may be given and what words it may be.
  func parse(_ words: ArraySlice<String>) throws(UsageError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var positional: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      } else if word.hasPrefix("--") {
        try long(word, &rest, &parsed)
      } else if word.hasPrefix("-"), word != "-" {
        try short(word, &rest, &parsed)
      } else {
        positional.append(word)
      }
    }
    try assign(positional, &parsed)
    for option in command.options where option.occurrence.isRequired && !parsed.isGiven(option) {
      throw .missing(option)
    }
    return parsed
  }

  /// `--name`, `--name value`, `--name=value`.
  private func long(
    _ word: String, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    let (name, attached) = ParameterParser.split(word.dropFirst(2))
    if let option = command.options.first(where: { $0.name == name }) {
      try take(option, attached, &rest, &parsed)
    } else if let flag = command.flags.first(where: { $0.name == name }) {
      try set(flag, attached, &parsed)
    } else {
      throw unknownOption(word)
    }
  }

  /// `-f`, `-fg`, `-o value`, `-o=value`, `-fo value`.
  private func short(
    _ word: String, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    let (letters, attached) = ParameterParser.split(word.dropFirst())
    guard !letters.isEmpty else { throw unknownOption(word) }
    for (index, letter) in letters.enumerated() {
      let isLast = index == letters.count - 1
      if let option = command.options.first(where: { $0.short == letter }) {
        guard isLast else { throw UsageError("Missing value for '\(option.synopsis)'", concerning: option) }
        try take(option, attached, &rest, &parsed)
      } else if let flag = command.flags.first(where: { $0.short == letter }) {
        try set(flag, isLast ? attached : nil, &parsed)
      } else {
        throw letters.count > 1 && isLongName(letters) ? unknownOption("-" + letters) : unknownOption("-\(letter)")
      }
    }
  }

  private func take(
    _ option: Option, _ attached: String?, _ rest: inout ArraySlice<String>, _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    let value: String
    if let attached {
      value = attached
    } else if let next = rest.first, !next.hasPrefix("-") || next == "-" {
      value = next
      rest.removeFirst()
    } else {
      throw UsageError("Missing value for '\(option.synopsis)'", concerning: option)
    }
    guard option.occurrence.isRepeating || !parsed.isGiven(option) else {
      throw UsageError("The option '--\(option.name)' was given more than once", concerning: option)
    }
    try add(value, for: option, &parsed)
  }

  private func set(_ flag: Flag, _ attached: String?, _ parsed: inout ParsedArguments) throws(UsageError) {
    if let attached {
      throw UsageError("The option '--\(flag.name)' does not take any value, but '\(attached)' was specified.")
    }
    parsed.add(flag)
  }

  /// Gives the words that are no options to the arguments in their order; a repeating argument takes all that are left.
  private func assign(_ words: [String], _ parsed: inout ParsedArguments) throws(UsageError) {
    var rest = words[...]
    for argument in command.arguments {
      repeat {
        guard let word = rest.popFirst() else { break }
        try add(word, for: argument, &parsed)
      } while argument.occurrence.isRepeating
      if argument.occurrence.isRequired, !parsed.isGiven(argument) { throw .missing(argument) }
    }
    if rest.count == 1 { throw UsageError("Unexpected argument '\(rest.joined())'") }
    if rest.count > 1 {
      throw UsageError("\(rest.count) unexpected arguments: " + rest.map { "'\($0)'" }.joined(separator: ", "))
    }
  }

  private func add(
    _ value: String, for parameter: some ValueParameter, _ parsed: inout ParsedArguments
  ) throws(UsageError) {
    if case .oneOf(let words) = parameter.kind, !words.contains(value) { throw .invalid(value, for: parameter) }
    parsed.add(value, for: parameter)
  }
}

extension ParameterParser {
  /// The error for an option that the command does not have, with the one that was probably meant.
  func unknownOption(_ word: String) -> UsageError {
    let name = ParameterParser.split(word).name
    let bare = String(name.drop { $0 == "-" })
    let isLong = bare.utf8.count > 1
    let suggestion = isLong ? Suggestion.sentence(for: bare, among: longNames, prefix: "--") : ""
    return UsageError("Unknown option '\(name)'" + suggestion)
  }

  private var longNames: [String] {
    command.options.map(\.name) + command.flags.map(\.name) + [Flag.helpFlag.name, Flag.versionFlag.name]
  }

  /// Whether letters after one dash are, or nearly are, the name of an option that wants two.
  private func isLongName(_ letters: String) -> Bool { Suggestion.nearest(to: letters, among: longNames) != nil }

  /// What stands before and after the first `=`.
  private static func split(_ word: some StringProtocol) -> (name: String, value: String?) {
    guard let equals = word.firstIndex(of: "=") else { return (String(word), nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }
}
