/// A UUID of version 7 (RFC 9562 §5.7) in lower case: the id of an act, and its idempotency key (format §3).
public struct UUIDv7: Sendable, Hashable {
  /// The first and last eight bytes, big-endian.
  let high: UInt64
  let low: UInt64

  /// Milliseconds since 1970-01-01T00:00:00Z, from the first 48 bits.
  public var milliseconds: Int64 { Int64(high >> 16) }

  /// An id of a time and 74 bits that no other id of that millisecond has; the surplus bits of `random` are ignored.
  public init(milliseconds: Int64, random: (UInt64, UInt64)) {
    high = UInt64(truncatingIfNeeded: milliseconds) << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// Reads the one spelling, lower case with hyphens; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    guard let id = copy.withUnsafeMutableBytes({ UUIDv7(ascii: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = id
  }

  init?(ascii bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 36, bytes[14] == UInt8(ascii: "7") else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for index in 0..<36 {
      switch index {
      case 8, 13, 18, 23: guard bytes[index] == UInt8(ascii: "-") else { return nil }
      default:
        guard let digit = Hex.nibble(bytes[index]) else { return nil }
        if index < 18 { words.0 = words.0 << 4 | UInt64(digit) } else { words.1 = words.1 << 4 | UInt64(digit) }
      }
    }
    guard words.1 >> 62 == 0b10 else { return nil }
    (high, low) = words
  }
}

extension UUIDv7: CustomStringConvertible {
  /// Lower-case hex in groups of 8, 4, 4, 4 and 12 digits.
  public var description: String {
    let digits = Array(
      Hex.encode([high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
