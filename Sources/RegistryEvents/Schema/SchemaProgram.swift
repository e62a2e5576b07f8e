/// Schemas made ready for the hot path: one pass over bytes that checks canonical form and shape together.
///
/// It answers only whether the bytes fit. Where they do not, the slower pair of scanner and validator says what is wrong and
/// where; it also decides when the two could differ, so a program may be stricter than its schema and never laxer.
///
/// All programs of a catalogue lie in one array of plain values, so that a pass follows no reference and counts none: two cores that
/// scan at once would otherwise take turns at the counts.
struct SchemaProgram: Sendable {
  /// A step: a value of some kind, or a member or word of the step that names it.
  struct Step: Sendable {
    enum Kind: Sendable {
      case string(StringFormat)
      case integer(ClosedRange<Int64>)
      case boolean
      /// One of the literals.
      case word
      /// Elements like the one child, so many of them.
      case array(ClosedRange<Int>)
      /// The children are the members, each with its `"name":` before it.
      case object
      /// The one child, where it is not a commitment.
      case personal
      /// What has no quick way: the slow pair decides.
      case slow
    }

    var kind: Kind
    var isRequired = true
    /// `"name":` of a member, `"word"` of a word.
    var literal = Literal()
    /// Where the children lie.
    var children: Range<Int32> = 0..<0
  }

  /// The steps lent for a pass over some lines.
  ///
  /// Unsafe: a pointer into the array of ``steps``, which lives as long as the closure that was lent it; every index comes from the
  /// program itself, which was made with it.
  typealias Lent = UnsafeBufferPointer<Step>

  private(set) var steps: [Step] = []

  /// Adds a schema and answers where its step is.
  mutating func add(_ schema: Schema) -> Int {
    let place = steps.count
    steps.append(Step(kind: .slow))
    fill(place, schema)
    return place
  }

  /// Makes the step at a place that of a schema, with its children behind all that is there.
  private mutating func fill(_ place: Int, _ schema: Schema) {
    switch schema {
    case .string(let format): steps[place].kind = .string(format)
    case .integer(let bounds): steps[place].kind = .integer(bounds)
    case .boolean: steps[place].kind = .boolean
    case .word(let words):
      let literals = words.map { Literal(Array("\"\($0)\"".utf8)) }
      // Words with characters that JSON escapes, or that are too long, are left to the slow pair.
      guard words.allSatisfy(Literal.isPlain), literals.allSatisfy({ $0 != nil }) else { return }
      steps[place].kind = .word
      steps[place].children = reserve(literals.count)
      for (child, literal) in zip(steps[place].children, literals) { steps[Int(child)].literal = literal ?? Literal() }
    case .array(let element, let counts):
      steps[place].kind = .array(counts)
      steps[place].children = reserve(1)
      fill(Int(steps[place].children.lowerBound), element)
    case .object(let members):
      let literals = members.map { Literal(Array("\"\($0.name)\":".utf8)) }
      guard literals.allSatisfy({ $0 != nil }) else { return }
      steps[place].kind = .object
      let children = reserve(members.count)
      steps[place].children = children
      for (child, (member, literal)) in zip(children, zip(members, literals)) {
        fill(Int(child), member.schema)
        steps[Int(child)].literal = literal ?? Literal()
        steps[Int(child)].isRequired = member.isRequired
      }
    case .personal(let schema):
      steps[place].kind = .personal
      steps[place].children = reserve(1)
      fill(Int(steps[place].children.lowerBound), schema)
    case .open, .either, .any: break
    }
  }

  private mutating func reserve(_ count: Int) -> Range<Int32> {
    let start = Int32(truncatingIfNeeded: steps.count)
    for _ in 0..<count { steps.append(Step(kind: .slow)) }
    return start..<(start + Int32(truncatingIfNeeded: count))
  }
}

extension SchemaProgram {
  /// Whether a value of the schema at a step, in canonical form, stands at the scanner, which is then behind it; otherwise the
  /// scanner stands anywhere.
  static func accepts(_ step: Int, of steps: Lent, _ scanner: inout CanonicalScanner, depth: Int) -> Bool {
    switch steps[step].kind {
    case .string(let format): return accepts(format, &scanner)
    case .integer(let bounds):
      guard let number = try? scanner.integer() else { return false }
      return bounds.contains(number)
    case .boolean: return scanner.take("true") || scanner.take("false")
    case .word:
      for word in steps[step].children where scanner.take(steps[Int(word)].literal) { return true }
      return false
    case .array(let counts): return acceptsArray(step, counts, of: steps, &scanner, depth: depth)
    case .object: return acceptsObject(step, of: steps, &scanner, depth: depth)
    case .personal:
      return scanner.byte(at: scanner.at) == UInt8(ascii: "\"")
        && accepts(Int(steps[step].children.lowerBound), of: steps, &scanner, depth: depth)
    case .slow: return false
    }
  }

  /// A string of a format without escapes.
  @inline(__always)
  static func accepts(_ format: StringFormat, _ scanner: inout CanonicalScanner) -> Bool {
    switch format {
    case .sha256: return accepts(64, format, &scanner)
    case .uuid: return accepts(36, format, &scanner)
    case .instant: return accepts(Instant.textLength, format, &scanner)
    case .date: return accepts(10, format, &scanner)
    case .thumbprint, .base64url:
      guard let characters = scanner.base64url() else { return false }
      let longest = if case .base64url(let longest) = format { 2...longest } else { 43...43 }
      return longest.contains(characters.count)
        && StringFormat.endsAsBase64url(UnsafeRawBufferPointer(rebasing: scanner.bytes[characters]))
    case .text, .decimal, .caseNumber, .actType, .origin, .role:
      guard let characters = plainString(&scanner) else { return false }
      return format.accepts(UnsafeRawBufferPointer(rebasing: scanner.bytes[characters]))
    }
  }

  /// A string of a format whose one length and characters say that it holds neither quote nor escape.
  @inline(__always)
  private static func accepts(_ count: Int, _ format: StringFormat, _ scanner: inout CanonicalScanner) -> Bool {
    guard let characters = scanner.fixedString(count) else { return false }
    return format.accepts(UnsafeRawBufferPointer(rebasing: scanner.bytes[characters]))
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

  private static func acceptsArray(
    _ step: Int, _ counts: ClosedRange<Int>, of steps: Lent, _ scanner: inout CanonicalScanner, depth: Int
  ) -> Bool {
    guard depth <= CanonicalScanner.deepest, scanner.take("[") else { return false }
    if scanner.take("]") { return counts.contains(0) }
    let element = Int(steps[step].children.lowerBound)
    var count = 0
    repeat {
      guard accepts(element, of: steps, &scanner, depth: depth &+ 1) else { return false }
      count &+= 1
    } while scanner.take(",")
    return scanner.take("]") && counts.contains(count)
  }

  private static func acceptsObject(
    _ step: Int, of steps: Lent, _ scanner: inout CanonicalScanner, depth: Int
  ) -> Bool {
    guard depth <= CanonicalScanner.deepest, scanner.take("{") else { return false }
    var isFirst = true
    for member in steps[step].children {
      let member = Int(member)
      let start = scanner.at
      if isFirst || scanner.take(",") {
        if scanner.take(steps[member].literal) {
          guard accepts(member, of: steps, &scanner, depth: depth &+ 1) else { return false }
          isFirst = false
          continue
        }
        scanner.at = start
      }
      if steps[member].isRequired { return false }
    }
    return scanner.take("}")
  }
}
