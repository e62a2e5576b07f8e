internal import Glibc

/// What a writer does before it trusts the file that it has opened (format §7).
enum JournalRecovery {
  /// Opens the journal and takes the writer's lock over it.
  static func openLocked(
    _ paths: JournalPaths, _ options: WriterOptions
  ) throws(RegistryError) -> (file: SystemCalls.File, opened: SystemCalls.Status) {
    let file = try SystemCalls.open(paths.journal, O_RDWR)
    guard try SystemCalls.lockForWriting(file) else {
      throw RegistryError(.writerLocked, detail: LockHolder.description(file, paths))
    }
    let opened = try SystemCalls.status(file)
    guard opened.isRegular, try SystemCalls.status(path: paths.journal).isSameFile(as: opened) else {
      throw RegistryError(.fileReplaced)
    }
    let isLocal = try SystemCalls.isOnLocalFileSystem(file)
    guard isLocal || options.allowsForeignFileSystem else { throw RegistryError(.fileSystemNotLocal) }
    return (file, opened)
  }

  /// Before lines are written: the path must still name the file that was opened, and the file end where this writer left
  /// it. What is appended to a file that was moved away is lost to whoever reads the path, acknowledged or not.
  static func demandUnchanged(
    _ paths: JournalPaths, _ opened: SystemCalls.Status, size: UInt64
  ) throws(RegistryError) {
    let named: SystemCalls.Status
    do throws(RegistryError) {
      named = try SystemCalls.status(path: paths.journal)
    } catch {
      throw error.code == .fileMissing ? RegistryError(.fileReplaced, detail: error.detail) : error
    }
    guard named.isSameFile(as: opened) else { throw RegistryError(.fileReplaced) }
    guard UInt64(clamping: named.size) == size else {
      throw RegistryError(.fileReplaced, detail: "\(named.size) bytes where this writer left \(size)")
    }
  }

  /// Marks that a writer is at work, whose lines begin at an offset.
  static func mark(_ paths: JournalPaths, from offset: UInt64) throws(RegistryError) {
    let file = try SystemCalls.open(paths.mark, O_WRONLY | O_CREAT | O_TRUNC)
    try SystemCalls.write(file, at: 0, Array("\(offset) \(getpid())\n".utf8))
    try SystemCalls.sync(file)
    try SystemCalls.syncDirectory(of: paths.mark)
  }

  static func unmark(_ paths: JournalPaths) throws(RegistryError) { try SystemCalls.remove(paths.mark) }

  /// Up to which byte the journal is durable: all of it, unless a writer is at work or did not come to its end.
  ///
  /// The size is asked for before the mark: a writer that comes to its end in between has synced what the size counts.
  static func durableEnd(_ paths: JournalPaths) throws(RegistryError) -> UInt64 {
    let size = UInt64(clamping: try SystemCalls.status(path: paths.journal).size)
    guard let mark = try readMark(paths) else { return size }
    return min(size, mark.first.flatMap { UInt64($0) } ?? 0)
  }

  /// The process that opened the journal for writing last and has not closed it, by its mark.
  static func markedProcess(_ paths: JournalPaths) throws(RegistryError) -> String? {
    guard let words = try readMark(paths), words.count == 2 else { return nil }
    return words[1]
  }

  private static func readMark(_ paths: JournalPaths) throws(RegistryError) -> [String]? {
    do {
      let text = String(decoding: try SystemCalls.contents(paths.mark), as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    } catch {
      if error.code == .fileMissing { return nil }
      throw error
    }
  }

  /// Where a writer before did not come to its end, writes everything that it may have written once more and syncs it: the page
  /// cache may hold what a failed sync never brought to the disk.
  static func makeDurable(_ file: SystemCalls.File, _ paths: JournalPaths) throws(RegistryError) {
    guard let mark = try readMark(paths) else { return }
    let size = UInt64(clamping: try SystemCalls.status(file).size)
    var offset = min(mark.first.flatMap { UInt64($0) } ?? 0, size)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try chunk.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
        try SystemCalls.read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard count > 0 else { break }
      try SystemCalls.write(file, at: offset, chunk[..<count])
      offset += UInt64(count)
    }
    try SystemCalls.syncData(file)
  }

  /// Moves what stands behind the last LF to a file of its own: an unterminated last line, a final run of 0x00, or one
  /// behind the other. It is the only damage that a writer may clear away, and only once every checkpoint known was met.
  static func moveTornTail(
    _ file: SystemCalls.File, _ paths: JournalPaths, from start: UInt64
  ) throws(RegistryError) {
    guard start < UInt64(clamping: try SystemCalls.status(file).size) else { return }
    guard try endOfContent(file, from: start) - start <= UInt64(LineScanner.longestLine) else {
      throw RegistryError(.tornTail, at: Place(fileOffset: start), detail: "longer than any line")
    }
    let torn = try newTornFile(paths, start)
    try forEachChunk(of: file, from: start) { offset, bytes throws(RegistryError) in
      try SystemCalls.write(torn, at: offset - start, bytes)
    }
    try SystemCalls.sync(torn)
    try SystemCalls.syncDirectory(of: paths.journal)
    try SystemCalls.truncate(file, to: start)
    try SystemCalls.syncData(file)
  }

  /// A new file for what is moved away. Nothing is overwritten: a crash before may have left one for the same offset.
  private static func newTornFile(_ paths: JournalPaths, _ offset: UInt64) throws(RegistryError) -> SystemCalls.File {
    var number = 1
    while true {
      do throws(RegistryError) {
        return try SystemCalls.open(paths.torn(offset, number), O_WRONLY | O_CREAT | O_EXCL)
      } catch {
        guard error.code == .fileExists else { throw error }
        number += 1
      }
    }
  }

  /// The offset behind the last LF; 0 where there is none.
  static func endOfLines(_ file: SystemCalls.File) throws(RegistryError) -> UInt64 {
    var end = UInt64(clamping: try SystemCalls.status(file).size)
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while end > 0 {
      let start = end - min(end, UInt64(chunk.count))
      let count = try chunk.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
        let wanted = UnsafeMutableBufferPointer(rebasing: buffer[..<Int(end - start)])
        return try SystemCalls.read(file, at: start, into: UnsafeMutableRawBufferPointer(wanted))
      }
      if let feed = chunk[..<count].lastIndex(of: 0x0A) { return start + UInt64(feed) + 1 }
      end = start
    }
    return 0
  }

  /// The offset behind the last byte that is not 0x00.
  private static func endOfContent(_ file: SystemCalls.File, from start: UInt64) throws(RegistryError) -> UInt64 {
    var end = start
    try forEachChunk(of: file, from: start) { offset, bytes throws(RegistryError) in
      if let last = bytes.lastIndex(where: { $0 != 0 }) { end = offset + UInt64(last) + 1 }
    }
    return end
  }

  private static func forEachChunk(
    of file: SystemCalls.File, from start: UInt64, _ body: (UInt64, ArraySlice<UInt8>) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var offset = start
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = try chunk.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
        try SystemCalls.read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard count > 0 else { return }
      try body(offset, chunk[..<count])
      offset += UInt64(count)
    }
  }
}
