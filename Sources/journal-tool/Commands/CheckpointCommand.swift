import RegistryEvents
import RegistryProjections

extension Command {
  /// `checkpoint`: a signature over the journal as it is.
  static let checkpoint = Command(
    "checkpoint", abstract: "Sign a checkpoint of a journal, and keep it beside the journal.",
    discussion: """
      Signs origin, number of lines and Merkle root with a note key, as any C2SP signed-note client checks it, and keeps the note as \
      x.checkpoints/<lines> of x.jsonl, never in place of another. Prints the note: give it to everybody who is to check the journal later.

        journal-tool checkpoint apk.jsonl --note-key note.pem
        journal-tool checkpoint apk.jsonl --note-key note.pem --output kept-by-us/apk.checkpoint

      The form, the chain and the signatures of control acts are checked before. Lines that a writer at work has not said to be durable are \
      left out. What the key signed last stands in <key file>.last, which is on the disk before the note leaves: a journal that does not \
      extend it gets no signature. A key that signs for several journals has such a file for each, <key file>.<hash>.last from the second on. \
      Keep these files with the key, and restore neither without the other.

      With --tsa-request, also writes the request by which a timestamping authority (RFC 3161) is asked for a token over the checkpoint; see \
      journal-tool timestamp.
      """,
    arguments: [Checkpointing.journal],
    options: [Checkpointing.key, Checkpointing.request, Passphrase.option, .format, .output], run: Checkpointing.run)
}

private enum Checkpointing {
  static let journal = Argument("journal", help: "The journal.", kind: .file(suffixes: ["jsonl"]))
  static let key = Option(
    "note-key", value: "file", help: "The private half of a note key in force: one of line 0, or of `key note`.",
    kind: .file(suffixes: ["pem"]), occurrence: .one)
  static let request = Option(
    "tsa-request", value: "file", help: "Also write a request for a timestamp over the checkpoint.",
    kind: .file(suffixes: ["tsq"]))

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let source = try JournalSource(arguments, context)
    guard source.path != "-" else { throw UsageError.invalid("-", for: journal, expected: "a file") }
    let keyPath = try arguments.required(key)
    guard keyPath != "-" else {
      throw UsageError.invalid("-", for: key, expected: "a file, beside which its memory stands")
    }
    let privateKey = try KeyFile(keyPath, context).privateKey(Passphrase(arguments), rsa: .rs256)
    let signed = try source.reading("Verifying") { _, passed in
      let origin = try JournalReader.opening(path: source.path).origin
      return try CheckpointSigning.sign(
        journal: source.path, key: privateKey, memory: CheckpointMemory(besideKey: keyPath, origin: origin ?? ""),
        rules: RuleBook.standard.signingRules, line: passed)
    }
    if signed.linesLeftOut > 0 {
      let lines = Figures.of(signed.linesLeftOut, "line", "lines")
      context.warn("\(lines) at the end left out: a writer at work has not said that they are durable.")
    }
    if !signed.findings.isEmpty {
      let findings = Figures.of(signed.findings.count, "finding", "findings")
      context.warn("\(findings) in the acts of keys and the journal: see journal-tool verify.")
    }
    if let path = arguments.string(request) {
      let der = try TimestampRequest.der(over: signed.checkpoint.text.utf8)
      try context.result(to: path) { try $0.write(bytes: der) }
    }
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try JSONWriter(output: output).write(schema: "checkpoint/1", signed.members)
      case .text, .csv: try output.write(bytes: signed.note.bytes)
      }
    }
    return .success
  }
}

extension CheckpointSigning.Signed {
  /// The members of `checkpoint/1`.
  fileprivate var members: [String: JSONMember] {
    [
      "linesLeftOut": .value(.integer(Int64(clamping: linesLeftOut))),
      "note": .value(.string(String(decoding: note.bytes, as: UTF8.self))),
      "origin": .value(.string(checkpoint.origin)),
      "path": .value(.string(path)), "root": .value(.string(checkpoint.root.description)),
      "size": .value(.integer(Int64(clamping: checkpoint.size))),
      "status": .value(.string(wasKept ? "alreadyKept" : "kept")),
    ]
  }
}
