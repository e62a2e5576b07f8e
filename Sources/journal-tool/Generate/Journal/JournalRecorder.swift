import RegistryEvents

/// A journal under construction: signs acts, chains their lines, and remembers of them the head of the chain and the edge of the tree.
struct JournalRecorder {
  /// The name of the journal.
  let origin: String
  /// How many lines there are.
  private(set) var size: UInt64 = 0
  /// The leaf hash of the last line; before the first, SHA-256 of no bytes.
  private(set) var head: Digest
  /// When the last line was recorded.
  private(set) var lastRecorded = Instant.earliest
  private var tree = MerkleFrontier()
  private var ids: SeededRandom
  private let hasher = SHA256Hasher()

  /// A journal without lines.
  init(origin: String, seed: UInt64) {
    self.origin = origin
    ids = SeededRandom(seed: seed, purpose: "ids")
    head = hasher.digest([])
  }

  /// An act on record.
  struct Recorded {
    let id: UUIDv7
    /// The line, as a later act's `seen` names it.
    let line: ActDraft.Seen
    /// The line's bytes and its LF.
    let bytes: [UInt8]
  }

  /// Signs an act and makes its line. What was recorded earlier than the last line is recorded with it; what was done later
  /// than it was recorded, at that moment.
  ///
  /// - Throws: `cryptography-failed`.
  mutating func record(
    _ payload: any ActPayload, at: Instant, recorded: Instant, case caseNumber: String? = nil,
    seen: ActDraft.Seen? = nil, keys: [PrivateKey]
  ) throws -> Recorded {
    try record(
      type: type(of: payload).type, what: payload.what, at: at, recorded: recorded, case: caseNumber, seen: seen,
      keys: keys)
  }

  /// Signs an act of any type, in version 1 of what it says, and makes its line.
  ///
  /// - Throws: `cryptography-failed`.
  mutating func record(
    type: String, what: CanonicalValue, at: Instant, recorded: Instant, case caseNumber: String? = nil,
    seen: ActDraft.Seen? = nil, keys: [PrivateKey]
  ) throws -> Recorded {
    let recorded = max(recorded, lastRecorded)
    let at = min(at, recorded)
    let milliseconds = at.secondsSinceEpoch * 1000 + Int64(ids.below(1000))
    let id = UUIDv7(milliseconds: milliseconds, random: (ids.next(), ids.next()))
    let draft = ActDraft(
      type: type, version: 1, what: what, at: at, case: caseNumber, id: id, journal: origin, seen: seen)
    var bytes = LineBytes.of(try SignedAct(draft, keys: keys), prev: head, recorded: recorded, seq: size)
    let line = ActDraft.Seen(leaf: hasher.leafHash(bytes), seq: size)
    head = line.leaf
    lastRecorded = recorded
    size += 1
    tree.append(line.leaf, with: hasher)
    bytes.append(UInt8(ascii: "\n"))
    return Recorded(id: id, line: line, bytes: bytes)
  }

  /// The root of the tree of all lines.
  var root: Digest { tree.root(with: hasher) }

  /// The signed checkpoint of all lines (C2SP `tlog-checkpoint`).
  ///
  /// - Throws: `note-malformed` for a signer of another name than the origin, or `cryptography-failed`.
  func checkpoint(signedBy signer: NoteSigner) throws -> [UInt8] {
    try Checkpoint(origin: origin, size: size, root: root).signed(by: signer).bytes
  }

  /// SHA-256 over the leaf hashes of a filing's parts, by number; of no bytes where there are none (format §1).
  func partsDigest(_ leaves: [Digest]) -> Digest { hasher.digest(leaves.flatMap(\.bytes)) }
}
