/// Reads a journal and goes on as it grows: each line once, in order, with the checks of a ``JournalWalk``, and never half of one.
///
/// Takes no lock and writes nothing. Each new `prev` is checked against the hash of the line before, so a history that was rewritten under
/// the follower shows at the next line; what was changed in lines that it has passed shows only to who reads again. A line is handed on when it can be
/// read, which may be a moment before its writer has made it durable: what cannot be taken back waits for a checkpoint (format §7).
///
/// The journals that this one continues have ended: they are read once, before it, and their lines are counted as one row with its own.
///
/// ``FollowedLines`` is the same as an `AsyncSequence`.
public struct JournalFollower {
  /// The journals that this one continues, the one at hand first.
  private var elders: [JournalReader]
  private var firstSeq: UInt64 = 0
  private var file: FollowedFile
  private var walk: JournalWalk
  private var state: JournalWalk.State
  /// Why the follower has ended.
  private var failure: RegistryError?
  /// The line that ended the journal, after which no act stands; `nil` while it can grow.
  public private(set) var closedSeq: UInt64?

  /// A follower that has not read anything yet.
  ///
  /// - Parameter predecessors: the paths of the journals that the one to follow continues, the oldest first.
  /// - Throws: `file-missing` or `input-output`.
  public init(
    path: String, continuing predecessors: [String] = [], mode: VerificationMode, rules: SigningRules,
    catalogue: ActCatalogue = .standard
  ) throws(RegistryError) {
    var elders: [JournalReader] = []
    for path in predecessors {
      let reader = try JournalReader(path: path)
      elders.append(mode == .none ? reader : try reader.hashingFile())
    }
    self.elders = elders
    file = try FollowedFile(path: path)
    walk = JournalWalk(mode: mode, rules: rules, catalogue: catalogue)
    state = walk.initialState
  }

  /// Hands on the lines that have come since the last call, and returns without waiting for more.
  ///
  /// - Parameters:
  ///   - blocks: how much to read at most, in blocks of at most 256 KiB.
  ///   - ended: is given what was found in each journal that the one to follow continues, after its last line.
  ///   - body: is given each line in order; what it throws ends the follower.
  /// - Returns: whether there were any lines.
  /// - Throws: the first refusal of a line; `journal-truncated`, `file-replaced`, and what the system refuses. From then on every call
  ///   throws the same: start again from line 0, and compare with a checkpoint.
  public mutating func advance(
    blocks: Int = .max, ended: (WalkSummary) -> Void = { _ in }, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    if let failure { throw failure }
    var taken = 0
    do throws(RegistryError) {
      while !elders.isEmpty, taken < blocks { try readElder(&taken, blocks, ended, body) }
      if elders.isEmpty { try readFollowed(&taken, blocks, body) }
    } catch {
      failure = error
      throw error
    }
    return taken > 0
  }

  /// Goes on in a journal that another continues, and turns to that one at its end.
  private mutating func readElder(
    _ taken: inout Int, _ blocks: Int, _ ended: (WalkSummary) -> Void,
    _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var isAtEnd = false
    try walk.extend(
      &state, of: elders[0],
      by: { () throws(RegistryError) in
        guard taken < blocks else { return nil }
        guard let block = try elders[0].nextBlock() else {
          isAtEnd = true
          return nil
        }
        taken += 1
        return block
      }, body)
    guard isAtEnd else { return }
    let summary = try state.summary(elders.removeFirst())
    ended(summary)
    firstSeq &+= summary.lines
    if let next = elders.first { elders[0] = next.counting(from: firstSeq) }
    file.firstSeq = firstSeq
    walk = JournalWalk(mode: walk.mode, rules: walk.rules, catalogue: walk.catalogue, predecessor: JournalEnd(summary))
    state = walk.initialState
  }

  private mutating func readFollowed(
    _ taken: inout Int, _ blocks: Int, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    // What is wrong with the file is told behind the lines that were read before.
    var end: RegistryError?
    var closed = closedSeq
    try walk.extend(
      &state, of: JournalReader(file.file),
      by: {
        guard taken < blocks else { return nil }
        do throws(RegistryError) {
          guard let block = try file.nextBlock() else { return nil }
          taken += 1
          return block
        } catch {
          end = error
          return nil
        }
      },
      { walked throws(RegistryError) in
        if closed == nil, let act = walked.standingAct, act.act.is(JournalClosed.self) { closed = act.seq }
        try body(walked)
      })
    closedSeq = closed
    if let end { throw end }
  }

  /// What was found in the lines so far of the journal that is followed. An end without LF is no finding: a writer may be at it.
  ///
  /// - Throws: `journal-empty` before its line 0 has come.
  public func summary() throws(RegistryError) -> WalkSummary {
    guard elders.isEmpty else { throw RegistryError(.journalEmpty) }
    var summary = try state.summary(JournalReader(file.file))
    summary.bytes = file.offset
    return summary
  }
}
