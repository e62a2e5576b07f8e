import RegistryEvents
import RegistryProjections

extension Command {
  /// `status`: how far a case has come.
  static let status = Command(
    "status", abstract: "Tell how far a case has come, and what is due in it.",
    discussion: """
      What an applicant may learn of the status of his case (order 138/НҚ, App. 5 it. 10): each filing and complaint with its \
      stage, and the terms that run or are overdue. Without --case, how many filings have come how far.

        journal-tool status Journals/apk-2024.jsonl --at 2024-06-30
        journal-tool status Journals/tour.jsonl --at 2024-03-05 --case APK-2024-000001
      """,
    arguments: [.journals], options: [.at, .knownAt, StatusTelling.caseNumber, .verify, .format, .output],
    run: StatusTelling.run)
}

private enum StatusTelling {
  static let caseNumber = Option("case", value: "case", help: "The case file.")

  /// What is followed at once.
  struct Followed {
    var cases = Cases()
    var deadlines = Deadlines()
  }

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let key = try arguments.value(caseNumber, expected: "printable ASCII without spaces", read: IdentifierKey.init)
    let moment = try arguments.effectiveMoment()
    let journal = try JournalSource(arguments, context)
    let (followed, report) = try journal.replay(
      at: moment, known: arguments.known(), mode: arguments.verificationMode, making: { _ in Followed() },
      fold: { followed, act, context in
        followed.cases.apply(act, context)
        followed.deadlines.apply(act, context)
      })
    let state = try key.map { key in
      guard let state = followed.cases.state(of: key) else {
        let error = RegistryError(.actMissing, detail: "case \(key.text)")
        throw ToolError(error, path: journal.name)
      }
      return (key.text, state)
    }
    let terms = followed.deadlines.rows(
      asAt: report.asOf.effective, calendar: report.calendar, time: report.time
    ) { caseNumber in key == nil || caseNumber.flatMap { IdentifierKey($0) } == key }
    let status = CaseStatus(
      state: state, stages: followed.cases.stages,
      terms: terms.filter { $0.status == .pending || $0.status == .overdue }, report: report, moment: moment)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try status.writeJSON(to: output)
      case .text, .csv: try status.writeText(to: output)
      }
    }
    return .success
  }
}
