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
    try run([reader], line: line, known: seen, fold: fold)
  }

  /// Reads journals of which each continues the one before as if they were one (format §5): lines are counted on, and what was declared
  /// holds on, but each has keys and a policy of its own.
  ///
  /// - Parameter begin: is given the index of each journal before it is read.
  /// - Throws: as of one journal; `predecessor-missing` where the first one continues another; `predecessor-mismatch` where one does not
  ///   continue the one before it.
  public func run(
    _ readers: [JournalReader], begin: (Int) -> Void = { _ in }, line: (Line) -> Void = { _ in },
    known seen: (WalkedLine, FoldContext) -> Void = { _, _ in },
    fold: (StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> ReplayReport {
    var folding = Folding()
    var summaries: [WalkSummary] = []
    for (index, reader) in readers.enumerated() {
      begin(index)
      let firstSeq = summaries.reduce(0) { $0 &+ $1.lines }
      let predecessor = summaries.last.map { JournalEnd($0) }
      let walk = JournalWalk(
        mode: mode, rules: rules, damage: damage, rootsAt: index + 1 == readers.count ? rootsAt : [],
        predecessor: predecessor)
      let isContinued = index + 1 < readers.count && mode != .none
      let summary = try walk.run(reader.counting(from: firstSeq), digestsFile: isContinued) {
        walked throws(RegistryError) in
        let current = walked.line
        if current.seq == firstSeq { try folding.begin(current.act, isFirst: predecessor == nil) }
        line(current)
        guard asOf.knows(seq: current.seq, recorded: current.recorded) else { return }
        folding.known = (current.seq, current.recorded)
        seen(walked, folding.context)
        guard let act = walked.standingAct else { return }
        try folding.declare(act)
        guard act.act.isKnown, act.act.at <= asOf.effective || act.act.isControl else { return }
        folding.count += 1
        try fold(act, folding.context)
      }
      summaries.append(summary)
    }
    guard let last = summaries.popLast() else { throw RegistryError(.journalEmpty) }
    return report(folding, last, continuing: summaries)
  }

  private func report(_ folding: Folding, _ last: WalkSummary, continuing earlier: [WalkSummary]) -> ReplayReport {
    var calendar = asOf.defaultCalendar(knownRecorded: folding.known?.recorded, folding.context.time)
    for (declared, seq) in folding.declarations {
      let declaration = CalendarDeclaration(
        daysOff: declared.daysOff, workingDays: declared.workingDays, source: declared.source)
      calendar = calendar.applying(declaration, seq: seq)
    }
    return ReplayReport(
      asOf: asOf, summary: last.following(earlier).asKnown(at: folding.known?.seq), continued: earlier, last: last,
      knownSeq: folding.known?.seq, knownRecorded: folding.known?.recorded, foldedActs: folding.count,
      time: folding.context.time, calendar: calendar)
  }

  /// What a replay knows at a line.
  private struct Folding {
    var context = FoldContext()
    var count = 0
    var known: (seq: UInt64, recorded: Instant)?
    var declarations: [(CalendarDeclared, seq: UInt64)] = []

    /// A journal begins, with a policy of its own.
    mutating func begin(_ act: Act, isFirst: Bool) throws(RegistryError) {
      let opening = try act.payload(JournalOpened.self)
      guard !isFirst || opening.continues == nil else {
        let detail = opening.continues?.origin ?? ""
        throw RegistryError(.predecessorMissing, at: Place(seq: 0, fileOffset: 0), detail: detail)
      }
      context.policy = opening.policy
    }

    mutating func declare(_ act: StandingAct) throws(RegistryError) {
      if act.act.is(OffsetDeclared.self) {
        let declared = try act.act.payload(OffsetDeclared.self)
        context.time.declare(offsetSeconds: declared.offsetSeconds, from: declared.from)
      } else if act.act.is(CalendarDeclared.self) {
        declarations.append((try act.act.payload(CalendarDeclared.self), act.seq))
      }
    }
  }
}

/// What a replay has read, besides the states that it built.
public struct ReplayReport: Sendable {
  /// The state that was asked for.
  public let asOf: AsOf
  /// What was found on the way, and how much was checked: of several journals in all of them, with lines counted on; what else it says is of
  /// the last journal.
  public let summary: WalkSummary
  /// The journals that the last one continues, each by itself.
  public let continued: [WalkSummary]
  /// The last journal by itself.
  private let last: WalkSummary
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

  init(
    asOf: AsOf, summary: WalkSummary, continued: [WalkSummary], last: WalkSummary, knownSeq: UInt64?,
    knownRecorded: Instant?, foldedActs: Int, time: AstanaTime, calendar: WorkingCalendar
  ) {
    self.asOf = asOf
    self.summary = summary
    self.continued = continued
    self.last = last
    self.knownSeq = knownSeq
    self.knownRecorded = knownRecorded
    self.foldedActs = foldedActs
    self.time = time
    self.calendar = calendar
  }

  /// The number of lines of all journals.
  public var lineCount: UInt64 { continued.reduce(last.lines) { $0 &+ $1.lines } }

  /// The journal in which a line stands, and the line's index there.
  public func place(of seq: UInt64) -> (journal: WalkSummary, seq: UInt64) {
    var rest = seq
    for summary in continued {
      if rest < summary.lines { return (summary, rest) }
      rest -= summary.lines
    }
    return (last, rest)
  }
}
