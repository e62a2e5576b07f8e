/// What a writer remembers of the acts in its journal: by id, so that an act handed in twice is recorded once, and the
/// last line of each case, for those who expect it.
struct RecordedActs: Sendable {
  private struct Entry {
    let seq: UInt64
    let leaf: Digest
    let recorded: Instant
    /// The SHA-256 of the act's bytes and of the names of its signers.
    let content: Digest
  }

  /// Two generations of ids, as ``IDWindow`` has them: an older id is refused for its timestamp.
  private var current: [UUIDv7: Entry] = [:]
  private var previous: [UUIDv7: Entry] = [:]
  private var began = Instant.earliest
  private var lastOfCase: [String: Digest] = [:]

  mutating func insert(_ line: Line, leaf: Digest, hasher: SHA256Hasher) {
    if line.recorded.seconds(since: began) > IDWindow.generation {
      previous = current
      current = [:]
      began = line.recorded
    }
    current[line.act.id] = Entry(
      seq: line.seq, leaf: leaf, recorded: line.recorded, content: RecordedActs.content(line, hasher))
    if let caseNumber = line.act.caseNumber { lastOfCase[caseNumber] = leaf }
  }

  /// The receipt of an act that is recorded already; `nil` for a new id.
  ///
  /// - Throws: `id-conflict` where the id belongs to another act, or to the act by other signers.
  func receipt(of line: Line, hasher: SHA256Hasher) throws(RegistryError) -> Receipt? {
    guard let entry = current[line.act.id] ?? previous[line.act.id] else { return nil }
    guard entry.content == RecordedActs.content(line, hasher) else {
      throw RegistryError(.idConflict, at: Place(seq: entry.seq))
    }
    return Receipt(seq: entry.seq, leafHash: entry.leaf, recorded: entry.recorded, status: .alreadyRecorded)
  }

  /// - Throws: `head-moved` where neither the journal's last line nor that of the act's case is the expected one.
  func check(_ expectation: Expectation, head: Digest, line: Line) throws(RegistryError) {
    guard case .last(let expected) = expectation, expected != head else { return }
    if let caseNumber = line.act.caseNumber, lastOfCase[caseNumber] == expected { return }
    throw RegistryError(.headMoved, at: Place(seq: line.seq), detail: "the last line is \(head)")
  }

  private static func content(_ line: Line, _ hasher: SHA256Hasher) -> Digest {
    line.block.withLine(line.layout) { bytes in
      var content = Array(bytes[line.layout.act.range])
      for case .jws(let protected, _) in line.signatureElements {
        content.append(0x0A)
        content += bytes[protected]
      }
      return hasher.digest(content)
    }
  }
}
