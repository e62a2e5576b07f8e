internal import RegistryEvents

/// What must be so of an entry, in a register whose entries are made one by one, before an act can make, change or end it.
struct EntryGate<Said: ReadableAct> {
  let gate: FilingGate<Said>
  let registers: Registers

  /// A grant, with the filing that it grants.
  func pass(_ pending: PendingFiling) throws(Refusal) {
    if let problem = pending.facts.applicant.identifierProblem {
      throw gate.bars.refusal(.identifierInvalid, problem)
    }
    switch gate.service.effect {
    case .enters: try gate.bars.passNewEntry(gate.act, gate.kind, registers)
    case .changes: try passConcerned(.changeWithoutEntry)
    case .excludes: try passConcerned(.exclusionWithoutEntry)
    }
  }

  private func passConcerned(_ code: Bar.Code) throws(Refusal) {
    let entries = registers.register(of: gate.kind)
    let entry = entries?.entry(concernedBy: gate.filing.id).flatMap { entries?.entry($0) }
    guard let entry, entry.endedOn == nil else { throw gate.bars.refusal(code) }
  }
}

extension Bars {
  /// A new entry: its reference is free, and where entries are numbered the next number.
  func passNewEntry(_ act: some ReadableAct, _ kind: LawTable.Kind, _ registers: Registers) throws(Refusal) {
    guard let entries = registers.register(of: kind), let member = kind.entry else { return }
    switch entries.obstacle(toEntering: act.what[member]) {
    case .reference: throw refusal(.entryReference)
    case .number: throw refusal(.entryNumbers, "the next number is \(entries.nextNumber)")
    case nil: return
    }
  }

  /// An act about an entry: the entry it names was not ended.
  func passNamedEntry(_ act: some ReadableAct, _ kind: LawTable.Kind, _ registers: Registers) throws(Refusal) {
    guard let entries = registers.register(of: kind), let member = kind.entry else { return }
    guard entries.hasOpenEntry(act.what[member]) else { throw refusal(.entryUnknown) }
  }
}
