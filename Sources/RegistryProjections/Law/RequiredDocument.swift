public import RegistryEvents

/// A document that the applicant must bring.
public struct RequiredDocument: Sendable, Hashable {
  /// In which shape it is brought.
  public enum Shape: String, Sendable, Hashable {
    /// The filled-in form itself.
    case form
    /// A copy on paper.
    case copy
    /// An electronic copy.
    case electronicCopy = "electronic-copy"
  }

  /// What it is, e.g. `possession`.
  public var id: String
  /// The service for which it is wanted.
  public var service: String
  /// The way on which it is wanted.
  public var channel: Channel
  /// In which shape it is brought.
  public var shape: Shape
  /// The form, by its id, where it is one.
  public var form: String?
  /// What an attached document says that it is, when it is this one; `nil` for what is filled in and not attached.
  public var kind: String?
  /// The facts of which it must prove one; empty where it proves what its title says.
  public var alternatives: [Alternative] = []
  /// Its official name.
  public var title: OfficialText
  /// Where it stands.
  public var clause: Clause

  /// One of several facts, any of which a document may prove.
  public struct Alternative: Sendable, Hashable {
    /// A stable code, e.g. `disposal`.
    public var code: String
    /// Its official name.
    public var title: OfficialText
  }
}
