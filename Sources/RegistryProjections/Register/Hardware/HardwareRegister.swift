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
  private(set) var filings: [UUIDv7: HardwareFiling] = [:]
  private var decided: Set<UUIDv7> = []
  private var batches: [Batch] = []
  private var units: [Row] = []
  private var holdings: [HardwareHolding] = []
  private var texts = HardwareHolding.Texts()
  private var specifications = Interned<Specification>()
  /// Which changes each changed unit has had, in their order.
  private var amendments: [Int: [Int]] = [:]
  private var changes: [EntryChanges] = []

  /// What standing acts asked that the register could not do, in the order of the lines.
  public private(set) var anomalies: [RegisterAnomaly] = []
  /// Units, standing and excluded, and the figures of those that stand.
  public private(set) var totals = Totals()

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
  private struct Batch {
    let first: Int64
    let last: Int64
    let firstUnit: Int
    let holding: Int
    let enteredOn: LocalDate
  }

  private struct Specification: Hashable {
    let model: Int32
    let hashrateTHs: Decimal
    let powerKW: Decimal
  }

  private struct Row {
    let serialNumber: String
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
    if act.is(InclusionFiled.self) {
      filings[act.id] = HardwareFiling(.inclusion, act)
    } else if act.is(ExclusionFiled.self) {
      filings[act.id] = HardwareFiling(.exclusion, act)
    } else if act.is(ChangeNotified.self) {
      filings[act.id] = HardwareFiling(.change, act)
    } else if act.is(UnitsListed.self) {
      let part = try act.payload(UnitsListed.self)
      add(part: standing, to: part.filing, number: part.number)
    } else if act.is(EntriesListed.self) {
      let part = try act.payload(EntriesListed.self)
      add(part: standing, to: part.filing, number: part.number)
    } else if act.is(Included.self) {
      let entries = try act.readWhat { members throws(RegistryError) in
        try members.object("entries", EntryRange.init)
      }
      try include(entries, standing, on: context.time.date(of: act.at))
    } else if act.is(Excluded.self) {
      try exclude(standing, on: context.time.date(of: act.at))
    } else if act.is(ChangeEntered.self) {
      try enter(standing)
    } else if act.is(Refused.self) || act.is(CompletenessRefused.self) || act.is(IntakeRefused.self) {
      forget(try act.readWhat(HardwareRegister.filing))
    }
  }

  private static func filing(_ members: inout MemberReader) throws(RegistryError) -> UUIDv7 {
    _ = members.seek("filing")
    return try members.value("filing") { UUIDv7($0) }
  }

  private mutating func add(part standing: StandingAct, to filing: UUIDv7, number: Int64) {
    let problem = filings[filing] == nil ? .partUnknown : filings[filing]?.add(standing, number: number)
    if let problem { note(problem, standing, "part \(number)") }
  }

  private mutating func forget(_ filing: UUIDv7) {
    if filings.removeValue(forKey: filing) != nil { decided.insert(filing) }
  }

  /// The filing that a result meets, with its parts; `nil`, and an anomaly, where it cannot be met.
  private mutating func take(
    _ kind: HardwareFiling.Kind, _ act: StandingAct
  ) throws(RegistryError) -> (filing: HardwareFiling, parts: [[UInt8]])? {
    let (id, digest) = try act.act.readWhat { members throws(RegistryError) in
      let id = try HardwareRegister.filing(&members)
      _ = members.seek("partsDigest")
      return (id, try members.value("partsDigest") { Digest(hex: $0) })
    }
    guard let filing = filings[id], filing.kind == kind else {
      note(decided.contains(id) ? .filingDecided : .filingUnknown, act)
      return nil
    }
    guard let parts = filing.parts(matching: digest) else {
      note(.partsDiffer, act)
      return nil
    }
    return (filing, parts)
  }

  private mutating func include(
    _ entries: EntryRange, _ standing: StandingAct, on date: LocalDate
  ) throws(RegistryError) {
    guard let (filing, parts) = try take(.inclusion, standing) else { return }
    var listed: [Unit] = []
    let holding = try HardwareHolding(filing.what, caseNumber: filing.caseNumber, &texts, &listed)
    for part in parts {
      listed += try MemberReader.read(judged: part) { members throws(RegistryError) in
        _ = members.seek("units")
        return try members.objects("units", Unit.init)
      }
    }
    guard entries.last - entries.first == Int64(listed.count) - 1, !listed.isEmpty else {
      return note(.entryNumbers, standing, "\(listed.count) units")
    }
    let place = batches.partitioningIndex { $0.first > entries.first }
    let isFree =
      (place == 0 || batches[place - 1].last < entries.first)
      && (place == batches.count || batches[place].first > entries.last)
    guard isFree else { return note(.entryNumbers, standing, "numbers in use") }
    forget(filing.id)

    holdings.append(holding)
    let batch = Batch(
      first: entries.first, last: entries.last, firstUnit: units.count, holding: holdings.count - 1,
      enteredOn: date)
    for unit in listed {
      units.append(
        Row(
          serialNumber: unit.serialNumber,
          specification: specifications.index(
            of: Specification(
              model: texts.strings.index(of: unit.model), hashrateTHs: unit.hashrateTHs, powerKW: unit.powerKW)),
          declaration: unit.customsDeclaration.map { texts.strings.index(of: $0) } ?? -1,
          excludedOn: Row.standing, condition: unit.condition))
      totals.hashrateTHs += unit.hashrateTHs
      totals.powerKW += unit.powerKW
    }
    totals.standing += listed.count
    batches.insert(batch, at: place)
  }

  private mutating func exclude(_ standing: StandingAct, on date: LocalDate) throws(RegistryError) {
    guard let (filing, parts) = try take(.exclusion, standing) else { return }
    let ranges = try HardwareRegister.entries([filing.what] + parts)
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
    guard let (filing, parts) = try take(.change, standing) else { return }
    let ranges = try HardwareRegister.entries([filing.what] + parts)
    forget(filing.id)
    changes.append(
      try MemberReader.read(judged: filing.what) { members throws(RegistryError) in
        _ = members.seek("changes")
        return try members.object("changes", EntryChanges.init)
      })
    let change = changes.count - 1
    forEachUnit(of: ranges, standing) { register, unit, number in
      let isStanding = register.units[unit].excludedOn == Row.standing
      let before = register.figures(of: unit)
      register.amendments[unit, default: []].append(change)
      guard isStanding else { return }
      let after = register.figures(of: unit)
      register.totals.hashrateTHs += after.hashrateTHs - before.hashrateTHs
      register.totals.powerKW += after.powerKW - before.powerKW
    }
  }

  /// The entries that a filing and its parts name.
  private static func entries(_ whats: [[UInt8]]) throws(RegistryError) -> [EntryRange] {
    var all: [EntryRange] = []
    for what in whats {
      all += try MemberReader.read(judged: what) { members throws(RegistryError) in
        _ = members.seek("entries")
        return try members.objects("entries", EntryRange.init)
      }
    }
    return all
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
    let changed = amendments[unit, default: []].map { changes[$0] }
    return (
      changed.last { $0.hashrateTHs != nil }?.hashrateTHs ?? specification.hashrateTHs,
      changed.last { $0.powerKW != nil }?.powerKW ?? specification.powerKW
    )
  }
}

extension HardwareRegister {
  /// The number of entries, standing and excluded.
  public var count: Int { units.count }

  /// The number that the next entry will have.
  public var nextNumber: Int64 { (batches.last?.last ?? 0) + 1 }

  /// Gives every entry to a function, in the order of the numbers.
  public func forEachEntry<Failure: Error>(_ body: (HardwareEntry) throws(Failure) -> Void) throws(Failure) {
    for batch in batches {
      for number in batch.first...batch.last { try body(entry(number, of: batch)) }
    }
  }

  /// The entry of a number.
  public func entry(_ number: Int64) -> HardwareEntry? {
    let place = batches.partitioningIndex { $0.last >= number }
    guard place < batches.count, batches[place].first <= number else { return nil }
    return entry(number, of: batches[place])
  }

  private func entry(_ number: Int64, of batch: Batch) -> HardwareEntry {
    let index = batch.firstUnit + Int(number - batch.first)
    let unit = units[index]
    let holding = holdings[batch.holding]
    let specification = specifications[unit.specification]
    let changed = amendments[index, default: []].map { changes[$0] }
    func amended<Value>(_ member: KeyPath<EntryChanges, Value?>, _ value: Value) -> Value {
      changed.last { $0[keyPath: member] != nil }?[keyPath: member] ?? value
    }
    return HardwareEntry(
      number: number, enteredOn: batch.enteredOn,
      holderName: amended(\.holderName, texts.strings[holding.holderName]),
      holderId: texts.personal(holding.holderId),
      legalAddress: amended(\.legalAddress, texts.strings[holding.legalAddress]),
      dataCentreAddress: amended(\.dataCentreAddress, texts.strings[holding.dataCentreAddress]),
      contacts: amended(\.contacts, texts.contacts(holding)),
      model: amended(\.model, texts.strings[specification.model]),
      serialNumber: amended(\.serialNumber, unit.serialNumber),
      tnvedCode: amended(\.tnvedCode, texts.strings[holding.tnvedCode]),
      hashrateTHs: amended(\.hashrateTHs, specification.hashrateTHs),
      powerKW: amended(\.powerKW, specification.powerKW),
      customsDeclaration: changed.last { $0.customsDeclaration != nil }?.customsDeclaration
        ?? (unit.declaration < 0 ? nil : texts.strings[unit.declaration]),
      possessionDocument: amended(\.possessionDocument, texts.strings[holding.possessionDocument]),
      excludedOn: unit.excludedOn == Row.standing ? nil : LocalDate(daysSinceEpoch: unit.excludedOn),
      condition: amended(\.condition, unit.condition),
      caseNumber: holding.caseNumber < 0 ? nil : texts.strings[holding.caseNumber])
  }

  /// The Merkle root (RFC 6962 §2.1) over the canonical JSON of the shape's name and then of every entry in the order of the
  /// numbers: two machines compute it alike, anyone can from a replay's JSON, and an entry can be proved to be in it.
  public func digest() -> Digest {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    tree.append(hasher.leafHash(CanonicalWriter.bytes(of: .string(HardwareRegister.schema))), with: hasher)
    var writer = CanonicalWriter()
    forEachEntry { entry in
      writer.removeAll()
      entry.write(to: &writer)
      tree.append(hasher.leafHash(writer.bytes), with: hasher)
    }
    return tree.root(with: hasher)
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that no element before it and every element after it does.
  func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
