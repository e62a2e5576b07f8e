import RegistryEvents
import RegistryProjections

extension Command {
  /// `timestamp`: an authority's word that a checkpoint was there at a time.
  static let timestamp = Command(
    "timestamp", abstract: "Keep a timestamp over a checkpoint beside the journal.",
    discussion: """
      Takes the answer of a timestamping authority (RFC 3161) to a request that checkpoint --tsa-request has written, finds the checkpoint beside \
      the journal that it is over, and keeps it as x.checkpoints/<lines>.tsr, never in place of another. Sending the request is not this tool's: \
      it makes no connection.

        journal-tool checkpoint apk.jsonl --note-key note.pem --tsa-request apk.tsq
        curl -H 'Content-Type: application/timestamp-query' --data-binary @apk.tsq https://tsa.example.kz -o apk.tsr
        journal-tool timestamp apk.jsonl apk.tsr --tsa-ca authority.pem

      With --tsa-ca, an answer that no authority of those certificates has made is refused. Verify checks what is kept.
      """,
    arguments: [.journal, Timestamping.reply], options: [Timestamping.authority, .format, .output],
    run: Timestamping.run)
}

private enum Timestamping {
  static let reply = Argument(
    "reply", help: "The authority's answer, or the token in it; - for standard input.", kind: .file(suffixes: ["tsr"]))
  static let authority = Option(
    "tsa-ca", value: "file", help: "The certificates of the timestamping authorities that you trust; may be repeated.",
    kind: .file(suffixes: ["pem", "crt"]), occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let journal = try JournalSource(arguments, context)
    guard journal.path != "-" else { throw UsageError.invalid("-", for: Argument.journal, expected: "a file") }
    let path = try arguments.required(reply)
    let bytes = try context.read(path, limit: TimestampToken.largestByteCount)
    let trusted = try arguments.certificates(authority, context)
    let kept = try ToolError.naming(path == "-" ? "<stdin>" : path) {
      try StoredTimestamps.keep(bytes, journal: journal.path, trusting: trusted)
    }
    let time = kept.token.time.description
    try context.result(to: arguments.string(Option.output)) { output in
      switch arguments.format {
      case .json:
        try JSONWriter(output: output).write(
          schema: "timestamp/1",
          [
            "authority": .value(.string(kept.token.authority)), "path": .value(.string(kept.path)),
            "size": .value(.integer(Int64(clamping: kept.size))),
            "status": .value(.string(trusted == nil ? "unchecked" : "valid")), "time": .value(.string(time)),
          ])
      case .text, .csv:
        let lines = Figures.of(kept.size, "line", "lines")
        let authority = visible(kept.token.authority)
        let word = trusted == nil ? "not checked: give its certificate by --tsa-ca" : "trusted"
        try output.write("Kept: the checkpoint of \(lines) at \(time), by \(authority) (\(word))\n\(kept.path)\n")
      }
    }
    return .success
  }
}
