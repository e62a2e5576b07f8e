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
    let next = marks.partitioningIndex { $0.seq > seq }
    return next == 0 ? (0, 0) : marks[next - 1]
  }
}

extension JournalReader {
  /// Reads some lines again.
  ///
  /// - Parameters:
  ///   - seqs: their indices in ascending order; one may be there twice.
  ///   - body: is given the leaf hash of the line for each place in `seqs`; `nil` where the journal has no such line.
  /// - Throws: `input-output`, of a pipe too.
  func revisit(
    _ seqs: [UInt64], _ marks: LineMarks, hasher: SHA256Hasher, _ body: (Int, Digest?) -> Void
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
      func meet(_ leaf: () -> Digest) {
        while index < seqs.count, seqs[index] == seq {
          body(index, leaf())
          index += 1
        }
        seq += 1
      }
      if let leaf = block.overlongLeaf { meet { leaf } }
      block.forEachLine { line, _ in
        meet { hasher.leafHash(line) }
        return true
      }
    }
    for missing in index..<max(index, seqs.count) { body(missing, nil) }
  }

  /// Compares lines that authors had seen, too far back to be kept in memory, with the file. Puts them in order where they are, so that
  /// they are not in memory twice.
  func findRewritten(
    _ seen: inout [Chain.Unresolved], _ marks: LineMarks, hasher: SHA256Hasher
  ) throws(RegistryError) -> [Finding] {
    seen.sort { $0.seen.seq < $1.seen.seq }
    var findings: [Finding] = []
    try revisit(seen.map(\.seen.seq), marks, hasher: hasher) { index, leaf in
      let line = seen[index]
      guard leaf != line.seen.leaf else { return }
      let place = Place(seq: line.seq, fileOffset: line.fileOffset)
      let error = RegistryError(.historyRewritten, at: place, detail: "line \(line.seen.seq)")
      findings.append(Finding(error, line: line.seq, lineOffset: 0))
    }
    return findings
  }
}
