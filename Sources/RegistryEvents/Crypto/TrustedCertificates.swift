internal import CLibcrypto

/// The certificates of authorities that a reader trusts, brought by the reader: no system's own are asked.
public final class TrustedCertificates: @unchecked Sendable {
  // Unsafe: the object owns one reference to each certificate, never changes one, and lets go once, in `deinit`. libcrypto counts references
  // atomically, and what is put into a store takes a reference of its own. Hence @unchecked Sendable. A buffer given to BIO_new_mem_buf
  // is alive until the BIO is freed by the `defer` after it.
  let certificates: [OpaquePointer]

  /// Reads certificates as PEM blocks `CERTIFICATE` (RFC 7468 §5), at least one.
  ///
  /// - Throws: `timestamp-malformed`.
  public init(pem: some Collection<UInt8>) throws(RegistryError) {
    let read = pem.withContiguousBytes { bytes -> [OpaquePointer] in
      guard let count = Int32(exactly: bytes.count), let input = BIO_new_mem_buf(bytes.baseAddress, count) else {
        return []
      }
      defer { BIO_free(input) }
      var certificates: [OpaquePointer] = []
      while let certificate = PEM_read_bio_X509(input, nil, nil, nil) { certificates.append(certificate) }
      // What ends the reading is that there is no further block.
      ERR_clear_error()
      return certificates
    }
    certificates = read
    guard !read.isEmpty else { throw RegistryError(.timestampMalformed, detail: "no PEM block CERTIFICATE") }
  }

  deinit { for certificate in certificates { X509_free(certificate) } }

  /// A store of these certificates that judges as at a moment; the caller frees it, or gives it away.
  func store(asAt seconds: Int64) -> OpaquePointer? {
    guard let store = X509_STORE_new() else { return nil }
    for certificate in certificates where X509_STORE_add_cert(store, certificate) != 1 {
      X509_STORE_free(store)
      return nil
    }
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), time_t(seconds))
    return store
  }
}
