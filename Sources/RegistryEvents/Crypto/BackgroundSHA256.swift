internal import Dispatch
internal import Synchronization

/// SHA-256 over what is handed over piece by piece, taken in on a thread of its own while the caller goes on.
package final class BackgroundSHA256: Sendable {
  private let queue = DispatchQueue(label: "SHA-256")
  private let hash: Mutex<Result<RunningSHA256, RegistryError>>

  /// The hash of no bytes yet.
  package init() {
    hash = Mutex(Result { () throws(RegistryError) in try RunningSHA256() })
  }

  /// Takes in numbers as little-endian bytes, after all that was handed over before. They stay in memory until they are hashed.
  ///
  /// - Parameter first: how many bytes of them were taken in before.
  package func update<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(_ numbers: [Number], after first: Int = 0)
  {
    queue.async { [self] in
      hash.withLock { hash in
        do throws(RegistryError) {
          let running = try hash.get()
          let isLittleEndian = Number(1).littleEndian == 1
          try (isLittleEndian ? numbers : numbers.map(\.littleEndian)).withUnsafeBytes { bytes in
            Result { () throws(RegistryError) in try running.update(bytes.dropFirst(first)) }
          }.get()
        } catch {
          hash = .failure(error)
        }
      }
    }
  }

  /// Waits for all that was handed over; its digest.
  ///
  /// - Throws: `cryptography-failed`.
  package func digest() throws(RegistryError) -> Digest {
    queue.sync {}
    return try hash.withLock { hash in
      Result { () throws(RegistryError) in try hash.get().digest() }
    }.get()
  }
}
