extension Collection<UInt8> {
  /// Gives the bytes to a function as one buffer, copied only where the collection does not hold them in one piece.
  ///
  /// The buffer must not outlive the call: that is what makes this safe.
  @inline(__always)
  func withContiguousBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    if let result = try withContiguousStorageIfAvailable({ try body(UnsafeRawBufferPointer($0)) }) { return result }
    return try Array(self).withUnsafeBytes(body)
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as C's `const unsigned char *`; `nil` for an empty buffer without an address.
  @inline(__always)
  var octets: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

extension UnsafeMutableRawBufferPointer {
  /// The bytes as C's `unsigned char *`; `nil` for an empty buffer without an address.
  @inline(__always)
  var octets: UnsafeMutablePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}
