/// A plain RFC 8259 parser with the value limits of format §2: the slow twin of the scanner, and the reader of what
/// people hand in. It differs from the scanner in three liberties: white space, order of members, spelling of escapes.
struct JSONParser {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(ScanError) -> CanonicalValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw ScanError(code: .byteOrderMark, offset: 0) }
    skipWhiteSpace()
    let value = try value(depth: 1)
    skipWhiteSpace()
    guard at == bytes.count else { throw ScanError(code: .trailingBytes, offset: at) }
    return value
  }

  private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private func unexpected() -> ScanError {
    ScanError(code: at < bytes.count ? .unexpectedByte : .endOfInput, offset: at)
  }

  private mutating func skipWhiteSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private mutating func take(_ byte: UInt8) throws(ScanError) {
    guard peek() == byte else { throw unexpected() }
    at += 1
  }

  private mutating func value(depth: Int) throws(ScanError) -> CanonicalValue {
    switch peek() {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private mutating func word(_ text: String, _ value: CanonicalValue) throws(ScanError) -> CanonicalValue {
    for byte in text.utf8 { try take(byte) }
    return value
  }

  private mutating func object(depth: Int) throws(ScanError) -> [String: CanonicalValue] {
    guard depth <= CanonicalScanner.deepest else { throw ScanError(code: .depthExceeded, offset: at) }
    at += 1
    var members: [String: CanonicalValue] = [:]
    skipWhiteSpace()
    if peek() == UInt8(ascii: "}") {
      at += 1
      return members
    }
    while true {
      skipWhiteSpace()
      let place = at
      let name = try string()
      guard JSONParser.isName(name) else { throw ScanError(code: .memberNameInvalid, offset: place) }
      guard members[name] == nil else { throw ScanError(code: .memberDuplicate, offset: place) }
      skipWhiteSpace()
      try take(UInt8(ascii: ":"))
      skipWhiteSpace()
      members[name] = try value(depth: depth + 1)
      skipWhiteSpace()
      if peek() == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try take(UInt8(ascii: "}"))
      return members
    }
  }

  private mutating func array(depth: Int) throws(ScanError) -> [CanonicalValue] {
    guard depth <= CanonicalScanner.deepest else { throw ScanError(code: .depthExceeded, offset: at) }
    at += 1
    var elements: [CanonicalValue] = []
    skipWhiteSpace()
    if peek() == UInt8(ascii: "]") {
      at += 1
      return elements
    }
    while true {
      skipWhiteSpace()
      elements.append(try value(depth: depth + 1))
      skipWhiteSpace()
      if peek() == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try take(UInt8(ascii: "]"))
      return elements
    }
  }

  private mutating func integer() throws(ScanError) -> Int64 {
    let start = at
    let negative = peek() == UInt8(ascii: "-")
    if negative { at += 1 }
    let digitsStart = at
    var number: Int64 = 0
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      guard at - digitsStart < 17 else { throw ScanError(code: .numberOutOfRange, offset: start) }
      number = number * 10 + Int64(byte - UInt8(ascii: "0"))
      at += 1
    }
    guard at > digitsStart else { throw unexpected() }
    if bytes[digitsStart] == UInt8(ascii: "0"), at - digitsStart > 1 || negative {
      throw ScanError(code: .numberNotCanonical, offset: start)
    }
    if let byte = peek(), [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) {
      throw ScanError(code: .numberNotInteger, offset: start)
    }
    guard number <= CanonicalValue.largestInteger else { throw ScanError(code: .numberOutOfRange, offset: start) }
    return negative ? -number : number
  }

  private mutating func string() throws(ScanError) -> String {
    try take(UInt8(ascii: "\""))
    let start = at
    var text: [UInt8] = []
    while true {
      guard let byte = peek() else { throw unexpected() }
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        guard let decoded = String(validating: text, as: UTF8.self) else {
          throw ScanError(code: .utf8Invalid, offset: start)
        }
        for scalar in decoded.unicodeScalars
        where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value) {
          throw ScanError(code: .noncharacter, offset: start)
        }
        return decoded
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0..<0x20: throw ScanError(code: .controlCharacter, offset: at)
      default:
        text.append(byte)
        at += 1
      }
    }
  }

  private mutating func escape() throws(ScanError) -> [UInt8] {
    let start = at
    at += 1
    guard let kind = peek() else { throw unexpected() }
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [kind]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"): break
    default: throw ScanError(code: .unexpectedByte, offset: start)
    }
    var scalar = UInt32(try fourDigits())
    if (0xD800...0xDBFF).contains(scalar) {
      guard peek() == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else {
        throw ScanError(code: .surrogate, offset: start)
      }
      at += 2
      let low = UInt32(try fourDigits())
      guard (0xDC00...0xDFFF).contains(low) else { throw ScanError(code: .surrogate, offset: start) }
      scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
    }
    guard scalar != 0 else { throw ScanError(code: .nulCharacter, offset: start) }
    guard let character = Unicode.Scalar(scalar) else { throw ScanError(code: .surrogate, offset: start) }
    return Array(String(character).utf8)
  }

  private mutating func fourDigits() throws(ScanError) -> UInt16 {
    var number: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Hex.nibble(byte) ?? Hex.nibble(byte | 0x20) else { throw unexpected() }
      number = number << 4 | UInt16(digit)
      at += 1
    }
    return number
  }

  private static func isName(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, bytes.count <= CanonicalScanner.longestName,
      !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    return bytes.allSatisfy {
      ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "_")
    }
  }
}
