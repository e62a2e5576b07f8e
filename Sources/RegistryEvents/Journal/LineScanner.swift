/// Reads one line in one pass: canonical form, members and their values (format §1 to §3).
///
/// The members of a line and of an act are few and sorted, so their names are expected as literals. Whatever does not
/// fit is judged again, slowly, by ``LineSchema``, which finds the code and the offset to report.
///
/// Every line is read alike, whoever reads it and whatever for: in mode none too a line that is not canonical, or whose `what` is not as
/// its type says, is told.
struct LineScanner {
  static let longestLine = 65_535
  static let longestAct = 49_152
  static let mostSignatures = 16

  let catalogue: ActCatalogue

  /// The catalogue's tables, lent for a pass over some lines.
  struct Tables {
    let rows: UnsafeBufferPointer<ActCatalogue.Row>
    let steps: SchemaProgram.Lent
  }

  /// Lends the tables to a function.
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    catalogue.rows.withUnsafeBufferPointer { rows in
      catalogue.program.steps.withUnsafeBufferPointer { steps in body(Tables(rows: rows, steps: steps)) }
    }
  }

  /// Reads the line that stands in `buffer[range]` without its LF.
  ///
  /// - Throws: the first thing wrong, with its offset from the start of the line.
  func scan(
    _ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ tables: Tables
  ) throws(ScanError) -> LineLayout {
    guard range.count <= LineScanner.longestLine else {
      throw ScanError(code: .lineTooLong, offset: LineScanner.longestLine)
    }
    guard !range.isEmpty else { throw ScanError(code: .lineEmpty, offset: 0) }
    let line = UnsafeRawBufferPointer(rebasing: buffer[range])
    var scanner = CanonicalScanner(line, range: 0..<line.count)
    do {
      var layout = try layout(&scanner, tables)
      layout.start = range.lowerBound
      layout.length = range.count
      return layout
    } catch {
      throw LineSchema.diagnose(line) ?? error
    }
  }

  /// The pass itself. Any failure is reported as the scanner found it; `diagnose` finds the better words.
  @inline(__always)
  private func layout(_ scanner: inout CanonicalScanner, _ tables: Tables) throws(ScanError) -> LineLayout {
    var layout = LineLayout()
    try Self.expect("{\"act\":", &scanner)
    let actStart = scanner.at
    try Self.expect("{\"at\":", &scanner)
    layout.at = try Self.instant(&scanner)
    if scanner.take(",\"case\":") { layout.caseNumber = try Self.characters(&scanner, .caseNumber) }
    try Self.expect(",\"id\":", &scanner)
    guard let id = scanner.fixedString(36), let uuid = UUIDv7(ascii: Self.slice(scanner, id)) else {
      throw scanner.error(.valueInvalid, at: scanner.at)
    }
    layout.id = uuid
    try Self.expect(",\"journal\":", &scanner)
    layout.journal = try Self.characters(&scanner, .origin)
    if scanner.take(",\"seen\":") { layout.seen = try Self.shaped(&scanner, LineSchema.seen) }
    if scanner.take(",\"signers\":") { layout.signers = try Self.shaped(&scanner, LineSchema.signers) }
    try Self.expect(",\"type\":", &scanner)
    layout.type = try Self.characters(&scanner, .actType)
    try Self.expect(",\"version\":", &scanner)
    layout.version = try scanner.integer()
    guard layout.version >= 1 else { throw scanner.error(.valueInvalid, at: scanner.at) }
    try Self.expect(",\"what\":", &scanner)
    guard scanner.byte(at: scanner.at) == UInt8(ascii: "{") else { throw scanner.error(.memberType, at: scanner.at) }
    try what(&scanner, &layout, tables)
    try Self.expect("}", &scanner)
    layout.act = LineLayout.Span(actStart..<scanner.at)
    guard scanner.at - actStart <= Self.longestAct else { throw scanner.error(.actTooLong, at: actStart) }

    try Self.expect(",\"prev\":", &scanner)
    guard let prev = scanner.fixedString(64), let digest = Digest(hex: scanner.bytes, prev) else {
      throw scanner.error(.valueInvalid, at: scanner.at)
    }
    layout.prev = digest
    try Self.expect(",\"recorded\":", &scanner)
    layout.recorded = try Self.instant(&scanner)
    try Self.expect(",\"seq\":", &scanner)
    let seq = try scanner.integer()
    guard seq >= 0 else { throw scanner.error(.valueInvalid, at: scanner.at) }
    layout.seq = UInt64(seq)
    try Self.expect(",\"signatures\":", &scanner)
    layout.signatures = try Self.signatures(&scanner)
    try Self.expect("}", &scanner)
    guard scanner.at == scanner.end else { throw scanner.error(.trailingBytes, at: scanner.at) }
    return layout
  }

  @inline(__always)
  private static func expect(_ literal: StaticString, _ scanner: inout CanonicalScanner) throws(ScanError) {
    guard scanner.take(literal) else { throw scanner.error(.unexpectedByte, at: scanner.at) }
  }

  @inline(__always)
  private static func slice(_ scanner: borrowing CanonicalScanner, _ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: scanner.bytes[range])
  }

  private static func instant(_ scanner: inout CanonicalScanner) throws(ScanError) -> Instant {
    guard let characters = scanner.fixedString(Instant.textLength),
      let instant = Instant(ascii: slice(scanner, characters))
    else { throw scanner.error(.instantInvalid, at: scanner.at) }
    return instant
  }

  @inline(__always)
  private static func characters(
    _ scanner: inout CanonicalScanner, _ format: StringFormat
  ) throws(ScanError) -> LineLayout.Span {
    let start = scanner.at
    guard SchemaProgram.accepts(format, &scanner) else { throw scanner.error(.valueInvalid, at: start) }
    return LineLayout.Span((start &+ 1)..<(scanner.at &- 1))
  }

  /// Passes over a value at depth 2 or 3 whose shape a schema judges once its form is known to be canonical.
  private static func shaped(_ scanner: inout CanonicalScanner, _ schema: Schema) throws(ScanError) -> LineLayout.Span {
    let start = scanner.at
    try scanner.value(depth: 3)
    var cursor = CanonicalCursor(scanner.bytes, range: start..<scanner.at)
    try schema.validate(&cursor)
    return LineLayout.Span(start..<scanner.at)
  }

  private static func signatures(_ scanner: inout CanonicalScanner) throws(ScanError) -> LineLayout.Span {
    let start = scanner.at
    try Self.expect("[", &scanner)
    var count = 0
    repeat {
      if scanner.take("{\"protected\":") {
        _ = try characters(&scanner, .base64url(longest: 1024))
        try Self.expect(",\"signature\":", &scanner)
        _ = try characters(&scanner, .base64url(longest: 1024))
      } else {
        try Self.expect("{\"cms\":", &scanner)
        _ = try characters(&scanner, .sha256)
      }
      try Self.expect("}", &scanner)
      count += 1
    } while scanner.take(",")
    try Self.expect("]", &scanner)
    guard count <= mostSignatures else { throw scanner.error(.valueInvalid, at: start) }
    return LineLayout.Span(start..<scanner.at)
  }

  /// Passes over `what`: by the program of its type, form and shape at once; by the slow pair where that does not fit.
  @inline(__always)
  private func what(
    _ scanner: inout CanonicalScanner, _ layout: inout LineLayout, _ tables: Tables
  ) throws(ScanError) {
    let start = scanner.at
    let type = layout.type.range
    let index = catalogue.index(type: type, version: layout.version, in: scanner.bytes, of: tables.rows)
    if let index {
      layout.known = tables.rows[index].identity
      layout.isControl = tables.rows[index].isControl
      if SchemaProgram.accepts(tables.rows[index].step, of: tables.steps, &scanner, depth: 3) {
        layout.what = LineLayout.Span(start..<scanner.at)
        return
      }
    } else {
      layout.isControl = ActCatalogue.isControl(String(decoding: scanner.bytes[type], as: UTF8.self))
    }
    scanner.at = start
    try scanner.value(depth: 3)
    layout.what = LineLayout.Span(start..<scanner.at)
    guard let index else { return }
    var judged = CanonicalCursor(scanner.bytes, range: layout.what.range)
    do throws(ScanError) {
      try catalogue.entries[index].schema.validate(&judged)
    } catch {
      layout.whatError = error
    }
  }
}
