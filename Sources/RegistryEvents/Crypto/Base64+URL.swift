/// Base64url a word at a time: every signature is over the base64url of its act.
extension Base64 {
  // Unsafe: buffers check no index in release. Words are read where eight bytes are left, and a target's room is compared with
  // what will be written before anything is.

  /// The number of characters that spell so many bytes.
  @inline(__always)
  static func urlLength(of byteCount: Int) -> Int { (byteCount &* 4 &+ 2) / 3 }

  /// The two characters that each value of twelve bits is spelled with, the first in the lower byte. Only what is public is written in
  /// base64url, so that nobody learns a secret from the time that a look-up takes.
  private static let pairs: [UInt16] = {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let small = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let alphabet = Array(letters) + Array(small) + Array(digits) + Array("-_".utf8)
    return alphabet.flatMap { first in alphabet.map { UInt16(first) | UInt16($0) << 8 } }
  }()

  /// Writes the text of some bytes into a buffer; nothing where that is too small for it.
  static func encodeURL(_ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) {
    guard target.count >= urlLength(of: bytes.count) else { return }
    pairs.withUnsafeBufferPointer { pairs in
      /// The eight characters of the upper six bytes of a word, the first in the lowest byte.
      func characters(_ word: UInt64) -> UInt64 {
        // Twelve bits are less than the 4096 pairs.
        func pair(_ shift: UInt64) -> UInt64 { UInt64(pairs[Int(truncatingIfNeeded: word >> shift & 0xFFF)]) }
        return pair(52) | pair(40) << 16 | pair(28) << 32 | pair(16) << 48
      }
      var (from, to) = (0, 0)
      while bytes.count &- from >= 8 {
        let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: from, as: UInt64.self))
        target.storeBytes(of: characters(word).littleEndian, toByteOffset: to, as: UInt64.self)
        from &+= 6
        to &+= 8
      }
      while from < bytes.count {
        var word: UInt64 = 0
        let count = min(6, bytes.count &- from)
        for place in 0..<count { word |= UInt64(bytes[from &+ place]) << UInt64(56 &- 8 &* place) }
        var rest = characters(word)
        for _ in 0..<urlLength(of: count) {
          target[to] = UInt8(truncatingIfNeeded: rest)
          rest >>= 8
          to &+= 1
        }
        from &+= count
      }
    }
  }

  /// Writes the bytes that a text spells into a buffer; false where the text has another spelling, unused bits that are not
  /// zero among them, or the buffer is too small.
  static func decodeURL(
    _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer, count: inout Int
  ) -> Bool {
    count = 0
    let byteCount = text.count / 4 &* 3 &+ max(0, text.count % 4 &- 1)
    guard text.count % 4 != 1, byteCount <= target.count else { return false }
    var from = 0
    while from < text.count {
      let characters: UInt64
      if text.count &- from >= 8 {
        characters = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: from, as: UInt64.self))
      } else {
        // What is missing of eight characters is filled up with those of zero bits.
        var padded = ASCIIWord.ones &* UInt64(UInt8(ascii: "A"))
        for place in 0..<(text.count &- from) {
          let shift = UInt64(8 &* place)
          padded = padded & ~(0xFF << shift) | UInt64(text[from &+ place]) << shift
        }
        characters = padded
      }
      guard ASCIIWord.isBase64url(characters) else { return false }
      var word = ASCIIWord.upperBytes(ofBase64url: characters)
      for _ in 0..<min(6, byteCount &- count) {
        target[count] = UInt8(truncatingIfNeeded: word >> 56)
        word <<= 8
        count &+= 1
      }
      guard word == 0 else { return false }
      from &+= 8
    }
    return true
  }
}
