/// Base64url (RFC 4648 §5) eight characters at a time, which spell six bytes.
extension ASCIIWord {
  /// The eight characters of the six bytes in the upper 48 bits of a big-endian word, the first in the lowest byte.
  @inline(__always)
  static func base64url(ofUpperBytes word: UInt64) -> UInt64 {
    // 48 bits become two lanes of 24, four of 12 and eight of 6, each in the low bits of its lane.
    var sextets = (word >> 8) & 0x00FF_FFFF_0000_0000 | (word >> 16) & 0x0000_0000_00FF_FFFF
    sextets = (sextets << 4) & 0x0FFF_0000_0FFF_0000 | sextets & 0x0000_0FFF_0000_0FFF
    sextets = (sextets << 2) & 0x3F00_3F00_3F00_3F00 | sextets & 0x003F_003F_003F_003F
    // Every byte of the sum is a character, so what one byte borrows of the next on the way comes back.
    let letters = sextets &+ ones &* 65 &+ (atLeast(26, sextets) >> 7) &* 6
    let digits = (atLeast(52, sextets) >> 7) &* 75 &+ (atLeast(62, sextets) >> 7) &* 13
    return (letters &- digits &+ (atLeast(63, sextets) >> 7) &* 49).byteSwapped
  }

  /// The six bytes that eight characters of base64url spell, in the upper 48 bits of a big-endian word.
  @inline(__always)
  static func upperBytes(ofBase64url characters: UInt64) -> UInt64 {
    let word = characters.byteSwapped
    let signs = (between(95, 95, word) >> 7) &* 32 &+ (between(65, 90, word) >> 7) &* 65
    let others = (between(48, 57, word) >> 7) &* 4 &+ (between(45, 45, word) >> 7) &* 17
    let sextets = word &- signs &- (between(97, 122, word) >> 7) &* 71 &+ others
    var bits = (sextets >> 2) & 0x0FC0_0FC0_0FC0_0FC0 | sextets & 0x003F_003F_003F_003F
    bits = (bits >> 4) & 0x00FF_F000_00FF_F000 | bits & 0x0000_0FFF_0000_0FFF
    return (bits & 0x00FF_FFFF_0000_0000) << 8 | (bits & 0x0000_0000_00FF_FFFF) << 16
  }
}
