internal import CLibcrypto

extension LibcryptoKey {
  // Unsafe: buffers handed to libcrypto are alive for the call and go with their lengths; every context and number made
  // here is freed by the `defer` after it, or owned by the ECDSA_SIG it was set into.

  /// Whether a signature in JOSE's form is valid (RFC 7518 §3.3 to §3.5). What libcrypto cannot check is not valid.
  func verify(
    signature: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer, algorithm: SignatureAlgorithm
  ) -> Bool {
    guard algorithm == .es256 else {
      return verify(encoded: signature, message: message, algorithm: algorithm)
    }
    guard let der = LibcryptoKey.derSignature(signature) else { return false }
    return der.withUnsafeBytes { verify(encoded: $0, message: message, algorithm: algorithm) }
  }

  /// The signature of a message in JOSE's form.
  func sign(_ message: UnsafeRawBufferPointer, algorithm: SignatureAlgorithm) throws -> [UInt8] {
    guard let context = EVP_MD_CTX_new() else { throw Libcrypto.failure("no memory") }
    defer { EVP_MD_CTX_free(context) }
    var operation: OpaquePointer?
    var count = 0
    guard EVP_DigestSignInit_ex(context, &operation, "SHA256", nil, nil, pointer, nil) == 1, let operation,
      LibcryptoKey.setPadding(operation, algorithm),
      EVP_DigestSign(context, nil, &count, message.octets, message.count) == 1
    else { throw Libcrypto.failure("signing with \(algorithm.rawValue)") }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, message.octets, message.count) == 1 else {
      throw Libcrypto.failure("signing with \(algorithm.rawValue)")
    }
    signature.removeLast(signature.count - count)
    guard algorithm == .es256 else { return signature }
    guard let numbers = LibcryptoKey.plainSignature(signature) else {
      throw Libcrypto.failure("signing with \(algorithm.rawValue)")
    }
    return numbers
  }

  private func verify(
    encoded signature: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer, algorithm: SignatureAlgorithm
  ) -> Bool {
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    var operation: OpaquePointer?
    if EVP_DigestVerifyInit_ex(context, &operation, "SHA256", nil, nil, pointer, nil) == 1, let operation,
      LibcryptoKey.setPadding(operation, algorithm),
      EVP_DigestVerify(context, signature.octets, signature.count, message.octets, message.count) == 1
    {
      return true
    }
    ERR_clear_error()
    return false
  }

  private static func setPadding(_ operation: OpaquePointer, _ algorithm: SignatureAlgorithm) -> Bool {
    switch algorithm {
    case .ed25519, .es256: return true
    case .rs256: return EVP_PKEY_CTX_set_rsa_padding(operation, RSA_PKCS1_PADDING) == 1
    case .ps256:
      // A salt length that is set is demanded when verifying; MGF1 takes the signature's digest unless told otherwise.
      return EVP_PKEY_CTX_set_rsa_padding(operation, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(operation, RSA_PSS_SALTLEN_DIGEST) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md_name(operation, "SHA256", nil) == 1
    }
  }

  /// The DER that libcrypto wants of the 64 bytes r‖s; it then demands that each be in [1, n−1].
  private static func derSignature(_ signature: UnsafeRawBufferPointer) -> [UInt8]? {
    guard signature.count == 64, let pair = ECDSA_SIG_new() else { return nil }
    defer { ECDSA_SIG_free(pair) }
    let r = number(signature.prefix(32))
    let s = number(signature.suffix(32))
    guard let r, let s, ECDSA_SIG_set0(pair, r, s) == 1 else {
      BN_free(r)
      BN_free(s)
      return nil
    }
    return DER.encode { i2d_ECDSA_SIG(pair, $0) }
  }

  /// The 64 bytes r‖s of libcrypto's DER.
  private static func plainSignature(_ der: [UInt8]) -> [UInt8]? {
    der.withUnsafeBytes { der in
      guard let pair = DER.decode(der, free: { ECDSA_SIG_free($0) }, { d2i_ECDSA_SIG(nil, $0, $1) }) else { return nil }
      defer { ECDSA_SIG_free(pair) }
      guard let r = ECDSA_SIG_get0_r(pair), let s = ECDSA_SIG_get0_s(pair),
        let left = bytes(of: r, byteCount: 32), let right = bytes(of: s, byteCount: 32)
      else { return nil }
      return left + right
    }
  }
}
