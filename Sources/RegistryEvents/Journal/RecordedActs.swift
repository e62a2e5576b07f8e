/// What a writer remembers of the acts in its journal: by id, so that an act handed in twice is recorded once, and the
/// last line of each case, for those who expect it.
struct RecordedActs: Sendable {
  /// A line: where it begins in the file, and its hash, by which it is known to be the same when it is read again.
  struct Entry {
    let fileOffset: UInt64
    let leaf: Digest
  }

  /// Two generations of ids: an older one is refused for its timestamp (see ``IDWindow``).
  private var current = IDTable<Entry>()
  private var previous = IDTable<Entry>()
  private var began = Instant.earliest
  /// Where the last line of each case begins.
  private var lastOfCase: [String: UInt64] = [:]

  mutating func insert(_ line: Line, leaf: Digest) {
    if line.recorded.seconds(since: began) > IDWindow.generation {
      previous = current
      current = IDTable()
      began = line.recorded
    }
    current.insert(Entry(fileOffset: line.fileOffset, leaf: leaf), for: line.act.id)
    if let caseNumber = line.act.caseNumber { lastOfCase[caseNumber] = line.fileOffset }
  }

  /// The line with an id; `nil` for a new one.
  func entry(of id: UUIDv7) -> Entry? { current[id] ?? previous[id] }

  /// Where the last line of a case begins; `nil` where there is none.
  func lastLine(of caseNumber: String) -> UInt64? { lastOfCase[caseNumber] }

  /// Whether two lines have the same act by the same signers.
  static func areAlike(_ left: Line, _ right: Line) -> Bool {
    func headers(_ line: Line) -> [[UInt8]] {
      line.block.withLine(line.layout) { bytes in
        line.signatureElements.compactMap { element in
          guard case .jws(let protected, _) = element else { return nil }
          return Array(bytes[protected])
        }
      }
    }
    return left.act.bytes == right.act.bytes && headers(left) == headers(right)
  }
}
