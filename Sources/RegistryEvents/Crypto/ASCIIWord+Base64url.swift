/// Base64url (RFC 4648 §5) eight characters at a time, which spell six bytes.
extension ASCIIWord {
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
