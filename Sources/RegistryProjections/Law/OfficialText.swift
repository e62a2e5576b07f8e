/// Official wording in the two languages of the law; a language is `nil` where its text of the order lacks the passage.
public struct OfficialText: Sendable, Hashable {
  /// The Kazakh wording.
  public var kk: String?
  /// The Russian wording.
  public var ru: String?

  /// Wording in both languages, or in the one that has it.
  public init(kk: String?, ru: String?) {
    self.kk = kk
    self.ru = ru
  }
}

/// A text of an order that this rule set was written from: one language, one edition.
public struct SourceText: Sendable, Hashable {
  /// A short stable name, e.g. `138-NK-ed-331-NK-2023.ru`.
  public var id: String
  /// `kk` or `ru`.
  public var language: String
  /// The order, its edition and language, in words.
  public var title: String
}

/// A place in a regulation, as findings, deadlines and rules cite it.
public struct Clause: Sendable, Hashable, CustomStringConvertible {
  /// The regulation, e.g. `138-НҚ`.
  public var regulation: String
  /// The place in it, e.g. `12`, `9 ¶3`, `App. 5 it. 9`.
  public var place: String

  /// A place in a regulation.
  public init(regulation: String, place: String) {
    self.regulation = regulation
    self.place = place
  }

  /// `138-НҚ, 9 ¶3`.
  public var description: String { "\(regulation), \(place)" }
}
