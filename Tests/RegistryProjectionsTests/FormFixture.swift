import RegistryEvents
import Testing

@testable import RegistryProjections

/// Documents made of journals that a test writes.
enum FormFixture {
  /// The case file of `A-1` and the report, as at a moment.
  static func file(
    _ journal: JournalBuilder, asAt: String? = nil, known: AsOf.Known = .latest
  ) throws -> (file: HardwareCaseFile, report: ReplayReport) {
    var file = HardwareCaseFile(caseNumber: "A-1", asAt: try asAt.map(journal.instant) ?? .latest)
    let report = try journal.replay(asAt: asAt, known: known, seeing: { line, _ in file.see(line) }) {
      file.apply($0, $1)
    }
    return (file, report)
  }

  /// A document of the case `A-1`.
  static func document(
    _ form: HardwareForm, of journal: JournalBuilder, in language: DocumentLanguage = .ru, asAt: String? = nil
  ) throws -> Document {
    let (file, report) = try file(journal, asAt: asAt)
    return try file.document(form, in: language, report: report)
  }

  /// A journal in which an application of the case `A-1` is registered.
  static func filed(_ filing: InclusionFiled = Sample.inclusion()) throws -> (journal: JournalBuilder, id: UUIDv7) {
    var journal = try JournalBuilder()
    let id = try journal.add(filing, "2024-04-02 10:00", case: "A-1")
    try journal.add(Sample.registered(id), "2024-04-02 11:00", case: "A-1")
    return (journal, id)
  }

  /// A journal in which the units of case `A-1` are included as entries 1 and further.
  static func included(_ filing: InclusionFiled = Sample.inclusion()) throws -> JournalBuilder {
    var (journal, id) = try filed(filing)
    try journal.add(Sample.included(id, 1...Int64(filing.units.count)), "2024-04-05 15:00", case: "A-1")
    return journal
  }

  /// The register as Appendix 1, with its rows.
  static func register(
    _ journal: JournalBuilder, case caseNumber: String? = nil, in language: DocumentLanguage = .ru
  ) throws -> (document: Document, rows: [[DocumentValue]]) {
    var register = HardwareRegister()
    let report = try journal.replay { register.apply($0, $1) }
    let extract = HardwareRegisterExtract(register, case: caseNumber, asAt: nil, report: report)
    let document = try extract.document(in: language)
    var rows: [[DocumentValue]] = []
    extract.forEachRow(of: document) { rows.append($0) }
    return (document, rows)
  }

  static func text(_ renderer: any DocumentRenderer, _ document: Document, _ rows: [[DocumentValue]] = []) -> String {
    renderer.opening(document) + rows.map { renderer.row($0, of: document) }.joined() + renderer.closing(document)
  }

  static let renderers: [any DocumentRenderer] = [PlainTextRenderer(), HTMLRenderer()]
}

extension Document {
  /// The field of the body with an id.
  func field(_ id: String) -> Document.Field? {
    body.lazy.flatMap { block -> [Document.Field] in
      switch block {
      case .line(let fields): return fields
      case .field(let field): return [field]
      case .sentence, .list: return []
      }
    }.first { $0.id == id }
  }
}
