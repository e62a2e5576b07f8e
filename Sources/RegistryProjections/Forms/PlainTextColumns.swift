/// Breaks text to a number of columns of a terminal or a typewritten page.
enum PlainTextColumns {
  /// The lines of a text, none of more columns than `width`: broken between words, a word that is too long within.
  ///
  /// Text is made ``visible(_:)`` first.
  static func lines(of text: String, width: Int) -> [String] {
    let width = max(2, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      for (index, piece) in pieces(of: word, width: width).enumerated() {
        let columns = count(piece)
        let gap = used > 0 && index == 0 ? 1 : 0
        if used + gap + columns > width || index > 0 {
          lines.append(line)
          (line, used) = (piece, columns)
        } else {
          line += (gap > 0 ? " " : "") + piece
          used += gap + columns
        }
      }
    }
    return lines + [line]
  }

  /// A word, or what of it fits on a line each.
  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard count(String(word)) > width else { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let columns = count(character)
      if used + columns > width, used > 0 {
        pieces.append(piece)
        (piece, used) = ("", 0)
      }
      piece.append(character)
      used += columns
    }
    return pieces + [piece]
  }

  /// At most how many columns a text takes.
  static func count(_ text: String) -> Int { text.reduce(0) { $0 + count($1) } }

  /// At most how many columns a character takes: nothing for a mark on its own, two from Hangul on, punctuation and signs
  /// apart.
  private static func count(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { columns, scalar in
      switch scalar.value {
      case ..<0x300, 0x400...0x482, 0x48A...0x52F, 0x2000...0x22FF: return columns + 1
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return columns
        default: return columns + (scalar.value < 0x1100 ? 1 : 2)
        }
      }
    }
  }

  /// The text in the middle of so many columns, its lines one above the other.
  static func centred(_ text: String, width: Int) -> [String] {
    lines(of: text, width: width).map { line in
      String(repeating: " ", count: max(0, (width - count(line)) / 2)) + line
    }
  }

  /// Two texts side by side, each broken to its half.
  static func sideBySide(_ left: [String], _ right: [String], width: Int) -> [String] {
    let half = (width - 4) / 2
    let (left, right) = (
      left.flatMap { lines(of: $0, width: half) }, right.flatMap { lines(of: $0, width: half) }
    )
    return (0..<max(left.count, right.count)).map { index in
      let text = index < left.count ? left[index] : ""
      guard index < right.count, !right[index].isEmpty else { return text }
      return text + String(repeating: " ", count: max(0, half + 4 - count(text))) + right[index]
    }
  }
}
