import RegistryEvents
import RegistryProjections

/// What `status` tells.
struct CaseStatus {
  /// The case asked for.
  let state: (name: String, case: CaseState)?
  /// How many filings of all cases have come how far.
  let stages: [FilingState.Stage: Int]
  /// The terms that run or are overdue, of the case or of all.
  let terms: [DeadlineRow]
  let report: ReplayReport
  let moment: EffectiveMoment

  /// `status/1`.
  func writeJSON(to output: ByteOutput) throws {
    var members: [String: JSONMember] = [
      "deadlines": .elements { take in for term in terms { try take(term.value) } }
    ]
    if let (name, state) = state {
      members["case"] = .value([
        "complaints": .array(state.complaints.map(\.value)), "filings": .array(state.filings.map(\.value)),
        "isCourtOpen": .bool(state.isCourtOpen), "isDecided": .bool(state.isDecided), "number": .string(name),
      ])
    } else {
      members["stages"] = .object(
        Dictionary(
          FilingState.Stage.allCases.map { ($0.rawValue, .value(.integer(Int64(stages[$0] ?? 0)))) }
        ) { first, _ in first })
    }
    try JSONWriter(output: output).write(schema: "status/1", report, members)
  }

  /// The status for people.
  func writeText(to output: ByteOutput) throws {
    let title = state.map { "Status of case \($0.name)" } ?? "Status of all cases"
    try output.write(output.terminal.styled(title, .bold) + "\n\n")
    var facts = FactSheet(report, asked: moment)
    if let state = state?.case {
      for filing in state.filings { facts.add("filing", "\(filing.service): \(filing.stage.rawValue)") }
      for complaint in state.complaints { facts.add("complaint", complaint.stage.rawValue) }
      facts.add("decided", state.isDecided ? "yes" : "no")
      if state.isCourtOpen { facts.add("court", "open: a complaint was decided (C6)") }
    } else {
      for stage in FilingState.Stage.allCases {
        if let count = stages[stage] { facts.add(stage.rawValue, Figures.of(count, "filing", "filings")) }
      }
    }
    try facts.write(to: output)
    try output.write("\n")
    guard !terms.isEmpty else { return try output.write("Nothing is due.\n") }
    try DeadlineList.table(terms).write(to: output)
  }
}

extension FilingState {
  fileprivate var value: CanonicalValue {
    ["id": .string(id.description), "service": .string(service), "stage": .string(stage.rawValue)]
  }
}

extension ComplaintState {
  fileprivate var value: CanonicalValue { ["id": .string(id.description), "stage": .string(stage.rawValue)] }
}
