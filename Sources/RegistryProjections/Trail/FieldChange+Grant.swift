internal import RegistryEvents

extension FieldChange {
  /// What a grant changes in the register, as the register stands before it.
  static func all(
    by act: some ReadableAct, of pending: PendingFiling?, _ service: Service?, on date: LocalDate,
    _ registers: Registers
  ) -> [FieldChange] {
    guard let pending, let service, service.grantedBy.contains(act.type) else { return [] }
    switch service.effect {
    case .enters:
      guard let made = act.entriesMade else { return [] }
      return [FieldChange(place: .entries(made), member: "enteredOn", before: nil, after: date.description)]
    case .excludes:
      return changes(of: pending.entries, registers) { entry in
        entry["excludedOn"]?.string == nil ? [("excludedOn", nil, date.description)] : []
      }
    case .changes:
      let after = pending.facts.changes?.shown ?? []
      return changes(of: pending.entries, registers) { entry in
        after.compactMap { member, text in
          guard let text else { return (member, nil, nil) }
          let before = entry[member]?.string
          return before == text ? nil : (member, before, text)
        }
      }
    }
  }

  /// Compares entry by entry and puts together what is the same in consecutive ones.
  private static func changes(
    of ranges: [EntryRange], _ registers: Registers,
    _ compare: (CanonicalValue) -> [(member: String, before: String?, after: String?)]
  ) -> [FieldChange] {
    var all: [(entries: EntryRange, member: String, before: String?, after: String?)] = []
    var open: [String: Int] = [:]
    for range in ranges.merged(through: registers.hardware.nextNumber - 1) {
      for number in range {
        guard let entry = registers.hardware.shownEntry(number) else { continue }
        for (member, before, after) in compare(entry) {
          if let index = open[member], all[index].entries.last == number - 1, all[index].before == before,
            all[index].after == after
          {
            all[index].entries.last = number
          } else {
            open[member] = all.count
            all.append((EntryRange(first: number, last: number), member, before, after))
          }
        }
      }
    }
    return all.map {
      FieldChange(place: .entries($0.entries), member: $0.member, before: $0.before, after: $0.after)
    }
  }
}

extension EntryChanges {
  /// The members that change, in the order of their names, with their new texts; `nil` for personal data.
  var shown: [(member: String, text: String?)] {
    let all: [(String, String?)] = [
      ("condition", condition?.rawValue), ("customsDeclaration", customsDeclaration),
      ("dataCentreAddress", dataCentreAddress), ("hashrateTHs", hashrateTHs?.description), ("holderName", holderName),
      ("legalAddress", legalAddress), ("model", model), ("possessionDocument", possessionDocument),
      ("powerKW", powerKW?.description), ("serialNumber", serialNumber), ("tnvedCode", tnvedCode),
    ]
    let stated = all.filter { $0.1 != nil }
    return contacts == nil ? stated : (stated + [("contacts", nil)]).sorted { $0.0 < $1.0 }
  }
}
