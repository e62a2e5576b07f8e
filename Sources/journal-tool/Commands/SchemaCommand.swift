import RegistryEvents

extension Command {
  /// `schema`: what an act of a type must say.
  static let schema = Command(
    "schema", abstract: "Print the JSON Schema of an act's `what`, or list the types of acts.",
    discussion: """
      Without a type, lists the types and versions that this tool knows. With one, prints the JSON Schema (2020-12) of its \
      `what`; `act` and `line` stand for the envelope of every act and for a line.

        journal-tool schema apk.inclusionFiled
        journal-tool schema apk.inclusionFiled/1
        journal-tool schema act

      Texts are counted in bytes of UTF-8, which JSON Schema cannot say.
      """,
    arguments: [Printing.type], options: [.format, .output], run: Printing.run)
}

private enum Printing {
  static let type = Argument(
    "type", help: "The type, with /version where it is not the newest.", occurrence: .optional)

  /// What is no type of an act, and has a schema too.
  static let envelopes: [(name: String, says: String, schema: CanonicalValue)] = [
    ("act", "The envelope of every act", Act.jsonSchema), ("line", "A line of a journal", Line.jsonSchema),
  ]

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let entries = ActCatalogue.standard.entries
    guard let name = arguments.string(type) else {
      try context.result(to: arguments.string(Option.output)) { output in
        arguments.format == .json ? try writeJSON(entries, to: output) : try writeText(entries, to: output)
      }
      return .success
    }
    let schema = try schema(name, among: entries)
    try context.result(to: arguments.string(Option.output)) { try JSONWriter(output: $0).write(document: schema) }
    return .success
  }

  private static func schema(_ name: String, among entries: [ActCatalogue.Entry]) throws(UsageError) -> CanonicalValue {
    if let envelope = envelopes.first(where: { $0.name == name }) { return envelope.schema }
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let versions = entries.filter { $0.type == parts[0] }.sorted { $0.version < $1.version }
    guard let newest = versions.last else {
      let suggestion = Suggestion.sentence(for: String(parts[0]), among: entries.map(\.type) + envelopes.map(\.name))
      throw UsageError("There is no type '\(name)'" + suggestion, concerning: type)
    }
    guard parts.count == 2 else { return newest.jsonSchema }
    guard let entry = versions.first(where: { "\($0.version)" == parts[1] }) else {
      let known = versions.map { "\($0.version)" }.joined(separator: ", ")
      throw UsageError("'\(newest.type)' has no version '\(parts[1])', but \(known)", concerning: type)
    }
    return entry.jsonSchema
  }

  private static func writeText(_ entries: [ActCatalogue.Entry], to output: ByteOutput) throws {
    let columns = [
      TableColumn("type", key: true), TableColumn("version", numeric: true, key: true),
      TableColumn("what it is", wraps: true, least: 30),
    ]
    let rows = entries.map { [$0.type, "\($0.version)", $0.says] } + envelopes.map { [$0.name, "", $0.says] }
    try TextTable(columns, rows: rows).write(to: output)
  }

  private static func writeJSON(_ entries: [ActCatalogue.Entry], to output: ByteOutput) throws {
    let types = JSONMember.elements { take in
      for entry in entries {
        try take([
          "says": .string(entry.says), "type": .string(entry.type), "version": .integer(Int64(entry.version)),
        ])
      }
    }
    try JSONWriter(output: output).write(schema: "schema/1", ["types": types])
  }
}
