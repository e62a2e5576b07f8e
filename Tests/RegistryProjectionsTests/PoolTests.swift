import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Accreditation of pools")
struct PoolTests {
  private func codes(_ journal: JournalBuilder, asAt: String = "2024-12-31 23:00") throws -> [String] {
    try findings(journal, asAt: asAt).map(\.code)
  }

  @Test("a pool that goes by the book is accredited, with nothing to find")
  func byTheBook() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    #expect(try codes(journal).isEmpty)
    let entry = try #require(try journal.pools(asAt: "2024-12-31 23:00").entries.first)
    let layout = try #require(Order142.provisions.register)
    #expect(
      entry.value(layout) == [
        "bin": "020240000555", "case": "P-1", "certificate": "C-1", "endedOn": .null, "enteredOn": "2024-02-29",
        "issuedOn": "2024-02-29", "legalAddress": "Астана, пр. Мангилик Ел, 55",
        "location": "Караганда, ул. Ермекова, 1", "name": "ТОО Пул 020240000555", "validUntil": "2025-02-28",
      ])
  }

  @Test(
    "P01: accreditation is valid for one year from the day of issue, from 29 February to 28 February (I-27)",
    arguments: [
      ("2024-02-29 10:00", "2025-02-28"), ("2023-09-20 10:00", "2024-09-20"), ("2023-12-29 10:00", "2024-12-29"),
    ])
  func oneYear(issued: String, last: String) throws {
    var journal = try JournalBuilder()
    try journal.accredited("C-1", PoolSample.accreditation(), issued)
    let register = try journal.pools(asAt: "2026-01-01 10:00")
    let day = try #require(LocalDate(last))
    #expect(register.entries.first?.validUntil == day)
    #expect(register.totals(on: day) == [.standing: 1])
    #expect(register.totals(on: day.adding(days: 1)) == [.expired: 1])
    // The state is derived: no act says it, and the digest of the register is the same on both days.
    #expect(try journal.pools(asAt: "2024-12-31 10:00").digest() == register.digest())
  }

  @Test("P01, I-26: a certificate has a number of its own, which no other has")
  func certificateNumbers() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let filing = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(), case: "P-2")
    let refusal = try journal.poolRefusal(
      "certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00", case: "P-2")
    #expect(refusal?.code == .entryReference && refusal?.rule == "P01")
    #expect(
      try journal.poolRefusal(
        "certificateIssued", PoolSample.issued(filing, "C-2"), "2024-05-03 10:00", case: "P-2") == nil)
  }

  @Test("P01: what a court decides is recorded and shown, and changes no entry")
  func corrected() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let before = try journal.pools(asAt: "2024-12-31 23:00").digest()
    try journal.pools("correctedByAuthority", PoolSample.corrected(), "2024-06-03 10:00")
    #expect(try journal.pools(asAt: "2024-12-31 23:00").digest() == before)
    #expect(try codes(journal) == ["corrected-by-authority"])
  }

  @Test(
    "P02: a pool that is accredited without one of the seven conditions is found, with the condition's clause",
    arguments: zip(
      PoolSample.package,
      [
        ("reserve-hardware-missing", "4 sub 3"), ("channels-missing", "4 sub 4"), ("support-missing", "4 sub 5"),
        ("interface-missing", "4 sub 6"), ("integration-missing", "4 sub 7"),
      ]))
  func conditions(kind: String, expected: (code: String, clause: String)) throws {
    var journal = try JournalBuilder()
    try journal.accredited("C-1", PoolSample.accreditation(PoolSample.package.filter { $0 != kind }))
    let found = try findings(journal)
    #expect(found.map(\.code) == ["document-missing", expected.code])
    #expect(found.last?.clause.place == expected.clause && found.last?.severity == .breach)
  }

  @Test("P02: without a location, or without the act of the security test on record, the condition is not met")
  func conditionsBesideThePackage() throws {
    var nowhere = try JournalBuilder()
    try nowhere.accredited("C-1", PoolSample.accreditation(changing: ["location": nil]))
    #expect(try codes(nowhere) == ["pool-location-missing"])
    var untested = try JournalBuilder()
    let filing = try untested.pools("accreditationFiled", PoolSample.accreditation(), "2024-05-02 10:00")
    try untested.pools("registered", PoolSample.registered(filing), "2024-05-02 10:00")
    try untested.pools("stateRecordObtained", PoolSample.stateRecord(filing), "2024-05-02 11:00")
    try untested.pools("certificateIssued", PoolSample.issued(filing), "2024-05-02 12:00")
    let found = try findings(untested)
    #expect(found.map(\.code) == ["security-test-missing"])
    #expect(found.first?.clause.description == "142-НҚ, 4 sub 2")
  }

  @Test("P02: a document that had expired on the day of the grant shows nothing")
  func expiredEvidence() throws {
    var documents = PoolSample.package.map { PoolSample.document($0) }
    documents[0] = PoolSample.document("reserveLetter", validUntil: "2024-02-28")
    var journal = try JournalBuilder()
    try journal.accredited("C-1", PoolSample.accreditation(changing: ["documents": .array(documents)]))
    #expect(try codes(journal) == ["document-expired", "reserve-hardware-missing"])
  }

  @Test("P03: only a legal entity is accredited, and only on its own application")
  func recipient() throws {
    var journal = try JournalBuilder()
    let person = PoolSample.applicant("061211600012", kind: "individualEntrepreneur")
    try journal.accredited("C-1", PoolSample.accreditation(by: person))
    #expect(try codes(journal) == ["recipient-not-eligible"])
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    let refusal = try journal.poolRefusal("certificateIssued", PoolSample.issued(nothing, "C-2"), "2024-05-03 10:00")
    #expect(refusal?.code == .filingUnknown && refusal?.rule == "P03")
    let filing = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(), case: "P-2")
    let elsewhere = try journal.poolRefusal("certificateIssued", PoolSample.issued(filing, "C-2"), "2024-05-03 10:00")
    #expect(elsewhere?.code == .caseDiffers)
    let other = try journal.poolRefusal(
      "certificateReissued", PoolSample.reissued(filing), "2024-05-03 10:00", case: "P-2")
    #expect(other?.code == .serviceDiffers)
  }

  @Test("P03: a БИН whose check digit is wrong is found, and no certificate is issued on it")
  func identifier() throws {
    var journal = try JournalBuilder()
    let wrong = PoolSample.accreditation(by: PoolSample.applicant("020240000556"))
    let filing = try journal.poolFiled("accreditationFiled", wrong)
    #expect(try codes(journal, asAt: "2024-05-03 10:00") == ["identifier-check-digit"])
    let refusal = try journal.poolRefusal("certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00")
    #expect(refusal?.code == .identifierInvalid)
  }

  @Test("P10: without consent to personal data no certificate is issued; a refusal names a ground of the list")
  func consent() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(changing: ["consent": false]))
    let refusal = try journal.poolRefusal("certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00")
    #expect(refusal?.code == .consentMissing && refusal?.clause.place == "App. 2 it. 9 sub 5")
  }

  @Test(
    "P13: what the provider takes from state systems is no part of the package, and must be on record for a decision")
  func stateRecords() throws {
    var journal = try JournalBuilder()
    let filing = try journal.pools("accreditationFiled", PoolSample.accreditation(), "2024-05-02 10:00")
    try journal.pools("registered", PoolSample.registered(filing), "2024-05-02 10:00")
    #expect(try codes(journal, asAt: "2024-05-03 10:00").isEmpty)
    try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00")
    #expect(try codes(journal) == ["security-test-missing", "state-record-missing"])
  }

  @Test("P14: the stages reported to the monitoring system are recorded of a filing that is there, and move nothing on")
  func stages() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled()
    let before = try deadlines(journal, asAt: "2024-05-03 10:00").short
    #expect(try journal.poolRefusal("stageReported", PoolSample.stage(filing), "2024-05-02 12:00") == nil)
    try journal.pools("stageReported", PoolSample.stage(filing), "2024-05-02 12:00")
    #expect(try deadlines(journal, asAt: "2024-05-03 10:00").short == before)
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    let refusal = try journal.poolRefusal("stageReported", PoolSample.stage(nothing), "2024-05-02 12:00")
    #expect(refusal?.code == .filingUnknown)
  }

  @Test("P11: a re-issue changes what the register says of the pool, and not the term of its accreditation (I-27)")
  func reissued() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let moved = PoolSample.reissue("C-1", changing: ["location": "Алматы, ул. Фурманова, 5"])
    let filing = try journal.poolFiled("reissueFiled", moved, case: "P-2")
    try journal.pools("certificateReissued", PoolSample.reissued(filing), "2024-05-03 10:00", case: "P-2")
    #expect(try codes(journal).isEmpty)
    let register = try journal.pools(asAt: "2024-12-31 23:00")
    let entry = try #require(register.entries.first)
    let values = entry.value(register.layout)
    #expect(register.count == 1 && entry.validUntil?.description == "2025-02-28")
    #expect(values["location"]?.string == "Алматы, ул. Фурманова, 5")
    #expect(values["legalAddress"]?.string == "Алматы, пр. Абая, 1")
    #expect(values["issuedOn"]?.string == "2024-02-29")
  }

  @Test("P11, I-29c: a re-issue names a certificate that stands, or nothing is re-issued")
  func reissueOfNothing() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled("reissueFiled", PoolSample.reissue("C-9"))
    let refusal = try journal.poolRefusal("certificateReissued", PoolSample.reissued(filing), "2024-05-03 10:00")
    #expect(refusal?.code == .changeWithoutEntry && refusal?.rule == "P11")
    try journal.pools("certificateReissued", PoolSample.reissued(filing), "2024-05-03 10:00")
    #expect(try codes(journal) == ["change-without-entry"])
  }

  @Test("P11: a certificate that has run out is re-issued only with a finding")
  func reissueOfExpired() throws {
    for (at, codes) in [("2025-02-28 17:00", []), ("2025-03-03 10:00", ["change-without-entry"])] {
      var journal = try JournalBuilder()
      try journal.accredited()
      let filing = try journal.poolFiled("reissueFiled", PoolSample.reissue(), "2025-02-28 10:00", case: "P-2")
      try journal.pools("certificateReissued", PoolSample.reissued(filing), at, case: "P-2")
      #expect(try self.codes(journal, asAt: "2025-12-31 23:00").filter { $0.hasPrefix("change") } == codes)
    }
  }

  @Test(
    "P10, P11, I-29: a certificate is signed by the authorised person or the head, and by nobody else",
    arguments: ["certificateIssued", "certificateReissued"])
  func signatories(act: String) throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let isReissue = act == "certificateReissued"
    let filing = try journal.poolFiled(
      isReissue ? "reissueFiled" : "accreditationFiled",
      isReissue ? PoolSample.reissue() : PoolSample.accreditation(), case: "P-2")
    let what = isReissue ? PoolSample.reissued(filing) : PoolSample.issued(filing, "C-2")
    for signer in [JournalBuilder.Signer.authorisedPerson, .headOfProvider] {
      #expect(try journal.poolRefusal(act, what, "2024-05-03 10:00", case: "P-2", by: signer) == nil)
    }
    for signer in [JournalBuilder.Signer.providerEmployee, .headOfUnit, .applicant] {
      let refusal = try journal.poolRefusal(act, what, "2024-05-03 10:00", case: "P-2", by: signer)
      #expect(refusal?.code == .signatoryNotCompetent)
    }
  }

  @Test("P12: a re-issue is refused further consideration without a hearing, an accreditation is not refused so")
  func reissueRefused() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let filing = try journal.poolFiled("reissueFiled", PoolSample.reissue(), case: "P-2")
    let what = PoolSample.reissueRefused(filing)
    #expect(try journal.poolRefusal("reissueRefused", what, "2024-05-13 10:00", case: "P-2") == nil)
    let employee = try journal.poolRefusal(
      "reissueRefused", what, "2024-05-13 10:00", case: "P-2", by: .providerEmployee)
    #expect(employee?.code == .signatoryNotCompetent)
    try journal.pools("reissueRefused", what, "2024-05-04 10:00", case: "P-2")
    #expect(try codes(journal).isEmpty)
    let first = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(), "2024-05-14 10:00", case: "P-3")
    let wrong = try journal.poolRefusal(
      "reissueRefused", PoolSample.reissueRefused(first), "2024-05-15 10:00", case: "P-3")
    #expect(wrong?.code == .serviceDiffers)
  }

  @Test("P06: the chancery refuses to accept paper, which opens no term; what is registered is no longer refused so")
  func intake() throws {
    var journal = try JournalBuilder()
    let paper = PoolSample.accreditation(["reserveLetter"], channel: "chancery")
    let filing = try journal.pools("accreditationFiled", paper, "2024-05-02 10:00", by: .chanceryWorker)
    var refused = journal
    try refused.pools("intakeRefused", PoolSample.intakeRefused(filing), "2024-05-02 11:00")
    #expect(try deadlines(refused, asAt: "2024-06-30 10:00").map(\.obligation) == ["P05"])
    try journal.pools("registered", PoolSample.registered(filing), "2024-05-02 11:00")
    let late = try journal.poolRefusal("intakeRefused", PoolSample.intakeRefused(filing), "2024-05-02 12:00")
    #expect(late?.code == .intakeAfterRegistration && late?.rule == "P06")
  }
}
