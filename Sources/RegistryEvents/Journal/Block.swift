internal import Glibc

/// A run of whole lines of a journal, as they were read: their bytes, and what one pass over them found.
///
/// Immutable once made, so that lines can be handed between threads with it.
final class Block: Sendable {
  /// The lines, each with its LF.
  let bytes: [UInt8]
  /// Where the block begins in the file.
  let fileOffset: UInt64
  /// How lines are counted: the journal's first one has this index, where the journal is read as one with those before it.
  let firstSeq: UInt64
  let lines: [ScannedLine]

  /// What one pass found of a line.
  struct ScannedLine: Sendable {
    var layout: LineLayout
    /// Why the line is refused; its layout then says only where it is.
    var refusal: ScanError?
    /// The leaf hash of the bytes as they stand, refused or not; `nil` where hashes were not asked for.
    var leaf: Digest?
  }

  /// Splits and scans the bytes of whole lines.
  convenience init(_ raw: RawBlock, scanner: LineScanner, hashing: Bool) {
    self.init(raw, scanner: scanner, hasher: hashing ? SHA256Hasher() : nil)
  }

  /// The same with a hasher that is at hand; none where hashes are not asked for.
  init(_ raw: RawBlock, scanner: LineScanner, hasher: SHA256Hasher?) {
    bytes = raw.bytes
    fileOffset = raw.fileOffset
    firstSeq = raw.firstSeq
    if let leaf = raw.overlongLeaf {
      let refusal = ScanError(code: .lineTooLong, offset: LineScanner.longestLine)
      lines = [ScannedLine(layout: LineLayout(), refusal: refusal, leaf: hasher == nil ? nil : leaf)]
      return
    }
    var lines: [ScannedLine] = []
    lines.reserveCapacity(raw.bytes.count / 512 + 1)
    scanner.withTables { tables in
      raw.bytes.withUnsafeBytes { buffer in
        var start = 0
        while start < buffer.count {
          let end = Block.endOfLine(buffer, from: start)
          let range = start..<end
          var line: ScannedLine
          do throws(ScanError) {
            line = ScannedLine(layout: try scanner.scan(buffer, range, tables))
          } catch {
            var place = LineLayout()
            place.start = start
            place.length = range.count
            line = ScannedLine(layout: place, refusal: error)
          }
          line.leaf = hasher?.leafHash(UnsafeRawBufferPointer(rebasing: buffer[range]))
          lines.append(line)
          start = end + 1
        }
      }
    }
    self.lines = lines
  }

  /// The index of the next LF, or the end.
  static func endOfLine(_ buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
    // Unsafe: the search is bounded by the buffer's own count, and its answer lies inside the buffer.
    guard let base = buffer.baseAddress, start < buffer.count,
      let found = memchr(base + start, 0x0A, buffer.count - start)
    else { return buffer.count }
    return UnsafeRawPointer(found) - base
  }

  /// Gives the bytes of a line, without its LF, to a function.
  func withLine<Result, Failure: Error>(
    _ layout: LineLayout, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      try body(
        UnsafeRawBufferPointer(
          UnsafeBufferPointer(rebasing: buffer[layout.start..<(layout.start + layout.length)])))
    }
  }
}

/// Bytes of whole lines, each with its LF, not yet scanned.
struct RawBlock: Sendable {
  let bytes: [UInt8]
  let fileOffset: UInt64
  var firstSeq: UInt64 = 0
  /// The leaf hash of a line that is too long to be held, which is then all that the block has.
  var overlongLeaf: Digest?

  /// Gives each line, without its LF, and where it begins in the file to a function, for as long as that answers true.
  func forEachLine<Failure: Error>(
    _ body: (UnsafeRawBufferPointer, UInt64) throws(Failure) -> Bool
  ) throws(Failure) {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      let buffer = UnsafeRawBufferPointer(buffer)
      var start = 0
      while start < buffer.count {
        let end = Block.endOfLine(buffer, from: start)
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        guard try body(line, fileOffset + UInt64(start)) else { return }
        start = end + 1
      }
    }
  }
}
