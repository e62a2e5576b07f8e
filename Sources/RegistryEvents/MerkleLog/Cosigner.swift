/// The public half of a witness's key, with its name: `name+id+base64(0x04 || public key)` (C2SP `tlog-cosignature`).
///
/// Another type than ``VerifierKey``: what a journal's own key says and what a witness says are never taken for each other.
public struct CosignerKey: Sendable, Hashable {
  private let key: NoteKey

  /// The witness's name, which stands in its signature lines. Names are compared byte by byte.
  public var name: String { key.name }
  /// The first four bytes of `SHA-256(name || 0x0A || 0x04 || public key)`, big-endian.
  public var id: UInt32 { key.id }
  /// The Ed25519 key.
  public var publicKey: PublicKey { key.publicKey }

  /// A key of its name and its Ed25519 public key.
  ///
  /// - Throws: `note-malformed` for a name that is empty or has a space, a control character or a plus sign; `key-unsupported` for another
  ///   kind of key.
  public init(name: String, publicKey: PublicKey) throws {
    key = try NoteKey(name: name, type: .cosignature, publicKey: publicKey)
  }

  /// Reads a key's text: its one spelling, the id in lower-case hex.
  ///
  /// - Throws: `note-malformed`.
  public init(_ text: String) throws { key = try NoteKey(text, type: .cosignature) }

  /// Whether a signature line names this key: by name and id together.
  func matches(_ signature: NoteSignature) -> Bool { key.matches(signature) }
}

extension CosignerKey: CustomStringConvertible {
  /// The key's text.
  public var description: String { key.text }
}

/// A witness's key that signs: an Ed25519 private key with its name. One key cosigns under one name only, since the name is not signed.
public struct Cosigner: Sendable {
  /// The key that verifies what this one signs.
  public let key: CosignerKey

  private let privateKey: PrivateKey

  /// A cosigner of its name and its key.
  ///
  /// - Throws: `note-malformed` for a name that no note key can have, `key-unsupported` for a key that is not Ed25519.
  public init(name: String, key: PrivateKey) throws {
    self.key = try CosignerKey(name: name, publicKey: key.publicKey)
    privateKey = key
  }

  /// The signature line's content for the text of a note at a time.
  ///
  /// - Throws: `cryptography-failed`, and `value-invalid` for a time before 1970.
  func sign(_ text: String, at time: Instant) throws -> NoteSignature {
    guard let timestamp = UInt64(exactly: time.secondsSinceEpoch) else {
      throw RegistryError(.valueInvalid, detail: "a time before 1970")
    }
    let signature = try privateKey.sign(Cosignature.message(text, timestamp: timestamp))
    return NoteSignature(name: key.name, id: key.id, signature: timestamp.bigEndianBytes + signature)
  }
}
