import RegistryEvents
import RegistryProjections

/// A register whose entries are made one by one, as replayed, and which of its entries are asked for.
struct EntryReplay: RegisterReplay {
  /// The register as at the state asked for.
  let register: EntryRegister
  /// What was read and checked.
  let report: ReplayReport
  /// The moment as the command line gave it.
  let moment: EffectiveMoment
  /// The holders whose entries are asked for; empty for all.
  let holders: [String]
  /// Whether entries and digest are left out.
  let totalsOnly: Bool

  /// The local day as at which entries have run out; where none is asked for, that of the last line known.
  private var day: LocalDate {
    moment == .latest
      ? report.time.date(of: report.knownRecorded ?? .earliest) : report.time.date(of: report.asOf.effective)
  }

  private var entries: [RegisterEntry] {
    if holders.isEmpty { return register.entries }
    let keys = holders.compactMap { IdentifierKey($0) }
    return register.entries.filter { $0.holder.map(keys.contains) ?? false }
  }

  private var totals: [(status: RegisterEntry.Status, count: Int)] {
    let totals = register.totals(on: day)
    return RegisterEntry.Status.allCases.map { ($0, totals[$0] ?? 0) }
  }

  /// The cells of an entry, in the order of the columns; the state is the last.
  private func cells(_ entry: RegisterEntry) -> [String] {
    register.layout.columns.map { entry.value(of: $0)?.shown ?? "" } + [entry.status(on: day).rawValue]
  }

  /// One line an entry, under the names that the JSON gives the columns.
  func writeCSV(to output: ByteOutput) throws {
    let csv = CSVWriter(output: output)
    try csv.write(register.layout.columns.map(\.id) + ["status"])
    for entry in entries { try csv.write(cells(entry)) }
  }

  /// `replay/1`.
  func writeJSON(to output: ByteOutput) throws {
    var members: [String: JSONMember] = [
      "anomalies": .value(.array(register.anomalies.map(\.value))),
      "asOf": .value(report.asOfValue),
      "journal": .value(report.summary.journalValue),
      "register": .value(.string(register.layout.id)),
      "totals": .value(
        .object(Dictionary(uniqueKeysWithValues: totals.map { ($0.status.rawValue, .integer(Int64($0.count))) }))),
      "verification": .value(report.summary.verificationValue),
    ]
    if !totalsOnly {
      members["digest"] = .value(.string(register.digest().description))
      members["entries"] = .elements { take in
        for entry in entries {
          guard case .object(var members) = entry.value(register.layout) else { continue }
          members["status"] = .string(entry.status(on: day).rawValue)
          try take(.object(members))
        }
      }
    }
    if !holders.isEmpty {
      members["selection"] = .value(["holders": .array(holders.map(CanonicalValue.string))])
    }
    try JSONWriter(output: output).write(schema: "replay/1", members)
  }

  /// The register for people: what it is and how far it can be trusted, the totals, then the entries.
  func writeText(to output: ByteOutput) throws {
    let layout = register.layout
    let title = "Register: \(layout.title.ru ?? layout.title.kk ?? layout.id) (\(layout.clause))"
    try output.write(output.terminal.styled(title, .bold) + "\n\n")
    var facts = FactSheet(report, asked: moment)
    facts.add("totals", totals.map { "\(Figures.of($0.count)) \($0.status.rawValue)" }.joined(separator: ", "))
    if !holders.isEmpty { facts.add("shown", "\(holders.joined(separator: ", ")): \(Figures.of(entries.count))") }
    if !totalsOnly { facts.add("digest", "\(register.digest()) (\(layout.schema))") }
    for anomaly in register.anomalies { facts.add(anomaly) }
    try facts.write(to: output)
    if totalsOnly { return }
    try output.write("\n")
    guard register.count > 0 else { return try output.write("No entries.\n") }
    let columns = layout.columns.enumerated().map { index, column in
      TableColumn(column.heading, least: 12, leftOutRank: index == 0 ? nil : index)
    }
    let table = TextTable(columns + [TableColumn("status", key: true)]) { take in
      for entry in entries { try take(cells(entry)) }
    }
    try output.write(leftOut: table.write(to: output))
  }
}

extension CanonicalValue {
  /// The value in a cell: an array's elements and an object's members one after the other, and the digest where a personal value is
  /// not shown.
  fileprivate var shown: String {
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
