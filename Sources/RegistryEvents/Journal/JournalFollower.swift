/// Reads a journal and goes on as it grows: each line once, in order, with the checks of a ``JournalWalk``, and never half of one.
///
/// Takes no lock and writes nothing. Each new `prev` is checked against the hash of the line before, so a history that was rewritten under
/// the follower shows at the next line; what was changed in lines that it has passed shows only to who reads again. A line is handed on when it can be
/// read, which may be a moment before its writer has made it durable: what cannot be taken back waits for a checkpoint (format §7).
///
/// ``FollowedLines`` is the same as an `AsyncSequence`.
public struct JournalFollower {
  private var file: FollowedFile
  private let walk: JournalWalk
  private var state: JournalWalk.State
  /// Why the follower has ended.
  private var failure: RegistryError?

  /// A follower that has not read anything yet.
  ///
  /// - Throws: `file-missing` or `input-output`.
  public init(
    path: String, mode: VerificationMode, rules: SigningRules, catalogue: ActCatalogue = .standard
  ) throws(RegistryError) {
    file = try FollowedFile(path: path)
    walk = JournalWalk(mode: mode, rules: rules, catalogue: catalogue)
    state = walk.initialState
  }

  /// Hands on the lines that have come since the last call, and returns without waiting for more.
  ///
  /// - Parameters:
  ///   - blocks: how much to read at most, in blocks of 256 KiB.
  ///   - body: is given each line in order; what it throws ends the follower.
  /// - Returns: whether there were any lines.
  /// - Throws: the first refusal of a line; `journal-truncated`, `file-replaced`, and what the system refuses. From then on every call
  ///   throws the same: start again from line 0, and compare with a checkpoint.
  public mutating func advance(
    blocks: Int = .max, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Bool {
    if let failure { throw failure }
    var taken = 0
    do throws(RegistryError) {
      // What is wrong with the file is told behind the lines that were read before.
      var end: RegistryError?
      try walk.extend(
        &state,
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
        }, body)
      if let end { throw end }
    } catch {
      failure = error
      throw error
    }
    return taken > 0
  }

  /// What was found in the lines so far. An end without LF is no finding: a writer may be at it.
  ///
  /// - Throws: `journal-empty` before line 0 has come.
  public func summary() throws(RegistryError) -> WalkSummary {
    var summary = try state.summary(JournalReader(file.file))
    summary.bytes = file.offset
    return summary
  }
}
