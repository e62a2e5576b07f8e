import RegistryEvents
import RegistryProjections

extension RegisterAnomaly {
  /// The anomaly as JSON has it.
  var value: CanonicalValue {
    [
      "case": caseNumber.map(CanonicalValue.string) ?? .null, "code": .string(code.rawValue),
      "detail": .string(detail), "seq": .integer(Int64(clamping: seq)),
    ]
  }
}

extension FactSheet {
  /// What an act asked of the register that could not be done.
  mutating func add(_ anomaly: RegisterAnomaly) {
    let detail = anomaly.detail.isEmpty ? "" : ": \(anomaly.detail)"
    add("anomaly", "line \(Figures.of(anomaly.seq)), \(anomaly.code.rawValue)\(detail); nothing was changed by it")
  }
}

extension ByteOutput {
  /// Says which columns of a table the width did not hold.
  func write(leftOut columns: [TableColumn]) throws {
    guard !columns.isEmpty else { return }
    let names = columns.map(\.title).joined(separator: ", ")
    let note = "Left out for want of width: \(names). A file, a pipe, csv and json have them."
    try write("\n" + TextWrapping.wrap(note, width: terminal.width ?? 80) + "\n")
  }
}
