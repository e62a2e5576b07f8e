extension VerificationRecord {
  /// The name and version of the record's form.
  public static let schema = "verified/2"

  /// The record as it is kept: canonical JSON and one LF.
  public var json: [UInt8] {
    let value: CanonicalValue = [
      "acts": VerificationRecord.counts(standings),
      "annulled": VerificationRecord.number(annulled),
      "bytes": VerificationRecord.number(bytes),
      "continues": predecessor?.value ?? .null,
      "controls": .array(
        controls.map {
          [
            "leaf": .string($0.leaf.description), "offset": VerificationRecord.number($0.offset),
            "seq": VerificationRecord.number($0.seq),
          ]
        }),
      "findings": .array(
        findings.map {
          [
            "code": .string($0.code.rawValue), "detail": .string($0.detail),
            "offset": VerificationRecord.number($0.offset), "seq": VerificationRecord.number($0.seq),
          ]
        }),
      "head": .string(head.description), "opening": .string(opening.description), "origin": .string(origin),
      "root": .string(root.description), "rules": .string(rulesVersion),
      "schema": .string(VerificationRecord.schema), "signatures": VerificationRecord.counts(verdicts),
      "size": VerificationRecord.number(size), "tool": .string(tool),
      "unknownTypes": .array(
        unknownTypes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
          ["count": .integer(Int64($0.value)), "type": .string($0.key)]
        }),
      "window": [
        "bytes": VerificationRecord.number(window.bytes), "head": .string(window.head.description),
        "lines": VerificationRecord.number(window.lines),
        "peaks": .array(window.tree.peaks.map { .string($0.description) }),
        "recorded": .string(window.recorded.description),
      ],
    ]
    return CanonicalWriter.bytes(of: value) + [0x0A]
  }

  private static func number(_ value: UInt64) -> CanonicalValue { .integer(Int64(clamping: value)) }

  private static func counts<Word: RawRepresentable<String>>(_ counts: [Word: Int]) -> CanonicalValue {
    .array(
      counts.sorted { $0.key.rawValue.utf8.lexicographicallyPrecedes($1.key.rawValue.utf8) }.map {
        ["count": .integer(Int64($0.value)), "word": .string($0.key.rawValue)]
      })
  }

  /// Reads a record: the very bytes that ``json`` makes.
  ///
  /// - Throws: `verified-file-malformed`, whatever is wrong; and `verified-file-stale` for a record of another form than this reader's.
  public init(json bytes: [UInt8]) throws(RegistryError) {
    let malformed = RegistryError(.verifiedFileMalformed)
    guard bytes.last == 0x0A, let value = try? CanonicalValue(canonical: bytes.dropLast()),
      let schema = value["schema"]?.string
    else { throw malformed }
    guard schema == VerificationRecord.schema else { throw RegistryError(.verifiedFileStale, detail: "another form") }
    guard let record = VerificationRecord(value), record.json == bytes else { throw malformed }
    self = record
  }

  private init?(_ value: CanonicalValue) {
    guard let tool = value["tool"]?.string, let rules = value["rules"]?.string, let origin = value["origin"]?.string,
      let opening = value["opening"]?.digest, let continues = value["continues"],
      let annulled = value["annulled"]?.count, let size = value["size"]?.count, let bytes = value["bytes"]?.count,
      let head = value["head"]?.digest, let root = value["root"]?.digest,
      let verdicts = VerificationRecord.counts(value["signatures"], "word", { Verdict(rawValue: $0) }),
      let standings = VerificationRecord.counts(value["acts"], "word", { Standing(rawValue: $0) }),
      let unknownTypes = VerificationRecord.counts(value["unknownTypes"], "type", { $0 }),
      let findings = value["findings"]?.all(Finding.init(recorded:)),
      let controls = value["controls"]?.all(ControlLine.init(recorded:)),
      let window = value["window"].flatMap(Window.init(recorded:)),
      size > 0, window.lines <= size, window.bytes <= bytes,
      zip(controls, controls.dropFirst()).allSatisfy({ $0.seq < $1.seq && $0.offset < $1.offset }),
      controls.first?.seq == 0, controls.allSatisfy({ $0.seq < size && $0.offset < bytes })
    else { return nil }
    let predecessor = Predecessor(recorded: continues)
    guard continues == .null || predecessor != nil else { return nil }
    self.init(
      tool: tool, rulesVersion: rules, origin: origin, opening: opening, predecessor: predecessor, annulled: annulled,
      size: size, bytes: bytes, head: head,
      root: root, verdicts: verdicts, standings: standings, unknownTypes: unknownTypes, findings: findings,
      controls: controls, window: window)
  }

  private static func counts<Word: Hashable>(
    _ value: CanonicalValue?, _ name: String, _ read: (String) -> Word?
  ) -> [Word: Int]? {
    guard
      let pairs = value?.all({ element -> (Word, Int)? in
        guard let word = element[name]?.string.flatMap(read), let count = element["count"]?.count else { return nil }
        return Int(exactly: count).map { (word, $0) }
      })
    else { return nil }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension VerificationRecord.Predecessor {
  fileprivate var value: CanonicalValue {
    [
      "lines": .integer(Int64(clamping: lines)), "origin": .string(origin), "root": .string(root.description),
    ]
  }

  fileprivate init?(recorded value: CanonicalValue) {
    guard let origin = value["origin"]?.string, let lines = value["lines"]?.count, let root = value["root"]?.digest
    else { return nil }
    self.init(origin: origin, lines: lines, root: root)
  }
}

extension VerificationRecord.ControlLine {
  fileprivate init?(recorded value: CanonicalValue) {
    guard let seq = value["seq"]?.count, let offset = value["offset"]?.count, let leaf = value["leaf"]?.digest else {
      return nil
    }
    self.init(seq: seq, offset: offset, leaf: leaf)
  }
}

extension VerificationRecord.Window {
  fileprivate init?(recorded value: CanonicalValue) {
    guard let lines = value["lines"]?.count, let bytes = value["bytes"]?.count, let head = value["head"]?.digest,
      let recorded = value["recorded"]?.string.flatMap({ Instant($0) }), let peaks = value["peaks"]?.all(\.digest),
      let tree = MerkleFrontier(size: lines, peaks: peaks)
    else { return nil }
    self.init(lines: lines, bytes: bytes, head: head, recorded: recorded, tree: tree)
  }
}

extension Finding {
  fileprivate init?(recorded value: CanonicalValue) {
    guard let seq = value["seq"]?.count, let offset = value["offset"]?.count, let detail = value["detail"]?.string,
      let code = value["code"]?.string.flatMap(ErrorCode.init)
    else { return nil }
    self.init(
      RegistryError(code, at: Place(seq: seq, fileOffset: offset), detail: detail), line: seq, lineOffset: offset)
  }
}

extension CanonicalValue {
  /// A number of things; `nil` for any other value.
  fileprivate var count: UInt64? { integer.flatMap { UInt64(exactly: $0) } }

  /// A digest in hex; `nil` for any other value.
  fileprivate var digest: Digest? { string.flatMap { Digest(hex: $0) } }

  /// The elements of an array, each read by a function; `nil` where this is no array or one cannot be read.
  fileprivate func all<Element>(_ read: (CanonicalValue) -> Element?) -> [Element]? {
    guard let array else { return nil }
    let elements = array.compactMap(read)
    return elements.count == array.count ? elements : nil
  }
}
