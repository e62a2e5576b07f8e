import Foundation
import RegistryEvents
import Testing

@testable import journal_tool

@Suite("schema")
struct CommandSchemaTests {
  /// As much of JSON Schema (2020-12) as the tool prints, written from the specification.
  private struct Checker {
    struct UnknownKeyword: Error { let name: String }

    func accepts(_ value: CanonicalValue, _ schema: CanonicalValue) throws -> Bool {
      for (keyword, argument) in schema.object ?? [:] where try !holds(keyword, argument, value, schema) { return false }
      return true
    }

    private func holds(
      _ keyword: String, _ argument: CanonicalValue, _ value: CanonicalValue, _ schema: CanonicalValue
    ) throws -> Bool {
      switch keyword {
      case "$id", "$schema", "title", "description", "format": return true
      case "type": return argument.string == type(of: value)
      case "enum": return argument.array?.contains(value) ?? false
      case "minimum": return value.integer.map { $0 >= argument.integer ?? 0 } ?? true
      case "maximum": return value.integer.map { $0 <= argument.integer ?? 0 } ?? true
      case "minLength": return value.string.map { $0.unicodeScalars.count >= argument.integer ?? 0 } ?? true
      case "maxLength": return value.string.map { $0.unicodeScalars.count <= argument.integer ?? 0 } ?? true
      case "minItems": return value.array.map { $0.count >= argument.integer ?? 0 } ?? true
      case "maxItems": return value.array.map { $0.count <= argument.integer ?? 0 } ?? true
      case "pattern":
        guard let text = value.string, let pattern = argument.string else { return true }
        let expression = try NSRegularExpression(pattern: pattern)
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
      case "items": return try value.array?.allSatisfy { try accepts($0, argument) } ?? true
      case "anyOf": return try argument.array?.contains { try accepts(value, $0) } ?? false
      case "required":
        guard let members = value.object else { return true }
        return argument.array?.allSatisfy { members[$0.string ?? ""] != nil } ?? false
      case "properties":
        return try (value.object ?? [:]).allSatisfy { name, member in
          guard let schema = argument[name] else { return true }
          return try accepts(member, schema)
        }
      case "additionalProperties":
        guard argument == false, let members = value.object else { return true }
        return members.keys.allSatisfy { schema["properties"]?[$0] != nil }
      default: throw UnknownKeyword(name: keyword)
      }
    }

    private func type(of value: CanonicalValue) -> String {
      switch value {
      case .null: return "null"
      case .bool: return "boolean"
      case .integer: return "integer"
      case .string: return "string"
      case .array: return "array"
      case .object: return "object"
      }
    }
  }
}
