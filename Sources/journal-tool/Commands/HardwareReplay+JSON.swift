import RegistryEvents
import RegistryProjections

extension HardwareReplay {
  /// `replay/1`; of totals alone, without `digest` and `entries`.
  func writeJSON(to output: ByteOutput) throws {
    var members: [String: JSONMember] = [
      "anomalies": .value(.array(register.anomalies.map(\.value))),
      "asOf": .value(report.asOfValue),
      "journal": .value(report.journalValue),
      "register": .value("apk"),
      "totals": .value(register.totals.value),
      "verification": .value(report.summary.verificationValue),
    ]
    if !totalsOnly {
      members["digest"] = .value(.string(register.digest().description))
      members["entries"] = .elements { take in try forEachEntry { try take($0.value) } }
    }
    if !holders.isEmpty {
      members["selection"] = .value([
        "holders": .array(holders.map(CanonicalValue.string)), "totals": selectedTotals.value,
      ])
    }
    try JSONWriter(output: output).write(schema: "replay/1", members)
  }
}

extension HardwareRegister.Totals {
  /// The totals as JSON has them.
  fileprivate var value: CanonicalValue {
    [
      "excluded": .integer(Int64(excluded)), "hashrateTHs": .string(hashrateTHs.description),
      "powerKW": .string(powerKW.description), "standing": .integer(Int64(standing)),
    ]
  }
}
