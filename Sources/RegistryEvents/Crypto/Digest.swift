/// A SHA-256 value: 32 bytes, shown in lower-case hex.
public struct Digest: Sendable, Hashable {
  // Four words rather than an array, so that a digest needs no allocation; big-endian, in the order of the bytes.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The number of bytes of a digest.
  public static let byteCount = 32

  /// A digest of exactly 32 bytes; `nil` for any other count.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Digest.byteCount else { return nil }
    self.init { target in target.copyBytes(from: bytes) }
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
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// Gives the 32 bytes to a function without allocating.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let ordered = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    return try withUnsafeBytes(of: ordered, body)
  }

  /// Equal by all 32 bytes.
  public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  /// By the first half, which is as good as random; equality looks at all of it.
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
    guard text.utf8.count == 2 * Digest.byteCount, let bytes = Hex.decode(Array(text.utf8)) else { return nil }
    self.init(bytes)
  }
  /// Reads 64 lower-case hex digits from a range of a buffer, without allocating.
  package init?(hex buffer: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard range.count == 2 * Digest.byteCount else { return nil }
    var valid = true
    self.init(writing: { bytes in
      for index in 0..<(Digest.byteCount / 4) {
        let place = range.lowerBound &+ 8 &* index
        let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        valid = valid && ASCIIWord.isHex(word)
        bytes.storeBytes(of: ASCIIWord.bytes(ofHex: word).littleEndian, toByteOffset: 4 &* index, as: UInt32.self)
      }
    })
    guard valid else { return nil }
  }
}
