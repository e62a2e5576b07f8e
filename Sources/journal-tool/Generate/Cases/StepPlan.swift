import RegistryEvents
import RegistryProjections

/// The acts of a case as they are planned, one after the other.
struct StepPlan {
  let clock: OfficeClock
  var random: SeededRandom
  private(set) var steps: [CaseFile.Step] = []
  /// The day from which the term of what is decided next runs: of registration, or of the last act.
  private var start = Instant.earliest
  private var isHeard = false

  init(clock: OfficeClock, random: SeededRandom) {
    self.clock = clock
    self.random = random
  }

  /// When the last act planned is done.
  var last: Instant { steps.last?.at ?? start }

  private mutating func add(_ act: CaseFile.Act, at: Instant, recorded: Instant) {
    let earliest = steps.last.map { $0.recorded.adding(seconds: 1) } ?? at
    steps.append(CaseFile.Step(act: act, at: at, recorded: max(recorded, earliest)))
  }

  /// Plans an act; some of the office are recorded hours or days after they are done.
  private mutating func act(_ act: CaseFile.Act, at: Instant) {
    let draw = random.below(1000)
    let recorded: Instant
    if case .complaint = act {
      recorded = at.adding(seconds: Int64(random.number(in: 1...4)))
    } else if draw < Shares.recordedDaysLater {
      recorded = clock.moment(after: at, minutes: 1500...3500, &random)
    } else if draw < Shares.recordedDaysLater + Shares.recordedHoursLater {
      recorded = clock.moment(after: at, minutes: 60...360, &random)
    } else {
      recorded = at.adding(seconds: Int64(random.number(in: 2...40)))
    }
    add(act, at: at, recorded: recorded)
  }

  /// The filing: on the portal when it comes, on paper when the chancery works.
  mutating func file(at arrival: Instant, isPaper: Bool) {
    if isPaper {
      let at = clock.isAtWork(arrival) ? arrival : clock.moment(after: arrival, minutes: 5...60, &random)
      add(.filing, at: at, recorded: at.adding(seconds: Int64(random.number(in: 60...500))))
    } else {
      add(.filing, at: arrival, recorded: arrival.adding(seconds: Int64(random.number(in: 1...4))))
    }
    start = last
  }

  /// The numbered parts of the filing, each some seconds after the one before.
  mutating func listParts(_ count: Int) {
    for number in 1...count {
      let at = last.adding(seconds: Int64(random.number(in: 5...20)))
      add(.part(number), at: at, recorded: at.adding(seconds: 2))
    }
  }

  /// Registration: on the day of filing, or the next working day when it came after hours.
  mutating func register(isPaper: Bool) {
    var at = clock.moment(after: last, minutes: isPaper ? 10...20 : 3...75, &random)
    let isTaken = clock.isAtWork(last) && clock.date(of: at) > clock.date(of: last)
    if isTaken { at = last.adding(seconds: Int64(random.number(in: 120...400))) }
    if random.chance(perMille: Shares.lateRegistration) {
      at = clock.moment(workingDays: random.number(in: 1...2), after: at, notBefore: at, &random)
    }
    act(.registration, at: at)
    start = at
  }

  /// An act whose term runs from registration, sometimes after the term.
  mutating func decide(_ act: CaseFile.Act, workingDays: ClosedRange<Int>, late: ClosedRange<Int>) {
    let isLate = random.chance(perMille: Shares.late)
    let count = random.number(in: isLate ? late : workingDays)
    self.act(act, at: clock.moment(workingDays: count, after: start, notBefore: last, &random))
  }

  /// An act some working days after the last one; what follows runs from it.
  mutating func next(_ act: CaseFile.Act, workingDays: ClosedRange<Int>) {
    let at = clock.moment(workingDays: random.number(in: workingDays), after: last, notBefore: last, &random)
    self.act(act, at: at)
    start = at
  }

  /// An act some minutes after the last one.
  mutating func soon(_ act: CaseFile.Act) {
    self.act(act, at: clock.moment(after: last, minutes: 10...40, &random))
  }

  /// The notice of a hearing and the hearing.
  mutating func hear(noticeWorkingDays: ClosedRange<Int>) {
    decide(.hearingNotice, workingDays: noticeWorkingDays, late: 3...4)
    isHeard = true
    let isLate = random.chance(perMille: Shares.late)
    let day = clock.calendar.workingDay(
      after: clock.date(of: last), count: isLate ? 3 : random.number(in: 1...2))
    let slot = StepPlan.hearingSlots[random.below(StepPlan.hearingSlots.count)]
    act(.hearing, at: clock.time.instant(of: day, secondOfDay: slot + 60 * StepPlan.hearingMinutes))
  }

  /// The decision: on the day of the hearing, or the day after; on one of the last days of the term where there was none.
  mutating func afterHearing(_ act: CaseFile.Act) {
    guard isHeard else {
      decide(act, workingDays: 3...5, late: 6...9)
      return
    }
    if random.chance(perMille: 500) {
      self.act(act, at: clock.moment(after: last, minutes: 10...30, &random))
    } else {
      let count = random.chance(perMille: Shares.late) ? 4 : 1
      self.act(act, at: clock.moment(workingDays: count, after: last, notBefore: last, &random))
    }
    start = last
  }

  /// How long a hearing takes.
  static let hearingMinutes = 30

  /// When hearings begin.
  private static let hearingSlots = [600, 630, 660, 690, 900, 930, 960, 990, 1020].map { 60 * $0 }
}
