import RegistryEvents
import RegistryProjections

extension Command {
  /// `tiles`: the journal as files for a web server.
  static let tiles = Command(
    "tiles", abstract: "Export a journal as tiles that any static web server can serve.",
    discussion: """
      Writes the folder of C2SP tlog-tiles: checkpoint, tile/<level>/<index> with the hashes of the Merkle tree, and tile/entries/<index> with the \
      lines. Clients of that standard fetch from it what they need to check any line and the growth of the journal. Exports the tree of the \
      newest checkpoint beside the journal that holds, or of the one given, which may carry the cosignatures of witnesses.

        journal-tool tiles apk.jsonl --output /srv/www/apk

      Into a folder that shows an earlier checkpoint of the journal, only what is new is written; one that shows another journal is left alone. The \
      lines are in it as they are: publish no journal with personal data in clear.
      """,
    arguments: [Tiling.journal], options: [Tiling.output, Tiling.checkpoint, .format], run: Tiling.run)
}

private enum Tiling {
  static let journal = Argument("journal", help: "The journal.", kind: .file(suffixes: ["jsonl"]))
  static let output = Option(
    "output", short: "o", value: "folder", help: "The folder, which is made where it is not there.", kind: .directory,
    occurrence: .one)
  static let checkpoint = Option("checkpoint", value: "file", help: "The checkpoint to export.", kind: .file())

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let source = try JournalSource(arguments, context)
    guard source.path != "-" else {
      throw UsageError.invalid("-", for: journal, expected: "a file, which is read twice")
    }
    let folder = try arguments.required(output)
    let note = try arguments.string(checkpoint).map { try context.signedNote($0) }
    let exported = try source.reading("Exporting") { _, passed in
      try TileExport.write(
        journal: source.path, to: folder, checkpoint: note, rules: RuleBook.standard.signingRules, passed: passed)
    }
    switch arguments.format {
    case .json:
      try JSONWriter(output: context.output).write(
        schema: "tiles/1",
        [
          "filesWritten": .value(.integer(Int64(clamping: exported.filesWritten))),
          "oldSize": .value(.integer(Int64(clamping: exported.oldSize))),
          "origin": .value(.string(exported.checkpoint.origin)),
          "root": .value(.string(exported.checkpoint.root.description)),
          "size": .value(.integer(Int64(clamping: exported.checkpoint.size))),
        ])
    case .text, .csv:
      let lines = Figures.of(exported.checkpoint.size, "line", "lines")
      let before = exported.oldSize == 0 ? "" : ", \(Figures.of(exported.oldSize)) of them there before"
      try context.output.write(
        "Exported: \(lines)\(before); \(Figures.of(exported.filesWritten, "file", "files")) written\n")
    }
    return .success
  }
}
