/// The name of a place in a value, as people write it: `units[3].serialNumber`.
enum MemberPath {
  /// The path to the member or element in which an offset of canonical bytes lies, or that begins there; empty for the value as a
  /// whole.
  static func of(offset: Int, in canonical: UnsafeRawBufferPointer) -> String {
    var cursor = CanonicalCursor(canonical, range: 0..<canonical.count)
    return path(to: offset, &cursor)
  }

  private static func path(to offset: Int, _ cursor: inout CanonicalCursor) -> String {
    switch cursor.current {
    case UInt8(ascii: "{"):
      cursor.enter()
      while let name = cursor.nextMember() {
        if let rest = step(to: offset, &cursor, from: name.lowerBound - 1) {
          return cursor.text(name) + (rest.isEmpty || rest.hasPrefix("[") ? rest : "." + rest)
        }
      }
    case UInt8(ascii: "["):
      cursor.enter()
      var index = 0
      while cursor.nextElement() {
        if let rest = step(to: offset, &cursor, from: cursor.at) {
          return "[\(index)]" + (rest.isEmpty || rest.hasPrefix("[") ? rest : "." + rest)
        }
        index += 1
      }
    default: break
    }
    return ""
  }

  /// The path inside the value at the cursor; `nil`, with the value passed over, where the offset lies beyond it.
  private static func step(to offset: Int, _ cursor: inout CanonicalCursor, from start: Int) -> String? {
    var value = cursor
    let range = cursor.skip()
    guard (start..<range.upperBound).contains(offset) else { return nil }
    return offset > range.lowerBound ? path(to: offset, &value) : ""
  }
}
