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
  /// The duty that sets the term of the service, by its id; `nil` where the texts that are known give none.
  public var termDuty: String?

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
  /// Whether a refusal for want of completeness may come before registration (T-18, T-19): its term then runs from receipt.
  public var isRefusableUnregistered = false
  /// The member of a filing that holds the new edition of what changes; `nil` where the filing states the whole entry anew.
  public var changesIn: String?
  /// What must be recorded of a filing before it is decided, for want of which there is a finding.
  public var preparations: [Preparation] = []
  /// Where it stands.
  public var clause: Clause
}

/// Something that must be recorded of a filing before it is decided.
public struct Preparation: Sendable, Hashable {
  /// The act that records it.
  public var act: String
  /// The code of the finding that it is missing.
  public var finding: String
}

/// Whether a refusal presupposes that the applicant was told of it and heard.
public enum HearingRequirement: String, Sendable, Hashable {
  /// A refusal without it cannot be recorded.
  case required
  /// It is wanted, but the text gives no term in which it could be done: a refusal without it is found, not stopped.
  case wanted
  /// The provider may hold one to clear up the documents, without a decision that it prepares: a refusal without it is worth
  /// knowing, and no more.
  case optional
  /// The text knows no hearing.
  case none
}
