import Foundation
import RegistryEvents
import Testing

/// The published calendar of 2018 to 2027, read from `Fixtures/calendar/kz-calendar.csv`: what the engine is held to.
struct CalendarFixture {
  struct Row {
    let date: LocalDate
    let kind: String
    let name: String
  }

  let rows: [Row]
  private let kinds: [LocalDate: String]

  /// The one copy that the tests share.
  static let published = Result { try CalendarFixture() }

  private init() throws {
    let url = try #require(
      Bundle.module.url(forResource: "kz-calendar", withExtension: "csv", subdirectory: "Fixtures/calendar"))
    rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", maxSplits: 3)
      return Row(date: try #require(LocalDate(cells[0])), kind: String(cells[1]), name: String(cells[2]))
    }
    kinds = Dictionary(uniqueKeysWithValues: rows.map { ($0.date, $0.kind) })
  }

  /// Whether the file makes a day a working one, by its own words and the day of the week.
  func isWorkingDay(_ date: LocalDate) -> Bool {
    switch kinds[date] {
    case "transferred_work": return true
    case nil: return date.weekday <= 5
    default: return false
    }
  }

  func dates(of kind: String) -> Set<LocalDate> { Set(rows.filter { $0.kind == kind }.map(\.date)) }

  /// Every day of 2018 to 2027.
  static func days() throws -> [LocalDate] {
    let first = try #require(LocalDate("2018-01-01"))
    let last = try #require(LocalDate("2027-12-31"))
    return (0...last.days(since: first)).map { first.adding(days: $0) }
  }
}
