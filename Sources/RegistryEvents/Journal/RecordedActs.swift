/// What a writer remembers of the acts in its journal: by id, so that an act handed in twice is recorded once, and the
/// last line of each case, for those who expect it.
struct RecordedActs: Sendable {
  struct Entry {
    let seq: UInt64
    let leaf: Digest
    let recorded: Instant
    /// Where the line begins in the file: what an act handed in again is compared with.
    let fileOffset: UInt64

    var receipt: Receipt { Receipt(seq: seq, leafHash: leaf, recorded: recorded, status: .alreadyRecorded) }
  }

  /// Two generations of ids: an older one is refused for its timestamp (see ``IDWindow``).
  private var current: [UUIDv7: Entry] = [:]
  private var previous: [UUIDv7: Entry] = [:]
  private var began = Instant.earliest
  private var lastOfCase: [String: Digest] = [:]

  mutating func insert(_ line: Line, leaf: Digest) {
    if line.recorded.seconds(since: began) > IDWindow.generation {
      previous = current
      current = [:]
      began = line.recorded
    }
    current[line.act.id] = Entry(seq: line.layout.seq, leaf: leaf, recorded: line.recorded, fileOffset: line.fileOffset)
    if let caseNumber = line.act.caseNumber { lastOfCase[caseNumber] = leaf }
  }

  /// What is recorded under an id; `nil` for a new one.
  func entry(of id: UUIDv7) -> Entry? { current[id] ?? previous[id] }

  /// - Throws: `head-moved` where neither the journal's last line nor that of the act's case is the expected one.
  func check(_ expectation: Expectation, head: Digest, line: Line) throws(RegistryError) {
    guard case .last(let expected) = expectation, expected != head else { return }
    if let caseNumber = line.act.caseNumber, lastOfCase[caseNumber] == expected { return }
    throw RegistryError(.headMoved, at: Place(seq: line.layout.seq), detail: "the last line is \(head)")
  }

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
