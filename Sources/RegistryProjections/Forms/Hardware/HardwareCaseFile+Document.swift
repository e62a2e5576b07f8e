public import RegistryEvents

extension HardwareCaseFile {
  /// The document of the newest result of a kind, by the law in force on the day of the act.
  ///
  /// - Parameters:
  ///   - form: which; the register is no result of a case, see ``HardwareRegisterExtract``.
  ///   - checkpoint: the newest checkpoint of the journal that holds, by which the act can be proved to be in it.
  ///   - report: that of the replay that gave this state its acts.
  /// - Throws: `act-missing` where the case has no such result, `act-not-standing` where it has an act that does not stand,
  ///   `act-without-effect` where it has one that the register could not follow, `edition-unknown` where the text of the law of that day is not known.
  public func document(
    _ form: HardwareForm, in language: DocumentLanguage, rules: RuleBook = .standard, report: ReplayReport,
    checkpoint: Checkpoint? = nil
  ) throws(RegistryError) -> Document {
    guard let result = results[form] else {
      throw refusals[form] ?? RegistryError(.actMissing, detail: form.actType ?? "")
    }
    let basis = try FormBasis(appendix: form.appendix, of: HardwareWording.area, on: result.issuedOn, rules)
    let wording = FormWording(provisions: basis.provisions, form: basis.form, language: language)
    let content = HardwareFormContent(result: result, wording: wording, authority: report.summary.opening.authority)
    return Document(
      form: basis.reference, language: language, organisation: report.summary.opening.authority,
      title: content.title, subtitle: content.subtitle, body: content.body, columns: [],
      signatory: Document.SignatoryFields(
        position: wording.field("signerPosition", DocumentValue(content.signatory.position)),
        name: wording.field("signerName", DocumentValue(content.signatory.name))),
      footer: HardwareWording.footer, notes: content.notes,
      evidence: .act(result.place.reference(case: caseNumber, report, checkpoint)))
  }
}
