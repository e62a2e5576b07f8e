/// A journal as it was read to its end: what line 0 of a journal that `continues` it is held against (format §5).
public struct JournalEnd: Sendable {
  /// Its origin.
  public let origin: String
  /// The number of its lines.
  public let lines: UInt64
  /// Its Merkle root; `nil` where no hashes were computed.
  public let root: Digest?
  /// SHA-256 of the file; `nil` where it was not computed.
  public let fileDigest: Digest?
  /// The line that ended it; `nil` where none did, or nothing was verified.
  public let closedSeq: UInt64?
  /// Its keys as after its last line; `nil` where nothing was verified.
  let ring: KeyRing?

  /// The end of a journal that a walk has read.
  public init(_ summary: WalkSummary) {
    origin = summary.opening.origin
    lines = summary.lines
    root = summary.root
    fileDigest = summary.fileDigest
    closedSeq = summary.closedSeq
    ring = summary.mode == .full ? summary.ring : nil
  }

  /// Reads journals of which each continues the one before, the oldest first, with the checks that a writer makes on opening, for one that continues
  /// the last.
  ///
  /// - Parameters:
  ///   - begin: is given the index of each journal before it is read.
  ///   - follow: is given every act that stands, with lines counted on; those of other areas than the control areas are taken as standing: they
  ///     were checked when they were appended.
  /// - Returns: the end of the last, `nil` where there is none, and the number of lines of all.
  /// - Throws: whatever is wrong with a line; `predecessor-missing`.
  public static func reading(
    _ paths: [String], rules: SigningRules, catalogue: ActCatalogue = .standard, begin: (Int) -> Void = { _ in },
    follow: (StandingAct) -> Void = { _ in }
  ) throws(RegistryError) -> (end: JournalEnd?, lines: UInt64) {
    var end: JournalEnd?
    var lines: UInt64 = 0
    for (index, path) in paths.enumerated() {
      begin(index)
      var walk = JournalWalk(
        mode: .full, rules: rules, catalogue: catalogue, damage: .stop, rootsAt: [], signaturesOf: .controlActs,
        predecessor: end)
      walk.comparesSeen = false
      let summary = try walk.run(JournalReader(path: path).counting(from: lines), digestsFile: true) { walked in
        if let act = walked.standingAct { follow(act) }
      }
      guard summary.opening.continues == nil || end != nil else {
        throw RegistryError(.predecessorMissing, at: Place(seq: 0, fileOffset: 0))
      }
      end = JournalEnd(summary)
      lines &+= summary.lines
    }
    return (end, lines)
  }

  /// What a successor's line 0 says of the journal.
  ///
  /// - Throws: `predecessor-mismatch` where root or digest of the file were not computed.
  public func continuation() throws(RegistryError) -> Continuation {
    guard let root, let fileDigest else { throw RegistryError(.predecessorMismatch, detail: "not hashed") }
    return Continuation(fileDigest: fileDigest, origin: origin, root: root, size: Int64(clamping: lines))
  }

  /// Why this is not the journal that another's line 0 continues, as far as both are known; `nil` where it is.
  func problem(continuedBy opening: JournalOpened) -> RegistryError? {
    func mismatch(_ detail: String) -> RegistryError { RegistryError(.predecessorMismatch, detail: detail) }
    guard let said = opening.continues else { return mismatch("it continues no journal") }
    guard said.origin.utf8.elementsEqual(origin.utf8) else { return mismatch("it continues \(said.origin)") }
    guard said.size == Int64(clamping: lines) else { return mismatch("it continues \(said.size) lines of \(lines)") }
    if let root, said.root != root { return mismatch("another root") }
    if let fileDigest, said.fileDigest != fileDigest { return mismatch("another digest of the file") }
    return nil
  }
}
