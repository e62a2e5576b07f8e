internal import Glibc

/// Reads a journal from its first byte, a block of whole lines at a time, in memory that does not grow with the file.
///
/// Takes no lock and never repairs. A last line without LF is left out and told by ``tail``: a writer may be at it.
public struct JournalReader {
  private let file: SystemCalls.File
  private let blockSize: Int
  /// Whether bytes can be read again: a file, and not a pipe.
  private let isSeekable: Bool
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

  /// - Parameter limit: where to stop, in bytes from the start of the file.
  init(_ file: SystemCalls.File, upTo limit: UInt64 = .max, blockSize: Int = 256 << 10) {
    self.file = file
    self.blockSize = blockSize
    isSeekable = (try? SystemCalls.status(file).isRegular) ?? false
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
  ///
  /// What is pending of a line is read again with the rest of it, where the file can be: it may have been the end that a writer after a crash has
  /// moved aside, and what stands there now is another line.
  mutating func nextBlock() throws(RegistryError) -> RawBlock? {
    while !isAtEnd {
      let kept = pending.count
      guard kept <= JournalReader.longestPending else {
        throw RegistryError(.lineTooLong, at: Place(fileOffset: offset))
      }
      let bytes = try isSeekable ? settled() : fill()
      if bytes.count <= kept { isAtEnd = true }
      guard let lastFeed = bytes.lastIndex(of: 0x0A) else {
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

  /// How much may be read in addition to what is pending.
  private var wanted: Int {
    let left = limit - offset - UInt64(pending.count)
    return Int(min(UInt64(isSeekable ? max(blockSize, pending.count) : blockSize), left))
  }

  /// What stands behind the lines that were handed on. Where that is the end of the file, a writer may be at it: two reads must agree.
  private func settled() throws(RegistryError) -> [UInt8] {
    var bytes = try again(pending.count + wanted)
    var tries = 0
    while bytes.count < pending.count + wanted, tries < 3 {
      let second = try again(bytes.count)
      if second == bytes { break }
      bytes = try again(pending.count + wanted)
      tries += 1
    }
    return bytes
  }

  /// Up to so many bytes behind the lines that were handed on, in memory that nothing wrote to before.
  private func again(_ count: Int) throws(RegistryError) -> [UInt8] {
    try JournalReader.bytes(count) { buffer throws(RegistryError) in
      try SystemCalls.read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// What was pending and what one read adds to it.
  private func fill() throws(RegistryError) -> [UInt8] {
    let kept = pending.count
    return try JournalReader.bytes(kept + wanted) { buffer throws(RegistryError) in
      _ = buffer.update(fromContentsOf: pending)
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[kept...])
      return kept + (try SystemCalls.read(file, into: UnsafeMutableRawBufferPointer(rest)))
    }
  }

  /// As many bytes as a function puts into a buffer.
  private static func bytes(
    _ count: Int, _ put: (UnsafeMutableBufferPointer<UInt8>) throws(RegistryError) -> Int
  ) throws(RegistryError) -> [UInt8] {
    var failure: RegistryError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      // Unsafe: the buffer has room for `count` bytes, and `size` counts those that were copied and read into it.
      do throws(RegistryError) {
        size = try put(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
