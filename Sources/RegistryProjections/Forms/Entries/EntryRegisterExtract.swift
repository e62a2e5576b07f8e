public import RegistryEvents

/// A register whose entries are made one by one as at a day, or the entries of one case, in the form that the order gives it.
///
/// Entries that were ended stand in it only where the form has a column for the day of it; those that have run out only where
/// it has one for the last day of validity.
public struct EntryRegisterExtract: Sendable {
  private let register: EntryRegister
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
  public init(_ register: EntryRegister, case caseNumber: String? = nil, asAt: Instant?, report: ReplayReport) {
    self.register = register
    self.caseNumber = caseNumber
    self.asAt = asAt
    self.report = report
  }

  private var moment: Instant { asAt ?? report.knownRecorded ?? report.summary.lastRecorded }

  /// The document, without its rows.
  ///
  /// - Throws: `act-missing` where the case has no entries, `edition-unknown` where the text of the law of that day is not known or
  ///   has no form of the register, `form-language-lacking` where the form does not stand in the language.
  public func document(
    in language: DocumentLanguage?, rules: RuleBook = .standard
  ) throws(RegistryError) -> Document {
    let summary = report.summary
    guard let forms = RegisterForms(register.layout.id, rules: rules),
      let form = forms.forms.first(where: { $0.id == register.layout.form })
    else { throw RegistryError(.editionUnknown, detail: "no form of the register \(register.layout.id)") }
    let basis = try FormBasis(appendix: form.appendix, of: forms.area, on: report.time.date(of: moment), rules)
    let wording = FormWording(
      provisions: basis.provisions, form: basis.form, language: try basis.form.language(asked: language))
    let count = entries.count
    if caseNumber != nil, count == 0 { throw RegistryError(.actMissing, detail: "no entry of the register") }
    let asAtField = Document.Field(
      id: "asAt", title: DocumentWords.asAt.wording(wording.language),
      value: DocumentValue(report.time.written(moment, in: wording.language)))
    return Document(
      form: basis.reference, language: wording.language, organisation: summary.opening.authority,
      title: basis.form.title.wording(preferring: wording.language) ?? Wording("", wording.language), subtitle: nil,
      body: [.line([asAtField])],
      columns: fields(of: basis.form).map {
        Document.Column(id: $0.id, number: $0.number, title: wording.title($0.id))
      },
      signatory: nil, footer: nil, notes: [],
      evidence: .register(
        DocumentEvidence.RegisterReference(
          origin: summary.opening.origin, caseNumber: caseNumber, knownSeq: report.knownSeq,
          knownRecorded: report.knownRecorded, digest: register.digest(), schema: register.layout.schema,
          entries: count)))
  }

  /// Gives the cells of each row of a document to a function, in the order in which the entries were made.
  public func forEachRow<Failure: Error>(
    of document: Document, rules: RuleBook = .standard, _ body: ([DocumentValue]) throws(Failure) -> Void
  ) throws(Failure) {
    let form = RegisterForms(register.layout.id, rules: rules)?.forms.first { $0.id == register.layout.form }
    let shown = form.map { fields(of: $0) } ?? []
    for entry in entries { try body(shown.map { value($0, of: entry, in: document.language) }) }
  }

  /// The fields of a register's form that have a column; what is left is a heading over others.
  private func fields(of form: Form) -> [FormField] { form.fields.filter { !columns(of: $0).isEmpty } }

  /// The columns that stand in a field: those that it names, or the one of its own name.
  private func columns(of field: FormField) -> [RegisterColumn] {
    let named = field.sources.compactMap { source in
      if case .entry(let id) = source { id } else { nil }
    }
    return (named.isEmpty ? [field.id] : named).compactMap { id in register.layout.columns.first { $0.id == id } }
  }

  private func value(_ field: FormField, of entry: RegisterEntry, in language: DocumentLanguage) -> DocumentValue {
    DocumentValue(
      columns(of: field).compactMap { entry.value(of: $0) }.flatMap { value in
        value.written(day: \.inFigures, in: language) { field.word($0, in: language) }
      })
  }

  private var entries: [RegisterEntry] {
    let day = report.time.date(of: moment)
    let sources = register.layout.columns.flatMap(\.sources)
    return register.entries.filter { entry in
      if let caseNumber {
        guard let number = entry.caseNumber, number.utf8.elementsEqual(caseNumber.utf8) else { return false }
      }
      switch entry.status(on: day) {
      case .standing: return true
      case .expired: return sources.contains(.validUntil)
      case .ended: return sources.contains(.endedOn)
      }
    }
  }
}
