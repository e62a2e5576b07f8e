public import RegistryEvents

/// From when an edition is in force.
public enum Force: Sendable, Hashable {
  /// From a day that the text names.
  case on(LocalDate)
  /// From the day of first official publication (`waitingDays` nil), or when so many calendar days have passed after it.
  ///
  /// `published` is `nil` while the day is not known. The default then is the earliest day that the law allows: the day of
  /// registration with the Ministry of Justice, `publishedNotBefore`, since no order is published before it; where that is not
  /// known either, the day of the order.
  case afterPublication(waitingDays: Int?, published: LocalDate?, publishedNotBefore: LocalDate)

  /// The first day in force: known, or by default the earliest possible.
  public var firstDay: LocalDate {
    switch self {
    case .on(let date): return date
    case .afterPublication(let waitingDays, let published, let earliest):
      return (published ?? earliest).adding(days: waitingDays.map { $0 + 1 } ?? 0)
    }
  }

  /// Whether the first day is the earliest possible, and not known.
  public var isAssumed: Bool {
    if case .afterPublication(_, nil, _) = self { return true }
    return false
  }
}

/// An edition of a regulation: who made it, when it came into force, and what it provides.
public struct Edition: Sendable {
  /// The order that made the edition, e.g. `331-НҚ`.
  public let id: String
  /// The day of that order.
  public let adopted: LocalDate
  /// Its number in the register of normative legal acts of the Ministry of Justice; `nil` where the texts do not give it.
  public let registration: String?
  /// The day of that registration; `nil` where the texts do not give it.
  public let registered: LocalDate?
  /// From when it is in force.
  public internal(set) var force: Force
  /// What it provides; `nil` where its text is not known, so that no act can be judged by it.
  public internal(set) var provisions: Provisions?
}

/// The answer to the question by which edition an act is judged.
public enum EditionSelection: Sendable {
  /// This edition is in force, with these provisions; `isAssumed` says that its first day is a default.
  case inForce(edition: Edition, provisions: Provisions, isAssumed: Bool)
  /// No edition is known by which the act could be judged.
  case noEditionKnown(NoEdition)
}

/// Why no edition is known for a day.
public enum NoEdition: Sendable, Hashable, CustomStringConvertible {
  /// The rule book has no regulation for the area.
  case noRegulation(area: String)
  /// The regulation was not yet in force.
  case notYetInForce(regulation: String, firstDay: LocalDate)
  /// An edition was in force whose text this rule set does not hold.
  case textNotKnown(regulation: String, edition: String)

  /// The reason, in an English sentence without a full stop.
  public var description: String {
    switch self {
    case .noRegulation(let area): return "no regulation is known for the area \(area)"
    case .notYetInForce(let regulation, let firstDay):
      return "\(regulation) is in force from \(firstDay) at the earliest"
    case .textNotKnown(let regulation, let edition):
      return "the text of \(regulation) in the edition of \(edition) is not known"
    }
  }
}
