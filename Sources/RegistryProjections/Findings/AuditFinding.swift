/// Something that an audit found: what, by which clause, in which line, and why.
public struct AuditFinding: Sendable, Hashable {
  /// A stable name, e.g. `refused-without-hearing`; `journal-tool help findings` lists them.
  public let code: String
  /// The rule that was not kept, e.g. `A13`; `nil` where the journal's format is concerned.
  public let rule: String?
  /// Where it stands.
  public let clause: Clause
  /// The line: of the act that was wrong or late, or of the one after which an act is missing.
  public let seq: UInt64
  /// The case.
  public let caseNumber: String?
  /// How much it weighs.
  public let severity: Severity
  /// What was found and why, in an English sentence without a full stop; nothing that the register does not show.
  public let text: String

  init(
    _ kind: FindingKind, rule: String? = nil, clause: Clause? = nil, seq: UInt64, case caseNumber: String?,
    severity: Severity? = nil, because detail: String = ""
  ) {
    code = kind.code
    let rule = rule ?? kind.rule
    self.rule = rule.isEmpty ? nil : rule
    self.clause = clause ?? kind.clause
    self.seq = seq
    self.caseNumber = caseNumber
    self.severity = severity ?? kind.severity
    text = detail.isEmpty ? kind.text : "\(kind.text): \(detail)"
  }

  /// By line, then code, then words.
  static func isOrderedBefore(_ left: AuditFinding, _ right: AuditFinding) -> Bool {
    if left.seq != right.seq { return left.seq < right.seq }
    return left.code != right.code ? left.code < right.code : left.text < right.text
  }
}
