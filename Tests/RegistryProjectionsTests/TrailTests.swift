import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("Trails")
struct TrailTests {
  static func trail(
    _ journal: JournalBuilder, of subject: Trail.Subject, asAt: String? = nil, mode: VerificationMode = .full,
    book: RuleBook = .standard
  ) throws -> [TrailAct] {
    var trail = Trail(of: subject, asAt: try asAt.map(journal.instant) ?? .latest)
    var registers = Registers()
    var deadlines = Deadlines()
    let report = try journal.replay(
      asAt: asAt, mode: mode, seeing: { trail.follow($0, $1, registers: registers) },
      fold: {
        registers.apply($0, $1)
        deadlines.apply($0, $1)
      })
    return trail.acts(
      meeting: deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time))
  }

  static func key(_ text: String) throws -> IdentifierKey { try #require(IdentifierKey(text)) }

  /// Two units included in one case, one of them changed and then excluded in others, and a case of another holder.
  private func history() throws -> JournalBuilder {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(["SN1", "sn2"]), "2024-05-02 10:00", case: "A-1")
    try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "A-1")
    try journal.add(Sample.included(filing, 1...2), "2024-05-14 11:00", case: "A-1")
    let other = try journal.add(
      Sample.inclusion(["SN3"], holder: "971240001315"), "2024-05-14 12:00", case: "A-2")
    try journal.add(Sample.registered(other), "2024-05-14 12:30", case: "A-2")
    try journal.add(Sample.included(other, 3...3), "2024-05-15 12:00", case: "A-2")
    let change = try journal.add(
      Sample.change([1...2], EntryChanges(contacts: Sample.contacts, legalAddress: "Алматы")), "2024-05-16 10:00",
      case: "C-1")
    try journal.add(Sample.registered(change), "2024-05-16 10:30", case: "C-1")
    try journal.add(Sample.changeEntered(change), "2024-05-17 10:00", case: "C-1")
    let exclusion = try journal.add(Sample.exclusion([2...2]), "2024-05-20 10:00", case: "E-1")
    try journal.add(Sample.registered(exclusion), "2024-05-20 10:30", case: "E-1")
    try journal.add(Sample.excluded(exclusion), "2024-05-21 10:00", case: "E-1")
    return journal
  }

  @Test("A22: a case has the acts of its file, each with the signature kept with it, its clause and what it says")
  func ofCase() throws {
    let acts = try Self.trail(history(), of: .caseNumber(Self.key("a-1")))
    #expect(acts.map(\.seq) == [1, 2, 3])
    #expect(acts.map(\.type) == ["apk.inclusionFiled", "apk.registered", "apk.included"])
    #expect(
      acts.map(\.summary) == [
        "application to include 2 units (2 listed) by ТОО Майнер 020240000555, through the portal",
        "registered under ВХ-1", "included as entries 1–2 (УВ-1)",
      ])
    #expect(acts.map { $0.clause?.place } == ["7", "9 ¶1", "13"])
    #expect(
      acts.map { $0.signedBy.map { $0.signer?.roles } } == [
        [["applicant"]], [["chanceryWorker"]], [["authorisedPerson"]],
      ])
    #expect(acts[0].signedBy.first?.signer?.holder.name == "Holder applicant")
    #expect(acts.allSatisfy { $0.verdicts == [.valid] && $0.standing == .stands })
    #expect(acts.allSatisfy { $0.signedBy.first?.kid.isEmpty == false })
  }

  @Test("each act says which term it met, and whether in time")
  func terms() throws {
    let acts = try Self.trail(history(), of: .caseNumber(Self.key("A-1")))
    #expect(acts.map { $0.terms.short } == [[], ["A07 2024-05-02 met"], ["A10 2024-05-13 late"]])
  }

  @Test("a serial number has its inclusion and what was done to its entry, in whatever case")
  func ofSerialNumber() throws {
    let journal = try history()
    let first = try Self.trail(journal, of: .serialNumber(Self.key("sn1")))
    #expect(first.map(\.caseNumber) == ["A-1", "A-1", "A-1", "C-1", "C-1", "C-1"])
    let second = try Self.trail(journal, of: .serialNumber(Self.key("SN2")))
    #expect(second.map(\.seq) == [1, 2, 3, 7, 8, 9, 10, 11, 12])
    #expect(try Self.trail(journal, of: .serialNumber(Self.key("SN4"))).isEmpty)
  }

  @Test("a holder has the filings and the entries of his number")
  func ofHolder() throws {
    let acts = try Self.trail(history(), of: .holder(Self.key("971240001315")))
    #expect(acts.map(\.seq) == [4, 5, 6])
    #expect(try Self.trail(history(), of: .holder(Self.key("020240000555"))).count == 9)
  }

  @Test("what an act changed is told member by member, entries with one change together, personal data left out")
  func changes() throws {
    let acts = try Self.trail(history(), of: .serialNumber(Self.key("SN2")))
    let changes = acts.flatMap(\.changes)
    #expect(
      changes == [
        FieldChange.of(1...2, "enteredOn", nil, "2024-05-14"), FieldChange.of(1...2, "contacts", nil, nil),
        FieldChange.of(1...2, "legalAddress", "Астана, пр. Мангилик Ел, 55", "Алматы"),
        FieldChange.of(2...2, "excludedOn", nil, "2024-05-21"),
      ])
  }

  @Test("a unit that gets its number by a change is told from then on, with its number before")
  func renumbered() throws {
    var journal = try history()
    let change = try journal.add(
      Sample.change([3...3], EntryChanges(serialNumber: "SN9")), "2024-06-03 10:00", case: "C-2")
    try journal.add(Sample.registered(change), "2024-06-03 10:30", case: "C-2")
    try journal.add(Sample.changeEntered(change), "2024-06-04 10:00", case: "C-2")
    let exclusion = try journal.add(Sample.exclusion([3...3]), "2024-06-05 10:00", case: "E-2")
    let acts = try Self.trail(journal, of: .serialNumber(Self.key("SN9")))
    #expect(acts.map(\.caseNumber) == ["C-2", "C-2", "C-2", "E-2"])
    #expect(acts.flatMap(\.changes) == [FieldChange.of(3...3, "serialNumber", "SN3", "SN9")])
    #expect(acts.last?.seq == journal.lastSeq)
    _ = exclusion
  }

  @Test("a filing whose list comes in parts is told from its beginning when a part lists the number")
  func parts() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion([], quantity: 2, parts: 2), "2024-05-02 10:00", case: "A-1")
    try journal.add(
      UnitsListed(filing: filing, number: 1, units: [Sample.unit("SN1")]), "2024-05-02 10:01", case: "A-1")
    try journal.add(
      UnitsListed(filing: filing, number: 2, units: [Sample.unit("SN2")]), "2024-05-02 10:02", case: "A-1")
    let digest = Digest.sha256(of: journal.leaves[2].bytes + journal.leaves[3].bytes)
    try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "A-1")
    try journal.add(Sample.included(filing, 1...2, parts: digest), "2024-05-08 11:00", case: "A-1")
    let exclusion = try journal.add(Sample.exclusion([], parts: 1), "2024-06-03 10:00", case: "E-1")
    try journal.add(
      EntriesListed(entries: [Sample.range(2...2)], filing: exclusion, number: 1), "2024-06-03 10:01", case: "E-1")
    #expect(try Self.trail(journal, of: .serialNumber(Self.key("SN2"))).map(\.seq) == [1, 2, 3, 4, 5, 6, 7])
    #expect(try Self.trail(journal, of: .serialNumber(Self.key("SN1"))).map(\.seq) == [1, 2, 3, 4, 5])
  }

  @Test("an act that does not stand is told and marked, and changes nothing")
  func notStanding() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
    try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "A-1")
    try journal.add(Sample.included(filing), "2024-05-06 11:00", case: "A-1", by: .applicant)
    let act = try #require(try Self.trail(journal, of: .caseNumber(Self.key("A-1"))).last)
    #expect(act.standing == .fails)
    #expect(act.verdicts == [.notAuthorised])
    #expect(act.summary == "included as entries 1 (УВ-1), which does not stand")
    #expect(act.changes.isEmpty && act.terms.isEmpty)
    #expect(act.signedBy.first?.signer?.roles == ["applicant"])
  }

  @Test("without verification a trail names the keys and no holder, verdict or standing")
  func unverified() throws {
    let verified = try Self.trail(history(), of: .caseNumber(Self.key("A-1")))
    let read = try Self.trail(history(), of: .caseNumber(Self.key("A-1")), mode: .none)
    #expect(read.map { $0.signedBy.map(\.kid) } == verified.map { $0.signedBy.map(\.kid) })
    #expect(
      read.allSatisfy { $0.standing == nil && $0.verdicts.isEmpty && $0.signedBy.allSatisfy { $0.signer == nil } })
    #expect(read.map(\.summary) == verified.map(\.summary))
  }

  @Test("a complaint against an act of the trail belongs to it, and so does what is done about it")
  func complaint() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
    try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "A-1")
    let refused = try journal.add(Sample.refused(filing), "2024-05-06 11:00", case: "A-1")
    let complaint = try journal.add(Sample.complaint(against: refused), "2024-05-10 11:00", case: "J-1")
    try journal.add(Sample.complaintDecided(complaint), "2024-05-11 11:00", case: "J-1")
    let acts = try Self.trail(journal, of: .caseNumber(Self.key("A-1")))
    #expect(acts.map(\.seq) == [1, 2, 3, 4, 5])
    #expect(
      acts.suffix(3).map(\.summary) == [
        "refused (МО-1): unreliable", "complaint by ТОО Майнер 020240000555, addressed to the provider",
        "complaint decided by the provider (Ж-1): dismissed",
      ])
  }

  @Test("a trail as at an instant ends there")
  func asAt() throws {
    #expect(
      try Self.trail(history(), of: .serialNumber(Self.key("SN2")), asAt: "2024-05-16 23:00").map(\.seq) == [
        1, 2, 3, 7, 8,
      ])
  }
}

extension FieldChange {
  static func of(_ entries: ClosedRange<Int64>, _ member: String, _ before: String?, _ after: String?) -> FieldChange {
    FieldChange(place: .entries(Sample.range(entries)), member: member, before: before, after: after)
  }
}
