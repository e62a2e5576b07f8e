import RegistryEvents

/// The decisions that hold for a journal which declares none: the yearly transfers of days off and the first days of
/// Kurban Ait of 2018 to 2027, each with where it was published.
///
/// `knownFrom` is given where a decision changed what was known before and its day is on record; the other decisions
/// count as known from the start, although each was made some time before its days. The date of 2027 is an estimate, and
/// no transfer of 2027 is known: a journal declares both when they are announced.
enum DefaultDeclarations {
  /// In the order in which they became known.
  static let all: [CalendarDeclaration] = [
    CalendarDeclaration(
      daysOff: days("2018-03-09", "2018-04-30", "2018-05-08", "2018-08-31", "2018-12-31"),
      workingDays: days("2018-03-03", "2018-04-28", "2018-05-05", "2018-08-25", "2018-12-29"),
      source: "Government decree P1700000864; primeminister.kz"),
    CalendarDeclaration(kurbanAit: LocalDate("2018-08-21"), source: "mgorod.kz 27.07.2018"),
    CalendarDeclaration(
      daysOff: days("2019-05-10"),
      workingDays: days("2019-05-04"),
      source: "Government decree P1800000888 (by way of holidays (PyPI) 0.108; no second source)"),
    CalendarDeclaration(kurbanAit: LocalDate("2019-08-11"), source: "kokshetau.online"),
    CalendarDeclaration(
      daysOff: days("2020-01-03", "2020-05-08", "2020-12-18"),
      workingDays: days("2020-01-05", "2020-05-11", "2020-12-20"),
      source: "Government decree P1900000820; kyzylorda-news.kz; ardak.kz"),
    CalendarDeclaration(kurbanAit: LocalDate("2020-07-31"), source: "holidays (PyPI) 0.108; no second source"),
    CalendarDeclaration(
      daysOff: days("2021-07-05"),
      workingDays: days("2021-07-03"),
      source: "Government decree P2000000930; kt.kz"),
    CalendarDeclaration(kurbanAit: LocalDate("2021-07-20"), source: "kt.kz"),
    CalendarDeclaration(
      daysOff: days("2022-03-07", "2022-08-29"),
      workingDays: days("2022-03-05", "2022-08-27"),
      source: "Government decree 713 of 06.10.2021 as amended by P2200000796; pm.kz"),
    CalendarDeclaration(
      daysOff: days("2022-10-24"),
      workingDays: days("2022-10-22"),
      source: "Government decree P2200000796; rydnyimedia.kz"),
    CalendarDeclaration(kurbanAit: LocalDate("2022-07-09"), source: "holidays (PyPI) 0.108; no second source"),
    CalendarDeclaration(
      daysOff: days("2023-07-07"),
      workingDays: days("2023-07-01"),
      source: "Government decree P2300000326; newshub.kz"),
    CalendarDeclaration(kurbanAit: LocalDate("2023-06-28"), source: "newshub.kz 21.06.2023"),
    CalendarDeclaration(
      daysOff: days("2024-05-08"),
      workingDays: days("2024-05-04"),
      source: "Order G24G0000109; altainews.kz"),
    CalendarDeclaration(
      kurbanAit: LocalDate("2024-06-17"), source: "the date that held before the Spiritual Administration moved it"),
    CalendarDeclaration(
      kurbanAit: LocalDate("2024-06-16"),
      source: "Spiritual Administration of Muslims on 07.06.2024, moved from 17 June; alau.kz, zyryanovsk.kz",
      knownFrom: LocalDate("2024-06-07")),
    CalendarDeclaration(
      daysOff: days("2025-01-03"),
      workingDays: days("2025-01-05"),
      source: "Order 436 of 21.11.2024 (G24G0000436); caravan.kz, informburo.kz"),
    CalendarDeclaration(kurbanAit: LocalDate("2025-06-06"), source: "caravan.kz; mgorod.kz"),
    CalendarDeclaration(
      daysOff: days("2026-08-31"),
      source: "the 2026 calendar as published in December 2025, with Constitution Day on Sunday 30 August"),
    CalendarDeclaration(kurbanAit: LocalDate("2026-05-27"), source: "inform.kz 02.01.2026"),
    CalendarDeclaration(
      workingDays: days("2026-08-31"),
      source: "Constitution adopted by the referendum of 15.03.2026: Constitution Day leaves 30 August; taspanews.kz",
      knownFrom: LocalDate("2026-03-18")),
    CalendarDeclaration(
      kurbanAit: LocalDate("2027-05-16"),
      source: "holidays (PyPI) 0.108, an estimate: declare the date when it is announced"),
  ]

  private static func days(_ texts: String...) -> [LocalDate] { texts.compactMap { LocalDate($0) } }
}
