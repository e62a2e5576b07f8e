public import RegistryEvents

/// A decision about days off, as somebody declared it: a yearly transfer of days off, or the announced date of Kurban
/// Ait.
///
/// Transfers are yearly decisions (Government decrees to 2023, orders of the ministry from 2024). The date of Kurban Ait
/// is announced, and may move late: in 2024 it moved nine days before it fell.
public struct CalendarDeclaration: Sendable, Hashable {
  /// Days that are days off by this decision.
  public var daysOff: [LocalDate]
  /// Days that are working days by this decision; a day that stands in both lists is a working day.
  public var workingDays: [LocalDate]
  /// The first day of Kurban Ait, instead of any date less than 180 days from it that was declared earlier: the feast
  /// comes back after 354 or 355 days.
  public var kurbanAit: LocalDate?
  /// The decision itself, or where it was published.
  public var source: String
  /// The local day from which the decision is known; `nil` when it was known before any term that it touches.
  public var knownFrom: LocalDate?

  /// A decision with its source.
  public init(
    daysOff: [LocalDate] = [], workingDays: [LocalDate] = [], kurbanAit: LocalDate? = nil, source: String,
    knownFrom: LocalDate? = nil
  ) {
    self.daysOff = daysOff
    self.workingDays = workingDays
    self.kurbanAit = kurbanAit
    self.source = source
    self.knownFrom = knownFrom
  }
}
