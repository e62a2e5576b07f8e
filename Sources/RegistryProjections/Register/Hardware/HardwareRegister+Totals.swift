import RegistryEvents

extension HardwareRegister {
  /// The totals of those entries for which a function answers true.
  public func totals(where isCounted: (HardwareEntry) -> Bool) -> Totals {
    var totals = Totals()
    forEachEntry { entry in
      guard isCounted(entry) else { return }
      guard entry.excludedOn == nil else {
        totals.excluded += 1
        return
      }
      totals.standing += 1
      totals.hashrateTHs += entry.hashrateTHs
      totals.powerKW += entry.powerKW
    }
    return totals
  }
}
