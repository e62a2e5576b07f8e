internal import RegistryEvents

extension [EntryRange] {
  /// The same numbers in order and each once, as far as a register goes: what is named a thousand times over costs no more
  /// than what is named once.
  ///
  /// - Parameter last: the greatest number that is of interest.
  func merged(through last: Int64) -> [ClosedRange<Int64>] {
    var merged: [ClosedRange<Int64>] = []
    for range in sorted(by: { $0.first < $1.first }) where range.first <= range.last && range.first <= last {
      let end = Swift.min(range.last, last)
      if let before = merged.last, range.first <= before.upperBound {
        merged[merged.count - 1] = before.lowerBound...Swift.max(before.upperBound, end)
      } else {
        merged.append(range.first...end)
      }
    }
    return merged
  }
}
