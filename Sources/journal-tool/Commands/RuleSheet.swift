import RegistryEvents
import RegistryProjections

/// The rules and readings that `rules` prints.
struct RuleSheet {
  /// A regulation in one edition whose text is known, with what is asked for of it.
  struct Section {
    let regulation: Regulation
    let edition: Edition
    let rules: [Rule]
    let readings: [Reading]
    /// The conditions that belong to the rules.
    let requirements: [Requirement]
    /// What the text leaves to acts whose text is not known; of a rule printed whole, nothing.
    let openMatters: [OpenMatter]
  }

  let version: String
  let sections: [Section]
  /// Whether one rule or reading was asked for, which is then printed whole.
  let isWhole: Bool

  /// All of a rule book, or what has an id.
  init(_ book: RuleBook, id: String?) throws(UsageError) {
    version = book.version
    isWhole = id != nil
    let all = book.regulations.flatMap { regulation in
      regulation.editions.compactMap { edition in
        edition.provisions.map {
          Section(
            regulation: regulation, edition: edition, rules: $0.rules, readings: $0.readings,
            requirements: $0.requirements, openMatters: $0.openMatters)
        }
      }
    }
    guard let id else {
      sections = all
      return
    }
    sections = all.map { section in
      Section(
        regulation: section.regulation, edition: section.edition,
        rules: section.rules.filter { $0.id == id }, readings: section.readings.filter { $0.id == id },
        requirements: section.requirements.filter { $0.rule == id }, openMatters: [])
    }.filter { !$0.rules.isEmpty || !$0.readings.isEmpty }
    guard sections.isEmpty else { return }
    let ids = all.flatMap { $0.rules.map(\.id) + $0.readings.map(\.id) }
    throw UsageError("There is no rule or reading '\(id)'" + Suggestion.sentence(for: id, among: ids))
  }
}

extension Term {
  /// `15 working days after the day of the act`.
  func words(from start: TermStart) -> String {
    let day: String
    switch start {
    case .actDay: day = "the day of the act"
    case .intakeDay: day = "the day of intake"
    case .date(let member): day = "the day that the act states as \(member)"
    case .end(let duty): day = "the last day of \(duty)"
    case .documentExpiry: day = "the last day on which a document is valid"
    case .force: day = "the first day in force"
    }
    if count == 0 { return "on \(day)" }
    let unit = unit == .workingDays ? "working day" : "calendar day"
    return "\(Figures.of(count, unit, unit + "s")) \(direction == .after ? "after" : "before") \(day)"
  }
}
