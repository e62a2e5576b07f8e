/// Sixteen bytes at a time: tests that answer for all of them at once, and where the first hit is.
///
/// Unsafe: ``load(_:at:)`` reads sixteen bytes at an offset of a raw buffer, and whoever calls it has seen that so many are left there.
/// A mask is taken as two words because that is its memory: sixteen lanes of eight bits, all ones or all zeros.
enum ByteVector {
  typealias Bytes = SIMD16<Int8>
  typealias Mask = SIMDMask<SIMD16<Int8>>

  static let count = 16

  @inline(__always)
  static func load(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> Bytes {
    buffer.loadUnaligned(fromByteOffset: offset, as: Bytes.self)
  }

  /// The index of the first lane that is set; 16 where none is.
  @inline(__always)
  static func first(_ mask: Mask) -> Int {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if words[0] | words[1] == 0 { return count }
    return words[0] == 0 ? 8 &+ words[1].trailingZeroBitCount >> 3 : words[0].trailingZeroBitCount >> 3
  }

  /// The bytes at which a string's plain ASCII ends: control characters, quotes, backslashes, and all that is not ASCII, which a signed
  /// byte shows as below zero.
  @inline(__always)
  static func special(_ bytes: Bytes) -> Mask {
    (bytes .< each(0x20)) .| (bytes .== each(0x22)) .| (bytes .== each(0x5C))
  }

  /// Quotes and backslashes.
  @inline(__always)
  static func quotes(_ bytes: Bytes) -> Mask {
    (bytes .== each(0x22)) .| (bytes .== each(0x5C))
  }

  /// The bytes that are no characters of base64url.
  @inline(__always)
  static func notBase64url(_ bytes: Bytes) -> Mask {
    let folded = bytes | each(0x20)
    let letters = (folded .>= each(0x61)) .& (folded .<= each(0x7A))
    let digits = (bytes .>= each(0x30)) .& (bytes .<= each(0x39))
    return .!(letters .| digits .| (bytes .== each(0x2D)) .| (bytes .== each(0x5F)))
  }

  /// One byte in every lane. Comparing lanes with lanes is an instruction; comparing them with a scalar is a loop over them.
  @inline(__always)
  private static func each(_ byte: Int8) -> Bytes { Bytes(repeating: byte) }
}
