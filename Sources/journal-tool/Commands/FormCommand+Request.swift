import RegistryEvents
import RegistryProjections

/// A document that is asked for, and the journal that it is made from.
struct FormRequest {
  /// Which form.
  let form: RequestedForm
  /// The case; there is one unless a register is asked for.
  let caseNumber: String?
  /// In which language; `nil` for the first of Kazakh and Russian in which the form stands.
  let language: DocumentLanguage?
  /// As at when; `nil` for every act that is known.
  let moment: EffectiveMoment?
  /// As known at which line.
  let known: AsOf.Known
  /// The journal.
  let journal: JournalSource

  /// A form, by the register to which it belongs.
  enum RequestedForm {
    /// One of the hardware register's.
    case hardware(HardwareForm)
    /// An appendix of the order of a register whose entries are made one by one.
    case entries(EntryRegister, appendix: Int)
    /// Such a register itself.
    case register(EntryRegister)

    /// Whether it shows the whole register where no case is named.
    var isRegister: Bool {
      switch self {
      case .hardware(let form): return form == .register
      case .entries: return false
      case .register: return true
      }
    }
  }

  /// Makes the document and writes it.
  func write(to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    switch form {
    case .hardware(.register): try writeHardwareRegister(to: output, renderer)
    case .hardware(let form): try writeHardware(form, to: output, renderer)
    case .entries(let register, let appendix): try write(appendix, of: register, to: output, renderer)
    case .register(let register): try write(register, to: output, renderer)
    }
  }

  private func writeHardwareRegister(to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    let (register, report) = try journal.replay(
      at: moment ?? .latest, known: known, mode: .full, making: { _ in HardwareRegister() },
      fold: { register, act, context in register.apply(act, context) })
    let extract = HardwareRegisterExtract(
      register, case: caseNumber, asAt: moment?.instant(in: report.time), report: report)
    let document = try ToolError.naming(journal.name) { try extract.document(in: language ?? .kk) }
    try output.write(renderer.opening(document))
    try extract.forEachRow(of: document) { cells in try output.write(renderer.row(cells, of: document)) }
    try output.write(renderer.closing(document))
  }

  private func writeHardware(_ form: HardwareForm, to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    let stored = try journal.storedCheckpoints()
    let (file, report) = try journal.replay(
      at: moment ?? .latest, known: known, mode: .full, rootsAt: stored?.sizes ?? [],
      making: { HardwareCaseFile(caseNumber: caseNumber ?? "", asAt: $0) },
      see: { file, line, _ in file.see(line) }, fold: { file, act, context in file.apply(act, context) })
    let document = try ToolError.naming(journal.name) {
      try file.document(
        form, in: language ?? .kk, report: report, checkpoint: stored?.newest(of: report.summary)?.checkpoint)
    }
    try output.write(renderer.text(of: document))
  }

  private func write(_ register: EntryRegister, to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    let (register, report) = try journal.replay(
      at: moment ?? .latest, known: known, mode: .full, making: { _ in register },
      fold: { register, act, context in register.apply(act, context) })
    let extract = EntryRegisterExtract(
      register, case: caseNumber, asAt: moment?.instant(in: report.time), report: report)
    let document = try ToolError.naming(journal.name) { try extract.document(in: language) }
    try output.write(renderer.opening(document))
    try extract.forEachRow(of: document) { cells in try output.write(renderer.row(cells, of: document)) }
    try output.write(renderer.closing(document))
  }

  private func write(
    _ appendix: Int, of register: EntryRegister, to output: ByteOutput, _ renderer: any DocumentRenderer
  ) throws {
    let stored = try journal.storedCheckpoints()
    let (file, report) = try journal.replay(
      at: moment ?? .latest, known: known, mode: .full, rootsAt: stored?.sizes ?? [],
      making: { EntryCaseFile(register, caseNumber: caseNumber ?? "", asAt: $0) },
      see: { file, line, _ in file.see(line) }, fold: { file, act, context in file.apply(act, context) })
    let document = try ToolError.naming(journal.name) {
      try file.document(
        appendix: appendix, in: language, report: report,
        checkpoint: stored?.newest(of: report.summary)?.checkpoint)
    }
    try output.write(renderer.text(of: document))
  }
}
