import RegistryEvents
import RegistryProjections

/// A register whose entries are made one by one, as replayed, and which of its entries are asked for.
struct EntryReplay: RegisterReplay {
  /// The register as at the state asked for.
  let register: EntryRegister
  let report: ReplayReport
  let moment: EffectiveMoment
  let holders: [String]
  let totalsOnly: Bool

  private var layout: RegisterLayout { register.layout }

  var name: String { layout.id }
  var title: String { "Register: \(layout.title.ru ?? layout.title.kk ?? layout.id) (\(layout.clause))" }
  var schema: String { layout.schema }
  var anomalies: [RegisterAnomaly] { register.anomalies }
  var isEmpty: Bool { register.count == 0 }
  var totals: RegisterTotals { RegisterTotals(register.totals(on: day)) }
  var selectedTotals: RegisterTotals { RegisterTotals(register.totals(on: day, where: selects)) }
  var columnNames: [String] { layout.columns.map(\.id) + ["status"] }

  var columns: [TableColumn] {
    layout.columns.enumerated().map { index, column in
      TableColumn(column.heading, least: 12, leftOutRank: index == 0 ? nil : index)
    } + [TableColumn("status", key: true)]
  }

  func digest() -> Digest { register.digest() }

  func forEachRow(_ take: ([String]) throws -> Void) throws {
    for entry in register.entries where selects(entry) {
      try take(layout.columns.map { entry.value(of: $0)?.shown ?? "" } + [entry.status(on: day).rawValue])
    }
  }

  func forEachValue(_ take: JSONMember.ElementSink) throws {
    for entry in register.entries where selects(entry) {
      guard case .object(var members) = entry.value(layout) else { continue }
      members["status"] = .string(entry.status(on: day).rawValue)
      try take(.object(members))
    }
  }

  /// The local day as at which entries have run out; where none is asked for, that of the last line known.
  private var day: LocalDate {
    moment == .latest
      ? report.time.date(of: report.knownRecorded ?? .earliest) : report.time.date(of: report.asOf.effective)
  }

  private func selects(_ entry: RegisterEntry) -> Bool {
    holders.isEmpty || entry.holder.map { holder in holders.contains { IdentifierKey($0) == holder } } ?? false
  }
}

extension RegisterTotals {
  fileprivate init(_ totals: [RegisterEntry.Status: Int]) {
    let counts = RegisterEntry.Status.allCases.map { (name: $0.rawValue, count: totals[$0] ?? 0) }
    values = counts.map { ($0.name, .integer(Int64($0.count))) }
    words = counts.map { "\(Figures.of($0.count)) \($0.name)" }.joined(separator: ", ")
  }
}
