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
      try block.forEachLine { line, _ in
        try body(index, line)
        index += 1
        return index < count
      }
    }
    return index
  }
}

extension JournalReader {
  /// The leaf hash of line 0 of a journal, and the origin that its act names, `nil` where the line cannot be read. Nothing of it is checked.
  ///
  /// - Throws: `journal-empty` where no line ends, `file-missing` or `input-output`.
  public static func opening(path: String) throws -> (leafHash: Digest, origin: String?) {
    var bytes: [UInt8] = []
    let reader = try JournalReader(path: path)
    guard try reader.forEachLine(upTo: 1, { _, line in bytes = Array(line) }) == 1 else {
      throw RegistryError(.journalEmpty)
    }
    let raw = RawBlock(bytes: bytes + [0x0A], fileOffset: 0)
    let block = Block(raw, scanner: LineScanner(catalogue: .standard), hashing: false)
    let isRead = block.lines.count == 1 && block.lines[0].refusal == nil
    return (SHA256Hasher().leafHash(bytes), isRead ? Line(block: block, index: 0).act.journal : nil)
  }
}
