internal import Glibc

/// The last checkpoint that a key has vouched for, in a file of its own that is durable before the signature leaves (format §6).
///
/// The file holds the signed note, so that it can be read with any signed-note client. While one process decides whether to sign, another
/// one with the same file is refused, so that two cannot sign what contradicts. The lock is that of `<file>.lock`, which stays.
public struct CheckpointMemory: Sendable {
  /// The file.
  public let path: String

  /// The memory in a file, which is made when the first checkpoint is remembered.
  public init(path: String) { self.path = path }

  /// The memory of a note key: `<key file>.last` for the first origin that it signs for, and `<key file>.<hash>.last` for each other one, with
  /// the first half of the SHA-256 of the origin in hex.
  public init(besideKey path: String, origin: String) {
    let first = CheckpointMemory(path: path + ".last")
    let own = CheckpointMemory(path: "\(path).\(Digest.sha256(of: Array(origin.utf8)).description.prefix(32)).last")
    let isOthers = (try? first.read()).flatMap { try? Checkpoint.claimedOrigin(of: $0) }.map { $0 != origin } ?? false
    let hasOwn = (try? SystemCalls.status(path: own.path)) != nil
    self = isOthers || hasOwn ? own : first
  }

  /// Lets a function decide by the last note what to sign next, and remembers that before it answers.
  ///
  /// - Parameter body: is given the last note, `nil` where there is none yet, not verified; what it throws leaves the memory as it was.
  /// - Throws: `signer-locked` where another process is deciding, `note-malformed` where the file is no note, what `body` throws, and what
  ///   the system refuses.
  public func advance<Result>(
    _ body: (Note?) throws -> (note: Note, result: Result)
  ) throws -> Result {
    let lock = try SystemCalls.open(path + ".lock", O_RDWR | O_CREAT, mode: 0o600)
    guard try SystemCalls.lockForWriting(lock) else { throw RegistryError(.signerLocked) }
    return try withExtendedLifetime(lock) {
      let last = try read()
      let (note, result) = try body(last)
      if note != last { try DurableFile.write(note.bytes, to: path, mode: 0o600, replacing: true) }
      return result
    }
  }

  /// The last note, not verified; `nil` where there is none.
  public func read() throws -> Note? {
    do {
      return try Note(SystemCalls.contents(path))
    } catch let error as RegistryError where error.code == .fileMissing {
      return nil
    } catch let error as RegistryError where error.code == .noteMalformed {
      throw RegistryError(.noteMalformed, detail: "what \(path) remembers")
    }
  }
}
