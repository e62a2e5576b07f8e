public import RegistryEvents

/// All registers of a journal side by side, as decisions and audits ask them: the hardware with its index, and those whose entries are
/// made one by one.
///
/// One order's requirements ask another order's register: a licence asks for hardware that stands and a pool that is accredited.
public struct Registers: Sendable {
  /// The hardware.
  public private(set) var hardware = IndexedRegister()
  /// The others, in the order of the rule book.
  public private(set) var others: [EntryRegister]

  /// Registers without entries.
  public init(law book: RuleBook = .standard) { others = EntryRegister.all(of: book) }

  /// Follows an act.
  public mutating func apply(_ act: StandingAct, _ context: FoldContext) {
    hardware.apply(act, context)
    for index in others.indices { others[index].apply(act, context) }
  }

  /// The register of a name whose entries are made one by one.
  public func register(_ id: String) -> EntryRegister? { others.first { $0.layout.id == id } }

  /// The register that acts of a kind keep, where its entries are made one by one.
  func register(of kind: LawTable.Kind) -> EntryRegister? { others.first { $0.isKept(by: kind) } }

  /// A filing that no result has met yet, with the parts of its list.
  public func pendingFiling(_ id: UUIDv7) -> PendingFiling? {
    hardware.pendingFiling(id) ?? others.lazy.compactMap { $0.pendingFiling(id) }.first
  }

  /// Whether a holder has a standing entry of a register on a day, with these values in its columns.
  func holdsEntry(of register: String, _ holder: IdentifierKey, with values: [String: String], on date: LocalDate)
    -> Bool
  {
    guard let entries = self.register(register) else {
      return register == IndexedRegister.name && hardware.holdsEntry(holder, with: values)
    }
    return entries.entries.contains { $0.holder == holder && $0.stands(on: date, with: values, entries.layout) }
  }

  /// Whether a reference is that of a standing entry of a register on a day, with these values in its columns.
  func stands(_ key: IdentifierKey, of register: String, with values: [String: String], on date: LocalDate) -> Bool {
    guard let entries = self.register(register) else { return false }
    return entries.entry(key).map { $0.stands(on: date, with: values, entries.layout) } ?? false
  }

  /// Whether a register has a standing entry on a day.
  func hasEntries(_ register: String, on date: LocalDate) -> Bool {
    guard let entries = self.register(register) else {
      return register == IndexedRegister.name && hardware.register.totals.standing > 0
    }
    return entries.entries.contains { $0.status(on: date) == .standing }
  }
}

extension RegisterEntry {
  fileprivate func stands(on date: LocalDate, with values: [String: String], _ layout: RegisterLayout) -> Bool {
    status(on: date) == .standing
      && values.allSatisfy { id, value in
        layout.columns.first { $0.id == id }.flatMap { self.value(of: $0) }?.string == value
      }
  }
}
