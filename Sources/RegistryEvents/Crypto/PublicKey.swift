/// A public key of the format (§4): Ed25519, P-256 or RSA, with the one algorithm that it may be used with.
///
/// Parsed and checked once, then used from any thread.
public struct PublicKey: Sendable {
  /// The algorithm of the key's signatures.
  public let algorithm: SignatureAlgorithm
  /// The RFC 7638 SHA-256 thumbprint in base64url, 43 characters: the key's `kid`.
  public let thumbprint: String

  private let material: Material

  private enum Material {
    case ed25519(x: [UInt8])
    case p256(x: [UInt8], y: [UInt8], LibcryptoKey)
    case rsa(n: [UInt8], LibcryptoKey)
  }

  private init(_ algorithm: SignatureAlgorithm, _ material: Material) {
    self.algorithm = algorithm
    self.material = material
    let required = CanonicalValue.object(PublicKey.requiredMembers(of: material))
    thumbprint = Base64.url.encode(Digest.sha256(of: CanonicalWriter.bytes(of: required)).bytes)
  }

  /// An Ed25519 key of its 32 bytes.
  ///
  /// - Throws: `key-malformed` where they are not the canonical encoding of a point, or one of small order.
  public init(ed25519 x: some Collection<UInt8>) throws {
    let key = Array(x)
    guard Ed25519.isSoundPublicKey(key) else {
      throw RegistryError(.keyMalformed, detail: "not the canonical encoding of an Ed25519 point of large order")
    }
    self.init(.ed25519, .ed25519(x: key))
  }

  /// A P-256 key of its coordinates.
  ///
  /// - Throws: `key-malformed` where they are not 32 bytes each, or not a point of the curve.
  public init(p256 x: some Collection<UInt8>, _ y: some Collection<UInt8>) throws {
    guard x.count == 32, y.count == 32 else {
      throw RegistryError(.keyMalformed, detail: "a coordinate that is not 32 bytes")
    }
    let (x, y) = (Array(x), Array(y))
    self.init(.es256, .p256(x: x, y: y, try LibcryptoKey.p256(x: x, y: y)))
  }

  /// An RSA key of its modulus, big-endian, with the exponent 65537.
  ///
  /// - Throws: `key-malformed` for a leading zero byte or an even number; `key-unsupported` where it has not 2048 to 4096 bits, or
  ///   the algorithm is not one of RSA's.
  public init(rsa modulus: some Collection<UInt8>, _ algorithm: SignatureAlgorithm) throws {
    let n = Array(modulus)
    guard let first = n.first, first != 0, let last = n.last, last & 1 == 1 else {
      throw RegistryError(.keyMalformed, detail: "an RSA modulus with a leading zero byte, or an even one")
    }
    guard (2048...4096).contains(8 * n.count - first.leadingZeroBitCount) else {
      throw RegistryError(.keyUnsupported, detail: "RSA of fewer than 2048 or more than 4096 bits")
    }
    guard algorithm.isRSA else { throw RegistryError(.keyUnsupported, detail: "an RSA key for \(algorithm.rawValue)") }
    self.init(algorithm, .rsa(n: n, try LibcryptoKey.rsa(modulus: n)))
  }

  /// Whether a signature over a message is valid: by the strict rules of format §4, the signature in JOSE's form.
  public func verify(signature: some Collection<UInt8>, message: some Collection<UInt8>) -> Bool {
    signature.withContiguousBytes { signature in
      message.withContiguousBytes { verify(signature: signature, message: $0) }
    }
  }

  /// The same for bytes in memory, without a copy.
  public func verify(signature: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer) -> Bool {
    switch material {
    case .ed25519(let x): return Ed25519.verify(signature: signature, message: message, key: x)
    case .p256(_, _, let key), .rsa(_, let key):
      return key.verify(signature: signature, message: message, algorithm: algorithm)
    }
  }
}

extension PublicKey {
  /// The members that RFC 7638 §3.2 and RFC 8037 §2 require of the key's kind, which are all but `alg`.
  private static func requiredMembers(of material: Material) -> [String: CanonicalValue] {
    switch material {
    case .ed25519(let x): return ["kty": "OKP", "crv": "Ed25519", "x": .string(Base64.url.encode(x))]
    case .p256(let x, let y, _):
      return [
        "kty": "EC", "crv": "P-256", "x": .string(Base64.url.encode(x)), "y": .string(Base64.url.encode(y)),
      ]
    case .rsa(let n, _): return ["kty": "RSA", "e": "AQAB", "n": .string(Base64.url.encode(n))]
    }
  }

  /// The key as the format's JWK: exactly the members of its kind, and `alg`.
  public var jwk: CanonicalValue {
    var members = PublicKey.requiredMembers(of: material)
    members["alg"] = .string(algorithm.rawValue)
    return .object(members)
  }

  /// The 32 bytes of an Ed25519 key; `nil` for other kinds.
  public var ed25519: [UInt8]? {
    guard case .ed25519(let x) = material else { return nil }
    return x
  }

  /// The DER of the key's SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), which does not say RS256 or PS256.
  ///
  /// - Throws: `cryptography-failed`.
  public func spki() throws -> [UInt8] {
    switch material {
    case .ed25519(let x): return try LibcryptoKey.ed25519(publicKey: x).spki()
    case .p256(_, _, let key), .rsa(_, let key): return try key.spki()
    }
  }
}

extension PublicKey: Hashable {
  /// Equal keys have the same thumbprint and the same algorithm.
  public static func == (left: PublicKey, right: PublicKey) -> Bool {
    left.thumbprint == right.thumbprint && left.algorithm == right.algorithm
  }

  /// By the thumbprint.
  public func hash(into hasher: inout Hasher) { hasher.combine(thumbprint) }
}
