import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("Deadlines by what is known")
struct DeadlineKnowledgeTests {
  @Test("a calendar declared in the journal moves terms for whoever knows it, and the term names the line")
  func declaredCalendar() throws {
    var (journal, _) = try DeadlineTests.registered("2024-06-03 10:00")
    try journal.add(Sample.calendar(off: ["2024-06-05"], working: ["2024-06-08"]), "2024-06-04 10:00")
    let before = try deadlines(journal, asAt: "2024-06-30 10:00", known: .seq(2)).only("A10")
    #expect(before.due?.description == "2024-06-10")
    #expect(before.calendarSeq == nil)
    let after = try deadlines(journal, asAt: "2024-06-30 10:00", known: .seq(3)).only("A10")
    #expect(after.due?.description == "2024-06-10")
    #expect(after.calendarSeq == 3)
    #expect(
      try deadlines(journal, asAt: "2024-06-30 10:00", known: .seq(3)).only("A09").due?.description == "2024-06-06")
    #expect(
      try deadlines(journal, asAt: "2024-06-30 10:00", known: .seq(2)).only("A09").due?.description == "2024-06-05")
  }

  @Test("Kurban Ait of 2024 moved on 7 June: known at a line or an instant before, the term ends a working day later")
  func kurbanAit() throws {
    var (journal, _) = try DeadlineTests.registered("2024-06-06 10:00")
    try journal.add(Sample.inclusion(["SN2"]), "2024-06-10 10:00", case: "A-2")
    func due(_ known: AsOf.Known) throws -> String? {
      try deadlines(journal, asAt: "2024-06-30 10:00", known: known).first { $0.obligation == "A10" }?.due?.description
    }
    #expect(try due(.seq(2)) == "2024-06-13")
    let (later, _) = try DeadlineTests.registered("2024-06-06 10:00")
    let report = try later.replay(known: .instant(later.instant("2024-06-06 12:00"))) { _, _ in }
    #expect(report.calendar == .default(knownOn: try #require(LocalDate("2024-06-06"))))
    #expect(report.calendar != .default)
    let byLine = try journal.replay(known: .seq(2)) { _, _ in }
    #expect(byLine.calendar == report.calendar)
    let lineAfter = try journal.replay(known: .seq(3)) { _, _ in }
    #expect(lineAfter.calendar == .default(knownOn: try #require(LocalDate("2024-06-10"))))
    let latest = try later.replay(known: .latest) { _, _ in }
    #expect(latest.calendar == .default)
  }

  @Test("a change of the offset moves the instant at which a term ends")
  func offset() throws {
    var (journal, _) = try DeadlineTests.registered("2024-05-02 10:00")
    try journal.add(
      OffsetDeclared(from: try journal.instant("2024-05-10 00:00"), offsetSeconds: 6 * 3600, source: "Приказ"),
      "2024-05-03 10:00")
    let row = try deadlines(journal, asAt: "2024-05-03 12:00").only("A10")
    #expect(row.due?.description == "2024-05-13")
    #expect(row.dueInstant?.description == "2024-05-13T12:30:00Z")
  }

  @Test("what was done after the instant asked for is not looked at, though it was folded")
  func asAtWithinOneFold() throws {
    var (journal, filing) = try DeadlineTests.registered("2024-05-02 10:00")
    try journal.add(Sample.included(filing), "2024-05-08 10:00", case: "A-1")
    var all = Deadlines()
    let report = try journal.replay { all.apply($0, $1) }
    for day in 1...20 {
      let asAt = "2024-05-\(day < 10 ? "0" : "")\(day) 12:00"
      let rows = all.rows(asAt: try journal.instant(asAt), calendar: report.calendar, time: report.time)
      #expect(rows.short == (try deadlines(journal, asAt: asAt).short), "\(asAt)")
    }
  }

  @Test("rows come by last day, then case, then obligation, whatever the order of the lines")
  func order() throws {
    var journal = try JournalBuilder()
    for name in ["B-1", "A-2", "A-1"] {
      let filing = try journal.add(Sample.inclusion([name]), "2024-05-02 10:00", case: name)
      try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: name)
    }
    let rows = try deadlines(journal, asAt: "2024-05-02 12:00")
    let keys = rows.map { "\($0.due?.description ?? "~") \($0.caseNumber ?? "") \($0.obligation)" }
    #expect(keys == keys.sorted())
    #expect(keys.count == 12)
    var all = Deadlines()
    let report = try journal.replay { all.apply($0, $1) }
    let one = all.rows(asAt: .latest, calendar: report.calendar, time: report.time) { $0 == "A-2" }
    #expect(one.count == 4 && one.allSatisfy { $0.caseNumber == "A-2" })
  }

  @Test("the digest is that of the acts folded: alike for alike journals, whatever is verified, and other for others")
  func digest() throws {
    func digest(_ journal: JournalBuilder, _ mode: VerificationMode) throws -> Digest {
      var deadlines = Deadlines()
      _ = try journal.replay(mode: mode) { deadlines.apply($0, $1) }
      return deadlines.digest()
    }
    var (journal, filing) = try DeadlineTests.registered("2024-05-02 10:00")
    let before = try digest(journal, .full)
    #expect(try digest(journal, .none) == before)
    #expect(try digest(journal, .chain) == before)
    try journal.add(Sample.included(filing), "2024-05-08 10:00", case: "A-1")
    #expect(try digest(journal, .full) != before)
    #expect(Deadlines().digest() != before)
  }

  @Test("a duty that ends another leads in no circle, so that every last day can be counted")
  func noCircles() throws {
    let duties = try LawFixture.provisions().duties
    for duty in duties {
      var seen: Set<String> = [duty.id]
      var next = duty
      while case .end(let other) = next.start {
        #expect(seen.insert(other).inserted)
        next = try #require(duties.first { $0.id == other })
      }
    }
  }

  @Test("a term takes forty-eight bytes")
  func size() { #expect(MemoryLayout<TermRecord>.stride == 48) }
}
