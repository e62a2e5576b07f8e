import RegistryEvents
import RegistryProjections

extension HardwareReplay {
  /// One line an entry: the columns of Appendix 1 in their order, under the names that the JSON gives them. Or one line with the
  /// totals of the entries asked for.
  func writeCSV(to output: ByteOutput) throws {
    let csv = CSVWriter(output: output)
    if totalsOnly {
      let totals = holders.isEmpty ? register.totals : selectedTotals
      try csv.write(["standing", "excluded", "hashrateTHs", "powerKW"])
      return try csv.write([
        "\(totals.standing)", "\(totals.excluded)", totals.hashrateTHs.description, totals.powerKW.description,
      ])
    }
    try csv.write(HardwareColumn.allCases.map(\.rawValue))
    try forEachEntry { entry in try csv.write(HardwareColumn.allCases.map { $0.text(of: entry) }) }
  }
}
