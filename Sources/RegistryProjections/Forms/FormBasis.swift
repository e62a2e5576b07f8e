internal import RegistryEvents

/// The law by which a form is filled in: the edition in force on a day, and its form.
struct FormBasis: Sendable {
  let provisions: Provisions
  let form: Form
  let reference: Document.FormReference

  /// The form of an appendix of the regulation that governs an area; of several, one that shows an act of a type.
  ///
  /// - Throws: `edition-unknown` where no text of the law is known for the day, or it has no such form.
  init(
    appendix: Int, of area: String, on date: LocalDate, showing type: String? = nil, _ rules: RuleBook
  ) throws(RegistryError) {
    guard let regulation = rules.regulation(area: area) else {
      throw RegistryError(.editionUnknown, detail: NoEdition.noRegulation(area: area).description)
    }
    switch regulation.edition(on: date) {
    case .noEditionKnown(let reason): throw RegistryError(.editionUnknown, detail: reason.description)
    case .inForce(let edition, let provisions, _):
      let form = provisions.forms.first { form in
        form.appendix == appendix && (type.map { (form.shows + form.isBorrowedFor).contains($0) } ?? true)
      }
      guard let form else {
        throw RegistryError(.editionUnknown, detail: "\(regulation.id) has no form in Appendix \(appendix)")
      }
      self.provisions = provisions
      self.form = form
      reference = Document.FormReference(regulation: regulation.id, edition: edition.id, appendix: appendix)
    }
  }
}
