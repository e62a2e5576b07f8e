/// The members of a line as a schema, and the slow judge of a line that the fast pass refused.
enum LineSchema {
  static let seen = Schema.members(
    .required("leaf", .string(.sha256), "the leaf hash of an earlier line"),
    .required("seq", .integer(0...CanonicalValue.largestInteger), "the index of that line"))

  static let signers = Schema.array(.string(.thumbprint), count: 2...LineScanner.mostSignatures)

  static let signatures = Schema.array(
    .either([
      .members(.required("cms", .string(.sha256), "SHA-256 of the evidence beside the journal")),
      .members(
        .required("protected", .string(.base64url(longest: 1024)), "the protected header"),
        .required("signature", .string(.base64url(longest: 1024)), "the signature")),
    ]), count: 1...LineScanner.mostSignatures)

  static let act = Schema.members(
    .required("at", .string(.instant), "when the act was done: the date in law"),
    .optional("case", .string(.caseNumber), "the case file"),
    .required("id", .string(.uuid), "the idempotency key"),
    .required("journal", .string(.origin), "the origin named in line 0"),
    .optional("seen", seen, "an earlier line that the author had before him"),
    .optional("signers", signers, "the keys that sign, where more than one must"),
    .required("type", .string(.actType), "what kind of act it is"),
    .required("version", .integer(1...CanonicalValue.largestInteger), "the version of `what`"),
    .required("what", .open([]), "what the act says"))

  static let line = Schema.members(
    .required("act", act, "the administrative act"),
    .required("prev", .string(.sha256), "the leaf hash of the line before"),
    .required("recorded", .string(.instant), "when the journal took the act in"),
    .required("seq", .integer(0...CanonicalValue.largestInteger), "the line's index"),
    .required("signatures", signatures, "author signatures over the act"))

  /// The first thing wrong with a line, by form and then by members; `nil` if this slow judge finds nothing.
  static func diagnose(_ line: UnsafeRawBufferPointer) -> ScanError? {
    do throws(ScanError) {
      var scanner = CanonicalScanner(line, range: 0..<line.count)
      guard scanner.byte(at: 0) == UInt8(ascii: "{") else {
        let start = scanner.unexpected(at: 0)
        throw start.code == .unexpectedByte ? ScanError(code: .notAnObject, offset: 0) : start
      }
      try scanner.value(depth: 1)
      guard scanner.at == line.count else { throw ScanError(code: .trailingBytes, offset: scanner.at) }
      var cursor = CanonicalCursor(line, range: 0..<line.count)
      try self.line.validate(&cursor)
      cursor = CanonicalCursor(line, range: 0..<line.count)
      cursor.enter()
      _ = cursor.nextMember()
      let act = cursor.skip()
      guard act.count <= LineScanner.longestAct else { throw ScanError(code: .actTooLong, offset: act.lowerBound) }
      return nil
    } catch {
      return error
    }
  }
}
