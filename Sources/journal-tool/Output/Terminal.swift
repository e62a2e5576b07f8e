/// What can be known of where text goes to.
struct Terminal: Sendable, Equatable {
  /// Whether a person may be looking at it.
  let isTerminal: Bool
  /// The columns that text should fit in; `nil` where there is no limit, as in a file.
  let width: Int?
  /// Whether colours may be used.
  let hasColour: Bool

  /// A place with these traits.
  init(isTerminal: Bool = false, width: Int? = nil, hasColour: Bool = false) {
    self.isTerminal = isTerminal
    self.width = width
    self.hasColour = hasColour
  }

  /// A file descriptor of this process.
  ///
  /// The width is the terminal's; where the system does not say, the variable `COLUMNS`; on a terminal otherwise 80.
  /// Colours need a terminal, a `TERM` that is not `dumb`, and that `NO_COLOR` is not set or empty (no-color.org).
  init(descriptor: Int32, environment: (String) -> String?) {
    isTerminal = SystemCalls.isTerminal(descriptor)
    let declared = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = (isTerminal ? SystemCalls.terminalColumns(descriptor) : nil) ?? declared ?? (isTerminal ? 80 : nil)
    hasColour = isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }
}

extension Terminal {
  /// How text is set off from other text.
  enum Style: String, Sendable, CaseIterable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  /// The text in a style, or as it is where colours may not be used.
  func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
