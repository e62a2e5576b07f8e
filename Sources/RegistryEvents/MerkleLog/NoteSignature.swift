/// A signature line of a note: `— name base64(id || signature)`.
public struct NoteSignature: Sendable, Hashable {
  /// The name of the key that is said to have signed.
  public let name: String
  /// The id of that key.
  public let id: UInt32
  /// What follows the id; of an Ed25519 key, 64 bytes.
  public let signature: [UInt8]

  init(name: String, id: UInt32, signature: [UInt8]) {
    self.name = name
    self.id = id
    self.signature = signature
  }

  /// Reads a line without its LF; `nil` for anything else than the one spelling.
  init?(line: ArraySlice<UInt8>) {
    let dash = Array("\u{2014} ".utf8)
    guard line.starts(with: dash) else { return nil }
    let parts = line.dropFirst(dash.count).split(
      separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), NoteKey.isName(name),
      let bytes = Base64.standard.decode(parts[1]), bytes.count > 4
    else { return nil }
    self.init(
      name: name, id: UInt32(bigEndianBytes: bytes), signature: Array(bytes.dropFirst(4)))
  }

  /// The line with its LF.
  var line: String {
    "\u{2014} \(name) \(Base64.standard.encode(id.bigEndianBytes + signature))\n"
  }
}

extension UInt32 {
  /// The number that four bytes are, the most significant first.
  init(bigEndianBytes bytes: some Sequence<UInt8>) { self = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

  /// The four bytes of the number, the most significant first.
  var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> UInt32($0)) } }
}
