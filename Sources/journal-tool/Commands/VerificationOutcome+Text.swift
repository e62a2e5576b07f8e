import RegistryEvents
import RegistryProjections

extension VerificationOutcome {
  /// What was verified, for people, and then every finding.
  func writeText(to output: ByteOutput) throws {
    if let verified {
      try facts(verified).write(to: output)
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

  private func facts(_ verified: Verified) -> FactSheet {
    let (verification, evidence) = (verified.verification, verified.evidence)
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
    let isPartial = verification.since?.basis == .checkpoint
    facts.addVerification(
      summary, signatures: isPartial ? "signatures of control acts and of the lines since" : "every signature")
    if summary.annulled > 0 {
      let acts = Figures.of(summary.annulled, "act", "acts")
      facts.add("annulled", "\(acts) that stood by a key revoked since")
    }
    addBefore(verification, evidence, to: &facts)
    var checkpoints = "\(Figures.of(verification.storedHolding)) beside the journal hold"
    if verification.checkpointsUnread > 0 {
      checkpoints +=
        "; \(Figures.of(verification.checkpointsUnread)) of lines that were not read again were not compared"
    }
    if let newest = verification.good.checkpoint, let name = verification.good.checkpointName {
      let lines = Figures.of(newest.size, "line", "lines")
      checkpoints += "; the newest that holds is that of \(lines) (\(name))"
    }
    facts.add("checkpoints", checkpoints)
    for timestamp in verification.timestamps {
      let word = timestamp.isVerified ? "" : ", not checked: give the certificate of the authority by --tsa-ca"
      let lines = Figures.of(timestamp.size, "line", "lines")
      facts.add("timestamp", "the checkpoint of \(lines) at \(timestamp.time), by \(timestamp.authority)\(word)")
    }
    if verified.digests == nil {
      facts.add("register", "digests were recorded and not compared: the registers cannot be built from what was given")
    }
    for check in verified.digests ?? [] {
      facts.add(
        "register",
        "\(check.stated.register) at \(Figures.of(check.size, "line", "lines")) \(check.status.words) (line \(Figures.of(check.seq)))"
      )
    }
    if let anchor = verification.anchor {
      facts.add("anchor", "the checkpoint of \(Figures.of(anchor.size, "line", "lines")) with the root \(anchor.root)")
    } else if verified.boundBy == nil {
      facts.add("anchor", "none: give a checkpoint from elsewhere by --checkpoint")
    }
    if let origin = verified.boundBy {
      facts.add("anchor", "line 0 of \(origin), which continues it and is anchored")
    }
    if let first = verified.unanchoredFrom {
      let last = summary.lines - 1
      facts.add(
        "unanchored", first == last ? "line \(Figures.of(last))" : "lines \(Figures.of(first)) to \(Figures.of(last))")
    } else {
      facts.add("unanchored", "no line")
    }
    addDamage(verification, to: &facts)
    return facts
  }

  /// What was not verified again, and by what it is known.
  private func addBefore(
    _ verification: JournalVerification, _ evidence: JournalVerification.Evidence, to facts: inout FactSheet
  ) {
    if let setback = verification.setback {
      facts.add("before", "what was verified before was not relied on, and everything was verified: \(setback.words)")
    }
    guard let since = verification.since, let name = evidence.before?.name else { return }
    let lines = Figures.of(since.lines, "line", "lines")
    switch since.basis {
    case .checkpoint:
      facts.add(
        "before",
        "of the first \(lines) form, chain and control acts were checked, and that their root is that of \(name); that the other "
          + "signatures in them hold is taken on your word")
    case .verifiedFile:
      facts.add(
        "before", "the first \(lines) were verified before (\(name)); their bytes are the same, hashed again now")
    case .verifiedFileUnread:
      facts.add(
        "before",
        "the first \(lines) were verified before (\(name)), and were not read again but for the last weeks and the control acts; what "
          + "is new extends them; that the file still has them as they were is not shown")
    }
  }

  /// The first bad line, and what is still good.
  private func addDamage(_ verification: JournalVerification, to facts: inout FactSheet) {
    let good = verification.good
    if let bad = firstBad {
      facts.add(
        "first bad", "line \(Figures.of(bad.seq ?? 0)), byte \(Figures.of(bad.offset ?? 0)): \(bad.code.rawValue)")
    }
    if let rewritten = good.rewritten {
      let last = rewritten.upperBound - 1
      let range =
        rewritten.lowerBound == last
        ? "line \(Figures.of(last))" : "one of the lines \(Figures.of(rewritten.lowerBound)) to \(Figures.of(last))"
      facts.add(
        "rewritten", "\(range) is not what was signed, though each line fits the one before: the history was rewritten")
    }
    guard firstBad != nil || good.rewritten != nil else { return }
    let end = good.bytes.map { ", up to byte \(Figures.of($0))" } ?? ""
    switch good.lines {
    case 0: facts.add("good", "no line")
    case 1: facts.add("good", "line 0\(end)")
    default: facts.add("good", "lines 0 to \(Figures.of(good.lines - 1))\(end)")
    }
  }
}

extension RegisterDigestCheck.Status {
  /// What stands after a register and a number of lines.
  fileprivate var words: String {
    switch self {
    case .agrees: return "has the digest that was recorded"
    case .differs: return "has another digest than was recorded"
    case .unchecked: return "was recorded in a form that is not known here, and not compared"
    }
  }
}
