/// Why a scan stopped: a code of the catalogue and the first byte concerned, counted from the start of the input.
struct ScanError: Error, Equatable {
  let code: ErrorCode
  let offset: Int
}

/// The strict single pass over canonical JSON (format §2): it accepts exactly the bytes that the canonical writer
/// could have written, and says at which byte anything else begins.
///
/// This is the hot path of every replay, so it works on a raw buffer. It is safe because `bytes` is only ever read at
/// an index that was compared with `end` first (`byte(at:)`, or a guarded load of eight), `end` is within the buffer,
/// and a scanner lives only inside the closure that lent it the buffer: the type is internal and is never stored.
struct CanonicalScanner {
  let bytes: UnsafeRawBufferPointer
  let end: Int
  /// The next byte to read.
  var at: Int
  /// Whether the last string passed over had an escape.
  var sawEscape = false

  /// A scanner over `buffer[range]`; offsets in errors count from the start of `buffer`.
  init(_ buffer: UnsafeRawBufferPointer, range: Range<Int>) {
    bytes = buffer
    at = range.lowerBound
    end = min(range.upperBound, buffer.count)
  }

  /// The deepest level of objects and arrays: the outermost is 1, 33 is refused.
  static let deepest = 32
  static let longestName = 64

  /// The byte at an index, or LF past the end: LF is refused wherever a value goes on, so it serves as the end mark.
  @inline(__always)
  func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0x0A }

  @inline(__always)
  func error(_ code: ErrorCode, at offset: Int) -> ScanError {
    ScanError(code: offset >= end && code != .trailingBytes ? .endOfInput : code, offset: min(offset, end))
  }

  /// Whether the literal stands here; passes over it if so.
  @inline(__always)
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard end - at >= count else { return false }
    let expected = literal.utf8Start
    for index in 0..<count where bytes[at &+ index] != expected[index] { return false }
    at &+= count
    return true
  }

  /// Passes over one value at a depth: 1 for the outermost object or array.
  mutating func value(depth: Int) throws(ScanError) {
    switch byte(at: at) {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try integer()
    case UInt8(ascii: "t"): guard take("true") else { throw unexpected(at: at) }
    case UInt8(ascii: "f"): guard take("false") else { throw unexpected(at: at) }
    case UInt8(ascii: "n"): guard take("null") else { throw unexpected(at: at) }
    default: throw unexpected(at: at)
    }
  }

  private mutating func array(depth: Int) throws(ScanError) {
    guard depth <= CanonicalScanner.deepest else { throw error(.depthExceeded, at: at) }
    at &+= 1
    if byte(at: at) == UInt8(ascii: "]") {
      at &+= 1
      return
    }
    while true {
      try value(depth: depth &+ 1)
      switch byte(at: at) {
      case UInt8(ascii: ","): at &+= 1
      case UInt8(ascii: "]"):
        at &+= 1
        return
      default: throw unexpected(at: at)
      }
    }
  }

  private mutating func object(depth: Int) throws(ScanError) {
    guard depth <= CanonicalScanner.deepest else { throw error(.depthExceeded, at: at) }
    at &+= 1
    if byte(at: at) == UInt8(ascii: "}") {
      at &+= 1
      return
    }
    var previous = 0..<0
    while true {
      let name = try memberName()
      if !previous.isEmpty {
        let order = compare(previous, name)
        guard order < 0 else { throw error(order == 0 ? .memberDuplicate : .memberOrder, at: name.lowerBound &- 1) }
      }
      previous = name
      guard byte(at: at) == UInt8(ascii: ":") else { throw unexpected(at: at) }
      at &+= 1
      try value(depth: depth &+ 1)
      switch byte(at: at) {
      case UInt8(ascii: ","): at &+= 1
      case UInt8(ascii: "}"):
        at &+= 1
        return
      default: throw unexpected(at: at)
      }
    }
  }

  /// Below zero, zero or above it as the first name sorts before, equal to or after the second.
  @inline(__always)
  private func compare(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    let shared = min(left.count, right.count)
    for index in 0..<shared {
      let difference = Int(bytes[left.lowerBound &+ index]) &- Int(bytes[right.lowerBound &+ index])
      if difference != 0 { return difference }
    }
    return left.count &- right.count
  }

  /// Passes over a member's name, quotes included, and answers where its characters are.
  @inline(__always)
  mutating func memberName() throws(ScanError) -> Range<Int> {
    guard byte(at: at) == UInt8(ascii: "\"") else { throw unexpected(at: at) }
    let start = at &+ 1
    var index = start
    while true {
      let character = byte(at: index)
      if CanonicalScanner.isNameByte(character) {
        index &+= 1
        continue
      }
      guard character == UInt8(ascii: "\"") else { throw error(.memberNameInvalid, at: index) }
      break
    }
    let count = index &- start
    guard count > 0, count <= CanonicalScanner.longestName, bytes[start] &- UInt8(ascii: "0") > 9 else {
      throw error(.memberNameInvalid, at: start)
    }
    at = index &+ 1
    return start..<index
  }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
  }

  /// Passes over an integer and answers its value.
  mutating func integer() throws(ScanError) -> Int64 {
    let start = at
    let negative = byte(at: at) == UInt8(ascii: "-")
    if negative { at &+= 1 }
    let digitsStart = at
    var number: Int64 = 0
    while true {
      let digit = byte(at: at) &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      // Seventeen digits are beyond the limit and within Int64, so counting them bounds the arithmetic.
      guard at &- digitsStart < 17 else { throw error(.numberOutOfRange, at: start) }
      number = number &* 10 &+ Int64(digit)
      at &+= 1
    }
    let digits = at &- digitsStart
    guard digits > 0 else { throw unexpected(at: at) }
    if bytes[digitsStart] == UInt8(ascii: "0"), digits > 1 || negative { throw error(.numberNotCanonical, at: start) }
    switch byte(at: at) {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw error(.numberNotInteger, at: start)
    default: break
    }
    guard number <= CanonicalValue.largestInteger else { throw error(.numberOutOfRange, at: start) }
    return negative ? -number : number
  }

  /// What stands at an offset where something else should, as closely as a reader wants to know it.
  func unexpected(at offset: Int) -> ScanError {
    guard offset < end else { return error(.endOfInput, at: offset) }
    switch bytes[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: return error(.whiteSpace, at: offset)
    case 0xEF where byte(at: offset + 1) == 0xBB && byte(at: offset + 2) == 0xBF:
      return error(.byteOrderMark, at: offset)
    default: return error(.unexpectedByte, at: offset)
    }
  }
}
