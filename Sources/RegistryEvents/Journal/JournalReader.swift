internal import Glibc

/// Reads a journal from its first byte, a block of whole lines at a time, in memory that does not grow with the file.
///
/// Takes no lock and never repairs. A last line without LF is left out and told by ``tail``: a writer may be at it.
public struct JournalReader {
  let file: SystemCalls.File
  private let blockSize: Int
  /// Where to stop, in bytes from the start of the file.
  private let limit: UInt64
  /// What was read of a line whose LF has not come yet.
  private var pending: [UInt8] = []
  private var offset: UInt64 = 0
  private var isAtEnd = false

  /// A journal at a path; `-` for the standard input.
  ///
  /// - Throws: `file-missing` or `input-output`.
  public init(path: String) throws(RegistryError) {
    self.init(path == "-" ? try SystemCalls.standardInput() : try SystemCalls.open(path, O_RDONLY))
  }

  /// - Parameters:
  ///   - offset: where the file stands, at the first byte of a line.
  ///   - limit: where to stop, in bytes from the start of the file.
  init(_ file: SystemCalls.File, from offset: UInt64 = 0, upTo limit: UInt64 = .max, blockSize: Int = 256 << 10) {
    self.file = file
    self.offset = offset
    self.blockSize = blockSize
    self.limit = limit
  }

  /// The same open file from its first byte.
  ///
  /// - Throws: `input-output` where it is a pipe.
  func again() throws(RegistryError) -> JournalReader {
    try SystemCalls.rewind(file)
    return JournalReader(file, blockSize: blockSize)
  }

  /// What stands after the last LF: where it begins and how long it is; `nil` where the file ends with LF. Known once
  /// all lines were read.
  public var tail: Tail? {
    isAtEnd && !pending.isEmpty ? Tail(offset: offset, bytes: pending) : nil
  }

  /// An unterminated end of a journal.
  public struct Tail: Sendable, Equatable {
    /// Where it begins, in bytes from the start of the file.
    public let offset: UInt64
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// The number of bytes in whole lines that were read so far.
  public var bytesRead: UInt64 { offset }

  /// The longest run of bytes without LF that is held in memory: far beyond any line, so that what is refused can still
  /// be hashed and told by its true length.
  private static let longestPending = 16 << 20

  /// The next whole lines; `nil` at the end of the file.
  mutating func nextBlock() throws(RegistryError) -> RawBlock? {
    while !isAtEnd {
      let kept = pending.count
      guard kept <= JournalReader.longestPending else {
        throw RegistryError(.lineTooLong, at: Place(fileOffset: offset))
      }
      let (bytes, count) = try fill()
      if count == 0 { isAtEnd = true }
      guard let lastFeed = bytes[kept...].lastIndex(of: 0x0A) else {
        pending = bytes
        continue
      }
      pending = Array(bytes[(lastFeed + 1)...])
      var whole = bytes
      whole.removeLast(bytes.count - lastFeed - 1)
      let block = RawBlock(bytes: whole, fileOffset: offset)
      offset += UInt64(whole.count)
      return block
    }
    return nil
  }

  /// What was pending and what one read adds to it, in memory that nothing wrote to before.
  private func fill() throws(RegistryError) -> (bytes: [UInt8], count: Int) {
    var failure: RegistryError?
    var count = 0
    let wanted = Int(min(UInt64(blockSize), limit - min(limit, offset + UInt64(pending.count))))
    let bytes = [UInt8](unsafeUninitializedCapacity: pending.count + wanted) { buffer, size in
      // Unsafe: the buffer has room for what is pending and what is wanted; `size` counts what was copied and read.
      size = pending.count
      _ = buffer.update(fromContentsOf: pending)
      do throws(RegistryError) {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[pending.count..<(pending.count + wanted)])
        count = try SystemCalls.read(file, into: UnsafeMutableRawBufferPointer(rest))
        size += count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (bytes, count)
  }
}
