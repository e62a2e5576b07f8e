public import RegistryEvents

/// A document that the applicant must bring.
public struct RequiredDocument: Sendable, Hashable {
  /// In which shape it is brought.
  public enum Shape: String, Sendable, Hashable {
    /// The filled-in form itself.
    case form
    /// A copy on paper.
    case copy
    /// An electronic copy.
    case electronicCopy = "electronic-copy"
  }

  /// What it is, e.g. `possession`.
  public var id: String
  /// The service for which it is wanted.
  public var service: String
  /// The way on which it is wanted.
  public var channel: Channel
  /// In which shape it is brought.
  public var shape: Shape
  /// The form, by its id, where it is one.
  public var form: String?
  /// What an attached document says that it is, when it is this one; `nil` for what is filled in and not attached.
  public var kind: String?
  /// Other kinds of documents that do as well.
  public var otherKinds: [String] = []
  /// It is wanted only of filings of which all of these hold.
  public var when: [Condition] = []
  /// The first day on which it is wanted; `nil` for as long as the edition.
  public var from: LocalDate?
  /// The first day on which it is no longer wanted.
  public var until: LocalDate?
  /// The facts of which it must prove one; empty where it proves what its title says.
  public var alternatives: [Alternative] = []
  /// Its official name.
  public var title: OfficialText
  /// Where it stands.
  public var clause: Clause

  /// Whether it is wanted of a filing of a day.
  ///
  /// - Parameter member: finds the string of a member of the filing's `what`.
  public func isWanted(on date: LocalDate, member: (String) -> String?) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date < $0 } ?? true)
      && when.allSatisfy { $0.holds(service: service, member: member) }
  }

  /// Whether an attached document of a kind is it.
  public func isMet(byKind kind: String) -> Bool { kind == self.kind || otherKinds.contains(kind) }

  /// One of several facts, any of which a document may prove.
  public struct Alternative: Sendable, Hashable {
    /// A stable code, e.g. `disposal`.
    public var code: String
    /// Its official name.
    public var title: OfficialText
  }
}
