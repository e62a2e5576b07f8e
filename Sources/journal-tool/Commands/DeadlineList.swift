import RegistryEvents
import RegistryProjections

/// The terms that `deadlines` tells.
struct DeadlineList {
  let rows: [DeadlineRow]
  /// The digest of all terms, whichever are told.
  let digest: Digest
  let report: ReplayReport
  let moment: EffectiveMoment

  /// `deadlines/1`.
  func writeJSON(to output: ByteOutput) throws {
    try JSONWriter(output: output).write(
      schema: "deadlines/1", report,
      [
        "deadlines": .elements { take in for row in rows { try take(row.value) } },
        "digest": .value(.string(digest.description)),
      ])
  }

  /// One line a term, under the names that the JSON gives its members.
  func writeCSV(to output: ByteOutput) throws {
    let csv = CSVWriter(output: output)
    try csv.write([
      "case", "obligation", "clause", "actor", "summary", "startedBySeq", "due", "dueInstant", "status", "reason",
      "metBySeq", "metAt", "calendarSeq", "isDeemedRefusal",
    ])
    for row in rows {
      try csv.write([
        row.caseNumber ?? "", row.obligation, row.clause.description, row.actor.id, row.duty.summary,
        "\(row.startedBySeq)", row.due?.description ?? "", row.dueInstant?.description ?? "", row.status.rawValue,
        row.reason?.description ?? "", row.metBySeq.map { "\($0)" } ?? "", row.metAt?.description ?? "",
        row.calendarSeq.map { "\($0)" } ?? "", row.isDeemedRefusal ? "true" : "false",
      ])
    }
  }

  /// The terms for people, by last day.
  func writeText(to output: ByteOutput) throws {
    try output.write(output.terminal.styled("Deadlines", .bold) + "\n\n")
    var facts = FactSheet(report, asked: moment)
    let calendar = report.calendar.declaredBySeq.map { "as declared up to line \(Figures.of($0))" }
    facts.add("calendar", calendar ?? "the defaults of the rules: the journal declares none")
    facts.add("terms", counts)
    facts.add("digest", "\(digest) (\(Deadlines.schema))")
    try facts.write(to: output)
    try output.write("\n")
    guard !rows.isEmpty else { return try output.write("No terms.\n") }
    try DeadlineList.table(rows).write(to: output)
  }

  /// The table of terms.
  static func table(_ rows: [DeadlineRow]) -> TextTable {
    TextTable(columns) { take in for row in rows { try take(cells(row)) } }
  }

  /// `3 pending, 1 overdue`: those that there are.
  private var counts: String {
    let counts = Dictionary(grouping: rows, by: \.status).mapValues(\.count)
    let present = DeadlineStatus.allCases.compactMap { status in
      counts[status].map { "\(Figures.of($0)) \(status.words)" }
    }
    return present.isEmpty ? "none" : present.joined(separator: ", ")
  }

  private static let columns = [
    TableColumn("due", key: true), TableColumn("status", key: true), TableColumn("case", key: true),
    TableColumn("duty", key: true, leftOutRank: 2), TableColumn("what", least: 24),
    TableColumn("who", least: 12, leftOutRank: 3), TableColumn("clause", key: true, leftOutRank: 1),
    TableColumn("since", numeric: true, key: true, leftOutRank: 4),
    TableColumn("met by", numeric: true, key: true, leftOutRank: 0),
    TableColumn("why", wraps: true, least: 24, leftOutRank: 5),
  ]

  private static func cells(_ row: DeadlineRow) -> [String] {
    [
      row.due?.description ?? "", row.isDeemedRefusal ? "overdue, refused" : row.status.words, row.caseNumber ?? "",
      row.obligation, row.duty.summary, row.actor.id, row.clause.description, "\(row.startedBySeq)",
      row.metBySeq.map { "\($0)" } ?? "", row.reason?.description ?? "",
    ]
  }
}

extension DeadlineStatus {
  /// The status in words.
  fileprivate var words: String { self == .notApplicable ? "not applicable" : rawValue }
}

extension DeadlineRow {
  /// The term as JSON has it.
  var value: CanonicalValue {
    func text(_ value: (some CustomStringConvertible)?) -> CanonicalValue {
      value.map { .string($0.description) } ?? .null
    }
    func number(_ value: UInt64?) -> CanonicalValue { value.map { .integer(Int64(clamping: $0)) } ?? .null }
    return [
      "actor": .string(actor.id), "calendarSeq": number(calendarSeq), "case": text(caseNumber),
      "clause": .string(clause.description), "due": text(due), "dueInstant": text(dueInstant),
      "isDeemedRefusal": .bool(isDeemedRefusal), "metAt": text(metAt), "metBySeq": number(metBySeq),
      "obligation": .string(obligation), "reason": text(reason), "startedBySeq": number(startedBySeq),
      "status": .string(status.rawValue), "summary": .string(duty.summary),
    ]
  }
}
