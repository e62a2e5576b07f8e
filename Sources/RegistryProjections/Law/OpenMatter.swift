/// Something that a regulation needs and leaves to acts whose text is not known: there is no default for it, and what hangs on it is
/// not judged until whoever embeds the rules says it.
public struct OpenMatter: Sendable, Hashable {
  /// A stable name, e.g. `decision-term`.
  public var id: String
  /// What is left open, in an English phrase without a full stop.
  public var text: String
  /// What the rules do without it, in an English sentence without a full stop.
  public var consequence: String
  /// Where the text would stand.
  public var clause: Clause
}
