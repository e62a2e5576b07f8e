extension Schema {
  /// Judges the canonical value at the cursor and passes over it.
  ///
  /// - Throws: the first thing wrong, with the offset of the value concerned.
  func validate(_ cursor: inout CanonicalCursor) throws(ScanError) {
    let start = cursor.at
    switch self {
    case .any: cursor.skip()
    case .boolean:
      guard cursor.current == UInt8(ascii: "t") || cursor.current == UInt8(ascii: "f") else { throw wrongType(start) }
      cursor.skip()
    case .integer(let bounds):
      guard Schema.isNumber(cursor.current) else { throw wrongType(start) }
      guard bounds.contains(cursor.integer()) else { throw ScanError(code: .valueInvalid, offset: start) }
    case .string(let format):
      guard cursor.current == UInt8(ascii: "\"") else { throw wrongType(start) }
      guard cursor.withCharacters(format.accepts) else {
        let isInstant = format == .instant
        throw ScanError(code: isInstant ? .instantInvalid : .valueInvalid, offset: start)
      }
    case .word(let words):
      guard cursor.current == UInt8(ascii: "\"") else { throw wrongType(start) }
      let matches = cursor.withCharacters { characters in words.contains { $0.utf8.elementsEqual(characters) } }
      guard matches else { throw ScanError(code: .valueInvalid, offset: start) }
    case .array(let element, let counts):
      guard cursor.current == UInt8(ascii: "[") else { throw wrongType(start) }
      var count = 0
      cursor.enter()
      while cursor.nextElement() {
        try element.validate(&cursor)
        count += 1
      }
      guard counts.contains(count) else { throw ScanError(code: .valueInvalid, offset: start) }
    case .object(let members): try Schema.validate(members, &cursor)
    case .open(let members): try Schema.validateKnown(members, &cursor)
    case .personal(let schema):
      try (cursor.current == UInt8(ascii: "{") ? Personal.commitmentSchema : schema).validate(&cursor)
    case .either(let choices): try Schema.validate(either: choices, &cursor)
    }
  }

  private func wrongType(_ offset: Int) -> ScanError { ScanError(code: .memberType, offset: offset) }

  private static func isNumber(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10 }

  /// Members of the object and of the schema are both sorted, so one walk over both finds what is missing and unknown.
  private static func validate(_ members: [Member], _ cursor: inout CanonicalCursor) throws(ScanError) {
    let start = cursor.at
    guard cursor.current == UInt8(ascii: "{") else { throw ScanError(code: .memberType, offset: start) }
    cursor.enter()
    var next = 0
    while let name = cursor.nextMember() {
      while next < members.count, !cursor.isName(name, members[next].name) {
        guard !members[next].isRequired else {
          let known = members.contains { cursor.isName(name, $0.name) }
          throw ScanError(code: known ? .memberMissing : .memberUnknown, offset: known ? start : name.lowerBound - 1)
        }
        next += 1
      }
      guard next < members.count else { throw ScanError(code: .memberUnknown, offset: name.lowerBound - 1) }
      try members[next].schema.validate(&cursor)
      next += 1
    }
    guard !members[next...].contains(where: \.isRequired) else { throw ScanError(code: .memberMissing, offset: start) }
  }

  private static func validateKnown(_ members: [Member], _ cursor: inout CanonicalCursor) throws(ScanError) {
    let start = cursor.at
    guard cursor.current == UInt8(ascii: "{") else { throw ScanError(code: .memberType, offset: start) }
    cursor.enter()
    var missing = members.filter(\.isRequired).map(\.name)
    while let name = cursor.nextMember() {
      guard let member = members.first(where: { cursor.isName(name, $0.name) }) else {
        cursor.skip()
        continue
      }
      missing.removeAll { $0 == member.name }
      try member.schema.validate(&cursor)
    }
    guard missing.isEmpty else { throw ScanError(code: .memberMissing, offset: start) }
  }

  /// The first choice that fits; where none does, what is wrong by the choice that went furthest.
  private static func validate(either choices: [Schema], _ cursor: inout CanonicalCursor) throws(ScanError) {
    var furthest = ScanError(code: .memberType, offset: cursor.at)
    for choice in choices {
      var attempt = cursor
      do throws(ScanError) {
        try choice.validate(&attempt)
        cursor = attempt
        return
      } catch {
        if error.offset >= furthest.offset { furthest = error }
      }
    }
    throw furthest
  }
}

extension CanonicalCursor {
  /// Whether the characters of a range are those of a name.
  @inline(__always)
  func isName(_ range: Range<Int>, _ name: String) -> Bool {
    var name = name
    return name.withUTF8 { expected in
      guard range.count == expected.count else { return false }
      for index in 0..<expected.count where bytes[range.lowerBound &+ index] != expected[index] { return false }
      return true
    }
  }

  /// Passes over a string and gives its characters, escapes resolved, to a function.
  mutating func withCharacters<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let characters = UnsafeRawBufferPointer(rebasing: bytes[string()])
    guard characters.contains(UInt8(ascii: "\\")) else { return body(characters) }
    let range = (characters.baseAddress.map { $0 - (bytes.baseAddress ?? $0) } ?? 0)
    var resolved = text(range..<(range + characters.count))
    return resolved.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
