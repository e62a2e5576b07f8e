internal import RegistryEvents

/// Looks at one act in its case, as the law's data has the rules: a finding is made only where a rule of the edition knows its
/// code.
struct ActCheck {
  let act: Act
  let seq: UInt64
  let kind: LawTable.Kind
  /// The filing, complaint or amendment that the act names.
  let followed: UUIDv7?
  /// The filing that it follows, as it stands before.
  let filing: FilingState?
  let provisions: Provisions
  let time: AstanaTime

  private var step: ActMeaning.Step { kind.step }

  var service: Service? {
    if step == .filing { return provisions.service(openedBy: act.type) }
    if filing == nil, kind.standsAlone { return provisions.services.first { $0.grantedBy.contains(act.type) } }
    return filing.flatMap { filing in provisions.services.first { $0.id == filing.service } }
  }

  func finding(_ code: String, _ detail: String = "", severity: Severity? = nil) -> [AuditFinding] {
    guard let kind = provisions.finding(code) else { return [] }
    return [AuditFinding(kind, seq: seq, case: act.caseNumber, severity: severity, because: detail)]
  }

  private func finding(_ kind: FindingKind, _ detail: String = "") -> [AuditFinding] {
    [AuditFinding(kind, seq: seq, case: act.caseNumber, because: detail)]
  }

  /// Whether somebody signs in the capacity that the clause wants, in a case of this service. Not judged where signatures
  /// were not checked.
  func signatoryFindings(_ judgement: Judgement?) -> [AuditFinding] {
    guard let judgement, let signatory = provisions.signatory(of: act.type, service: service?.id),
      let kind = provisions.finding("signatory-not-competent")
    else { return [] }
    let signers = judgement.signatures.compactMap(\.signer)
    guard !signatory.isSatisfied(by: signers) else { return [] }
    let held = Set(signers.flatMap(\.roles)).sorted().joined(separator: ", ")
    return [
      AuditFinding(
        kind, rule: signatory.rule, clause: signatory.clause, seq: seq, case: act.caseNumber,
        because: "signed as \(held), to be signed as \(signatory.roles.map(\.id).joined(separator: " or "))")
    ]
  }

  /// Whether the grounds of a refusal, or of a preliminary one, stand on the closed list, where that is known; of an act that
  /// does not stand too.
  func groundsFindings() -> [AuditFinding] {
    guard step == .refusal || step == .hearingNotice && service?.hearing != .optional,
      !provisions.refusalGrounds.isEmpty
    else { return [] }
    let grounds = act.what["grounds"]?.array?.map { $0["ground"]?.string ?? "" } ?? []
    return provisions.lists(grounds: grounds) ? [] : finding("refusal-ground-not-listed")
  }

  /// What the act's step, and what it says, give to find.
  func findings(pending: PendingFiling?, registers: Registers) -> [AuditFinding] {
    switch step {
    case .filing: return filingFindings()
    case .part: return partFindings(pending)
    case .intakeRefusal:
      let isRegistered = filing.map { $0.stage != .filed } ?? false
      return (isRegistered ? finding("intake-refused-after-registration") : [])
        + (pending?.facts.channel == .portal ? finding("intake-refused-on-portal") : [])
    case .hearingNotice: return groundsFindings() + notComputable()
    case .refusal: return repeated() + groundsFindings() + hearingFindings() + preparationFindings()
    case .completenessRefusal: return repeated()
    case .grant: return repeated() + grantFindings(pending, registers)
    case .correction: return finding("corrected-by-authority")
    case .removal: return namedEntryFindings(registers) + requirementFindings(of: act.type, nil, registers)
    case .entryEvent: return namedEntryFindings(registers)
    case .registration, .hearing, .complaint, .forwarding, .satisfaction, .complaintDecision, .amendment, .information,
      .note:
      return []
    }
  }

  private func repeated() -> [AuditFinding] {
    guard let filing, filing.stage.isDecided else { return [] }
    return finding("result-repeated", "the first was \(filing.stage.rawValue)")
  }
}

extension ActMeaning.Step {
  /// Whether a check of the act looks at what the filing that it follows says, which takes time to read.
  var asksForList: Bool { self == .part || self == .intakeRefusal || self == .grant }
}

// MARK: - Filings

extension ActCheck {
  private func filingFindings() -> [AuditFinding] {
    guard let service, let facts = try? FilingFacts(act) else { return [] }
    var found: [AuditFinding] = []
    if let problem = facts.applicant.identifierProblem { found += finding("identifier-check-digit", problem) }
    found += serialFindings(facts.units)
    if facts.partCount == 0 { found += quantityFindings(facts, count: facts.units.count) }
    let day = time.date(of: act.at)
    for document in provisions.documents(service: service.id, channel: facts.channel)
    where document.kind != nil && document.isWanted(on: day, member: { act.member($0) }) {
      guard !facts.documents.contains(where: { document.isMet(byKind: $0.kind) }) else { continue }
      found += finding("document-missing", document.id)
    }
    for (index, document) in facts.documents.enumerated() {
      if let until = document.validUntil, until < day {
        found += finding("document-expired", "document \(index + 1), valid until \(until)")
      }
    }
    return found
  }

  private func quantityFindings(_ facts: FilingFacts, count: Int) -> [AuditFinding] {
    guard let quantity = facts.quantity, quantity != Int64(count) else { return [] }
    return finding("quantity-mismatch", "\(quantity) applied for, \(count) listed")
  }

  private func serialFindings(_ units: [Unit]) -> [AuditFinding] {
    let malformed = units.indices.filter { IdentifierKey(units[$0].serialNumber) == nil }
    guard let first = malformed.first else { return [] }
    let more = malformed.count > 1 ? " and \(malformed.count - 1) more" : ""
    return finding("serial-malformed", "unit \(first + 1)\(more)")
  }

  private func partFindings(_ pending: PendingFiling?) -> [AuditFinding] {
    guard let part = try? PartFacts(act) else { return [] }
    guard let pending, part.number <= pending.facts.partCount else {
      return finding(FindingCatalogue.partUnknown, "part \(part.number)")
    }
    if pending.parts.contains(where: { $0.facts.number == part.number }) {
      return finding(FindingCatalogue.partRepeated, "part \(part.number)")
    }
    let isLast = Int64(pending.parts.count) + 1 == pending.facts.partCount
    return serialFindings(part.units)
      + (isLast ? quantityFindings(pending.facts, count: pending.units.count + part.units.count) : [])
  }
}

// MARK: - Results

extension ActCheck {
  /// In a service whose term leaves no room for it, the limit of the notice cannot be computed.
  private func notComputable() -> [AuditFinding] {
    service?.hearing == .wanted && filing?.notice == nil ? finding("hearing-notice-not-computable") : []
  }

  private func hearingFindings() -> [AuditFinding] {
    guard let filing, let service, service.hearing != .none else { return [] }
    if service.hearing == .optional { return filing.hearing == nil ? finding("refused-without-optional-hearing") : [] }
    let severity = service.hearing == .wanted ? Severity.warning : nil
    let wanted = service.hearing == .wanted ? "the term of \(service.id) leaves hardly room for one" : ""
    var found = notComputable()
    if filing.notice == nil { found += finding("refused-without-hearing-notice", wanted, severity: severity) }
    if filing.hearing == nil { found += finding("refused-without-hearing", wanted, severity: severity) }
    return found
  }

  private func grantFindings(_ pending: PendingFiling?, _ registers: Registers) -> [AuditFinding] {
    if followed == nil, kind.standsAlone {
      return newEntryFindings(registers) + (service.map { requirementFindings(of: $0.id, nil, registers) } ?? [])
    }
    guard let filing, let service, service.grantedBy.contains(act.type) else {
      return finding("act-without-application", filing.map { "the application was for \($0.service)" } ?? "")
    }
    guard let pending, !filing.stage.isDecided else { return [] }
    if pending.facts.declared != nil { return entryGrantFindings(service, pending, registers) + preparationFindings() }
    let digest = pending.partsDigest?.description
    guard pending.isComplete, digest == nil || act.member("partsDigest") == digest else {
      return finding(
        FindingCatalogue.partsDiffer, "\(pending.parts.count) of \(pending.facts.partCount) parts stand")
    }
    switch service.effect {
    case .enters: return unitFindings(pending, registers)
    case .excludes: return entryFindings("exclusion-without-entry", pending.entries, registers)
    case .changes: return entryFindings("change-without-entry", pending.entries, registers)
    }
  }

  private func unitFindings(_ pending: PendingFiling, _ registers: Registers) -> [AuditFinding] {
    var found: [AuditFinding] = []
    var seen: Set<IdentifierKey> = []
    let units = pending.units
    for (index, unit) in units.enumerated() {
      guard let key = IdentifierKey(unit.serialNumber) else { continue }
      if let other = registers.hardware.standingEntry(serialNumber: key) {
        found += finding("serial-repeated", "unit \(index + 1), which is entry \(other)")
      } else if !seen.insert(key).inserted {
        found += finding("serial-repeated", "unit \(index + 1), which occurs before in the filing")
      }
    }
    if let made = act.entriesMade,
      made.first != registers.hardware.nextNumber || made.last - made.first != Int64(units.count) - 1
    {
      found += finding(
        "entry-numbers",
        "\(made.first) to \(made.last) for \(units.count) units, the next being \(registers.hardware.nextNumber)")
    }
    return found
  }

  private func entryFindings(
    _ code: String, _ ranges: [EntryRange], _ registers: Registers
  ) -> [AuditFinding] {
    if ranges.isEmpty { return finding(code, "no entry is named") }
    let beyond = ranges.filter { $0.last < $0.first || $0.last >= registers.hardware.nextNumber }
    let missing = ranges.merged(through: registers.hardware.nextNumber - 1).joined().filter {
      !registers.hardware.stands(entry: $0)
    }
    return beyond.flatMap { finding(code, "entries \($0.first) to \($0.last)") }
      + missing.flatMap { finding(code, "entry \($0)") }
  }
}
