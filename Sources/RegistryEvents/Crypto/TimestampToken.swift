internal import CLibcrypto

/// An RFC 3161 timestamp token: an authority's word that it saw a hash at a time.
///
/// Nothing of it is believed before ``verify(over:trusting:)``.
public final class TimestampToken: @unchecked Sendable {
  // Unsafe: the object owns the token, which it frees once, in `deinit`; the TSTInfo is its own. Neither is changed after `init`, and every check makes
  // its own context and store. Hence @unchecked Sendable. What libcrypto returns without giving it away (`get0`, and the getters of TS) is read
  // while the token is alive. An imprint set into a context is freed with it.
  private let token: UnsafeMutablePointer<PKCS7>
  private let info: OpaquePointer

  /// The time that the authority says, by its own clock; fractions of a second are left out.
  public let time: Instant

  /// The most bytes that a token's file is read to.
  public static let largestByteCount = 65_536

  /// Reads a token, or the response of an authority that has one in it (RFC 3161 §2.4.2), of their DER.
  ///
  /// - Throws: `timestamp-malformed`, also for a response that grants none, and for a time outside the years 2000 to 9999.
  public init(der: some Collection<UInt8>) throws(RegistryError) {
    guard let token = der.withContiguousBytes({ TimestampToken.read($0) }) else {
      throw Libcrypto.failure(.timestampMalformed, "neither a token nor a response with one")
    }
    guard let info = PKCS7_to_TS_TST_INFO(token) else {
      PKCS7_free(token)
      throw Libcrypto.failure(.timestampMalformed, "no TSTInfo")
    }
    guard let time = TS_TST_INFO_get_time(info).flatMap({ TimestampToken.instant($0) }) else {
      TS_TST_INFO_free(info)
      PKCS7_free(token)
      throw Libcrypto.failure(.timestampMalformed, "its time")
    }
    self.token = token
    self.info = info
    self.time = time
  }

  deinit {
    TS_TST_INFO_free(info)
    PKCS7_free(token)
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutablePointer<PKCS7>? {
    if let token = DER.decode(bytes, free: { PKCS7_free($0) }, { d2i_PKCS7(nil, $0, $1) }) { return token }
    ERR_clear_error()
    guard let response = DER.decode(bytes, free: { TS_RESP_free($0) }, { d2i_TS_RESP(nil, $0, $1) }) else { return nil }
    defer { TS_RESP_free(response) }
    return TS_RESP_get_token(response).flatMap { PKCS7_dup($0) }
  }

  /// Whether the token's hash is the SHA-256 of a text.
  public func isOver(_ text: some Collection<UInt8>) -> Bool {
    guard let imprint = TS_TST_INFO_get_msg_imprint(info), let algorithm = TS_MSG_IMPRINT_get_algo(imprint),
      let message = TS_MSG_IMPRINT_get_msg(imprint), let bytes = ASN1_STRING_get0_data(message)
    else { return false }
    var name: OpaquePointer?
    X509_ALGOR_get0(&name, nil, nil, algorithm)
    let stated = UnsafeRawBufferPointer(start: bytes, count: max(0, Int(ASN1_STRING_length(message))))
    return OBJ_obj2nid(name) == NID_sha256 && stated.elementsEqual(Digest.sha256(of: text).bytes)
  }

  /// Verifies that an authority that is trusted made the token over the SHA-256 of a text: the signature, the certificate's purpose, and its chain as at
  /// the time that the token says. Whether a certificate was revoked is not asked.
  ///
  /// - Throws: `timestamp-invalid`.
  public func verify(over text: some Collection<UInt8>, trusting trusted: TrustedCertificates) throws(RegistryError) {
    guard isOver(text) else { throw RegistryError(.timestampInvalid, detail: "it is over something else") }
    guard let context = TS_VERIFY_CTX_new() else { throw Libcrypto.failure("TS_VERIFY_CTX_new") }
    defer { TS_VERIFY_CTX_free(context) }
    guard let store = trusted.store(asAt: time.secondsSinceEpoch) else { throw Libcrypto.failure("X509_STORE") }
    TS_VERIFY_CTX_set_store(context, store)
    TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_SIGNATURE | TS_VFY_VERSION))
    guard TS_RESP_verify_token(context, token) == 1 else {
      throw Libcrypto.failure(.timestampInvalid, "no authority that is trusted made it")
    }
  }

  /// The name of the certificate that signed, as RFC 2253 writes it; empty where it is not in the token.
  public var authority: String {
    guard let signers = PKCS7_get0_signers(token, nil, 0) else {
      ERR_clear_error()
      return ""
    }
    defer { OPENSSL_sk_free(signers) }
    guard let certificate = OPENSSL_sk_value(signers, 0).map({ OpaquePointer($0) }),
      let output = BIO_new(BIO_s_mem())
    else { return "" }
    defer { BIO_free(output) }
    // RFC 2253, but UTF-8 as it is: the macro of that name is one that Swift does not import.
    let form = UInt(
      ASN1_STRFLGS_ESC_2253 | ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_UTF8_CONVERT | ASN1_STRFLGS_DUMP_UNKNOWN
        | ASN1_STRFLGS_DUMP_DER | XN_FLAG_SEP_COMMA_PLUS | XN_FLAG_DN_REV | XN_FLAG_DUMP_UNKNOWN_FIELDS)
    guard X509_NAME_print_ex(output, X509_get_subject_name(certificate), 0, form) >= 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = bytes.withUnsafeMutableBytes { BIO_read(output, $0.baseAddress, Int32(clamping: $0.count)) }
    return String(decoding: bytes.prefix(max(0, Int(count))), as: UTF8.self)
  }

  /// A GeneralizedTime `YYYYMMDDhhmmss[.f…]Z` as an instant (RFC 3161 §2.4.2).
  private static func instant(_ time: UnsafePointer<ASN1_GENERALIZEDTIME>) -> Instant? {
    guard let bytes = ASN1_STRING_get0_data(time) else { return nil }
    let text = Array(UnsafeRawBufferPointer(start: bytes, count: max(0, Int(ASN1_STRING_length(time)))))
    guard text.count >= 15, text.last == UInt8(ascii: "Z"), text.count == 15 || text[14] == UInt8(ascii: ".") else {
      return nil
    }
    func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    return Instant(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
  }
}

/// The request for a timestamp (RFC 3161 §2.4.1).
public enum TimestampRequest {
  // Unsafe: every object made here is freed by the `defer` after it; what is set into another one is copied by libcrypto.

  /// The DER of a request over the SHA-256 of a text, which asks for the authority's certificate in the answer. It has no nonce: that the answer is over
  /// this text is what is checked, and an answer to an earlier request for it does as well.
  ///
  /// - Throws: `cryptography-failed`.
  public static func der(over text: some Collection<UInt8>) throws(RegistryError) -> [UInt8] {
    guard let request = TS_REQ_new(), let imprint = TS_MSG_IMPRINT_new(), let algorithm = X509_ALGOR_new() else {
      throw Libcrypto.failure("TS_REQ_new")
    }
    defer {
      TS_REQ_free(request)
      TS_MSG_IMPRINT_free(imprint)
      X509_ALGOR_free(algorithm)
    }
    var digest = Digest.sha256(of: text).bytes
    guard X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
      TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
      TS_MSG_IMPRINT_set_msg(imprint, &digest, Int32(digest.count)) == 1,
      TS_REQ_set_version(request, 1) == 1, TS_REQ_set_msg_imprint(request, imprint) == 1,
      TS_REQ_set_cert_req(request, 1) == 1, let der = DER.encode({ i2d_TS_REQ(request, $0) })
    else { throw Libcrypto.failure("TS_REQ") }
    return der
  }
}
