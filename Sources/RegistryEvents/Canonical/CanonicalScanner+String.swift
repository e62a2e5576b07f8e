/// Strings: eight bytes at a time through plain ASCII, one character at a time through the rest. Safe for the reason
/// given at the type: a load of eight is made only where eight bytes are left.
extension CanonicalScanner {
  /// Passes over a string, quotes included, and answers where its characters are, escapes as they stand.
  @inline(__always)
  mutating func string() throws(ScanError) -> Range<Int> {
    guard byte(at: at) == UInt8(ascii: "\"") else { throw unexpected(at: at) }
    let start = at &+ 1
    var index = start
    sawEscape = false
    while true {
      while end &- index >= 8 {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let special = CanonicalScanner.specialBytes(word)
        guard special == 0 else {
          index &+= special.trailingZeroBitCount >> 3
          break
        }
        index &+= 8
      }
      let character = byte(at: index)
      if character == UInt8(ascii: "\"") {
        at = index &+ 1
        return start..<index
      }
      if character >= 0x80 {
        // Cyrillic comes in runs of two-byte characters, so stay here while they last.
        repeat { index = try multibyte(at: index) } while byte(at: index) >= 0x80
      } else if character == UInt8(ascii: "\\") {
        index = try escape(at: index)
        sawEscape = true
      } else if character < 0x20 {
        throw error(.controlCharacter, at: index)
      } else {
        index &+= 1
      }
    }
  }

  /// The high bit of each byte that is a control character, a quote, a backslash or not ASCII; the lowest one set is
  /// exact, those above it may be false (a borrow), so only the lowest is used.
  @inline(__always)
  private static func specialBytes(_ word: UInt64) -> UInt64 {
    let ones = ASCIIWord.ones
    let controls = word &- ones &* 0x20
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    return (controls | quotes | backslashes | word) & ASCIIWord.highBits
  }

  /// Passes over one character of two to four bytes (RFC 3629: shortest form, no surrogates, at most U+10FFFF) that is
  /// no noncharacter; answers the index behind it.
  @inline(__always)
  private func multibyte(at index: Int) throws(ScanError) -> Int {
    let first = byte(at: index)
    let second = byte(at: index &+ 1)
    if first >= 0xC2, first <= 0xDF {
      guard second & 0xC0 == 0x80 else { throw error(.utf8Invalid, at: index) }
      return index &+ 2
    }
    return try longCharacter(first: first, second: second, at: index)
  }

  private func longCharacter(first: UInt8, second: UInt8, at index: Int) throws(ScanError) -> Int {
    let third = byte(at: index &+ 2)
    guard first >= 0xE0, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { throw error(.utf8Invalid, at: index) }
    var scalar = UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    var next = index &+ 3
    if first < 0xF0 {
      scalar |= UInt32(first & 0x0F) << 12
      guard scalar >= 0x800, !(0xD800...0xDFFF).contains(scalar) else { throw error(.utf8Invalid, at: index) }
    } else {
      let fourth = byte(at: index &+ 3)
      guard first <= 0xF4, fourth & 0xC0 == 0x80 else { throw error(.utf8Invalid, at: index) }
      scalar = UInt32(first & 0x07) << 18 | scalar << 6 | UInt32(fourth & 0x3F)
      guard (0x10000...0x10FFFF).contains(scalar) else { throw error(.utf8Invalid, at: index) }
      next &+= 1
    }
    if scalar & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar) { throw error(.noncharacter, at: index) }
    return next
  }

  /// Passes over one escape if it is the spelling that RFC 8785 §3.2.2.2 gives its character.
  private func escape(at index: Int) throws(ScanError) -> Int {
    switch byte(at: index &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"),
      UInt8(ascii: "f"), UInt8(ascii: "r"):
      return index &+ 2
    case UInt8(ascii: "u"): break
    default: throw error(index &+ 1 >= end ? .endOfInput : .escapeNotCanonical, at: index)
    }
    var scalar: UInt16 = 0
    var lowerCase = true
    for place in 2..<6 {
      let digit = byte(at: index &+ place)
      if let value = Hex.nibble(digit) {
        scalar = scalar << 4 | UInt16(value)
      } else if (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(digit) {
        lowerCase = false
        scalar = scalar << 4 | UInt16(digit - UInt8(ascii: "A") + 10)
      } else {
        throw error(.escapeNotCanonical, at: index)
      }
    }
    switch scalar {
    case 0: throw error(.nulCharacter, at: index)
    case 0xD800...0xDFFF: throw error(.surrogate, at: index)
    case 0x08, 0x09, 0x0A, 0x0C, 0x0D: throw error(.escapeNotCanonical, at: index)
    case 0x01..<0x20 where lowerCase: return index &+ 6
    default: throw error(.escapeNotCanonical, at: index)
    }
  }
}
