import RegistryEvents
import Testing

@Suite("Canonical JSON")
struct CanonicalTests {
  static func code(_ text: String) -> ErrorCode? { code(Array(text.utf8)) }

  static func code(_ bytes: [UInt8]) -> ErrorCode? {
    do {
      _ = try CanonicalValue(canonical: bytes)
      return nil
    } catch { return error.code }
  }

  @Test(
    "what the canonical form allows is read, and written back byte for byte",
    arguments: [
      #"{}"#, #"[]"#, #""""#, "0", "-1", "9007199254740991", "-9007199254740991", "null", "true", "false",
      #"{"A":1,"B":2,"_":3,"a":[],"aa":{},"b":[1,[2],{"c":null}]}"#,
      #""\b\t\n\f\r\"\\\u0001\u001f/ әіңғүұқөһ Ж 😀 e\#u{301} é""#,
      #""12345678""#, #""1234567\n""#, #""1234567ы""#, "\"\u{7f}\u{80}\u{7ff}\u{800}\u{fffd}\u{10000}\u{10fffd}\"",
    ])
  func accepted(text: String) throws {
    let value = try CanonicalValue(canonical: Array(text.utf8))
    #expect(CanonicalWriter.bytes(of: value) == Array(text.utf8))
    #expect(try CanonicalValue(json: Array(text.utf8)) == value)
  }

  @Test(
    "what is not its own canonical form is refused by its own code",
    arguments: [
      ("", ErrorCode.endOfInput), (" 1", .whiteSpace), ("[1, 2]", .whiteSpace), ("[1]\r", .trailingBytes),
      ("1 ", .trailingBytes),
      ("{\"a\":1,}", .unexpectedByte), ("[1,]", .unexpectedByte), ("[", .endOfInput), ("{\"a\"", .endOfInput),
      ("\"a", .endOfInput), ("{\"b\":1,\"a\":2}", .memberOrder), ("{\"a\":1,\"a\":2}", .memberDuplicate),
      ("{\"ab\":1,\"a\":2}", .memberOrder), ("{\"\":1}", .memberNameInvalid), ("{\"1\":1}", .memberNameInvalid),
      ("{\"é\":1}", .memberNameInvalid), ("{\"a-b\":1}", .memberNameInvalid), ("1.0", .numberNotInteger),
      ("1e2", .numberNotInteger), ("-0", .numberNotCanonical), ("01", .numberNotCanonical), ("-", .endOfInput),
      ("9007199254740992", .numberOutOfRange), ("-9007199254740992", .numberOutOfRange),
      ("123456789012345678901234567890", .numberOutOfRange), ("\"\\/\"", .escapeNotCanonical),
      ("\"\\u001F\"", .escapeNotCanonical), ("\"\\u000a\"", .escapeNotCanonical), ("\"\\u0041\"", .escapeNotCanonical),
      ("\"\\ud83d\\ude00\"", .surrogate), ("\"\\udead\"", .surrogate), ("\"\\u0000\"", .nulCharacter),
      ("\"\\x\"", .escapeNotCanonical),
      ("\"\t\"", .controlCharacter), ("\"1234567\t\"", .controlCharacter), ("\u{feff}{}", .byteOrderMark),
      ("tru", .unexpectedByte), ("nul1", .unexpectedByte), ("+1", .unexpectedByte),
      ("'a'", .unexpectedByte), ("[1 ]", .whiteSpace), ("{\"a\" :1}", .whiteSpace), ("{\"a\":1}x", .trailingBytes),
    ])
  func refused(text: String, code: ErrorCode) {
    #expect(Self.code(text) == code)
  }

  @Test(
    "bytes that are not UTF-8 are refused",
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0xBD], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF], [0xD0], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xD0, 0x22],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    #expect(Self.code([0x22] + bytes + [0x22]) == .utf8Invalid)
    #expect(Self.code(Array("\"12345678".utf8) + bytes + [0x22]) == .utf8Invalid)
  }

  @Test("noncharacters are refused and their neighbours are not")
  func noncharacters() {
    for plane in UInt32(0)...16 {
      for low in UInt32(0xFFFC)...0xFFFF {
        let refused = low >= 0xFFFE
        #expect(Self.code([0x22] + Self.utf8(plane << 16 | low) + [0x22]) == (refused ? .noncharacter : nil))
      }
    }
    for scalar in UInt32(0xFDCE)...0xFDF1 {
      let refused = (0xFDD0...0xFDEF).contains(scalar)
      #expect(Self.code([0x22] + Self.utf8(scalar) + [0x22]) == (refused ? .noncharacter : nil))
    }
  }

  static func utf8(_ scalar: UInt32) -> [UInt8] {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    return scalar < 0x10000
      ? [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)] : [UInt8(0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
  }

  /// RFC 8785 §3.2.2 to §3.2.4, the sample without its `numbers`, which are no integers (code component of an RFC: Simplified BSD licence).
  @Test("the sample of RFC 8785 comes out as it says, where the subset allows")
  func publishedSample() throws {
    let sample = #"""
      {
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let hex =
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22737472696e67223a22e282ac245c75303030665c6e412742"
      + "5c225c5c5c5c5c222f227d"
    let bytes = CanonicalWriter.bytes(of: try CanonicalValue(json: Array(sample.utf8)))
    #expect(Hex.encode(bytes) == hex)
    #expect(try CanonicalWriter.bytes(of: CanonicalValue(canonical: bytes)) == bytes)
  }

  @Test("depth 32 is read and depth 33 is refused")
  func depth() {
    #expect(Self.code(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) == nil)
    #expect(Self.code(String(repeating: "[", count: 33) + String(repeating: "]", count: 33)) == .depthExceeded)
    let objects = String(repeating: "{\"a\":", count: 32) + "{}" + String(repeating: "}", count: 32)
    #expect(Self.code(objects) == .depthExceeded)
  }

  @Test("a name of 64 bytes is read and one of 65 is refused")
  func longName() {
    #expect(Self.code("{\"\(String(repeating: "a", count: 64))\":1}") == nil)
    #expect(Self.code("{\"\(String(repeating: "a", count: 65))\":1}") == .memberNameInvalid)
  }

  /// Values of every kind, from a counter: small trees whose strings hold what the scanner treats specially.
  static func value(_ random: inout SystemRandomNumberGenerator, depth: Int) -> CanonicalValue {
    switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(.random(in: -CanonicalValue.largestInteger...CanonicalValue.largestInteger, using: &random))
    case 3, 4:
      let pieces = ["a", "B", "7", " ", "\"", "\\", "\n", "\u{1}", "\u{1f}", "ы", "қ", "€", "😀", "\u{7f}", "/"]
      return .string(
        (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
    case 5: return .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      var members: [String: CanonicalValue] = [:]
      for _ in 0..<Int.random(in: 0..<6, using: &random) {
        let name = (0..<Int.random(in: 1..<5, using: &random)).map { _ in
          "abZ_".randomElement(using: &random).map(String.init) ?? ""
        }.joined()
        members[name] = value(&random, depth: depth + 1)
      }
      return .object(members)
    }
  }

  @Test("any value is written, read alike by the scanner and its slow twin, and every changed byte is judged alike")
  func twins() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let value = Self.value(&random, depth: 0)
      let bytes = CanonicalWriter.bytes(of: value)
      #expect(try CanonicalValue(canonical: bytes) == value)
      #expect(try CanonicalValue(json: bytes) == value)
      for _ in 0..<40 {
        var changed = bytes
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        // The slow twin: canonical is what parses liberally and is written back as the same bytes.
        let twin = (try? CanonicalValue(json: changed)).map { CanonicalWriter.bytes(of: $0) == changed } ?? false
        #expect((Self.code(changed) == nil) == twin, "\(String(decoding: changed, as: UTF8.self))")
      }
    }
  }

  @Test("every prefix of a value is refused")
  func prefixes() throws {
    let text = #"{"a":["\u0001ы€😀",true,false,null,-12],"b":{"c":""}}"#
    let bytes = Array(text.utf8)
    #expect(Self.code(bytes) == nil)
    for count in 0..<bytes.count { #expect(Self.code(Array(bytes[..<count])) != nil) }
  }
}
