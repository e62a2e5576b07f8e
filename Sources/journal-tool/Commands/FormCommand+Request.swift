import RegistryEvents
import RegistryProjections

/// A document that is asked for, and the journal that it is made from.
struct FormRequest {
  /// Which form.
  let form: HardwareForm
  /// The case; there is one unless the register is asked for.
  let caseNumber: String?
  /// In which language.
  let language: DocumentLanguage
  /// As at when; `nil` for every act that is known.
  let moment: EffectiveMoment?
  /// As known at which line.
  let known: AsOf.Known
  /// The journal.
  let journal: JournalSource

  /// Makes the document and writes it.
  func write(to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    if form == .register { try writeRegister(to: output, renderer) } else { try writeResult(to: output, renderer) }
  }

  private func writeRegister(to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    let (register, report) = try journal.replay(
      at: moment ?? .latest, known: known, mode: .full, making: { _ in HardwareRegister() },
      fold: { register, act, context in register.apply(act, context) })
    let extract = HardwareRegisterExtract(
      register, case: caseNumber, asAt: moment?.instant(in: report.time), report: report)
    let document = try ToolError.naming(journal.name) { try extract.document(in: language) }
    try output.write(renderer.opening(document))
    try extract.forEachRow(of: document) { cells in try output.write(renderer.row(cells, of: document)) }
    try output.write(renderer.closing(document))
  }

  private func writeResult(to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    let stored = try journal.storedCheckpoints()
    let (file, report) = try journal.replay(
      at: moment ?? .latest, known: known, mode: .full, rootsAt: stored?.sizes ?? [],
      making: { HardwareCaseFile(caseNumber: caseNumber ?? "", asAt: $0) },
      see: { file, line, _ in file.see(line) }, fold: { file, act, context in file.apply(act, context) })
    let document = try ToolError.naming(journal.name) {
      try file.document(
        form, in: language, report: report, checkpoint: stored?.newest(of: report.summary)?.checkpoint)
    }
    try output.write(renderer.text(of: document))
  }
}
