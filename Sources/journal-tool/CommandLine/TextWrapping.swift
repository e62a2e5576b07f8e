/// Breaks text into lines for people.
enum TextWrapping {
  /// The text with every line at most `width` columns where its words allow, and `indent` spaces before each.
  ///
  /// A line break in the text stays. A line that begins with a space is left as it is, so that an example keeps its form.
  static func wrap(_ text: String, width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: max(0, indent))
    let columns = max(1, width - indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.hasPrefix(" ") || $0.isEmpty ? [String($0)] : lines(of: $0, columns: columns) }
      .map { $0.isEmpty ? "" : margin + $0 }
      .joined(separator: "\n")
  }

  /// One paragraph broken between words; a word that is too long stands alone.
  private static func lines(of paragraph: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in paragraph.split(separator: " ") {
      let wordWidth = DisplayWidth.of(word)
      if lineWidth > 0, lineWidth + 1 + wordWidth > columns {
        lines.append(line)
        line = String(word)
        lineWidth = wordWidth
      } else {
        if lineWidth > 0 {
          line += " "
          lineWidth += 1
        }
        line += word
        lineWidth += wordWidth
      }
    }
    return lines + [line]
  }
}
