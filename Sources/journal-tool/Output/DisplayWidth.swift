/// How many columns of a terminal text takes.
///
/// Kept simple: a character is as wide as its first scalar, 0 for a mark or format character that stands alone, 2 for what
/// the Unicode Standard (UAX #11) has as Wide or Fullwidth in the blocks listed and for what ends in the emoji selector
/// U+FE0F, and 1 for all else: Latin, Cyrillic and Kazakh. Text is `visible` before it is measured.
enum DisplayWidth {
  /// The columns of a text without line breaks.
  static func of(_ text: some StringProtocol) -> Int {
    simpleCount(text) ?? text.reduce(0) { $0 + of($1) }
  }

  /// The number of scalars of a text in which each is a character of one column: ASCII, Latin, Cyrillic and Kazakh without
  /// marks; `nil` for any other. Breaking text into characters takes many times as long.
  private static func simpleCount(_ text: some StringProtocol) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027: count += 1
      default: return nil
      }
    }
    return count
  }

  /// The columns of one character with its marks.
  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if first.value < 0x1100 { return 1 }
    let isEmoji = character.unicodeScalars.contains("\u{FE0F}")
    return isEmoji || wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The beginning of the text that takes at most `columns`, ending in `…` where something is left out.
  static func elided(_ text: String, to columns: Int) -> String {
    if of(text) <= columns { return text }
    guard columns > 0 else { return "" }
    if simpleCount(text) != nil { return String(text.unicodeScalars.prefix(columns - 1)) + "…" }
    var kept = ""
    var width = 0
    for character in text {
      width += of(character)
      if width > columns - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with spaces up to `columns`, before it or after it.
  static func padded(_ text: String, to columns: Int, rightAligned: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, columns - of(text)))
    return rightAligned ? spaces + text : text + spaces
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF,
    0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
