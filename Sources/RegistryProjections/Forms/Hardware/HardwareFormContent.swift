internal import RegistryEvents

/// What a result says, laid into the fields of its form.
struct HardwareFormContent: Sendable {
  let result: HardwareCaseFile.Result
  let wording: FormWording
  let authority: BilingualText

  private var language: DocumentLanguage { wording.language }
  private var provider: DocumentValue { DocumentValue(authority[language]) }

  var signatory: RegistryEvents.Signatory {
    switch result.what {
    case .included(let what): return what.signatory
    case .excluded(let what, _): return what.signatory
    case .refused(let what): return what.signatory
    case .completenessRefused(let what): return what.signatory
    }
  }

  private var number: String {
    switch result.what {
    case .included(let what): return what.number
    case .excluded(let what, _): return what.number
    case .refused(let what): return what.number
    case .completenessRefused(let what): return what.number
    }
  }

  var title: Wording {
    if case .included = result.what, wording.isLacking, language == .ru { return HardwareWording.inclusionNotice }
    return wording.form.title.wording(preferring: language) ?? Wording("", language)
  }

  var subtitle: Wording? {
    guard case .completenessRefused = result.what else { return nil }
    return DocumentWords.furtherConsideration.wording(language)
  }

  var notes: [String] {
    switch result.what {
    case .included where wording.isLacking && language == .ru: return [HardwareWording.formLackingInRussian]
    case .completenessRefused: return [DocumentWords.borrowedForm(appendix: wording.form.appendix)[language]]
    default: return []
    }
  }

  private var numberAndDate: Document.Block {
    .line([
      wording.field("number", DocumentValue(number)),
      wording.field("issuedOn", DocumentValue(result.issuedOn.written(in: language))),
    ])
  }

  private var holderName: Document.Block {
    .field(wording.field("holderName", DocumentValue(result.filing.applicant.name)))
  }

  var body: [Document.Block] {
    switch result.what {
    case .included(let what): return inclusion(what)
    case .excluded(_, let models): return exclusion(models)
    case .refused(let what):
      return refusal(
        what.grounds.map { stated in
          let ground = wording.provisions.refusalGround(stated.ground.rawValue)
          let text = ground?.wording.wording(preferring: language) ?? Wording(stated.ground.rawValue, language)
          return Document.Point(heading: text, clause: ground?.clause, paragraphs: paragraphs(stated.text))
        })
    case .completenessRefused(let what):
      return refusal(
        what.reasons.map { reason in
          Document.Point(
            heading: Wording(DocumentWords.deficiency(reason.kind.rawValue, language), language), clause: nil,
            paragraphs: paragraphs(reason.text))
        })
    }
  }

  /// The heading of a column of the register.
  private func registerTitle(_ id: String) -> Wording {
    wording.title(id, ofAppendix: HardwareForm.register.appendix)
  }

  /// Appendix 7.
  private func inclusion(_ what: Included) -> [Document.Block] {
    let sentence = wording.title("inclusionText")
    let count = what.entries.last - what.entries.first + 1
    var runs: [Document.Run] = [.text(sentence)]
    if sentence.language != language { runs.append(.text(Wording(" " + HardwareWording.inclusionSentence, language))) }
    let entries = count == 1 ? "\(what.entries.first)" : "\(what.entries.first)–\(what.entries.last)"
    return [
      numberAndDate,
      .field(wording.field("provider", provider)),
      holderName,
      .field(wording.field("holderId", DocumentValue(result.filing.applicant.id))),
      .field(wording.field("tnvedCode", DocumentValue(result.filing.inclusion?.tnvedCode))),
      .sentence(runs),
      .field(
        Document.Field(
          id: "model", title: registerTitle("model"),
          value: DocumentValue(result.filing.inclusion.map { "\($0.model) — \(count)" }))),
      .field(Document.Field(id: "entries", title: registerTitle("number"), value: DocumentValue(entries))),
    ]
  }

  /// Appendix 8.
  private func exclusion(_ models: [ExcludedModel]) -> [Document.Block] {
    let names = models.map { DocumentValue.Part.text("\($0.model) — \($0.count)") }
    let numbers = models.map { DocumentValue.Part.text($0.entryNumbers) }
    return [
      numberAndDate, holderName,
      .field(wording.field("model", DocumentValue(names))),
      .field(Document.Field(id: "entries", title: registerTitle("number"), value: DocumentValue(numbers))),
    ]
  }

  /// Appendix 6, and what is laid out like it.
  private func refusal(_ reasons: [Document.Point]) -> [Document.Block] {
    let values = [
      provider, DocumentValue(result.filing.filedOn.written(in: language)), DocumentValue(result.filing.incomingNumber),
    ]
    var runs: [Document.Run] = []
    for (index, piece) in (HardwareWording.refusalSentence[language] ?? []).enumerated() {
      if index > 0, index <= values.count { runs.append(.value(values[index - 1])) }
      if !piece.isEmpty { runs.append(.text(Wording(piece, language))) }
    }
    return [numberAndDate, holderName, .sentence(runs), .list(wording.title("reason"), reasons)]
  }

  private func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}
