import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Documents of the forms")
struct FormDocumentTests {
  private func code(_ body: () throws -> Void) throws -> ErrorCode {
    try #require(throws: RegistryError.self, performing: body).code
  }

  @Test("a notice of inclusion has the fields of Appendix 7 and names the act that it shows")
  func inclusion() throws {
    var (journal, filing) = try FormFixture.filed(Sample.inclusion(["SN1", "SN2"]))
    let id = try journal.add(Sample.included(filing, 7...8), "2024-04-05 15:00", case: "A-1")
    let document = try FormFixture.document(.inclusion, of: journal, in: .kk)
    #expect(document.organisation == BilingualText(kk: "Министрлік", ru: "Министерство"))
    #expect(document.field("number")?.value == DocumentValue("УВ-1"))
    #expect(document.field("issuedOn")?.value == DocumentValue("«05» сәуір 2024 жыл"))
    #expect(document.field("provider")?.value == DocumentValue("Министрлік"))
    #expect(document.field("holderName")?.value == DocumentValue("ТОО Майнер 020240000555"))
    #expect(document.field("holderId")?.value == DocumentValue("020240000555"))
    #expect(document.field("tnvedCode")?.value == DocumentValue("8471500000"))
    #expect(document.field("model")?.value == DocumentValue("Antminer S19 Pro — 2"))
    #expect(document.field("entries")?.value == DocumentValue("7–8"))
    #expect(document.signatory?.name.value == DocumentValue("Ахметов А. А."))
    #expect(document.form == Document.FormReference(regulation: "138-НҚ", edition: "331-НҚ", appendix: 7))
    guard case .act(let act) = document.evidence else {
      Issue.record("the document shows an act")
      return
    }
    #expect(act.id == id && act.seq == journal.lastSeq && act.leafHash == journal.leaves.last)
    #expect(act.origin == JournalBuilder.origin && act.caseNumber == "A-1")
    let key = try JournalBuilder.Signer.authorisedPerson.key.publicKey
    #expect(
      act.signatures == [
        DocumentEvidence.Signature(
          kid: key.thumbprint, holder: "Holder authorisedPerson", roles: ["authorisedPerson"], algorithm: .ed25519,
          verdict: .valid)
      ])
  }

  @Test(
    "a refusal cites the ground of the closed list in the document's language, and the application by date and number")
  func refusal() throws {
    var (journal, filing) = try FormFixture.filed()
    try journal.add(Sample.refused(filing), "2024-04-09 10:00", case: "A-1")
    for language in DocumentLanguage.allCases {
      let document = try FormFixture.document(.refusal, of: journal, in: language)
      let ground = try #require(try LawFixture.provisions().refusalGround("unreliable"))
      let point = Document.Point(
        heading: Wording(try #require(ground.wording[language]), language), clause: ground.clause,
        paragraphs: ["Договор не подтверждён"])
      #expect(
        document.body.contains { block in
          if case .list(_, let points) = block { return points == [point] }
          return false
        })
      let text = FormFixture.text(PlainTextRenderer(), document)
      let sentence =
        language == .kk
        ? "Министрлік, Сіздің өтінішіңізді қарап, «02» сәуір 2024 жыл, № ВХ-1, келесіні хабарлайды."
        : "Министерство, рассмотрев Ваше заявление от «02» апреля 2024 года № ВХ-1, сообщает следующее."
      #expect(text.replacing("\n", with: " ").contains(sentence))
    }
  }

  @Test("a refusal of further consideration is a document of its own kind in the layout of Appendix 6")
  func completeness() throws {
    var (journal, filing) = try FormFixture.filed()
    try journal.add(Sample.completenessRefused(filing), "2024-04-04 10:00", case: "A-1")
    let document = try FormFixture.document(.completenessRefusal, of: journal)
    #expect(document.form.appendix == 6)
    #expect(document.subtitle?.text == "в дальнейшем рассмотрении заявления")
    #expect(document.notes == ["Формы для этого документа в приказе нет: применена форма приложения 6."])
    #expect(try code { _ = try FormFixture.document(.refusal, of: journal) } == .actMissing)
  }

  @Test("a notice of exclusion names what the register called the units on that day, and only those that stood")
  func exclusion() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(
      Sample.inclusion(["SN1", "SN2", "SN3", "SN4"]), "2024-04-02 10:00", case: "A-0")
    try journal.add(Sample.included(filing, 1...4), "2024-04-03 10:00", case: "A-0")
    let earlier = try journal.add(Sample.exclusion([2...2]), "2024-04-04 10:00", case: "A-9")
    try journal.add(Sample.excluded(earlier), "2024-04-05 10:00", case: "A-9")
    let change = try journal.add(
      Sample.change([4...4], EntryChanges(model: "Antminer S21")), "2024-04-06 10:00", case: "A-8")
    try journal.add(Sample.changeEntered(change), "2024-04-08 10:00", case: "A-8")
    let exclusion = try journal.add(Sample.exclusion([1...3, 3...4, 900...1_000_000]), "2024-04-09 10:00", case: "A-1")
    try journal.add(Sample.excluded(exclusion), "2024-04-10 10:00", case: "A-1")
    let later = try journal.add(
      Sample.change([1...1], EntryChanges(model: "Renamed")), "2024-04-11 10:00", case: "A-7")
    try journal.add(Sample.changeEntered(later), "2024-04-12 10:00", case: "A-7")
    let document = try FormFixture.document(.exclusion, of: journal)
    #expect(
      document.field("model")?.value == DocumentValue([.text("Antminer S19 Pro — 2"), .text("Antminer S21 — 1")]))
    #expect(document.field("entries")?.value == DocumentValue([.text("1, 3"), .text("4")]))
  }

  @Test("entries listed in parts are in the notice of exclusion, the first part of a number only")
  func exclusionInParts() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(["SN1", "SN2", "SN3"]), "2024-04-02 10:00", case: "A-0")
    try journal.add(Sample.included(filing, 1...3), "2024-04-03 10:00", case: "A-0")
    let exclusion = try journal.add(Sample.exclusion([], parts: 1), "2024-04-04 10:00", case: "A-1")
    for entries: ClosedRange<Int64> in [3...3, 1...2] {
      let part = EntriesListed(entries: [Sample.range(entries)], filing: exclusion, number: 1)
      try journal.add(part, "2024-04-04 10:00", case: "A-1")
    }
    let digest = Digest.sha256(of: journal.leaves[Int(journal.lastSeq) - 1].bytes)
    try journal.add(Sample.excluded(exclusion, parts: digest), "2024-04-05 10:00", case: "A-1")
    let document = try FormFixture.document(.exclusion, of: journal)
    #expect(document.field("entries")?.value == DocumentValue("3"))
  }

  @Test("without an act of the kind there is no document", arguments: HardwareForm.allCases)
  func missing(form: HardwareForm) throws {
    let (journal, _) = try FormFixture.filed()
    #expect(try code { _ = try FormFixture.document(form, of: journal) } == .actMissing)
  }

  @Test("an act that stands and that the register could not follow makes no document")
  func withoutEffect() throws {
    var (journal, filing) = try FormFixture.filed()
    try journal.add(Sample.included(filing, parts: Digest.sha256(of: [1])), "2024-04-04 10:00", case: "A-1")
    #expect(try code { _ = try FormFixture.document(.inclusion, of: journal) } == .actWithoutEffect)
    try journal.add(Sample.included(filing), "2024-04-05 10:00", case: "A-1")
    #expect(
      try FormFixture.document(.inclusion, of: journal).field("issuedOn")?.value
        == DocumentValue("«05» апреля 2024 года"))
    try journal.add(Sample.refused(filing), "2024-04-08 10:00", case: "A-1")
    #expect(try code { _ = try FormFixture.document(.refusal, of: journal) } == .actWithoutEffect)
  }

  @Test("an act by a role that may not sign it makes no document, as at its day and not before")
  func notStanding() throws {
    var (journal, filing) = try FormFixture.filed()
    try journal.add(Sample.included(filing), "2024-04-05 10:00", case: "A-1", by: .chanceryWorker)
    let line = journal.lastSeq
    let error = try #require(throws: RegistryError.self) { try FormFixture.document(.inclusion, of: journal) }
    #expect(error.code == .actNotStanding && error.place.seq == line && error.detail == "role-not-allowed")
    #expect(try code { _ = try FormFixture.document(.inclusion, of: journal, asAt: "2024-04-04 10:00") } == .actMissing)
    try journal.add(Sample.included(filing), "2024-04-05 11:00", case: "A-1")
    guard case .act(let act) = try FormFixture.document(.inclusion, of: journal).evidence else { return }
    #expect(act.seq == line + 1)
  }

  @Test("a decision of another case's filing is no result of the case")
  func foreignFiling() throws {
    var journal = try JournalBuilder()
    let other = try journal.add(Sample.inclusion(), "2024-04-02 10:00", case: "A-2")
    try journal.add(Sample.included(other), "2024-04-05 10:00", case: "A-1")
    #expect(try code { _ = try FormFixture.document(.inclusion, of: journal) } == .actWithoutEffect)
  }

  @Test("the state asked for counts: not before the act, not before it was known")
  func asOf() throws {
    var (journal, filing) = try FormFixture.filed()
    try journal.add(Sample.included(filing), "2024-04-05 15:00", recorded: "2024-04-05 20:00", case: "A-1")
    _ = try FormFixture.document(.inclusion, of: journal, asAt: "2024-04-05 15:00")
    #expect(try code { _ = try FormFixture.document(.inclusion, of: journal, asAt: "2024-04-05 14:59") } == .actMissing)
    let (file, report) = try FormFixture.file(journal, known: .seq(journal.lastSeq - 1))
    #expect(try code { _ = try file.document(.inclusion, in: .kk, report: report) } == .actMissing)
  }

  @Test("by a law whose text is not known no document is made")
  func editionUnknown() throws {
    var journal = try JournalBuilder()
    let filing = try journal.add(Sample.inclusion(), "2023-07-03 10:00", case: "A-1")
    try journal.add(Sample.included(filing), "2023-07-05 10:00", case: "A-1")
    #expect(try code { _ = try FormFixture.document(.inclusion, of: journal) } == .editionUnknown)
    #expect(try code { _ = try FormFixture.register(journal) } == .editionUnknown)
  }

  @Test("of a case that is flooded with filings the first are kept")
  func bounded() throws {
    var journal = try JournalBuilder()
    let first = try journal.add(Sample.inclusion(), "2024-04-02 10:00", case: "A-1")
    var last = first
    for number in 1...HardwareCaseFile.filingLimit {
      last = try journal.add(Sample.inclusion(["X\(number)"]), "2024-04-02 10:00", case: "A-1")
    }
    try journal.add(Sample.included(first, 1...1), "2024-04-03 10:00", case: "A-1")
    try journal.add(Sample.included(last, 2...2), "2024-04-04 10:00", case: "A-1")
    #expect(try FormFixture.document(.inclusion, of: journal).field("entries")?.value == DocumentValue("1"))
  }

  @Test("personal data that is only committed is withheld with its digest, and an unregistered number shows as missing")
  func withheld() throws {
    let digest = String(repeating: "Q", count: 43)
    var filing = Sample.inclusion()
    filing.applicant.id = .committed(digest)
    var journal = try JournalBuilder()
    let id = try journal.add(filing, "2024-04-02 10:00", case: "A-1")
    try journal.add(Sample.included(id), "2024-04-05 15:00", case: "A-1")
    let document = try FormFixture.document(.inclusion, of: journal)
    #expect(document.field("holderId")?.value == DocumentValue([.withheld(digest: digest)]))
    let (register, rows) = try FormFixture.register(journal)
    for renderer in FormFixture.renderers {
      #expect(FormFixture.text(renderer, document).contains("sd:\(digest)"))
      let table = FormFixture.text(renderer, register, rows)
      #expect(table.contains("sd:\(digest)"))
      #expect(table.contains("sd:" + String(repeating: "A", count: 43)) && table.contains("сведения закрыты"))
    }
  }

  @Test("the register has the fifteen columns of Appendix 1 and a row for each unit, of a case only its own")
  func register() throws {
    var journal = try FormFixture.included(Sample.inclusion(["SN1", "SN2"]))
    let other = try journal.add(Sample.inclusion(["SN3"]), "2024-04-08 10:00", case: "A-2")
    try journal.add(Sample.included(other, 3...3), "2024-04-09 10:00", case: "A-2")
    let (document, rows) = try FormFixture.register(journal)
    #expect(document.columns.map(\.number) == Array(1...15))
    #expect(rows.map(\.count) == [15, 15, 15])
    let serial = try #require(document.columns.firstIndex { $0.id == "serialNumber" })
    #expect(rows.map { $0[serial] } == ["SN1", "SN2", "SN3"].map { DocumentValue($0) })
    #expect(rows.allSatisfy { $0.dropLast().allSatisfy { !$0.parts.isEmpty } && $0.last?.parts == [] })
    #expect(try FormFixture.register(journal, case: "A-2").rows == [rows[2]])
    #expect(try code { _ = try FormFixture.register(journal, case: "A-3") } == .actMissing)
    let html = FormFixture.text(HTMLRenderer(), document, rows)
    #expect(html.matches(of: /<tr>/).count == 2 + 3)
  }
}
