internal import RegistryEvents

/// Units of one model that leave the register together.
struct ExcludedModel: Sendable, Hashable {
  /// Full name, brand and model, as the register has it.
  let model: String
  /// How many.
  private(set) var count: Int
  /// The numbers of their entries, in runs.
  private(set) var entries: [ClosedRange<Int64>]

  /// The standing entries with these numbers, by model in the order of their first.
  static func all(in register: HardwareRegister, of ranges: [EntryRange]) -> [ExcludedModel] {
    let wanted = merged(ranges)
    var place = 0
    var models: [ExcludedModel] = []
    var places: [String: Int] = [:]
    register.forEachEntry { entry in
      while place < wanted.count, wanted[place].upperBound < entry.number { place += 1 }
      guard place < wanted.count, wanted[place].contains(entry.number), entry.excludedOn == nil else { return }
      if let known = places[entry.model] {
        models[known].add(entry.number)
      } else {
        places[entry.model] = models.count
        models.append(ExcludedModel(model: entry.model, count: 1, entries: [entry.number...entry.number]))
      }
    }
    return models
  }

  private mutating func add(_ number: Int64) {
    count += 1
    if let last = entries.last, last.upperBound == number - 1 {
      entries[entries.count - 1] = last.lowerBound...number
    } else {
      entries.append(number...number)
    }
  }

  /// The ranges in order, those that meet joined; one whose ends are turned round names nothing.
  private static func merged(_ ranges: [EntryRange]) -> [ClosedRange<Int64>] {
    var merged: [ClosedRange<Int64>] = []
    for range in ranges.filter({ $0.first <= $0.last }).sorted(by: { $0.first < $1.first }) {
      if let last = merged.last, range.first <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.last)
      } else {
        merged.append(range.first...range.last)
      }
    }
    return merged
  }

  /// The numbers of the entries: `1, 3–5`.
  var entryNumbers: String {
    entries.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
  }
}
