import RegistryEvents

extension Command {
  /// `check-proof`: a proof without the journal.
  static let checkProof = Command(
    "check-proof", abstract: "Check a proof that an act is in a journal, without the journal.",
    discussion: """
      Needs three files from anywhere: the line as it stands in the journal (one LF at its end is passed over), the C2SP tlog-proof, and, from \
      a source that you trust, the journal's note key. Exits 0 where the proof holds and 1 where it does not.

        journal-tool check-proof --proof act.tlog-proof --line act.json --key apk.registry.example.kz/2024+bb3d4c32+AXa5…
        journal-tool check-proof --proof act.tlog-proof --line act.json --key apk.vkey

      What is shown is that these bytes are that line of the journal that the key signed. It is not shown that the signatures inside the line \
      hold, nor that no later line revokes or annuls: that takes the journal. With witnesses it is also shown that they saw the journal only grow; \
      the times are theirs.
      """,
    options: [ProofChecking.proof, ProofChecking.line, ProofChecking.key] + QuorumOptions.all + [.format, .output],
    run: ProofChecking.run)
}

private enum ProofChecking {
  static let proof = Option(
    "proof", value: "file", help: "The proof.", kind: .file(suffixes: ["tlog-proof"]), occurrence: .one)
  static let line = Option(
    "line", value: "file", help: "The line; - for standard input.", kind: .file(suffixes: ["json"]), occurrence: .one)
  static let key = Option(
    "key", value: "vkey",
    help:
      "A note key of the journal as name+id+base64, or a file with one, unless the policy names it; may be repeated.",
    occurrence: .any)

  /// The most bytes that a line's file is read to, so that what is no line is refused and not taken into memory.
  private static let lineLimit = 1 << 20

  /// A key as it is given, or of the file that is named in its place.
  private static func verifierKey(_ text: String, _ context: Context) throws -> VerifierKey {
    if let key = try? VerifierKey(text) { return key }
    let kind = try? SystemCalls.kind(text)
    guard let kind, kind != .missing, kind != .directory else {
      throw UsageError.invalid(text, for: key, expected: "a key name+id+base64 or a file with one")
    }
    var bytes = try context.read(text, limit: keyLimit)
    if bytes.last == 0x0A { bytes.removeLast() }
    return try ToolError.naming(text) { try VerifierKey(String(decoding: bytes, as: UTF8.self)) }
  }

  /// The most bytes that a key's file has.
  private static let keyLimit = 4096

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let policy = try QuorumOptions.policy(arguments, context)
    let given = try arguments.strings(key).map { try verifierKey($0, context) }
    let keys = given.isEmpty ? policy?.logs ?? [] : given
    guard !keys.isEmpty else { throw UsageError.missing(key) }
    let proofPath = try arguments.required(proof)
    let proofBytes = try context.read(proofPath, limit: TlogProof.largestByteCount)
    let proof = try ToolError.naming(proofPath) { try TlogProof(proofBytes) }
    var lineBytes = try context.read(arguments.required(line), limit: lineLimit)
    if lineBytes.last == 0x0A { lineBytes.removeLast() }
    let outcome = try ProofOutcome(proof, line: lineBytes, keys: keys, policy: policy)
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json: try JSONWriter(output: output).write(schema: "check-proof/1", outcome.members)
      case .text, .csv: try outcome.writeText(to: output)
      }
    }
    return outcome.refusal == nil ? .success : .findings
  }
}
