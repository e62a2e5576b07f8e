internal import Dispatch
internal import Glibc
internal import Synchronization

/// What the system says of a file by which a reader tells that nobody has written to it since: where it lies, how long it is, and when its
/// bytes and its inode last changed.
///
/// A file that is the same by all of these has the bytes that it had, as far as the system's clock and file system can be believed: the
/// change time cannot be set back by those who may write the file. It says nothing against who writes to the disk itself.
package struct FileIdentity: Sendable, Equatable {
  /// Device, inode, size, and the times of the last change of bytes and of inode, in nanoseconds.
  package let numbers: [Int64]

  /// An identity as it was written down.
  package init(numbers: [Int64]) { self.numbers = numbers }

  /// The size in bytes.
  package var size: UInt64 { UInt64(clamping: numbers.count > 2 ? numbers[2] : 0) }

  /// When the inode last changed, in seconds since 1970.
  package var changedSecond: Int64 { numbers.count > 4 ? numbers[4] / 1_000_000_000 : .max }
}

extension SystemCalls {
  /// The identity of a regular file; `nil` for any other.
  static func identity(_ file: File) throws(RegistryError) -> FileIdentity? {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw failure("fstat") }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
    return FileIdentity(numbers: [
      Int64(truncatingIfNeeded: status.st_dev), Int64(truncatingIfNeeded: status.st_ino), Int64(status.st_size),
      nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
    ])
  }
}

extension JournalReader {
  /// The identity of the file; `nil` for a pipe.
  package func identity() throws(RegistryError) -> FileIdentity? { try SystemCalls.identity(file) }

  /// A digest of the first bytes of the file, on all cores: the SHA-256 of the SHA-256 values of every MiB of them; `nil` where the file has
  /// fewer.
  package func contentDigest(upTo count: UInt64) throws(RegistryError) -> Digest? {
    let chunk: UInt64 = 1 << 20
    let chunks = Int(clamping: (count + chunk - 1) / chunk)
    let results = Mutex<([Digest?], RegistryError?)>(([Digest?](repeating: nil, count: chunks), nil))
    let file = self.file
    DispatchQueue.concurrentPerform(iterations: chunks) { index in
      let start = UInt64(index) * chunk
      do throws(RegistryError) {
        let digest = try JournalReader.digest(file, start..<min(start + chunk, count))
        results.withLock { $0.0[index] = digest }
      } catch {
        let failure = error
        results.withLock { $0.1 = failure }
      }
    }
    let (digests, failure) = results.withLock { $0 }
    if let failure { throw failure }
    let whole = digests.compactMap { $0 }
    return whole.count == chunks ? Digest.sha256(of: whole.flatMap(\.bytes)) : nil
  }

  /// `nil` where the file ends before the range does.
  private static func digest(_ file: SystemCalls.File, _ range: Range<UInt64>) throws(RegistryError) -> Digest? {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < bytes.count {
      let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
        return try SystemCalls.read(file, at: range.lowerBound + UInt64(done), into: rest)
      }
      guard count > 0 else { return nil }
      done += count
    }
    return Digest.sha256(of: bytes)
  }

  /// Reads the whole lines of a part of the file as a walk in mode none reads them, and hands each on in order.
  ///
  /// - Parameters:
  ///   - range: from the first byte of a line.
  ///   - seq: the index of that line.
  ///   - hashing: whether each line's hash is wanted.
  /// - Returns: where the last whole line ends, and the index of the next.
  /// - Throws: what a walk throws at a line that is refused or out of place, or of a control type that nobody knows.
  package func readLines(
    in range: Range<UInt64>, from seq: UInt64, hashing: Bool,
    _ body: (Line, Digest?) throws(RegistryError) -> Void
  ) throws(RegistryError) -> (end: UInt64, seq: UInt64) {
    var reader = try resumed(at: range.lowerBound, upTo: range.upperBound)
    let scanner = LineScanner(catalogue: .standard)
    var next = seq
    while let raw = try reader.nextBlock() {
      let block = Block(raw, scanner: scanner, hashing: hashing)
      for index in block.lines.indices {
        let line = Line(block: block, index: index)
        let place = Place(seq: next, fileOffset: line.fileOffset)
        if let refusal = line.scanned.refusal {
          let fileOffset = line.fileOffset + UInt64(refusal.offset)
          throw RegistryError(refusal.code, at: Place(seq: next, fileOffset: fileOffset, offset: refusal.offset))
        }
        guard line.seq == next else { throw RegistryError(.seqGap, at: place) }
        if line.act.isControl, !line.act.isKnown {
          throw RegistryError(.formatNewerThanReader, at: place, detail: "\(line.act.type) version \(line.act.version)")
        }
        try body(line, line.scanned.leaf)
        next += 1
      }
    }
    return (reader.bytesRead, next)
  }
}
