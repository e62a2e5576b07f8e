public import RegistryEvents

/// A register whose entries are made one by one, as the law lays it out: accredited pools, licences, trusted products.
///
/// One engine for all: which acts make, change and end entries, by what reference acts name them, how long they are valid and what
/// stands in the columns is data of the order. Nothing else changes it, and no entry is ever removed. The state of an entry
/// whose validity has run out is derived when asked, by the day.
public struct EntryRegister: Projection {
  /// The name of the shape of all such registers; the digest begins with the name of the one that is laid out.
  public static let schema = "entry-register/1"

  /// How the register is laid out, by the newest edition of the order whose text is known.
  public let layout: RegisterLayout
  private let law: LawTable
  private let regulation: Int
  private var filings: [UUIDv7: Filing] = [:]
  private var decided: Set<UUIDv7> = []
  /// In the order in which they were made.
  public private(set) var entries: [RegisterEntry] = []
  private var places: [IdentifierKey: Int] = [:]
  /// The number that the next entry will have, where entries are numbered.
  private(set) var nextNumber: Int64 = 1
  /// What standing acts asked that the register could not do, in the order of the lines.
  public private(set) var anomalies: [RegisterAnomaly] = []

  /// A filing that no result has met yet.
  private struct Filing {
    let what: CanonicalValue
    let service: Service
    /// The reference of the entry that it concerns.
    let entry: IdentifierKey?
  }

  /// The register of a name without entries; `nil` where no order of the rule book lays one out.
  public init?(_ id: String, law book: RuleBook = .standard) {
    guard EntryRegister.names(of: book).contains(id) else { return nil }
    self.init(id, law: LawTable(book))
  }

  /// The names of the registers of a rule book whose entries are made one by one, in the order of its regulations.
  public static func names(of book: RuleBook = .standard) -> [String] {
    book.regulations.compactMap { $0.editions.compactMap(\.provisions?.register).last?.id }
  }

  /// Every register of a rule book whose entries are made one by one, without entries.
  static func all(of book: RuleBook) -> [EntryRegister] {
    let law = LawTable(book)
    return names(of: book).compactMap { EntryRegister($0, law: law) }
  }

  private init?(_ id: String, law: LawTable) {
    guard let (regulation, layout) = law.register(id) else { return nil }
    self.law = law
    self.regulation = regulation
    self.layout = layout
  }

  public mutating func apply(_ standing: StandingAct, _ context: FoldContext) {
    let act = standing.act
    guard let type = act.payloadType, let kind = law.kind(of: act), kind.regulation == regulation,
      let period = law.period(of: kind, on: context.time.date(of: act.at))
    else { return }
    let followed = kind.follows.flatMap { act.id(in: $0) }
    switch kind.step {
    case .filing:
      guard let service = period.services[type].map({ law.services[$0] }) else { return }
      let what = act.what
      filings[act.id] = Filing(what: what, service: service, entry: kind.entry.flatMap { what[$0]?.referenceKey })
    case .intakeRefusal, .completenessRefusal, .refusal: if let followed { forget(followed) }
    case .grant: grant(standing, kind, followed, period, on: context.time.date(of: act.at))
    case .removal: end(kind.entry.flatMap { act.what[$0]?.referenceKey }, standing, context)
    case .entryEvent:
      let what = act.what
      guard let place = kind.entry.flatMap({ what[$0]?.referenceKey }).flatMap({ places[$0] }) else {
        return note(.entryUnknown, standing)
      }
      entries[place].events.append(
        RegisterEntry.Event(type: act.type, what: what, seq: standing.seq, on: context.time.date(of: act.at)))
      if let followed, filings[followed]?.service.grantedBy.contains(act.type) ?? false { forget(followed) }
    case .part, .registration, .hearingNotice, .hearing, .complaint, .forwarding, .satisfaction, .complaintDecision,
      .amendment, .information, .correction, .note:
      break
    }
  }

  private mutating func note(_ code: RegisterAnomaly.Code, _ act: StandingAct, _ detail: String = "") {
    anomalies.append(RegisterAnomaly(code: code, seq: act.seq, caseNumber: act.act.caseNumber, detail: detail))
  }

  private mutating func forget(_ filing: UUIDv7) {
    if filings.removeValue(forKey: filing) != nil { decided.insert(filing) }
  }

  private mutating func grant(
    _ standing: StandingAct, _ kind: LawTable.Kind, _ followed: UUIDv7?, _ period: LawTable.Period, on date: LocalDate
  ) {
    let what = standing.act.what
    guard let followed else {
      guard kind.standsAlone else { return note(.filingUnknown, standing) }
      return enter(standing, what, nil, kind, period, on: date)
    }
    guard let filing = filings[followed], filing.service.grantedBy.contains(standing.act.type) else {
      return note(decided.contains(followed) ? .filingDecided : .filingUnknown, standing)
    }
    switch filing.service.effect {
    case .enters: enter(standing, what, filing.what, kind, period, on: date)
    case .changes:
      guard let place = filing.entry.flatMap({ places[$0] }) else { return note(.entryUnknown, standing) }
      let changes = filing.service.changesIn.map { filing.what[$0] ?? .object([:]) } ?? filing.what
      entries[place].filing = entries[place].filing?.replacing(with: changes) ?? changes
      entries[place].grant = entries[place].grant.replacing(with: what)
    case .excludes: end(filing.entry, standing, on: date)
    }
    forget(followed)
  }

  private mutating func enter(
    _ standing: StandingAct, _ what: CanonicalValue, _ filing: CanonicalValue?, _ kind: LawTable.Kind,
    _ period: LawTable.Period, on date: LocalDate
  ) {
    guard let reference = kind.entry.flatMap({ what[$0] }), let key = reference.referenceKey, places[key] == nil else {
      return note(.entryNumbers, standing, "reference in use, or none")
    }
    places[key] = entries.count
    if let number = reference.integer { nextNumber = max(nextNumber, number + 1) }
    entries.append(
      RegisterEntry(
        reference: reference, enteredOn: date, caseNumber: standing.act.caseNumber, enteredBySeq: standing.seq,
        validUntil: period.provisions.register?.validity?.lastDay(of: what, grantedOn: date), filing: filing,
        grant: what))
    if let followed = kind.follows.flatMap({ standing.act.id(in: $0) }) { forget(followed) }
  }

  private mutating func end(_ key: IdentifierKey?, _ standing: StandingAct, _ context: FoldContext) {
    end(key, standing, on: context.time.date(of: standing.act.at))
  }

  private mutating func end(_ key: IdentifierKey?, _ standing: StandingAct, on date: LocalDate) {
    guard let place = key.flatMap({ places[$0] }), entries[place].endedOn == nil else {
      return note(.entryUnknown, standing)
    }
    entries[place].endedOn = date
  }
}

extension EntryRegister {
  /// Whether acts of a kind keep it.
  func isKept(by kind: LawTable.Kind) -> Bool { kind.regulation == regulation }

  /// The number of entries, whatever their state.
  public var count: Int { entries.count }

  /// The entry of a reference.
  public func entry(_ key: IdentifierKey) -> RegisterEntry? { places[key].map { entries[$0] } }

  /// How many entries, or of those that are counted, stand, have run out and were ended on a day.
  public func totals(
    on date: LocalDate, where isCounted: (RegisterEntry) -> Bool = { _ in true }
  ) -> [RegisterEntry.Status: Int] {
    entries.reduce(into: [:]) { if isCounted($1) { $0[$1.status(on: date), default: 0] += 1 } }
  }

  /// A filing that no result has met yet.
  func pendingFiling(_ id: UUIDv7) -> PendingFiling? {
    filings[id].flatMap { FilingFacts(declared: $0.what) }.map { PendingFiling($0) }
  }

  /// What keeps an entry from being made.
  enum Obstacle {
    /// Its reference is in use, or cannot be compared with others.
    case reference
    /// Its number is not the next one.
    case number(Int64)
  }

  /// What keeps an entry of a reference from being made; `nil` for nothing.
  func obstacle(toEntering reference: CanonicalValue?) -> Obstacle? {
    guard let key = reference?.referenceKey, entry(key) == nil else { return .reference }
    return reference?.integer.flatMap { $0 == nextNumber ? nil : .number($0) }
  }

  /// Whether there is an entry of a reference that was not ended.
  func hasOpenEntry(_ reference: CanonicalValue?) -> Bool {
    reference?.referenceKey.flatMap { entry($0) }.map { $0.endedOn == nil } ?? false
  }

  /// The reference of the entry that a filing which no result has met yet concerns.
  func entry(concernedBy filing: UUIDv7) -> IdentifierKey? { filings[filing]?.entry }

  /// The Merkle root (RFC 6962 §2.1) over the canonical JSON of the layout's schema and then of every entry in the order in which they
  /// were made. Whether an entry has run out is no part of it: it follows from the day.
  public func digest() -> Digest {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    tree.append(hasher.leafHash(CanonicalWriter.bytes(of: .string(layout.schema))), with: hasher)
    for entry in entries { tree.append(hasher.leafHash(CanonicalWriter.bytes(of: entry.value(layout))), with: hasher) }
    return tree.root(with: hasher)
  }
}

extension Validity {
  /// The last day of validity of what is granted on a day; `nil` where none follows.
  func lastDay(of grant: CanonicalValue, grantedOn date: LocalDate) -> LocalDate? {
    switch self {
    case .years(let count): return Validity.day(count, after: date)
    case .until(let member, let years):
      return grant[member]?.string.flatMap { LocalDate($0) } ?? years.flatMap { Validity.day($0, after: date) }
    }
  }

  /// The day so many years later; in a year without 29 February its last day stands for it (reading I-27).
  private static func day(_ years: Int, after date: LocalDate) -> LocalDate? {
    date.adding(years: years) ?? date.adding(days: -1).adding(years: years)
  }
}
