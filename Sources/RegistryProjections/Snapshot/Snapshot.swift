public import RegistryEvents

/// A state that a replay left behind, with what binds it to the journal: the digest of the bytes read, the head, and what the walk found in
/// them.
///
/// The state is that of every line before ``position``, and those are all lines before the first act that was done after the date
/// replayed to; so it serves any date from the latest act in it on. It is bound to the versions of the tool, the rules, the register's shape and
/// the encoding, and to the mode: what was read without being verified never passes for verified.
public struct Snapshot<State: Snapshottable>: Sendable {
  /// Up to where the state goes.
  struct Position: Sendable, Equatable {
    /// The first line that is not in the state: where it begins in the file, and its index.
    var offset: UInt64
    var seq: UInt64
    /// When the latest act in the state was done.
    var latestAt: Instant
    /// How many acts are folded in it.
    var folded: Int
  }

  /// What it belongs to.
  public struct Key: Sendable, Equatable {
    let words: [String]

    /// The key of snapshots of a version of the tool, made in a mode by rules.
    public init(tool: String, mode: VerificationMode, rules: SigningRules = RuleBook.standard.signingRules) {
      words = [
        "registry-snapshot/1", tool, State.schema, "\(State.encoding)", rules.version, mode.rawValue,
      ]
    }
  }

  let position: Position
  let state: State
  let map: JournalMap
  /// The digest of the journal's bytes, up to the end of its last whole line.
  let content: Digest
  /// The file as it was, if its times could tell a later change.
  let identity: FileIdentity?
  let summary: WalkSummary.Remembered

  /// The snapshot as the bytes of a file; their SHA-256 stands at the end.
  public func bytes(_ key: Key) -> [UInt8] {
    var writer = SnapshotWriter()
    writer.write(key.words.count)
    key.words.forEach { writer.write($0) }
    writer.write(content.bytes)
    writer.write(numbers: identity?.numbers ?? [])
    summary.encode(to: &writer)
    writer.write(position.offset)
    writer.write(position.seq)
    writer.write(position.latestAt.secondsSinceEpoch)
    writer.write(position.folded)
    map.encode(to: &writer)
    state.encode(to: &writer)
    return writer.bytes + Digest.sha256(of: writer.bytes).bytes
  }

  /// Reads a snapshot.
  ///
  /// - Throws: ``SnapshotError/malformed`` for bytes that are no whole snapshot, ``SnapshotError/foreign`` for one of another key,
  ///   ``SnapshotError/unreadable``.
  public init(_ source: SnapshotSource, _ key: Key) throws(SnapshotError) {
    let end = source.size - Digest.byteCount
    guard end > 0 else { throw .malformed }
    var reader = SnapshotReader(source, in: 0..<end)
    var trailer = SnapshotReader(source, in: end..<source.size)
    let read = Result { () throws(SnapshotError) in try Snapshot(from: &reader, key) }
    // Whatever was read of them: bytes that changed are told as such first.
    let digest = try reader.finish()
    guard try trailer.remainder() == digest.bytes else { throw .malformed }
    self = try read.get()
  }

  private init(from reader: inout SnapshotReader, _ key: Key) throws(SnapshotError) {
    let words = try reader.list { (reader) throws(SnapshotError) in try reader.text() }
    guard words == key.words else { throw .foreign }
    guard let content = Digest(try reader.bytes()) else { throw .malformed }
    self.content = content
    let identity = try reader.numbers(Int64.self)
    self.identity = identity.isEmpty ? nil : FileIdentity(numbers: identity)
    summary = try WalkSummary.Remembered(from: &reader)
    let (offset, seq) = (try reader.number(UInt64.self), try reader.number(UInt64.self))
    guard let latestAt = Instant(secondsSinceEpoch: try reader.number()) else { throw .malformed }
    position = Position(offset: offset, seq: seq, latestAt: latestAt, folded: try reader.number())
    map = try JournalMap(from: &reader)
    guard offset <= summary.bytes, seq <= summary.lines else { throw .malformed }
    state = try State(from: &reader)
    guard reader.isAtEnd else { throw .malformed }
  }

  init(
    position: Position, state: State, map: JournalMap, content: Digest, identity: FileIdentity?,
    summary: WalkSummary.Remembered
  ) {
    self.position = position
    self.state = state
    self.map = map
    self.content = content
    self.identity = identity
    self.summary = summary
  }
}
