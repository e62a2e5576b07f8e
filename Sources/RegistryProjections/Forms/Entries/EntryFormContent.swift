internal import RegistryEvents

/// What an act says, laid into the fields of the form that shows it, by the law's data alone.
struct EntryFormContent: Sendable {
  let act: EntryCaseFile.Shown
  let layout: RegisterLayout
  let wording: FormWording
  let authority: BilingualText

  private var form: Form { wording.form }
  private var language: DocumentLanguage { wording.language }

  var title: Wording { form.title.wording(preferring: language) ?? Wording("", language) }

  var subtitle: Wording? {
    act.step == .completenessRefusal ? DocumentWords.furtherConsideration.wording(language) : nil
  }

  var notes: [String] {
    form.shows.contains(act.type) ? [] : [DocumentWords.borrowedForm(appendix: form.appendix)[language]]
  }

  /// The line of the signature, where the form has both its fields.
  var signatory: Document.SignatoryFields? {
    guard let position = form.fields.first(where: { $0.id == "signerPosition" && !$0.sources.isEmpty }),
      let name = form.fields.first(where: { $0.id == "signerName" && !$0.sources.isEmpty })
    else { return nil }
    return Document.SignatoryFields(position: field(position), name: field(name))
  }

  /// The fields in their order; those laid out on a line or in a sentence together.
  var body: [Document.Block] {
    var blocks: [Document.Block] = []
    var line: [Document.Field] = []
    var sentence: [Document.Run] = []
    func close() {
      if !line.isEmpty { blocks.append(.line(line)) }
      if !sentence.isEmpty { blocks.append(.sentence(sentence)) }
      (line, sentence) = ([], [])
    }
    let signed = signatory == nil ? [] : ["signerPosition", "signerName"]
    var last = FormField.Layout.block
    for field in form.fields where !signed.contains(field.id) && (!field.sources.isEmpty || field.layout == .sentence) {
      if field.layout != last { close() }
      last = field.layout
      switch field.layout {
      case .block: blocks.append(block(field))
      case .line: line.append(self.field(field))
      case .sentence: sentence += runs(field, isFirst: sentence.isEmpty)
      }
    }
    close()
    return blocks + [reference].compactMap(\.self).map(Document.Block.field)
  }

  private func block(_ field: FormField) -> Document.Block {
    let points = field.sources.flatMap { source -> [CanonicalValue] in
      if case .points(let path) = source { return act.what.values(at: path) }
      return []
    }
    if field.sources.contains(where: { if case .points = $0 { true } else { false } }) {
      return .list(title(field), points.map { point($0, of: field) })
    }
    return .field(self.field(field))
  }

  /// The words of a sentence, or what stands in it; a blank before each but punctuation.
  private func runs(_ field: FormField, isFirst: Bool) -> [Document.Run] {
    let blank: [Document.Run] = isFirst ? [] : [.text(Wording(" ", language))]
    guard field.sources.isEmpty else { return blank + [.value(value(field))] }
    let words = wording.title(field.id)
    return (words.text.first?.isPunctuation ?? false ? [] : blank) + [.text(words)]
  }

  private func title(_ field: FormField) -> Wording {
    let title = wording.title(field.id)
    return field.number.map { Wording("\($0). \(title.text)", title.language) } ?? title
  }

  private func field(_ field: FormField) -> Document.Field {
    Document.Field(id: field.id, title: title(field), value: value(field))
  }

  private func value(_ field: FormField) -> DocumentValue {
    DocumentValue(field.sources.flatMap { source in values(source).flatMap { written($0, of: field) } })
  }

  private func written(_ value: CanonicalValue, of field: FormField) -> [DocumentValue.Part] {
    value.written(day: { $0.written(in: language) }, in: language) { field.word($0, in: language) }
  }

  private func values(_ source: FormField.Source) -> [CanonicalValue] {
    switch source {
    case .act(let path), .points(let path): return act.what.values(at: path)
    case .filing(let path): return act.filing?.what.values(at: path) ?? []
    case .registration(let path): return act.filing?.registration?.values(at: path) ?? []
    case .actDay: return [.string(act.doneOn.description)]
    case .filingDay: return act.filing.map { [.string($0.filedOn.description)] } ?? []
    case .authority: return [.string(authority[language])]
    case .entry(let id):
      let column = layout.columns.first { $0.id == id }
      return column.flatMap { act.entry?.value(of: $0) }.map { [$0] } ?? []
    }
  }

  private func point(_ value: CanonicalValue, of field: FormField) -> Document.Point {
    let ground = value["ground"]?.string.flatMap { wording.provisions.refusalGround($0) }
    let code = (value["ground"] ?? value["kind"])?.string ?? ""
    let words = field.word(code, in: language) ?? DocumentWords.deficiency(code, language)
    return Document.Point(
      heading: ground?.wording.wording(preferring: language) ?? Wording(words, language), clause: ground?.clause,
      paragraphs: (value["text"]?.string ?? "").split(separator: "\n").map(String.init))
  }

  /// The reference of the entry, where no field of the form has it and a reader wants to know it (reading I-26).
  private var reference: Document.Field? {
    guard let entry = act.entry, let column = layout.columns.first(where: { $0.sources.contains(.reference) }),
      !form.fields.contains(where: { field in field.sources.contains(.entry(column.id)) || field.id == column.id })
    else { return nil }
    return Document.Field(
      id: column.id, title: column.title.wording(preferring: language) ?? Wording(column.id, language),
      value: DocumentValue(entry.reference.written(day: \.description, in: language)))
  }
}
