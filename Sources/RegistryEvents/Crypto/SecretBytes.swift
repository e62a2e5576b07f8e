internal import CLibsodium

/// Bytes that are overwritten with zeros when nobody holds them any more: passphrases, seeds, private PEM texts.
///
/// They have no description and are equal to nothing, so they cannot slip into a log.
public final class SecretBytes: @unchecked Sendable {
  // Unsafe: the memory is owned by this object alone, written only while it is being made, and freed once. From then on it is
  // read only, so several threads may hold it: hence @unchecked Sendable.
  private let storage: UnsafeMutableRawBufferPointer

  /// Bytes that a function writes into a buffer of zeros.
  init(count: Int, writing body: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
    storage = .allocate(byteCount: count, alignment: 1)
    storage.initializeMemory(as: UInt8.self, repeating: 0)
    try body(storage)
  }

  /// Takes bytes over: copies them and overwrites the array with zeros. Other copies of the array are the caller's.
  public convenience init(wiping bytes: inout [UInt8]) {
    self.init(copying: bytes)
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }

  /// A copy of bytes that the caller looks after.
  public convenience init(copying bytes: some Collection<UInt8>) {
    self.init(count: bytes.count) { target in target.copyBytes(from: bytes) }
  }

  deinit {
    sodium_memzero(storage.baseAddress, storage.count)
    storage.deallocate()
  }

  /// The number of bytes.
  public var count: Int { storage.count }

  /// Gives the bytes to a function; it must not keep the buffer.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(storage))
  }
}
