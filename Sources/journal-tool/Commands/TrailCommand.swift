import RegistryEvents
import RegistryProjections

extension Command {
  /// `trail`: the history of a case, a serial number or a holder.
  static let trail = Command(
    "trail", abstract: "Tell everything that was done about a case, a serial number or a holder.",
    discussion: """
      Every act that concerns it in the order of the lines, those that do not stand among them: who signed it, by which clause, \
      what it changed and which terms it met. Identifiers are compared in upper case.

        journal-tool trail Journals/tour.jsonl --serial NGSBDBEAAAA01701
        journal-tool trail Journals/tour.jsonl --case APK-2024-000001 --format json
      """,
    arguments: [.journals],
    options: [
      Trailing.caseNumber, Trailing.serial, Trailing.holder, Trailing.at, .knownAt, .verify, .format, .output,
    ], run: Trailing.run)
}

private enum Trailing {
  static let caseNumber = Option("case", value: "case", help: "The case file.")
  static let serial = Option("serial", value: "number", help: "The serial number of a unit.")
  static let holder = Option("holder", value: "БИН or ИИН", help: "The holder of entries or applicant.")
  static let at = Option(
    "at", value: "date or instant",
    help: "Acts done up to here count, otherwise all that the journal has: the end of a day in Astana, or an instant.")

  /// What is followed at once.
  struct Followed {
    var trail: Trail
    var registers = Registers()
    var deadlines = Deadlines()
  }

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let (name, text, subject) = try subject(arguments)
    let expected = "a date YYYY-MM-DD or an instant YYYY-MM-DDThh:mm:ssZ"
    let moment = try arguments.value(at, expected: expected, read: EffectiveMoment.init) ?? .latest
    let (followed, report) = try JournalSource(arguments, context).replay(
      at: moment, known: arguments.known(), mode: arguments.verificationMode,
      making: { Followed(trail: Trail(of: subject, asAt: $0)) },
      see: { followed, line, context in followed.trail.follow(line, context, registers: followed.registers) },
      fold: { followed, act, context in
        followed.registers.apply(act, context)
        followed.deadlines.apply(act, context)
      })
    let cases = Set(followed.trail.cases)
    let terms = followed.deadlines.rows(
      asAt: report.asOf.effective, calendar: report.calendar, time: report.time
    ) { $0.map(cases.contains) ?? false }
    let history = History(
      subject: (name, text), acts: followed.trail.acts(meeting: terms, doubted: report.summary.doubted),
      report: report, moment: moment)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try history.writeJSON(to: output)
      case .text, .csv: try history.writeText(to: output)
      }
    }
    return .success
  }

  /// Whose history is asked for: just one of three.
  private static func subject(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> (name: String, text: String, subject: Trail.Subject) {
    let choices: [(Option, (IdentifierKey) -> Trail.Subject)] = [
      (caseNumber, Trail.Subject.caseNumber), (serial, Trail.Subject.serialNumber), (holder, Trail.Subject.holder),
    ]
    let given = choices.filter { arguments.isGiven($0.0) }
    guard let (option, make) = given.first, given.count == 1 else {
      throw UsageError("One of '--case', '--serial' and '--holder' must be given, and no other with it")
    }
    let key = try arguments.required(option, expected: "printable ASCII without spaces", read: IdentifierKey.init)
    return (option.name, key.text, make(key))
  }
}
