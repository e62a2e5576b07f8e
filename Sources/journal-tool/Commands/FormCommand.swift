import RegistryEvents
import RegistryProjections

extension Command {
  /// `form`: a document of the law's forms.
  static let form = Command(
    "form", abstract: "Print a document in the form of the law: the register, a notice, a refusal.",
    discussion: """
      Of hardware, the appendices of order 138/НҚ: 1, the register, whole or the entries of a case; 6, the refusal of the service; \
      7, the notice of inclusion; 8, the notice of exclusion. The refusal of further consideration (completeness) has no form of its \
      own and is laid out like Appendix 6. Of every other register (--register), the appendices of its order: filings, results and, \
      where the order has a form of it, the register.

        journal-tool form Journals/tour.jsonl --case APK-2024-000001 --appendix 7 --language ru
        journal-tool form Journals/tour.jsonl --appendix 1 --at 2024-06-17 --format html --output register.html

      Every signature is verified; of an act that does not stand no document is made. Where a case has several acts of the kind, \
      the last that took effect is shown. Personal data of which only the digest is recorded is shown as withheld, with the digest.
      """,
    arguments: [.journals],
    options: [
      .register, Forming.appendix, Forming.caseNumber, Forming.language, Forming.at, .knownAt, Forming.format, .output,
    ],
    run: Forming.run)
}

private enum Forming {
  static let appendix = Option(
    "appendix", value: "appendix", help: "The form, by the number of its appendix.", occurrence: .one)
  static let caseNumber = Option(
    "case", value: "case", help: "The case; of a register, the whole where it is not given.")
  static let language = Option(
    "language", value: "language", help: "Kazakh or Russian; otherwise the first of them in which the form stands.",
    kind: .oneOf(DocumentLanguage.allCases.map(\.rawValue)))
  static let at = Option(
    "at", value: Option.at.value,
    help: "Acts done up to here count: the end of a day in Astana, or an instant; otherwise all of them.")
  static let format = Option(
    "format", value: "format", help: "How to write the document.",
    kind: .oneOf(FormFormat.allCases.map(\.rawValue)), default: FormFormat.text.rawValue)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let request = try FormRequest(arguments, context)
    let renderer = (arguments.string(format).flatMap(FormFormat.init) ?? .text).renderer
    try context.result(to: arguments.string(Option.output)) { output in try request.write(to: output, renderer) }
    return .success
  }
}

extension FormRequest {
  /// What a command line asks for.
  fileprivate init(_ arguments: ParsedArguments, _ context: Context) throws(UsageError) {
    let form = try RequestedForm(arguments)
    let caseNumber = arguments.string(Forming.caseNumber)
    if !form.isRegister, caseNumber == nil { throw UsageError.missing(Forming.caseNumber) }
    self.init(
      form: form, caseNumber: caseNumber, language: arguments.string(Forming.language).flatMap(DocumentLanguage.init),
      moment: try arguments.value(
        Forming.at, expected: "a date YYYY-MM-DD or an instant YYYY-MM-DDThh:mm:ssZ", read: EffectiveMoment.init),
      known: try arguments.known(), journal: try JournalSource(arguments, context))
  }
}

extension FormRequest.RequestedForm {
  /// The form of the register that is named.
  fileprivate init(_ arguments: ParsedArguments) throws(UsageError) {
    let text = arguments.string(Forming.appendix) ?? ""
    guard let id = arguments.string(Option.register), let register = EntryRegister(id), let forms = RegisterForms(id)
    else {
      guard let form = HardwareForm(rawValue: text) else {
        throw .noSuchForm(text, among: HardwareForm.allCases.map(\.rawValue))
      }
      self = .hardware(form)
      return
    }
    guard let appendix = Int(text), forms.appendices.contains(appendix) else {
      throw .noSuchForm(text, among: forms.appendices.map(\.description))
    }
    self = forms.isRegister(appendix: appendix) ? .register(register) : .entries(register, appendix: appendix)
  }
}

extension UsageError {
  /// An appendix that no document is made by.
  fileprivate static func noSuchForm(_ text: String, among forms: [String]) -> UsageError {
    .invalid(text, for: Forming.appendix, expected: "one of \(quotedList(forms))")
  }
}

/// How a document is written.
private enum FormFormat: String, CaseIterable {
  /// Eighty columns.
  case text
  /// A page for print.
  case html

  var renderer: any DocumentRenderer {
    switch self {
    case .text: return PlainTextRenderer()
    case .html: return HTMLRenderer()
    }
  }
}
