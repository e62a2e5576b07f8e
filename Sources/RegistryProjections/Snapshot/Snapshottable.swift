/// A state that can be written down and taken up again, so that a replay need not start over.
///
/// What is written must be all of the state: a state taken up again follows every further act as the one that was written would have, and has
/// the same digest.
public protocol Snapshottable: Projection {
  /// The version of the encoding; another one wherever the bytes, or what they mean, differ.
  static var encoding: Int { get }

  /// Writes the state.
  func encode(to writer: inout SnapshotWriter)

  /// Reads a state.
  ///
  /// - Throws: ``SnapshotError`` for bytes that are no state: whatever they hold, reading and using the state cannot trap.
  init(from reader: inout SnapshotReader) throws(SnapshotError)
}

/// Why a snapshot is not used.
public enum SnapshotError: Error, Sendable, Hashable {
  /// Damaged, or not a snapshot at all.
  case malformed
  /// The system does not give its bytes.
  case unreadable
  /// Of another journal, register, mode, version of the tool, of the rules or of an encoding.
  case foreign
  /// The journal is not what it was when the snapshot was made.
  case journalChanged
  /// It lies behind the date asked for, or the journal has something in it that a snapshot cannot serve.
  case unsuited
}
