import RegistryEvents

/// The sequential part of a replay: takes lines in their order, and hands on the acts that count.
struct ReplayFold {
  private let asOf: AsOf
  private var context = FoldContext()
  private var folded = 0
  private var known: (seq: UInt64, recorded: Instant)?
  private var declarations: [(CalendarDeclared, seq: UInt64)] = []

  init(asOf: AsOf) { self.asOf = asOf }

  /// Takes a line in, if it is known at the state asked for.
  mutating func take(
    _ walked: WalkedLine, known seen: (WalkedLine, FoldContext) -> Void,
    fold: (StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let current = walked.line
    guard asOf.knows(seq: current.seq, recorded: current.recorded) else { return }
    known = (current.seq, current.recorded)
    seen(walked, context)
    guard let act = walked.standingAct else { return }
    if act.act.is(OffsetDeclared.self) {
      let declared = try act.act.payload(OffsetDeclared.self)
      context.time.declare(offsetSeconds: declared.offsetSeconds, from: declared.from)
    } else if act.act.is(CalendarDeclared.self) {
      declarations.append((try act.act.payload(CalendarDeclared.self), act.seq))
    } else if act.seq == 0, act.act.is(JournalOpened.self) {
      context.policy = try act.act.payload(JournalOpened.self).policy
    }
    guard act.act.isKnown, act.act.at <= asOf.effective || act.act.isControl else { return }
    folded += 1
    try fold(act, context)
  }

  /// What was read so far.
  func report(_ summary: WalkSummary) -> ReplayReport {
    var calendar = asOf.defaultCalendar(knownRecorded: known?.recorded, context.time)
    for (declared, seq) in declarations {
      let declaration = CalendarDeclaration(
        daysOff: declared.daysOff, workingDays: declared.workingDays, source: declared.source)
      calendar = calendar.applying(declaration, seq: seq)
    }
    return ReplayReport(
      asOf: asOf, summary: summary, knownSeq: known?.seq, knownRecorded: known?.recorded, foldedActs: folded,
      time: context.time, calendar: calendar)
  }
}
