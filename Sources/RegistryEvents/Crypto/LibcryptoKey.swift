internal import CLibcrypto

/// A key that libcrypto holds: P-256 or RSA, public or private.
final class LibcryptoKey: @unchecked Sendable {
  // Unsafe: the object owns one reference to an `EVP_PKEY`, never changes the key, and lets go once, in `deinit`. libcrypto
  // allows several threads to use one EVP_PKEY for signing and verifying as long as none changes it (openssl-threads(7)):
  // its own caches and RSA blinding are behind locks. Each operation makes its own context. Hence @unchecked Sendable.
  // Freeing an EVP_PKEY overwrites the private numbers.
  let pointer: OpaquePointer

  /// Takes over a reference.
  init(owning pointer: OpaquePointer) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }

  /// Whether the key is of a kind, such as `RSA`, `EC` or `ED25519`.
  func isA(_ kind: String) -> Bool { EVP_PKEY_is_a(pointer, kind) == 1 }

  /// The name of an elliptic curve key's group, `prime256v1` for P-256; `nil` where there is none.
  var groupName: String? {
    var name = [CChar](repeating: 0, count: 64)
    var length = 0
    guard EVP_PKEY_get_group_name(pointer, &name, name.count, &length) == 1, length < name.count else {
      ERR_clear_error()
      return nil
    }
    return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A number of the key, big-endian, filled up with zeros to `byteCount` or else without leading zeros.
  func number(_ name: String, byteCount: Int? = nil) -> [UInt8]? {
    var number: OpaquePointer?
    guard EVP_PKEY_get_bn_param(pointer, name, &number) == 1, let number else {
      ERR_clear_error()
      return nil
    }
    defer { BN_clear_free(number) }
    return LibcryptoKey.bytes(of: number, byteCount: byteCount)
  }

  /// The bytes of a number, big-endian, filled up with zeros to `byteCount` or else without leading zeros; `nil` where it
  /// needs more.
  static func bytes(of number: OpaquePointer, byteCount: Int?) -> [UInt8]? {
    let needed = (Int(BN_num_bits(number)) + 7) / 8
    let count = byteCount ?? needed
    guard needed <= count, let length = Int32(exactly: count) else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    return BN_bn2binpad(number, &bytes, length) == length ? bytes : nil
  }

  /// A number from big-endian bytes; the caller frees it.
  static func number(_ bytes: some Collection<UInt8>) -> OpaquePointer? {
    bytes.withContiguousBytes { bytes in
      Int32(exactly: bytes.count).flatMap { BN_bin2bn(bytes.octets, $0, nil) }
    }
  }
}
