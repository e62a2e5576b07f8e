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

  /// The lines of a journal that is shipped.
  private func lines(_ name: String) throws -> [CanonicalValue] {
    try CommandFolder.package("Journals/\(name).jsonl").split(separator: 0x0A).map { try CanonicalValue(canonical: $0) }
  }

  /// The acts that none of the shipped journals has a reason for.
  private func others() throws -> [ActDraft] {
    let act = UUIDv7(milliseconds: 0, random: (1, 1))
    let digest = Digest.sha256(of: [])
    let register = RegisterDigested.Register(digest: digest, register: "apk", schema: "1")
    let payloads: [any ActPayload] = [
      ActAnnulled(act: act, ground: "ground"),
      ActCorrected(act: act, ground: "ground", member: "units.0.model", value: "model"),
      JournalClosed(reason: "reason"),
      NoteKeysChanged(
        add: [CommandProofFixture.verifierKey], lastValidSize: 1, remove: [CommandProofFixture.verifierKey]),
      RegisterDigested(registers: [register], root: digest, size: 1),
      TrustDeclared(certificateSha256: digest, from: .earliest, until: .latest),
    ]
    return payloads.map { ActDraft($0, at: .earliest, id: act, journal: CommandProofFixture.origin) }
  }

  /// Some acts of every type: all of the tour, of the others the first of each type.
  private func acts() throws -> [(type: String, what: CanonicalValue)] {
    func read(_ name: String) throws -> [(type: String, what: CanonicalValue)] {
      try lines(name).map { line in
        (try #require(line["act"]?["type"]?.string), try #require(line["act"]?["what"]))
      }
    }
    let tour = try read("tour")
    var types = Set(tour.map(\.type))
    return tour + (try read("registers-2024").filter { types.insert($0.type).inserted })
      + (try others().map { ($0.type, $0.what) })
  }

  @Test("Every line, act and `what` of the shipped journals is as its schema says")
  func shipped() async throws {
    let checker = Checker()
    let (lineSchema, actSchema) = (try await schema("line"), try await schema("act"))
    var schemas: [String: CanonicalValue] = [:]
    for line in try ["tour", "registers-2024", "apk-2024"].flatMap({ try lines($0) }) {
      let act = try #require(line["act"])
      let type = try #require(act["type"]?.string)
      if schemas[type] == nil { schemas[type] = try await schema(type) }
      #expect(try checker.accepts(line, lineSchema) && checker.accepts(act, actSchema))
      #expect(try checker.accepts(#require(act["what"]), #require(schemas[type])), "\(type)")
    }
    let others = try others()
    for draft in others {
      let schema = try await schema(draft.type)
      #expect(try checker.accepts(draft.value, actSchema) && checker.accepts(draft.what, schema), "\(draft.type)")
    }
    #expect(Set(schemas.keys).union(others.map(\.type)) == Set(ActCatalogue.standard.entries.map(\.type)))
    #expect(Set(schemas.keys).isDisjoint(with: others.map(\.type)))
  }

  @Test("A member taken away, added or of another type is refused by the schema where it is refused by the reader")
  func changed() async throws {
    let checker = Checker()
    for (type, what) in try acts() {
      let entry = try #require(ActCatalogue.standard.entries.first { $0.type == type })
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
