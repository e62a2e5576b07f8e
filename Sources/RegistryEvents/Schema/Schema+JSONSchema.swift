extension Schema {
  /// The schema as JSON Schema (2020-12).
  ///
  /// It says what the validator checks, but for what JSON Schema cannot say: that a text is counted in bytes of UTF-8 (a limit of
  /// characters is never stricter), that a date is real, and that unused bits of base64url are zero.
  public var jsonSchema: CanonicalValue {
    switch self {
    case .any: return [:]
    case .boolean: return ["type": "boolean"]
    case .integer(let bounds):
      return ["maximum": .integer(bounds.upperBound), "minimum": .integer(bounds.lowerBound), "type": "integer"]
    case .string(let format): return format.jsonSchema
    case .word(let words): return ["enum": .array(words.map(CanonicalValue.string)), "type": "string"]
    case .array(let element, let counts):
      return [
        "items": element.jsonSchema, "maxItems": .integer(Int64(counts.upperBound)),
        "minItems": .integer(Int64(counts.lowerBound)), "type": "array",
      ]
    case .object(let members): return Schema.object(members, isOpen: false)
    case .open(let members): return Schema.object(members, isOpen: true)
    case .personal(let schema): return ["anyOf": [schema.jsonSchema, Personal.commitmentSchema.jsonSchema]]
    case .either(let choices): return ["anyOf": .array(choices.map(\.jsonSchema))]
    }
  }

  /// The schema as a document of its own.
  func jsonSchema(id: String, title: String, description: String) -> CanonicalValue {
    var members = jsonSchema.object ?? [:]
    members["$id"] = .string(id)
    members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    members["description"] = .string(description)
    members["title"] = .string(title)
    return .object(members)
  }

  private static func object(_ members: [Member], isOpen: Bool) -> CanonicalValue {
    var properties: [String: CanonicalValue] = [:]
    for member in members {
      var property = member.schema.jsonSchema.object ?? [:]
      property["description"] = .string(member.says)
      properties[member.name] = .object(property)
    }
    return [
      "additionalProperties": .bool(isOpen), "properties": .object(properties),
      "required": .array(members.filter(\.isRequired).map { .string($0.name) }), "type": "object",
    ]
  }
}

extension StringFormat {
  /// A string of this format as JSON Schema.
  fileprivate var jsonSchema: CanonicalValue {
    .members([
      "format": self == .date ? "date" : self == .instant ? "date-time" : nil,
      "maxLength": longest.map { .integer(Int64($0)) },
      "minLength": shortest.map { .integer(Int64($0)) },
      "pattern": pattern.map(CanonicalValue.string),
      "type": "string",
    ])
  }

  /// The smallest number of characters, where the pattern does not say.
  private var shortest: Int? {
    switch self {
    case .text(let lengths): return lengths.lowerBound > 0 ? 1 : nil
    case .base64url: return 2
    default: return nil
    }
  }
}

extension ActCatalogue.Entry {
  /// The JSON Schema (2020-12) of the type's `what`.
  public var jsonSchema: CanonicalValue {
    schema.jsonSchema(
      id: "registry-act:\(type)/\(version)", title: "\(type) version \(version)", description: says)
  }
}

extension Act {
  /// The JSON Schema (2020-12) of an act's envelope (format §3).
  public static let jsonSchema = LineSchema.act.jsonSchema(
    id: "registry-act:act", title: "act", description: "An administrative act (format §3)")
}

extension Line {
  /// The JSON Schema (2020-12) of a line (format §1).
  public static let jsonSchema = LineSchema.line.jsonSchema(
    id: "registry-act:line", title: "line", description: "A line of a journal (format §1)")
}
