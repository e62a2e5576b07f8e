internal import RegistryEvents

/// An entry of a register whose entries are made one by one, as acts name it.
struct EntryName: Hashable {
  /// The order that lays out the register, by its index in the rule book.
  let regulation: Int
  /// The reference.
  let reference: IdentifierKey
}

extension EntryName {
  /// The entry that an act names; `nil` where it names none.
  init?(namedBy act: some ReadableAct, _ kind: LawTable.Kind) {
    guard let reference = kind.entry.flatMap({ act.what[$0]?.referenceKey }) else { return nil }
    self.init(regulation: kind.regulation, reference: reference)
  }
}
