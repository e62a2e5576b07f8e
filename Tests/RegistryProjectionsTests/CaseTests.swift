import RegistryEvents
import RegistryProjections
import Testing

@Suite("Cases")
struct CaseTests {
  private func key(_ text: String) throws -> IdentifierKey { try #require(IdentifierKey(text)) }

  @Test("A21: the status of a case is how far its filings and complaints have come")
  func status() throws {
    var world = World()
    let first = try world.do(Sample.inclusion())
    #expect(try world.cases.state(of: key("a-1"))?.filings.map(\.stage) == [.filed])
    try world.do(Sample.registered(first))
    #expect(try world.cases.state(of: key("A-1"))?.isDecided == false)
    let notice = try world.do(Sample.hearingNotified(first))
    #expect(world.cases.filing(first)?.stage == .hearingNotified)
    let hearing = try world.do(Sample.hearingHeld(first, notice: notice))
    #expect(world.cases.filing(first)?.hearing == hearing)
    try world.do(Sample.refused(first, hearing: hearing))
    let second = try world.do(Sample.inclusion())
    let complaint = try world.do(Sample.complaint(against: first))
    let state = try #require(try world.cases.state(of: key("A-1")))
    #expect(state.filings.map(\.stage) == [.refused, .filed])
    #expect(state.filings.map(\.id) == [first, second])
    #expect(state.filings.map(\.service) == ["inclusion", "inclusion"])
    #expect(state.complaints.map(\.id) == [complaint])
    #expect(try world.cases.state(of: key("A-2")) == nil)
    #expect(world.cases.stages == [.refused: 1, .filed: 1])
  }

  @Test("C6: a court is open once a complaint was made and decided")
  func court() throws {
    var world = World()
    let complaint = try world.do(Sample.complaint())
    #expect(try world.cases.state(of: key("A-1"))?.isCourtOpen == false)
    try world.do(Sample.complaintForwarded(complaint))
    #expect(world.cases.complaint(complaint)?.stage == .forwarded)
    #expect(try world.cases.state(of: key("A-1"))?.isCourtOpen == false)
    try world.do(Sample.complaintDecided(complaint))
    #expect(try world.cases.state(of: key("A-1"))?.isCourtOpen == true)
    #expect(try world.cases.state(of: key("A-1"))?.isDecided == true)
  }

  @Test("the first result of a filing counts, whatever follows it")
  func firstResult() throws {
    var world = World()
    let filing = try world.do(Sample.inclusion())
    try world.do(Sample.registered(filing))
    try world.do(Sample.refused(filing))
    try world.do(Sample.included(filing))
    try world.do(Sample.registered(filing))
    #expect(world.cases.filing(filing)?.stage == .refused)
    #expect(world.registers.hardware.register.count == 0)
  }

  @Test("the digest follows what was done")
  func digest() throws {
    var world = World()
    var digests: Set<Digest> = [world.cases.digest()]
    let filing = try world.do(Sample.inclusion())
    digests.insert(world.cases.digest())
    try world.do(Sample.registered(filing))
    digests.insert(world.cases.digest())
    let complaint = try world.do(Sample.complaint())
    digests.insert(world.cases.digest())
    try world.do(Sample.complaintForwarded(complaint))
    digests.insert(world.cases.digest())
    #expect(digests.count == 5)
    try world.do(Sample.calendar(), case: nil)
    #expect(digests.contains(world.cases.digest()))
  }
}

@Suite("The index of serial numbers")
struct CaseIndexTests {
  @Test("it follows inclusion, change and exclusion, and knows the older of two that stand")
  func index() throws {
    var world = try CaseDeciderTests.withEntries()
    func entry(_ serial: String) throws -> Int64? {
      world.registers.hardware.standingEntry(serialNumber: try #require(IdentifierKey(serial)))
    }
    #expect(try entry("sn3") == 3)
    let change = try world.do(Sample.change([3...3], EntryChanges(serialNumber: "SN2")), case: "C-1")
    try world.do(Sample.registered(change), case: "C-1")
    try world.do(Sample.changeEntered(change), case: "C-1")
    #expect(try entry("SN3") == nil)
    #expect(try entry("SN2") == 3)
    for (number, rest) in [(3, 2), (2, nil)] as [(Int64, Int64?)] {
      let filing = try world.do(Sample.exclusion([number...number]), case: "E-1")
      try world.do(Sample.registered(filing), case: "E-1")
      try world.do(Sample.excluded(filing), case: "E-1")
      #expect(try entry("SN2") == rest)
      #expect(!world.registers.hardware.stands(entry: number))
    }
    #expect(try entry("SN1") == 1)
    #expect(world.registers.hardware.stands(entry: 1))
    #expect(world.registers.hardware.nextNumber == 4)
    #expect(world.registers.hardware.digest() == world.registers.hardware.register.digest())
  }

  @Test("the older of two that stand can go first")
  func olderFirst() throws {
    var world = try CaseDeciderTests.withEntries()
    let key = try #require(IdentifierKey("SN1"))
    let again = try world.do(Sample.inclusion(["SN1"]))
    try world.do(Sample.included(again, 4...4))
    #expect(world.registers.hardware.standingEntry(serialNumber: key) == 4)
    let first = try world.do(Sample.exclusion([1...1]))
    try world.do(Sample.excluded(first))
    #expect(world.registers.hardware.standingEntry(serialNumber: key) == 4)
    let second = try world.do(Sample.exclusion([4...4]))
    try world.do(Sample.excluded(second))
    #expect(world.registers.hardware.standingEntry(serialNumber: key) == nil)
  }
}
