internal import CLibsodium

/// Ed25519 (RFC 8032 §5.1) by libsodium, with the strict verification of format §4.
enum Ed25519 {
  // Unsafe: libsodium's functions read and write fixed counts of bytes; each is checked, or allocated as such, before the
  // call. They keep no state between calls, so any thread may call them.

  static let keyByteCount = 32
  static let signatureByteCount = 64

  /// Whether 32 bytes are the canonical encoding of a point of the curve that is not of small order.
  ///
  /// Adding the neutral element decodes the point and encodes it again: another spelling comes back changed.
  static func isSoundPublicKey(_ key: [UInt8]) -> Bool {
    guard key.count == keyByteCount, let again = sum(key, neutral) else { return false }
    return again == key && !smallOrder.contains(key)
  }

  /// The encoding of the neutral element.
  static let neutral = [1] + [UInt8](repeating: 0, count: keyByteCount - 1)

  /// The canonical encodings of the eight points of small order: the multiples of one of order 8.
  static let smallOrder: Set<[UInt8]> = {
    let generator: [UInt8] = [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
      0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
    ]
    var multiples = [generator]
    while let last = multiples.last, last != neutral, let next = sum(last, generator) { multiples.append(next) }
    return Set(multiples)
  }()

  /// The sum of two points; `nil` where one is not on the curve.
  static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8]? {
    var sum = [UInt8](repeating: 0, count: keyByteCount)
    return crypto_core_ed25519_add(&sum, left, right) == 0 ? sum : nil
  }

  /// Whether a signature is valid, by the cofactorless equation.
  ///
  /// `crypto_sign_verify_detached` also refuses S at or above the group order, a public key in another than the canonical
  /// encoding, and a public key or R of small order. It compares R's bytes with the canonical encoding of the point that it
  /// computes, so R has one spelling as well.
  static func verify(
    signature: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer, key: [UInt8]
  ) -> Bool {
    guard signature.count == signatureByteCount, key.count == keyByteCount, let signature = signature.octets else {
      return false
    }
    return crypto_sign_verify_detached(signature, message.octets, UInt64(message.count), key) == 0
  }

  /// The public key, and the secret that signs with it, of a seed of 32 bytes; `nil` for another count.
  static func expand(seed: UnsafeRawBufferPointer) -> (publicKey: [UInt8], secret: SecretBytes)? {
    guard seed.count == keyByteCount, let seed = seed.octets else { return nil }
    var publicKey = [UInt8](repeating: 0, count: keyByteCount)
    var expanded = false
    let secret = SecretBytes(count: 64) { target in
      guard let target = target.octets else { return }
      expanded = crypto_sign_seed_keypair(&publicKey, target, seed) == 0
    }
    return expanded ? (publicKey, secret) : nil
  }

  /// The signature of a message: the same for the same message.
  static func sign(_ message: UnsafeRawBufferPointer, secret: SecretBytes) throws -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: signatureByteCount)
    let status = secret.withUnsafeBytes { secret in
      secret.octets.map { crypto_sign_detached(&signature, nil, message.octets, UInt64(message.count), $0) }
    }
    guard status == 0 else { throw RegistryError(.cryptographyFailed, detail: "Ed25519") }
    return signature
  }
}
