/// A SHA-256 value: 32 bytes, shown in lower-case hex.
public struct Digest: Sendable, Hashable {
  // Four words rather than an array, so that a digest needs no allocation; big-endian, in the order of the bytes.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The number of bytes of a digest.
  public static let byteCount = 32

  /// A digest of exactly 32 bytes; `nil` for any other count.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Digest.byteCount else { return nil }
    var words = [UInt64](repeating: 0, count: 4)
    for (index, byte) in bytes.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// A digest whose bytes a function writes into a buffer of exactly 32.
  init(writing body: (UnsafeMutableRawBufferPointer) -> Void) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words, body)
    self.words = (
      UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2), UInt64(bigEndian: words.3)
    )
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
  }

  /// Gives the 32 bytes to a function without allocating.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let ordered = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    return withUnsafeBytes(of: ordered, body)
  }

  public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension Digest: CustomStringConvertible {
  /// 64 lower-case hex digits.
  public var description: String { Hex.encode(bytes) }

  /// Reads 64 lower-case hex digits; `nil` for anything else.
  public init?(hex text: some StringProtocol) {
    guard text.utf8.count == 64, let bytes = Hex.decode(Array(text.utf8)) else { return nil }
    self.init(bytes)
  }

  /// Reads 64 lower-case hex digits from a range of a buffer, without allocating.
  init?(hex buffer: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard range.count == 64 else { return nil }
    var valid = true
    self.init(writing: { bytes in
      for index in 0..<Digest.byteCount {
        guard let high = Hex.nibble(buffer[range.lowerBound &+ 2 &* index]),
          let low = Hex.nibble(buffer[range.lowerBound &+ 2 &* index &+ 1])
        else {
          valid = false
          return
        }
        bytes[index] = high << 4 | low
      }
    })
    guard valid else { return nil }
  }
}

/// Lower-case hexadecimal, the one spelling of a hash in the journal.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lower-case digits a byte.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of an even number of lower-case digits; `nil` for anything else.
  public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var high: UInt8?
    for digit in text {
      guard let value = nibble(digit) else { return nil }
      if let pending = high {
        bytes.append(pending << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// The value of one lower-case hex digit.
  @inline(__always)
  static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return digit - UInt8(ascii: "a") + 10
    default: return nil
    }
  }
}
