internal import Glibc

/// What a writer does before it trusts the file that it has opened (format §7).
enum JournalRecovery {
  /// Opens the journal and takes the writer's lock over it.
  static func openLocked(_ paths: JournalPaths, _ options: WriterOptions) throws(RegistryError) -> SystemCalls.File {
    let file = try SystemCalls.open(paths.journal, O_RDWR)
    guard try SystemCalls.lockForWriting(file) else {
      throw RegistryError(.writerLocked, detail: try holder(paths).map { "process \($0)" } ?? "")
    }
    let opened = try SystemCalls.status(file)
    let named = try SystemCalls.status(path: paths.journal)
    guard opened.isRegular, opened.device == named.device, opened.inode == named.inode else {
      throw RegistryError(.fileReplaced)
    }
    let isLocal = try SystemCalls.isOnLocalFileSystem(file)
    guard isLocal || options.allowsForeignFileSystem else { throw RegistryError(.fileSystemNotLocal) }
    return file
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

  /// The process that holds the journal, by its mark.
  private static func holder(_ paths: JournalPaths) throws(RegistryError) -> String? {
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
    var offset = mark.first.flatMap { UInt64($0) } ?? 0
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

  /// Moves an unterminated last line, or a final run of 0x00, to a file of its own: the only damage that a writer may clear away.
  static func moveTornTail(_ file: SystemCalls.File, _ paths: JournalPaths) throws(RegistryError) {
    let size = UInt64(clamping: try SystemCalls.status(file).size)
    let start = try endOfLastLine(file, size: size)
    guard start < size else { return }
    guard start > 0 else { throw RegistryError(.journalEmpty, detail: "an unterminated line 0") }
    let isZero = try isZero(file, from: start)
    guard isZero || size - start <= UInt64(LineScanner.longestLine) else {
      throw RegistryError(.tornTail, at: Place(fileOffset: start), detail: "longer than any line")
    }
    let torn = try SystemCalls.open(paths.torn(start), O_WRONLY | O_CREAT | O_EXCL)
    try forEachChunk(of: file, from: start) { offset, bytes throws(RegistryError) in
      try SystemCalls.write(torn, at: offset - start, bytes)
    }
    try SystemCalls.sync(torn)
    try SystemCalls.syncDirectory(of: paths.journal)
    try SystemCalls.truncate(file, to: start)
    try SystemCalls.syncData(file)
  }

  /// The offset behind the last LF.
  private static func endOfLastLine(_ file: SystemCalls.File, size: UInt64) throws(RegistryError) -> UInt64 {
    var end = size
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

  private static func isZero(_ file: SystemCalls.File, from start: UInt64) throws(RegistryError) -> Bool {
    var isZero = true
    try forEachChunk(of: file, from: start) { _, bytes throws(RegistryError) in
      if bytes.contains(where: { $0 != 0 }) { isZero = false }
    }
    return isZero
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
