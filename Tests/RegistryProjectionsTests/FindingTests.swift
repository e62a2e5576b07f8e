import RegistryEvents
@testable import RegistryProjections
import Testing

/// What an audit finds in a journal, as at a time in Astana.
func findings(
  _ journal: JournalBuilder, asAt: String = "2024-12-31 23:00", mode: VerificationMode = .full
) throws -> [AuditFinding] {
  let instant = try journal.instant(asAt)
  let (audited, report) = try journal.replay(
    asAt: asAt, mode: mode,
    into: { (findings: Findings(asAt: instant), registers: Registers(), deadlines: Deadlines()) },
    seeing: { $0.findings.follow($1, $2, registers: $0.registers) },
    fold: {
      $0.registers.apply($1, $2)
      $0.deadlines.apply($1, $2)
    })
  let rows = audited.deadlines.rows(asAt: report.asOf.effective, calendar: report.calendar, time: report.time)
  return audited.findings.all(rows, report)
}

/// A finding, a journal that shows it, and one like it that does not.
struct FindingCase: Sendable, CustomTestStringConvertible {
  let code: String
  let clause: String
  let severity: Severity
  /// What the words of the finding hold beside what its kind says.
  let text: String
  var asAt = "2024-12-31 23:00"
  /// Builds the journal: with the fault, or without it.
  let build: @Sendable (_ journal: inout JournalBuilder, _ isWrong: Bool) throws -> Void
  var testDescription: String { code }
}

extension JournalBuilder {
  /// A filing that is filed and registered on 2 May 2024: due on 13 May, its notice and a refusal of its package on 4 May.
  mutating func registered(
    _ filed: InclusionFiled = Sample.inclusion(), at: String = "2024-05-02 10:00", case caseNumber: String = "A-1"
  ) throws -> UUIDv7 {
    let filing = try add(filed, at, case: caseNumber)
    try add(Sample.registered(filing), at, case: caseNumber)
    return filing
  }

  /// Entries 1 to 3, of the units SN1 to SN3.
  mutating func entries() throws {
    let filing = try registered(Sample.inclusion(["SN1", "SN2", "SN3"]), at: "2024-03-04 10:00", case: "A-0")
    try add(Sample.included(filing, 1...3), "2024-03-05 10:00", case: "A-0")
  }

  mutating func exclusion(_ entries: [ClosedRange<Int64>] = [1...1]) throws -> UUIDv7 {
    let filing = try add(Sample.exclusion(entries), "2024-05-02 10:00", case: "E-1")
    try add(Sample.registered(filing), "2024-05-02 10:00", case: "E-1")
    return filing
  }
}

@Suite("Findings")
struct FindingTests {
  @Test(
    "each finding is made in a journal that has the fault, with its clause and its reason, and not in one without",
    arguments: FindingCase.all)
  func finding(example: FindingCase) throws {
    var wrong = try JournalBuilder()
    try example.build(&wrong, true)
    let found = try findings(wrong, asAt: example.asAt).filter { $0.code == example.code }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.clause.place == example.clause)
    #expect(finding.severity == example.severity)
    #expect(finding.text.contains(example.text), "\(finding.text)")
    let kind = try #require(FindingCatalogue.all().first { $0.code == example.code })
    #expect(finding.text.hasPrefix(kind.text))
    var right = try JournalBuilder()
    try example.build(&right, false)
    #expect(try !findings(right, asAt: example.asAt).contains { $0.code == example.code })
  }

  @Test("every finding of the catalogue has its example")
  func catalogue() {
    let kinds = FindingCatalogue.all()
    #expect(Set(kinds.map(\.code)) == Set(FindingCase.all.map(\.code)))
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds {
      #expect(kind.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
      #expect(!kind.text.isEmpty && !kind.text.hasSuffix("."))
    }
  }

  @Test("a case that goes by the book gives nothing to find")
  func nothing() throws {
    var journal = try JournalBuilder()
    try journal.entries()
    let filing = try journal.registered()
    let notice = try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: "A-1")
    let hearing = try journal.add(Sample.hearingHeld(filing, notice: notice), "2024-05-06 10:00", case: "A-1")
    try journal.add(Sample.refused(filing, hearing: hearing), "2024-05-10 10:00", case: "A-1")
    #expect(try findings(journal) == [])
  }

  @Test("findings come by line, then code, and without verification but for those that need signers")
  func order() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered(Sample.inclusion(["SN 1"], holder: "1", documents: []))
    try journal.add(Sample.refused(filing), "2024-05-20 19:00", case: "A-1")
    let found = try findings(journal)
    let keys = found.map { "\($0.seq) \($0.code)" }
    #expect(keys == keys.sorted())
    #expect(
      found.map(\.code) == [
        "document-missing", "identifier-check-digit", "serial-malformed", "inclusion-result-late",
        "refused-without-hearing", "refused-without-hearing-notice",
      ])
    #expect(try findings(journal, mode: .none) == found)
    #expect(found.allSatisfy { $0.caseNumber == "A-1" })
  }

  @Test("what a walk finds is told with the place of the format that it breaks")
  func walk() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered()
    try journal.add(Sample.included(filing), "2024-05-06 10:00", case: "A-1", by: .applicant)
    let found = try #require(try findings(journal).first { $0.code == "role-not-allowed" })
    #expect(found.clause.description == "journal format, §5")
    #expect(found.seq == 3)
    #expect(found.rule == nil)
    #expect(found.severity == .breach)
  }

  @Test("an act dated after its recording is found, where the audit goes on past it")
  func datedAfterRecording() throws {
    var journal = try JournalBuilder()
    try journal.add(Sample.inclusion(), "2024-05-02 10:04", recorded: "2024-05-02 10:00", case: "A-1")
    var findings = Findings()
    let registers = Registers()
    let report = try Replay(asOf: AsOf(effective: .latest), damage: .report).pass(
      [journal.reader()], known: { findings.follow($0, $1, registers: registers) }, fold: { _, _ in }
    ).report
    let found = findings.all([], report)
    #expect(found.map(\.code) == ["at-after-recorded"])
    #expect(found.first?.clause.place == "§3")
  }

  @Test("as at an instant, only what was done by then is found")
  func asAt() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered()
    try journal.add(Sample.refused(filing), "2024-05-20 10:00", case: "A-1")
    #expect(try findings(journal, asAt: "2024-05-13 18:00") == [])
    #expect(try findings(journal, asAt: "2024-05-14 18:00").map(\.code) == ["inclusion-result-overdue"])
    #expect(try findings(journal, asAt: "2024-05-20 18:00").contains { $0.code == "inclusion-result-late" })
  }

  @Test("acts of a time of which no text is known are told once, and not judged")
  func notJudged() throws {
    var journal = try JournalBuilder()
    let filing = try journal.registered(Sample.inclusion(documents: []), at: "2023-07-03 10:00")
    try journal.add(Sample.refused(filing), "2023-08-20 10:00", case: "A-1")
    let found = try findings(journal)
    #expect(found.map(\.code) == ["not-judged"])
    #expect(found.first?.text.contains("3 of them; the text of 138-НҚ in the edition of 138-НҚ is not known") == true)
  }

  @Test("no finding tells what the register does not show of a person")
  func personalData() throws {
    for example in FindingCase.all {
      var journal = try JournalBuilder()
      try example.build(&journal, true)
      for finding in try findings(journal, asAt: example.asAt) {
        for secret in ["+7", "AAAA", "Иванов", "Ахметов", "Возражает", "020240000556"] {
          #expect(!finding.text.contains(secret))
        }
      }
    }
  }
}
