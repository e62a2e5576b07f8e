import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("Licences")
struct LicenceTests {
  /// Why an act is refused after a journal; `nil` where it passes.
  private func refusal(
    _ type: String, _ what: CanonicalValue, after journal: JournalBuilder, _ at: String = "2024-05-10 10:00",
    case number: String? = nil, by role: Role = .authorisedPerson, law: RuleBook = .standard
  ) throws -> String? {
    var cases = Cases(law: law)
    var registers = Registers(law: law)
    let report = try journal.replay { act, context in
      cases.apply(act, context)
      registers.apply(act, context)
    }
    let draft = ActDraft(
      type: type, version: 1, what: what, at: try journal.instant(at), case: number,
      id: UUIDv7(milliseconds: 1, random: (9, 9)), journal: JournalBuilder.origin)
    #expect(ActCatalogue.standard.entry(type: type, version: 1)?.problem(of: what) == nil)
    let signers = [Signer(holder: KeyHolder(id: "h", name: "h"), roles: [role.id])]
    do {
      try CaseDecider(law: law).admit(draft, signers: signers, cases: cases, registers: registers, time: report.time)
      return nil
    } catch {
      return "\(error.code.rawValue) \(error.rule) \(error.clause)"
    }
  }

  private func register(_ journal: JournalBuilder, asAt: String? = nil, law: RuleBook = .standard) throws
    -> EntryRegister
  {
    var register = try #require(EntryRegister("licences", law: law))
    _ = try journal.replay(asAt: asAt) { register.apply($0, $1) }
    return register
  }

  private func members(of type: String) throws -> Set<String> {
    let entry = try #require(ActCatalogue.standard.entry(type: type, version: 1))
    guard case .object(let members) = entry.schema else { return [] }
    return Set(members.map(\.name))
  }

  @Test("L13: the application has the fields of its form, the documents and how it came in, and no others")
  func application() throws {
    #expect(
      try members(of: "licences.applicationFiled") == [
        "address", "applicant", "asksFor", "channel", "consent", "contacts", "dataCentreAddress", "documents",
        "documentsTrue", "electricity", "filledOn", "noCourtBan", "officialContacts", "sheets", "signature", "signedBy",
      ])
  }

  @Test("L13: no term runs from an application, silence means nothing, and a refusal on any ground is recorded (I-40)")
  func noTerm() throws {
    var journal = try JournalBuilder()
    let filing = try journal.apply()
    #expect(try deadlines(journal, asAt: "2026-12-31 10:00").isEmpty)
    #expect(try findings(journal, asAt: "2026-12-31 10:00").isEmpty)
    let what = LicenceSample.refused(filing, ground: "any")
    #expect(try refusal("licences.refused", what, after: journal, case: "L-1") == nil)
    try journal.add(type: "licences.refused", what: what, "2024-05-10 10:00", case: "L-1")
    #expect(try findings(journal, asAt: "2026-12-31 10:00").isEmpty)
    #expect(try register(journal).count == 0)
  }

  @Test("L13: a licence needs an application that is taken in, consents and names a number that can be one")
  func gate() throws {
    var journal = try JournalBuilder()
    let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
    func issue(_ filing: UUIDv7, _ journal: JournalBuilder) throws -> String? {
      try refusal("licences.subtypeOneIssued", LicenceSample.subtypeOne(filing), after: journal, case: "L-1")
    }
    #expect(try issue(nothing, journal) == "filing-unknown L13 169-НҚ, App. 1")
    let filed = try journal.add(
      type: "licences.applicationFiled", what: LicenceSample.application(), "2024-05-02 10:00", case: "L-1",
      by: .applicant)
    #expect(try issue(filed, journal) == "not-registered L13 169-НҚ, App. 1")
    let silent = try journal.apply(for: LicenceSample.application(consent: false))
    #expect(try issue(silent, journal) == "consent-missing L13 169-НҚ, App. 1")
    let wrong = try journal.apply(for: LicenceSample.application("941240000194"))
    #expect(try issue(wrong, journal) == "identifier-check-digit L13 169-НҚ, App. 1")
    let right = try journal.apply()
    #expect(try issue(right, journal) == nil)
    let taken = try refusal(
      "licences.registered", ["filing": .string(right.description), "incomingNumber": "1"], after: journal, case: "L-1",
      by: .chanceryWorker)
    #expect(taken == "registered-already L13 169-НҚ, App. 1")
  }

  @Test("L14: a licence of subtype I is signed by the head or the authorised person, and its number is free")
  func licence() throws {
    var journal = try JournalBuilder()
    try journal.licence()
    let filing = try journal.apply(case: "L-5")
    func issue(_ number: String, by role: Role) throws -> String? {
      try refusal(
        "licences.subtypeOneIssued", LicenceSample.subtypeOne(filing, number), after: journal, case: "L-5", by: role)
    }
    #expect(try issue("L-5", by: .headOfProvider) == nil)
    #expect(try issue("L-5", by: .providerEmployee) == "signatory-not-competent L14 169-НҚ, App. 4")
    #expect(try issue("l-1", by: .authorisedPerson) == "entry-reference L14 169-НҚ, App. 4")
  }

  @Test("L14, L15: both licences have the fields of their forms, which are alike, and what they were issued on")
  func fields() throws {
    let form = [
      "activity", "firstIssuedOn", "licence", "note", "place", "provider", "signatory", "specialConditions", "subtype",
      "validUntil",
    ]
    let one = try members(of: "licences.subtypeOneIssued")
    let two = try members(of: "licences.subtypeTwoIssued")
    #expect(one.subtracting(form) == ["filing", "hasHardware", "pool", "technicalConditions"])
    #expect(two.subtracting(form) == ["address", "applicant", "documents", "host", "inclusionNotice", "pool"])
    #expect(one.isSuperset(of: form) && two.isSuperset(of: form))
  }

  @Test("L15: a licence of subtype II is entered without an application, on the facts that it states (I-40)")
  func standsAlone() throws {
    var journal = try JournalBuilder()
    try journal.licence()
    let what = LicenceSample.subtypeTwo()
    #expect(try refusal("licences.subtypeTwoIssued", what, after: journal) == nil)
    #expect(
      try refusal("licences.subtypeTwoIssued", what, after: journal, by: .providerEmployee)
        == "signatory-not-competent L15 169-НҚ, App. 5")
    try journal.add(type: "licences.subtypeTwoIssued", what: what, "2024-05-06 10:00")
    let register = try register(journal)
    let (first, second) = (try #require(IdentifierKey("L-1")), try #require(IdentifierKey("L-2")))
    let row = try #require(register.entry(second)).value(register.layout)
    #expect(row["subtype"] == "II" && row["host"] == "L-1" && row["address"] == "Алматы, Абай, 1")
    #expect(row["holderId"] == .string(LicenceSample.hosted))
    // What the licence of subtype II has not is absent (I-43).
    #expect(row["dataCentreAddress"] == .null && row["electricity"] == .null)
    #expect(register.entry(first)?.value(register.layout)["electricity"] == "singlePurchaser")
  }

  @Test(
    "L16, L17: an annex belongs to a licence of the register; that to subtype II has no data centre and no electricity")
  func annexes() throws {
    let one = try members(of: "licences.subtypeOneAnnexIssued")
    let two = try members(of: "licences.subtypeTwoAnnexIssued")
    #expect(one.subtracting(two) == ["dataCentreAddress", "electricity", "filing"])
    #expect(
      two == ["licence", "number", "provider", "signatory", "specialConditions", "subtype", "validUntil"])
    var journal = try JournalBuilder()
    try journal.licence()
    #expect(
      try refusal("licences.subtypeOneAnnexIssued", LicenceSample.annexOne("L-8"), after: journal)
        == "entry-unknown L16 169-НҚ, App. 6")
    try journal.add(type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo(), "2024-05-06 10:00")
    for annex in [LicenceSample.annexOne(), LicenceSample.annexTwo()] {
      let type = annex["subtype"] == "I" ? "licences.subtypeOneAnnexIssued" : "licences.subtypeTwoAnnexIssued"
      #expect(try refusal(type, annex, after: journal) == nil)
      try journal.add(type: type, what: annex, "2024-05-07 10:00")
    }
    let register = try register(journal)
    let rows = register.entries.map { $0.value(register.layout) }
    #expect(rows.map { $0["annexes"] } == [["1"], ["1"]])
    #expect(rows[0]["dataCentreAddress"] == "Қарағанды, Бұқар жырау, 7" && rows[0]["electricity"] == "offGridProducer")
    #expect(rows[1]["dataCentreAddress"] == .null)
  }

  @Test("L13, L16: an application for an annex alone is decided by the annex")
  func annexAlone() throws {
    var journal = try JournalBuilder()
    try journal.licence()
    let filing = try journal.apply(for: LicenceSample.application(asksFor: "annex"), on: "2024-06-03", case: "L-9")
    let what = LicenceSample.annexOne(filing: filing)
    #expect(try refusal("licences.subtypeOneAnnexIssued", what, after: journal, "2024-06-04 10:00", case: "L-9") == nil)
    try journal.add(type: "licences.subtypeOneAnnexIssued", what: what, "2024-06-04 10:00", case: "L-9")
    var cases = Cases()
    _ = try journal.replay { cases.apply($0, $1) }
    #expect(cases.filing(filing)?.stage == .granted)
    let unknown = LicenceSample.annexOne(filing: UUIDv7(milliseconds: 1, random: (1, 1)))
    #expect(
      try refusal("licences.subtypeOneAnnexIssued", unknown, after: journal) == "filing-unknown L13 169-НҚ, App. 1")
  }

  @Test(
    "L05, L12: a switch of the pool is told of in two working days after the day of switching, up to midnight (I-44)",
    arguments: [("I", "L05", "it. 4 ¶2"), ("II", "L12", "it. 9 ¶2")])
  func poolSwitch(subtype: String, rule: String, place: String) throws {
    for (at, status) in [("2024-05-13 23:59", "met"), ("2024-05-14 00:01", "late")] {
      var journal = try JournalBuilder()
      try journal.licence()
      try journal.add(type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo(), "2024-05-06 10:00")
      let before = try findings(journal).count
      // Friday 10 May and Monday 13 May are the two working days after the holidays.
      try journal.add(
        type: "licences.poolSwitched",
        what: LicenceSample.poolSwitched(subtype == "I" ? "L-1" : "L-2", subtype: subtype, on: "2024-05-08"), at,
        by: .applicant)
      let row = try deadlines(journal, asAt: "2024-12-31 10:00").only(rule)
      #expect(row.short == "\(rule) 2024-05-13 \(status)")
      #expect(row.clause.description == "165-НҚ, \(place)")
      #expect(try findings(journal).count == before + (status == "late" ? 1 : 0))
      let register = try register(journal)
      let entry = try #require(IdentifierKey(subtype == "I" ? "L-1" : "L-2"))
      #expect(register.entry(entry)?.value(register.layout)["pool"] == "P-2")
    }
  }

  @Test("L05: a switch names a licence of the register, and the miner signs it")
  func poolSwitchGate() throws {
    var journal = try JournalBuilder()
    try journal.licence()
    func tell(_ licence: String, by role: Role) throws -> String? {
      try refusal(
        "licences.poolSwitched", LicenceSample.poolSwitched(licence, subtype: "I", on: "2024-05-08"), after: journal,
        by: role)
    }
    #expect(try tell("L-1", by: .applicant) == nil)
    #expect(try tell("L-8", by: .applicant) == "entry-unknown L16 169-НҚ, App. 6")
    #expect(try tell("L-1", by: .providerEmployee) == "signatory-not-competent L05 165-НҚ, it. 4 ¶2")
  }

  @Test("the register of licences is as at a date: a licence stands up to the last day that it states")
  func asAt() throws {
    var journal = try JournalBuilder()
    try journal.licence(validUntil: "2024-12-31")
    try journal.licence("L-6", on: "2024-06-03")
    let register = try register(journal)
    let day = try #require(LocalDate("2024-12-31"))
    #expect(register.totals(on: day) == [.standing: 2])
    #expect(register.totals(on: day.adding(days: 1)) == [.standing: 1, .expired: 1])
    #expect(try self.register(journal, asAt: "2024-05-31 10:00").count == 1)
  }

  @Test("an act outside the Rules is recorded with its ground, found as a note, and changes nothing (I-40)")
  func correction() throws {
    var journal = try JournalBuilder()
    try journal.licence()
    let before = try register(journal).digest()
    try journal.add(
      type: "licences.correctedByAuthority",
      what: ["basis": "Сот шешімі № 1", "entry": "L-1", "text": "Лицензия тоқтатылды"], "2024-05-07 10:00")
    #expect(try register(journal).digest() == before)
    #expect(try findings(journal).map(\.code) == ["corrected-by-authority"])
  }
}

@Suite("What the licensing rules leave open")
struct LicensingTermsTests {
  private static let clause = Clause(regulation: "169-НҚ", place: "cl. 9")

  @Test("nothing is set by default: five matters are open, and each says what follows")
  func byDefault() throws {
    let law = try LawFixture.provisions(of: "licences.registered", on: "2024-05-02")
    #expect(law.openMatters.map(\.id) == ["decision-term", "refusal-grounds", "validity", "reissue", "procedure"])
    #expect(law.openMatters.allSatisfy { !$0.text.isEmpty && !$0.consequence.isEmpty })
    #expect(law.duties.map(\.id) == ["L05", "L12"])
    #expect(law.services.allSatisfy { $0.termDuty == nil && !$0.isRefusedBySilence })
    #expect(law.refusalGrounds.isEmpty && law.standard.isEmpty)
  }

  @Test("what is given is no longer open, sets terms and refuses grounds that are not listed, under another version")
  func given() throws {
    let ground = RefusalGround(
      code: "courtBan", number: 1, clause: Self.clause, wording: OfficialText(kk: nil, ru: "запрет суда"))
    let book = RuleBook.standard.with(
      licensing: LicensingTerms(
        clause: Self.clause, decisionWorkingDays: 10, refusalGrounds: [ground], validityYears: 3))
    #expect(book.version == "\(RuleBook.standard.version)+licensing")
    let day = try #require(LocalDate("2024-05-02"))
    guard case .inForce(_, let law, _) = book.edition(forActType: "licences.registered", on: day) else {
      Issue.record("no edition")
      return
    }
    #expect(law.openMatters.map(\.id) == ["reissue", "procedure"])
    #expect(law.provisionsAreWhole)

    var journal = try JournalBuilder()
    let filing = try journal.apply(on: "2024-05-02")
    var deadlines = Deadlines(law: book)
    let report = try journal.replay { deadlines.apply($0, $1) }
    let row = try deadlines.rows(asAt: .latest, calendar: report.calendar, time: report.time).only("L13.decision")
    // 4 May is worked and 8 May is not, after the holidays of 7 and 9 May.
    #expect(row.clause == Self.clause && row.due?.description == "2024-05-20")
    let rights = [("courtBan", true), ("any", false)]
    for (code, passes) in rights {
      var registers = Registers(law: book)
      var cases = Cases(law: book)
      _ = try journal.replay {
        registers.apply($0, $1)
        cases.apply($0, $1)
      }
      let draft = ActDraft(
        type: "licences.refused", version: 1, what: LicenceSample.refused(filing, ground: code),
        at: try journal.instant("2024-05-06 10:00"), case: "L-1", id: UUIDv7(milliseconds: 1, random: (9, 9)),
        journal: JournalBuilder.origin)
      let signers = [Signer(holder: KeyHolder(id: "h", name: "h"), roles: [Role.authorisedPerson.id])]
      let decide = {
        try CaseDecider(law: book).admit(draft, signers: signers, cases: cases, registers: registers, time: report.time)
      }
      if passes {
        try decide()
      } else {
        let refusal = #expect(throws: Refusal.self) { try decide() }
        #expect(refusal?.code == .groundNotListed && refusal?.clause == Self.clause)
      }
    }
  }

  @Test("a configured validity holds for a licence that states no last day, and a stated one comes first")
  func validity() throws {
    let book = RuleBook.standard.with(licensing: LicensingTerms(clause: Self.clause, validityYears: 3))
    var journal = try JournalBuilder()
    try journal.licence(on: "2024-02-29")
    try journal.licence("L-6", on: "2024-06-03", validUntil: "2024-12-31")
    var register = try #require(EntryRegister("licences", law: book))
    _ = try journal.replay { register.apply($0, $1) }
    #expect(register.entries.map(\.validUntil?.description) == ["2027-02-28", "2024-12-31"])
  }

  @Test("terms that make no sense become the nearest that do", arguments: [(-1, 0), (9999, 3650), (7, 7)])
  func clamped(days: Int, used: Int) {
    #expect(LicensingTerms(clause: Self.clause, decisionWorkingDays: days).decisionWorkingDays == used)
    #expect(LicensingTerms(clause: Self.clause, validityYears: -5).validityYears == 1)
  }
}

extension Provisions {
  /// Whether duties that services and findings name are there.
  fileprivate var provisionsAreWhole: Bool {
    services.compactMap(\.termDuty).allSatisfy { duty($0) != nil }
      && bar(.groundNotListed) != nil && finding("refusal-ground-not-listed") != nil
  }
}
