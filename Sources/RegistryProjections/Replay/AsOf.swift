public import RegistryEvents

/// The state that is asked for: as at an effective instant, as known at a line. The two are independent (format §3).
public struct AsOf: Sendable, Hashable {
  /// Up to where the journal is taken as known.
  public enum Known: Sendable, Hashable {
    /// All of it.
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

  /// Whether a line is known.
  func knows(seq: UInt64, recorded: Instant) -> Bool {
    switch known {
    case .latest: return true
    case .seq(let last): return seq <= last
    case .instant(let last): return recorded <= last
    }
  }
}
