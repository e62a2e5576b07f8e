import RegistryEvents
import RegistryProjections
import Testing

@Suite("What the law makes impossible")
struct CaseDeciderTests {
  /// A filing for inclusion that is registered.
  static func registered(_ filed: InclusionFiled = Sample.inclusion()) throws -> (world: World, filing: UUIDv7) {
    var world = World()
    let filing = try world.do(filed)
    try world.do(Sample.registered(filing))
    return (world, filing)
  }

  /// A register with entries 1 to 3 of the units SN1 to SN3.
  static func withEntries() throws -> World {
    var (world, filing) = try registered(Sample.inclusion(["SN1", "SN2", "SN3"]))
    try world.do(Sample.included(filing, 1...3))
    return world
  }

  static func exclusion(_ entries: [ClosedRange<Int64>], in world: World) throws -> (world: World, filing: UUIDv7) {
    var world = world
    let filing = try world.do(Sample.exclusion(entries), case: "E-1")
    try world.do(Sample.registered(filing), case: "E-1")
    return (world, filing)
  }

  static func change(
    _ entries: [ClosedRange<Int64>], _ changes: EntryChanges, in world: World
  ) throws -> (world: World, filing: UUIDv7) {
    var world = world
    let filing = try world.do(Sample.change(entries, changes), case: "C-1")
    try world.do(Sample.registered(filing), case: "C-1")
    return (world, filing)
  }

  @Test("A10, A14: given a registered filing for inclusion, when it is granted, then it passes")
  func granted() throws {
    let (world, filing) = try Self.registered()
    #expect(world.refusal(Sample.included(filing)) == nil)
  }

  @Test("A10: given a filing that is not registered, when a result comes, then it is refused by clause 10")
  func notRegistered() throws {
    var world = World()
    let filing = try world.do(Sample.inclusion())
    let refusals = [
      world.refusal(Sample.included(filing)), world.refusal(Sample.refused(filing)),
      world.refusal(Sample.completenessRefused(filing)), world.refusal(Sample.hearingNotified(filing)),
    ]
    #expect(refusals.allSatisfy { $0?.code == .notRegistered && $0?.rule == "A10" && $0?.clause.place == "10" })
    #expect(refusals[0]?.description == "not-registered: the filing is not registered yet (138-НҚ, 10)")
  }

  @Test("A07: given a registered filing, when it is registered again, then it is refused")
  func registeredTwice() throws {
    let (world, filing) = try Self.registered()
    #expect(world.refusal(Sample.registered(filing))?.code == .registeredAlready)
    #expect(world.refusal(Sample.registered(filing))?.rule == "A07")
  }

  @Test("A08: given a registered filing, when its acceptance is refused, then that is refused; before, it passes")
  func intakeAfterRegistration() throws {
    let (world, filing) = try Self.registered()
    #expect(world.refusal(Sample.intakeRefused(filing))?.code == .intakeAfterRegistration)
    var before = World()
    let paper = try before.do(Sample.inclusion(channel: .chancery))
    #expect(before.refusal(Sample.intakeRefused(paper)) == nil)
    try before.do(Sample.intakeRefused(paper))
    #expect(before.refusal(Sample.registered(paper))?.code == .decidedAlready)
  }

  @Test("A03: given no such filing, when something follows it, then it is refused")
  func unknownFiling() throws {
    let world = World()
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    #expect(world.refusal(Sample.registered(nothing))?.code == .filingUnknown)
    #expect(world.refusal(Sample.included(nothing))?.code == .filingUnknown)
    #expect(world.refusal(Sample.included(nothing))?.rule == "A03")
    #expect(world.refusal(UnitsListed(filing: nothing, number: 1, units: []))?.code == .filingUnknown)
  }

  @Test("A03: given a filing of one case, when an act of another case follows it, then it is refused")
  func otherCase() throws {
    let (world, filing) = try Self.registered()
    #expect(world.refusal(Sample.included(filing), case: "A-2")?.code == .caseDiffers)
    #expect(world.refusal(Sample.included(filing), case: nil)?.code == .caseDiffers)
    #expect(world.refusal(Sample.included(filing), case: "a-1") == nil)
  }

  @Test("A03: given a filing for one service, when the result of another comes, then it is refused")
  func otherService() throws {
    let (world, filing) = try Self.registered()
    #expect(world.refusal(Sample.excluded(filing))?.code == .serviceDiffers)
    #expect(world.refusal(Sample.changeEntered(filing))?.code == .serviceDiffers)
    let (changing, notice) = try Self.change([1...1], EntryChanges(model: "S21"), in: Self.withEntries())
    #expect(changing.refusal(Sample.refused(notice), case: "C-1")?.code == .serviceDiffers)
    #expect(changing.refusal(Sample.hearingNotified(notice), case: "C-1")?.code == .serviceDiffers)
    #expect(changing.refusal(Sample.completenessRefused(notice), case: "C-1") == nil)
  }

  @Test("A11: given no notice of a hearing, when one is held, then it is refused; nor can another notice's be held")
  func hearingWithoutNotice() throws {
    var (world, filing) = try Self.registered()
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    #expect(world.refusal(Sample.hearingHeld(filing, notice: nothing))?.code == .hearingWithoutNotice)
    let notice = try world.do(Sample.hearingNotified(filing))
    #expect(world.refusal(Sample.hearingHeld(filing, notice: nothing))?.code == .hearingWithoutNotice)
    #expect(world.refusal(Sample.hearingHeld(filing, notice: notice)) == nil)
    try world.do(Sample.hearingHeld(filing, notice: notice))
    #expect(world.refusal(Sample.hearingHeld(filing, notice: notice))?.rule == "A11")
  }

  @Test("A13: given a preliminary refusal that awaits its hearing, when a result comes, then it is refused")
  func hearingPending() throws {
    var (world, filing) = try Self.registered()
    let notice = try world.do(Sample.hearingNotified(filing))
    for refusal in [
      world.refusal(Sample.included(filing)), world.refusal(Sample.refused(filing)),
      world.refusal(Sample.completenessRefused(filing)),
    ] {
      #expect(refusal?.code == .hearingPending)
      #expect(refusal?.clause.place == "12 s.2")
    }
    #expect(world.refusal(Sample.hearingNotified(filing)) == nil)
    let hearing = try world.do(Sample.hearingHeld(filing, notice: notice))
    #expect(world.refusal(Sample.included(filing)) == nil)
    #expect(world.refusal(Sample.refused(filing, hearing: hearing)) == nil)
    #expect(world.refusal(Sample.refused(filing, hearing: notice))?.code == .refusedWithoutHearing)
  }

  @Test("A13: an inclusion is not refused without a hearing; an exclusion is, since no term for one can be kept (I-05)")
  func refusedWithoutHearing() throws {
    let (world, filing) = try Self.registered()
    #expect(world.refusal(Sample.refused(filing))?.code == .refusedWithoutHearing)
    #expect(world.refusal(Sample.refused(filing))?.rule == "A13")
    let (excluding, exclusion) = try Self.exclusion([1...1], in: Self.withEntries())
    #expect(excluding.refusal(Sample.refused(exclusion), case: "E-1") == nil)
  }

  @Test("A20: a refusal, and a preliminary one, needs grounds of the closed list")
  func grounds() throws {
    let (world, filing) = try Self.registered()
    for grounds: CanonicalValue in [[], [["ground": "tooLate", "text": "–"]], [["text": "–"]], [[:]], "unreliable"] {
      var draft = world.draft(Sample.hearingNotified(filing))
      guard case .object(var what) = draft.what else { continue }
      what["grounds"] = grounds
      draft.what = .object(what)
      #expect(world.refusal(draft)?.code == .groundNotListed)
      #expect(world.refusal(draft)?.rule == "A20")
    }
    let listed = try LawFixture.provisions().refusalGrounds.map(\.code)
    #expect(Set(listed) == Set(RegistryEvents.RefusalGround.allCases.map(\.rawValue)))
  }

  @Test("A14: given a result, when a second comes, or anything else that follows the filing, then it is refused")
  func secondResult() throws {
    var (world, filing) = try Self.registered()
    try world.do(Sample.included(filing))
    for refusal in [
      world.refusal(Sample.included(filing, 2...2)), world.refusal(Sample.refused(filing)),
      world.refusal(Sample.registered(filing)), world.refusal(Sample.hearingNotified(filing)),
      world.refusal(Sample.completenessRefused(filing)), world.refusal(Sample.intakeRefused(filing)),
    ] {
      #expect(refusal?.code == .decidedAlready)
    }
    #expect(world.refusal(Sample.included(filing, 2...2))?.rule == "A14")
  }

  @Test(
    "A14, A15: a result is signed in the capacity that its clause wants, and in no other",
    arguments: JournalBuilder.Signer.allCases)
  func signatories(signer: JournalBuilder.Signer) throws {
    let (world, filing) = try Self.registered()
    let inclusion = world.refusal(Sample.included(filing), by: signer)
    #expect(inclusion?.code == (signer == .authorisedPerson ? nil : .signatoryNotCompetent))
    if signer != .authorisedPerson { #expect(inclusion?.rule == "A14" && inclusion?.clause.place == "13") }
    var (excluding, exclusion) = try Self.exclusion([1...1], in: Self.withEntries())
    let excluded = excluding.refusal(Sample.excluded(exclusion), case: "E-1", by: signer)
    #expect(excluded?.code == (signer == .headOfUnit ? nil : .signatoryNotCompetent))
    if signer != .headOfUnit { #expect(excluded?.rule == "A15" && excluded?.clause.place == "14 ¶2") }
    // The refusal of an exclusion may be signed by either, that of an inclusion by the authorised person alone.
    let notice = try excluding.do(Sample.hearingNotified(exclusion), case: "E-1")
    try excluding.do(Sample.hearingHeld(exclusion, notice: notice), case: "E-1")
    let refused = excluding.refusal(Sample.refused(exclusion), case: "E-1", by: signer)
    #expect((refused == nil) == [.authorisedPerson, .headOfUnit].contains(signer))
  }

  @Test("A14: nobody signs an act without signing it")
  func noSigner() throws {
    let (world, filing) = try Self.registered()
    #expect(throws: Refusal.self) {
      try world.decider.admit(
        world.draft(Sample.included(filing)), signers: [], cases: world.cases, registers: world.registers,
        time: AstanaTime())
    }
  }

  @Test(
    "A04: a filing with a number that cannot be the applicant's is taken in, and not included",
    arguments: ["020240000556", "061211600012", "02024000055"])
  func identifier(number: String) throws {
    #expect(World().refusal(Sample.inclusion(holder: number)) == nil)
    let (world, filing) = try Self.registered(Sample.inclusion(holder: number))
    #expect(world.refusal(Sample.included(filing))?.code == .identifierInvalid)
    #expect(world.refusal(Sample.included(filing))?.clause.place == "App. 2 f. 2")
  }

  @Test("A04: a number that is only committed to is not judged, and a person's is an ИИН")
  func identifierOfPerson() throws {
    var filed = Sample.inclusion(holder: "061211600012")
    filed.applicant.kind = .individualEntrepreneur
    let (world, filing) = try Self.registered(filed)
    #expect(world.refusal(Sample.included(filing)) == nil)
    filed.applicant.id = .shown("020240000555")
    let (other, business) = try Self.registered(filed)
    #expect(other.refusal(Sample.included(business))?.code == .identifierInvalid)
    filed.applicant.id = .committed(String(repeating: "A", count: 43))
    let (committed, hidden) = try Self.registered(filed)
    #expect(committed.refusal(Sample.included(hidden)) == nil)
  }

  @Test("A04: the quantity applied for is the number of units listed")
  func quantity() throws {
    let (world, filing) = try Self.registered(Sample.inclusion(["SN1", "SN2"], quantity: 3))
    #expect(world.refusal(Sample.included(filing, 1...2))?.code == .quantityDiffers)
    let (empty, nothing) = try Self.registered(Sample.inclusion([]))
    #expect(empty.refusal(Sample.included(nothing))?.code == .listIncomplete)
  }

  @Test("A20: nobody is included who does not consent to the processing of his data")
  func consent() throws {
    let (world, filing) = try Self.registered(Sample.inclusion(consent: false))
    #expect(world.refusal(Sample.included(filing))?.code == .consentMissing)
    #expect(world.refusal(Sample.included(filing))?.clause.place == "App. 5 it. 9 sub 6")
  }

  @Test(
    "A02: a serial number is printable ASCII without spaces, and occurs once in a filing, in whatever case",
    arguments: [
      (["SN 1"], Bar.Code.serialMalformed), (["SN\u{410}"], .serialMalformed), (["SN1", "sn1"], .serialRepeated),
      (["SN1", "SN2", "SN1"], .serialRepeated),
    ])
  func serials(serials: [String], code: Bar.Code) throws {
    let (world, filing) = try Self.registered(Sample.inclusion(serials))
    let refusal = world.refusal(Sample.included(filing, 1...Int64(serials.count)))
    #expect(refusal?.code == code)
    #expect(refusal?.rule == "A02")
  }

  @Test("A02: a unit that stands in the register is not included again; one that was excluded is")
  func standingSerial() throws {
    var world = try Self.withEntries()
    let again = try world.do(Sample.inclusion(["sn2"]), case: "A-2")
    try world.do(Sample.registered(again), case: "A-2")
    let refusal = world.refusal(Sample.included(again, 4...4), case: "A-2")
    #expect(refusal?.code == .serialStanding)
    #expect(refusal?.detail == "unit 1, entry 2")
    var (excluded, exclusion) = try Self.exclusion([2...2], in: world)
    try excluded.do(Sample.excluded(exclusion), case: "E-1")
    #expect(excluded.refusal(Sample.included(again, 4...4), case: "A-2") == nil)
  }

  @Test(
    "A02: new entries have the next numbers, one for each unit",
    arguments: [(4...4, true), (5...5, false), (3...3, false), (4...5, false), (1...1, false)])
  func entryNumbers(range: ClosedRange<Int64>, isNext: Bool) throws {
    var world = try Self.withEntries()
    let filing = try world.do(Sample.inclusion(["SN9"]), case: "A-2")
    try world.do(Sample.registered(filing), case: "A-2")
    #expect(world.refusal(Sample.included(filing, range), case: "A-2")?.code == (isNext ? nil : .entryNumbers))
  }

  @Test("A04: a list in parts is decided on when it is whole, and by the digest of its parts")
  func parts() throws {
    var world = World()
    let filing = try world.do(Sample.inclusion([], quantity: 2, parts: 2))
    func part(_ number: Int64, _ serial: String) -> UnitsListed {
      UnitsListed(filing: filing, number: number, units: [Sample.unit(serial)])
    }
    #expect(world.refusal(part(3, "X"))?.code == .partUnknown)
    #expect(
      world.refusal(EntriesListed(entries: [Sample.range(1...1)], filing: filing, number: 1))?.code == .partUnknown)
    #expect(world.refusal(part(2, "SN2")) == nil)
    try world.do(part(2, "SN2"))
    #expect(world.refusal(part(2, "SN3"))?.code == .partRepeated)
    try world.do(Sample.registered(filing))
    #expect(world.refusal(Sample.included(filing, 1...2))?.code == .listIncomplete)
    try world.do(part(1, "SN1"))
    #expect(world.refusal(Sample.included(filing, 1...2))?.code == .partsDiffer)
    let leaves = world.acts.filter { $0.act.is(UnitsListed.self) }.reversed().compactMap(\.leafHash)
    let digest = Digest.sha256(of: leaves.flatMap(\.bytes))
    #expect(world.refusal(Sample.included(filing, 1...2, parts: digest)) == nil)
    try world.do(Sample.included(filing, 1...2, parts: digest))
    #expect(world.registers.hardware.register.entry(1)?.serialNumber == "SN1")
    #expect(world.refusal(part(1, "SN1"))?.code == .decidedAlready)
    let whole = try world.do(Sample.inclusion(["SN7"]), case: "A-2")
    #expect(
      world.refusal(UnitsListed(filing: whole, number: 1, units: [Sample.unit("SN8")]), case: "A-2")?.code
        == .partUnknown)
  }

  @Test(
    "A16: what is excluded stands in the register, and is named once",
    arguments: [
      ([1...3], true), ([2...2, 1...1], true), ([], false), ([4...4], false), ([1...4], false),
      ([1...2, 2...3], false),
      ([1...9_007_199_254_740_991], false),
    ])
  func exclusion(entries: [ClosedRange<Int64>], passes: Bool) throws {
    let (world, filing) = try Self.exclusion(entries, in: Self.withEntries())
    let refusal = world.refusal(Sample.excluded(filing), case: "E-1")
    #expect((refusal == nil) == passes)
    if !passes { #expect(refusal?.code == .exclusionWithoutEntry && refusal?.rule == "A16") }
  }

  @Test("A16: what was excluded is not excluded again")
  func excludedTwice() throws {
    var (world, filing) = try Self.exclusion([2...2], in: Self.withEntries())
    try world.do(Sample.excluded(filing), case: "E-1")
    let (second, again) = try Self.exclusion([1...3], in: world)
    #expect(second.refusal(Sample.excluded(again), case: "E-1")?.detail == "entry 2")
  }

  @Test("A18: what is changed stands in the register")
  func changes() throws {
    let (world, filing) = try Self.change([1...3], EntryChanges(model: "S21"), in: Self.withEntries())
    #expect(world.refusal(Sample.changeEntered(filing), case: "C-1") == nil)
    let (other, unknown) = try Self.change([4...4], EntryChanges(model: "S21"), in: Self.withEntries())
    #expect(other.refusal(Sample.changeEntered(unknown), case: "C-1")?.code == .changeWithoutEntry)
    #expect(other.refusal(Sample.changeEntered(unknown), case: "C-1")?.rule == "A18")
  }

  @Test(
    "A02: a new serial number goes to one entry, is well formed, and no other entry has it",
    arguments: [
      ([1...1], "SN9", nil), ([1...1], "sn1", nil), ([1...1], "SN2", Bar.Code.serialStanding),
      ([1...2], "SN9", .serialRepeated), ([1...1], "SN 9", .serialMalformed),
    ])
  func newSerial(entries: [ClosedRange<Int64>], serial: String, code: Bar.Code?) throws {
    let (world, filing) = try Self.change(entries, EntryChanges(serialNumber: serial), in: Self.withEntries())
    #expect(world.refusal(Sample.changeEntered(filing), case: "C-1")?.code == code)
  }

  @Test("C1, C2: a complaint is decided once and forwarded once")
  func complaints() throws {
    var world = World()
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    #expect(world.refusal(Sample.complaintDecided(nothing))?.code == .complaintUnknown)
    let complaint = try world.do(Sample.complaint())
    #expect(world.refusal(Sample.complaintForwarded(complaint), case: "A-2")?.code == .caseDiffers)
    #expect(world.refusal(Sample.complaintForwarded(complaint)) == nil)
    try world.do(Sample.complaintForwarded(complaint))
    #expect(world.refusal(Sample.complaintForwarded(complaint))?.code == .complaintForwardedAlready)
    #expect(world.refusal(Sample.complaintForwarded(complaint))?.rule == "C2")
    #expect(world.refusal(Sample.complaintSatisfied(complaint)) == nil)
    try world.do(Sample.complaintDecided(complaint))
    for refusal in [
      world.refusal(Sample.complaintDecided(complaint)), world.refusal(Sample.complaintSatisfied(complaint)),
      world.refusal(Sample.complaintForwarded(complaint)),
    ] {
      #expect(refusal?.code == .complaintDecidedAlready)
      #expect(refusal?.rule == "C1")
    }
  }

  @Test("A19: a body is informed of an amendment that the journal has")
  func amendment() throws {
    var world = World()
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    #expect(world.refusal(Sample.informed(nothing, .egovOperator), case: nil)?.code == .amendmentUnknown)
    let amendment = try world.do(Sample.amended, case: nil)
    #expect(world.refusal(Sample.informed(amendment, .egovOperator), case: nil) == nil)
  }

  @Test("what the law forbids but life does passes: a result, and a notice, long after the term")
  func late() throws {
    let (world, filing) = try Self.registered()
    let later = World.start.adding(seconds: 90 * 86_400)
    #expect(world.refusal(world.draft(Sample.included(filing), at: later)) == nil)
    #expect(world.refusal(world.draft(Sample.hearingNotified(filing), at: later)) == nil)
    #expect(world.refusal(world.draft(Sample.completenessRefused(filing), at: later)) == nil)
  }

  @Test("an act of a time of which no text is known, or of an area that the law does not know, is not judged")
  func notJudged() throws {
    let world = World()
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    let before = Instant(clamping: 1_688_000_000)
    #expect(world.refusal(world.draft(Sample.included(nothing), at: before)) == nil)
    #expect(world.refusal(Sample.calendar(), case: nil) == nil)
  }

  @Test("every bar is set by a rule of the order, and has a meaning of its own")
  func bars() throws {
    let provisions = try LawFixture.provisions()
    // Nothing in a list is asked of registers whose entries are made one by one, and no reference of hardware.
    let ofEntries: Set<Bar.Code> = [.entryReference, .entryUnknown]
    for code in Bar.Code.allCases where !ofEntries.contains(code) {
      let bar = try #require(provisions.bar(code), "\(code)")
      #expect(provisions.rule(bar.rule)?.bars.contains(bar) == true)
      #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }
    #expect(Set(Bar.Code.allCases.map(\.meaning)).count == Bar.Code.allCases.count)
  }
}
