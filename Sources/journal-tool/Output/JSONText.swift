import RegistryEvents
import RegistryProjections

/// The bytes of a part of a JSON result.
struct JSONText {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Whether a name stands before another: by bytes.
  static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

  /// A value whose own line is indented `depth` times.
  mutating func append(_ value: CanonicalValue, depth: Int) {
    switch value {
    case .null, .bool, .integer: bytes += CanonicalWriter.bytes(of: value)
    case .string(let text): append(string: text)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        separate("[", isFirst: index == 0, depth: depth + 1)
        append(element, depth: depth + 1)
      }
      close("[", "]", isEmpty: elements.isEmpty, depth: depth)
    case .object(let members):
      for (index, member) in members.sorted(by: { JSONText.precedes($0.key, $1.key) }).enumerated() {
        separate("{", isFirst: index == 0, depth: depth + 1)
        append(name: member.key)
        append(member.value, depth: depth + 1)
      }
      close("{", "}", isEmpty: members.isEmpty, depth: depth)
    }
  }

  /// A member's name and what stands between it and its value.
  mutating func append(name: String) {
    append(string: name)
    append(": ")
  }

  /// What stands before an element or member: the opening bracket or a comma, and a new line.
  mutating func separate(_ open: StaticString, isFirst: Bool, depth: Int) {
    append(isFirst ? open : ",")
    newLine(depth)
  }

  /// What stands after the last element or member.
  mutating func close(_ open: StaticString, _ close: StaticString, isEmpty: Bool, depth: Int) {
    if isEmpty { append(open) } else { newLine(depth) }
    append(close)
  }

  private mutating func newLine(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(string text: String) {
    var writer = CanonicalWriter()
    writer.write(string: text)
    if text.utf8.allSatisfy({ $0 < 0x7F }) {
      bytes += writer.bytes
      return
    }
    // What is left to escape is DEL and beyond: the canonical writer has escaped the rest.
    for scalar in String(decoding: writer.bytes, as: UTF8.self).unicodeScalars {
      if scalar.isVisible {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      } else {
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          bytes += Array(("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits).utf8)
        }
      }
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
