import RegistryEvents

/// The keys of a generated journal: no secrets, since each follows from the seed and a label that says so.
///
/// An Ed25519 seed is the SHA-256 of `registry-journal TEST KEY, not secret | <seed> | <holder> | <n>` in UTF-8, where n
/// counts the keys of one holder from 1. One official has the RSA key that stands in the source text.
struct TestKeys: Sendable {
  /// The seed of the journal.
  let seed: UInt64

  /// The n-th Ed25519 key of a holder.
  ///
  /// - Throws: `key-malformed`, which the derivation cannot bring about.
  func ed25519(_ holder: String, _ number: Int = 1) throws -> PrivateKey {
    let label = "registry-journal TEST KEY, not secret | \(seed) | \(holder) | \(number)"
    return try PrivateKey(ed25519Seed: SecretBytes(copying: Digest.sha256(of: Array(label.utf8)).bytes))
  }

  /// The RSA key, for RS256, whose signatures are the same each time.
  ///
  /// - Throws: `key-malformed` where the text were damaged.
  func rsa() throws -> PrivateKey {
    try PrivateKey(pem: SecretBytes(copying: Array(TestKeys.rsaPEM.utf8)), rsa: .rs256)
  }

  /// The key that signs the checkpoints of a journal, named as its origin.
  ///
  /// - Throws: `note-malformed` for an origin that cannot name a key.
  func noteSigner(origin: String) throws -> NoteSigner {
    try NoteSigner(name: origin, key: ed25519("note \(origin)"))
  }
}
