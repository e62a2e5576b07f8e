/// Text that only shows: what would move a cursor, hide or reorder what stands around it is written out as `\u{202e}`, line
/// breaks and tabs included. Applicants choose names, and a document must read the same on paper, on a screen and in a terminal.
package func visible(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy(\.isVisible) { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if scalar.isVisible {
      shown.unicodeScalars.append(scalar)
    } else {
      shown += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
  return shown
}

extension Unicode.Scalar {
  /// Whether it only shows: not of the general categories Cc (C0, DEL, C1), Cf (bidirectional overrides and isolates, zero-width
  /// characters), Zl and Zp.
  @inlinable package var isVisible: Bool {
    // Printable ASCII, then Cyrillic: asked so often that the tables of Unicode are too slow.
    if 0x20 <= value, value < 0x7F { return true }
    if 0x400 <= value, value < 0x530 { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
