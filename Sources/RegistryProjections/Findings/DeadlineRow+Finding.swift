internal import RegistryEvents

extension DeadlineRow {
  /// What follows by law from its staying undone.
  func consequence(law: LawTable) -> AuditFinding? {
    guard hasConsequence, let kind = duty.consequence.flatMap({ law.findings[$0] }) else { return nil }
    return AuditFinding(
      kind, seq: startedBySeq, case: caseNumber, because: "\(obligation), due on \(due?.description ?? "–")")
  }

  /// What a term gives to find: done late, not done, or not computable for want of a day.
  func finding(law: LawTable, _ report: ReplayReport) -> AuditFinding? {
    switch status {
    case .pending: return nil
    case .met:
      guard let disputedInstant, let metAt, let metBySeq, metAt > disputedInstant,
        let kind = law.findings["\(duty.findingStem)-disputed"]
      else { return nil }
      return AuditFinding(
        kind, rule: duty.rule, clause: duty.clause, seq: metBySeq, case: caseNumber,
        because: "by the shorter reading the term ended on \(report.time.text(of: disputedInstant)) in Astana")
    case .notApplicable:
      guard case .startUnknown = reason, let code = duty.startUnknownFinding,
        let kind = law.findings[code]
      else { return nil }
      return AuditFinding(kind, seq: startedBySeq, case: caseNumber)
    case .late:
      guard let due = dueInstant, let metAt, let metBySeq, let kind = law.findings["\(duty.findingStem)-late"] else {
        return nil
      }
      return AuditFinding(
        kind, rule: duty.rule, clause: duty.clause, seq: metBySeq, case: caseNumber,
        because: "the term ended on \(report.time.text(of: due)) in Astana, the act counts from "
          + report.time.text(of: metAt))
    case .overdue:
      guard let due = dueInstant, let kind = law.findings["\(duty.findingStem)-overdue"] else { return nil }
      let silence =
        isDeemedRefusal
        ? "; the silence counts as a refusal (Administrative Procedure and Process Code art. 91(2))" : ""
      return AuditFinding(
        kind, rule: duty.rule, clause: duty.clause, seq: startedBySeq, case: caseNumber,
        because: "the term ended on \(report.time.text(of: due)) in Astana" + silence)
    }
  }
}
