/// At most 32 bytes that are expected at one place, as four words that are compared at once.
struct Literal: Sendable, Equatable {
  private(set) var count = 0
  private var words = SIMD4<UInt64>()
  private var masks = SIMD4<UInt64>()

  static let longest = 32

  /// A literal of no bytes, which is nowhere expected.
  init() {}

  /// `nil` for more than 32 bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= Literal.longest else { return nil }
    count = bytes.count
    for (index, byte) in bytes.enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
      masks[index / 8] |= 0xFF << UInt64(index % 8 * 8)
    }
  }

  /// Whether a text is printable ASCII that JSON does not escape.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }

  /// Whether the bytes stand at an offset of a buffer, of which so many may be read.
  ///
  /// Unsafe: a load of 32 is made only where 32 bytes are left before `end`, which lies inside the buffer; otherwise no byte at or
  /// beyond `end` is read.
  @inline(__always)
  func stands(in bytes: UnsafeRawBufferPointer, at offset: Int, before end: Int) -> Bool {
    if end &- offset >= Literal.longest {
      let read = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      let different = (read ^ words) & masks
      return different[0] | different[1] | different[2] | different[3] == 0
    }
    guard end &- offset >= count else { return false }
    for index in 0..<count
    where bytes[offset &+ index] != UInt8(truncatingIfNeeded: words[index / 8] >> UInt64(index % 8 * 8)) {
      return false
    }
    return true
  }
}

extension CanonicalScanner {
  /// Whether the literal stands here; passes over it if so.
  @inline(__always)
  mutating func take(_ literal: Literal) -> Bool {
    guard literal.stands(in: bytes, at: at, before: end) else { return false }
    at &+= literal.count
    return true
  }
}
