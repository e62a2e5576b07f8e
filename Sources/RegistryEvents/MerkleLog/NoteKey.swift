/// A key of signed notes with its name, for one type of signature: `name+id+base64(type || public key)` (C2SP `signed-note`).
///
/// What it is used for is said by the types that hold one: ``VerifierKey`` and ``CosignerKey``.
struct NoteKey: Sendable, Hashable {
  /// The types of signatures, by their byte (C2SP `signed-note`).
  enum SignatureType: UInt8 {
    /// Ed25519 over the note's text.
    case ed25519 = 0x01
    /// Ed25519 over the note's text and a time (C2SP `tlog-cosignature`).
    case cosignature = 0x04
    /// The same with ML-DSA-44, which libcrypto 3.0 does not have.
    case cosignatureMLDSA = 0x06
  }

  let name: String
  let type: SignatureType
  /// The first four bytes of `SHA-256(name || 0x0A || type || public key)`, big-endian.
  let id: UInt32
  let publicKey: PublicKey
  private let x: [UInt8]

  /// - Throws: `note-malformed` for a name that no key can have, `key-unsupported` for another key than Ed25519.
  init(name: String, type: SignatureType, publicKey: PublicKey) throws {
    guard NoteKey.isName(name) else { throw RegistryError(.noteMalformed, detail: "the name of a note key") }
    guard let x = publicKey.ed25519 else {
      throw RegistryError(.keyUnsupported, detail: "a note key that is not Ed25519")
    }
    self.name = name
    self.type = type
    self.publicKey = publicKey
    self.x = x
    id = NoteKey.id(name: name, encoded: [type.rawValue] + x)
  }

  /// Reads a key of a type from its one spelling, the id in lower-case hex.
  ///
  /// - Throws: `note-malformed`.
  init(_ text: String, type: SignatureType) throws {
    let malformed = RegistryError(.noteMalformed, detail: "a verifier key")
    guard let (name, encoded) = NoteKey.parts(of: text), encoded.first == type.rawValue,
      let publicKey = try? PublicKey(ed25519: encoded.dropFirst()),
      let key = try? NoteKey(name: name, type: type, publicKey: publicKey)
    else { throw malformed }
    self = key
  }

  /// The name and the typed key of a key's text, whatever its type; `nil` for another spelling or another id than theirs.
  static func parts(of text: String) -> (name: String, encoded: [UInt8])? {
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(parts[0]), isName(name), let encoded = Base64.standard.decode(parts[2]),
      !encoded.isEmpty, parts[1].elementsEqual(idText(id(name: name, encoded: encoded)).utf8)
    else { return nil }
    return (name, encoded)
  }

  private static func id(name: String, encoded: [UInt8]) -> UInt32 {
    UInt32(bigEndianBytes: Digest.sha256(of: Array(name.utf8) + [0x0A] + encoded).bytes)
  }

  private static func idText(_ id: UInt32) -> String { Hex.encode(id.bigEndianBytes) }

  /// Whether a signature line names this key: by name and id together.
  func matches(_ signature: NoteSignature) -> Bool {
    id == signature.id && name.utf8.elementsEqual(signature.name.utf8)
  }

  /// Whether a text can name a key: not empty, no Unicode spaces, no control characters, no plus sign.
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace }
  }

  /// The key's text.
  var text: String { "\(name)+\(NoteKey.idText(id))+\(Base64.standard.encode([type.rawValue] + x))" }
}
