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
    // Unsafe: `EVP_EncodeBlock` writes four characters for three bytes begun, and a NUL; exactly that room is made
    // first. A block is a multiple of three bytes, so its length fits C's int and padding comes only at the end.
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = UnsafeRawBufferPointer(rebasing: rest.prefix(Base64.blockByteCount))
      rest = rest.dropFirst(block.count)
      let start = text.count
      let length = (block.count + 2) / 3 * 4
      text.append(contentsOf: repeatElement(0, count: length + 1))
      text.withUnsafeMutableBytes { target in
        let written = UnsafeMutableRawBufferPointer(rebasing: target[start...])
        _ = EVP_EncodeBlock(written.octets, block.octets, Int32(truncatingIfNeeded: block.count))
        if self == .url { Base64.useURLAlphabet(in: written) }
      }
      let padding = self == .url ? (3 - block.count % 3) % 3 : 0
      text.removeLast(1 + padding)
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
  /// libsodium's decoder is strict (padding, unused bits, stray characters) and runs in constant time. `skipping` lets the line
  /// ends of a PEM pass.
  func decode(
    _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer, count: inout Int,
    skipping ignored: String? = nil
  ) -> Bool {
    // Unsafe: libsodium is told the size of the target and the length of the text, and keeps to both.
    count = 0
    guard !text.isEmpty else { return true }
    // libsodium 1.0.18 takes some bytes above 0x7F for characters of the alphabet, as its `char` has a sign.
    guard text.allSatisfy({ $0 < 0x80 }) else { return false }
    guard let bytes = target.octets else { return false }
    let variant = self == .url ? sodium_base64_VARIANT_URLSAFE_NO_PADDING : sodium_base64_VARIANT_ORIGINAL
    return text.withMemoryRebound(to: CChar.self) { characters in
      sodium_base642bin(
        bytes, target.count, characters.baseAddress, characters.count, ignored, &count, nil, Int32(variant)) == 0
    }
  }

  private static let blockByteCount = 3 << 20

  private static func useURLAlphabet(in text: UnsafeMutableRawBufferPointer) {
    for index in text.indices {
      let byte = text[index]
      text[index] =
        byte == UInt8(ascii: "+") ? UInt8(ascii: "-") : byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
    }
  }
}
