public import RegistryEvents

/// The state that is asked for: as at an effective instant, as known at a line. The two are independent (format §3).
public struct AsOf: Sendable, Hashable {
  /// Up to where the journal is taken as known.
  public enum Known: Sendable, Hashable {
    /// All of it, and all that the rule set knows.
    case latest
    /// Up to a line and with it.
    case seq(UInt64)
    /// Up to the last line that was recorded at an instant or before it.
    case instant(Instant)
  }

  /// Acts done up to this instant count.
  public var effective: Instant
  /// Lines up to here count.
  public var known: Known

  /// The state as at an instant.
  public init(effective: Instant, known: Known = .latest) {
    self.effective = effective
    self.known = known
  }

  /// The working calendar of the rule set as it is known here, before what the journal declares.
  ///
  /// Known latest, it is all that the rule set knows; known at an instant, what was published by that day; known at a line,
  /// what was published by the day on which the line was recorded.
  func defaultCalendar(knownRecorded: Instant?, _ time: AstanaTime) -> WorkingCalendar {
    switch known {
    case .latest: return .default
    case .instant(let instant): return .default(knownOn: time.date(of: instant))
    case .seq: return .default(knownOn: time.date(of: knownRecorded ?? .earliest))
    }
  }

  /// Whether a line is known.
  func knows(seq: UInt64, recorded: Instant) -> Bool {
    switch known {
    case .latest: return true
    case .seq(let last): return seq <= last
    case .instant(let last): return recorded <= last
    }
  }
}
