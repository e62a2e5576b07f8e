/// The calling form of libcrypto's `d2i_…` and `i2d_…` functions.
enum DER {
  // Unsafe: a `d2i` function reads at most the length given and moves the pointer past what it read; an `i2d` function called
  // without a target says how much it will write, and that much is there when it is called again.

  /// The one object that the bytes are as a whole; `nil` where they are none, or where bytes are left over.
  ///
  /// An object that leftover bytes make worthless does not reach the caller: `free` lets go of it.
  static func decode<Object>(
    _ bytes: UnsafeRawBufferPointer, free: (Object) -> Void,
    _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Object?
  ) -> Object? {
    var cursor = bytes.octets
    guard let start = cursor, let object = read(&cursor, bytes.count) else { return nil }
    guard cursor == start + bytes.count else {
      free(object)
      return nil
    }
    return object
  }

  /// The bytes of an object that is no secret; `nil` where libcrypto cannot write it.
  static func encode(_ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8]? {
    let count = Int(write(nil))
    guard count > 0 else { return nil }
    var written: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
      var cursor = target.baseAddress
      written = write(&cursor)
      initialized = max(0, min(Int(written), count))
    }
    return bytes.count == count ? bytes : nil
  }

  /// The bytes of a secret object; `nil` where libcrypto cannot write it.
  static func encodeSecret(
    _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
  ) -> SecretBytes? {
    let count = Int(write(nil))
    guard count > 0 else { return nil }
    var written: Int32 = 0
    let secret = SecretBytes(count: count) { target in
      var cursor = target.octets
      written = write(&cursor)
    }
    return Int(written) == count ? secret : nil
  }
}
