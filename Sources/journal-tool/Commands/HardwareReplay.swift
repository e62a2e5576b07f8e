import RegistryEvents
import RegistryProjections

/// The hardware register as replayed, and which of its entries are asked for.
struct HardwareReplay: RegisterReplay {
  /// The register as at the state asked for.
  let register: HardwareRegister
  let report: ReplayReport
  let moment: EffectiveMoment
  let holders: [String]
  let totalsOnly: Bool

  var name: String { "apk" }
  var title: String { "Register of hardware-software complexes for digital mining (order 138/НҚ, Appendix 1)" }
  var schema: String { HardwareRegister.schema }
  var anomalies: [RegisterAnomaly] { register.anomalies }
  var isEmpty: Bool { register.count == 0 }
  var totals: RegisterTotals { RegisterTotals(register.totals) }
  var selectedTotals: RegisterTotals { holders.isEmpty ? totals : RegisterTotals(register.totals(where: selects)) }
  var columnNames: [String] { HardwareColumn.allCases.map(\.rawValue) }
  var columns: [TableColumn] { HardwareColumn.allCases.map(\.tableColumn) }

  func digest() -> Digest { register.digest() }

  func forEachRow(_ take: ([String]) throws -> Void) throws {
    try forEachEntry { entry in try take(HardwareColumn.allCases.map { $0.text(of: entry) }) }
  }

  func forEachValue(_ take: JSONMember.ElementSink) throws { try forEachEntry { try take($0.value) } }

  /// Gives every entry asked for to a function, in the order of the numbers.
  private func forEachEntry(_ body: (HardwareEntry) throws -> Void) throws {
    try register.forEachEntry { (entry) throws in if selects(entry) { try body(entry) } }
  }

  /// Whether an entry is asked for: its holder is named by БИН or ИИН, or by the digest that stands in its place.
  private func selects(_ entry: HardwareEntry) -> Bool {
    if holders.isEmpty { return true }
    switch entry.holderId {
    case .shown(let id), .committed(let id): return holders.contains { $0.utf8.elementsEqual(id.utf8) }
    }
  }
}

extension RegisterTotals {
  fileprivate init(_ totals: HardwareRegister.Totals) {
    values = [
      ("standing", .integer(Int64(totals.standing))), ("excluded", .integer(Int64(totals.excluded))),
      ("hashrateTHs", .string(totals.hashrateTHs.description)), ("powerKW", .string(totals.powerKW.description)),
    ]
    words =
      "\(Figures.of(totals.standing, "unit", "units")) standing, \(Figures.of(totals.excluded)) excluded; "
      + "standing: \(Figures.of(totals.hashrateTHs)) TH/s, \(Figures.of(totals.powerKW)) kW"
  }
}
