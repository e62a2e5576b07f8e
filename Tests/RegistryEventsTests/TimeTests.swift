import RegistryEvents
import Testing

@Suite("Instants and local dates")
struct TimeTests {
  @Test(
    "an instant has one spelling",
    arguments: ["2000-01-01T00:00:00Z", "2024-02-29T17:59:59Z", "9999-12-31T23:59:59Z", "2100-02-28T00:00:00Z"])
  func oneSpelling(text: String) throws {
    #expect(try #require(Instant(text)).description == text)
  }

  @Test(
    "what is not a real instant is refused",
    arguments: [
      "1999-12-31T23:59:59Z", "2023-02-29T00:00:00Z", "2024-01-01T00:00:60Z", "2024-01-01T24:00:00Z",
      "2024-01-01t00:00:00Z", "2024-01-01T00:00:00+00", "2024-01-01T00:00:00", "2024-13-01T00:00:00Z",
      "2100-02-29T00:00:00Z",
      "２024-01-01T00:00:00Z", "", "2024-00-10T00:00:00Z", "2024-01-00T00:00:00Z",
    ])
  func refused(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test("every day of four centuries has its parts and its weekday")
  func everyDay() throws {
    var date = try #require(LocalDate("2000-01-01"))
    var weekday = 6
    for year in 2000..<2400 {
      for month in 1...12 {
        for day in 1...LocalDate.daysInMonth(month, ofYear: year) {
          #expect(date.parts == (year, month, day))
          #expect(LocalDate(year: year, month: month, day: day) == date)
          #expect(date.weekday == weekday)
          date = date.adding(days: 1)
          weekday = weekday % 7 + 1
        }
      }
    }
  }

  @Test("Astana moved its clock back on 1 March 2024, and 23:00 to 24:00 of 29 February occurs twice")
  func astana() throws {
    let time = AstanaTime()
    let leapDay = try #require(LocalDate("2024-02-29"))
    #expect(time.date(of: try #require(Instant("2024-02-29T17:59:59Z"))) == leapDay)
    #expect(time.date(of: try #require(Instant("2024-02-29T18:00:00Z"))) == leapDay)
    #expect(time.date(of: try #require(Instant("2024-02-29T19:00:00Z"))) == leapDay.adding(days: 1))
    #expect(time.endOfDay(leapDay) == Instant("2024-02-29T18:59:59Z"))
    #expect(time.instant(of: leapDay, secondOfDay: 18 * 3600 + 1800) == Instant("2024-02-29T12:30:00Z"))
    #expect(time.instant(of: leapDay.adding(days: 1), secondOfDay: 9 * 3600) == Instant("2024-03-01T04:00:00Z"))
  }
}
