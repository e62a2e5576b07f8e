@testable import RegistryEvents

/// A value that a schema allows, changed so that it no longer does.
struct SchemaMutant {
  /// Where it was changed, and how.
  let path: String
  var value: CanonicalValue
  /// Whether a member is missing, unknown or of another type, which a decoder must see for itself.
  var isStructural: Bool
}

extension SchemaMutant {
  /// Every way to make a value wrong at one place: a member removed, one put in, one of another type, a value out of bounds.
  static func all(of value: CanonicalValue, _ schema: Schema, path: String = "what") -> [SchemaMutant] {
    switch (schema, value) {
    case (.object(let members), .object(let object)):
      return ofMembers(members, object, path)
        + ["AUnknown", "zUnknown"].map { name in
          SchemaMutant(path: "\(path) with \(name)", value: changed(object, name, to: 1), isStructural: true)
        }
    case (.open(let members), .object(let object)): return ofMembers(members, object, path)
    case (.array(let element, let counts), .array(let elements)): return ofArray(element, counts, elements, path)
    case (.personal(let schema), .string): return all(of: value, schema, path: path)
    case (.personal, _): return all(of: value, Personal.commitmentSchema, path: path)
    case (.either(let choices), _):
      let choice = choices.first { $0.allows(value) }
      return choice.map { all(of: value, $0, path: path) }?.filter { !schema.allows($0.value) } ?? []
    case (.integer(let bounds), _):
      let largest = CanonicalValue.largestInteger
      return [bounds.lowerBound - 1, bounds.upperBound + 1].filter { (-largest...largest).contains($0) }
        .map { SchemaMutant(path: "\(path) = \($0)", value: .integer($0), isStructural: false) }
    case (.word, _): return [SchemaMutant(path: "\(path), another word", value: "anotherWord", isStructural: false)]
    case (.string(let format), _):
      return wrongTexts(format).map {
        SchemaMutant(path: "\(path), a wrong text", value: .string($0), isStructural: false)
      }
    default: return []
    }
  }

  private static func changed(
    _ object: [String: CanonicalValue], _ name: String, to value: CanonicalValue?
  ) -> CanonicalValue {
    var object = object
    object[name] = value
    return .object(object)
  }

  private static func ofMembers(
    _ members: [Schema.Member], _ object: [String: CanonicalValue], _ path: String
  ) -> [SchemaMutant] {
    members.flatMap { member -> [SchemaMutant] in
      guard let value = object[member.name] else { return [] }
      let place = "\(path).\(member.name)"
      var mutants = all(of: value, member.schema, path: place)
      mutants += [.null, true, 7, "text", [], [:]].filter { !member.schema.hasKind(of: $0) }.map {
        SchemaMutant(path: "\(place) of another type", value: $0, isStructural: true)
      }
      for index in mutants.indices { mutants[index].value = changed(object, member.name, to: mutants[index].value) }
      if member.isRequired {
        let without = changed(object, member.name, to: nil)
        mutants.append(SchemaMutant(path: "\(path) without \(member.name)", value: without, isStructural: true))
      }
      return mutants
    }
  }

  private static func ofArray(
    _ element: Schema, _ counts: ClosedRange<Int>, _ elements: [CanonicalValue], _ path: String
  ) -> [SchemaMutant] {
    guard let first = elements.first else { return [] }
    var mutants = all(of: first, element, path: "\(path)[0]").map { mutant in
      var mutant = mutant
      mutant.value = .array([mutant.value] + elements.dropFirst())
      return mutant
    }
    let tooMany = CanonicalValue.array(Array(repeating: first, count: counts.upperBound + 1))
    mutants.append(SchemaMutant(path: "\(path), one too many", value: tooMany, isStructural: false))
    if counts.lowerBound > 0 {
      let tooFew = CanonicalValue.array(Array(repeating: first, count: counts.lowerBound - 1))
      mutants.append(SchemaMutant(path: "\(path), one too few", value: tooFew, isStructural: false))
    }
    return mutants
  }

  private static func wrongTexts(_ format: StringFormat) -> [String] {
    guard case .text(let lengths) = format else { return ["", "Ж"] }
    let long = String(repeating: "x", count: lengths.upperBound + 1)
    return lengths.lowerBound > 0 ? ["", long] : [long]
  }
}

extension Schema {
  /// Whether the schema allows a value.
  func allows(_ value: CanonicalValue) -> Bool {
    CanonicalWriter.bytes(of: value).withUnsafeBytes { buffer in
      var cursor = CanonicalCursor(buffer, range: 0..<buffer.count)
      return (try? validate(&cursor)) != nil && cursor.at == buffer.count
    }
  }

  /// Whether a value is of a kind of JSON value that the schema knows.
  fileprivate func hasKind(of value: CanonicalValue) -> Bool {
    switch (self, value) {
    case (.any, _), (.boolean, .bool), (.integer, .integer), (.word, .string), (.string, .string), (.array, .array),
      (.object, .object), (.open, .object), (.either, .object), (.personal, .string):
      return true
    default: return false
    }
  }
}
