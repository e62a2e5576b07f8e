/// Strings: sixteen bytes at a time through plain ASCII, four characters at a time through Cyrillic, one at a time through the rest.
/// Safe for the reason given at the type: a load of sixteen or eight is made only where so many bytes are left.
extension CanonicalScanner {
  /// Passes over a string, quotes included, and answers where its characters are, escapes as they stand.
  @inline(__always)
  mutating func string() throws(ScanError) -> Range<Int> {
    guard byte(at: at) == UInt8(ascii: "\"") else { throw unexpected(at: at) }
    let start = at &+ 1
    var index = start
    sawEscape = false
    while true {
      while end &- index >= ByteVector.count {
        let plain = ByteVector.first(ByteVector.special(ByteVector.load(bytes, at: index)))
        index &+= plain
        if plain < ByteVector.count { break }
      }
      let character = byte(at: index)
      if character == UInt8(ascii: "\"") {
        at = index &+ 1
        return start..<index
      }
      if character >= 0x80 {
        // Cyrillic comes in runs of two-byte characters, so stay here while they last.
        repeat {
          while end &- index >= 8, CanonicalScanner.isPairs(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          {
            index &+= 8
          }
          if byte(at: index) >= 0x80 { index = try multibyte(at: index) }
        } while byte(at: index) >= 0x80
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

  /// Whether eight bytes are four characters of two bytes each: a lead byte 0xC2 to 0xDF, then a byte 0x80 to 0xBF.
  @inline(__always)
  private static func isPairs(_ word: UInt64) -> Bool {
    let word = UInt64(littleEndian: word)
    // A lead byte 0xC0 or 0xC1 has none of the bits 0x1E, and would spell ASCII in two bytes; adding 0x7FFE to its lane of sixteen bits
    // leaves the lane's high bit clear.
    return word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0
      && ((word & 0x001E_001E_001E_001E) &+ 0x7FFE_7FFE_7FFE_7FFE) & 0x8000_8000_8000_8000 == 0x8000_8000_8000_8000
  }

  /// Passes over a string of nothing but the characters of base64url, quotes included, and answers where they are; `nil` for any other,
  /// with the scanner where it was.
  @inline(__always)
  mutating func base64url() -> Range<Int>? {
    guard byte(at: at) == UInt8(ascii: "\"") else { return nil }
    let start = at &+ 1
    var index = start
    while end &- index >= ByteVector.count {
      let fitting = ByteVector.first(ByteVector.notBase64url(ByteVector.load(bytes, at: index)))
      index &+= fitting
      if fitting < ByteVector.count { break }
    }
    while StringFormat.sextet(byte(at: index)) != nil { index &+= 1 }
    guard byte(at: index) == UInt8(ascii: "\"") else { return nil }
    at = index &+ 1
    return start..<index
  }

  /// Passes over a string of exactly so many bytes before its closing quote, and answers where they are, whatever they are; `nil`
  /// where no quote stands there, with the scanner where it was. For formats whose one length says that it holds no quote.
  @inline(__always)
  mutating func fixedString(_ count: Int) -> Range<Int>? {
    guard end &- at >= count &+ 2, bytes[at] == UInt8(ascii: "\""), bytes[at &+ count &+ 1] == UInt8(ascii: "\"") else {
      return nil
    }
    let start = at &+ 1
    at = start &+ count &+ 1
    return start..<(start &+ count)
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
