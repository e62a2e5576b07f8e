internal import CLibcrypto

extension LibcryptoKey {
  // Unsafe: as in `LibcryptoKey+PKCS8`; what a `get0` function gives belongs to the object it was asked of, which outlives it here.

  /// The most rounds of PBKDF2 that a file may ask for, so that a damaged or hostile one cannot hold the program for hours.
  static let largestIterationCount: Int64 = 10_000_000

  /// A private key of the DER of its EncryptedPrivateKeyInfo: PBES2 with PBKDF2 and AES-CBC (RFC 8018 §6.2).
  ///
  /// - Throws: `passphrase-wrong`, `key-malformed`, or `key-unsupported` for another encryption.
  static func privateKey(encrypted der: UnsafeRawBufferPointer, passphrase: SecretBytes) throws -> LibcryptoKey {
    guard let box = DER.decode(der, free: { X509_SIG_free($0) }, { d2i_X509_SIG(nil, $0, $1) }) else {
      throw Libcrypto.failure(.keyMalformed, "not an encrypted PKCS#8 private key")
    }
    defer { X509_SIG_free(box) }
    try checkEncryption(of: box)
    let info = Int32(exactly: passphrase.count).flatMap { count in
      passphrase.withUnsafeBytes { passphrase in
        passphrase.withMemoryRebound(to: CChar.self) { PKCS8_decrypt(box, $0.baseAddress, count) }
      }
    }
    guard let info else { throw Libcrypto.failure(.passphraseWrong, "") }
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    return try privateKey(info)
  }

  /// The DER of the key's EncryptedPrivateKeyInfo: PBES2 with PBKDF2, HMAC-SHA-256 and AES-256-CBC.
  func encryptedPKCS8(passphrase: SecretBytes, iterationCount: Int32) throws -> [UInt8] {
    guard let info = EVP_PKEY2PKCS8(pointer) else { throw Libcrypto.failure("PKCS#8") }
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    var salt = try SystemRandom.bytes(count: 16)
    let saltCount = Int32(salt.count)
    let box = Int32(exactly: passphrase.count).flatMap { count in
      passphrase.withUnsafeBytes { passphrase in
        passphrase.withMemoryRebound(to: CChar.self) {
          PKCS8_encrypt_ex(
            NID_hmacWithSHA256, EVP_aes_256_cbc(), $0.baseAddress, count, &salt, saltCount, iterationCount, info, nil,
            nil)
        }
      }
    }
    guard let box else { throw Libcrypto.failure("PBES2") }
    defer { X509_SIG_free(box) }
    guard let der = DER.encode({ i2d_X509_SIG(box, $0) }) else { throw Libcrypto.failure("PBES2") }
    return der
  }

  private static func checkEncryption(of box: OpaquePointer) throws {
    var algorithm: UnsafePointer<X509_ALGOR>?
    X509_SIG_get0(box, &algorithm, nil)
    let malformed = "PBES2 parameters"
    guard let outer = parameters(of: algorithm), outer.kind == NID_pbes2 else {
      throw Libcrypto.failure(.keyUnsupported, "not encrypted by PBES2")
    }
    guard let scheme = DER.decode(outer.der, free: { PBE2PARAM_free($0) }, { d2i_PBE2PARAM(nil, $0, $1) }) else {
      throw Libcrypto.failure(.keyMalformed, malformed)
    }
    defer { PBE2PARAM_free(scheme) }
    guard let derivation = parameters(of: scheme.pointee.keyfunc), derivation.kind == NID_id_pbkdf2,
      let cipher = parameters(of: scheme.pointee.encryption),
      [NID_aes_128_cbc, NID_aes_192_cbc, NID_aes_256_cbc].contains(cipher.kind)
    else { throw Libcrypto.failure(.keyUnsupported, "not encrypted by PBKDF2 and AES-CBC") }
    let rounds = DER.decode(derivation.der, free: { PBKDF2PARAM_free($0) }, { d2i_PBKDF2PARAM(nil, $0, $1) })
    guard let rounds else {
      throw Libcrypto.failure(.keyMalformed, malformed)
    }
    defer { PBKDF2PARAM_free(rounds) }
    var count: Int64 = 0
    guard ASN1_INTEGER_get_int64(&count, rounds.pointee.iter) == 1, (1...largestIterationCount).contains(count) else {
      throw Libcrypto.failure(.keyUnsupported, "more than \(largestIterationCount) rounds of PBKDF2")
    }
  }

  /// What an AlgorithmIdentifier names, and the DER of its parameters.
  private static func parameters(
    of algorithm: UnsafePointer<X509_ALGOR>?
  ) -> (kind: Int32, der: UnsafeRawBufferPointer)? {
    guard let algorithm else { return nil }
    var object: OpaquePointer?
    var type: Int32 = 0
    var value: UnsafeRawPointer?
    X509_ALGOR_get0(&object, &type, &value, algorithm)
    guard let value, type == V_ASN1_SEQUENCE || type == V_ASN1_OCTET_STRING else { return nil }
    let string = value.assumingMemoryBound(to: ASN1_STRING.self)
    let count = Int(ASN1_STRING_length(string))
    return (OBJ_obj2nid(object), UnsafeRawBufferPointer(start: ASN1_STRING_get0_data(string), count: count))
  }
}
