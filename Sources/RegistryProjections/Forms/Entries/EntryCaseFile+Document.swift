public import RegistryEvents

extension EntryCaseFile {
  /// The document that an appendix lays out, of the newest act that it shows, by the law in force on the day of the act.
  ///
  /// - Parameters:
  ///   - appendix: the number of the appendix; the register is no act of a case, see ``EntryRegisterExtract``.
  ///   - language: the one asked for; `nil` for the first of Kazakh and Russian in which the form stands.
  ///   - checkpoint: the newest checkpoint of the journal that holds, by which the act can be proved to be in it.
  ///   - report: that of the replay that gave this state its acts.
  /// - Throws: `act-missing` where the case has no such act, `act-not-standing` where it has one that does not stand,
  ///   `act-without-effect` where it has one that the register could not follow, `edition-unknown` where the text of the law of
  ///   that day is not known, `form-language-lacking` where the form does not stand in the language.
  public func document(
    appendix: Int, in language: DocumentLanguage?, rules: RuleBook = .standard, report: ReplayReport,
    checkpoint: Checkpoint? = nil
  ) throws(RegistryError) -> Document {
    guard let forms = RegisterForms(register.layout.id, rules: rules) else { throw RegistryError(.editionUnknown) }
    let types = forms.forms.filter { $0.appendix == appendix }.flatMap { $0.shows + $0.isBorrowedFor }
    let candidates = types.compactMap { shown[$0] }.sorted { $0.place.seq > $1.place.seq }
    guard let act = candidates.first else {
      throw types.lazy.compactMap { refusals[$0] }.first
        ?? RegistryError(.actMissing, detail: types.joined(separator: ", "))
    }
    let basis = try FormBasis(appendix: appendix, of: forms.area, on: act.doneOn, showing: act.type, rules)
    let wording = FormWording(
      provisions: basis.provisions, form: basis.form, language: try basis.form.language(asked: language))
    let content = EntryFormContent(
      act: act, layout: register.layout, wording: wording, authority: report.summary.opening.authority)
    return Document(
      form: basis.reference, language: wording.language, organisation: report.summary.opening.authority,
      title: content.title, subtitle: content.subtitle, body: content.body, columns: [], signatory: content.signatory,
      footer: nil, notes: content.notes, evidence: .act(act.place.reference(case: caseNumber, report, checkpoint)))
  }
}

extension Form {
  /// The language of a document: the one asked for, or else the first in which the form stands.
  ///
  /// - Throws: `form-language-lacking` where the form does not stand in the one asked for.
  func language(asked: DocumentLanguage?) throws(RegistryError) -> DocumentLanguage {
    guard let asked else { return DocumentLanguage.allCases.first { title[$0] != nil } ?? .kk }
    guard title[asked] != nil else {
      throw RegistryError(.formLanguageLacking, detail: "\(id) has no text in \(asked.rawValue)")
    }
    return asked
  }
}
