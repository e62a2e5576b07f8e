/// A schema made ready for the hot path: one pass over bytes that checks canonical form and shape together.
///
/// It answers only whether the bytes fit. Where they do not, the slower pair of scanner and validator says what is wrong and
/// where; it also decides when the two could differ, so a program may be stricter than its schema and never laxer.
final class SchemaProgram: Sendable {
  private enum Step: Sendable {
    case string(StringFormat)
    case integer(ClosedRange<Int64>)
    case boolean
    case word([[UInt8]])
    case array(SchemaProgram, ClosedRange<Int>)
    case object([Member])
    case personal(SchemaProgram)
    /// What has no quick way: the slow pair decides.
    case slow
  }

  private struct Member: Sendable {
    /// `"name":`
    let literal: [UInt8]
    let program: SchemaProgram
    let isRequired: Bool
  }

  private let step: Step

  init(_ schema: Schema) {
    switch schema {
    case .string(let format): step = .string(format)
    case .integer(let bounds): step = .integer(bounds)
    case .boolean: step = .boolean
    case .word(let words): step = .word(words.map { Array($0.utf8) })
    case .array(let element, let counts): step = .array(SchemaProgram(element), counts)
    case .object(let members):
      step = .object(
        members.map {
          Member(literal: Array("\"\($0.name)\":".utf8), program: SchemaProgram($0.schema), isRequired: $0.isRequired)
        })
    case .personal(let schema): step = .personal(SchemaProgram(schema))
    case .open, .either, .any: step = .slow
    }
  }

  /// Whether a value of the schema, in canonical form, stands at the scanner, which is then behind it; otherwise the scanner
  /// stands anywhere.
  func accepts(_ scanner: inout CanonicalScanner, depth: Int) -> Bool {
    switch step {
    case .string(let format):
      guard let characters = SchemaProgram.plainString(&scanner) else { return false }
      return format.accepts(UnsafeRawBufferPointer(rebasing: scanner.bytes[characters]))
    case .integer(let bounds):
      guard let number = try? scanner.integer() else { return false }
      return bounds.contains(number)
    case .boolean: return scanner.take("true") || scanner.take("false")
    case .word(let words):
      guard let characters = SchemaProgram.plainString(&scanner) else { return false }
      let text = scanner.bytes[characters]
      return words.contains { $0.count == text.count && text.elementsEqual($0) }
    case .array(let element, let counts):
      return acceptsArray(of: element, counts, &scanner, depth: depth)
    case .object(let members): return acceptsObject(members, &scanner, depth: depth)
    case .personal(let program):
      return scanner.byte(at: scanner.at) == UInt8(ascii: "\"") && program.accepts(&scanner, depth: depth)
    case .slow: return false
    }
  }

  /// The characters of a string without escapes; `nil` for any other.
  @inline(__always)
  private static func plainString(_ scanner: inout CanonicalScanner) -> Range<Int>? {
    do throws(ScanError) {
      let characters = try scanner.string()
      return scanner.sawEscape ? nil : characters
    } catch {
      return nil
    }
  }

  private func acceptsArray(
    of element: SchemaProgram, _ counts: ClosedRange<Int>, _ scanner: inout CanonicalScanner, depth: Int
  ) -> Bool {
    guard depth <= CanonicalScanner.deepest, scanner.take("[") else { return false }
    if scanner.take("]") { return counts.contains(0) }
    var count = 0
    repeat {
      guard element.accepts(&scanner, depth: depth &+ 1) else { return false }
      count &+= 1
    } while scanner.take(",")
    return scanner.take("]") && counts.contains(count)
  }

  private func acceptsObject(_ members: [Member], _ scanner: inout CanonicalScanner, depth: Int) -> Bool {
    guard depth <= CanonicalScanner.deepest, scanner.take("{") else { return false }
    var isFirst = true
    for member in members {
      let start = scanner.at
      if isFirst || scanner.take(",") {
        if scanner.take(member.literal) {
          guard member.program.accepts(&scanner, depth: depth &+ 1) else { return false }
          isFirst = false
          continue
        }
        scanner.at = start
      }
      if member.isRequired { return false }
    }
    return scanner.take("}")
  }
}

extension CanonicalScanner {
  /// Whether the bytes stand here; passes over them if so.
  @inline(__always)
  mutating func take(_ literal: [UInt8]) -> Bool {
    guard end &- at >= literal.count else { return false }
    for index in literal.indices where bytes[at &+ index] != literal[index] { return false }
    at &+= literal.count
    return true
  }
}
