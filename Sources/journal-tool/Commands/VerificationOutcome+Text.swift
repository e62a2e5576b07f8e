import RegistryEvents

extension VerificationOutcome {
  /// What was verified, for people, and then every finding.
  func writeText(to output: ByteOutput) throws {
    if case .verified(let verification, let evidence) = self {
      try facts(verification, evidence).write(to: output)
      try output.write("\n")
    }
    let findings = findings
    guard !findings.isEmpty else { return try output.write(output.terminal.styled("Nothing is wrong.", .green) + "\n") }
    try output.write(
      output.terminal.styled(Figures.of(findings.count, "finding", "findings") + ":", .red) + "\n")
    let columns = [
      TableColumn("line", numeric: true, key: true), TableColumn("byte", numeric: true, key: true),
      TableColumn("code", key: true), TableColumn("what", wraps: true, least: 30),
    ]
    try TextTable(columns) { take in
      for finding in findings {
        try take([
          finding.checkpoint == nil ? finding.seq.map { "\($0)" } ?? "" : "", finding.offset.map { "\($0)" } ?? "",
          finding.code.rawValue, (finding.checkpoint.map { $0 + ": " } ?? "") + finding.text,
        ])
      }
    }.write(to: output)
  }

  private func facts(_ verification: JournalVerification, _ evidence: JournalVerification.Evidence) -> FactSheet {
    let summary = verification.summary
    var facts = FactSheet()
    facts.add(summary)
    if let opening = verification.opening {
      let compared =
        evidence.opening == nil
        ? "not compared: give the hash that you have from elsewhere by --opening"
        : evidence.opening == opening ? "as you have it from elsewhere" : "not the one that you have from elsewhere"
      facts.add("opening", "\(opening), \(compared)")
    }
    facts.addVerification(summary)
    facts.add("checkpoints", "\(Figures.of(verification.storedHolding)) beside the journal hold")
    if let anchor = verification.anchor {
      facts.add("anchor", "the checkpoint of \(Figures.of(anchor.size, "line", "lines")) with the root \(anchor.root)")
    } else {
      facts.add("anchor", "none: give a checkpoint from elsewhere by --checkpoint")
    }
    if let first = verification.unanchoredFrom {
      let last = summary.lines - 1
      facts.add(
        "unanchored", first == last ? "line \(Figures.of(last))" : "lines \(Figures.of(first)) to \(Figures.of(last))")
    } else {
      facts.add("unanchored", "no line")
    }
    return facts
  }
}
