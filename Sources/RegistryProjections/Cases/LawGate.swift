public import RegistryEvents

/// The law before a journal: follows what was recorded, and refuses what the law makes impossible as things then stand.
///
/// Hand it to a ``JournalWriter``, and nothing is appended but what ``CaseDecider`` lets pass.
public struct LawGate: ActGate {
  private let decider: CaseDecider
  private var context = FoldContext()
  /// The amendments that are known, and those met so far.
  private var known = Amendments()
  private var met = Amendments()
  /// The cases as they stand.
  public private(set) var cases: Cases
  /// The registers as they stand.
  public private(set) var registers: Registers

  /// The gate of a rule book, before line 0.
  public init(law book: RuleBook = .standard) {
    decider = CaseDecider(law: book)
    cases = Cases(law: book)
    registers = Registers(law: book)
  }

  /// Follows an act of the journal, in the order of the lines.
  public mutating func follow(_ standing: StandingAct) {
    // A standing act is as its type says, so nothing is left to go wrong here.
    try? met.declare(standing)
    guard let act = known.isEmpty ? standing : known.outcome(of: standing).act else { return }
    if act.act.says(OffsetDeclared.self), let declared = try? act.act.payload(OffsetDeclared.self) {
      context.time.declare(offsetSeconds: declared.offsetSeconds, from: declared.from)
    }
    cases.apply(act, context)
    registers.apply(act, context)
  }

  /// This gate with the amendments that a later one has met, where that one did not know them when it followed what they amend.
  public func restarted(knowing later: LawGate) -> LawGate? {
    guard later.met != later.known else { return nil }
    var gate = self
    gate.known = later.met
    return gate
  }

  /// Refuses an act that the law makes impossible.
  ///
  /// - Throws: `act-impossible`, with the refusal's code and clause.
  public func admit(_ act: Act, signers: [Signer], recorded: Instant) throws(RegistryError) {
    do throws(Refusal) {
      try decider.admit(act, signers: signers, cases: cases, registers: registers, time: context.time)
    } catch {
      throw RegistryError(.actImpossible, detail: "\(error)")
    }
  }
}
