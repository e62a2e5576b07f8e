internal import RegistryEvents

extension FieldChange {
  /// What an act changes of an entry, in a register whose entries are made one by one, as the register stands before it: an entry
  /// made, the columns of one that is changed, and its end. The values of personal columns are not told.
  static func all(
    of key: IdentifierKey, by act: StandingAct, _ context: FoldContext, _ before: EntryRegister
  ) -> [FieldChange] {
    var register = before
    register.apply(act, context)
    guard let entry = register.entry(key) else { return [] }
    let place = Place.entry(key.text)
    guard let older = before.entry(key) else {
      return [FieldChange(place: place, member: "enteredOn", before: nil, after: entry.enteredOn.description)]
    }
    var changes = before.layout.columns.compactMap { column -> FieldChange? in
      let values = (older.value(of: column), entry.value(of: column))
      guard values.0 != values.1 else { return nil }
      let numbers = [older, entry].compactMap { $0.member(["applicant", "id"]) }
      let told = numbers.contains { $0 == values.0 || $0 == values.1 } ? (nil, nil) : values
      return FieldChange(place: place, member: column.id, before: told.0?.impersonal, after: told.1?.impersonal)
    }
    if older.endedOn != entry.endedOn {
      changes.append(
        FieldChange(
          place: place, member: "endedOn", before: older.endedOn?.description, after: entry.endedOn?.description))
    }
    return changes
  }
}

extension CanonicalValue {
  /// The value as a trail tells it; `nil` for objects, which hold addresses and numbers of persons, and for commitments to such.
  fileprivate var impersonal: String? {
    switch self {
    case .null, .object: return nil
    case .bool(let value): return value ? "yes" : "no"
    case .integer(let number): return "\(number)"
    case .string(let text): return text
    case .array(let elements):
      let shown = elements.compactMap(\.impersonal)
      return shown.count == elements.count ? shown.joined(separator: ", ") : nil
    }
  }
}
