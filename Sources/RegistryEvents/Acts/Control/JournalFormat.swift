/// The version of the format that a journal is written in.
public enum JournalFormat: String, Sendable, CaseIterable {
  /// `registry-journal/1`.
  case version1 = "registry-journal/1"
}
