/// The text as a terminal may show it: what would move the cursor, hide or reorder text stands as `\u{1b}`, line breaks and
/// tabs included. Journal data is written by applicants.
func terminalSafe(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy(\.isTerminalSafe) { return text }
  var safe = ""
  for scalar in text.unicodeScalars {
    if scalar.isTerminalSafe {
      safe.unicodeScalars.append(scalar)
    } else {
      safe += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
  return safe
}

extension Unicode.Scalar {
  /// Whether a terminal only shows it: not of the general categories Cc (C0, DEL, C1), Cf (bidirectional overrides and
  /// isolates, zero-width characters), Zl and Zp.
  var isTerminalSafe: Bool {
    // Printable ASCII, then Cyrillic: asked so often that the tables of Unicode are too slow.
    if 0x20 <= value, value < 0x7F { return true }
    if 0x400 <= value, value < 0x530 { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
