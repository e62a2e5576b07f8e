import RegistryEvents
import RegistryProjections

extension Command {
  /// `verify`: every line, every signature, every checkpoint.
  static let verify = Command(
    "verify", abstract: "Check a journal: form, chain, signatures, and checkpoints.",
    discussion: """
      Lists everything that is wrong, and exits 0 where nothing is and 1 otherwise. The checkpoints beside the journal \
      (x.checkpoints of x.jsonl) are always held against it; but whoever can rewrite the journal can rewrite them. What \
      anchors a journal comes from elsewhere: a checkpoint that a witness or an earlier reader kept, or the hash of line 0.

        journal-tool verify Journals/apk-2024.jsonl
        journal-tool verify apk.jsonl --checkpoint kept-by-us/1200 --opening c4804735…
        journal-tool verify apk.jsonl --checkpoint cosigned --witness VKEY --witness VKEY --witness VKEY --quorum 2
        journal-tool verify apk.jsonl --since kept-by-us/1200 --verified-file apk.verified.json
        journal-tool verify apk-2024.jsonl apk-2025.jsonl

      With witnesses, a checkpoint from elsewhere that too few of them have cosigned does not hold. The anchor is the largest \
      checkpoint from elsewhere that holds. Lines from unanchoredFrom on are vouched for by no such checkpoint: in JSON null \
      where there is no such line, and 0 where there is no anchor. A finding about a checkpoint names its file, and as seq the \
      number of lines that it claims. Where something is wrong, the first bad line is named, and what is good: the lines before \
      it, and the newest checkpoint that holds.

      With --since, signatures are checked from the lines of that checkpoint on; before it form, chain and the acts by which keys are known, \
      and that the root is the checkpoint's: that the other signatures there hold is taken on your word. With --verified-file, the record of \
      your last verification takes the place of your word: what it is of is only hashed again, and the root compared. With --unread \
      too, that is not read: it is shown that what is new extends what you verified, and not that the file still has it. Where the \
      record does not bear the journal out, everything is verified, and what differs is a finding. Timestamp tokens beside the \
      checkpoints are checked with the certificates of --tsa-ca, as at the time that they say.

      A journal that continues another is held against it where both are given, the older one first; without it that is a finding.       What comes from elsewhere is about the last journal: --checkpoint, --opening, --since and the rest.
      """,
    arguments: [.journals],
    options: [
      Verifying.checkpoint, Verifying.key, Verifying.opening, Verifying.since, VerifiedFile.option, Verifying.authority,
    ] + QuorumOptions.all + [.format, .output],
    flags: [VerifiedFile.flag, VerifiedFile.unread], run: Verifying.run)
}

private enum Verifying {
  static let checkpoint = Option(
    "checkpoint", value: "file", help: "A checkpoint from elsewhere; may be repeated.", kind: .file(), occurrence: .any)
  static let key = Option(
    "key", value: "vkey",
    help:
      "A verifier key that the checkpoints from elsewhere must be signed by, instead of the note keys of line 0; may be repeated.",
    occurrence: .any)
  static let opening = Option("opening", value: "hex", help: "The leaf hash of line 0, from elsewhere.")
  static let since = Option(
    "since", value: "file", help: "A checkpoint from elsewhere up to which you have verified before.", kind: .file())
  static let authority = Option(
    "tsa-ca", value: "file", help: "The certificates of the timestamping authorities that you trust.",
    kind: .file(suffixes: ["pem", "crt"]), occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let journal = try JournalSource(arguments, context)
    let since = arguments.string(since)
    if journal.path == "-", since != nil || arguments.isGiven(VerifiedFile.option) || arguments[VerifiedFile.flag] {
      throw UsageError.invalid("-", for: Argument.journal, expected: "a file, which may have to be read twice")
    }
    var evidence = try evidence(arguments, context, since: since)
    let file = try VerifiedFile(arguments, journal: journal)
    if let file, let record = try file.read() {
      evidence.before = .record(
        record, name: file.path, tool: tool, rereading: !arguments[VerifiedFile.unread])
    }
    let outcomes = try outcomes(journal, evidence)
    let outcome = outcomes.last
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try outcome.writeJSON(to: output, continuing: outcomes.continued)
      case .text, .csv:
        for (path, earlier) in zip(journal.paths, outcomes.continued) {
          try output.write(output.terminal.styled(path, .bold) + "\n\n")
          try earlier.writeText(to: output)
          try output.write("\n")
        }
        if !outcomes.continued.isEmpty { try output.write(output.terminal.styled(journal.path, .bold) + "\n\n") }
        try outcome.writeText(to: output)
      }
    }
    if let file {
      if let record = outcome.verification?.record(tool: tool) {
        try file.write(record)
      } else {
        context.warn(
          "\(file.path) was left as it is: it is a record of sound journals of which every signature was checked.")
      }
    }
    return (outcomes.continued + [outcome]).allSatisfy(\.findings.isEmpty) ? .success : .findings
  }

  /// The program and its version: what a record is bound to.
  private static let tool = "journal-tool \(Commands.version)"

  private static func evidence(
    _ arguments: ParsedArguments, _ context: Context, since: String?
  ) throws -> JournalVerification.Evidence {
    let expected = try arguments.value(opening, expected: "64 lower-case hex digits") { Digest(hex: $0) }
    let keys = try arguments.values(key, expected: "a key name+id+base64") { try? VerifierKey($0) }
    var paths = arguments.strings(checkpoint)
    if let since, !paths.contains(since) { paths.append(since) }
    let checkpoints = try paths.map { path in
      let bytes = try context.read(path, limit: Note.largestByteCount)
      return (
        name: path, note: Result { try Note(bytes) }.mapError { $0 as? RegistryError ?? RegistryError(.noteMalformed) }
      )
    }
    let policy = try QuorumOptions.policy(arguments, context)
    return JournalVerification.Evidence(
      checkpoints: checkpoints, keys: keys.isEmpty ? policy?.logs ?? [] : keys, opening: expected, policy: policy,
      before: since.map { .checkpoint($0) }, timestampAuthorities: try arguments.certificates(authority, context))
  }

  /// Verifies the journals, each held against the one before it.
  private static func outcomes(
    _ journal: JournalSource, _ evidence: JournalVerification.Evidence
  ) throws -> (continued: [VerificationOutcome], last: VerificationOutcome) {
    var continued: [VerificationOutcome] = []
    var predecessor: JournalEnd?
    for path in journal.paths.dropLast() {
      let authorities = JournalVerification.Evidence(timestampAuthorities: evidence.timestampAuthorities)
      let outcome = try outcome(path, journal, authorities, after: predecessor, isContinued: true)
      predecessor = outcome.verification.map { JournalEnd($0.summary) }
      continued.append(outcome)
    }
    return (continued, try outcome(journal.path, journal, evidence, after: predecessor, isContinued: false))
  }

  private static func outcome(
    _ path: String, _ journal: JournalSource, _ evidence: JournalVerification.Evidence, after predecessor: JournalEnd?,
    isContinued: Bool
  ) throws -> VerificationOutcome {
    do {
      var hasDigests = false
      let verification = try journal.reading("Verifying", of: [path]) { reading in
        let stored = path == "-" ? nil : try StoredCheckpoints(journal: path)
        let tokens = path == "-" ? nil : try StoredTimestamps(journal: path)
        return try JournalVerification(
          reading.open()[0], stored: stored, tokens: tokens, evidence: evidence,
          rules: RuleBook.standard.signingRules, predecessor: predecessor, digestsFile: isContinued,
          line: { walked in
            if walked.line.act.is(RegisterDigested.self) { hasDigests = true }
            reading.pass(walked.line)
          })
      }
      let digests = hasDigests && verification.firstBad == nil && path != "-" ? try checkDigests(path) : []
      return .verified(verification, evidence, digests)
    } catch let error as ToolError where error.error.place.seq != nil {
      return .unreadable(error.error)
    }
  }
}

extension Verifying {
  /// Builds the registers again of which a digest was recorded. Where there is none, that costs nothing. Those of a journal that continues another
  /// cannot be built from it alone.
  private static func checkDigests(_ path: String) throws -> [RegisterDigestCheck] {
    do throws(RegistryError) {
      return try RegisterDigestCheck.all { () throws(RegistryError) in try JournalReader(path: path) }
    } catch {
      guard error.code == .predecessorMissing else { throw ToolError(error, path: path) }
      return []
    }
  }
}

extension ParsedArguments {
  /// The certificates in the files that an option names; `nil` where it is not given.
  func certificates(_ option: Option, _ context: Context) throws -> TrustedCertificates? {
    let files = strings(option)
    guard !files.isEmpty else { return nil }
    let pem = try files.map { path in
      let bytes = try context.read(path, limit: 1 << 20)
      // Each must have one, so that none is passed over unread.
      _ = try ToolError.naming(path) { try TrustedCertificates(pem: bytes) }
      return bytes + [0x0A]
    }
    return try TrustedCertificates(pem: Array(pem.joined()))
  }
}
