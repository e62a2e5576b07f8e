internal import RegistryEvents

/// What must be so of a filing before an act can follow it: first how far it has come, then what it says.
struct FilingGate<Said: ReadableAct> {
  let act: Said
  let kind: LawTable.Kind
  let filing: FilingState
  let service: Service
  let bars: Bars

  var step: ActMeaning.Step { kind.step }

  func pass(pending: PendingFiling?, registers: Registers) throws(Refusal) {
    try passStage()
    switch step {
    case .part: try passPart(pending)
    case .hearingNotice: if service.hearing != .optional { try passGrounds() }
    case .refusal:
      try passGrounds()
      try passDigest(pending)
    case .grant: try passContents(pending, registers)
    case .registration, .intakeRefusal, .completenessRefusal, .hearing, .filing, .complaint, .forwarding, .satisfaction,
      .complaintDecision, .amendment, .information, .correction, .note, .removal, .entryEvent:
      break
    }
  }

  /// How far the filing has come.
  private func passStage() throws(Refusal) {
    guard !filing.stage.isDecided else { throw bars.refusal(.decidedAlready, filing.stage.rawValue) }
    let isRegistered = filing.stage != .filed
    switch step {
    case .registration: if isRegistered { throw bars.refusal(.registeredAlready) }
    case .intakeRefusal: if isRegistered { throw bars.refusal(.intakeAfterRegistration) }
    case .hearingNotice:
      guard isRegistered else { throw bars.refusal(.notRegistered) }
      guard service.hearing != .none else { throw bars.refusal(.serviceDiffers, "\(service.id) knows no hearing") }
    case .hearing:
      guard filing.stage == .hearingNotified, act.id(in: "notice") == filing.notice else {
        throw bars.refusal(.hearingWithoutNotice)
      }
    case .completenessRefusal, .refusal, .grant:
      guard isRegistered || step == .completenessRefusal && service.isRefusableUnregistered else {
        throw bars.refusal(.notRegistered)
      }
      guard (step == .grant ? service.grantedBy : service.refusedBy).contains(act.type) else {
        throw bars.refusal(.serviceDiffers, "\(act.type) in a case of \(service.id)")
      }
      guard filing.stage != .hearingNotified else { throw bars.refusal(.hearingPending) }
      if step == .refusal { try passHearing() }
    case .part, .filing, .complaint, .forwarding, .satisfaction, .complaintDecision, .amendment, .information,
      .correction, .note, .removal, .entryEvent:
      break
    }
  }

  /// Whether the applicant was heard where he must be, and the refusal names the hearing that was held.
  private func passHearing() throws(Refusal) {
    if service.hearing == .required, filing.stage != .heard { throw bars.refusal(.refusedWithoutHearing) }
    if act.member("hearing") != nil, act.id(in: "hearing") != filing.hearing {
      throw bars.refusal(.refusedWithoutHearing, "no such hearing was held")
    }
  }

  /// The grounds, read as they stand and not as the schema of today's acts has them: an edition has its own list, or one that is not
  /// known.
  private func passGrounds() throws(Refusal) {
    guard !bars.provisions.refusalGrounds.isEmpty else { return }
    let grounds = act.what["grounds"]?.array?.map { $0["ground"]?.string ?? "" } ?? []
    guard bars.provisions.lists(grounds: grounds) else { throw bars.refusal(.groundNotListed) }
  }

  private func passPart(_ pending: PendingFiling?) throws(Refusal) {
    guard let part = try? PartFacts(act) else { return }
    let suits = service.effect == .enters ? part.entries.isEmpty : part.units.isEmpty
    guard let pending, suits, (1...max(1, pending.facts.partCount)).contains(part.number), pending.facts.partCount > 0
    else {
      throw bars.refusal(.partUnknown, "part \(part.number)")
    }
    guard !pending.parts.contains(where: { $0.facts.number == part.number }) else {
      throw bars.refusal(.partRepeated, "part \(part.number)")
    }
  }

  private func passDigest(_ pending: PendingFiling?) throws(Refusal) {
    guard let digest = pending?.partsDigest else { return }
    guard act.member("partsDigest") == digest.description else { throw bars.refusal(.partsDiffer) }
  }

  private func passContents(_ pending: PendingFiling?, _ registers: Registers) throws(Refusal) {
    guard let pending else { throw bars.refusal(.filingUnknown) }
    guard pending.isComplete || pending.facts.declared != nil else {
      throw bars.refusal(.listIncomplete, "\(pending.parts.count) of \(pending.facts.partCount) parts")
    }
    try passDigest(pending)
    if pending.facts.consent == false { throw bars.refusal(.consentMissing) }
    if pending.facts.declared != nil { return try EntryGate(gate: self, registers: registers).pass(pending) }
    switch service.effect {
    case .enters: try passUnits(pending, registers)
    case .excludes: try passEntries(pending.entries, .exclusionWithoutEntry, registers)
    case .changes:
      try passEntries(pending.entries, .changeWithoutEntry, registers)
      try passNewSerial(pending, registers)
    }
  }

  private func passUnits(_ pending: PendingFiling, _ registers: Registers) throws(Refusal) {
    let units = pending.units
    guard !units.isEmpty else { throw bars.refusal(.listIncomplete) }
    guard pending.facts.quantity.map({ $0 == Int64(units.count) }) ?? true else {
      throw bars.refusal(.quantityDiffers, "\(units.count) units")
    }
    if let problem = pending.facts.applicant.identifierProblem { throw bars.refusal(.identifierInvalid, problem) }
    var seen: Set<IdentifierKey> = []
    for (index, unit) in units.enumerated() {
      let place = "unit \(index + 1)"
      guard let key = IdentifierKey(unit.serialNumber) else { throw bars.refusal(.serialMalformed, place) }
      guard seen.insert(key).inserted else { throw bars.refusal(.serialRepeated, place) }
      if let other = registers.hardware.standingEntry(serialNumber: key) {
        throw bars.refusal(.serialStanding, "\(place), entry \(other)")
      }
    }
    if let made = act.entriesMade {
      guard made.first == registers.hardware.nextNumber, made.last - made.first == Int64(units.count) - 1 else {
        throw bars.refusal(
          .entryNumbers, "the next number is \(registers.hardware.nextNumber), for \(units.count) units")
      }
    }
  }

  /// Every entry stands, and is named once.
  private func passEntries(
    _ ranges: [EntryRange], _ code: Bar.Code, _ registers: Registers
  ) throws(Refusal) {
    guard !ranges.isEmpty else { throw bars.refusal(code, "no entry is named") }
    var next: Int64 = 1
    for range in ranges.sorted(by: { $0.first < $1.first }) {
      guard range.first >= next, range.last >= range.first, range.last < registers.hardware.nextNumber else {
        throw bars.refusal(code, "entries \(range.first) to \(range.last)")
      }
      for number in range.first...range.last where !registers.hardware.stands(entry: number) {
        throw bars.refusal(code, "entry \(number)")
      }
      next = range.last + 1
    }
  }

  /// A new serial number goes to one entry, and no other has it.
  private func passNewSerial(_ pending: PendingFiling, _ registers: Registers) throws(Refusal) {
    guard let serial = pending.facts.changes?.serialNumber else { return }
    guard let key = IdentifierKey(serial) else { throw bars.refusal(.serialMalformed) }
    let ranges = pending.entries
    guard ranges.count == 1, ranges[0].first == ranges[0].last else {
      throw bars.refusal(.serialRepeated, "one number for several entries")
    }
    if let other = registers.hardware.standingEntry(serialNumber: key), other != ranges[0].first {
      throw bars.refusal(.serialStanding, "entry \(other)")
    }
  }
}
