/// The public half of a note key, with its name: `name+id+base64(0x01 || public key)` (C2SP `signed-note`).
public struct VerifierKey: Sendable, Hashable {
  /// The key's name, which stands in its signature lines. Names are compared byte by byte.
  public let name: String
  /// The first four bytes of `SHA-256(name || 0x0A || 0x01 || public key)`, big-endian.
  public let id: UInt32
  /// The Ed25519 key.
  public let publicKey: PublicKey

  private let x: [UInt8]

  /// The byte that says Ed25519.
  private static let ed25519: UInt8 = 0x01

  /// A key of its name and its Ed25519 public key.
  ///
  /// - Throws: `note-malformed` for a name that is empty or has a space, a control character or a plus sign; `key-unsupported` for another
  ///   kind of key.
  public init(name: String, publicKey: PublicKey) throws {
    guard VerifierKey.isName(name) else { throw RegistryError(.noteMalformed, detail: "the name of a note key") }
    guard let x = publicKey.ed25519 else {
      throw RegistryError(.keyUnsupported, detail: "a note key that is not Ed25519")
    }
    self.name = name
    self.publicKey = publicKey
    self.x = x
    let digest = Digest.sha256(of: Array(name.utf8) + [0x0A, VerifierKey.ed25519] + x)
    id = UInt32(bigEndianBytes: digest.bytes)
  }

  /// Reads a key's text: its one spelling, the id in lower-case hex.
  ///
  /// - Throws: `note-malformed`.
  public init(_ text: String) throws {
    let malformed = RegistryError(.noteMalformed, detail: "a verifier key")
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(parts[0]), let encoded = Base64.standard.decode(parts[2]),
      encoded.first == VerifierKey.ed25519, let publicKey = try? PublicKey(ed25519: encoded.dropFirst()),
      let key = try? VerifierKey(name: name, publicKey: publicKey), parts[1].elementsEqual(key.idText.utf8)
    else { throw malformed }
    self = key
  }

  private var idText: String { Hex.encode(id.bigEndianBytes) }

  /// Whether a signature line names this key: by name and id together.
  func matches(_ signature: NoteSignature) -> Bool {
    id == signature.id && name.utf8.elementsEqual(signature.name.utf8)
  }

  /// Whether a text can name a key: not empty, no Unicode spaces, no control characters, no plus sign.
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace }
  }
}

extension VerifierKey: CustomStringConvertible {
  /// The key's text, as `noteKeys` holds it (format §5).
  public var description: String { "\(name)+\(idText)+\(Base64.standard.encode([VerifierKey.ed25519] + x))" }
}
