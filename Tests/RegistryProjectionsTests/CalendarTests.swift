import RegistryEvents
import RegistryProjections
import Testing

@Suite("The working calendar")
struct CalendarTests {
  let calendar = WorkingCalendar.default

  @Test("every day of 2018 to 2027 is a working day exactly when the published calendar says so")
  func everyDay() throws {
    let published = try CalendarFixture.published.get()
    for date in try CalendarFixture.days() {
      #expect(calendar.isWorkingDay(date) == published.isWorkingDay(date), "\(date)")
      #expect(calendar.kind(of: date).isWorking == calendar.isWorkingDay(date), "\(date)")
    }
  }

  @Test("the law alone yields the published holidays, and its days off but for Kurban Ait")
  func statutoryDays() throws {
    let published = try CalendarFixture.published.get()
    let law = WorkingCalendar()
    var holidays: Set<LocalDate> = []
    var daysOff: Set<LocalDate> = []
    for date in try CalendarFixture.days() {
      switch law.kind(of: date) {
      case .holiday: holidays.insert(date)
      case .dayOff: daysOff.insert(date)
      default: break
      }
    }
    #expect(holidays == published.dates(of: "holiday"))
    let feasts = published.rows.filter { $0.name.hasPrefix("Kurban Ait") }.map(\.date)
    #expect(feasts.count == 10)
    #expect(daysOff.union(feasts) == published.dates(of: "dayoff"))
    #expect(calendar.kurbanAit == feasts)
  }

  @Test("the substitution rule yields the published substitutes, and one more: the Monday that was moved in 2020")
  func substitutes() throws {
    let published = try CalendarFixture.published.get().dates(of: "substitute")
    let law = WorkingCalendar()
    let byRule = Set(
      try CalendarFixture.days().filter { if case .substitute = law.kind(of: $0) { true } else { false } })
    #expect(byRule.subtracting(published) == [try date("2020-05-11")])
    #expect(published.subtracting(byRule).isEmpty)
  }

  @Test("the declared transfers are the published ones")
  func transfers() throws {
    let published = try CalendarFixture.published.get()
    var off: Set<LocalDate> = []
    var work: Set<LocalDate> = []
    for date in try CalendarFixture.days() {
      switch calendar.kind(of: date) {
      case .declaredOff: off.insert(date)
      case .declaredWorking: work.insert(date)
      default: break
      }
    }
    #expect(off == published.dates(of: "transferred_off"))
    // 31 August 2026 was off in the calendar first published, and is a working day since.
    #expect(work == published.dates(of: "transferred_work").union([try date("2026-08-31")]))
  }

  @Test("a default calendar says what was known on a day")
  func knownOn() throws {
    let before = WorkingCalendar.default(knownOn: try date("2024-06-06"))
    let after = WorkingCalendar.default(knownOn: try date("2024-06-07"))
    #expect(before.kind(of: try date("2024-06-17")) == .dayOff("Kurban Ait, first day"))
    #expect(!before.isWorkingDay(try date("2026-08-31")))
    #expect(after.isWorkingDay(try date("2024-06-17")))
    #expect(after.kind(of: try date("2024-06-16")) == .dayOff("Kurban Ait, first day"))
    #expect(WorkingCalendar.default(knownOn: try date("2026-03-18")) == .default)
  }

  @Test("a declaration makes another calendar and leaves the one before")
  func declaring() throws {
    let saturday = try date("2028-03-04")
    let friday = try date("2028-03-10")
    let feast = try date("2028-05-05")
    let decision = CalendarDeclaration(
      daysOff: [friday], workingDays: [saturday], kurbanAit: feast, source: "an order")
    let next = calendar.applying(decision, seq: 41)
    #expect(next.declaredBySeq == 41)
    #expect(calendar.declaredBySeq == nil)
    #expect(next.isWorkingDay(saturday) && !next.isWorkingDay(friday) && !next.isWorkingDay(feast))
    #expect(!calendar.isWorkingDay(saturday) && calendar.isWorkingDay(friday) && calendar.isWorkingDay(feast))
    #expect(next.kind(of: friday) == .declaredOff(source: "an order"))
  }

  @Test("a later declaration about a day, or about one feast, counts instead of the earlier")
  func declaringAgain() throws {
    let day = try date("2028-03-10")
    let off = CalendarDeclaration(daysOff: [day], source: "first")
    let working = CalendarDeclaration(workingDays: [day], source: "second")
    #expect(calendar.applying(off, seq: 1).applying(working, seq: 2).isWorkingDay(day))
    #expect(!calendar.applying(working, seq: 1).applying(off, seq: 2).isWorkingDay(day))
    let feast = CalendarDeclaration(kurbanAit: try date("2028-05-05"), source: "first")
    let moved = CalendarDeclaration(kurbanAit: try date("2028-05-04"), source: "second")
    let twice = calendar.applying(feast, seq: 1).applying(moved, seq: 2)
    #expect(twice.isWorkingDay(try date("2028-05-05")))
    #expect(!twice.isWorkingDay(try date("2028-05-04")))
    // A feast declared on a day that was declared working is a day off: the last word.
    #expect(
      !calendar.applying(working, seq: 1).applying(.init(kurbanAit: day, source: "third"), seq: 2).isWorkingDay(day))
  }

  @Test("2039 has two feasts of Kurban Ait, and both stand")
  func twoFeasts() throws {
    let first = try date("2039-01-06")
    let second = try date("2039-12-26")
    let both = calendar.applying(.init(kurbanAit: first, source: "a"), seq: 1)
      .applying(.init(kurbanAit: second, source: "b"), seq: 2)
    #expect(both.kurbanAit.suffix(2) == [first, second])
    #expect(!both.isWorkingDay(first) && !both.isWorkingDay(second))
  }

  @Test("days outside the table follow the same law and the same declarations", arguments: ["2009", "2061", "2400"])
  func outsideTheTable(year: String) throws {
    #expect(!calendar.isWorkingDay(try date("\(year)-01-01")))
    let monday = try #require(
      (0..<7).lazy.map { try? date("\(year)-06-01").adding(days: $0) }.first { $0?.weekday == 1 })
    let day = try #require(monday)
    #expect(calendar.isWorkingDay(day))
    #expect(!calendar.applying(.init(daysOff: [day], source: "an order"), seq: 1).isWorkingDay(day))
    // 1 January, or its substitute, shifts the count the same way whether by table or by rule.
    #expect(calendar.workingDay(before: calendar.workingDay(after: day, count: 7), count: 7) == day)
  }

  @Test("the edges of the table join without a seam", arguments: ["2009-12-01", "2060-12-01"])
  func seams(start: String) throws {
    var counted = try date(start)
    for step in 1...60 {
      repeat { counted = counted.adding(days: 1) } while !calendar.kind(of: counted).isWorking
      #expect(calendar.workingDay(after: try date(start), count: step) == counted)
    }
  }

  private func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }
}
