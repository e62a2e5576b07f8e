import RegistryEvents
import RegistryProjections

extension HardwareReplay {
  /// The register for people: what it is and how far it can be trusted, the totals, then the entries.
  func writeText(to output: ByteOutput) throws {
    let title = "Register of hardware-software complexes for digital mining (order 138/НҚ, Appendix 1)"
    try output.write(output.terminal.styled(title, .bold) + "\n\n")
    try facts.write(to: output)
    if totalsOnly { return }
    try output.write("\n")
    guard register.count > 0 else { return try output.write("No entries.\n") }
    let columns = HardwareColumn.allCases
    let table = TextTable(columns.map(\.tableColumn)) { take in
      try forEachEntry { entry in try take(columns.map { $0.text(of: entry) }) }
    }
    try output.write(leftOut: table.write(to: output))
  }

  private var facts: FactSheet {
    var facts = FactSheet(report, asked: moment)
    facts.add("totals", HardwareReplay.words(register.totals))
    if !holders.isEmpty {
      facts.add("shown", "\(holders.joined(separator: ", ")): \(HardwareReplay.words(selectedTotals))")
    }
    if !totalsOnly { facts.add("digest", "\(register.digest()) (\(HardwareRegister.schema))") }
    for anomaly in register.anomalies { facts.add(anomaly) }
    return facts
  }

  private static func words(_ totals: HardwareRegister.Totals) -> String {
    "\(Figures.of(totals.standing, "unit", "units")) standing, \(Figures.of(totals.excluded)) excluded; "
      + "standing: \(Figures.of(totals.hashrateTHs)) TH/s, \(Figures.of(totals.powerKW)) kW"
  }
}
