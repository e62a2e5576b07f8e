/// What the command line gave for the arguments, options and flags of one command.
///
/// Values are read by the constants that declare them. A value that a command cannot use is refused by a `UsageError`,
/// so that every such refusal reads the same.
struct ParsedArguments: Sendable, Equatable {
  /// Values by the parameter's `synopsis`, in the order given.
  private(set) var given: [String: [String]] = [:]
  /// The names of the flags given.
  private(set) var givenFlags: Set<String> = []

  /// Nothing given: every flag off, every value its default.
  init() {}

  /// Takes a value in, after those given before.
  mutating func add(_ value: String, for parameter: some ValueParameter) {
    given[parameter.synopsis, default: []].append(value)
  }

  /// Takes in that a flag was given.
  mutating func add(_ flag: Flag) { givenFlags.insert(flag.name) }

  /// Whether the command line gave a value, default values not counted.
  func isGiven(_ parameter: some ValueParameter) -> Bool { given[parameter.synopsis] != nil }

  /// Whether a flag was given.
  subscript(flag: Flag) -> Bool { givenFlags.contains(flag.name) }

  /// Every value given, in the order of the command line; the default where none was.
  func strings(_ parameter: some ValueParameter) -> [String] {
    if let given = given[parameter.synopsis] { return given }
    return parameter.defaultValue.map { [$0] } ?? []
  }

  /// The value, or the default; `nil` where there is neither.
  func string(_ parameter: some ValueParameter) -> String? { strings(parameter).last }

  /// The value of a parameter that must be given.
  func required(_ parameter: some ValueParameter) throws(UsageError) -> String {
    guard let value = string(parameter) else { throw .missing(parameter) }
    return value
  }

  /// The value read by `read`, which answers `nil` for what it does not take; `expected` says what it takes, in a few
  /// words such as `a date YYYY-MM-DD`.
  func value<Value>(
    _ parameter: some ValueParameter, expected: String? = nil, read: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = string(parameter) else { return nil }
    guard let value = read(text) else { throw .invalid(text, for: parameter, expected: expected) }
    return value
  }

  /// Every value read by `read`; otherwise as `value(_:expected:read:)`.
  func values<Value>(
    _ parameter: some ValueParameter, expected: String? = nil, read: (String) -> Value?
  ) throws(UsageError) -> [Value] {
    var results: [Value] = []
    for text in strings(parameter) {
      guard let value = read(text) else { throw .invalid(text, for: parameter, expected: expected) }
      results.append(value)
    }
    return results
  }

  /// The value read by `read`, of a parameter that must be given.
  func required<Value>(
    _ parameter: some ValueParameter, expected: String? = nil, read: (String) -> Value?
  ) throws(UsageError) -> Value {
    guard let value = try value(parameter, expected: expected, read: read) else { throw .missing(parameter) }
    return value
  }

  /// The value as a whole number in plain decimal digits, within `range`.
  func int(_ parameter: some ValueParameter, in range: ClosedRange<Int> = 0...Int.max) throws(UsageError) -> Int? {
    let end = range.upperBound == .max ? "" : " to \(range.upperBound)"
    return try value(parameter, expected: "a whole number from \(range.lowerBound)\(end)") { text in
      Int(text).flatMap { range.contains($0) && !text.hasPrefix("+") ? $0 : nil }
    }
  }

  /// The value as a whole number from 0 in plain decimal digits: a `seq`, a size.
  func uint64(_ parameter: some ValueParameter) throws(UsageError) -> UInt64? {
    try value(parameter, expected: "a whole number from 0") { $0.hasPrefix("+") ? nil : UInt64($0) }
  }
}
