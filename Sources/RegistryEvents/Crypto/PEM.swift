/// The textual armour of keys (RFC 7468): one block, its label, and the DER inside.
enum PEM {
  private static let lineLength = 64

  /// Takes the armour off. Line ends may be LF or CRLF; before and after the block nothing else may stand.
  ///
  /// - Throws: `key-malformed` where this is not one block.
  static func decode(_ text: UnsafeRawBufferPointer) throws -> (label: String, der: SecretBytes) {
    let malformed = RegistryError(.keyMalformed, detail: "not one PEM block")
    var end = text.count
    while end > 0, isLineEnd(text[end - 1]) { end -= 1 }
    let block = text[..<end]
    let begin = Array("-----BEGIN ".utf8)
    let dashes = Array("-----".utf8)
    guard block.starts(with: begin), let firstLine = block.firstIndex(where: isLineEnd), firstLine < 64 else {
      throw malformed
    }
    let opening = block[..<firstLine]
    guard opening.suffix(dashes.count).elementsEqual(dashes), opening.count > begin.count + dashes.count else {
      throw malformed
    }
    let name = opening.dropFirst(begin.count).dropLast(dashes.count)
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard name.allSatisfy({ $0 == UInt8(ascii: " ") || capitals.contains($0) }) else { throw malformed }
    let label = String(decoding: name, as: UTF8.self)
    let closing = Array("\n-----END \(label)-----".utf8)
    let inner = block[firstLine...]
    guard inner.count > closing.count, inner.suffix(closing.count).elementsEqual(closing) else { throw malformed }
    let body = UnsafeRawBufferPointer(rebasing: inner.dropLast(closing.count))
    var count = 0
    var decoded = false
    let padded = SecretBytes(count: body.count) { target in
      decoded = Base64.standard.decode(body, into: target, count: &count, skipping: "\r\n")
    }
    guard decoded, count > 0 else { throw malformed }
    return (label, padded.withUnsafeBytes { SecretBytes(copying: $0.prefix(count)) })
  }

  /// Puts DER into armour, in lines of 64 characters that end in LF.
  static func encode(_ der: UnsafeRawBufferPointer, label: String) -> SecretBytes {
    var characters: [UInt8] = []
    characters.reserveCapacity(der.count / 3 * 4 + 8)
    Base64.standard.encode(der, appendingTo: &characters)
    let encoded = SecretBytes(wiping: &characters)
    let opening = "-----BEGIN \(label)-----\n"
    let closing = "-----END \(label)-----\n"
    let lineCount = (encoded.count + lineLength - 1) / lineLength
    return SecretBytes(count: opening.utf8.count + encoded.count + lineCount + closing.utf8.count) { target in
      encoded.withUnsafeBytes { encoded in
        var at = 0
        func put(_ bytes: some Collection<UInt8>) {
          UnsafeMutableRawBufferPointer(rebasing: target[at...]).copyBytes(from: bytes)
          at += bytes.count
        }
        put(opening.utf8)
        for start in stride(from: 0, to: encoded.count, by: lineLength) {
          put(encoded[start..<min(start + lineLength, encoded.count)])
          put("\n".utf8)
        }
        put(closing.utf8)
      }
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
