/// A note key that signs: an Ed25519 private key with its name.
public struct NoteSigner: Sendable {
  /// The key that verifies what this one signs.
  public let verifierKey: VerifierKey

  private let key: PrivateKey

  /// A signer of its name and its key.
  ///
  /// - Throws: `note-malformed` for a name that no note key can have, `key-unsupported` for a key that is not Ed25519.
  public init(name: String, key: PrivateKey) throws {
    verifierKey = try VerifierKey(name: name, publicKey: key.publicKey)
    self.key = key
  }

  /// The signature line's content for the text of a note.
  ///
  /// - Throws: `cryptography-failed`.
  func sign(_ text: String) throws -> NoteSignature {
    NoteSignature(name: verifierKey.name, id: verifierKey.id, signature: try key.sign(text.utf8))
  }
}
