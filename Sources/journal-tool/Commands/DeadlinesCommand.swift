import RegistryEvents
import RegistryProjections

extension Command {
  /// `deadlines`: who must act until when.
  static let deadlines = Command(
    "deadlines", abstract: "List who must act until when, by which clause, and what came of it.",
    discussion: """
      Terms are opened and met by the acts that stand. Working days are counted by the calendar as known at --known-at: a term \
      met in time by what was known then can be late by what is known now.

        journal-tool deadlines Journals/apk-2024.jsonl --at 2024-06-30 --status overdue --status pending
        journal-tool deadlines Journals/apk-2024.jsonl --at 2024-06-30 --case 2024/17 --format json
      """,
    arguments: [.journals],
    options: [.at, .knownAt, DeadlineListing.caseNumber, DeadlineListing.status, .verify, .tableFormat, .output],
    run: DeadlineListing.run)
}

private enum DeadlineListing {
  static let caseNumber = Option("case", value: "case", help: "Only this case; may be repeated.", occurrence: .any)
  static let status = Option(
    "status", value: "status", help: "Only terms of this status; may be repeated.",
    kind: .oneOf(DeadlineStatus.allCases.map(\.rawValue)), occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let moment = try arguments.effectiveMoment()
    let (deadlines, report) = try JournalSource(arguments, context).replay(
      at: moment, known: arguments.known(), mode: arguments.verificationMode, making: { _ in Deadlines() },
      fold: { deadlines, act, context in deadlines.apply(act, context) })
    let cases = Set(arguments.strings(caseNumber))
    let statuses = Set(arguments.strings(status))
    let rows = deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time) {
      cases.isEmpty || $0.map(cases.contains) ?? false
    }
    let list = DeadlineList(
      rows: rows.filter { statuses.isEmpty || statuses.contains($0.status.rawValue) }, digest: deadlines.digest(),
      report: report, moment: moment)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .text: try list.writeText(to: output)
      case .json: try list.writeJSON(to: output)
      case .csv: try list.writeCSV(to: output)
      }
    }
    return .success
  }
}
