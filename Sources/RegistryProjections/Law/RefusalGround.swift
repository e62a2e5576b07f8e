/// A ground of refusal of a closed list.
public struct RefusalGround: Sendable, Hashable {
  /// A stable code, e.g. `unreliable`.
  public var code: String
  /// Its number in the list, from 1.
  public var number: Int
  /// Where it stands.
  public var clause: Clause
  /// The official wording.
  public var wording: OfficialText

  /// A ground with its place in its list.
  public init(code: String, number: Int, clause: Clause, wording: OfficialText) {
    self.code = code
    self.number = number
    self.clause = clause
    self.wording = wording
  }
}
