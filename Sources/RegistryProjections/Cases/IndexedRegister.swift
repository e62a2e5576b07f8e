public import RegistryEvents

/// The register of hardware with an index of its serial numbers, so that a decision can ask which unit stands in it.
///
/// Follows a ``HardwareRegister`` and adds nothing to its state; made for those who decide or audit, since the index of a
/// million units takes as much memory as the register.
public struct IndexedRegister: Projection {
  /// That of the register: an index is no state.
  public static let schema = HardwareRegister.schema

  /// The register itself.
  public private(set) var register = HardwareRegister()
  /// What requirements of other orders call the register.
  static let name = "apk"
  /// The holder and the ground of possession of each run of entries, in the order of the numbers.
  private var holdings: [Holding] = []
  /// How many units of each holder stand, and how many of them he owns.
  private var held: [IdentifierKey: (standing: Int, owned: Int)] = [:]
  /// The newest standing entry of each serial number.
  private var standing: [IdentifierKey: Int64] = [:]
  /// Where several entries of a serial number stand, which is found and should not be: the older ones.
  private var older: [IdentifierKey: [Int64]] = [:]

  /// A register without entries.
  public init() {}

  private struct Holding {
    let entries: EntryRange
    let holder: IdentifierKey
    let isOwned: Bool
  }

  public mutating func apply(_ act: StandingAct, _ context: FoldContext) {
    let count = register.count
    let filing = act.act.id(in: "filing")
    if act.act.says(Included.self) {
      let filed = filing.flatMap { register.filings[$0] }.flatMap { try? InclusionFiled(judged: $0.what) }
      register.apply(act, context)
      guard register.count > count, let made = try? act.act.payload(Included.self).entries else { return }
      for number in made.first...made.last { add(number) }
      if let filed { hold(made, filed) }
    } else if act.act.says(Excluded.self) || act.act.says(ChangeEntered.self), let filing,
      let ranges = pendingFiling(filing)?.entries
    {
      let touched = ranges.merged(through: register.nextNumber - 1).flatMap(Array.init)
      let standing = touched.filter { stands(entry: $0) }
      for number in touched { remove(number) }
      register.apply(act, context)
      for number in touched { add(number) }
      for number in standing where !stands(entry: number) { release(number) }
    } else {
      register.apply(act, context)
    }
  }

  public func digest() -> Digest { register.digest() }

  private mutating func hold(_ entries: EntryRange, _ filed: InclusionFiled) {
    guard let holder = filed.applicant.id.shown.flatMap({ IdentifierKey($0) }) else { return }
    let isOwned = filed.possession.ground == .ownership
    let place = holdings.partitioningIndex { $0.entries.first > entries.first }
    holdings.insert(Holding(entries: entries, holder: holder, isOwned: isOwned), at: place)
    let count = Int(entries.last - entries.first) + 1
    held[holder, default: (0, 0)].standing += count
    held[holder, default: (0, 0)].owned += isOwned ? count : 0
  }

  private mutating func release(_ number: Int64) {
    let place = holdings.partitioningIndex { $0.entries.last >= number }
    guard place < holdings.count, holdings[place].entries.first <= number else { return }
    held[holdings[place].holder, default: (0, 0)].standing -= 1
    held[holdings[place].holder, default: (0, 0)].owned -= holdings[place].isOwned ? 1 : 0
  }

  /// Whether a holder has a standing unit; with `possessionGround` given, one that he has on that ground when it was included.
  func holdsEntry(_ holder: IdentifierKey, with values: [String: String]) -> Bool {
    guard let count = held[holder] else { return false }
    switch values["possessionGround"] {
    case nil: return values.isEmpty && count.standing > 0
    case PossessionGround.ownership.rawValue: return values.count == 1 && count.owned > 0
    default: return values.count == 1 && count.standing > count.owned
    }
  }

  private func key(_ number: Int64) -> IdentifierKey? {
    guard let entry = register.entry(number), entry.excludedOn == nil else { return nil }
    return IdentifierKey(entry.serialNumber)
  }

  private mutating func add(_ number: Int64) {
    guard let key = key(number) else { return }
    if let other = standing.updateValue(number, forKey: key) { older[key, default: []].append(other) }
  }

  private mutating func remove(_ number: Int64) {
    guard let key = key(number) else { return }
    if standing[key] == number {
      standing[key] = older[key]?.popLast()
    } else {
      older[key]?.removeAll { $0 == number }
    }
    if older[key]?.isEmpty == true { older[key] = nil }
  }
}

extension IndexedRegister {
  /// The number of a standing entry with a serial number.
  public func standingEntry(serialNumber key: IdentifierKey) -> Int64? { standing[key] }

  /// Whether an entry of a number stands.
  public func stands(entry number: Int64) -> Bool { register.entry(number).map { $0.excludedOn == nil } ?? false }

  /// The number that the next entry will have.
  public var nextNumber: Int64 { register.nextNumber }

  /// A filing that no result has met yet, with the parts of its list.
  public func pendingFiling(_ id: UUIDv7) -> PendingFiling? { register.pendingFiling(id) }

  /// An entry as the register shows it, by the names of its members.
  public func shownEntry(_ number: Int64) -> CanonicalValue? { register.entry(number)?.value }
}

extension HardwareRegister {
  /// A filing that no result has met yet, with the parts of its list.
  func pendingFiling(_ id: UUIDv7) -> PendingFiling? { filings[id].flatMap { try? PendingFiling($0) } }
}

extension PendingFiling {
  /// - Throws: what a stored payload throws.
  init(_ filing: HardwareFiling) throws(RegistryError) {
    let facts: FilingFacts
    switch filing.kind {
    case .inclusion: facts = FilingFacts(try InclusionFiled(judged: filing.what))
    case .exclusion: facts = FilingFacts(try ExclusionFiled(judged: filing.what))
    case .change: facts = FilingFacts(try ChangeNotified(judged: filing.what))
    }
    var parts: [(facts: PartFacts, leaf: Digest?)] = []
    for part in filing.standingParts.values {
      let listed =
        filing.kind == .inclusion
        ? PartFacts(try UnitsListed(judged: part.what)) : PartFacts(try EntriesListed(judged: part.what))
      parts.append((listed, part.leaf))
    }
    self.init(facts, parts: parts)
  }
}
