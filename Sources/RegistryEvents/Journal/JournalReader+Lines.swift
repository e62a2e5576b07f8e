extension JournalReader {
  /// Gives the bytes of the first lines, each without its LF, to a function one after the other. Nothing of them is checked.
  ///
  /// - Returns: the number of lines, which is less than `count` where the file has no more.
  @discardableResult
  func forEachLine(
    upTo count: UInt64, _ body: (_ index: UInt64, _ line: UnsafeRawBufferPointer) throws -> Void
  ) throws -> UInt64 {
    var reader = self
    var index: UInt64 = 0
    while index < count, let block = try reader.nextBlock() {
      try block.bytes.withUnsafeBytes { buffer in
        var start = 0
        while start < buffer.count, index < count {
          let end = Block.endOfLine(buffer, from: start)
          try body(index, UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
          start = end + 1
          index += 1
        }
      }
    }
    return index
  }
}

extension JournalReader {
  /// The leaf hash of line 0 of a journal, nothing of which is checked.
  ///
  /// - Throws: `journal-empty` where no line ends, `file-missing` or `input-output`.
  public static func openingHash(path: String) throws -> Digest {
    var hash: Digest?
    try JournalReader(path: path).forEachLine(upTo: 1) { _, line in hash = SHA256Hasher().leafHash(line) }
    guard let hash else { throw RegistryError(.journalEmpty) }
    return hash
  }
}
