internal import CLibcrypto

extension LibcryptoKey {
  // Unsafe: every object made here is freed by the `defer` after it. A parameter list keeps the addresses of names and values
  // until the key is made: names are static text, and a value is held for the whole of that time.

  // Names and a value of provider-keymgmt(7), EVP_PKEY-EC(7) and EVP_PKEY-RSA(7).
  private static let group: StaticString = "group"
  private static let publicPoint: StaticString = "pub"
  private static let modulus: StaticString = "n"
  private static let exponent: StaticString = "e"
  private static let p256Name: StaticString = "prime256v1"

  /// A P-256 public key of its coordinates, 32 bytes each.
  ///
  /// - Throws: `key-malformed` where the point is not on the curve.
  static func p256(x: [UInt8], y: [UInt8]) throws -> LibcryptoKey {
    let point = [0x04] + x + y
    return try point.withUnsafeBytes { point in
      try made("EC") { list in
        OSSL_PARAM_BLD_push_utf8_string(list, characters(group), characters(p256Name), 0) == 1
          && OSSL_PARAM_BLD_push_octet_string(list, characters(publicPoint), point.baseAddress, point.count) == 1
      }
    }
  }

  /// An RSA public key of its modulus, big-endian, with the exponent 65537.
  static func rsa(modulus n: [UInt8]) throws -> LibcryptoKey {
    guard let number = number(n) else { throw Libcrypto.failure("RSA modulus") }
    defer { BN_free(number) }
    return try made("RSA") { list in
      OSSL_PARAM_BLD_push_BN(list, characters(modulus), number) == 1
        && OSSL_PARAM_BLD_push_ulong(list, characters(exponent), 65537) == 1
    }
  }

  /// Static text as C's, which ends in NUL and is never freed.
  private static func characters(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  private static func made(_ kind: String, _ fill: (OpaquePointer) -> Bool) throws -> LibcryptoKey {
    guard let list = OSSL_PARAM_BLD_new() else { throw Libcrypto.failure("no memory") }
    defer { OSSL_PARAM_BLD_free(list) }
    guard fill(list), let parameters = OSSL_PARAM_BLD_to_param(list) else { throw Libcrypto.failure("no memory") }
    defer { OSSL_PARAM_free(parameters) }
    guard let context = EVP_PKEY_CTX_new_from_name(nil, kind, nil) else { throw Libcrypto.failure(kind) }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_fromdata_init(context) == 1,
      EVP_PKEY_fromdata(context, &key, OSSL_KEYMGMT_SELECT_PUBLIC_KEY | OSSL_KEYMGMT_SELECT_ALL_PARAMETERS, parameters)
        == 1, let key
    else { throw Libcrypto.failure(.keyMalformed, "not a point of the curve, or not a modulus") }
    return LibcryptoKey(owning: key)
  }

  /// A fresh P-256 key pair.
  static func newP256() throws -> LibcryptoKey {
    try generated("EC") { EVP_PKEY_CTX_set_group_name($0, "prime256v1") == 1 }
  }

  /// A fresh RSA key pair with the exponent 65537.
  static func newRSA(bitCount: Int32) throws -> LibcryptoKey {
    try generated("RSA") { EVP_PKEY_CTX_set_rsa_keygen_bits($0, bitCount) == 1 }
  }

  private static func generated(_ kind: String, _ set: (OpaquePointer) -> Bool) throws -> LibcryptoKey {
    guard let context = EVP_PKEY_CTX_new_from_name(nil, kind, nil) else { throw Libcrypto.failure(kind) }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1, set(context), EVP_PKEY_generate(context, &key) == 1, let key else {
      throw Libcrypto.failure("no new \(kind) key")
    }
    return LibcryptoKey(owning: key)
  }
}
