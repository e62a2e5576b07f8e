public import RegistryEvents

/// A regulation with its editions.
public struct Regulation: Sendable {
  /// Its number, e.g. `138-НҚ`.
  public let id: String
  /// The area of the acts that it governs: what stands before the dot of their types, e.g. `apk`.
  public let area: String
  /// Its official title.
  public let title: OfficialText
  /// In the order in which they came into force.
  public internal(set) var editions: [Edition]
  /// Other orders of which provisions are laid out with it, e.g. `165-НҚ`.
  public internal(set) var companions: [String] = []

  /// The edition by which an act of a day is judged.
  public func edition(on date: LocalDate) -> EditionSelection {
    guard let edition = editions.last(where: { $0.force.firstDay <= date }) else {
      let firstDay = editions.first?.force.firstDay ?? date
      return .noEditionKnown(.notYetInForce(regulation: id, firstDay: firstDay))
    }
    guard let provisions = edition.provisions else {
      return .noEditionKnown(.textNotKnown(regulation: id, edition: edition.id))
    }
    return .inForce(edition: edition, provisions: provisions, isAssumed: edition.force.isAssumed)
  }

  /// The one spelling of an order's number, `138-НҚ`, for the ways in which it is written: `138/НҚ`, `138/НК`, `138-НК`
  /// (reading I-19b).
  public static func normalisedNumber(_ text: String) -> String {
    var number = text.replacing("/", with: "-")
    if number.hasSuffix("-НК") { number = number.dropLast(2) + "НҚ" }
    return number
  }
}
