/// Something that somebody must do, or may do only up to a day, in a case: all that an engine needs to open a deadline,
/// to see it met, and to cite its clause.
public struct Duty: Sendable, Hashable {
  /// What follows when the time passes without the act.
  public enum Bearing: String, Sendable, Hashable {
    /// The act must be done: past its last day the duty is overdue.
    case obligation
    /// The act need not be done, but not after its last day: past it the possibility has lapsed, and nothing is overdue.
    case limit
  }

  /// Whether the term can be kept at all.
  public enum Applicability: Sendable, Hashable {
    /// It applies.
    case applies
    /// The text gives a term that cannot be computed; the deadline is shown as not applicable, by this reading.
    case notApplicable(reading: String)
  }

  /// Unique in its regulation: the rule's id, and after a dot the service where a rule differs by service.
  public var id: String
  /// The rule that it belongs to, e.g. `A12`.
  public var rule: String
  /// Where it stands.
  public var clause: Clause
  /// Who must act.
  public var actor: Role
  /// What is to be done, in a few English words.
  public var summary: String
  /// What follows when the time passes.
  public var bearing: Bearing = .obligation
  /// The acts that open it.
  public var opensOn: ActPattern
  /// From which day the term runs.
  public var start: TermStart
  /// How long it runs.
  public var term: Term
  /// Act types that meet it, in the same case. An act that both opens and meets a duty meets it at once: its term may
  /// start at a date that the act states.
  public var metBy: [String]
  /// Whether it belongs to an entry of the register and not to a case: an act that names the entry, in whatever case, meets it.
  public var isOfEntry = false
  /// A shorter reading of the term that cannot be excluded: what is done after its end and within the term is found as disputed.
  public var disputedTerm: Term?
  /// What else must hold of an act that meets it.
  public var metWhen: [Condition] = []
  /// Act types that, within the term, end it without meeting it.
  public var endedBy: [String] = []
  /// When an act that meets it was signed by somebody whom it does not bind: then the act's own date counts, however late the
  /// journal took it in (format §5).
  public var signedForAnotherWhen: [Condition] = []
  /// Whether the term can be kept at all.
  public var applicability: Applicability = .applies
  /// How grave it is to be late.
  public var severity: Severity = .breach
  /// The codes of its findings begin with this: `result` gives `result-late` and `result-overdue`.
  public var findingStem: String
  /// The code of the finding of what the law makes of it when it stays undone past its last day or, where the term lies before
  /// a day, past that day.
  public var consequence: String?
  /// The code of the finding that the day from which it runs was not stated.
  public var startUnknownFinding: String?
  /// The readings on which it rests, e.g. `I-04`.
  public var readings: [String] = []

  /// The findings to which the duty can give rise: done late, and for an obligation not done in time.
  public var findings: [FindingKind] {
    var kinds = [
      FindingKind(
        code: "\(findingStem)-late", rule: rule, clause: clause, severity: severity, text: "\(summary): done too late")
    ]
    if bearing == .obligation {
      kinds.append(
        FindingKind(
          code: "\(findingStem)-overdue", rule: rule, clause: clause, severity: severity,
          text: "\(summary): not done in time"))
    }
    if disputedTerm != nil {
      kinds.append(
        FindingKind(
          code: "\(findingStem)-disputed", rule: rule, clause: clause, severity: .note,
          text: "\(summary): in time by one reading of the term and late by another"))
    }
    return kinds
  }
}
