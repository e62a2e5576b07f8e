/// The timestamp tokens that are kept beside a journal's checkpoints, `x.checkpoints/<size>.tsr` (format §6): that a checkpoint was there at a time.
public struct StoredTimestamps: Sendable {
  /// A token over a checkpoint.
  public struct Stored: Sendable {
    /// The number of lines of the checkpoint.
    public let size: UInt64
    /// The token's file.
    public let path: String
    /// The token; or why it is none.
    public let token: Result<TimestampToken, RegistryError>
  }

  /// In the order of the sizes.
  public let stored: [Stored]

  /// Reads the tokens beside a journal; none where there is no folder.
  public init(journal path: String) throws(RegistryError) {
    let paths = JournalPaths(path)
    var stored: [Stored] = []
    for name in try SystemCalls.names(in: paths.checkpoints) where name.hasSuffix(".tsr") {
      guard let size = UInt64(name.dropLast(4)), "\(size).tsr" == name else { continue }
      let bytes = try SystemCalls.contents(paths.timestamp(size), limit: TimestampToken.largestByteCount)
      let token = Result { () throws(RegistryError) in try TimestampToken(der: bytes) }
      stored.append(Stored(size: size, path: paths.timestamp(size), token: token))
    }
    self.stored = stored.sorted { $0.size < $1.size }
  }

  /// Keeps a token beside the checkpoint that it is over, durably, and never in place of another.
  ///
  /// - Parameter trusted: where given, the token must be by one of these authorities.
  /// - Returns: the file, and the number of lines of the checkpoint.
  /// - Throws: `timestamp-malformed`; `checkpoint-missing` where no checkpoint beside the journal is the one; `timestamp-invalid`; `file-exists`; and what the
  ///   system refuses.
  public static func keep(
    _ der: [UInt8], journal path: String, trusting trusted: TrustedCertificates? = nil
  ) throws(RegistryError) -> (path: String, size: UInt64, token: TimestampToken) {
    let token = try TimestampToken(der: der)
    let paths = JournalPaths(path)
    for stored in try StoredCheckpoints(paths).stored {
      guard case .success(let note) = stored.note, token.isOver(note.text.utf8) else { continue }
      if let trusted { try token.verify(over: note.text.utf8, trusting: trusted) }
      let temporary = "\(paths.checkpoints)-\(stored.size).tsr.tmp"
      try DurableFile.write(der, to: paths.timestamp(stored.size), temporary: temporary, replacing: false)
      return (paths.timestamp(stored.size), stored.size, token)
    }
    throw RegistryError(.checkpointMissing, detail: "none beside the journal is what the token is over")
  }
}

extension JournalVerification {
  /// What is to be said of a timestamp token beside a checkpoint that holds.
  public struct Timestamp: Sendable {
    /// The number of lines of the checkpoint.
    public let size: UInt64
    /// The token's file.
    public let path: String
    /// The time that the authority says.
    public let time: Instant
    /// The authority, by the name in its certificate.
    public let authority: String
    /// Whether an authority that the reader trusts made it; false where the reader named none. One that no trusted authority made is a finding, and not
    /// in this list.
    public let isVerified: Bool
  }

  /// Checks the tokens beside the checkpoints that hold.
  ///
  /// - Parameter trusted: the authorities; without them it is only checked that a token is over its checkpoint.
  static func check(
    _ tokens: StoredTimestamps, of held: [UInt64: Note], trusting trusted: TrustedCertificates?
  ) -> (timestamps: [Timestamp], findings: [CheckpointFinding]) {
    var timestamps: [Timestamp] = []
    var findings: [CheckpointFinding] = []
    for stored in tokens.stored {
      guard let note = held[stored.size] else { continue }
      do throws(RegistryError) {
        let token = try stored.token.get()
        if let trusted {
          try token.verify(over: note.text.utf8, trusting: trusted)
        } else if !token.isOver(note.text.utf8) {
          throw RegistryError(.timestampInvalid, detail: "it is over something else")
        }
        timestamps.append(
          Timestamp(
            size: stored.size, path: stored.path, time: token.time, authority: token.authority,
            isVerified: trusted != nil))
      } catch {
        let error = RegistryError(error.code, at: Place(seq: stored.size), detail: error.detail)
        findings.append(CheckpointFinding(name: stored.path, error: error))
      }
    }
    return (timestamps, findings)
  }
}
