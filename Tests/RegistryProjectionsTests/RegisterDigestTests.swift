import RegistryEvents
import RegistryProjections
import TestSupport
import Testing

@Suite("Digests of the registers as acts", .temporaryFolder)
struct RegisterDigestTests {
  /// A journal whose register changes by an inclusion, with an act on what it was at some lines.
  private struct Recorded {
    var journal: JournalBuilder

    init() throws {
      journal = try JournalBuilder()
      let filing = try journal.add(Sample.inclusion(["S1"]), "2024-05-02 10:00", case: "A-1")
      try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "A-1")
      try journal.add(Sample.included(filing), "2024-05-03 10:00", case: "A-1")
    }

    /// What the register is as known at a number of lines, by a replay of its own.
    func state(_ size: Int) throws -> RegisterDigested {
      let path = try journal.write()
      let (registers, report) = try Replay(
        asOf: AsOf(effective: .latest, known: .seq(UInt64(size - 1))), rootsAt: [UInt64(size)]
      ).run(
        path: path, into: { DigestedRegisters() }, fold: { (registers, act, context) in registers.apply(act, context) })
      let root = try #require(report.summary.roots[UInt64(size)])
      return RegisterDigested(registers: registers.digests, root: root, size: Int64(size))
    }

    func check() throws -> [RegisterDigestCheck] {
      let path = try journal.write()
      return try RegisterDigestCheck.all { () throws(RegistryError) in [try JournalReader(path: path)] }
        .filter { $0.stated.register == "apk" }
    }
  }

  @Test("Every state up to the act agrees, whichever number of lines it is of, and no two states are alike")
  func agrees() throws {
    var recorded = try Recorded()
    let lines = recorded.journal.lines.count
    let states = try (1...lines).map { try recorded.state($0) }
    #expect(Set(states.map(\.registers)).count == 2)
    for state in states { try recorded.journal.add(state, "2024-05-20 10:00", by: .authorisedPerson) }
    let checks = try recorded.check()
    #expect(checks.map(\.size) == (1...lines).map(UInt64.init) && checks.map(\.status) == checks.map { _ in .agrees })
    #expect(checks.map(\.seq) == (lines..<(2 * lines)).map(UInt64.init))
  }

  @Test("Another digest, another root, and a state of lines that are still to come differ")
  func differs() throws {
    var recorded = try Recorded()
    let lines = recorded.journal.lines.count
    let state = try recorded.state(lines)
    var digest = state
    digest.registers[0].digest = Digest.sha256(of: [1])
    var root = state
    root.root = Digest.sha256(of: [1])
    var ahead = state
    ahead.size = Int64(lines + 50)
    var unknown = state
    unknown.registers[0].schema = "apk-register/99"
    for act in [digest, root, ahead, unknown] {
      try recorded.journal.add(act, "2024-05-20 10:00", by: .authorisedPerson)
    }
    #expect(try recorded.check().map(\.status) == [.differs, .differs, .differs, .unchecked])
  }

  @Test("An act that does not stand says nothing, and a journal without such acts has no checks")
  func none() throws {
    var recorded = try Recorded()
    #expect(try recorded.check() == [])
    try recorded.journal.add(recorded.state(2), "2024-05-20 10:00", by: .applicant)
    #expect(try recorded.check() == [])
  }
}
