import RegistryEvents
import RegistryProjections

extension RuleSheet {
  /// The rules for people: a table of all, in which a later edition has only what it changes, or one rule whole, once for the editions in
  /// which it is the same.
  func writeText(to output: ByteOutput) throws {
    for (index, part) in parts.enumerated() {
      if index > 0 { try output.write("\n") }
      let section = part.section
      var facts = FactSheet()
      facts.add("rules", version)
      facts.add(
        "regulation",
        [section.regulation.title.ru, section.regulation.title.kk].compactMap(\.self).joined(separator: "\n"))
      facts.add("edition", part.editions.map(RuleSheet.text).joined(separator: "\n"))
      if let earlier = part.earlier { facts.add("shown", "what differs from \(earlier.id)") }
      if !part.gone.isEmpty { facts.add("no longer", part.gone.joined(separator: ", ")) }
      try facts.write(to: output)
      try output.write("\n")
      if isWhole {
        try section.rules.forEach { rule in
          var facts = RuleSheet.facts(rule)
          section.requirements.forEach { facts.add("condition", RuleSheet.text($0)) }
          try facts.write(to: output)
        }
        try section.readings.forEach { try RuleSheet.facts($0).write(to: output) }
      } else {
        try writeTable(section, to: output)
        try writeOpenMatters(section, to: output)
      }
    }
  }

  /// What is shown of one edition, or of several that say the same.
  private struct Part {
    var section: Section
    var editions: [Edition]
    /// The edition that the rest is like, where only what differs from it is shown.
    var earlier: Edition?
    /// What the earlier edition has and this one has not.
    var gone: [String] = []
  }

  private var parts: [Part] {
    var parts: [Part] = []
    var last: Section?
    for section in sections {
      defer { last = section }
      guard let earlier = last, earlier.regulation.id == section.regulation.id else {
        parts.append(Part(section: section, editions: [section.edition]))
        continue
      }
      if !isWhole {
        parts.append(RuleSheet.changes(in: section, from: earlier))
      } else if section.says(earlier) {
        parts[parts.count - 1].editions.append(section.edition)
      } else {
        parts.append(Part(section: section, editions: [section.edition]))
      }
    }
    return parts
  }

  private static func changes(in section: Section, from earlier: Section) -> Part {
    func conditions(_ section: Section, _ rule: Rule) -> [Requirement] {
      section.requirements.filter { $0.rule == rule.id }
    }
    let rules = section.rules.filter { rule in
      !earlier.rules.contains(rule) || conditions(section, rule) != conditions(earlier, rule)
    }
    let kept = Set(section.rules.map(\.id) + section.readings.map(\.id))
    return Part(
      section: Section(
        regulation: section.regulation, edition: section.edition, rules: rules,
        readings: section.readings.filter { !earlier.readings.contains($0) }, requirements: [],
        openMatters: section.openMatters.filter { !earlier.openMatters.contains($0) }),
      editions: [section.edition], earlier: earlier.edition,
      gone: (earlier.rules.map(\.id) + earlier.readings.map(\.id)).filter { !kept.contains($0) })
  }

  private static func text(_ edition: Edition) -> String {
    let assumed = edition.force.isAssumed ? ", the earliest day possible: that of publication is not known" : ""
    return "\(edition.id), in force from \(edition.force.firstDay)\(assumed)"
  }

  private func writeTable(_ section: Section, to output: ByteOutput) throws {
    let columns = [
      TableColumn("id", key: true), TableColumn("clause", least: 12), TableColumn("who", least: 10, leftOutRank: 1),
      TableColumn("what", wraps: true, least: 30),
    ]
    let rules = section.rules.map { rule in
      [
        rule.id,
        rule.clauses.map { $0.regulation == section.regulation.id ? $0.place : $0.description }
          .joined(separator: "; "), rule.actor?.id ?? "", rule.text,
      ]
    }
    let readings = section.readings.map { [$0.id, $0.place, "", $0.reading] }
    try TextTable(columns, rows: rules + readings).write(to: output)
  }

  private func writeOpenMatters(_ section: Section, to output: ByteOutput) throws {
    guard !section.openMatters.isEmpty else { return }
    try output.write("\nNot in the texts, and not guessed: who embeds the rules sets what is known of it\n")
    var facts = FactSheet()
    for matter in section.openMatters { facts.add(matter.id, "\(matter.text); \(matter.consequence)") }
    try facts.write(to: output)
  }

  /// `P02.3 (142-НҚ, 4 sub 3, up to 2026-01-01): …`.
  private static func text(_ requirement: Requirement) -> String {
    let place = [
      requirement.clause.description, requirement.from.map { "from \($0)" }, requirement.until.map { "until \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    let wording = [requirement.text.ru, requirement.text.kk].compactMap(\.self).joined(separator: "\n")
    return "\(requirement.id) (\(place)): \(wording.isEmpty ? "the text is not known" : wording)"
  }

  private static func facts(_ rule: Rule) -> FactSheet {
    var facts = FactSheet()
    facts.add("rule", rule.id)
    facts.add("clauses", rule.clauses.map(\.description).joined(separator: "\n"))
    if let actor = rule.actor {
      facts.add("who", ([actor.id] + [actor.title.ru, actor.title.kk].compactMap(\.self)).joined(separator: "\n"))
    }
    facts.add("says", rule.text)
    if !rule.actTypes.isEmpty { facts.add("acts", rule.actTypes.joined(separator: "\n")) }
    for duty in rule.duties {
      let bearing = duty.bearing == .limit ? " (a possibility, not a duty)" : ""
      facts.add("term", "\(duty.id): \(duty.summary), \(duty.term.words(from: duty.start))\(bearing)")
    }
    var told: Set<String> = []
    for finding in rule.findings where told.insert(finding.code).inserted {
      facts.add("finding", "\(finding.code) (\(finding.severity.rawValue)): \(finding.text)")
    }
    if !rule.bars.isEmpty { facts.add("refused", rule.bars.map(\.code.rawValue).joined(separator: "\n")) }
    if !rule.readings.isEmpty { facts.add("readings", rule.readings.joined(separator: ", ")) }
    return facts
  }

  private static func facts(_ reading: Reading) -> FactSheet {
    var facts = FactSheet()
    facts.add("reading", reading.id)
    facts.add("place", reading.place)
    facts.add("problem", reading.problem)
    facts.add("read as", reading.reading)
    return facts
  }
}

extension RuleSheet.Section {
  /// Whether it says what another edition says.
  fileprivate func says(_ other: RuleSheet.Section) -> Bool {
    rules == other.rules && readings == other.readings && requirements == other.requirements
      && openMatters == other.openMatters
  }
}
