import RegistryProjections

/// Writes tables for other programs as CSV (RFC 4180).
///
/// - Lines end in LF alone, not CRLF: every spreadsheet reads both, while `cut`, `awk`, `diff` and `sort` would take the CR for
///   a part of the last field. There is no byte-order mark; the text is UTF-8.
/// - A field with a comma, a quote, CR, LF or a space at an end stands in quotes, quotes doubled.
/// - A spreadsheet runs a field that begins with `=`, `+`, `-`, `@` (their full-width forms too), tab or CR as a formula, and
///   applicants write fields. Such a field gets an apostrophe before it. Left alone is a `+` or `-` that is followed only by
///   digits, spaces, `(`, `)`, `.` and `-`: a number or a telephone number. Where every byte counts there is JSON.
/// - On a terminal, fields are `visible`; in a file or a pipe they are as recorded.
struct CSVWriter {
  /// Where the lines go.
  let output: ByteOutput

  /// Writes the first line, which names the fields, or any other; throws `SystemError`.
  func write(_ fields: [String]) throws(SystemError) {
    let isTerminal = output.terminal.isTerminal
    let line = fields.map { CSVWriter.field(isTerminal ? visible($0) : $0) }.joined(separator: ",")
    // A line of one empty field would read as no line at all.
    try output.write((line.isEmpty ? "\"\"" : line) + "\n")
  }

  /// A field as it stands in a line.
  static func field(_ text: String) -> String {
    let guarded = isFormula(text) ? "'" + text : text
    let quoting: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
    let isPlain = !guarded.utf8.contains { quoting.contains($0) }
    if isPlain, guarded.utf8.first != 0x20, guarded.utf8.last != 0x20 { return guarded }
    var quoted = "\""
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    case "+", "-":
      let harmless: Set<Unicode.Scalar> = [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", " ", "(", ")", ".", "-",
      ]
      return !text.unicodeScalars.dropFirst().allSatisfy(harmless.contains)
    default: return false
    }
  }
}
