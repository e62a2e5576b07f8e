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

      With witnesses, a checkpoint from elsewhere that too few of them have cosigned does not hold. The anchor is the largest \
      checkpoint from elsewhere that holds. Lines from unanchoredFrom on are vouched for by no such checkpoint: in JSON null \
      where there is no such line, and 0 where there is no anchor. A finding about a checkpoint names its file, and as seq the \
      number of lines that it claims.
      """,
    arguments: [.journal],
    options: [Verifying.checkpoint, Verifying.key, Verifying.opening] + QuorumOptions.all + [.format, .output],
    run: Verifying.run)
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

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let journal = try JournalSource(arguments, context)
    let expected = try arguments.value(opening, expected: "64 lower-case hex digits") { Digest(hex: $0) }
    let keys = try arguments.values(key, expected: "a key name+id+base64") { try? VerifierKey($0) }
    let checkpoints = try arguments.strings(checkpoint).map { path in
      let bytes = try context.read(path, limit: Note.largestByteCount)
      return (
        name: path, note: Result { try Note(bytes) }.mapError { $0 as? RegistryError ?? RegistryError(.noteMalformed) }
      )
    }
    let policy = try QuorumOptions.policy(arguments, context)
    let evidence = JournalVerification.Evidence(
      checkpoints: checkpoints, keys: keys.isEmpty ? policy?.logs ?? [] : keys, opening: expected, policy: policy)
    let outcome = try outcome(journal, evidence)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try outcome.writeJSON(to: output)
      case .text, .csv: try outcome.writeText(to: output)
      }
    }
    return outcome.findings.isEmpty ? .success : .findings
  }

  private static func outcome(
    _ journal: JournalSource, _ evidence: JournalVerification.Evidence
  ) throws -> VerificationOutcome {
    do {
      return .verified(
        try journal.reading("Verifying") { reader, passed in
          let stored = journal.path == "-" ? nil : try StoredCheckpoints(journal: journal.path)
          return try JournalVerification(
            reader, stored: stored, evidence: evidence, rules: RuleBook.standard.signingRules, line: passed)
        }, evidence)
    } catch let error as ToolError where error.error.place.seq != nil {
      return .unreadable(error.error)
    }
  }
}
