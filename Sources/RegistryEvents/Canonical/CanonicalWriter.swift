/// Writes values in canonical form: RFC 8785 for the subset of format §2.
public struct CanonicalWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// A writer that has written nothing, with memory for so many bytes.
  init(reserving count: Int) { bytes.reserveCapacity(count) }

  /// Forgets what was written and keeps its memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// The canonical bytes of a value.
  public static func bytes(of value: CanonicalValue) -> [UInt8] {
    var writer = CanonicalWriter()
    writer.write(value)
    return writer.bytes
  }

  /// Writes a value; object members sorted by name.
  public mutating func write(_ value: CanonicalValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .integer(let number): raw("\(number)")
    case .string(let text): write(string: text)
    case .array(let elements):
      raw("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { raw(",") }
        write(element)
      }
      raw("]")
    case .object(let members):
      raw("{")
      // Names are ASCII (§2), so the order of bytes is the order of UTF-16 units that RFC 8785 §3.2.3 asks for.
      for (index, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated() {
        if index > 0 { raw(",") }
        write(string: member.key)
        raw(":")
        write(member.value)
      }
      raw("}")
    }
  }

  /// Writes a string with the escapes of RFC 8785 §3.2.2.2 and no others.
  public mutating func write(string text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
        return false
      }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain { escape(text) }
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x08: raw("\\b")
      case 0x09: raw("\\t")
      case 0x0A: raw("\\n")
      case 0x0C: raw("\\f")
      case 0x0D: raw("\\r")
      case 0..<0x20: raw("\\u00" + Hex.encode(CollectionOfOne(byte)))
      default: bytes.append(byte)
      }
    }
  }

  /// Writes a digest as lower-case hex.
  mutating func write(digest: Digest) {
    raw("\"")
    digest.withBytes { digest in
      for byte in digest {
        bytes.append(Hex.digit(byte >> 4))
        bytes.append(Hex.digit(byte & 15))
      }
    }
    raw("\"")
  }

  /// Appends bytes that are canonical already: an act as it was read or signed.
  mutating func raw(_ canonical: [UInt8]) { bytes.append(contentsOf: canonical) }

  /// Appends a literal that is canonical where it stands.
  package mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
