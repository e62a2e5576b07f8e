import RegistryEvents
import RegistryProjections

extension Command {
  /// `prove`: that an act is in the journal.
  static let prove = Command(
    "prove", abstract: "Prove that an act is in a journal, to people who have neither the journal nor trust in it.",
    discussion: """
      Prints a C2SP tlog-proof: where the act's line stands in the journal's Merkle tree, and the checkpoint with its root. Whoever has the \
      line, the proof and the journal's note key checks them with check-proof, or with any tool of that standard. The checkpoint is the \
      newest beside the journal that holds, or the one given, which may carry the cosignatures of witnesses.

        journal-tool prove apk.jsonl 018e0c1b-0001-7000-8000-000000000001 --output act.tlog-proof --line act.json
        journal-tool prove apk.jsonl 17 --checkpoint cosigned.checkpoint
      """,
    arguments: [Proving.journal, Proving.act], options: [Proving.checkpoint, Proving.line, .format, .output],
    run: Proving.run)
}

private enum Proving {
  static let journal = Argument("journal", help: "The journal.", kind: .file(suffixes: ["jsonl"]))
  static let act = Argument("act", help: "The id of the act, or the seq of its line.")
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
    let target = try arguments.required(act, expected: "the id of an act or the seq of a line", read: target)
    let note = try arguments.string(checkpoint).map { path in
      let bytes = try context.read(path, limit: Note.largestByteCount)
      return try ToolError.naming(path) { try Note(bytes) }
    }
    let proved = try source.reading("Proving") { _, passed in
      try JournalProof.make(
        of: target, journal: source.path, checkpoint: note, rules: RuleBook.standard.signingRules, passed: passed)
    }
    if let path = arguments.string(line) {
      try context.result(to: path) { try $0.write(bytes: proved.line + [0x0A]) }
    }
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try JSONWriter(output: output).write(schema: "prove/1", proved.members)
      case .text, .csv: try output.write(bytes: proved.proof.bytes)
      }
    }
    return .success
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
