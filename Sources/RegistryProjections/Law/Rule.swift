/// One rule of a regulation, under the handle by which code, tests and reports name it.
public struct Rule: Sendable, Hashable {
  /// A stable handle, e.g. `A12`. Rules that stand alike in several orders share one, e.g. `C2`.
  public var id: String
  /// Where the official wording stands, in each source text of the provisions.
  public var clauses: [Clause]
  /// Who is bound or entitled; `nil` where the rule addresses nobody.
  public var actor: Role?
  /// What the rule says, in our own words.
  public var text: String
  /// The act types with which it has to do.
  public var actTypes: [String] = []
  /// The terms that it sets.
  public var duties: [Duty] = []
  /// The findings that it can give rise to beside those of its duties.
  public var checks: [FindingKind] = []
  /// What it makes impossible: an act that comes up against one of these is refused.
  public var bars: [Bar] = []
  /// The readings on which it rests, e.g. `I-05`.
  public var readings: [String] = []

  /// Every kind of finding that cites this rule.
  public var findings: [FindingKind] { duties.flatMap(\.findings) + checks }
}

/// How a passage that is unclear, contradictory or missing is read.
public struct Reading: Sendable, Hashable {
  /// A stable handle, e.g. `I-05`.
  public var id: String
  /// Where the passage stands.
  public var place: String
  /// What is wrong with it, in our own words.
  public var problem: String
  /// How it is read, in our own words.
  public var reading: String
}
