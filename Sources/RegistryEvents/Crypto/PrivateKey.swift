/// A private key of the format (§4), with the public key that belongs to it.
///
/// The secret is overwritten when the last copy is gone. It appears in no description and in no error.
public struct PrivateKey: Sendable {
  /// The public key that verifies what this key signs.
  public let publicKey: PublicKey

  private let secret: Secret

  private enum Secret {
    case ed25519(seed: SecretBytes, expanded: SecretBytes)
    case libcrypto(LibcryptoKey)
  }

  private init(publicKey: PublicKey, secret: Secret) {
    self.publicKey = publicKey
    self.secret = secret
  }

  /// The Ed25519 key of a seed of 32 bytes (RFC 8032 §5.1.5).
  ///
  /// - Throws: `key-malformed` for another count.
  public init(ed25519Seed seed: SecretBytes) throws {
    guard let (x, expanded) = seed.withUnsafeBytes({ Ed25519.expand(seed: $0) }) else {
      throw RegistryError(.keyMalformed, detail: "an Ed25519 seed that is not 32 bytes")
    }
    try self.init(publicKey: PublicKey(ed25519: x), secret: .ed25519(seed: seed, expanded: expanded))
  }

  /// The key that libcrypto has read; it must sign what its public half verifies.
  init(_ key: LibcryptoKey, rsa algorithm: SignatureAlgorithm) throws {
    if key.isA("ED25519"), let seed = key.ed25519Seed {
      try self.init(ed25519Seed: seed)
      return
    }
    try self.init(publicKey: PublicKey(key, rsa: algorithm), secret: .libcrypto(key))
    let probe = Array("registry".utf8)
    guard let signature = try? sign(probe), publicKey.verify(signature: signature, message: probe) else {
      throw RegistryError(.keyMalformed, detail: "the private and the public half do not belong together")
    }
  }

  /// A fresh key from the system's randomness, for the edge alone.
  ///
  /// - Parameter rsaBitCount: the size of an RSA key, 2048 to 4096.
  /// - Throws: `key-unsupported` for another size, or `cryptography-failed`.
  public static func generate(_ algorithm: SignatureAlgorithm, rsaBitCount: Int = 3072) throws -> PrivateKey {
    switch algorithm {
    case .ed25519:
      return try PrivateKey(ed25519Seed: SecretBytes(count: Ed25519.keyByteCount) { try SystemRandom.fill($0) })
    case .es256: return try PrivateKey(LibcryptoKey.newP256(), rsa: algorithm)
    case .rs256, .ps256:
      guard (2048...4096).contains(rsaBitCount), let bitCount = Int32(exactly: rsaBitCount) else {
        throw RegistryError(.keyUnsupported, detail: "RSA of fewer than 2048 or more than 4096 bits")
      }
      return try PrivateKey(LibcryptoKey.newRSA(bitCount: bitCount), rsa: algorithm)
    }
  }

  /// The signature of a message in JOSE's form. Ed25519 and RS256 give the same one each time, ES256 and PS256 another.
  ///
  /// - Throws: `cryptography-failed`.
  public func sign(_ message: some Collection<UInt8>) throws -> [UInt8] {
    try message.withContiguousBytes { message in
      switch secret {
      case .ed25519(_, let expanded): return try Ed25519.sign(message, secret: expanded)
      case .libcrypto(let key): return try key.sign(message, algorithm: publicKey.algorithm)
      }
    }
  }

  /// The key as libcrypto holds it, to be written.
  func libcryptoKey() throws -> LibcryptoKey {
    switch secret {
    case .ed25519(let seed, _): return try seed.withUnsafeBytes { try LibcryptoKey.ed25519(seed: $0) }
    case .libcrypto(let key): return key
    }
  }
}

extension PrivateKey: CustomStringConvertible, CustomReflectable {
  /// Names the public key alone.
  public var description: String { "private key \(publicKey.thumbprint)" }

  /// Shows no member, so that `dump` prints no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
