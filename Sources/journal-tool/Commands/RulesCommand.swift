import RegistryEvents
import RegistryProjections

extension Command {
  /// `rules`: the law as this tool holds it.
  static let rules = Command(
    "rules", abstract: "Print the rules of the law that this tool judges by.",
    discussion: """
      Without an id, lists every rule with its clause; of an edition that follows another, only what differs. With the id of a rule, such as A12, prints what it sets: terms, findings, \
      what it makes impossible, the readings on which it rests; with the id of a reading, such as I-05, how an unclear passage \
      is read and why. What the texts of an order leave to others that are not known is listed after its readings: it has no default.

        journal-tool rules A12
        journal-tool rules I-05
      """,
    arguments: [RulePrinting.id], options: [.format, .output], run: RulePrinting.run)
}

private enum RulePrinting {
  static let id = Argument("id", help: "The id of a rule or reading.", occurrence: .optional)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let sheet = try RuleSheet(.standard, id: arguments.string(id))
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try sheet.writeJSON(to: output)
      case .text, .csv: try sheet.writeText(to: output)
      }
    }
    return .success
  }
}
