public import RegistryEvents

/// The register as at a state, or the entries of one case, in the form of Appendix 1.
public struct HardwareRegisterExtract: Sendable {
  private let register: HardwareRegister
  private let caseNumber: String?
  private let asAt: Instant?
  private let report: ReplayReport

  /// An extract.
  ///
  /// - Parameters:
  ///   - register: the state.
  ///   - caseNumber: the case whose entries are shown; `nil` for all.
  ///   - asAt: the effective instant that was asked for; `nil` where every act counts.
  ///   - report: that of the replay that gave the state its acts.
  public init(_ register: HardwareRegister, case caseNumber: String? = nil, asAt: Instant?, report: ReplayReport) {
    self.register = register
    self.caseNumber = caseNumber
    self.asAt = asAt
    self.report = report
  }

  /// The document, without its rows.
  ///
  /// - Throws: `act-missing` where the case has no entries, `edition-unknown` where the text of the law of that day is not known.
  public func document(
    in language: DocumentLanguage, rules: RuleBook = .standard
  ) throws(RegistryError) -> Document {
    let summary = report.summary
    let moment = asAt ?? report.knownRecorded ?? summary.lastRecorded
    let basis = try FormBasis(
      appendix: HardwareForm.register.appendix, of: HardwareWording.area, on: report.time.date(of: moment), rules)
    let wording = FormWording(provisions: basis.provisions, form: basis.form, language: language)
    var count = 0
    forEachEntry { _ in count += 1 }
    if caseNumber != nil, count == 0 { throw RegistryError(.actMissing, detail: "no entry of the register") }
    let asAtField = Document.Field(
      id: "asAt", title: DocumentWords.asAt.wording(language),
      value: DocumentValue(report.time.written(moment, in: language)))
    return Document(
      form: basis.reference, language: language, organisation: summary.opening.authority,
      title: basis.form.title.wording(preferring: language) ?? Wording("", language), subtitle: nil,
      body: [.line([asAtField])],
      columns: basis.form.fields.map { Document.Column(id: $0.id, number: $0.number, title: wording.title($0.id)) },
      signatory: nil, footer: nil, notes: [],
      evidence: .register(
        DocumentEvidence.RegisterReference(
          origin: summary.opening.origin, caseNumber: caseNumber, knownSeq: report.knownSeq,
          knownRecorded: report.knownRecorded, digest: register.digest(), schema: HardwareRegister.schema,
          entries: count)))
  }

  /// Gives the cells of each row of a document to a function, in the order of the entries' numbers.
  public func forEachRow<Failure: Error>(
    of document: Document, _ body: ([DocumentValue]) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachEntry { (entry) throws(Failure) in
      try body(document.columns.map { HardwareRegisterExtract.value($0.id, of: entry) })
    }
  }

  private func forEachEntry<Failure: Error>(_ body: (HardwareEntry) throws(Failure) -> Void) throws(Failure) {
    try register.forEachEntry { (entry) throws(Failure) in
      if let caseNumber {
        guard let number = entry.caseNumber, number.utf8.elementsEqual(caseNumber.utf8) else { return }
      }
      try body(entry)
    }
  }

  /// What stands in a column, by the name that the law's data gives it (reading I-10).
  private static func value(_ id: String, of entry: HardwareEntry) -> DocumentValue {
    switch id {
    case "number": return DocumentValue("\(entry.number)")
    case "enteredOn": return DocumentValue(entry.enteredOn.inFigures)
    case "holderName": return DocumentValue(entry.holderName)
    case "holderId": return DocumentValue(entry.holderId)
    case "legalAddress": return DocumentValue(entry.legalAddress)
    case "dataCentreAddress": return DocumentValue(entry.dataCentreAddress)
    case "contacts": return DocumentValue(entry.contacts.phone, entry.contacts.email)
    case "model": return DocumentValue(entry.model)
    case "serialNumber": return DocumentValue(entry.serialNumber)
    case "tnvedCode": return DocumentValue(entry.tnvedCode)
    case "hashrateTHs": return DocumentValue(entry.hashrateTHs.description)
    case "powerKW": return DocumentValue(entry.powerKW.description)
    // A row is one unit, so the quantity of the column is one (reading I-11).
    case "customsDeclaration": return DocumentValue(entry.customsDeclaration.map { "\($0), 1" })
    case "possessionDocument": return DocumentValue(entry.possessionDocument)
    case "excludedOn": return DocumentValue(entry.excludedOn?.inFigures)
    default: return DocumentValue([])
    }
  }
}
