import RegistryEvents
import RegistryProjections

extension FactSheet {
  /// What every result of a replay says of itself: whose journal, as at when and as known where, and what was verified.
  init(_ report: ReplayReport, asked moment: EffectiveMoment) {
    self.init()
    addJournals(report)
    add(report, asked: moment)
    addVerification(report.summary)
    if !report.summary.findings.isEmpty {
      let count = Figures.of(report.summary.findings.count, "finding", "findings")
      add("findings", "\(count): journal-tool verify lists them")
    }
  }

  /// The journals that were read as one.
  mutating func addJournals(_ report: ReplayReport) {
    add(report.summary)
    for earlier in report.continued {
      add("continues", "\(earlier.opening.origin), \(Figures.of(earlier.lines, "line", "lines"))")
    }
    if !report.continued.isEmpty {
      let first = report.lineCount - report.summary.lines
      add("counted", "lines are counted on: its own begin with line \(Figures.of(first))")
    }
  }

  /// Whose journal it is, and how long.
  mutating func add(_ summary: WalkSummary) {
    add("journal", summary.opening.origin)
    add("authority", summary.opening.authority.kk + "\n" + summary.opening.authority.ru)
    add("lines", Figures.of(summary.lines))
    add("head", summary.head.description)
    if let root = summary.root { add("root", root.description) }
  }

  /// As at when, and as known at which line.
  mutating func add(_ report: ReplayReport, asked moment: EffectiveMoment) {
    let instant = report.asOf.effective.description
    switch moment {
    case .instant: add("as at", instant)
    case .endOf(let date): add("as at", "the end of \(date) in Astana (\(instant))")
    case .latest: add("as at", "any date")
    }
    if let seq = report.knownSeq, let recorded = report.knownRecorded {
      let isLast = seq + 1 == report.lineCount
      add("known at", "line \(Figures.of(seq))\(isLast ? ", the last," : "") recorded \(recorded)")
    } else {
      add("known at", "no line: nothing was recorded by then")
    }
  }

  /// What was verified, by which rules, and what came of it.
  ///
  /// - Parameter since: where not every signature was checked, in words which were.
  mutating func addVerification(_ summary: WalkSummary, signatures since: String = "every signature") {
    switch summary.mode {
    case .none: add("verified", "nothing: only the form was read, and every act was taken as standing")
    case .chain:
      add("verified", "form and chain of hashes; no signature was checked, and every act was taken as standing")
    case .full:
      add("verified", "form, chain of hashes, and \(since) by the rules \(summary.rulesVersion)")
      add("signatures", FactSheet.counts(Verdict.allCases, summary.verdicts) { $0.rawValue })
      add("acts", FactSheet.counts(Standing.allCases, summary.standings) { $0.words })
    }
    let unknown = summary.unknownTypes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    if !unknown.isEmpty {
      let types = unknown.map { "\(Figures.of($0.value)) \($0.key)" }.joined(separator: ", ")
      add("unknown", "\(types): kept, and folded into nothing")
    }
  }

  /// `1,300 valid, 2 invalid`: those that there are.
  private static func counts<Word: Hashable>(
    _ words: [Word], _ counts: [Word: Int], name: (Word) -> String
  ) -> String {
    let present = words.compactMap { word in counts[word].map { "\(Figures.of($0)) \(name(word))" } }
    return present.isEmpty ? "none" : present.joined(separator: ", ")
  }
}

extension Standing {
  /// What stands after a count of acts.
  fileprivate var words: String {
    switch self {
    case .stands: return "standing"
    case .fails: return "failing"
    case .undecided: return "undecided"
    }
  }
}
