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
  /// What a grant does to the register.
  public var effect: Effect
  /// The act types that refuse it.
  public var refusedBy: [String]
  /// The forms that are filed, by their ids.
  public var forms: [String]
  /// The ways of filing.
  public var channels: [Channel]
  /// The duty that sets the term of the service, by its id.
  public var termDuty: String
  /// What the grant of a service does to a register.
  public enum Effect: String, Sendable, Hashable {
    /// It makes entries.
    case enters
    /// It ends entries.
    case excludes
    /// It changes entries.
    case changes
  }

  /// Whether a refusal presupposes that the applicant was heard.
  public var hearing: HearingRequirement = .none
  /// Whether no result within the term counts as a refusal (Administrative Procedure and Process Code art. 91(2)): a state to
  /// derive and show, never an act.
  public var isRefusedBySilence = true
  /// Where it stands.
  public var clause: Clause
}

/// Whether a refusal presupposes that the applicant was told of it and heard.
public enum HearingRequirement: String, Sendable, Hashable {
  /// A refusal without it cannot be recorded.
  case required
  /// It is wanted, but the text gives no term in which it could be done: a refusal without it is found, not stopped.
  case wanted
  /// The text knows no hearing.
  case none
}
