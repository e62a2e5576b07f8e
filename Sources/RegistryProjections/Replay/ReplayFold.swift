import RegistryEvents

/// The sequential part of a replay: takes lines in their order, and hands on the acts that count. It goes on from one journal to the next that
/// continues it.
struct ReplayFold {
  private let asOf: AsOf
  /// The amendments that are known from an earlier reading.
  private let amendments: Amendments
  /// Those met so far.
  private(set) var met = Amendments()
  /// The lines of those that changed an act.
  private var applied: Set<UInt64> = []
  private var declarations = Declarations()
  private var folded = 0
  private var known: (seq: UInt64, recorded: Instant)?
  /// The journals that were read to their ends.
  private(set) var summaries: [WalkSummary] = []

  init(asOf: AsOf, knowing amendments: Amendments) {
    self.asOf = asOf
    self.amendments = amendments
  }

  /// Takes a line in, if it is known at the state asked for.
  mutating func take(
    _ walked: WalkedLine, known seen: (WalkedLine, FoldContext) -> Void,
    fold: (StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let current = walked.line
    if current.seq == lineCount { try open(current.act) }
    guard asOf.knows(seq: current.seq, recorded: current.recorded) else { return }
    known = (current.seq, current.recorded)
    var walked = walked
    if !amendments.isEmpty, let standing = walked.standingAct {
      let outcome = amendments.outcome(of: standing)
      if !outcome.by.isEmpty { walked = .amended(walked, outcome.act) }
      applied.formUnion(outcome.by)
    }
    seen(walked, declarations.context)
    guard let act = walked.standingAct else { return }
    if try !declarations.follow(act) { try met.declare(act) }
    guard act.act.isKnown, act.act.at <= asOf.effective || act.act.isControl else { return }
    folded += 1
    try fold(act, declarations.context)
  }

  /// A journal begins, with a policy of its own.
  ///
  /// - Throws: `predecessor-missing` where it continues one that was not read before it.
  private mutating func open(_ act: Act) throws(RegistryError) {
    let opening = try act.payload(JournalOpened.self)
    guard !summaries.isEmpty || opening.continues == nil else {
      let detail = opening.continues?.origin ?? ""
      throw RegistryError(.predecessorMissing, at: Place(seq: 0, fileOffset: 0), detail: detail)
    }
    declarations.begin(opening)
  }

  /// The number of lines of the journals that were read to their ends.
  var lineCount: UInt64 { summaries.reduce(0) { $0 &+ $1.lines } }

  /// Takes in that a journal was read to its end.
  mutating func end(_ summary: WalkSummary) { summaries.append(summary) }

  /// What was read, when every journal has come to its end.
  ///
  /// - Throws: `journal-empty` where there was none.
  func report() throws(RegistryError) -> ReplayReport {
    guard let last = summaries.last else { throw RegistryError(.journalEmpty) }
    return report(last, continuing: Array(summaries.dropLast()))
  }

  /// What was read so far, of one journal that goes on or of the last.
  func report(_ last: WalkSummary, continuing earlier: [WalkSummary] = []) -> ReplayReport {
    let time = declarations.context.time
    let calendar = declarations.calendar(on: asOf.defaultCalendar(knownRecorded: known?.recorded, time))
    return ReplayReport(
      asOf: asOf, summary: last.following(earlier).asKnown(at: known?.seq), continued: earlier, last: last,
      knownSeq: known?.seq, knownRecorded: known?.recorded, foldedActs: folded, time: time, calendar: calendar,
      idleAmendments: met.lines.subtracting(applied).sorted())
  }
}
