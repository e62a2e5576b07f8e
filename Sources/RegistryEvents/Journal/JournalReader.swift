internal import Glibc

/// Reads a journal from its first byte, a block of whole lines at a time, in memory that does not grow with the file.
///
/// Takes no lock and never repairs. A last line without LF is left out and told by ``tail``: a writer may be at it.
public struct JournalReader {
  let file: SystemCalls.File
  /// What each read asks for, where that was said.
  private let blockSize: Int?
  /// What the last read asked for.
  private var readSize: Int
  /// Whether bytes can be read again: a file from its first byte on, and not a pipe. Every byte is then read from its place, so that several
  /// readers of one open file do not meet.
  private(set) var isSeekable: Bool
  /// Where to stop, in bytes from the start of the file.
  private let limit: UInt64
  /// Up to where the file was read, in bytes from its start.
  private var readCount: UInt64 = 0
  /// What was read and not yet handed on: mostly the beginning of a line whose LF has not come yet.
  private var pending: [UInt8] = []
  /// How many of those bytes are known to hold no LF.
  private var searchedCount = 0
  /// A line that is too long to be held, as far as it was read.
  private var overlong: Overlong?
  private var offset: UInt64 = 0
  private var isAtEnd = false
  /// How often what was pending had changed.
  private var restarts = 0
  /// The hash of the file, if it was asked for.
  private var fileHash: RunningSHA256?

  /// How lines are counted: the first one has this index in what is read as one with the journals before it.
  private var firstSeq: UInt64 = 0

  /// A journal at a path; `-` for the standard input.
  ///
  /// - Throws: `file-missing` or `input-output`.
  public init(path: String) throws(RegistryError) {
    guard path == "-" else {
      self.init(try SystemCalls.open(path, O_RDONLY))
      return
    }
    self.init(try SystemCalls.standardInput())
    // What was read of a redirected file before is not read again.
    isSeekable = isSeekable && SystemCalls.isAtStart(file)
  }

  private static let smallest = 8 << 10
  private static let largest = 64 << 10

  /// - Parameters:
  ///   - limit: where to stop, in bytes from the start of the file.
  ///   - blockSize: what each read asks for; by itself small blocks come first, so that the lines of a short journal as well are shared by all cores.
  init(_ file: SystemCalls.File, upTo limit: UInt64 = .max, blockSize: Int? = nil) {
    self.file = file
    self.blockSize = blockSize
    readSize = JournalReader.smallest / 2
    isSeekable = (try? SystemCalls.status(file).isRegular) ?? false
    self.limit = limit
  }

  /// The same open file from a byte on, at which a line must begin, and up to another.
  ///
  /// - Throws: `input-output` where it is a pipe.
  func resumed(at offset: UInt64, upTo limit: UInt64 = .max) throws(RegistryError) -> JournalReader {
    guard isSeekable else {
      throw RegistryError(.inputOutput, detail: "a pipe cannot be read twice: give the journal as a file")
    }
    var reader = JournalReader(file, upTo: limit, blockSize: blockSize)
    reader.offset = offset
    reader.readCount = offset
    return reader
  }

  /// The same open file from its first byte.
  ///
  /// - Throws: `input-output` where it is a pipe.
  func again() throws(RegistryError) -> JournalReader {
    try resumed(at: 0)
  }

  /// The same open file, its lines counted on from those of the journals that it continues.
  public func counting(from firstSeq: UInt64) -> JournalReader {
    var reader = self
    reader.firstSeq = firstSeq
    return reader
  }

  /// The same open file, to be hashed whole while it is read.
  ///
  /// - Throws: `cryptography-failed`.
  func hashingFile() throws(RegistryError) -> JournalReader {
    var reader = self
    reader.fileHash = try RunningSHA256()
    return reader
  }

  /// SHA-256 of the bytes read, which is that of the file once all lines were; `nil` where it was not asked for.
  func fileDigest() throws(RegistryError) -> Digest? { try fileHash?.digest() }

  /// What stands after the last LF: where it begins and how long it is; `nil` where the file ends with LF. Known once
  /// all lines were read.
  public var tail: Tail? {
    let count = overlong?.count ?? UInt64(pending.count)
    return isAtEnd && count > 0 ? Tail(offset: offset, count: count) : nil
  }

  /// An unterminated end of a journal.
  public struct Tail: Sendable, Equatable {
    /// Where it begins, in bytes from the start of the file.
    public let offset: UInt64
    /// The number of its bytes.
    public let count: UInt64
  }

  /// The number of bytes in whole lines that were read so far.
  public var bytesRead: UInt64 { offset }

  /// The longest run of bytes without LF that is held in memory: far beyond any line. What is longer is hashed as it passes, and
  /// refused.
  private static let longestPending = 16 << 20

  private struct Overlong {
    var count: UInt64
    let leaf: RunningSHA256
  }

  /// The next whole lines; `nil` at the end of the file.
  mutating func nextBlock() throws(RegistryError) -> RawBlock? {
    while !isAtEnd {
      if pending.count > JournalReader.longestPending, searchedCount == pending.count {
        let leaf = try RunningSHA256()
        try leaf.update([0x00])
        try leaf.update(pending)
        overlong = Overlong(count: UInt64(pending.count), leaf: leaf)
        pending = []
        searchedCount = 0
      }
      let (bytes, count) = try fill()
      let lastFeed = bytes[searchedCount...].lastIndex(of: 0x0A)
      if lastFeed != nil || count == 0, try hasChanged(bytes, count) { continue }
      if count == 0 { isAtEnd = true }
      if overlong != nil {
        if let block = try endOverlong(with: bytes) { return block }
        continue
      }
      guard let lastFeed else {
        pending = bytes
        searchedCount = bytes.count
        continue
      }
      pending = Array(bytes[(lastFeed + 1)...])
      searchedCount = pending.count
      var whole = bytes
      whole.removeLast(bytes.count - lastFeed - 1)
      let block = RawBlock(bytes: whole, fileOffset: offset, firstSeq: firstSeq)
      offset += UInt64(whole.count)
      return block
    }
    return nil
  }

  /// Whether what was pending when the last bytes were read stood there no more: then it was the end that a writer after a crash has moved aside, and the
  /// bytes belong to another line. Everything behind the lines that were handed on is read again.
  private mutating func hasChanged(_ bytes: [UInt8], _ count: Int) throws(RegistryError) -> Bool {
    guard isSeekable, overlong == nil, restarts < 8 else { return false }
    // What one read gives of a file's end may be torn itself.
    let isAtEndOfFile = count < readSize
    let checked = isAtEndOfFile ? bytes.count : bytes.count - count
    guard checked > 0 else { return false }
    var again = [UInt8](repeating: 0, count: checked)
    let (file, offset) = (file, offset)
    let found = try again.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
      try SystemCalls.read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
    }
    // Unsafe: both have at least `checked` bytes.
    let isSame =
      found == checked
      && bytes.withUnsafeBytes { old in
        again.withUnsafeBytes { new in
          old.baseAddress.flatMap { old in new.baseAddress.map { memcmp(old, $0, checked) == 0 } } ?? true
        }
      }
    guard !isSame else { return false }
    restarts += 1
    readCount -= UInt64(bytes.count)
    pending = []
    searchedCount = 0
    fileHash = nil
    return true
  }

  /// Hashes what belongs to a line that is too long; the line, where it ends here.
  private mutating func endOverlong(with bytes: [UInt8]) throws(RegistryError) -> RawBlock? {
    guard let line = overlong else { return nil }
    let feed = bytes.firstIndex(of: 0x0A)
    try line.leaf.update(bytes[..<(feed ?? bytes.count)])
    overlong?.count += UInt64(feed ?? bytes.count)
    guard let feed, let count = overlong?.count else { return nil }
    overlong = nil
    pending = Array(bytes[(feed + 1)...])
    let block = RawBlock(bytes: [], fileOffset: offset, firstSeq: firstSeq, overlongLeaf: try line.leaf.digest())
    offset += count + 1
    return block
  }

  /// What was pending and what one read adds to it, in memory that nothing wrote to before.
  private mutating func fill() throws(RegistryError) -> (bytes: [UInt8], count: Int) {
    var failure: RegistryError?
    var count = 0
    // A line longer than a block is read in few pieces, since what is pending is copied for each.
    readSize = blockSize ?? max(pending.count, min(JournalReader.largest, readSize * 2))
    let wanted = Int(min(UInt64(readSize), limit - min(limit, readCount)))
    let (file, pending, place) = (file, pending, isSeekable ? readCount : nil)
    guard pending.count + wanted > 0 else { return ([], 0) }
    let bytes = [UInt8](unsafeUninitializedCapacity: pending.count + wanted) { buffer, size in
      // Unsafe: the buffer has room for what is pending and what is wanted; `size` counts what was copied and read.
      size = pending.count
      _ = buffer.update(fromContentsOf: pending)
      do throws(RegistryError) {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[pending.count..<(pending.count + wanted)])
        let target = UnsafeMutableRawBufferPointer(rest)
        if let place {
          count = try SystemCalls.read(file, at: place, into: target)
        } else {
          count = try SystemCalls.read(file, into: target)
        }
        size += count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    readCount += UInt64(count)
    try fileHash?.update(bytes[(bytes.count - count)...])
    return (bytes, count)
  }
}
