import RegistryEvents
import RegistryProjections

extension History {
  /// The history for people: what was verified, then a paragraph an act.
  func writeText(to output: ByteOutput) throws {
    let title = "History of \(subject.name) \(subject.text)"
    try output.write(output.terminal.styled(title, .bold) + "\n\n")
    var facts = FactSheet(report, asked: moment)
    facts.add("told", Figures.of(acts.count, "act", "acts") + "; times are Astana's")
    try facts.write(to: output)
    if acts.isEmpty { try output.write("\nNo act concerns it.\n") }
    for act in acts { try write(act, to: output) }
  }

  private func write(_ act: TrailAct, to output: ByteOutput) throws {
    var heading = "line \(act.seq), \(local(act.at)), \(act.type)"
    if let caseNumber = act.caseNumber { heading += ", case \(caseNumber)" }
    try output.write("\n" + output.terminal.styled(heading, .bold) + "\n")
    var lines = [act.summary + (act.clause.map { " (\($0))" } ?? "")]
    lines += act.signedBy.map(History.words)
    if act.recorded.seconds(since: act.at) > 86_400 { lines.append("recorded only on \(local(act.recorded))") }
    lines += act.changes.map(History.words)
    lines += act.terms.map { term in
      let due = term.due.map { ", due \($0)" } ?? ""
      return "\(term.obligation): \(term.duty.summary)\(due): \(term.status.rawValue)"
    }
    for line in lines {
      let text = TextWrapping.wrap(visible(line), width: output.terminal.width ?? 100, indent: 2)
      try output.write(text + "\n")
    }
  }

  /// `2024-03-01 12:14`.
  private func local(_ instant: Instant) -> String {
    let minute = report.time.secondOfDay(of: instant) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(report.time.date(of: instant)) \(two(minute / 60)):\(two(minute % 60))"
  }

  private static func words(_ signer: TrailSigner) -> String {
    let who = signer.signer.map { "\($0.holder.name) (\($0.roles.joined(separator: ", ")))" } ?? "key \(signer.kid)"
    return "signed by \(who): \(signer.verdict?.rawValue ?? "not checked")"
  }

  private static func words(_ change: FieldChange) -> String {
    let range: String
    switch change.place {
    case .entry(let reference): range = "entry \(reference)"
    case .entries(let entries):
      range = entries.first == entries.last ? "entry \(entries.first)" : "entries \(entries.first)–\(entries.last)"
    }
    switch (change.before, change.after) {
    case (nil, nil): return "\(range): \(change.member) changed"
    case (nil, let after?): return "\(range): \(change.member) \(after)"
    case (let before?, nil): return "\(range): \(change.member) \(before) taken away"
    case (let before?, let after?): return "\(range): \(change.member) \(before) → \(after)"
    }
  }
}
