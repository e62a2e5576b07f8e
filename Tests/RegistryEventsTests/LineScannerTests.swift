import Testing

@testable import RegistryEvents

/// The scanner reads a line in one pass over its bytes. Its slow twin parses the line into a tree as any JSON parser would,
/// writes the tree down again, compares, and then asks the schemas.
@Suite("The line scanner and its slow twin")
struct LineScannerTests {
  static let scanner = LineScanner(catalogue: .standard)

  /// What is to be known of a line that is read.
  struct Reading: Equatable {
    var at, recorded: Instant
    var id: UUIDv7
    var caseNumber: String?
    var journal, type: String
    var version: Int64
    var seq: UInt64
    var prev: Digest
    var actRange: Range<Int>
    var isKnown, whatIsRight: Bool
  }

  static func scanned(_ line: [UInt8]) -> Reading? {
    line.withUnsafeBytes { buffer -> Reading? in
      guard
        let layout = try? scanner.withTables({ tables in
          Result { () throws(ScanError) in try scanner.scan(buffer, 0..<buffer.count, tables) }
        }).get()
      else { return nil }
      func text(_ span: LineLayout.Span) -> String { String(decoding: buffer[span.range], as: UTF8.self) }
      return Reading(
        at: layout.at, recorded: layout.recorded, id: layout.id,
        caseNumber: layout.caseNumber.isEmpty ? nil : text(layout.caseNumber), journal: text(layout.journal),
        type: text(layout.type), version: layout.version, seq: layout.seq, prev: layout.prev,
        actRange: layout.act.range, isKnown: layout.known != nil, whatIsRight: layout.whatError == nil)
    }
  }

  static func parsed(_ line: [UInt8]) -> Reading? {
    guard line.count <= 65_535, let tree = try? CanonicalValue(json: line), CanonicalWriter.bytes(of: tree) == line,
      LineSchema.line.allows(tree), let act = tree["act"], let what = act["what"],
      let at = act["at"]?.string.flatMap({ Instant($0) }), let id = act["id"]?.string.flatMap({ UUIDv7($0) }),
      let recorded = tree["recorded"]?.string.flatMap({ Instant($0) }), let journal = act["journal"]?.string,
      let type = act["type"]?.string, let version = act["version"]?.integer, let seq = tree["seq"]?.integer,
      let prev = tree["prev"]?.string.flatMap({ Digest(hex: $0) })
    else { return nil }
    let actBytes = CanonicalWriter.bytes(of: act)
    guard actBytes.count <= 49_152 else { return nil }
    let entry = ActCatalogue.standard.entry(type: type, version: version)
    return Reading(
      at: at, recorded: recorded, id: id, caseNumber: act["case"]?.string, journal: journal, type: type,
      version: version, seq: UInt64(seq), prev: prev, actRange: 7..<(7 + actBytes.count), isKnown: entry != nil,
      whatIsRight: entry.map { $0.schema.allows(what) } ?? true)
  }

  /// Lines of every shape: with and without each optional member, of known and unknown types, signed in every way.
  static func lines() throws -> [[UInt8]] {
    var journal = try RawJournal.started()
    var draft = journal.draft(journal.registered())
    draft.caseNumber = "A-1"
    draft.seen = ActDraft.Seen(leaf: journal.head, seq: 2)
    try journal.append(draft, by: journal.official, journal.master)
    draft.type = "test.unknown"
    draft.what = ["text": "ы \" \\ \u{1} \n €😀", "list": [1, -2, nil, true, ["a": [:]]]]
    try journal.append(draft, by: journal.official)
    let cms = String(decoding: try journal.rightLine(), as: UTF8.self)
    let start = try #require(cms.firstRange(of: "{\"protected\":")).lowerBound
    journal.append(line: Array((cms[..<start] + "{\"cms\":\"\(journal.head)\"}]}").utf8))
    var sampler = SchemaSampler(seed: 5, isFull: true)
    let filing = try InclusionFiled(what: sampler.value(of: InclusionFiled.schema))
    try journal.append(journal.draft(filing), by: journal.official)
    return journal.lines
  }

  static func compare(_ line: [UInt8]) {
    let fast = scanned(line)
    let slow = parsed(line)
    #expect(fast == slow, "\(String(decoding: line, as: UTF8.self))")
  }

  @Test("every line is read alike", arguments: PayloadType.all)
  func known(type: PayloadType) throws {
    var journal = try RawJournal.started()
    for seed in 0..<20 {
      var sampler = SchemaSampler(seed: UInt64(seed), isFull: seed == 0)
      var draft = journal.draft(journal.registered())
      draft.type = type.payload.type
      draft.what = sampler.value(of: type.payload.schema)
      let line = journal.line(try SignedAct(draft, keys: [journal.official]))
      Self.compare(line)
      #expect(Self.scanned(line)?.whatIsRight == true)
    }
    var sampler = SchemaSampler(seed: 0, isFull: true)
    for mutant in SchemaMutant.all(of: sampler.value(of: type.payload.schema), type.payload.schema) {
      var draft = journal.draft(journal.registered())
      draft.type = type.payload.type
      draft.what = mutant.value
      let line = journal.line(SignedAct(act: draft.bytes, signatures: [.init(protected: "AA", signature: "AA")]))
      let reading = Self.scanned(line)
      #expect(reading == Self.parsed(line), "\(mutant.path)")
      if case .object = mutant.value, reading != nil { #expect(reading?.whatIsRight == false, "\(mutant.path)") }
    }
  }

  @Test("every line with any byte changed is read alike", arguments: 0..<7)
  func bytes(index: Int) throws {
    let line = try Self.lines()[index]
    #expect(Self.scanned(line) != nil)
    Self.compare(line)
    let telling = Array("\"\\,:{}[]0-9.eaAzf/_ +\n".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0xF0, 0xFF]
    var random = SeededRandom(UInt64(index))
    for place in line.indices {
      var changed = line
      // All values at a few places, telling ones at every place.
      let values =
        place % 229 == index ? Array(0...255) : (0..<2).map { _ in telling.randomElement(using: &random) ?? 0 }
      for value in values {
        changed[place] = value
        Self.compare(changed)
      }
    }
  }

  @Test("every line with a piece cut out, doubled, moved or put in is read alike", arguments: 0..<7)
  func pieces(index: Int) throws {
    let line = try Self.lines()[index]
    var random = SeededRandom(UInt64(index))
    for _ in 0..<600 {
      var changed = line
      let start = Int.random(in: 0..<line.count, using: &random)
      let piece = start..<min(line.count, start + .random(in: 1...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: changed.removeSubrange(piece)
      case 1: changed.insert(contentsOf: line[piece], at: start)
      case 2: changed.insert(contentsOf: line[piece], at: .random(in: 0...line.count, using: &random))
      default: changed.insert(.random(in: 0...255, using: &random), at: start)
      }
      Self.compare(changed)
    }
  }

  @Test("no prefix of a line is read", arguments: 0..<7)
  func prefixes(index: Int) throws {
    let line = try Self.lines()[index]
    for count in line.indices { #expect(Self.scanned(Array(line[..<count])) == nil) }
  }
}
