/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; nothing is wrong.
  case note
  /// Something to look at: the text attaches no consequence, or the judgement rests on a reading.
  case warning
  /// A provision was not kept.
  case breach

  /// Orders by weight: a note is less than a warning, a warning less than a breach.
  public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

  private var weight: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

/// A kind of finding that a provision can give rise to.
public struct FindingKind: Sendable, Hashable {
  /// A stable name, e.g. `refused-without-hearing`.
  public var code: String
  /// The rule that is not kept, e.g. `A13`.
  public var rule: String
  /// Where it stands.
  public var clause: Clause
  /// How much it weighs.
  public var severity: Severity
  /// What was found, in an English sentence without a full stop.
  public var text: String
}
