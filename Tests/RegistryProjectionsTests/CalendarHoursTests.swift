import RegistryEvents
import RegistryProjections
import Testing

@Suite("Working hours and the ends of terms")
struct CalendarHoursTests {
  let calendar = WorkingCalendar.default
  let hours = WorkingHours.from9To1830
  let time = AstanaTime()

  @Test(
    "a submission is taken in on its own day within hours, and on the next working day after them",
    arguments: [
      ("2023-09-04T08:00:00Z", "2023-09-04"),  // 14:00, the lunch break
      ("2023-09-04T12:30:00Z", "2023-09-04"),  // 18:30:00
      ("2023-09-04T12:30:01Z", "2023-09-05"),  // 18:30:01
      ("2023-09-03T20:00:00Z", "2023-09-04"),  // Monday 02:00, before the office opens
      ("2023-09-01T13:00:00Z", "2023-09-04"),  // Friday evening
      ("2023-09-02T06:00:00Z", "2023-09-04"),  // Saturday noon
      ("2025-01-03T06:00:00Z", "2025-01-05"),  // a Friday off; Sunday 5 January is a working day
      ("2025-03-20T14:00:00Z", "2025-03-26"),  // the evening before Nowruz
      ("2024-02-29T12:30:00Z", "2024-02-29"),  // 18:30 at +06:00, the last day of that offset
      ("2024-03-01T13:30:00Z", "2024-03-01"),  // 18:30 at +05:00, the first
    ])
  func intake(instant: String, day: String) throws {
    let submitted = try #require(Instant(instant))
    #expect(calendar.intakeDate(of: submitted, hours: hours, time: time).description == day)
  }

  @Test("a provider's term ends when the office closes, a filing's at 24:00")
  func ends() throws {
    let day = try #require(LocalDate("2024-03-01"))
    #expect(EndOfDay.officeCloses.lastInstant(of: day, hours: hours, time: time) == Instant("2024-03-01T13:30:00Z"))
    #expect(EndOfDay.midnight.lastInstant(of: day, hours: hours, time: time) == Instant("2024-03-01T18:59:59Z"))
  }

  @Test("hours that close before they open, or lie outside a day, are none")
  func impossibleHours() {
    #expect(WorkingHours(opens: 10, closes: 10) == nil)
    #expect(WorkingHours(opens: -1, closes: 10) == nil)
    #expect(WorkingHours(opens: 0, closes: 86_400) == nil)
    #expect(WorkingHours(opens: 9 * 3600, closes: 18 * 3600 + 1800) == hours)
  }
}
