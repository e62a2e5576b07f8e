internal import Glibc

/// The file of a journal, read while writers append to it: only whole lines, every one of them, and never one that is taken back.
///
/// Nothing is kept of an end without LF: a writer that finds it after a crash moves it aside and writes other bytes in its place. A read that
/// such a writer overtakes could begin in the old bytes and end in the new, so lines are handed on when two reads agree on them: where the
/// first one has met the new bytes, the second one finds the old ones gone.
struct FollowedFile {
  let file: SystemCalls.File
  private let path: String
  private let opened: SystemCalls.Status
  /// How lines are counted: the first one has this index in what is read as one with the journals before it.
  var firstSeq: UInt64 = 0
  /// The end of the lines that were handed on.
  private(set) var offset: UInt64 = 0

  private static let blockSize: UInt64 = 256 << 10

  init(path: String) throws(RegistryError) {
    self.path = path
    file = try SystemCalls.open(path, O_RDONLY)
    opened = try SystemCalls.status(file)
    guard opened.isRegular else { throw RegistryError(.inputOutput, detail: "only a file can be followed") }
  }

  /// The next whole lines; `nil` where there are none yet.
  ///
  /// - Throws: `journal-truncated` where the file is shorter than what was handed on; `file-replaced` where the path names another file, once
  ///   all lines of this one were handed on; `line-too-long` for more than a line's bytes without LF.
  mutating func nextBlock() throws(RegistryError) -> RawBlock? {
    let size = UInt64(clamping: try SystemCalls.status(file).size)
    guard size >= offset else {
      throw RegistryError(
        .journalTruncated, at: Place(fileOffset: size), detail: "\(size) bytes, of which \(offset) were read before")
    }
    if size > offset, let lines = try settledLines(upTo: size) {
      defer { offset += UInt64(lines.count) }
      return RawBlock(bytes: lines, fileOffset: offset, firstSeq: firstSeq)
    }
    try demandSameFile()
    return nil
  }

  /// The whole lines of a block on which two reads agree.
  private func settledLines(upTo size: UInt64) throws(RegistryError) -> [UInt8]? {
    let wanted = Int(min(size - offset, FollowedFile.blockSize))
    for _ in 0..<3 {
      var bytes = try SystemCalls.read(file, at: offset, count: wanted)
      guard let feed = bytes.lastIndex(of: 0x0A) else {
        let content = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        guard content <= LineScanner.longestLine else {
          throw RegistryError(.lineTooLong, at: Place(fileOffset: offset))
        }
        return nil
      }
      bytes.removeLast(bytes.count - feed - 1)
      if try SystemCalls.read(file, at: offset, count: bytes.count) == bytes { return bytes }
    }
    return nil
  }

  private func demandSameFile() throws(RegistryError) {
    do throws(RegistryError) {
      guard try SystemCalls.status(path: path).isSameFile(as: opened) else { throw RegistryError(.fileReplaced) }
    } catch {
      throw error.code == .fileMissing ? RegistryError(.fileReplaced, detail: error.detail) : error
    }
  }
}
