/// The public half of a note key, with its name: `name+id+base64(0x01 || public key)` (C2SP `signed-note`).
public struct VerifierKey: Sendable, Hashable {
  private let key: NoteKey

  /// The key's name, which stands in its signature lines. Names are compared byte by byte.
  public var name: String { key.name }
  /// The first four bytes of `SHA-256(name || 0x0A || 0x01 || public key)`, big-endian.
  public var id: UInt32 { key.id }
  /// The Ed25519 key.
  public var publicKey: PublicKey { key.publicKey }

  /// A key of its name and its Ed25519 public key.
  ///
  /// - Throws: `note-malformed` for a name that is empty or has a space, a control character or a plus sign; `key-unsupported` for another
  ///   kind of key.
  public init(name: String, publicKey: PublicKey) throws {
    key = try NoteKey(name: name, type: .ed25519, publicKey: publicKey)
  }

  /// Reads a key's text: its one spelling, the id in lower-case hex.
  ///
  /// - Throws: `note-malformed`.
  public init(_ text: String) throws { key = try NoteKey(text, type: .ed25519) }

  /// Whether a signature line names this key: by name and id together.
  func matches(_ signature: NoteSignature) -> Bool { key.matches(signature) }
}

extension VerifierKey: CustomStringConvertible {
  /// The key's text, as `noteKeys` holds it (format §5).
  public var description: String { key.text }
}
