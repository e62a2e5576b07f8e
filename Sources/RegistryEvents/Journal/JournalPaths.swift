/// The names beside a journal `x.jsonl` (format §4 to §8).
struct JournalPaths: Sendable {
  /// The journal itself.
  let journal: String
  /// `x`, of which the other names are made.
  private let stem: String

  init(_ journal: String) {
    self.journal = journal
    stem = journal.hasSuffix(".jsonl") ? String(journal.dropLast(6)) : journal
  }

  /// The folder of checkpoints, one file a size.
  var checkpoints: String { stem + ".checkpoints" }
  /// The checkpoint of so many lines.
  func checkpoint(_ size: UInt64) -> String { "\(checkpoints)/\(size)" }
  /// The timestamp token over the checkpoint of so many lines.
  func timestamp(_ size: UInt64) -> String { "\(checkpoints)/\(size).tsr" }
  /// Where an unterminated end that began at an offset is moved to; numbered from the second time on that one began there.
  func torn(_ offset: UInt64, _ number: Int) -> String {
    number == 1 ? "\(stem).torn-\(offset)" : "\(stem).torn-\(offset)-\(number)"
  }
  /// The mark of a writer at work: from which offset on its lines stand, which are not known to be durable until the
  /// mark is gone.
  var mark: String { stem + ".writing" }
}
