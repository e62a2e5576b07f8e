import RegistryEvents
import RegistryProjections

/// Writes a journal such as a ministry could have had: the register of mining hardware by order 138/НҚ, in invented
/// cases of invented firms, signed with test keys.
///
/// The journal follows from the settings alone: no clock is read, and no randomness of the system. Lines come one at a time, in
/// the order in which they are recorded; what is held in memory are the open cases and a bounded number of entries and firms,
/// never the journal.
struct Generator {
  let settings: GeneratorSettings
  private let clock = OfficeClock()
  private let openingDay: LocalDate
  private var journal: GeneratedJournal
  /// The day whose cases are to be planned next, and how many cases were planned.
  private var day: LocalDate
  private var weightSoFar = 0
  private let weight: Int

  /// A generator that has written nothing.
  ///
  /// - Throws: what the making of a key throws.
  init(settings: GeneratorSettings) throws {
    self.settings = settings
    openingDay = clock.calendar.nextWorkingDay(onOrAfter: settings.firstDay)
    day = openingDay
    journal = try GeneratedJournal(
      settings: settings, clock: clock, opening: clock.time.instant(of: openingDay, secondOfDay: 9 * 3600))
    var weight = 0
    var date = openingDay
    while date <= settings.lastDay {
      weight += Generator.weight(of: date, clock, openingDay)
      date = date.adding(days: 1)
    }
    self.weight = weight
  }

  /// The state of the journal: its size and head.
  var recorder: JournalRecorder { journal.recorder }

  /// The key that signs the journal's checkpoints.
  var noteSigner: NoteSigner { journal.noteSigner }

  /// The checkpoint of what was written so far, as it is kept under `x.checkpoints/<size>`.
  ///
  /// - Throws: `cryptography-failed`.
  func checkpoint() throws -> [UInt8] { try recorder.checkpoint(signedBy: noteSigner) }

  /// Writes the journal: each line with its LF.
  ///
  /// - Throws: what the sink throws, or `cryptography-failed`.
  mutating func write(to sink: ([UInt8]) throws -> Void) throws {
    try sink(journal.open(at: clock.time.instant(of: openingDay, secondOfDay: 9 * 3600)))
    journal.planOffice(from: openingDay)
    let end = clock.time.endOfDay(settings.lastDay)
    while true {
      if day <= settings.lastDay, journal.queue.nextInstant.map({ $0 >= planning(day) }) ?? true {
        planCases()
        continue
      }
      guard let (at, event) = journal.queue.pop(), at.adding(seconds: 3) <= end else { break }
      let line =
        switch event {
        case .office(let event): try journal.perform(event, at: at)
        case .step(let file): try journal.perform(file)
        case .other(let file): try journal.perform(file)
        }
      if let line { try sink(line) }
    }
  }

  /// When the cases of a day are planned: before any of them can come.
  private func planning(_ day: LocalDate) -> Instant {
    day == openingDay ? clock.time.instant(of: day, secondOfDay: 14 * 3600) : clock.midnight(day)
  }

  private static func weight(of day: LocalDate, _ clock: OfficeClock, _ openingDay: LocalDate) -> Int {
    day == openingDay ? 400 : clock.calendar.isWorkingDay(day) ? 1000 : Shares.dayOff
  }

  /// Plans the cases that come on the next day: its share of all, in the order in which they come.
  private mutating func planCases() {
    let weightBefore = weightSoFar
    weightSoFar += Generator.weight(of: day, clock, openingDay)
    let count = share(of: settings.cases, since: weightBefore)
    var random = SeededRandom(seed: settings.seed, purpose: "arrivals \(day)")
    let arrivals = (0..<count).map { _ in arrival(on: day, &random) }.sorted()
    for arrival in arrivals {
      guard let file = journal.book.open(at: arrival), let first = file.steps.last else { continue }
      journal.queue.push(.step(file), at: first.recorded)
    }
    var others = SeededRandom(seed: settings.seed, purpose: "other arrivals \(day)")
    for _ in 0..<share(of: settings.otherCases, since: weightBefore) {
      journal.openOther(at: arrival(on: day, &others), &others)
    }
    day = day.adding(days: 1)
  }

  /// How many of all cases come on the day by which the weight has grown.
  private func share(of cases: Int, since before: Int) -> Int {
    cases * weightSoFar / max(1, weight) - cases * before / max(1, weight)
  }

  /// When somebody files: mostly in office hours, else in the evening or on a day off.
  private func arrival(on day: LocalDate, _ random: inout SeededRandom) -> Instant {
    if day == openingDay { return clock.time.instant(of: day, secondOfDay: random.number(in: 53_000...66_000)) }
    let isWorking = clock.calendar.isWorkingDay(day)
    if isWorking, !random.chance(perMille: Shares.outOfHours) { return clock.moment(on: day, &random) }
    let earliest = isWorking ? 18 * 3600 + 1860 : 8 * 3600
    return clock.time.instant(of: day, secondOfDay: random.number(in: earliest...86_300))
  }
}
