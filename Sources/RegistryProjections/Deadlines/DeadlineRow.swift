public import RegistryEvents

/// What a term has come to, as at an instant.
public enum DeadlineStatus: String, Sendable, Hashable, CaseIterable {
  /// The term runs.
  case pending
  /// The act was done in time.
  case met
  /// The act was done after the term.
  case late
  /// The term has ended without the act, which must be done.
  case overdue
  /// There is nothing to keep; ``DeadlineRow/reason`` says why.
  case notApplicable
}

/// Why a term is not applicable.
public enum NotApplicable: Sendable, Hashable, CustomStringConvertible {
  /// No text of the law is known by which the act that opened it could be judged.
  case unjudged(NoEdition)
  /// The text gives a term that cannot be kept, by a reading such as `I-05`.
  case impossible(reading: String)
  /// The day from which it runs was not stated: whether it was kept is unknown, by a reading such as `I-19h`.
  case startUnknown(readings: [String])
  /// Another act made the duty needless within the term.
  case ended(bySeq: UInt64)
  /// Something that could have been done need no longer be: its time has passed.
  case lapsed
  /// The last day was over when the duty began to bind: a document that expires soon after the grant, or after the edition that
  /// speaks of it came into force.
  case overBeforehand

  /// The reason, in an English sentence without a full stop.
  public var description: String {
    switch self {
    case .unjudged(let edition): return edition.description
    case .impossible(let reading): return "the text gives a term that cannot be kept (\(reading))"
    case .startUnknown(let readings):
      let cited = readings.isEmpty ? "" : " (\(readings.joined(separator: ", ")))"
      return "the day from which the term runs was not stated, so that lateness is unknown\(cited)"
    case .ended(let seq): return "line \(seq) made it needless"
    case .lapsed: return "it could be done and was not, and its time has passed"
    case .overBeforehand: return "the last day was over when the duty began to bind"
    }
  }
}

/// A term in a case, as at an instant: who must do what until when, by which clause, and what came of it.
public struct DeadlineRow: Sendable {
  private let source: DutyInForce
  /// The case; `nil` for a duty that belongs to none, as after an amendment of the Rules.
  public let caseNumber: String?
  /// The line of the act that opened it.
  public let startedBySeq: UInt64
  /// The last day, Astana's; `nil` where the term is not applicable.
  public let due: LocalDate?
  /// The last second that is in time (A05, T12: the date and time that the applicant is told).
  public let dueInstant: Instant?
  /// The last second that is in time by a shorter reading of the term that cannot be excluded; `nil` where there is none.
  public let disputedInstant: Instant?
  /// What has come of it.
  public let status: DeadlineStatus
  /// Why it is not applicable, where it is not.
  public let reason: NotApplicable?
  /// Whether what the law makes of it when it stays undone, ``Duty/consequence``, holds now.
  public let hasConsequence: Bool
  /// The line of the act that met it, in time or late.
  public let metBySeq: UInt64?
  /// When it was met: the act's own date, or that of its recording when that came too late to count (format §5).
  public let metAt: Instant?
  /// The line of the calendar's last declaration; `nil` while the defaults of the rule set hold.
  public let calendarSeq: UInt64?
  /// Whether the silence of the provider now counts as a refusal of the service (Administrative Procedure and Process Code
  /// art. 91(2)).
  public var isDeemedRefusal: Bool { status == .overdue && source.isRefusedBySilence }

  init(
    source: DutyInForce, caseNumber: String?, startedBySeq: UInt64, due: LocalDate?, dueInstant: Instant?,
    disputedInstant: Instant? = nil, status: DeadlineStatus, reason: NotApplicable? = nil,
    hasConsequence: Bool = false, metBySeq: UInt64?, metAt: Instant?, calendarSeq: UInt64?
  ) {
    self.source = source
    self.caseNumber = caseNumber
    self.startedBySeq = startedBySeq
    self.due = due
    self.dueInstant = dueInstant
    self.disputedInstant = disputedInstant
    self.status = status
    self.reason = reason
    self.hasConsequence = hasConsequence
    self.metBySeq = metBySeq
    self.metAt = metAt
    self.calendarSeq = calendarSeq
  }

  /// The duty, with its rule, readings and findings.
  public var duty: Duty { source.duty }
  /// The id of the duty, e.g. `A10` or `A12.inclusion`.
  public var obligation: String { source.duty.id }
  /// Where the duty stands.
  public var clause: Clause { source.duty.clause }
  /// Who must act.
  public var actor: Role { source.duty.actor }

  /// By last day, then case, then obligation, then line; what has no last day comes after all that has.
  static func isOrderedBefore(_ left: DeadlineRow, _ right: DeadlineRow) -> Bool {
    if left.due != right.due {
      guard let first = left.due else { return false }
      guard let second = right.due else { return true }
      return first < second
    }
    let cases = (left.caseNumber ?? "", right.caseNumber ?? "")
    if cases.0 != cases.1 { return cases.0 < cases.1 }
    if left.obligation != right.obligation { return left.obligation < right.obligation }
    return left.startedBySeq < right.startedBySeq
  }
}
