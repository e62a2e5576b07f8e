/// The headings of a form in a language, as the law's data has them.
///
/// Where the text of the law in that language lacks the form (reading I-09), a heading is that of the field of the same name in
/// the nearest form that has one: a later one first, since notices resemble each other. What no form has stands in the other
/// language, and its ``Wording`` says so.
struct FormWording: Sendable {
  let provisions: Provisions
  let form: Form
  let language: DocumentLanguage

  /// Whether the text of the law lacks the form in the language.
  var isLacking: Bool { form.title[language] == nil }

  /// The heading of a field.
  func title(_ id: String) -> Wording {
    let own = form.fields.first { $0.id == id }
    if let text = own?.title[language] { return Wording(text, language) }
    let place = provisions.forms.firstIndex { $0.id == form.id } ?? 0
    let nearest = Array(provisions.forms[place...].dropFirst()) + provisions.forms[..<place].reversed()
    for other in nearest {
      if let text = other.fields.first(where: { $0.id == id })?.title[language] { return Wording(text, language) }
    }
    return own?.title.wording(preferring: language) ?? Wording("", language)
  }

  /// A field with what stands in it.
  func field(_ id: String, _ value: DocumentValue) -> Document.Field {
    Document.Field(id: id, title: title(id), value: value)
  }

  /// The heading of a field of another form of the same order, by its appendix: what this form does not ask for and a reader
  /// wants to know.
  func title(_ id: String, ofAppendix appendix: Int) -> Wording {
    let field = provisions.forms.first { $0.appendix == appendix }?.fields.first { $0.id == id }
    return field?.title.wording(preferring: language) ?? Wording("", language)
  }
}
