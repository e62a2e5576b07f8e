/// A cursor over bytes that the scanner has accepted: it finds members and values without checking form again.
///
/// Every read is bounded by `end`, so that a cursor over bytes that were never scanned would answer nonsense but read
/// nothing outside its buffer. Like the scanner it lives only inside the closure that lent the buffer.
struct CanonicalCursor {
  let bytes: UnsafeRawBufferPointer
  let end: Int
  var at: Int
  /// Whether the last string passed over had an escape.
  private(set) var sawEscape = false

  init(_ buffer: UnsafeRawBufferPointer, range: Range<Int>) {
    bytes = buffer
    at = range.lowerBound
    end = min(range.upperBound, buffer.count)
  }

  /// The byte at the cursor; 0, which no canonical value holds, past the end.
  @inline(__always)
  var current: UInt8 { at < end ? bytes[at] : 0 }

  /// Steps into an object or array.
  @inline(__always)
  mutating func enter() { at &+= 1 }

  /// The characters of the next member's name, with the cursor moved on to its value; `nil` at the object's end,
  /// which is passed over.
  @inline(__always)
  mutating func nextMember() -> Range<Int>? {
    if current == UInt8(ascii: ",") { at &+= 1 }
    guard current == UInt8(ascii: "\"") else {
      at = min(at &+ 1, end)
      return nil
    }
    let name = string()
    at = min(at &+ 1, end)
    return name
  }

  /// Whether an element follows, with the cursor moved on to it; the array's end is passed over.
  @inline(__always)
  mutating func nextElement() -> Bool {
    if current == UInt8(ascii: ",") { at &+= 1 }
    guard at < end, current != UInt8(ascii: "]") else {
      at = min(at &+ 1, end)
      return false
    }
    return true
  }

  /// Passes over a string and answers where its characters are, escapes as they stand.
  mutating func string() -> Range<Int> {
    let start = min(at &+ 1, end)
    var index = start
    sawEscape = false
    while index < end {
      while end &- index >= ByteVector.count {
        let plain = ByteVector.first(ByteVector.quotes(ByteVector.load(bytes, at: index)))
        index &+= plain
        if plain < ByteVector.count { break }
      }
      guard index < end else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        sawEscape = true
        index &+= 2
      } else {
        index &+= 1
      }
    }
    let stop = min(index, end)
    at = min(stop &+ 1, end)
    return start..<stop
  }

  /// Passes over an integer.
  mutating func integer() -> Int64 {
    let negative = current == UInt8(ascii: "-")
    if negative { at &+= 1 }
    var number: Int64 = 0
    while case let digit = current &- UInt8(ascii: "0"), digit < 10 {
      number = number &* 10 &+ Int64(digit)
      at &+= 1
    }
    return negative ? 0 &- number : number
  }

  /// Passes over one value of any kind and answers its bytes.
  @discardableResult
  mutating func skip() -> Range<Int> {
    let start = at
    var depth = 0
    repeat {
      switch current {
      case UInt8(ascii: "\""): _ = string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth &+= 1
        at &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth &-= 1
        at &+= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): at &+= 1
      default:
        while at < end, !CanonicalCursor.endsWord(bytes[at]) { at &+= 1 }
      }
    } while depth > 0 && at < end
    return start..<at
  }

  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "\"")
  }

  /// Whether the bytes of a range are those of a literal.
  @inline(__always)
  func matches(_ range: Range<Int>, _ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard range.count == count else { return false }
    let expected = literal.utf8Start
    for index in 0..<count where bytes[range.lowerBound &+ index] != expected[index] { return false }
    return true
  }

  /// Whether the bytes of a range come after those of a literal, as canonical members are sorted.
  @inline(__always)
  func isAfter(_ range: Range<Int>, _ literal: StaticString) -> Bool {
    let count = min(range.count, literal.utf8CodeUnitCount)
    let expected = literal.utf8Start
    for index in 0..<count where bytes[range.lowerBound &+ index] != expected[index] {
      return bytes[range.lowerBound &+ index] > expected[index]
    }
    return range.count > literal.utf8CodeUnitCount
  }

  /// The text of a string's characters, escapes resolved.
  func text(_ characters: Range<Int>) -> String {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[characters])
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
        text.append(raw[index])
        index += 1
        continue
      }
      switch raw[index + 1] {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "u"):
        // Canonical escapes by number are \u0001 to \u001f: the last two digits are the byte.
        if index + 5 < raw.count, let high = Hex.nibble(raw[index + 4]), let low = Hex.nibble(raw[index + 5]) {
          text.append(high << 4 | low)
        }
        index += 4
      default: text.append(raw[index + 1])
      }
      index += 2
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Passes over one value and answers it as a tree.
  mutating func value() -> CanonicalValue {
    switch current {
    case UInt8(ascii: "\""): return .string(text(string()))
    case UInt8(ascii: "{"):
      enter()
      var members: [String: CanonicalValue] = [:]
      while let name = nextMember() { members[text(name)] = value() }
      return .object(members)
    case UInt8(ascii: "["):
      enter()
      var elements: [CanonicalValue] = []
      while nextElement() { elements.append(value()) }
      return .array(elements)
    case UInt8(ascii: "t"):
      skip()
      return .bool(true)
    case UInt8(ascii: "f"):
      skip()
      return .bool(false)
    case UInt8(ascii: "n"):
      skip()
      return .null
    default: return .integer(integer())
    }
  }
}
