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
    let leftOut = try table.write(to: output)
    if !leftOut.isEmpty {
      let names = leftOut.map(\.title).joined(separator: ", ")
      let note = "Left out for want of width: \(names). A file, a pipe, csv and json have them."
      try output.write("\n" + TextWrapping.wrap(note, width: output.terminal.width ?? 80) + "\n")
    }
  }

  private var facts: FactSheet {
    var facts = FactSheet(report, asked: moment)
    facts.add("totals", HardwareReplay.words(register.totals))
    if !holders.isEmpty {
      facts.add("shown", "\(holders.joined(separator: ", ")): \(HardwareReplay.words(selectedTotals))")
    }
    if !totalsOnly { facts.add("digest", "\(register.digest()) (\(HardwareRegister.schema))") }
    for anomaly in register.anomalies {
      let detail = anomaly.detail.isEmpty ? "" : ": \(anomaly.detail)"
      facts.add(
        "anomaly", "line \(Figures.of(anomaly.seq)), \(anomaly.code.rawValue)\(detail); nothing was changed by it")
    }
    return facts
  }

  private static func words(_ totals: HardwareRegister.Totals) -> String {
    "\(Figures.of(totals.standing, "unit", "units")) standing, \(Figures.of(totals.excluded)) excluded; "
      + "standing: \(Figures.of(totals.hashrateTHs)) TH/s, \(Figures.of(totals.powerKW)) kW"
  }
}
