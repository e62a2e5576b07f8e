import RegistryEvents
import RegistryProjections

extension Command {
  /// `prove`: that an act is in the journal.
  static let prove = Command(
    "prove", abstract: "Prove that an act is in a journal, or to a witness that the journal only grew.",
    discussion: """
      Prints a C2SP tlog-proof: where the act's line stands in the journal's Merkle tree, and the checkpoint with its root. Whoever has the \
      line, the proof and the journal's note key checks them with check-proof, or with any tool of that standard. The checkpoint is the \
      newest beside the journal that holds, or the one given, which may carry the cosignatures of witnesses.

        journal-tool prove apk.jsonl 018e0c1b-0001-7000-8000-000000000001 --output act.tlog-proof --line act.json
        journal-tool prove apk.jsonl 17 --checkpoint cosigned.checkpoint
        journal-tool prove apk.jsonl --since 1200 --output request

      With --since, prints what a witness is sent that cosigned that many lines last: the consistency proof from there and the checkpoint \
      (C2SP tlog-witness, the body of add-checkpoint). A witness that has cosigned none is sent --since 0.
      """,
    arguments: [Proving.journal, Proving.act],
    options: [Proving.since, Proving.checkpoint, Proving.line, .format, .output],
    run: Proving.run)
}

private enum Proving {
  static let journal = Argument("journal", help: "The journal.", kind: .file(suffixes: ["jsonl"]))
  static let act = Argument("act", help: "The id of the act, or the seq of its line.", occurrence: .optional)
  static let since = Option(
    "since", value: "lines", help: "Prove the growth of the journal from so many lines instead.")
  static let checkpoint = Option(
    "checkpoint", value: "file", help: "The checkpoint to prove against.", kind: .file())
  static let line = Option(
    "line", value: "file", help: "Also write the line itself, which the proof is checked with, to a file.",
    kind: .file(suffixes: ["json"]))

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let source = try JournalSource(arguments, context)
    guard source.path != "-" else {
      throw UsageError.invalid("-", for: journal, expected: "a file, which is read twice")
    }
    let note = try arguments.string(checkpoint).map { try context.signedNote($0) }
    let target = try arguments.value(act, expected: "the id of an act or the seq of a line", read: target)
    switch (target, try arguments.uint64(since)) {
    case (let target?, nil): try prove(target, source, note, arguments)
    case (nil, let since?): try prove(growthFrom: since, source, note, arguments)
    default: throw UsageError("Give either an act or '--since'", concerning: act)
    }
    return .success
  }

  private static func prove(
    _ target: JournalProof.Target, _ source: JournalSource, _ note: Note?, _ arguments: ParsedArguments
  ) throws {
    let proved = try source.reading("Proving") { _, passed in
      try JournalProof.make(
        of: target, journal: source.path, checkpoint: note, rules: RuleBook.standard.signingRules, passed: passed)
    }
    if let path = arguments.string(line) {
      try source.context.result(to: path) { try $0.write(bytes: proved.line + [0x0A]) }
    }
    try source.context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try JSONWriter(output: output).write(schema: "prove/1", proved.members)
      case .text, .csv: try output.write(bytes: proved.proof.bytes)
      }
    }
  }

  private static func prove(
    growthFrom since: UInt64, _ source: JournalSource, _ note: Note?, _ arguments: ParsedArguments
  ) throws {
    guard !arguments.isGiven(line) else { throw UsageError("Growth is of no one line", concerning: line) }
    let request = try source.reading("Proving") { _, passed in
      try JournalProof.growth(
        from: { _ in since }, journal: source.path, checkpoint: note, rules: RuleBook.standard.signingRules,
        passed: passed)
    }
    try source.context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json:
        try JSONWriter(output: output).write(
          schema: "prove-growth/1",
          [
            "request": .value(.string(String(decoding: request.bytes, as: UTF8.self))),
            "since": .value(.integer(Int64(clamping: since))),
          ])
      case .text, .csv: try output.write(bytes: request.bytes)
      }
    }
  }

  private static func target(_ text: String) -> JournalProof.Target? {
    if let id = UUIDv7(text) { return .id(id) }
    return text.hasPrefix("+") ? nil : UInt64(text).map(JournalProof.Target.seq)
  }
}

extension JournalProof.Proved {
  /// The members of `prove/1`.
  fileprivate var members: [String: JSONMember] {
    [
      "leafHash": .value(.string(SHA256Hasher().leafHash(line).description)),
      "line": .value(.string(String(decoding: line, as: UTF8.self))), "origin": .value(.string(checkpoint.origin)),
      "proof": .value(.string(String(decoding: proof.bytes, as: UTF8.self))),
      "root": .value(.string(checkpoint.root.description)), "seq": .value(.integer(Int64(clamping: proof.index))),
      "size": .value(.integer(Int64(clamping: checkpoint.size))),
    ]
  }
}
