import RegistryEvents
import RegistryProjections

/// A decision on days off and working days as a generated journal records it.
struct CalendarDecision: Sendable {
  /// The day on which it is recorded; an earlier one than the journal's first day counts as that day.
  let recordedOn: LocalDate
  let declared: CalendarDeclared

  private init?(_ recordedOn: String, off: [String] = [], working: [String] = [], _ source: String) {
    guard let day = LocalDate(recordedOn) else { return nil }
    self.recordedOn = day
    declared = CalendarDeclared(
      daysOff: off.compactMap { LocalDate($0) }, source: source, workingDays: working.compactMap { LocalDate($0) })
  }

  /// The decision as a working calendar takes it.
  var declaration: CalendarDeclaration {
    CalendarDeclaration(daysOff: declared.daysOff, workingDays: declared.workingDays, source: declared.source)
  }

  /// The decisions of 2023 to 2026, in the order in which they are recorded. Only those of 2024-06-07 and 2026-03-18 became
  /// known on a day that is on record; the others are recorded some time before their days.
  static let all: [CalendarDecision] = [
    CalendarDecision(
      "2023-01-01", off: ["2023-06-28", "2023-07-07"], working: ["2023-07-01"],
      "Постановление Правительства РК (P2300000326): перенос с 1 на 7 июля; Құрбан айт 28 июня"),
    CalendarDecision("2024-01-01", off: ["2024-06-17"], "Құрбан айт: 17 июня 2024 года, по предварительному расчету"),
    CalendarDecision(
      "2024-04-15", off: ["2024-05-08"], working: ["2024-05-04"], "Приказ (G24G0000109): перенос с 8 мая на 4 мая"),
    CalendarDecision(
      "2024-06-07", off: ["2024-06-16"], working: ["2024-06-17"],
      "Духовное управление мусульман Казахстана, 07.06.2024: Құрбан айт 16 июня, 17 июня – рабочий день"),
    CalendarDecision(
      "2024-12-02", off: ["2025-01-03", "2025-06-06"], working: ["2025-01-05"],
      "Приказ № 436 от 21.11.2024 (G24G0000436): перенос с 3 на 5 января; Құрбан айт 6 июня"),
    CalendarDecision(
      "2025-12-22", off: ["2026-05-27", "2026-08-31"],
      "Календарь 2026 года, опубликованный в декабре 2025 года; Құрбан айт 27 мая"),
    CalendarDecision(
      "2026-03-18", working: ["2026-08-31"], "Конституция, принятая 15.03.2026: 30 августа – не праздник"),
  ].compactMap { $0 }
}
