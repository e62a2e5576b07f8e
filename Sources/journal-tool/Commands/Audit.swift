import RegistryEvents
import RegistryProjections

/// What `audit` tells.
struct Audit {
  let findings: [AuditFinding]
  /// As at when terms were counted.
  let termsAsAt: Instant
  let report: ReplayReport
  let moment: EffectiveMoment

  /// `audit/1`.
  func writeJSON(to output: ByteOutput) throws {
    try JSONWriter(output: output).write(
      schema: "audit/1", report,
      [
        "counts": .object(
          Dictionary(
            Severity.allCases.map { ($0.rawValue, .value(.integer(Int64(counts[$0] ?? 0)))) }
          ) { first, _ in first }),
        "findings": .elements { take in for finding in findings { try take(finding.value) } },
        "termsAsAt": .value(.string(termsAsAt.description)),
      ])
  }

  /// One line a finding, under the names that the JSON gives its members.
  func writeCSV(to output: ByteOutput) throws {
    let csv = CSVWriter(output: output)
    try csv.write(["code", "rule", "clause", "seq", "case", "severity", "text"])
    for finding in findings {
      try csv.write([
        finding.code, finding.rule ?? "", finding.clause.description, "\(finding.seq)", finding.caseNumber ?? "",
        finding.severity.rawValue, finding.text,
      ])
    }
  }

  /// The findings for people, in the order of the lines.
  func writeText(to output: ByteOutput) throws {
    try output.write(output.terminal.styled("Audit", .bold) + "\n\n")
    var facts = FactSheet()
    facts.addJournals(report)
    facts.add(report, asked: moment)
    facts.add("terms", "as at \(termsAsAt)")
    facts.addVerification(report.summary)
    let present = Severity.allCases.reversed().compactMap { severity in
      counts[severity].map { "\(Figures.of($0)) \(severity.rawValue)" }
    }
    facts.add("findings", present.isEmpty ? "none" : present.joined(separator: ", "))
    try facts.write(to: output)
    try output.write("\n")
    guard !findings.isEmpty else {
      return try output.write(output.terminal.styled("Nothing was found.", .green) + "\n")
    }
    let columns = [
      TableColumn("line", numeric: true, key: true), TableColumn("weight", key: true), TableColumn("code", key: true),
      TableColumn("case", key: true, leftOutRank: 1), TableColumn("clause", key: true, leftOutRank: 0),
      TableColumn("what", wraps: true, least: 30),
    ]
    try TextTable(columns) { take in
      for finding in findings {
        try take([
          "\(finding.seq)", finding.severity.rawValue, finding.code, finding.caseNumber ?? "",
          finding.clause.description, finding.text,
        ])
      }
    }.write(to: output)
  }

  private var counts: [Severity: Int] { Dictionary(grouping: findings, by: \.severity).mapValues(\.count) }
}

extension AuditFinding {
  fileprivate var value: CanonicalValue {
    [
      "case": caseNumber.map(CanonicalValue.string) ?? .null, "clause": .string(clause.description),
      "code": .string(code), "rule": rule.map(CanonicalValue.string) ?? .null, "seq": .integer(Int64(clamping: seq)),
      "severity": .string(severity.rawValue), "text": .string(text),
    ]
  }
}
