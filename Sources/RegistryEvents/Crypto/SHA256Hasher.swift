internal import CLibcrypto
internal import CLibsodium

/// SHA-256 for one thread of work: digests, and the leaf and node hashes of RFC 6962 §2.1 (format §6).
///
/// Holds a context that is used again and again, so a hash allocates nothing. Hashing cannot fail:
/// should libcrypto refuse (no provider is loaded, no memory is left), the same bytes go through libsodium, whose
/// SHA-256 is slower and needs neither.
public final class SHA256Hasher {
  // Unsafe: the context comes from libcrypto, belongs to this object alone and is freed once, in `deinit`; every buffer
  // handed to C is alive for the call, with its own length beside it. Not Sendable, so no two threads share a context.
  private let context: OpaquePointer?

  // Unsafe: looked up once, before any use, and never freed. Nobody changes a fetched algorithm, and libcrypto counts its uses from any
  // thread (EVP_MD_fetch(3), openssl-threads(7)).
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  /// A hasher; allocates its context, so make one for a run of hashes.
  public init() { context = EVP_MD_CTX_new() }

  deinit { EVP_MD_CTX_free(context) }

  /// `SHA-256(bytes)`.
  public func digest(_ bytes: UnsafeRawBufferPointer) -> Digest {
    Digest { target in hash(prefix: nil, bytes, into: target) }
  }

  /// `SHA-256(bytes)`.
  public func digest(_ bytes: some Collection<UInt8>) -> Digest { bytes.withContiguousBytes { digest($0) } }

  /// `SHA-256(0x00 || data)`: the hash of a line, without its LF.
  public func leafHash(_ data: UnsafeRawBufferPointer) -> Digest {
    Digest { target in hash(prefix: 0x00, data, into: target) }
  }

  /// `SHA-256(0x00 || data)`: the hash of a line, without its LF.
  public func leafHash(_ data: some Collection<UInt8>) -> Digest { data.withContiguousBytes { leafHash($0) } }

  /// `SHA-256(0x01 || left || right)`: the hash of a tree's inner node.
  public func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    withUnsafeTemporaryAllocation(byteCount: 2 * Digest.byteCount, alignment: 8) { children in
      left.withBytes { children.copyMemory(from: $0) }
      right.withBytes { UnsafeMutableRawBufferPointer(rebasing: children[Digest.byteCount...]).copyMemory(from: $0) }
      return Digest { target in hash(prefix: 0x01, UnsafeRawBufferPointer(children), into: target) }
    }
  }

  private func hash(prefix: UInt8?, _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) {
    if !hashWithLibcrypto(prefix: prefix, bytes, into: target) {
      ERR_clear_error()
      SHA256Hasher.hashWithLibsodium(prefix: prefix, bytes, into: target)
    }
  }

  private func hashWithLibcrypto(
    prefix: UInt8?, _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard let algorithm = SHA256Hasher.algorithm, let context, EVP_DigestInit_ex2(context, algorithm, nil) == 1 else {
      return false
    }
    if let prefix {
      guard withUnsafeBytes(of: prefix, { EVP_DigestUpdate(context, $0.baseAddress, 1) }) == 1 else { return false }
    }
    return EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
      && EVP_DigestFinal_ex(context, target.octets, nil) == 1
  }

  /// The way out when libcrypto refuses; its functions have no failure to report.
  static func hashWithLibsodium(
    prefix: UInt8?, _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) {
    guard let target = target.octets else { return }
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    if var prefix { crypto_hash_sha256_update(&state, &prefix, 1) }
    crypto_hash_sha256_update(&state, bytes.octets, UInt64(bytes.count))
    crypto_hash_sha256_final(&state, target)
  }
}

extension Digest {
  /// The SHA-256 of some bytes; for many, keep a ``SHA256Hasher``.
  public static func sha256(of bytes: some Collection<UInt8>) -> Digest { SHA256Hasher().digest(bytes) }
}
