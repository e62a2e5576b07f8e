internal import CLibcrypto

/// SHA-256 of bytes that come piece by piece, for what is too long to be held in memory.
final class RunningSHA256 {
  // Unsafe: the context comes from libcrypto, belongs to this object alone and is freed once, in `deinit`; every buffer handed to C is
  // alive for the call, with its own length beside it. Not Sendable, so no two threads share a context.
  private let context: OpaquePointer?

  /// The hash of no bytes yet.
  ///
  /// - Throws: `cryptography-failed`.
  init() throws(RegistryError) {
    context = EVP_MD_CTX_new()
    guard let context, EVP_DigestInit_ex2(context, EVP_sha256(), nil) == 1 else { throw RunningSHA256.failure }
  }

  deinit { EVP_MD_CTX_free(context) }

  private static var failure: RegistryError {
    ERR_clear_error()
    return RegistryError(.cryptographyFailed, detail: "SHA-256")
  }

  /// Takes in the next bytes.
  ///
  /// - Throws: `cryptography-failed`.
  func update(_ bytes: some Collection<UInt8>) throws(RegistryError) {
    let isTaken = bytes.withContiguousBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
    guard isTaken else { throw RunningSHA256.failure }
  }

  /// The digest of all bytes so far; more may follow.
  ///
  /// - Throws: `cryptography-failed`.
  func digest() throws(RegistryError) -> Digest {
    guard let copy = EVP_MD_CTX_new() else { throw RunningSHA256.failure }
    defer { EVP_MD_CTX_free(copy) }
    guard EVP_MD_CTX_copy_ex(copy, context) == 1 else { throw RunningSHA256.failure }
    var isFinal = false
    let digest = Digest { target in isFinal = EVP_DigestFinal_ex(copy, target.octets, nil) == 1 }
    guard isFinal else { throw RunningSHA256.failure }
    return digest
  }
}
