internal import CLibcrypto

extension LibcryptoKey {
  // Unsafe: as in `DER`; every object made here is freed by the `defer` after it, and freeing a PKCS8_PRIV_KEY_INFO
  // overwrites what it holds.

  /// A private key of the DER of its PrivateKeyInfo (RFC 5958).
  ///
  /// - Throws: `key-malformed`, or `key-unsupported` for a kind that the format does not list.
  static func privateKey(pkcs8: UnsafeRawBufferPointer) throws -> LibcryptoKey {
    let info = DER.decode(pkcs8, free: { PKCS8_PRIV_KEY_INFO_free($0) }, { d2i_PKCS8_PRIV_KEY_INFO(nil, $0, $1) })
    guard let info else { throw Libcrypto.failure(.keyMalformed, "not a PKCS#8 private key") }
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    return try privateKey(info)
  }

  static func privateKey(_ info: OpaquePointer) throws -> LibcryptoKey {
    var kind: OpaquePointer?
    guard PKCS8_pkey_get0(&kind, nil, nil, nil, info) == 1 else {
      throw Libcrypto.failure(.keyMalformed, "not a PKCS#8 private key")
    }
    guard [NID_ED25519, NID_X9_62_id_ecPublicKey, NID_rsaEncryption].contains(OBJ_obj2nid(kind)) else {
      throw Libcrypto.failure(.keyUnsupported, "neither Ed25519, nor EC, nor RSA")
    }
    guard let key = EVP_PKCS82PKEY_ex(info, nil, nil) else {
      throw Libcrypto.failure(.keyMalformed, "a private key that libcrypto does not read")
    }
    return LibcryptoKey(owning: key)
  }

  /// An Ed25519 private key of its seed, to be written: libsodium does the signing.
  static func ed25519(seed: UnsafeRawBufferPointer) throws -> LibcryptoKey {
    guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed.octets, seed.count) else {
      throw Libcrypto.failure(.keyMalformed, "Ed25519")
    }
    return LibcryptoKey(owning: key)
  }

  /// The seed of an Ed25519 private key; `nil` for other kinds.
  var ed25519Seed: SecretBytes? {
    var count = Ed25519.keyByteCount
    var status: Int32 = 0
    let seed = SecretBytes(count: count) { target in
      status = EVP_PKEY_get_raw_private_key(pointer, target.octets, &count)
    }
    guard status == 1, count == Ed25519.keyByteCount else {
      ERR_clear_error()
      return nil
    }
    return seed
  }

  /// The DER of the key's PrivateKeyInfo.
  func pkcs8() throws -> SecretBytes {
    guard let info = EVP_PKEY2PKCS8(pointer) else { throw Libcrypto.failure("PKCS#8") }
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    guard let der = DER.encodeSecret({ i2d_PKCS8_PRIV_KEY_INFO(info, $0) }) else { throw Libcrypto.failure("PKCS#8") }
    return der
  }
}
