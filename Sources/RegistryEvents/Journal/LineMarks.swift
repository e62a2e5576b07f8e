/// Where lines begin, about one in a thousand: from there a line is found again without reading the journal from its first byte.
struct LineMarks: Sendable {
  private var marks: [(seq: UInt64, offset: UInt64)] = []

  static let stride: UInt64 = 1024

  /// Takes in where a line begins; lines come in their order.
  mutating func note(_ seq: UInt64, at offset: UInt64) {
    if let last = marks.last, seq - last.seq < LineMarks.stride { return }
    marks.append((seq, offset))
  }

  /// The last line noted up to one; the journal's first where none was.
  func last(upTo seq: UInt64) -> (seq: UInt64, offset: UInt64) {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].seq <= seq { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? (0, 0) : marks[low - 1]
  }
}

extension JournalReader {
  /// A line that was read again, for as long as the call lasts that hands it over.
  struct LineAgain {
    /// Where it begins in the file.
    let fileOffset: UInt64
    let leaf: Digest
    /// Its bytes without the LF; none of a line that is too long to be held.
    let bytes: UnsafeRawBufferPointer
  }

  /// Reads some lines again.
  ///
  /// - Parameters:
  ///   - seqs: their indices in ascending order; one may be there twice.
  ///   - body: is given the line for each place in `seqs`; `nil` where the journal has no such line.
  /// - Throws: `input-output`, of a pipe too.
  func revisit(
    _ seqs: [UInt64], _ marks: LineMarks, hasher: SHA256Hasher, _ body: (Int, LineAgain?) -> Void
  ) throws(RegistryError) {
    var index = 0
    var seq: UInt64 = 0
    var reader = try again()
    while index < seqs.count {
      let mark = marks.last(upTo: seqs[index])
      if mark.seq > seq {
        reader = try resumed(at: mark.offset)
        seq = mark.seq
      }
      guard let block = try reader.nextBlock() else { break }
      func meet(_ line: () -> LineAgain) {
        while index < seqs.count, seqs[index] == seq {
          body(index, line())
          index += 1
        }
        seq += 1
      }
      if let leaf = block.overlongLeaf {
        meet {
          LineAgain(fileOffset: block.fileOffset, leaf: leaf, bytes: UnsafeRawBufferPointer(start: nil, count: 0))
        }
      }
      block.bytes.withUnsafeBytes { buffer in
        var start = 0
        while start < buffer.count {
          let end = Block.endOfLine(buffer, from: start)
          meet {
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
            return LineAgain(
              fileOffset: block.fileOffset + UInt64(start), leaf: hasher.leafHash(bytes), bytes: bytes)
          }
          start = end + 1
        }
      }
    }
    for missing in index..<max(index, seqs.count) { body(missing, nil) }
  }

  /// Compares lines that authors had seen, too far back to be kept in memory, with the file.
  func findRewritten(
    _ seen: [Chain.Unresolved], _ marks: LineMarks, hasher: SHA256Hasher
  ) throws(RegistryError) -> [Finding] {
    let wanted = seen.sorted { $0.seen.seq < $1.seen.seq }
    var findings: [Finding] = []
    try revisit(wanted.map(\.seen.seq), marks, hasher: hasher) { index, found in
      guard found?.leaf != wanted[index].seen.leaf else { return }
      let error = RegistryError(
        .historyRewritten, at: Place(seq: wanted[index].seq, fileOffset: wanted[index].fileOffset),
        detail: "line \(wanted[index].seen.seq)")
      findings.append(Finding(error, line: wanted[index].seq, lineOffset: 0))
    }
    return findings
  }
}
