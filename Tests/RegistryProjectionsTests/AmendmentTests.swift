@testable import RegistryEvents
@testable import RegistryProjections
import Testing

/// Acts that annul and correct others, on both axes of time (format §5).
@Suite("Annulled and corrected acts")
struct AmendmentTests {
  /// Two units are included on 2 May 2024, of which the inclusion and nothing else is in question.
  private struct Given {
    var journal: JournalBuilder
    let filing: UUIDv7
    let inclusion: UUIDv7

    init() throws {
      journal = try JournalBuilder()
      filing = try journal.add(Sample.inclusion(["SN1", "SN2"]), "2024-05-02 10:00", case: "A-1")
      try journal.add(Sample.registered(filing), "2024-05-02 10:30", case: "A-1")
      inclusion = try journal.add(
        Sample.included(filing, 1...2), "2024-05-03 11:00", case: "A-1")
    }

    func register(asAt: String? = nil, known: AsOf.Known = .latest) throws -> (HardwareRegister, ReplayReport) {
      try journal.replay(asAt: asAt, known: known, into: HardwareRegister.init) { $0.apply($1, $2) }
    }

    func standing(asAt: String? = nil, known: AsOf.Known = .latest) throws -> Int {
      try register(asAt: asAt, known: known).0.totals.standing
    }
  }

  @Test("given an inclusion, when it is annulled, then it is out of every date as known since, and in as known before")
  func annulled() throws {
    var given = try Given()
    let before = given.journal.lastSeq
    try given.journal.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    #expect(try given.standing() == 0)
    #expect(try given.standing(asAt: "2024-05-10 12:00") == 0)
    #expect(try given.standing(known: .seq(before)) == 2)
    #expect(try given.standing(asAt: "2024-05-10 12:00", known: .seq(before)) == 2)
    #expect(try given.register().1.idleAmendments == [])
  }

  @Test("what hangs on an annulled inclusion is an anomaly, and the filing can be granted anew")
  func anew() throws {
    var given = try Given()
    try given.journal.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    try given.journal.add(
      Sample.included(given.filing, 1...2), "2024-06-03 11:00", case: "A-1")
    let (register, _) = try given.register()
    #expect(register.totals.standing == 2)
    #expect(register.anomalies.isEmpty)
    #expect(register.entry(1)?.enteredOn.description == "2024-06-03")
  }

  @Test(
    "given a misspelt address, when it is corrected, then the register shows the new one, and as known before the old")
  func corrected() throws {
    var given = try Given()
    let before = given.journal.lastSeq
    let old = try #require(try given.register().0.entry(2)?.legalAddress)
    try given.journal.add(
      ActCorrected(act: given.filing, ground: "misspelt", member: "legalAddress", value: "Астана, Мәңгілік Ел 55"),
      "2024-06-01 09:00")
    try given.journal.add(
      ActCorrected(act: given.filing, ground: "misspelt", member: "units.1.serialNumber", value: "SN-TWO"),
      "2024-06-01 09:10")
    let (register, report) = try given.register()
    #expect(register.entry(2)?.legalAddress == "Астана, Мәңгілік Ел 55")
    #expect(register.entry(2)?.serialNumber == "SN-TWO")
    #expect(register.entry(1)?.serialNumber == "SN1")
    #expect(report.idleAmendments == [])
    #expect(try given.register(known: .seq(before)).0.entry(2)?.legalAddress == old)
  }

  @Test("an annulment and a correction that change nothing are found, and nothing else is changed by them")
  func idle() throws {
    var given = try Given()
    let nobody = UUIDv7(milliseconds: 1, random: (1, 1))
    try given.journal.add(ActAnnulled(act: nobody, ground: "no such act"), "2024-06-01 09:00")
    let revocation = try given.journal.add(
      ActAnnulled(act: given.inclusion, ground: "by mistake"), "2024-06-01 09:10")
    try given.journal.add(ActAnnulled(act: revocation, ground: "an annulment is judged once"), "2024-06-01 09:20")
    try given.journal.add(
      ActCorrected(act: given.filing, ground: "misspelt", member: "nothing", value: 1), "2024-06-01 09:30")
    let last = given.journal.lastSeq
    let (followed, report) = try given.journal.replay(
      into: { (Findings(), Registers()) }, seeing: { $0.0.follow($1, $2, registers: $0.1) },
      fold: { $0.1.apply($1, $2) })
    #expect(report.idleAmendments == [last - 3, last - 1, last])
    let idle = followed.0.all([], report).filter { $0.code == "amendment-idle" }
    #expect(idle.map(\.seq) == [last - 3, last - 1, last])
    #expect(try given.standing() == 0)
  }

  @Test("the terms of a case run on as if an annulled act had not been done")
  func terms() throws {
    var given = try Given()
    func status(known: AsOf.Known = .latest) throws -> DeadlineStatus? {
      let (deadlines, report) = try given.journal.replay(
        asAt: "2024-07-01 12:00", known: known, into: { Deadlines() }, fold: { $0.apply($1, $2) })
      let rows = deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time)
      return rows.first { $0.obligation == "A10" }?.status
    }
    let before = given.journal.lastSeq
    #expect(try status() == .met)
    try given.journal.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    #expect(try status() == .overdue)
    #expect(try status(known: .seq(before)) == .met)
  }

  @Test("the trail of a case tells the act, that it was annulled since, and the annulment")
  func trail() throws {
    var given = try Given()
    let line = given.journal.lastSeq
    try given.journal.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    try given.journal.add(
      ActCorrected(act: given.filing, ground: "misspelt", member: "legalAddress", value: "Астана"), "2024-06-02 09:00")
    let key = try #require(IdentifierKey("A-1"))
    let (followed, _) = try given.journal.replay(
      into: { (Trail(of: .caseNumber(key)), Registers()) }, seeing: { $0.0.follow($1, $2, registers: $0.1) },
      fold: { $0.1.apply($1, $2) })
    let acts = followed.0.acts()
    #expect(acts.map(\.type).suffix(2) == ["act.annulled", "act.corrected"])
    #expect(acts.first?.summary.hasSuffix(", corrected since") == true)
    #expect(acts.first { $0.seq == line }?.summary.hasSuffix(", annulled since") == true)
    #expect(
      acts.suffix(2).map(\.summary) == ["annuls the act in line \(line)", "corrects legalAddress of the act in line 1"])
  }

  @Test("the gate before a journal knows what is annulled, once it has followed the journal anew")
  func gate() throws {
    var given = try Given()
    try given.journal.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    var acts: [StandingAct] = []
    _ = try given.journal.replay { act, _ in acts.append(act) }
    var gate = LawGate()
    for act in acts { gate.follow(act) }
    #expect(gate.registers.hardware.nextNumber == 3)
    var again = try #require(LawGate().restarted(knowing: gate))
    for act in acts { again.follow(act) }
    #expect(again.registers.hardware.nextNumber == 1)
    #expect(again.cases.filing(given.filing)?.stage == .registered)
    #expect(LawGate().restarted(knowing: again) == nil)
  }
}
