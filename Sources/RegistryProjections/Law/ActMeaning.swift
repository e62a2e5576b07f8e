/// What an act of a type is in a procedure: the step that it takes, and the act that it follows.
///
/// By these the engines know a registration or a hearing of any order without knowing its name.
public struct ActMeaning: Sendable, Hashable {
  /// A step of a procedure.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// An application or notice is filed; it opens a case for a service.
    case filing
    /// A numbered part of the list of a filing.
    case part
    /// The chancery does not accept a filing.
    case intakeRefusal = "intake-refusal"
    /// A filing is accepted and registered.
    case registration
    /// A filing is refused further consideration, as incomplete (A09, P06) or, for a re-issue, as not conforming (P12).
    case completenessRefusal = "completeness-refusal"
    /// The preliminary decision to refuse, with the time of the hearing.
    case hearingNotice = "hearing-notice"
    /// The hearing was held.
    case hearing
    /// The service is rendered as asked for.
    case grant
    /// The service is refused.
    case refusal
    /// A complaint is filed.
    case complaint
    /// A complaint goes to the body that considers it.
    case forwarding
    /// The provider satisfies a complaint itself.
    case satisfaction
    /// A complaint is decided.
    case complaintDecision = "complaint-decision"
    /// The regulation was amended.
    case amendment
    /// Somebody is informed of an amendment.
    case information
    /// Something outside the regulation that concerns the register.
    case correction
    /// Something is recorded of a filing or decision that moves no case on: what a commission recommends, what a state
    /// information system says, that a result was published.
    case note
    /// An entry is ended by the authority's own motion, e.g. upon monitoring (T09).
    case removal
    /// Something that happened to an entry is recorded with it.
    case entryEvent = "entry-event"
  }

  /// The type, e.g. `apk.registered`.
  public var type: String
  /// The step that it takes.
  public var step: Step
  /// The member of `what` that holds the id of the filing, complaint or amendment that the act follows; `nil` for an act that
  /// follows none.
  public var follows: String?
  /// The member of `what` that names the entry concerned by its reference: the new one of a grant, the standing one of a filing,
  /// removal or event; `nil` where the act names none.
  public var entry: String?
  /// Whether a grant without the member `follows` makes an entry by itself, on the facts that it states: what an authority decides
  /// by a procedure of which no text is known.
  public var standsAlone: Bool

  init(_ type: String, _ step: Step, follows: String? = nil, entry: String? = nil, standsAlone: Bool = false) {
    self.type = type
    self.step = step
    self.follows = follows
    self.entry = entry
    self.standsAlone = standsAlone
  }
}
