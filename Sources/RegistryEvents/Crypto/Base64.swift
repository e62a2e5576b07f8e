internal import CLibcrypto
internal import CLibsodium

/// Base64 in its one spelling (format §2): padded with the standard alphabet, unpadded with the URL alphabet, and the unused
/// bits zero (RFC 4648 §3.5, §4, §5).
public enum Base64: Sendable {
  /// Standard alphabet, padded: signed notes and checkpoints.
  case standard
  /// URL and file name safe alphabet, unpadded: JWK and JWS.
  case url

  /// The text of some bytes.
  public func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    bytes.withContiguousBytes { encode($0, appendingTo: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of some bytes, as ASCII.
  public func encode(_ bytes: UnsafeRawBufferPointer, appendingTo text: inout [UInt8]) {
    let start = text.count
    switch self {
    case .url:
      text.append(contentsOf: repeatElement(0, count: Base64.urlLength(of: bytes.count)))
      text.withUnsafeMutableBytes { target in
        Base64.encodeURL(bytes, into: UnsafeMutableRawBufferPointer(rebasing: target[start...]))
      }
    case .standard: Base64.encodeStandard(bytes, appendingTo: &text)
    }
  }

  private static func encodeStandard(_ bytes: UnsafeRawBufferPointer, appendingTo text: inout [UInt8]) {
    // Unsafe: `EVP_EncodeBlock` writes four characters for three bytes begun, and a NUL; exactly that room is made
    // first. A block is a multiple of three bytes, so its length fits C's int and padding comes only at the end.
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = UnsafeRawBufferPointer(rebasing: rest.prefix(Base64.blockByteCount))
      rest = rest.dropFirst(block.count)
      let start = text.count
      text.append(contentsOf: repeatElement(0, count: (block.count + 2) / 3 * 4 + 1))
      text.withUnsafeMutableBytes { target in
        let written = UnsafeMutableRawBufferPointer(rebasing: target[start...])
        _ = EVP_EncodeBlock(written.octets, block.octets, Int32(truncatingIfNeeded: block.count))
      }
      text.removeLast()
    }
  }

  /// The bytes of a text in its one spelling; `nil` for any other spelling, of whatever length.
  public func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    text.withContiguousBytes { text in
      var failed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { target, count in
        failed = !decode(text, into: UnsafeMutableRawBufferPointer(target), count: &count)
      }
      return failed ? nil : bytes
    }
  }

  /// The bytes of a text in its one spelling; `nil` for any other spelling, of whatever length.
  public func decode(_ text: some StringProtocol) -> [UInt8]? { decode(Array(text.utf8)) }

  /// Writes the bytes of a text into a buffer; false where the text has another spelling or the buffer is too small.
  ///
  /// The standard alphabet, in which private keys are written, is read by libsodium's decoder: strict (padding, unused bits,
  /// stray characters) and in constant time. `skipping` lets the line ends of a PEM pass there.
  func decode(
    _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer, count: inout Int,
    skipping ignored: String? = nil
  ) -> Bool {
    if self == .url { return Base64.decodeURL(text, into: target, count: &count) }
    // Unsafe: libsodium is told the size of the target and the length of the text, and keeps to both.
    count = 0
    guard !text.isEmpty else { return true }
    // libsodium 1.0.18 takes some bytes above 0x7F for characters of the alphabet, as its `char` has a sign.
    guard text.allSatisfy({ $0 < 0x80 }) else { return false }
    guard let bytes = target.octets else { return false }
    return text.withMemoryRebound(to: CChar.self) { characters in
      sodium_base642bin(
        bytes, target.count, characters.baseAddress, characters.count, ignored, &count, nil,
        Int32(sodium_base64_VARIANT_ORIGINAL)) == 0
    }
  }

  private static let blockByteCount = 3 << 20
}
