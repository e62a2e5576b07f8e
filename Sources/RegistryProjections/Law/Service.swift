public import RegistryEvents

/// A service or procedure that a case is opened for.
public struct Service: Sendable, Hashable {
  /// A stable name, e.g. `inclusion`.
  public var id: String
  /// A short name, by the words of the text.
  public var title: OfficialText
  /// The act types that open a case of it.
  public var openedBy: [String]
  /// The act types that grant what is asked for.
  public var grantedBy: [String]
  /// The act types that refuse it.
  public var refusedBy: [String]
  /// The forms that are filed, by their ids.
  public var forms: [String]
  /// The ways of filing.
  public var channels: [Channel]
  /// The duty that sets the term of the service, by its id.
  public var termDuty: String
  /// Where it stands.
  public var clause: Clause
}
