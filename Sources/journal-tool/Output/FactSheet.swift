import RegistryProjections

/// What a result says of itself before its table: a name and a value a line, the values in one column, a long value broken
/// between words.
struct FactSheet {
  private var facts: [(name: String, value: String)] = []

  /// A sheet that says nothing yet.
  init() {}

  /// Adds a fact; the value is made `visible`, line by line.
  mutating func add(_ name: String, _ value: String) {
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    facts.append((name, lines.joined(separator: "\n")))
  }

  /// Writes the facts; throws `SystemError`.
  func write(to output: ByteOutput) throws(SystemError) {
    let indent = (facts.map { DisplayWidth.of($0.name) }.max() ?? 0) + TableLayout.gap.count
    let width = output.terminal.width ?? 120
    for fact in facts {
      let name = DisplayWidth.padded(fact.name, to: indent)
      let value = TextWrapping.wrap(fact.value, width: width, indent: indent)
      try output.write(output.terminal.styled(name, .dim) + value.dropFirst(indent) + "\n")
    }
  }
}
