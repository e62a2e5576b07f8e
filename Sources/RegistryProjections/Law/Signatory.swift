/// Who signs an act of a type, by the law.
public struct Signatory: Sendable, Hashable {
  /// The acts concerned.
  public var acts: ActPattern
  /// The roles of which one suffices.
  public var roles: [Role]
  /// How many must sign, each of another holder.
  public var minimumSigners: Int = 1
  /// The rule that it belongs to, e.g. `A14`.
  public var rule: String
  /// Where it stands, or where what it is inferred from stands.
  public var clause: Clause
  /// The readings on which it rests; empty where the text names the signatory.
  public var readings: [String] = []
}
