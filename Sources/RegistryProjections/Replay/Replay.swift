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

  /// Reads a journal, or journals of which each continues the one before as if they were one (format §5), and folds every act that
  /// counts into a state. Lines are counted on across journals, and what was declared holds on, but each has keys and a policy of its
  /// own.
  ///
  /// Where a later line annuls or corrects an act, the state is made anew and the journals are read once more, knowing it.
  ///
  /// - Parameters:
  ///   - open: opens the journals, from their first bytes; asked again where they must be read again.
  ///   - initial: the state before the first line.
  ///   - begin: is given the index of each journal before it is read.
  ///   - line: is given every line as it passes, folded or not, to show progress by.
  ///   - seen: is given every line that is known, as far as it was checked, before it is folded, if it is.
  ///   - fold: applies the act to whatever projections the state holds.
  /// - Throws: the first refusal of a line: no state is built on a journal that is not whole; `predecessor-missing` where the first
  ///   journal continues another; `predecessor-mismatch` where one does not continue the one before it; what `open` throws.
  public func run<State>(
    _ open: () throws(RegistryError) -> [JournalReader], into initial: () -> State, begin: (Int) -> Void = { _ in },
    line: (Line) -> Void = { _ in }, known seen: (inout State, WalkedLine, FoldContext) -> Void = { _, _, _ in },
    fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> (state: State, report: ReplayReport) {
    var amendments = Amendments()
    while true {
      var state = initial()
      let (report, found) = try pass(
        try open(), amendments, begin: begin, line: line, known: { seen(&state, $0, $1) },
        fold: { (act, context) throws(RegistryError) in try fold(&state, act, context) })
      if found == amendments { return (state, report) }
      amendments = found
    }
  }

  /// Folds a journal in a file into a state.
  ///
  /// - Throws: what the system refuses, and what ``run(_:into:begin:line:known:fold:)`` throws.
  public func run<State>(
    path: String, into initial: () -> State,
    fold: (inout State, StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> (state: State, report: ReplayReport) {
    try run({ () throws(RegistryError) in [try JournalReader(path: path)] }, into: initial, fold: fold)
  }

  /// Reads the journals once, knowing amendments, and tells those that there are.
  package func pass(
    _ readers: [JournalReader], _ amendments: Amendments = Amendments(), begin: (Int) -> Void = { _ in },
    line: (Line) -> Void = { _ in }, known seen: (WalkedLine, FoldContext) -> Void = { _, _ in },
    fold: (StandingAct, FoldContext) throws(RegistryError) -> Void
  ) throws(RegistryError) -> (report: ReplayReport, amendments: Amendments) {
    var running = ReplayFold(asOf: asOf, knowing: amendments)
    for (index, reader) in readers.enumerated() {
      begin(index)
      let isLast = index + 1 == readers.count
      let isContinued = !isLast && mode != .none
      let walk = walk(after: running.summaries.last.map { JournalEnd($0) }, rootsAt: isLast ? rootsAt : [])
      let summary = try walk.run(reader.counting(from: running.lineCount), digestsFile: isContinued) {
        walked throws(RegistryError) in
        line(walked.line)
        try running.take(walked, known: seen, fold: fold)
      }
      running.end(summary)
    }
    return (try running.report(), running.met)
  }

  private func walk(after predecessor: JournalEnd?, rootsAt: Set<UInt64>) -> JournalWalk {
    JournalWalk(mode: mode, rules: rules, damage: damage, rootsAt: rootsAt, predecessor: predecessor)
  }

  /// A follower of a journal that checks what this replay checks.
  func follower(path: String, continuing predecessors: [String]) throws(RegistryError) -> JournalFollower {
    try JournalFollower(path: path, continuing: predecessors, mode: mode, rules: rules)
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
  /// The lines of standing annulments and corrections that change nothing: no act before them has the id, or it cannot be so amended.
  public let idleAmendments: [UInt64]

  init(
    asOf: AsOf, summary: WalkSummary, continued: [WalkSummary], last: WalkSummary, knownSeq: UInt64?,
    knownRecorded: Instant?, foldedActs: Int, time: AstanaTime, calendar: WorkingCalendar, idleAmendments: [UInt64]
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
    self.idleAmendments = idleAmendments
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
