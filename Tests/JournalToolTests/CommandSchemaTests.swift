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
      for (keyword, argument) in schema.object ?? [:] where try !holds(keyword, argument, value, schema) {
        return false
      }
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
        // In ECMA-262 `$` is the very end; to Foundation it may stand before a last line break.
        let expression = try NSRegularExpression(pattern: pattern.replacing("$", with: "\\z"))
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
      case "items": return try value.array?.allSatisfy { try accepts($0, argument) } ?? true
      case "anyOf": return try argument.array?.contains { try accepts(value, $0) } ?? false
      case "required":
        guard let members = value.object else { return true }
        return argument.array?.allSatisfy { members[$0.string ?? ""] != nil } ?? false
      case "properties":
        return try (value.object ?? [:]).allSatisfy { name, member in
          try argument[name].map { try accepts(member, $0) } ?? true
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

  private func schema(_ name: String) async throws -> CanonicalValue {
    .object(try await CommandRun(["schema", name]).json())
  }

  /// Every act of the tour, and of the journal of the registers the first of each type that the tour has not: all types.
  private func acts() throws -> [(line: CanonicalValue, act: CanonicalValue)] {
    func read(_ name: String) throws -> [(line: CanonicalValue, act: CanonicalValue)] {
      try CommandFolder.package("Journals/\(name).jsonl").split(separator: 0x0A).map { bytes in
        let line = try CanonicalValue(canonical: bytes)
        return (line, try #require(line["act"]))
      }
    }
    let tour = try read("tour")
    var types = Set(tour.map { $0.act["type"] })
    return tour + (try read("registers-2024").filter { types.insert($0.act["type"]).inserted })
  }

  @Test("Every line, act and `what` of the tour and of the registers is as its schema says")
  func shipped() async throws {
    let checker = Checker()
    let (lineSchema, actSchema) = (try await schema("line"), try await schema("act"))
    var types: Set<String> = []
    for (line, act) in try acts() {
      let type = try #require(act["type"]?.string)
      types.insert(type)
      #expect(try checker.accepts(line, lineSchema) && checker.accepts(act, actSchema))
      #expect(try await checker.accepts(#require(act["what"]), schema(type)), "\(type)")
    }
    let hardware = ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix("apk.") }
    #expect(types.isSuperset(of: hardware))
  }

  @Test("A member taken away, added or of another type is refused by the schema where it is refused by the reader")
  func changed() async throws {
    let checker = Checker()
    for (_, act) in try acts() {
      let entry = try #require(ActCatalogue.standard.entries.first { $0.type == act["type"]?.string })
      let what = try #require(act["what"])
      let schema = entry.jsonSchema
      for changed in variants(of: what) {
        let isRead = entry.problem(of: changed) == nil
        #expect(try checker.accepts(changed, schema) == isRead, "\(entry.type): \(changed)")
      }
    }
  }

  /// The value with one thing wrong, or perhaps not, at any depth.
  private func variants(of value: CanonicalValue) -> [CanonicalValue] {
    switch value {
    case .null, .bool: return [.integer(1), .array([])]
    case .integer: return [.integer(-1), .string("1"), .null]
    case .string(let text):
      return [.string(""), .string(text + "\n"), .string(String(repeating: "x", count: 70_000)), 7]
    case .array(let elements):
      var all: [CanonicalValue] = [.array([]), .object([:])]
      if let first = elements.first {
        for variant in variants(of: first) { all.append(.array([variant] + elements.dropFirst())) }
      }
      return all
    case .object(let members):
      var all: [CanonicalValue] = [.object(members.merging(["unknown": 1]) { _, new in new }), .string("")]
      for (name, member) in members {
        var without = members
        without[name] = nil
        all.append(.object(without))
        all += variants(of: member).map { .object(members.merging([name: $0]) { _, new in new }) }
      }
      return all
    }
  }
}
