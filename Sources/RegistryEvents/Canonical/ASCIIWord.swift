/// Eight ASCII characters at a time: a 64-bit word holds the first of them in its lowest byte.
///
/// Every test answers in the high bit of each byte, and is exact where all eight bytes are below 0x80.
enum ASCIIWord {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is at or above a character.
  @inline(__always)
  static func atLeast(_ character: UInt8, _ word: UInt64) -> UInt64 {
    (word &+ ones &* UInt64(0x80 &- character)) & highBits
  }

  /// The high bit of each byte that lies between two characters, both included.
  @inline(__always)
  static func between(_ first: UInt8, _ last: UInt8, _ word: UInt64) -> UInt64 {
    atLeast(first, word) & ~atLeast(last &+ 1, word)
  }

  /// Whether all eight are lower-case hex digits.
  @inline(__always)
  static func isHex(_ word: UInt64) -> Bool {
    word & highBits == 0
      && between(UInt8(ascii: "0"), UInt8(ascii: "9"), word) | between(UInt8(ascii: "a"), UInt8(ascii: "f"), word)
        == highBits
  }

  /// The four bytes that eight lower-case hex digits spell, the first in the lowest byte.
  @inline(__always)
  static func bytes(ofHex word: UInt64) -> UInt32 {
    let nibbles = (word & (ones &* 0x0F)) &+ ((word >> 6) & ones) &* 9
    let pairs = (nibbles & 0x000F_000F_000F_000F) << 4 | (nibbles >> 8) & 0x000F_000F_000F_000F
    let halves = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: halves | halves >> 16)
  }
}
