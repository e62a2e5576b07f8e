internal import RegistryEvents

extension ActCheck {
  /// What a grant gives to find in a register whose entries are made one by one.
  func entryGrantFindings(_ service: Service, _ pending: PendingFiling, _ registers: Registers) -> [AuditFinding] {
    let requirements = requirementFindings(of: service.id, pending.facts, registers)
    switch service.effect {
    case .enters: return newEntryFindings(registers) + requirements
    case .changes: return concernedFindings("change-without-entry", registers) + requirements
    case .excludes: return concernedFindings("exclusion-without-entry", registers) + requirements
    }
  }

  /// What a grant changes or ends stands: it was not ended, and has not run out.
  private func concernedFindings(_ code: String, _ registers: Registers) -> [AuditFinding] {
    let entries = registers.register(of: kind)
    let entry = followed.flatMap { entries?.entry(concernedBy: $0) }.flatMap { entries?.entry($0) }
    return entry?.status(on: time.date(of: act.at)) == .standing ? [] : finding(code)
  }

  /// A new entry: its reference is free, and where entries are numbered the next number.
  func newEntryFindings(_ registers: Registers) -> [AuditFinding] {
    guard let entries = registers.register(of: kind), let member = kind.entry else { return [] }
    switch entries.obstacle(toEntering: act.what[member]) {
    case .reference: return finding("entry-reference")
    case .number(let number): return finding("entry-numbers", "\(number), the next being \(entries.nextNumber)")
    case nil: return []
    }
  }

  /// An act about an entry: the entry that it names was not ended.
  func namedEntryFindings(_ registers: Registers) -> [AuditFinding] {
    guard let entries = registers.register(of: kind), let member = kind.entry else { return [] }
    return entries.hasOpenEntry(act.what[member]) ? [] : finding("entry-unknown")
  }

  /// The types of what was recorded of the entry that the act names.
  private func noted(_ registers: Registers) -> Set<String> {
    let key = kind.entry.flatMap { act.what[$0]?.referenceKey }
    let entry = key.flatMap { registers.register(of: kind)?.entry($0) }
    return Set((entry?.events ?? []).map(\.type))
  }

  /// What must be recorded of a filing before it is decided.
  func preparationFindings() -> [AuditFinding] {
    guard let service, let filing else { return [] }
    return service.preparations.filter { !filing.noted.contains($0.act) }.flatMap { finding($0.finding) }
  }

  /// The requirements to a service, or to what ends an entry by the type of the act, that are in force and not met.
  func requirementFindings(of service: String, _ facts: FilingFacts?, _ registers: Registers) -> [AuditFinding] {
    let date = time.date(of: act.at)
    let judge = FactJudge(
      act: act.what, filing: facts, noted: filing?.noted ?? noted(registers), date: date, registers: registers)
    return provisions.requirements(service: service, on: date).filter(judge.concerns).flatMap { requirement in
      if !requirement.isTextKnown {
        return finding(requirement.finding, "\(requirement.id) (\(requirement.clause)), whose text is not known")
      }
      return judge.isMet(requirement) ? [] : finding(requirement.finding, "\(requirement.id) (\(requirement.clause))")
    }
  }
}
