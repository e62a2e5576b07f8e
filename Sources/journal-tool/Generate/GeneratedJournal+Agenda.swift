import RegistryEvents
import RegistryProjections

extension GeneratedJournal {
  /// Puts into the queue what happens in the office beside the cases, from the day of opening on.
  mutating func planOffice(from opening: LocalDate) {
    let clock = book.clock
    func at(_ day: LocalDate, _ hour: Int, _ minute: Int) -> Instant {
      clock.time.instant(
        of: max(clock.calendar.nextWorkingDay(onOrAfter: day), opening), secondOfDay: 3600 * hour + 60 * minute)
    }
    for index in staff.officials.indices {
      queue.push(.office(.officialEnrolled(index)), at: at(opening, 9, 10 + 2 * index))
    }
    for decision in CalendarDecision.all where concerns(decision) {
      let isEarly = decision.recordedOn <= opening
      queue.push(.office(.calendarDeclared(decision)), at: at(decision.recordedOn, 9, isEarly ? 45 : 20))
    }
    planFirms(from: opening)
    for year in settings.firstDay.parts.year...max(settings.firstDay.parts.year, settings.lastDay.parts.year) {
      guard let first = LocalDate(year: year, month: 1, day: 1) else { continue }
      let start = max(first, opening)
      let days = max(0, min(first.adding(days: 364), settings.lastDay).days(since: start))
      // The thousandth parts of the year's days after which something happens, at a time of the day that no case uses twice.
      let agenda: [(OfficeEvent, part: Int, workingDaysLater: Int, minute: Int)] = [
        (.mandateWidened, 350, 0, 0), (.rulesAmended, 480, 0, 5), (.operatorInformed(.egovOperator), 480, 1, 10),
        (.operatorInformed(.contactCentre), 480, 2, 15), (.keyRevoked, 600, 0, 20), (.keyReplaced, 600, 0, 40),
        (.correctedByAuthority, 720, 0, 45),
      ]
      for (event, part, later, minute) in agenda {
        let day = clock.calendar.nextWorkingDay(onOrAfter: start.adding(days: 1 + days * part / 1000))
        queue.push(.office(event), at: at(clock.calendar.workingDay(after: day, count: later), 16, minute))
      }
    }
  }

  /// Whether a decision on days off touches the journal's years, or the days after them on which its terms may end.
  private func concerns(_ decision: CalendarDecision) -> Bool {
    (decision.declared.daysOff + decision.declared.workingDays).contains {
      $0 >= settings.firstDay && $0 <= settings.lastDay.adding(days: 40)
    }
  }

  /// The firms come: a tenth of them on the first day, the rest in the course of most of the time.
  private mutating func planFirms(from opening: LocalDate) {
    let clock = book.clock
    let count = min(max(settings.cases / 5, 3), 2000)
    let early = max(3, count / 10)
    let tenOClock = clock.time.instant(of: opening, secondOfDay: 10 * 3600)
    for number in 0..<early {
      queue.push(.office(.firmArrives(number)), at: tenOClock.adding(seconds: Int64(number * 7200 / early)))
    }
    let days = max(1, settings.lastDay.days(since: opening) * 85 / 100)
    let moments = (early..<count).map { number in
      let day = opening.adding(days: 1 + (number - early) * days / max(1, count - early))
      return clock.moment(on: clock.calendar.nextWorkingDay(onOrAfter: day), &random)
    }
    for (number, moment) in zip(early..<count, moments.sorted()) {
      queue.push(.office(.firmArrives(number)), at: moment)
    }
  }
}
