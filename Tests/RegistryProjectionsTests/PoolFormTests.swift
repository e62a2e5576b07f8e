import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Documents of registers whose entries are made one by one")
struct PoolFormTests {
  private func file(
    _ journal: JournalBuilder, case caseNumber: String = "P-1", asAt: String? = nil
  ) throws -> (file: EntryCaseFile, report: ReplayReport) {
    let register = try #require(EntryRegister("pools"))
    var file = EntryCaseFile(register, caseNumber: caseNumber, asAt: try asAt.map(journal.instant) ?? .latest)
    let report = try journal.replay(asAt: asAt, seeing: { line, _ in file.see(line) }) { file.apply($0, $1) }
    return (file, report)
  }

  private func document(
    _ appendix: Int, of journal: JournalBuilder, case caseNumber: String = "P-1", in language: DocumentLanguage? = nil,
    asAt: String? = nil
  ) throws -> Document {
    let (file, report) = try file(journal, case: caseNumber, asAt: asAt)
    return try file.document(appendix: appendix, in: language, report: report)
  }

  private func code(_ body: () throws -> Void) throws -> ErrorCode? {
    do {
      try body()
      return nil
    } catch let error as RegistryError {
      return error.code
    }
  }

  /// What stands in a field, its parts one after the other.
  private func value(_ id: String, of document: Document) -> String? {
    document.field(id)?.value.parts.map { part in
      switch part {
      case .text(let text): return text
      case .withheld(let digest): return "sd:\(digest)"
      }
    }.joined(separator: " | ")
  }

  /// The text of a document without its layout.
  private func words(of document: Document) -> String {
    PlainTextRenderer().text(of: document).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("P10: a certificate has the words and fields of Appendix 3, its number beside them, and the act's evidence")
  func certificate() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let document = try document(3, of: journal)
    #expect(document.language == .ru && document.form.regulation == "142-НҚ" && document.form.edition == "404-НҚ")
    #expect(document.title.text == "Свидетельство об аккредитации цифрового майнингового пула")
    #expect(value("holder", of: document) == "ТОО Пул 020240000555 | Астана, пр. Мангилик Ел, 55")
    #expect(value("provider", of: document) == "Министерство")
    #expect(value("location", of: document) == "Караганда, ул. Ермекова, 1")
    #expect(value("signerName", of: document) == "Ахметов А. А.")
    #expect(value("issuedOn", of: document) == "«29» февраля 2024 года")
    #expect(value("certificate", of: document) == "C-1")
    #expect(document.field("signature") == nil && document.notes.isEmpty && document.subtitle == nil)
    guard case .act(let act) = document.evidence else { throw JournalBuilder.Malformed(text: "evidence") }
    #expect(act.seq == journal.lastSeq && act.caseNumber == "P-1")
    #expect(act.signatures.map(\.verdict) == [.valid])
    let text = words(of: document)
    #expect(text.contains("Настоящее свидетельство выдано"))
    #expect(text.contains("составляет один год со дня"))
  }

  @Test("P11, I-27: a re-issued certificate has the new data and the day of the first issue")
  func reissued() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    let moved = PoolSample.reissue("C-1", changing: ["location": "Алматы, ул. Фурманова, 5"])
    let filing = try journal.poolFiled("reissueFiled", moved, case: "P-2")
    try journal.pools("certificateReissued", PoolSample.reissued(filing), "2024-05-03 10:00", case: "P-2")
    let document = try document(3, of: journal, case: "P-2")
    #expect(value("location", of: document) == "Алматы, ул. Фурманова, 5")
    #expect(value("issuedOn", of: document) == "«29» февраля 2024 года")
    #expect(value("certificate", of: document) == "C-1")
    #expect(try value("location", of: self.document(3, of: journal)) == "Караганда, ул. Ермекова, 1")
  }

  @Test("P10, P12: a refusal lists its grounds by the official wording, a refusal to consider further its reasons")
  func refusals() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled()
    let notice = try journal.pools("hearingNotified", PoolSample.hearingNotified(filing), "2024-05-13 10:00")
    try journal.pools("hearingHeld", PoolSample.hearingHeld(filing, notice: notice), "2024-05-15 10:00")
    try journal.pools("refused", PoolSample.refused(filing), "2024-05-20 10:00")
    let refusal = try document(4, of: journal)
    let text = words(of: refusal)
    #expect(text.contains("несоответствие услугополучателя"))
    #expect(text.contains("142-НҚ, приложение 2, пункт 9, подпункт 2)"))
    #expect(text.contains("Министерство, рассмотрев Ваше заявление об аккредитации"))
    #expect(refusal.signatory?.position.value == DocumentValue("Министр"))
    #expect(value("number", of: refusal) == "МО-1" && refusal.notes.isEmpty && refusal.subtitle == nil)

    var reissue = try JournalBuilder()
    try reissue.accredited()
    let second = try reissue.poolFiled("reissueFiled", PoolSample.reissue(), case: "P-2")
    try reissue.pools("reissueRefused", PoolSample.reissueRefused(second), "2024-05-06 10:00", case: "P-2")
    let further = try document(4, of: reissue, case: "P-2")
    #expect(further.subtitle?.text == "в дальнейшем рассмотрении заявления" && further.notes.isEmpty)
    #expect(words(of: further).contains("несоответствие представленных документов"))
  }

  @Test(
    "P06: the refusal of an incomplete package, for which the text has no form, is laid out like Appendix 4 and says so"
  )
  func borrowed() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled("accreditationFiled", PoolSample.accreditation([]))
    try journal.pools("completenessRefused", PoolSample.completenessRefused(filing), "2024-05-03 10:00")
    let document = try document(4, of: journal)
    #expect(document.notes == ["Формы для этого документа в приказе нет: применена форма приложения 4."])
    #expect(document.subtitle != nil)
  }

  @Test("P03: an application is shown as it was filed; what is only committed to is withheld")
  func application() throws {
    var journal = try JournalBuilder()
    let digest = String(repeating: "A", count: 43)
    let hidden: CanonicalValue = ["id": ["_sd": [.string(digest)]], "kind": "legalEntity", "name": "ТОО Пул"]
    try journal.pools(
      "accreditationFiled", PoolSample.accreditation(by: hidden, changing: ["location": nil]), "2024-05-02 10:00")
    let document = try document(1, of: journal)
    #expect(value("holder", of: document) == "ТОО Пул | sd:\(digest)")
    #expect(value("secretsConsent", of: document) == "да")
    #expect(value("filledOn", of: document) == "«01» февраля 2024 года")
    #expect(value("location", of: document)?.isEmpty == true)
    #expect(words(of: document).contains("сведения закрыты (sd:"))
  }

  @Test("a form that does not stand in a language is refused in it, and not translated")
  func language() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    #expect(try code { _ = try document(3, of: journal, in: .kk) } == .formLanguageLacking)
    #expect(try code { _ = try document(3, of: journal, in: .ru) } == nil)
  }

  @Test("no document is made without the act, of one that took no effect, or of one that does not stand")
  func noDocument() throws {
    var journal = try JournalBuilder()
    let filing = try journal.poolFiled()
    #expect(try code { _ = try document(3, of: journal) } == .actMissing)
    try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00", by: .applicant)
    #expect(try code { _ = try document(3, of: journal) } == .actNotStanding)
    try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-03 11:00")
    #expect(try code { _ = try document(3, of: journal) } == nil)
    #expect(try code { _ = try document(3, of: journal, asAt: "2024-05-03 10:30") } == .actNotStanding)
    let other = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(), case: "P-2")
    // The number is in use, so the register could not follow.
    try journal.pools("certificateIssued", PoolSample.issued(other), "2024-05-03 12:00", case: "P-2")
    #expect(try code { _ = try document(3, of: journal, case: "P-2") } == .actWithoutEffect)
    // The first result counts: a second one makes no document, and takes none away.
    try journal.pools("certificateIssued", PoolSample.issued(filing, "C-3"), "2024-05-04 10:00")
    #expect(try value("certificate", of: document(3, of: journal)) == "C-1")
  }

  /// A journal with an application, a certificate and a refusal.
  private func golden() throws -> JournalBuilder {
    var journal = try JournalBuilder()
    try journal.accredited()
    let filing = try journal.poolFiled("accreditationFiled", PoolSample.accreditation(), case: "P-2")
    let notice = try journal.pools(
      "hearingNotified", PoolSample.hearingNotified(filing), "2024-05-13 10:00", case: "P-2")
    try journal.pools("hearingHeld", PoolSample.hearingHeld(filing, notice: notice), "2024-05-15 10:00", case: "P-2")
    try journal.pools("refused", PoolSample.refused(filing), "2024-05-20 10:00", case: "P-2")
    return journal
  }

  @Test(
    "P03, P10: Appendices 1, 3 and 4 are laid out as their golden files have them",
    arguments: [(1, "P-1"), (3, "P-1"), (4, "P-2")], ["txt", "html"])
  func layout(of asked: (appendix: Int, caseNumber: String), ending: String) throws {
    let document = try document(asked.appendix, of: golden(), case: asked.caseNumber, in: .ru)
    let renderer: any DocumentRenderer = ending == "txt" ? PlainTextRenderer() : HTMLRenderer()
    #expect(try FormGolden.text("142-\(asked.appendix)-ru.\(ending)", made: renderer.text(of: document)))
  }

  @Test("an act of a time of which no text is known makes no document")
  func editionUnknown() throws {
    var journal = try JournalBuilder()
    try journal.accredited("C-1", PoolSample.accreditation(), "2023-08-01 10:00")
    #expect(try code { _ = try document(3, of: journal) } == .editionUnknown)
  }

  @Test("which appendices can be asked for follows from the law's data: those of pools, and of no unknown register")
  func appendices() throws {
    let forms = try #require(RegisterForms("pools"))
    #expect(forms.appendices == [1, 3, 4])
    #expect(forms.appendices.allSatisfy { !forms.isRegister(appendix: $0) })
    #expect(RegisterForms("apk") == nil && RegisterForms("unheard") == nil)
  }

  @Test("the text prescribes no form of the register of pools, so none is made up")
  func noRegisterForm() throws {
    var journal = try JournalBuilder()
    try journal.accredited()
    var register = try #require(EntryRegister("pools"))
    let report = try journal.replay { register.apply($0, $1) }
    let extract = EntryRegisterExtract(register, asAt: nil, report: report)
    #expect(try code { _ = try extract.document(in: nil) } == .editionUnknown)
  }

  /// What the schema of an act has at a path, through arrays too.
  private func schema(_ schema: Schema, at path: ArraySlice<String>) -> Schema? {
    switch schema {
    case .array(let element, _): return self.schema(element, at: path)
    case .object(let members), .open(let members):
      guard let name = path.first else { return schema }
      return members.first { $0.name == name }.flatMap { self.schema($0.schema, at: path.dropFirst()) }
    default: return path.isEmpty ? schema : nil
    }
  }

  private func has(_ path: [String], in types: [String]) -> Bool {
    types.contains { type in
      ActCatalogue.standard.entry(type: type, version: 1).flatMap { schema($0.schema, at: path[...]) } != nil
    }
  }

  @Test("every source of a form's field leads to a member or a column that there is, in every order")
  func sources() throws {
    for id in EntryRegister.names() {
      let layout = try #require(EntryRegister(id)).layout
      let regulation = try #require(
        RuleBook.standard.regulations.first { $0.editions.contains { $0.provisions?.register?.id == id } })
      for law in regulation.editions.compactMap(\.provisions) {
        let filings = law.acts.filter { $0.step == .filing }.map(\.type)
        let registrations = law.acts.filter { $0.step == .registration }.map(\.type)
        for form in law.forms {
          let types = form.shows + form.isBorrowedFor
          #expect(types.allSatisfy { law.meaning(of: $0) != nil }, "\(form.id)")
          #expect(form.shows.isEmpty || form.fields.contains { !$0.sources.isEmpty }, "\(form.id)")
          for field in form.fields {
            for source in field.sources {
              let leads =
                switch source {
                case .act(let path), .points(let path): has(path, in: types)
                case .filing(let path): has(path, in: filings)
                case .registration(let path): has(path, in: registrations)
                case .entry(let column): layout.columns.contains { $0.id == column }
                case .actDay, .filingDay, .authority: true
                }
              #expect(leads, "\(form.id) \(field.id) \(source)")
            }
          }
        }
      }
    }
  }
}
