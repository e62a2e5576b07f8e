/// The text as a terminal may show it: what would move the cursor, hide or reorder text stands as `\u{1b}`.
///
/// Journal data is written by applicants. Escaped are the general categories Cc (C0, DEL, C1), Cf (bidirectional overrides
/// and isolates, zero-width characters), Zl and Zp, line breaks and tabs included.
func terminalSafe(_ text: String) -> String {
  if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text }
  var safe = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      safe += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}
