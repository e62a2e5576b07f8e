import RegistryEvents
import RegistryProjections

/// A register as replayed, which of its entries are asked for, and how they are shown.
protocol RegisterReplay {
  /// What was read and checked.
  var report: ReplayReport { get }
  /// The moment as the command line gave it.
  var moment: EffectiveMoment { get }
  /// The holders whose entries are asked for; empty for all.
  var holders: [String] { get }
  /// Whether entries and digest are left out.
  var totalsOnly: Bool { get }

  /// The register's name.
  var name: String { get }
  /// What stands above it for people.
  var title: String { get }
  /// The shape of its state.
  var schema: String { get }
  /// What acts asked of it that could not be done.
  var anomalies: [RegisterAnomaly] { get }
  /// Whether it has no entries, whoever is asked for.
  var isEmpty: Bool { get }
  /// The totals of the register.
  var totals: RegisterTotals { get }
  /// The totals of the entries asked for.
  var selectedTotals: RegisterTotals { get }
  /// The names of the columns, as the JSON has them.
  var columnNames: [String] { get }
  /// The columns for people, in the same order.
  var columns: [TableColumn] { get }

  /// The digest of its state.
  func digest() -> Digest
  /// Gives the cells of every entry asked for, in the order of the columns.
  func forEachRow(_ take: ([String]) throws -> Void) throws
  /// Gives every entry asked for as JSON has it.
  func forEachValue(_ take: JSONMember.ElementSink) throws
}

/// Totals by their names, and in words.
struct RegisterTotals {
  let values: [(name: String, value: CanonicalValue)]
  let words: String

  /// The totals as JSON has them.
  var value: CanonicalValue { .object(Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }) }
}

extension RegisterReplay {
  /// `replay/1`; of totals alone, without `digest` and `entries`.
  func writeJSON(to output: ByteOutput) throws {
    var members: [String: JSONMember] = [
      "anomalies": .value(.array(anomalies.map(\.value))),
      "register": .value(.string(name)),
      "totals": .value(totals.value),
    ]
    if !totalsOnly {
      members["digest"] = .value(.string(digest().description))
      members["entries"] = .elements(forEachValue)
    }
    if !holders.isEmpty {
      members["selection"] = .value([
        "holders": .array(holders.map(CanonicalValue.string)), "totals": selectedTotals.value,
      ])
    }
    try JSONWriter(output: output).write(schema: "replay/1", report, members)
  }

  /// One line an entry, under the names that the JSON gives the columns; or one line with the totals of the entries asked for.
  func writeCSV(to output: ByteOutput) throws {
    let csv = CSVWriter(output: output)
    if totalsOnly {
      let totals = selectedTotals.values
      try csv.write(totals.map(\.name))
      return try csv.write(totals.map(\.value.shown))
    }
    try csv.write(columnNames)
    try forEachRow(csv.write)
  }

  /// The register for people: what it is and how far it can be trusted, the totals, then the entries.
  func writeText(to output: ByteOutput) throws {
    try output.write(output.terminal.styled(title, .bold) + "\n\n")
    var facts = FactSheet(report, asked: moment)
    facts.add("totals", totals.words)
    if !holders.isEmpty { facts.add("shown", "\(holders.joined(separator: ", ")): \(selectedTotals.words)") }
    if !totalsOnly { facts.add("digest", "\(digest()) (\(schema))") }
    for anomaly in anomalies { facts.add(anomaly) }
    try facts.write(to: output)
    if totalsOnly { return }
    try output.write("\n")
    guard !isEmpty else { return try output.write("No entries.\n") }
    try output.write(leftOut: TextTable(columns, making: forEachRow).write(to: output))
  }
}

extension CanonicalValue {
  /// The value in a cell: an array's elements and an object's members one after the other, and the digest where a personal value is
  /// not shown.
  var shown: String {
    if let digest = self["_sd"]?.array?.first?.string { return "sd:" + digest }
    switch self {
    case .null: return ""
    case .bool(let value): return value ? "yes" : "no"
    case .integer(let number): return "\(number)"
    case .string(let text): return text
    case .array(let elements): return elements.map(\.shown).joined(separator: "; ")
    case .object(let members):
      return members.sorted { $0.key < $1.key }.map(\.value.shown).filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }
}
