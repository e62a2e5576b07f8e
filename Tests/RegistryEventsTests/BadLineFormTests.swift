import Testing

@testable import RegistryEvents

@Suite("Lines of a wrong form")
struct BadLineFormTests {
  static let cases: [BadLine] =
    [
      BadLine("nothing between two LFs", .lineEmpty) { $0.append(line: []) },
      BadLine("65,536 bytes", .lineTooLong) { $0.append(line: [UInt8](repeating: 0x20, count: 65_536)) },
      BadLine("an act of 49,153 bytes", .actTooLong) { $0.append(try $0.longAct(bytes: 49_153)) },
      BadLine("an array", .notAnObject) { $0.append(line: Array("[1]".utf8)) },
      BadLine("cut short", .endOfInput) { $0.append(line: try $0.rightLine().dropLast(9)) },
      BadLine("a byte-order mark", .byteOrderMark) { $0.append(line: [0xEF, 0xBB, 0xBF] + (try $0.rightLine())) },
      BadLine("CR before LF", .trailingBytes) { $0.append(line: try $0.rightLine() + [0x0D]) },
      BadLine("not UTF-8", .utf8Invalid) {
        try $0.append(replacing: "Number\":\"1", with: "Number\":\"".utf8 + [0xFF])
      },
      BadLine("a noncharacter", .noncharacter) {
        try $0.append(replacing: "Number\":\"1", with: "Number\":\"".utf8 + [0xEF, 0xBF, 0xBE])
      },
      BadLine("seventeen signatures", .valueInvalid) {
        let signed = try SignedAct($0.draft($0.registered()), keys: [$0.official])
        $0.append(SignedAct(act: signed.act, signatures: Array(repeating: signed.signatures[0], count: 17)))
      },
      BadLine("no signatures", .valueInvalid) {
        $0.append(SignedAct(act: try SignedAct($0.draft($0.registered()), keys: [$0.official]).act, signatures: []))
      },
      BadLine("one signer named", .valueInvalid) {
        var draft = $0.draft($0.registered())
        draft.signers = [$0.official.publicKey.thumbprint]
        $0.append(SignedAct(act: draft.bytes, signatures: [try DetachedJWS.sign(draft.bytes, with: $0.official)]))
      },
    ] + replaced

  private static let replaced: [BadLine] = [
    .replacing("a sign that numbers do not have", .unexpectedByte, "\"version\":1", "\"version\":+1"),
    .replacing("white space", .whiteSpace, "\"seq\":", "\"seq\": "),
    .replacing("a raw control character", .controlCharacter, "Number\":\"1", "Number\":\"\u{1f}"),
    .replacing("U+0000", .nulCharacter, "Number\":\"1", "Number\":\"\\u0000"),
    .replacing("half a surrogate pair", .surrogate, "Number\":\"1", "Number\":\"\\ud83d"),
    .replacing("an escape without need", .escapeNotCanonical, "Number\":\"1", "Number\":\"\\/"),
    .replacing("a float", .numberNotInteger, "\"version\":1", "\"version\":1.0"),
    .replacing("a leading zero", .numberNotCanonical, "\"seq\":3", "\"seq\":03"),
    .replacing("a number beyond 2^53 - 1", .numberOutOfRange, "\"seq\":3", "\"seq\":9007199254740992"),
    .replacing("a name with a hyphen", .memberNameInvalid, "incomingNumber", "incoming-number"),
    .replacing("members out of order", .memberOrder, "\"version\":1,", "\"ve\":1,\"aversion\":1,"),
    .replacing("a duplicate member of the line", .memberDuplicate, "\"seq\":3", "\"seq\":3,\"seq\":3"),
    .replacing("a duplicate member of the act", .memberDuplicate, "\"version\":1", "\"version\":1,\"version\":1"),
    .replacing(
      "a duplicate member of what", .memberDuplicate, "Number\":\"1\"", "Number\":\"1\",\"incomingNumber\":\"1\""),
    .replacing(
      "an array at depth 33", .depthExceeded, "Number\":\"1\"",
      "Number\":" + String(repeating: "[", count: 30) + String(repeating: "]", count: 30)),
    .replacing("no version", .memberMissing, "\"version\":1,", ""),
    .replacing("no seq", .memberMissing, "\"seq\":3,", ""),
    .replacing("an unknown member of the line", .memberUnknown, "\"seq\":3", "\"seq\":3,\"shape\":1"),
    .replacing("an unknown member of the act", .memberUnknown, "\"version\":1", "\"version\":1,\"wet\":1"),
    .replacing("an unknown member of a signature", .memberUnknown, "\"protected\"", "\"note\":1,\"protected\""),
    .replacing("a string for a number", .memberType, "\"seq\":3", "\"seq\":\"3\""),
    .replacing("a number for an object", .memberType, "\"what\":{", "\"what\":1,\"zzz\":{"),
    .replacing("a day that is not", .instantInvalid, "\"recorded\":\"2024-03-05", "\"recorded\":\"2024-02-30"),
    .replacing("a second 60", .instantInvalid, "{\"at\":\"2024-03-05T05:03:00", "{\"at\":\"2024-03-05T05:03:60"),
    .replacing("a negative seq", .valueInvalid, "\"seq\":3", "\"seq\":-3"),
    .replacing("version 0", .valueInvalid, "\"version\":1", "\"version\":0"),
    .replacing("a case that is not ASCII", .valueInvalid, ",\"id\":", ",\"case\":\"Ж-1\",\"id\":"),
    .replacing("a case that begins with a hyphen", .valueInvalid, ",\"id\":", ",\"case\":\"-1\",\"id\":"),
    .replacing("an empty origin", .valueInvalid, "\"journal\":\"apk", "\"journal\":\"/apk"),
    .replacing("a type of one word", .valueInvalid, "apk.registered", "apkregistered"),
    .replacing("a type of three words", .valueInvalid, "apk.registered", "apk.registered.again"),
    .replacing("hex in upper case", .valueInvalid, "\"prev\":\"", "\"prev\":\"A"),
    .replacing(
      "unused bits of base64url", .valueInvalid, "\"signature\":\"",
      "\"signature\":\"AB\"},{\"protected\":\"AA\",\"signature\":\""),
  ]

  @Test("a line that is wrong in its form is refused, alone, by one code, whatever else is checked", arguments: cases)
  func refused(bad: BadLine) throws {
    let journal = try bad.journal()
    for mode in VerificationMode.allCases {
      let walked = try journal.walk(mode: mode)
      #expect(walked.findings.map(\.code) == bad.codes)
      #expect(walked.findings.map(\.seq) == [3])
      #expect(walked.lines.count == 3)
      #expect(walked.summary?.lines == 4)
      let stopped = try journal.walk(mode: mode, damage: .stop)
      #expect(stopped.error?.code == bad.codes.first)
      #expect(stopped.error?.place.seq == 3)
      #expect(stopped.lines.count == 3)
    }
  }

  @Test("a refused line has a leaf hash all the same, and the lines after it go on from there", arguments: cases)
  func goesOn(bad: BadLine) throws {
    var journal = try bad.journal()
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    let walked = try journal.walk()
    #expect(walked.findings.map(\.code) == bad.codes)
    #expect(walked.summary?.head == journal.head)
    #expect(walked.verified.last?.judgement.standing == .stands)
  }

  @Test("the offset of a refusal is that of the byte at which it begins")
  func offset() throws {
    var journal = try RawJournal.started()
    let start = journal.bytes.count
    try journal.append(replacing: "\"seq\":3", with: "\"seq\":3 ")
    let line = try #require(journal.lines.last)
    let offset = try #require(line.firstIndex(of: 0x20))
    #expect(try journal.walk().findings.map(\.offset) == [UInt64(start + offset)])
    let error = try #require(try journal.walk(damage: .stop).error)
    #expect(error.place == Place(seq: 3, fileOffset: UInt64(start + offset), offset: offset))
  }

  @Test("a line of 65,535 bytes and an act of 49,152 are read")
  func longest() throws {
    var journal = try RawJournal.started()
    let act = try journal.longAct(bytes: 49_152)
    let missing = 65_535 - journal.line(act).count
    let overhead = "{\"protected\":\"\",\"signature\":\"\"},".utf8.count
    let signatures = (0..<10).map { index in
      Self.filler(missing / 10 - overhead + (index == 0 ? missing % 10 : 0))
    }
    journal.append(SignedAct(act: act.act, signatures: act.signatures + signatures))
    #expect(journal.lines.last?.count == 65_535)
    let walked = try journal.walk(mode: .chain)
    #expect(walked.findings == [])
    #expect(walked.lines.count == 4)
  }

  /// A signature of so many characters in both of its texts.
  static func filler(_ count: Int) -> DetachedJWS {
    // Base64url has no text of 4n + 1 characters.
    let first = count / 8 * 4 + (count % 4 == 1 ? 2 : 0)
    return DetachedJWS(
      protected: String(repeating: "A", count: first), signature: String(repeating: "A", count: count - first))
  }
}

extension RawJournal {
  /// The line of a right act.
  mutating func rightLine() throws -> [UInt8] { line(try SignedAct(draft(registered()), keys: [official])) }

  /// An act of a type that nobody knows, of so many bytes.
  mutating func longAct(bytes count: Int) throws -> SignedAct {
    var draft = ActDraft(
      type: "test.long", version: 1, what: ["text": ""], at: instant, id: nextID(), journal: Self.origin)
    draft.what = ["text": .string(String(repeating: "a", count: count - draft.bytes.count))]
    try #require(draft.bytes.count == count)
    return try SignedAct(draft, keys: [official])
  }
}
