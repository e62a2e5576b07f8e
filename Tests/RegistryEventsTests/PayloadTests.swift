import TestSupport
import Testing

@testable import RegistryEvents

/// A type of act as an argument of a test.
struct PayloadType: Sendable, CustomTestStringConvertible {
  let payload: any ActPayload.Type
  var testDescription: String { payload.type }

  static let all = ActCatalogue.standard.entries.compactMap(\.payload).map { PayloadType(payload: $0) }
}

@Suite("What acts say")
struct PayloadTests {
  /// Decodes bytes without asking the schema first.
  static func decoded<Payload: ActPayload>(_ value: CanonicalValue, as type: Payload.Type) -> Payload? {
    CanonicalWriter.bytes(of: value).withUnsafeBytes { buffer in
      try? Payload(validated: buffer, range: 0..<buffer.count)
    }
  }

  @Test("whatever a schema allows is decoded and encoded again as the same bytes", arguments: PayloadType.all)
  func roundTrip(type: PayloadType) throws {
    func check<Payload: ActPayload>(_ payload: Payload.Type) throws {
      for seed in 0..<40 {
        var sampler = SchemaSampler(seed: UInt64(seed), isFull: seed == 0)
        let value = sampler.value(of: Payload.schema)
        let bytes = CanonicalWriter.bytes(of: value)
        #expect(try CanonicalValue(canonical: bytes) == value)
        #expect(Payload.schema.allows(value))
        let decoded = try Payload(what: value)
        #expect(CanonicalWriter.bytes(of: decoded.what) == bytes)
        #expect(try Payload(canonical: bytes) == decoded)
      }
    }
    try check(type.payload)
  }

  @Test(
    "whatever is wrong at one place is refused by the schema, and by the decoder too if it is the shape",
    arguments: PayloadType.all)
  func mutants(type: PayloadType) throws {
    func check<Payload: ActPayload>(_ payload: Payload.Type) throws {
      for seed in 0..<4 {
        var sampler = SchemaSampler(seed: UInt64(seed), isFull: true)
        let value = sampler.value(of: Payload.schema)
        let mutants = SchemaMutant.all(of: value, Payload.schema)
        #expect(mutants.count > 3)
        for mutant in mutants {
          #expect(!Payload.schema.allows(mutant.value), "\(mutant.path)")
          #expect(throws: RegistryError.self, "\(mutant.path)") { try Payload(what: mutant.value) }
          // A key and a policy are kept as they stand: what is inside them is not the decoder's.
          let isKept = mutant.path.contains(".jwk") || mutant.path.contains(".policy")
          if mutant.isStructural, !isKept {
            #expect(Self.decoded(mutant.value, as: payload) == nil, "\(mutant.path)")
          }
        }
      }
    }
    try check(type.payload)
  }

  @Test("every type has a name of its own, an area, and words for each of its members")
  func catalogue() {
    let entries = ActCatalogue.standard.entries
    #expect(Set(entries.map { "\($0.type) \($0.version)" }).count == entries.count)
    for entry in entries {
      #expect(entry.type.wholeMatch(of: /[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*/) != nil)
      #expect(!entry.says.isEmpty && !entry.says.hasSuffix("."))
      #expect(ActCatalogue.standard.entry(type: entry.type, version: Int64(entry.version))?.type == entry.type)
      let areas = ["apk.", "pools.", "licences.", "trusted.", "register."]
      #expect(ActCatalogue.isControl(entry.type) == !areas.contains { entry.type.hasPrefix($0) })
    }
  }
}

@Suite("Acts at their limits", .temporaryFolder)
struct PayloadLimitTests {
  static func filing(units count: Int) throws -> InclusionFiled {
    var sampler = SchemaSampler(seed: 1)
    guard case .object(var members) = sampler.value(of: InclusionFiled.schema) else { throw CancellationError() }
    let unit: CanonicalValue = [
      "condition": "working", "customsDeclaration": "55301/010124/0000001", "hashrateTHs": "95.5",
      "model": "Antminer S19 95T", "powerKW": "3.25", "serialNumber": "NGSBAEMBCJABB0001",
    ]
    members["units"] = .array(Array(repeating: unit, count: count))
    return try InclusionFiled(what: .object(members))
  }

  @Test("a list of units that fits an act is recorded, one more is refused with the advice to file in parts")
  func units() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    _ = try writer.append(
      SignedAct(journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official]),
      expecting: .any)
    func size(_ count: Int) throws -> Int { journal.draft(try Self.filing(units: count)).bytes.count }
    let most = try (49_152 - size(0) + 1) / (size(2) - size(1))
    #expect(try size(most) <= 49_152)
    #expect(try size(most + 1) > 49_152)
    func append(_ count: Int) throws {
      let act = try SignedAct(journal.draft(try Self.filing(units: count)), keys: [journal.official])
      _ = try writer.append(act, expecting: .any)
    }
    try append(most)
    #expect(code { try append(most + 1) } == .actTooLong)
    #expect(code { try append(1000) } == .actTooLong)
    #expect(code { _ = try Self.filing(units: 1001) } == .valueInvalid)
    #expect(ErrorCode.actTooLong.remedy.contains("parts"))
    let (summary, lines) = try journal.verify()
    #expect(summary.findings == [])
    #expect(try lines.last?.line.act.payload(InclusionFiled.self).units.count == most)
  }
}
