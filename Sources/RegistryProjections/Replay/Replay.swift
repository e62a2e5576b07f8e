public import RegistryEvents

/// Replays a journal: folds its standing acts, in the order of their lines, into any number of projections in one pass.
///
/// The state as at D, known at K, folds the lines with `seq` ≤ K whose acts have `at` ≤ D; acts of the control areas fold up to
/// K whatever their `at` (format §3). Lines after K are still read and checked, so that the journal's head is known.
public struct Replay: Sendable {
  /// The state that is asked for.
  public let asOf: AsOf
  /// How much is checked on the way.
  public let mode: VerificationMode
  private let rules: SigningRules
  private let damage: JournalWalk.Damage
  private let rootsAt: Set<UInt64>

  /// A replay.
  ///
  /// - Parameters:
  ///   - damage: what to do at a line that is refused; an audit reports it and goes on.
  ///   - rootsAt: the numbers of lines at which the root is to be known as well, to compare it with checkpoints.
  public init(
    asOf: AsOf, mode: VerificationMode = .full, rules: SigningRules = RuleBook.standard.signingRules,
    damage: JournalWalk.Damage = .stop, rootsAt: Set<UInt64> = []
  ) {
    self.rootsAt = rootsAt
    self.asOf = asOf
    self.mode = mode
    self.rules = rules
    self.damage = damage
  }

  /// Reads the journal and gives each act that counts to `fold`.
  ///
  /// - Parameters:
  ///   - line: is given every line as it passes, folded or not, to show progress by.
  ///   - known: is given every line that is known, as far as it was checked, before it is folded, if it is.
  ///   - fold: applies the act to whatever projections there are.
  /// - Throws: the first refusal of a line: no state is built on a journal that is not whole.
  public func run(
    _ reader: JournalReader, line: (Line) -> Void = { _ in },
    known seen: (WalkedLine, FoldContext) -> Void = { _, _ in },
    fold: (StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> ReplayReport {
    var context = FoldContext()
    var folded = 0
    var known: (seq: UInt64, recorded: Instant)?
    var declarations: [(CalendarDeclared, seq: UInt64)] = []
    let walk = JournalWalk(mode: mode, rules: rules, damage: damage, rootsAt: rootsAt)
    let summary = try walk.run(reader) { walked throws(RegistryError) in
      let current = walked.line
      line(current)
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

/// What a replay has read, besides the states that it built.
public struct ReplayReport: Sendable {
  /// The state that was asked for.
  public let asOf: AsOf
  /// What was found on the way, and how much was checked.
  public let summary: WalkSummary
  /// The last line known; `nil` if there is none.
  public let knownSeq: UInt64?
  /// When that line was recorded.
  public let knownRecorded: Instant?
  /// The number of acts folded.
  public let foldedActs: Int
  /// Astana's time as at the last line known.
  public let time: AstanaTime
  /// The working days as known at the last line known: a term is counted by what is known now of the days it runs over, not
  /// by what was known when it began.
  public let calendar: WorkingCalendar
}
