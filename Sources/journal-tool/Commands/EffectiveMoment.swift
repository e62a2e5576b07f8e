import RegistryEvents
import RegistryProjections

/// The moment as at which a command asks: an instant, the end of a day in Astana, or none.
enum EffectiveMoment: Sendable, Equatable {
  /// An instant in UTC.
  case instant(Instant)
  /// The last second of a local date.
  case endOf(LocalDate)
  /// Whatever was done.
  case latest

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`; `nil` for anything else and for days that no act can have.
  init?(_ text: String) {
    if let instant = Instant(text) {
      self = .instant(instant)
    } else if let date = LocalDate(text), (2000...9999).contains(date.parts.year) {
      self = .endOf(date)
    } else {
      return nil
    }
  }

  /// The instant, by Astana's time.
  func instant(in time: AstanaTime) -> Instant {
    switch self {
    case .instant(let instant): return instant
    case .endOf(let date): return time.endOfDay(date)
    case .latest: return .latest
    }
  }
}

extension AsOf.Known {
  /// Reads the number of a line or an instant; `nil` for anything else.
  init?(_ text: String) {
    if let instant = Instant(text) {
      self = .instant(instant)
    } else if !text.hasPrefix("+"), let seq = UInt64(text) {
      self = .seq(seq)
    } else {
      return nil
    }
  }
}
