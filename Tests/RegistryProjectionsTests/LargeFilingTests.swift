import Foundation
import RegistryEvents
import RegistryProjections
import TestSupport
import Testing

@Suite("A filing of five thousand units", .temporaryFolder)
struct LargeFilingTests {
  static let count = 5000
  static let partSize = 250

  static func units(of part: Int) throws -> [RegistryEvents.Unit] {
    try (1...partSize).map { place in
      let number = (part - 1) * partSize + place
      return RegistryEvents.Unit(
        condition: .working, customsDeclaration: "55302/120124/0004512",
        hashrateTHs: try #require(Decimal("95.5")), model: "Bitmain Antminer S19 (95 TH/s)",
        powerKW: try #require(Decimal("3.25")), serialNumber: "SN\(number)")
    }
  }

  @Test("it is filed in parts, included, and each unit is one entry of the register")
  func through() throws {
    var journal = try JournalBuilder()
    var filed = Sample.inclusion()
    filed.units = []
    filed.quantity = Int64(Self.count)
    filed.parts = Int64(Self.count / Self.partSize)
    let filing = try journal.add(filed, "2024-05-02 10:00", case: "A-1")
    let path = try journal.write()
    let now = try journal.instant("2024-05-02 12:00")
    let writer = try JournalWriter(
      path: path, rules: RuleBook.standard.signingRules, gate: LawGate(), clock: { now })
    var number: UInt64 = 0
    func draft(_ payload: some ActPayload) -> ActDraft {
      number += 1
      let id = UUIDv7(milliseconds: now.secondsSinceEpoch * 1000, random: (number, 99))
      return ActDraft(payload, at: now, case: "A-1", id: id, journal: JournalBuilder.origin)
    }
    func append(_ payload: some ActPayload) throws -> Receipt {
      let key = try JournalBuilder.Signer(for: type(of: payload).type).key
      return try writer.append(SignedAct(draft(payload), keys: [key]), expecting: .any)
    }

    // The parts come in any order; the digest takes them by number.
    var leaves: [Int: Digest] = [:]
    for part in (1...Self.count / Self.partSize).reversed() {
      let receipt = try append(UnitsListed(filing: filing, number: Int64(part), units: Self.units(of: part)))
      leaves[part] = receipt.leafHash
    }
    let again = #expect(throws: RegistryError.self) {
      try append(UnitsListed(filing: filing, number: 1, units: Self.units(of: 1)))
    }
    #expect(again?.code == .actImpossible)
    let digest = Digest.sha256(of: leaves.sorted { $0.key < $1.key }.flatMap(\.value.bytes))
    _ = try append(Sample.registered(filing))
    var inclusion = Sample.included(filing)
    inclusion.entries = EntryRange(first: 1, last: Int64(Self.count))
    #expect(throws: RegistryError.self) { try append(inclusion) }
    inclusion.partsDigest = digest
    _ = try append(inclusion)
    try writer.close()

    var register = HardwareRegister()
    let report = try Replay(asOf: AsOf(effective: now)).pass([JournalReader(path: path)]) { register.apply($0, $1) }
      .report
    #expect(report.summary.findings == [])
    #expect(register.anomalies == [])
    #expect(register.count == Self.count)
    #expect(register.totals.hashrateTHs.description == "477500")
    #expect(register.totals.powerKW.description == "16250")
    #expect(register.entry(1)?.serialNumber == "SN1")
    #expect(register.entry(Int64(Self.count))?.serialNumber == "SN\(Self.count)")
  }
}
