import RegistryEvents
import RegistryProjections

extension Command {
  /// `audit`: what a lawyer would hold against the journal.
  static let audit = Command(
    "audit", abstract: "Find what was done against the law or the format, or left undone.",
    discussion: """
      Every line is verified, and every act held against the rules: too late, out of order, decided on what should not have been, \
      signed by whom the clause does not name. Exits 1 where a warning or a breach is among what is shown; a note is worth knowing and \
      nothing wrong. `journal-tool help findings` lists every code. Terms are counted as at --at; without it as at the moment when the \
      last line was recorded.

        journal-tool audit Journals/apk-2024.jsonl
        journal-tool audit Journals/apk-2024.jsonl --at 2024-06-30 --severity breach --format csv
      """,
    arguments: [.journals],
    options: [Auditing.at, .knownAt, Auditing.caseNumber, Auditing.severity, .tableFormat, .output], run: Auditing.run)
}

private enum Auditing {
  static let at = Option(
    "at", value: Option.at.value,
    help: "Acts done up to here count, otherwise all that the journal has: the end of a day in Astana, or an instant.")
  static let caseNumber = Option("case", value: "case", help: "Only this case; may be repeated.", occurrence: .any)
  static let severity = Option(
    "severity", value: "severity", help: "Only findings of this weight or more.",
    kind: .oneOf(Severity.allCases.map(\.rawValue)), default: Severity.note.rawValue)

  /// What is followed at once.
  struct Followed {
    var findings: Findings
    var registers = Registers()
    var deadlines = Deadlines()
  }

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let least = arguments.string(severity).flatMap(Severity.init) ?? .note
    let cases = try arguments.values(
      caseNumber, expected: "printable ASCII without spaces", read: IdentifierKey.init)
    let moment =
      try arguments.value(
        at, expected: "a date YYYY-MM-DD or an instant YYYY-MM-DDThh:mm:ssZ", read: EffectiveMoment.init) ?? .latest
    let (followed, report) = try JournalSource(arguments, context).replay(
      at: moment, known: arguments.known(), mode: .full, damage: .report,
      making: { Followed(findings: Findings(asAt: $0)) },
      see: { followed, line, context in followed.findings.follow(line, context, registers: followed.registers) },
      fold: { followed, act, context in
        followed.registers.apply(act, context)
        followed.deadlines.apply(act, context)
      })
    let termsAsAt = moment == .latest ? report.knownRecorded ?? .earliest : report.asOf.effective
    let rows = followed.deadlines.rows(asAt: termsAsAt, calendar: report.calendar, time: report.time)
    let findings = followed.findings.all(rows, report).filter { finding in
      guard finding.severity >= least else { return false }
      return cases.isEmpty || finding.caseNumber.flatMap { IdentifierKey($0) }.map(cases.contains) ?? false
    }
    let audit = Audit(findings: findings, termsAsAt: termsAsAt, report: report, moment: moment)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .text: try audit.writeText(to: output)
      case .json: try audit.writeJSON(to: output)
      case .csv: try audit.writeCSV(to: output)
      }
    }
    return findings.contains { $0.severity > .note } ? .findings : .success
  }
}
