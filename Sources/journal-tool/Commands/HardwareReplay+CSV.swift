import RegistryEvents
import RegistryProjections

extension HardwareReplay {
  /// One line an entry: the columns of Appendix 1 in their order, under the names that the JSON gives them.
  func writeCSV(to output: ByteOutput) throws {
    let csv = CSVWriter(output: output)
    try csv.write(HardwareColumn.allCases.map(\.rawValue))
    try forEachEntry { entry in try csv.write(HardwareColumn.allCases.map { $0.text(of: entry) }) }
  }
}
