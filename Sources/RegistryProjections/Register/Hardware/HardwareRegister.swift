public import RegistryEvents

/// The register of hardware-software complexes for digital mining: Appendix 1 of order 138/НҚ (реестр АПК).
///
/// Follows inclusions, exclusions and entered changes, and nothing else changes it (A01, A03). One entry a unit (A02, I-11); none is
/// ever removed: an exclusion sets the last column (A16).
///
/// Held compactly, since a register has hundreds of thousands of units and few firms and models: what the units of a filing
/// share is kept once, as is each model with its figures.
public struct HardwareRegister: Projection {
  public static let schema = "apk-register/1"

  /// The filings that no result has met yet.
  var filings: [UUIDv7: HardwareFiling] = [:]
  var decided = DecidedFilings()
  var batches: [Batch] = []
  var units: [Row] = []
  var holdings: [HardwareHolding] = []
  var texts = TextStore()
  var specifications = Interned<Specification>()
  var amendments = EntryAmendments()

  /// What standing acts asked that the register could not do, in the order of the lines.
  public internal(set) var anomalies: [RegisterAnomaly] = []
  /// Units, standing and excluded, and the figures of those that stand.
  public internal(set) var totals = Totals()

  /// The number of units, and the hash rate and power of those that stand.
  public struct Totals: Sendable, Equatable {
    /// Units that stand in the register.
    public internal(set) var standing = 0
    /// Units that were excluded.
    public internal(set) var excluded = 0
    /// Hash rate of the standing units, TH/s.
    public internal(set) var hashrateTHs = Decimal.zero
    /// Power of the standing units, kW.
    public internal(set) var powerKW = Decimal.zero
  }

  /// A register without entries.
  public init() {}

  /// Consecutive entries of one inclusion.
  struct Batch: Sendable {
    let first: Int64
    let last: Int64
    let firstUnit: Int
    let holding: Int
    let enteredOn: LocalDate
  }

  /// A model, by the number of its name, with its figures.
  struct Specification: Hashable, Sendable {
    let model: Int32
    let hashrateTHs: Decimal
    let powerKW: Decimal
  }

  /// A unit.
  struct Row: Sendable {
    let serialNumber: Int32
    let specification: Int32
    /// -1 for none.
    let declaration: Int32
    /// Days since 1970; `Int32.min` while the entry stands.
    var excludedOn: Int32
    let condition: UnitCondition

    static let standing = Int32.min
  }

  public mutating func apply(_ act: StandingAct, _ context: FoldContext) {
    do {
      try follow(act, context)
    } catch {
      note(.filingUnknown, act, error.detail)
    }
  }

  private mutating func note(_ code: RegisterAnomaly.Code, _ act: StandingAct, _ detail: String = "") {
    anomalies.append(RegisterAnomaly(code: code, seq: act.seq, caseNumber: act.act.caseNumber, detail: detail))
  }

  private mutating func follow(_ standing: StandingAct, _ context: FoldContext) throws(RegistryError) {
    let act = standing.act
    switch act.payloadType {
    case ObjectIdentifier(InclusionFiled.self): filings[act.id] = HardwareFiling(.inclusion, act)
    case ObjectIdentifier(ExclusionFiled.self): filings[act.id] = HardwareFiling(.exclusion, act)
    case ObjectIdentifier(ChangeNotified.self): filings[act.id] = HardwareFiling(.change, act)
    case ObjectIdentifier(UnitsListed.self), ObjectIdentifier(EntriesListed.self):
      let (filing, number) = try act.readWhat { members throws(RegistryError) in
        _ = members.seek("filing")
        return (try members.id("filing"), try members.integer("number"))
      }
      add(part: standing, to: filing, number: number)
    case ObjectIdentifier(Included.self): try include(standing, on: context.time.date(of: act.at))
    case ObjectIdentifier(Excluded.self): try exclude(standing, on: context.time.date(of: act.at))
    case ObjectIdentifier(ChangeEntered.self): try enter(standing)
    case ObjectIdentifier(Refused.self), ObjectIdentifier(CompletenessRefused.self),
      ObjectIdentifier(IntakeRefused.self):
      forget(
        try act.readWhat { members throws(RegistryError) in
          _ = members.seek("filing")
          return try members.id("filing")
        })
    default: break
    }
  }

  private mutating func add(part standing: StandingAct, to filing: UUIDv7, number: Int64) {
    let problem = filings[filing] == nil ? .partUnknown : filings[filing]?.add(standing, number: number)
    if let problem { note(problem, standing, "part \(number)") }
  }

  private mutating func forget(_ filing: UUIDv7) {
    if filings.removeValue(forKey: filing) != nil { decided.add(filing) }
  }

  /// The filing that a result meets, and what it says of the parts; `nil`, and an anomaly, where it cannot be met.
  private mutating func take(
    _ kind: HardwareFiling.Kind, _ act: StandingAct
  ) throws(RegistryError) -> (filing: HardwareFiling, partsDigest: Digest)? {
    let (id, digest) = try act.act.readWhat { members throws(RegistryError) in
      _ = members.seek("filing")
      let id = try members.id("filing")
      _ = members.seek("partsDigest")
      return (id, try members.digest("partsDigest"))
    }
    guard let filing = filings[id], filing.kind == kind else {
      note(decided.contains(id) ? .filingDecided : .filingUnknown, act)
      return nil
    }
    return (filing, digest)
  }

  private mutating func include(_ standing: StandingAct, on date: LocalDate) throws(RegistryError) {
    guard let (filing, partsDigest) = try take(.inclusion, standing) else { return }
    let entries = try standing.act.readWhat { members throws(RegistryError) in
      try members.enterObject("entries")
      return EntryRange(first: try members.integer("first"), last: try members.integer("last"))
    }
    let firstUnit = units.count
    var added = Totals()
    let holding: HardwareHolding
    do {
      let partCount: Int64
      (holding, partCount) = try MemberReader.read(judged: filing.what) { members throws(RegistryError) in
        let read = try HardwareHolding.read(&members, caseNumber: filing.caseNumber, after: holdings.last, &texts)
        try list(&members, &added)
        return read
      }
      guard let parts = filing.parts(partCount, matching: partsDigest) else {
        units.removeSubrange(firstUnit...)
        return note(.partsDiffer, standing)
      }
      for part in parts {
        try MemberReader.read(judged: part) { members throws(RegistryError) in
          _ = members.seek("units")
          try list(&members, &added)
        }
      }
    } catch {
      units.removeSubrange(firstUnit...)
      throw error
    }
    let place = batches.partitioningIndex { $0.first > entries.first }
    let isFree =
      (place == 0 || batches[place - 1].last < entries.first)
      && (place == batches.count || batches[place].first > entries.last)
    guard added.standing > 0, entries.last - entries.first == Int64(added.standing) - 1, isFree else {
      units.removeSubrange(firstUnit...)
      let fits = added.standing > 0 && entries.last - entries.first == Int64(added.standing) - 1
      return note(.entryNumbers, standing, fits ? "numbers in use" : "\(added.standing) units")
    }
    forget(filing.id)
    holdings.append(holding)
    let batch = Batch(
      first: entries.first, last: entries.last, firstUnit: firstUnit, holding: holdings.count - 1, enteredOn: date)
    batches.insert(batch, at: place)
    totals.standing += added.standing
    totals.hashrateTHs += added.hashrateTHs
    totals.powerKW += added.powerKW
  }

  /// Takes in the units that are the next member.
  private mutating func list(_ members: inout MemberReader, _ added: inout Totals) throws(RegistryError) {
    try members.enterObjects("units")
    while try members.nextObject() {
      let condition = try members.characters("condition").plain?.count == UnitCondition.working.rawValue.utf8.count
      let declaration = try members.optionalCharacters("customsDeclaration")
      let hashrateTHs = try members.decimal("hashrateTHs")
      let model = texts.index(of: try members.characters("model"))
      let powerKW = try members.decimal("powerKW")
      let serialNumber = texts.add(try members.characters("serialNumber"))
      units.append(
        Row(
          serialNumber: serialNumber,
          specification: specification(Specification(model: model, hashrateTHs: hashrateTHs, powerKW: powerKW)),
          declaration: declaration.map { texts.index(of: $0, after: units.last?.declaration ?? -1) } ?? -1,
          excludedOn: Row.standing, condition: condition ? .working : .faulty))
      added.standing += 1
      added.hashrateTHs += hashrateTHs
      added.powerKW += powerKW
    }
  }

  /// The number of a specification: mostly that of the unit before.
  private mutating func specification(_ value: Specification) -> Int32 {
    if let last = units.last?.specification, specifications[last] == value { return last }
    return specifications.index(of: value)
  }

  private mutating func exclude(_ standing: StandingAct, on date: LocalDate) throws(RegistryError) {
    guard let (filing, partsDigest) = try take(.exclusion, standing) else { return }
    guard let ranges = try HardwareRegister.entries(filing, matching: partsDigest) else {
      return note(.partsDiffer, standing)
    }
    forget(filing.id)
    forEachUnit(of: ranges, standing) { register, unit, number in
      guard register.units[unit].excludedOn == Row.standing else {
        return register.note(.entryUnknown, standing, "entry \(number) is excluded already")
      }
      let entry = register.figures(of: unit)
      register.units[unit].excludedOn = date.daysSinceEpoch
      register.totals.standing -= 1
      register.totals.excluded += 1
      register.totals.hashrateTHs -= entry.hashrateTHs
      register.totals.powerKW -= entry.powerKW
    }
  }

  private mutating func enter(_ standing: StandingAct) throws(RegistryError) {
    guard let (filing, partsDigest) = try take(.change, standing) else { return }
    guard let ranges = try HardwareRegister.entries(filing, matching: partsDigest) else {
      return note(.partsDiffer, standing)
    }
    forget(filing.id)
    let change = try MemberReader.read(judged: filing.what) { members throws(RegistryError) in
      _ = members.seek("changes")
      return try amendments.add(members.standing("changes"), &texts)
    }
    forEachUnit(of: ranges, standing) { register, unit, number in
      let isStanding = register.units[unit].excludedOn == Row.standing
      let before = register.figures(of: unit)
      register.amendments.amend(unit, by: change)
      guard isStanding else { return }
      let after = register.figures(of: unit)
      register.totals.hashrateTHs += after.hashrateTHs - before.hashrateTHs
      register.totals.powerKW += after.powerKW - before.powerKW
    }
  }

  /// The entries that a filing and its parts name; `nil` where the parts are not as a decision says.
  private static func entries(
    _ filing: HardwareFiling, matching partsDigest: Digest
  ) throws(RegistryError) -> [EntryRange]? {
    var all: [EntryRange] = []
    let partCount = try MemberReader.read(judged: filing.what) { members throws(RegistryError) in
      try list(&members, &all)
      return try HardwareFiling.partCount(&members)
    }
    guard let parts = filing.parts(partCount, matching: partsDigest) else { return nil }
    for part in parts {
      try MemberReader.read(judged: part) { members throws(RegistryError) in try list(&members, &all) }
    }
    return all
  }

  /// Takes in the entries that come next.
  private static func list(_ members: inout MemberReader, _ all: inout [EntryRange]) throws(RegistryError) {
    _ = members.seek("entries")
    try members.enterObjects("entries")
    while try members.nextObject() {
      all.append(EntryRange(first: try members.integer("first"), last: try members.integer("last")))
    }
  }

  /// Goes through the units of entry numbers; a run of numbers that no entry has is one anomaly.
  private mutating func forEachUnit(
    of ranges: [EntryRange], _ standing: StandingAct, _ body: (inout HardwareRegister, Int, Int64) -> Void
  ) {
    for range in ranges {
      var number = range.first
      while number <= range.last {
        let place = batches.partitioningIndex { $0.last >= number }
        guard place < batches.count, batches[place].first <= range.last else {
          note(.entryUnknown, standing, "entries \(number) to \(range.last)")
          break
        }
        let batch = batches[place]
        if batch.first > number { note(.entryUnknown, standing, "entries \(number) to \(batch.first - 1)") }
        for known in max(number, batch.first)...min(range.last, batch.last) {
          body(&self, batch.firstUnit + Int(known - batch.first), known)
        }
        number = batch.last + 1
      }
    }
  }

  /// The figures of a unit as amended.
  private func figures(of unit: Int) -> (hashrateTHs: Decimal, powerKW: Decimal) {
    let specification = specifications[units[unit].specification]
    let (hashrateTHs, powerKW) = amendments.figures(of: unit)
    return (hashrateTHs ?? specification.hashrateTHs, powerKW ?? specification.powerKW)
  }
}
