internal import CLibcrypto

/// Random bytes from the system, for the edge alone: new keys, salts and ids. No replay calls this.
public enum SystemRandom {
  /// Fresh random bytes.
  ///
  /// - Throws: `cryptography-failed` where the system has no randomness to give.
  public static func bytes(count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(count, 0))
    try bytes.withUnsafeMutableBytes { try fill($0) }
    return bytes
  }

  /// Fills a buffer with bytes fit for a private key.
  static func fill(_ target: UnsafeMutableRawBufferPointer) throws {
    // Unsafe: the buffer's own length goes with its address.
    guard let count = Int32(exactly: target.count), RAND_priv_bytes(target.octets, count) == 1 else {
      throw Libcrypto.failure("no random bytes")
    }
  }
}
