import RegistryEvents
import RegistryProjections

extension Command {
  /// `witness`: a cosignature for what only grew.
  static let witness = Command(
    "witness", abstract: "Cosign a checkpoint, if it extends what was cosigned last.",
    discussion: """
      Takes what a journal's keeper sends, the body of the request add-checkpoint of C2SP tlog-witness, which prove --since makes; or, with \
      --journal, makes it from the journal itself. Prints the checkpoint with the cosignature (C2SP cosignature/v1). What was cosigned last is in \
      the folder --state, on the disk before the checkpoint is printed. Keep that folder with the key, and restore neither without the other.

        journal-tool prove apk.jsonl --since 0 | journal-tool witness - --state seen --key w.pem --name w.example.kz --log VKEY
        journal-tool witness --journal apk.jsonl --state seen --key w.pem --name w.example.kz --log VKEY

      Where the request is not from the size that was cosigned last, exits 1 and tells that size.
      """,
    arguments: [Witnessing.request],
    options: [
      Witnessing.journal, Witnessing.checkpoint, Witnessing.state, Witnessing.key, Witnessing.name, Witnessing.log,
      Passphrase.option, .format, .output,
    ], run: Witnessing.run)
}

private enum Witnessing {
  static let request = Argument(
    "request", help: "The request; - for standard input.", kind: .file(), occurrence: .optional)
  static let journal = Option(
    "journal", value: "journal", help: "The journal itself, instead of a request.", kind: .file(suffixes: ["jsonl"]))
  static let checkpoint = Option(
    "checkpoint", value: "file", help: "The checkpoint of that journal; otherwise the newest beside it that holds.",
    kind: .file())
  static let state = Option(
    "state", value: "folder", help: "The folder that remembers what was cosigned.", kind: .directory, occurrence: .one)
  static let key = Option(
    "key", value: "file", help: "The witness's private Ed25519 key.", kind: .file(suffixes: ["pem"]), occurrence: .one)
  static let name = Option(
    "name", value: "name", help: "The witness's name, such as w.example.kz; a key has one only.", occurrence: .one)
  static let log = Option(
    "log", value: "vkey", help: "A note key of a journal that is watched, as name+id+base64; may be repeated.",
    occurrence: .atLeastOne)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let logs = try arguments.values(log, expected: "a key name+id+base64") { try? VerifierKey($0) }
    let keyPath = try arguments.required(key)
    let privateKey = try KeyFile(keyPath, context).privateKey(Passphrase(arguments), rsa: .rs256)
    let cosigner = try ToolError.naming(keyPath) { try Cosigner(name: arguments.required(name), key: privateKey) }
    let folder = try arguments.required(state)
    let witness = Witness(directory: folder, cosigner: cosigner, logs: logs)
    let (path, request) = try request(arguments, context, for: witness, logs)
    let cosigned = try ToolError.naming(path) { try witness.cosign(request, at: context.now()) }
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json:
        let checkpoint = try Checkpoint(opening: cosigned, with: logs)
        try JSONWriter(output: output).write(
          schema: "witness/1",
          [
            "note": .value(.string(String(decoding: cosigned.bytes, as: UTF8.self))),
            "origin": .value(.string(checkpoint.origin)), "root": .value(.string(checkpoint.root.description)),
            "size": .value(.integer(Int64(clamping: checkpoint.size))),
            "vkey": .value(.string(cosigner.key.description)),
          ])
      case .text, .csv: try output.write(bytes: cosigned.bytes)
      }
    }
    return .success
  }

  /// The request that the command line gives, or the one that its journal makes, with the name of its file.
  private static func request(
    _ arguments: ParsedArguments, _ context: Context, for witness: Witness, _ logs: [VerifierKey]
  ) throws -> (path: String, request: WitnessRequest) {
    switch (arguments.string(request), arguments.string(journal)) {
    case (let path?, nil):
      guard !arguments.isGiven(checkpoint) else {
        throw UsageError("A request has its checkpoint in it", concerning: checkpoint)
      }
      let bytes = try context.read(path, limit: TlogProof.largestByteCount)
      let name = path == "-" ? "<stdin>" : path
      return (name, try ToolError.naming(name) { try WitnessRequest(bytes) })
    case (nil, let path?):
      guard path != "-" else { throw UsageError.invalid("-", for: journal, expected: "a file, which is read twice") }
      let note = try arguments.string(checkpoint).map { try context.signedNote($0) }
      let request = try ToolError.naming(path) {
        try JournalProof.growth(
          from: { try witness.lastSize(origin: $0) }, journal: path, checkpoint: note,
          rules: RuleBook.standard.signingRules)
      }
      return (path, request)
    default: throw UsageError("Give either a request or '--journal'", concerning: request)
    }
  }
}

extension Context {
  /// The signed note in a file.
  func signedNote(_ path: String) throws -> Note {
    let bytes = try read(path, limit: Note.largestByteCount)
    return try ToolError.naming(path) { try Note(bytes) }
  }
}
