extension PublicKey {
  /// The key of the DER of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). Such DER does not say which algorithm an RSA key is for.
  ///
  /// - Throws: `key-malformed`, or `key-unsupported` for a kind that the format does not list.
  public init(spki: some Collection<UInt8>, rsa algorithm: SignatureAlgorithm = .rs256) throws {
    try self.init(spki.withContiguousBytes { try LibcryptoKey.publicKey(spki: $0) }, rsa: algorithm)
  }

  /// The key of a PEM block `PUBLIC KEY` (RFC 7468 §13).
  ///
  /// - Throws: `key-malformed`, or `key-unsupported` for a kind that the format does not list, or another block.
  public init(pem: some Collection<UInt8>, rsa algorithm: SignatureAlgorithm = .rs256) throws {
    let (label, der) = try pem.withContiguousBytes { try PEM.decode($0) }
    guard label == "PUBLIC KEY" else {
      throw RegistryError(.keyUnsupported, detail: "a PEM block that is not PUBLIC KEY")
    }
    try self.init(der.withUnsafeBytes { try LibcryptoKey.publicKey(spki: $0) }, rsa: algorithm)
  }

  /// The public half of a key that libcrypto has read, checked as a JWK is.
  init(_ key: LibcryptoKey, rsa algorithm: SignatureAlgorithm) throws {
    if key.isA("ED25519"), let x = key.ed25519PublicKey {
      try self.init(ed25519: x)
    } else if key.isA("EC"), key.groupName == "prime256v1", let x = key.number("qx", byteCount: 32),
      let y = key.number("qy", byteCount: 32)
    {
      try self.init(p256: x, y)
    } else if key.isA("RSA"), let n = key.number("n"), key.number("e") == [1, 0, 1] {
      try self.init(rsa: n, algorithm)
    } else {
      throw RegistryError(.keyUnsupported, detail: "neither Ed25519, nor P-256, nor RSA with the exponent 65537")
    }
  }

  /// The key as a PEM block `PUBLIC KEY`, ending in LF.
  ///
  /// - Throws: `cryptography-failed`.
  public func pem() throws -> String {
    let text = try spki().withUnsafeBytes { PEM.encode($0, label: "PUBLIC KEY") }
    return text.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}
