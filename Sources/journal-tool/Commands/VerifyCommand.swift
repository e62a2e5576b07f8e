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

      A journal that continues another is held against it where both are given, the older one first; without it that is a finding. \
      --checkpoint and --since are about the journal that the checkpoint names, --opening about the one whose line 0 it is, keys, witnesses and authorities about all, and each journal has a \
      record of its own, which holds only after the journals that it was made with. A journal is anchored, too, by line 0 of an anchored one that \
      continues it. Acts that a later journal annuls need no attention, and registers of which a digest was recorded are built across all journals.

        journal-tool verify apk-2024.jsonl apk-2025.jsonl --checkpoint kept-by-us/2025-310 --remember
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
  static let opening = Option(
    "opening", value: "hex", help: "The leaf hash of line 0, from elsewhere; may be repeated for several journals.",
    occurrence: .any)
  static let since = Option(
    "since", value: "file", help: "A checkpoint from elsewhere up to which you have verified before.", kind: .file())
  static let authority = Option(
    "tsa-ca", value: "file", help: "The certificates of the timestamping authorities that you trust.",
    kind: .file(suffixes: ["pem", "crt"]), occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let journal = try JournalSource(arguments, context)
    if journal.path == "-",
      [since, VerifiedFile.option].contains(where: arguments.isGiven) || arguments[VerifiedFile.flag]
    {
      throw UsageError.invalid("-", for: Argument.journal, expected: "a file, which may have to be read twice")
    }
    let files = try VerifiedFile.all(arguments, journal)
    var evidence = try evidence(arguments, journal)
    for (index, file) in files.enumerated() {
      guard let record = try file.read() else { continue }
      evidence[index].before = .record(
        record, name: file.path, tool: tool, rereading: !arguments[VerifiedFile.unread])
    }
    let alone = try verifyEach(journal, evidence)
    let outcomes = try knowingLater(alone, journal, evidence)
    try write(outcomes, journal, arguments)
    for (file, outcome) in zip(files, alone) {
      if let record = outcome.verified?.verification.record(tool: tool) {
        try file.write(record)
      } else {
        context.warn(
          "\(file.path) was left as it is: it is a record of sound journals of which every signature was checked.")
      }
    }
    return outcomes.allSatisfy(\.findings.isEmpty) ? .success : .findings
  }

  /// The program and its version: what a record is bound to.
  private static let tool = "journal-tool \(Commands.version)"

  private static func write(
    _ outcomes: [VerificationOutcome], _ journal: JournalSource, _ arguments: ParsedArguments
  ) throws {
    guard let last = outcomes.last else { return }
    try journal.context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try last.writeJSON(to: output, continuing: outcomes.dropLast())
      case .text, .csv:
        for (index, outcome) in outcomes.enumerated() {
          if index > 0 { try output.write("\n") }
          if outcomes.count > 1 {
            try output.write(output.terminal.styled(journal.paths[index], .bold) + "\n\n")
          }
          try outcome.writeText(to: output)
        }
      }
    }
  }
}

extension Verifying {
  /// Verifies the journals, each held against the one before it.
  private static func verifyEach(
    _ journal: JournalSource, _ evidence: [JournalVerification.Evidence]
  ) throws -> [VerificationOutcome] {
    var outcomes: [VerificationOutcome] = []
    for index in journal.paths.indices {
      let predecessor = outcomes.last?.verified.map { JournalEnd($0.verification.summary) }
      outcomes.append(try verify(index, journal, evidence[index], after: predecessor))
    }
    return outcomes
  }

  private static func verify(
    _ index: Int, _ journal: JournalSource, _ evidence: JournalVerification.Evidence, after predecessor: JournalEnd?
  ) throws -> VerificationOutcome {
    let path = journal.paths[index]
    var hasDigests = false
    let verification: JournalVerification
    do {
      verification = try journal.reading("Verifying", of: [path]) { reading in
        let stored = path == "-" ? nil : try StoredCheckpoints(journal: path)
        let tokens = path == "-" ? nil : try StoredTimestamps(journal: path)
        return try JournalVerification(
          reading.open()[0], stored: stored, tokens: tokens, evidence: evidence,
          rules: RuleBook.standard.signingRules, predecessor: predecessor,
          digestsFile: index + 1 < journal.paths.count,
          line: { walked in
            if walked.line.act.is(RegisterDigested.self) { hasDigests = true }
            reading.pass(walked.line)
          })
      }
    } catch let error as ToolError where error.error.place.seq != nil {
      return .unreadable(error.error)
    }
    let digests = hasDigests ? try checkDigests(Array(journal.paths[...index])) : []
    return .verified(.init(verification: verification, evidence: evidence, digests: digests))
  }

  /// Builds the registers again of which a digest was recorded in the last journal; `nil` where they cannot be built. Where there is none, that costs
  /// nothing.
  private static func checkDigests(_ paths: [String]) throws -> [RegisterDigestCheck]? {
    guard paths != ["-"] else { return nil }
    var current = ""
    do throws(RegistryError) {
      return try RegisterDigestCheck.all { () throws(RegistryError) in
        var readers: [JournalReader] = []
        for path in paths {
          current = path
          readers.append(try JournalReader(path: path))
        }
        return readers
      }
    } catch {
      // What is wrong with a line was found by the verification.
      guard error.place.seq == nil else { return nil }
      throw ToolError(error, path: current)
    }
  }

  /// What is told of each journal by what the journals after it say: they annul acts of it, and line 0 of one that is anchored binds all lines of it.
  private static func knowingLater(
    _ alone: [VerificationOutcome], _ journal: JournalSource, _ evidence: [JournalVerification.Evidence]
  ) throws -> [VerificationOutcome] {
    var outcomes = alone
    for index in alone.indices.dropLast().reversed() {
      guard var verified = alone[index].verified else { continue }
      let later = alone[(index + 1)...].compactMap { $0.verified?.verification }
      if let known = verified.verification.known(with: later) {
        verified.verification = known
      } else {
        var whole = evidence[index]
        whole.before = nil
        let predecessor = index > 0 ? alone[index - 1].verified.map { JournalEnd($0.verification.summary) } : nil
        let again = try verify(index, journal, whole, after: predecessor)
        verified.verification = again.verified?.verification.known(with: later) ?? verified.verification
      }
      if let next = outcomes[index + 1].verified, next.isAnchored { verified.boundBy = next.origin }
      outcomes[index] = .verified(verified)
    }
    return outcomes
  }
}

extension VerificationOutcome.Verified {
  fileprivate var origin: String { verification.summary.opening.origin }

  /// Whether line 0 is known from elsewhere, and is that of a journal that continues the one before it.
  fileprivate var isAnchored: Bool {
    let isKnown = boundBy != nil || verification.anchor.map { $0.size > 0 } ?? (evidence.opening != nil)
    let breaks: Set<ErrorCode> = [.openingUnexpected, .predecessorMissing, .predecessorMismatch]
    return isKnown && !verification.findings.contains { breaks.contains($0.code) }
  }
}

extension Verifying {
  /// What the auditor has from elsewhere, for each journal: a checkpoint is of the journal that it names, a hash of line 0 of the one that has it, and of
  /// the last where there is none.
  private static func evidence(
    _ arguments: ParsedArguments, _ journal: JournalSource
  ) throws -> [JournalVerification.Evidence] {
    let context = journal.context
    let expected = try arguments.values(opening, expected: "64 lower-case hex digits") { Digest(hex: $0) }
    guard expected.count <= journal.paths.count else {
      throw UsageError("Give no more hashes of line 0 than journals", concerning: opening)
    }
    let keys = try arguments.values(key, expected: "a key name+id+base64") { try? VerifierKey($0) }
    let since = arguments.string(since)
    var paths = arguments.strings(checkpoint)
    if let since, !paths.contains(since) { paths.append(since) }
    let notes = try paths.map { path in
      let bytes = try context.read(path, limit: Note.largestByteCount)
      return (
        name: path, note: Result { try Note(bytes) }.mapError { $0 as? RegistryError ?? RegistryError(.noteMalformed) }
      )
    }
    let policy = try QuorumOptions.policy(arguments, context)
    let authorities = try arguments.certificates(authority, context)
    // Standard input is read once; of one journal everything is.
    let openings = journal.paths.count == 1 ? [] : journal.paths.map { try? JournalReader.opening(path: $0) }
    let last = journal.paths.count - 1
    let noteJournals = notes.map { note in
      let origin = (try? note.note.get()).flatMap { try? Checkpoint.claimedOrigin(of: $0) }
      return openings.firstIndex { $0?.origin != nil && $0?.origin == origin } ?? last
    }
    let hashJournals = expected.map { hash in openings.firstIndex { $0?.leafHash == hash } ?? last }
    return journal.paths.indices.map { index in
      let own = zip(notes, noteJournals).filter { $0.1 == index }.map(\.0)
      let hashes = zip(expected, hashJournals).filter { $0.1 == index }.map(\.0)
      let leafHash = openings.isEmpty ? nil : openings[index]?.leafHash
      return JournalVerification.Evidence(
        checkpoints: own, keys: keys.isEmpty ? policy?.logs ?? [] : keys,
        // One that is nobody's is a finding, whatever else is given.
        opening: hashes.first { $0 != leafHash } ?? hashes.first, policy: policy,
        before: since.flatMap { name in own.contains { $0.name == name } ? .checkpoint(name) : nil },
        timestampAuthorities: authorities)
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
