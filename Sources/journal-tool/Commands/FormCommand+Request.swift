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
  /// As at when; `nil` for every act.
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
      at: moment ?? .instant(.latest), known: known, mode: .full, making: { _ in HardwareRegister() },
      fold: { register, act, context throws(RegistryError) in register.apply(act, context) })
    let extract = HardwareRegisterExtract(
      register, case: caseNumber, asAt: moment?.instant(in: report.time), report: report)
    let document = try ToolError.naming(journal.name) { try extract.document(in: language) }
    try output.write(renderer.opening(document))
    try extract.forEachRow(of: document) { cells in try output.write(renderer.row(cells, of: document)) }
    try output.write(renderer.closing(document))
  }

  private func writeResult(to output: ByteOutput, _ renderer: any DocumentRenderer) throws {
    let (file, report) = try journal.replay(
      at: moment ?? .instant(.latest), known: known, mode: .full,
      making: { _ in HardwareCaseFile(caseNumber: caseNumber ?? "") },
      fold: { file, act, context throws(RegistryError) in file.apply(act, context) })
    let document: Document
    do {
      document = try file.document(form, in: language, report: report)
    } catch {
      throw ToolError(try notStanding(report.asOf) ?? error, path: journal.name)
    }
    try output.write(renderer.text(of: document))
  }

  /// Why no document is made, if the case has an act of the kind that does not stand; a journal from standard input cannot be
  /// asked again.
  private func notStanding(_ asOf: AsOf) throws -> RegistryError? {
    guard journal.path != "-", let type = form.actType, let caseNumber else { return nil }
    var found: RegistryError?
    try journal.reading("Verifying") { reader, passed in
      let walk = JournalWalk(mode: .full, rules: RuleBook.standard.signingRules, damage: .stop)
      _ = try walk.run(reader) { walked throws(RegistryError) in
        passed(walked.line)
        guard case .verified(let verified) = walked, verified.judgement.standing != .stands else { return }
        let (line, act) = (verified.line, verified.line.act)
        guard act.type == type, act.caseNumber.map({ $0.utf8.elementsEqual(caseNumber.utf8) }) == true,
          act.at <= asOf.effective, isKnown(line)
        else { return }
        let reasons = verified.judgement.problems.map(\.code.rawValue).joined(separator: ", ")
        found = RegistryError(
          .actNotStanding, at: Place(seq: line.seq, fileOffset: line.fileOffset), detail: reasons)
      }
    }
    return found
  }

  private func isKnown(_ line: Line) -> Bool {
    switch known {
    case .latest: return true
    case .seq(let last): return line.seq <= last
    case .instant(let last): return line.recorded <= last
    }
  }
}
