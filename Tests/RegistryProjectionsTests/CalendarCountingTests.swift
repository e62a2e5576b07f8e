import RegistryEvents
import RegistryProjections
import Testing

@Suite("Counting days")
struct CalendarCountingTests {
  let calendar = WorkingCalendar.default

  @Test("thirty days on from every day of 2018 to 2027 the count equals one made day by day on the published calendar")
  func forwards() throws {
    let published = try CalendarFixture.published.get()
    let last = try date("2027-12-31")
    for start in try CalendarFixture.days() {
      var counted = start
      for count in 1...30 {
        repeat { counted = counted.adding(days: 1) } while counted <= last && !published.isWorkingDay(counted)
        guard counted <= last else { break }
        if calendar.workingDay(after: start, count: count) != counted {
          Issue.record("\(start) + \(count): \(calendar.workingDay(after: start, count: count)), not \(counted)")
        }
      }
    }
  }

  @Test(
    "thirty days back from every day of 2018 to 2027 the count equals one made day by day on the published calendar")
  func backwards() throws {
    let published = try CalendarFixture.published.get()
    let first = try date("2018-01-01")
    for end in try CalendarFixture.days() {
      var counted = end
      for count in 1...30 {
        repeat { counted = counted.adding(days: -1) } while counted >= first && !published.isWorkingDay(counted)
        guard counted >= first else { break }
        if calendar.workingDay(before: end, count: count) != counted {
          Issue.record("\(end) - \(count): \(calendar.workingDay(before: end, count: count)), not \(counted)")
        }
      }
    }
  }

  @Test("calendar days end on a working day, and between two days lie as many as were counted")
  func calendarDaysAndDistances() throws {
    let published = try CalendarFixture.published.get()
    for start in try CalendarFixture.days() where start.parts.year < 2027 {
      for count in [0, 1, 10, 45, 60] {
        var end = start.adding(days: count)
        while !published.isWorkingDay(end) { end = end.adding(days: 1) }
        #expect(calendar.calendarDay(after: start, count: count) == end)
      }
      #expect(calendar.workingDays(after: start, through: calendar.workingDay(after: start, count: 14)) == 14)
      #expect(calendar.workingDays(after: start, through: start) == 0)
    }
  }

  @Test("a count of nothing is the day itself, and a hostile count ends where dates end")
  func extremes() throws {
    let day = try date("2025-01-04")
    #expect(calendar.workingDay(after: day, count: 0) == day)
    #expect(calendar.workingDay(after: day, count: -5) == day)
    #expect(calendar.workingDay(before: day, count: .min) == day)
    let last = try date("9999-12-31")
    #expect(calendar.workingDay(after: last, count: 3) == last)
    #expect(calendar.calendarDay(after: last, count: .max) >= last)
    let first = try date("0001-01-01")
    #expect(calendar.workingDay(before: first, count: 3) == first)
    #expect(calendar.calendarDay(after: day, count: .min) == (try date("2025-01-05")))
  }

  /// The worked table of terms: registration, completeness +2, hearing notice (end of +5) −3, +5, +10, +14.
  struct Worked: Sendable, CustomTestStringConvertible {
    let registered: String
    let terms: [String]
    var knownOn: String?
    var testDescription: String { registered + (knownOn.map { ", as known on \($0)" } ?? "") }
  }

  static let worked: [Worked] = [
    Worked(registered: "2023-09-04", terms: ["2023-09-06", "2023-09-06", "2023-09-11", "2023-09-18", "2023-09-22"]),
    Worked(registered: "2024-05-02", terms: ["2024-05-04", "2024-05-04", "2024-05-13", "2024-05-20", "2024-05-24"]),
    Worked(registered: "2024-06-14", terms: ["2024-06-18", "2024-06-18", "2024-06-21", "2024-06-28", "2024-07-04"]),
    Worked(registered: "2025-01-05", terms: ["2025-01-08", "2025-01-08", "2025-01-13", "2025-01-20", "2025-01-24"]),
    Worked(registered: "2025-03-20", terms: ["2025-03-27", "2025-03-27", "2025-04-01", "2025-04-08", "2025-04-14"]),
    Worked(registered: "2020-05-06", terms: ["2020-05-12", "2020-05-12", "2020-05-15", "2020-05-22", "2020-05-28"]),
    Worked(registered: "2026-08-28", terms: ["2026-09-01", "2026-09-01", "2026-09-04", "2026-09-11", "2026-09-17"]),
    Worked(
      registered: "2024-06-14", terms: ["2024-06-19", "2024-06-19", "2024-06-24", "2024-07-01", "2024-07-05"],
      knownOn: "2024-06-06"),
    Worked(
      registered: "2026-08-28", terms: ["2026-09-02", "2026-09-02", "2026-09-07", "2026-09-14", "2026-09-18"],
      knownOn: "2025-12-31"),
  ]

  @Test("the worked table of terms comes out row by row", arguments: worked)
  func workedTable(row: Worked) throws {
    let registered = try date(row.registered)
    let calendar = try row.knownOn.map { WorkingCalendar.default(knownOn: try date($0)) } ?? self.calendar
    let dueIn5 = calendar.workingDay(after: registered, count: 5)
    let terms = [
      calendar.workingDay(after: registered, count: 2), calendar.workingDay(before: dueIn5, count: 3), dueIn5,
      calendar.workingDay(after: registered, count: 10), calendar.workingDay(after: registered, count: 14),
    ]
    #expect(terms.map(\.description) == row.terms)
  }

  private func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }
}
