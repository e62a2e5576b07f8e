internal import CLibcrypto

extension LibcryptoKey {
  // Unsafe: as in `DER`; a key that is made is owned by the object returned.

  /// A public key of the DER of its SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
  ///
  /// - Throws: `key-malformed`.
  static func publicKey(spki: UnsafeRawBufferPointer) throws -> LibcryptoKey {
    guard let key = DER.decode(spki, free: { EVP_PKEY_free($0) }, { d2i_PUBKEY(nil, $0, $1) }) else {
      throw Libcrypto.failure(.keyMalformed, "not a SubjectPublicKeyInfo that libcrypto reads")
    }
    return LibcryptoKey(owning: key)
  }

  /// An Ed25519 public key of its 32 bytes, to be written or told apart: libsodium does the verifying.
  static func ed25519(publicKey: [UInt8]) throws -> LibcryptoKey {
    guard let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, publicKey, publicKey.count) else {
      throw Libcrypto.failure(.keyMalformed, "Ed25519")
    }
    return LibcryptoKey(owning: key)
  }

  /// The 32 bytes of an Ed25519 public key; `nil` for other kinds.
  var ed25519PublicKey: [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: Ed25519.keyByteCount)
    var count = bytes.count
    guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &count) == 1, count == bytes.count else {
      ERR_clear_error()
      return nil
    }
    return bytes
  }

  /// The DER of the key's SubjectPublicKeyInfo.
  func spki() throws -> [UInt8] {
    guard let der = DER.encode({ i2d_PUBKEY(pointer, $0) }) else { throw Libcrypto.failure("SubjectPublicKeyInfo") }
    return der
  }
}
