import Foundation
import RegistryEvents
import RegistryProjections
import TestSupport
import Testing

@Suite("The law before a journal", .temporaryFolder)
struct CaseGateTests {
  @Test("what the law makes impossible is not appended, and what passes is followed")
  func append() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
    try journal.add(
      OffsetDeclared(from: try journal.instant("2024-05-02 00:00"), offsetSeconds: 6 * 3600, source: "Приказ"),
      "2024-05-02 11:00")
    let path = try journal.write()
    let now = try journal.instant("2024-05-02 12:00")
    let writer = try JournalWriter(
      path: path, rules: RuleBook.standard.signingRules, gate: LawGate(), clock: { now })
    defer { try? writer.close() }
    func append(_ payload: some ActPayload, _ number: UInt64) throws -> Receipt {
      let draft = ActDraft(
        payload, at: now, case: "A-1",
        id: UUIDv7(milliseconds: now.secondsSinceEpoch * 1000, random: (number, 99)), journal: JournalBuilder.origin)
      let key = try JournalBuilder.Signer(for: type(of: payload).type).key
      return try writer.append(SignedAct(draft, keys: [key]), expecting: .any)
    }
    let refused = #expect(throws: RegistryError.self) { try append(Sample.included(filing), 1) }
    #expect(refused?.code == .actImpossible)
    #expect(refused?.detail == "not-registered: the filing is not registered yet (138-НҚ, 10)")
    #expect(try append(Sample.registered(filing), 2).seq == 3)
    #expect(throws: RegistryError.self) { try append(Sample.registered(filing), 3) }
    #expect(try append(Sample.included(filing), 4).seq == 4)
    #expect(throws: RegistryError.self) { try append(Sample.included(filing, 2...2), 5) }
  }

  @Test("the gate knows cases and register of what it followed")
  func state() throws {
    var gate = LawGate()
    var world = World()
    let filing = try world.do(Sample.inclusion())
    try world.do(Sample.registered(filing))
    try world.do(Sample.included(filing))
    for act in world.acts { gate.follow(act) }
    #expect(gate.cases.digest() == world.cases.digest())
    #expect(gate.registers.hardware.digest() == world.registers.hardware.digest())
    #expect(gate.registers.hardware.nextNumber == 2)
  }
}
