internal import Glibc

/// Starts a journal.
public enum JournalCreation {
  /// Writes line 0 to a new file, durably. Nothing that exists is overwritten.
  ///
  /// - Parameters:
  ///   - opening: the act `journal.opened`, signed by every key in `keys`.
  ///   - recorded: the instant now.
  ///   - predecessor: the journal that it continues, where it does.
  /// - Returns: the leaf hash of line 0: what an auditor must get from elsewhere.
  /// - Throws: `file-exists`, what is wrong with the act, and what the system refuses.
  public static func create(
    path: String, opening: SignedAct, recorded: Instant, predecessor: JournalEnd? = nil
  ) throws(RegistryError) -> Digest {
    let hasher = SHA256Hasher()
    let line = LineBytes.of(opening, prev: hasher.digest([]), recorded: recorded, seq: 0)
    let raw = RawBlock(bytes: line + [0x0A], fileOffset: 0)
    let walk = JournalWalk(mode: .full, rules: SigningRules(version: "", periods: []), predecessor: predecessor)
    let state = try walk.judge(raw)
    guard predecessor != nil || state.judge.opening?.continues == nil else {
      throw RegistryError(.predecessorMissing, at: Place(seq: 0, fileOffset: 0))
    }
    let file = try SystemCalls.open(path, O_WRONLY | O_CREAT | O_EXCL)
    try SystemCalls.write(file, at: 0, raw.bytes)
    try SystemCalls.sync(file)
    try SystemCalls.syncDirectory(of: path)
    return hasher.leafHash(line)
  }
}
