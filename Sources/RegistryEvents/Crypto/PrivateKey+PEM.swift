extension PrivateKey {
  /// The rounds of PBKDF2 with HMAC-SHA-256 that a passphrase is put through (OWASP Password Storage Cheat Sheet, 2023).
  public static let defaultIterationCount = 600_000

  /// The key of a PKCS#8 PEM block (RFC 7468 §10, §11): `PRIVATE KEY`, or `ENCRYPTED PRIVATE KEY` by PBES2.
  ///
  /// Nobody is asked for anything: a passphrase is given or it is wanting.
  ///
  /// - Parameter algorithm: RS256 or PS256, which the file of an RSA key does not say.
  /// - Throws: `key-malformed`, `key-unsupported`, `passphrase-needed` or `passphrase-wrong`.
  public init(pem: SecretBytes, passphrase: SecretBytes? = nil, rsa algorithm: SignatureAlgorithm = .rs256) throws {
    let (label, der) = try pem.withUnsafeBytes { try PEM.decode($0) }
    let key: LibcryptoKey
    switch label {
    case "PRIVATE KEY": key = try der.withUnsafeBytes { try LibcryptoKey.privateKey(pkcs8: $0) }
    case "ENCRYPTED PRIVATE KEY":
      guard let passphrase else { throw RegistryError(.passphraseNeeded) }
      key = try der.withUnsafeBytes { try LibcryptoKey.privateKey(encrypted: $0, passphrase: passphrase) }
    default: throw RegistryError(.keyUnsupported, detail: "a PEM block that is not a PKCS#8 private key")
    }
    try self.init(key, rsa: algorithm)
  }

  /// The key as a PEM block `PRIVATE KEY`, not encrypted, ending in LF.
  ///
  /// - Throws: `cryptography-failed`.
  public func pem() throws -> SecretBytes {
    try libcryptoKey().pkcs8().withUnsafeBytes { PEM.encode($0, label: "PRIVATE KEY") }
  }

  /// The key as a PEM block `ENCRYPTED PRIVATE KEY` by PBES2 with PBKDF2, HMAC-SHA-256 and AES-256-CBC, ending in LF.
  ///
  /// - Throws: `passphrase-needed` for an empty passphrase, `key-unsupported` for a count of rounds that would not be read again, or
  ///   `cryptography-failed`.
  public func pem(
    passphrase: SecretBytes, iterationCount: Int = PrivateKey.defaultIterationCount
  ) throws -> SecretBytes {
    guard passphrase.count > 0 else { throw RegistryError(.passphraseNeeded) }
    guard let rounds = Int32(exactly: iterationCount), rounds > 0, rounds <= LibcryptoKey.largestIterationCount else {
      throw RegistryError(.keyUnsupported, detail: "\(iterationCount) rounds of PBKDF2")
    }
    let der = try libcryptoKey().encryptedPKCS8(passphrase: passphrase, iterationCount: rounds)
    return der.withUnsafeBytes { PEM.encode($0, label: "ENCRYPTED PRIVATE KEY") }
  }
}
