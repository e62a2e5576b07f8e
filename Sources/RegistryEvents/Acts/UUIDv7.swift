/// A UUID of version 7 (RFC 9562 §5.7) in lower case: the id of an act, and its idempotency key (format §3).
public struct UUIDv7: Sendable, Hashable {
  /// The first and last eight bytes, big-endian.
  package let high: UInt64
  package let low: UInt64

  /// An id by its two halves, as it was written down.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Milliseconds since 1970-01-01T00:00:00Z, from the first 48 bits.
  public var milliseconds: Int64 { Int64(high >> 16) }

  /// An id of a time and 74 bits that no other id of that millisecond has; the surplus bits of `random` are ignored.
  public init(milliseconds: Int64, random: (UInt64, UInt64)) {
    high = UInt64(truncatingIfNeeded: milliseconds) << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// The id of a numbered part of the filing that has this id: of the same time, and always the same one.
  public func part(_ number: Int) -> UUIDv7 {
    let digest = Digest.sha256(of: Array("\(self) part \(number)".utf8))
    let random = digest.withBytes { bytes in
      (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self).bigEndian,
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self).bigEndian
      )
    }
    return UUIDv7(milliseconds: milliseconds, random: random)
  }

  /// Reads the one spelling, lower case with hyphens; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    guard let id = copy.withUnsafeMutableBytes({ UUIDv7(ascii: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = id
  }

  package init?(ascii bytes: UnsafeRawBufferPointer) {
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 36, bytes[8] == hyphen, bytes[13] == hyphen, bytes[14] == UInt8(ascii: "7"),
      bytes[18] == hyphen,
      bytes[23] == hyphen
    else { return nil }
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    func half(_ offset: Int) -> UInt64 {
      UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    // Four runs of eight digits: 0 to 7; 9 to 12 with 14 to 17; 19 to 22 with 24 to 27; 28 to 35.
    let words = (word(0), half(9) | half(14) << 32, half(19) | half(24) << 32, word(28))
    guard ASCIIWord.isHex(words.0), ASCIIWord.isHex(words.1), ASCIIWord.isHex(words.2), ASCIIWord.isHex(words.3) else {
      return nil
    }
    func value(_ word: UInt64) -> UInt64 { UInt64(ASCIIWord.bytes(ofHex: word).byteSwapped) }
    high = value(words.0) << 32 | value(words.1)
    low = value(words.2) << 32 | value(words.3)
    guard low >> 62 == 0b10 else { return nil }
  }
}

extension UUIDv7: Comparable {
  /// By the bytes, and so by the time first.
  public static func < (left: UUIDv7, right: UUIDv7) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension UUIDv7: CustomStringConvertible {
  /// Lower-case hex in groups of 8, 4, 4, 4 and 12 digits.
  public var description: String {
    // Unsafe: 36 places are written, one after the other.
    String(unsafeUninitializedCapacity: 36) { text in
      var end = 0
      for place in 0..<32 {
        if place == 8 || place == 12 || place == 16 || place == 20 {
          text[end] = UInt8(ascii: "-")
          end += 1
        }
        let word = (place < 16 ? high : low) >> UInt64(60 - place % 16 * 4)
        text[end] = Hex.digit(UInt8(truncatingIfNeeded: word) & 15)
        end += 1
      }
      return end
    }
  }
}
