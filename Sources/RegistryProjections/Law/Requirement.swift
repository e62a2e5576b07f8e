public import RegistryEvents

/// A condition, criterion or qualification requirement: what must hold for a service to be granted.
///
/// Judged when the grant is recorded, by what the case and the registers then say; a grant without it stands, and is found.
public struct Requirement: Sendable, Hashable {
  /// A stable handle, e.g. `P02.3`.
  public var id: String
  /// The rule that it belongs to, e.g. `P02`.
  public var rule: String
  /// Where it stands.
  public var clause: Clause
  /// The services concerned, by their ids; of what ends an entry without a service, the types of those acts.
  public var services: [String]
  /// The official wording; `nil` in both languages where the text that holds from ``from`` on is not known.
  public var text: OfficialText
  /// The first day on which it holds; `nil` for as long as the edition.
  public var from: LocalDate?
  /// The first day on which it no longer holds.
  public var until: LocalDate?
  /// It concerns only cases in which all of these hold.
  public var when: [Fact] = []
  /// It does not concern cases in which any of these holds.
  public var unless: [Fact] = []
  /// The ways of meeting it, any of which suffices; each is met when all of its facts hold. Empty where nothing that a journal could
  /// hold shows it.
  public var ways: [[Fact]] = []
  /// The code of the finding that it was not met.
  public var finding: String
  /// The readings on which it rests.
  public var readings: [String] = []

  /// Whether the text that holds is known; where it is not, the finding says that it was not judged.
  public var isTextKnown: Bool { text.kk != nil || text.ru != nil }

  /// Whether it holds on a day.
  public func isInForce(on date: LocalDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date < $0 } ?? true)
  }
}

/// A fact that a requirement asks for. Members are those of the grant, and then of the filing that it grants, by their path.
public enum Fact: Sendable, Hashable {
  /// A document of one of these kinds is in the package, and valid on the day of the grant.
  case document(oneOf: [String])
  /// The case has an act of this type: what the provider obtains itself. Of what ends an entry without a service, the entry has it.
  case recorded(String)
  /// The member is there, and is no empty list.
  case stated([String])
  /// The member is `true`.
  case isTrue([String])
  /// The member is one of these words.
  case word([String], oneOf: [String])
  /// The member is a decimal not below a bound.
  case atLeast([String], Decimal)
  /// The member is a day before a day.
  case before([String], LocalDate)
  /// The applicant has a standing entry in a register, with these values in its columns.
  case holdsEntry(of: String, with: [String: String])
  /// The member names a standing entry of a register by its reference, or several do, with these values in its columns.
  case namesEntry([String], of: String, with: [String: String])
  /// A register has a standing entry.
  case registerHasEntries(String)
}
