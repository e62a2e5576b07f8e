import RegistryEvents

extension Command {
  /// `salvage`: the good lines of a damaged journal.
  static let salvage = Command(
    "salvage", abstract: "Write the good lines of a damaged journal to a new file.",
    discussion: """
      Good is the longest run of lines from line 0 of which every one is canonical, in its place and chained to the one before. Changes nothing in \
      place. Whether the signatures hold, verify says of either file. Exits 0 where the whole journal is good, and 1 otherwise.

        journal-tool salvage apk.jsonl --output good.jsonl --report salvage.json

      What the good lines lack must come from a copy elsewhere: the report names the first bad line, and every checkpoint beside the journal that they \
      do not bear out. Checkpoints, evidence and disclosures beside the journal are not copied.
      """,
    arguments: [Salvaging.journal], options: [Salvaging.output, Salvaging.report, .format], run: Salvaging.run)
}

private enum Salvaging {
  static let journal = Argument("journal", help: "The journal.", kind: .file(suffixes: ["jsonl"]))
  static let output = Option(
    "output", short: "o", value: "file", help: "The new file; nothing is overwritten.",
    kind: .file(suffixes: ["jsonl"]),
    occurrence: .one)
  static let report = Option(
    "report", value: "file", help: "Also write the report, as JSON, to a file.", kind: .file(suffixes: ["json"]))

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let source = try JournalSource(arguments, context)
    guard source.path != "-" else { throw UsageError.invalid("-", for: journal, expected: "a file") }
    let target = try arguments.required(output)
    guard target != "-" else { throw UsageError.invalid("-", for: output, expected: "the name of a new file") }
    let salvaged = try source.reading("Salvaging") { _, passed in
      try JournalSalvage.write(journal: source.path, to: target, passed: passed)
    }
    if let path = arguments.string(report) { try context.result(to: path) { try salvaged.writeJSON(to: $0) } }
    switch arguments.format {
    case .json: try salvaged.writeJSON(to: context.output)
    case .text, .csv: try salvaged.writeText(to: context.output)
    }
    return salvaged.isWhole ? .success : .findings
  }
}

extension JournalSalvage.Report {
  /// Whether nothing is wrong with the journal.
  fileprivate var isWhole: Bool { firstBad == nil && checkpointFindings.isEmpty }

  /// `salvage/1`.
  fileprivate func writeJSON(to output: ByteOutput) throws {
    func value(_ count: UInt64) -> CanonicalValue { .integer(Int64(clamping: count)) }
    let firstBad: CanonicalValue? = self.firstBad.map {
      ["code": .string($0.code.rawValue), "offset": value($0.offset), "seq": value($0.seq), "text": .string($0.text)]
    }
    let findings = checkpointFindings.map { error -> CanonicalValue in
      ["code": .string(error.code.rawValue), "size": error.place.seq.map(value) ?? .null]
    }
    try JSONWriter(output: output).write(
      schema: "salvage/1",
      [
        "anchor": .value(anchor.map { ["root": .string($0.root.description), "size": value($0.size)] } ?? .null),
        "bytes": .value(value(bytes)), "bytesLeft": .value(value(bytesLeft)),
        "checkpointFindings": .value(.array(findings)), "firstBad": .value(firstBad ?? .null),
        "head": .value(.string(head.description)), "lines": .value(value(lines)), "origin": .value(.string(origin)),
        "root": .value(.string(root.description)),
      ])
  }

  fileprivate func writeText(to output: ByteOutput) throws {
    var facts = FactSheet()
    facts.add("journal", origin)
    facts.add("good", "\(Figures.of(lines, "line", "lines")), \(Figures.of(bytes, "byte", "bytes"))")
    facts.add("left", Figures.of(bytesLeft, "byte", "bytes"))
    facts.add("head", head.description)
    facts.add("root", root.description)
    if let firstBad {
      let place = "line \(Figures.of(firstBad.seq)), byte \(Figures.of(firstBad.offset))"
      facts.add("first bad", "\(place): \(firstBad.text) [\(firstBad.code.rawValue)]")
    }
    facts.add(
      "anchor", anchor.map { "the checkpoint of \(Figures.of($0.size, "line", "lines")) beside the journal" } ?? "none")
    for error in checkpointFindings {
      let size = error.place.seq.map { Figures.of($0, "line", "lines") } ?? "unknown size"
      facts.add("checkpoint", "of \(size): \(error.code.meaning) [\(error.code.rawValue)]")
    }
    try facts.write(to: output)
  }
}
