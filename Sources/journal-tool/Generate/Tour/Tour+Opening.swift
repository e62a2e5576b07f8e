import RegistryEvents

extension Tour {
  /// Lines 0 to 3: the journal is opened, the calendar declared, the company's key enrolled.
  mutating func open() throws {
    let opening = Tour.moment("2024-02-26", 9, 0)
    let opened = JournalOpened.generated(
      origin: Tour.origin, keys: people.first.map(\.enrolment), noteKey: noteSigner.verifierKey)
    try recordOpening(opened, opening, keys: people.first.map(\.key))

    let lastHourBefore = Instant("2024-02-29T18:00:00Z") ?? opening
    try record(
      OffsetDeclared(
        from: lastHourBefore, offsetSeconds: 5 * 3600,
        source: "Постановление Правительства РК: единый часовой пояс UTC+5 с 1 марта 2024 года"),
      Tour.moment("2024-02-26", 9, 30), by: people.head.key)
    try record(
      CalendarDeclared(
        daysOff: [Tour.date("2024-05-08"), Tour.date("2024-06-17")],
        source: "Приказ (G24G0000109): перенос с 8 мая на 4 мая; Құрбан айт 17 июня, по предварительному расчету",
        workingDays: [Tour.date("2024-05-04")]),
      Tour.moment("2024-02-26", 9, 40), by: people.head.key)
    try record(
      people.company.enrolment, Tour.moment("2024-02-27", 10, 0), by: people.firstKeyMaster.key, people.company.key)
  }

  /// Lines 29 to 31: a lost key is revoked and replaced; Kurban Ait moves.
  mutating func changeOfKeys() throws {
    try record(
      KeyRevoked(
        kid: people.chanceryWorker.key.publicKey.thumbprint, lastValidSeq: Int64(clamping: recorder.size) - 1,
        reason: "Утеря защищенного носителя ключа"),
      Tour.moment("2024-06-03", 9, 20), by: people.firstKeyMaster.key)
    try record(
      people.chanceryWorkerAgain.enrolment, Tour.moment("2024-06-03", 9, 50), by: people.secondKeyMaster.key,
      people.chanceryWorkerAgain.key)
    try record(
      CalendarDeclared(
        daysOff: [Tour.date("2024-06-16")],
        source: "Духовное управление мусульман Казахстана, 07.06.2024: Құрбан айт 16 июня, 17 июня – рабочий день",
        workingDays: [Tour.date("2024-06-17")]),
      Tour.moment("2024-06-07", 17, 30), by: people.head.key)
  }

  /// Lines 36 to 38: the Rules are amended, and one of two bodies is told; a court arrests a machine.
  mutating func afterwards(_ complexes: Complexes) throws {
    let amended = try record(
      RulesAmended(
        inForceFrom: Tour.date("2024-07-01"), order: "Приказ № 000/НҚ от 14.06.2024 (тест)",
        source: "Эталонный контрольный банк НПА (тест)"),
      Tour.moment("2024-07-01", 10, 0), by: people.employee.key)
    try record(
      OperatorInformed(amendment: amended.id, to: .egovOperator), Tour.moment("2024-07-03", 11, 0),
      by: people.employee.key)
    try record(
      CorrectedByAuthority(
        basis: "Определение СМЭС г. Астаны № 0000-24-00-2к/000 от 08.07.2024 (тест)",
        entries: [EntryRange(first: 2, last: 2)], text: "Арест на АПК в обеспечение иска; запись остается в реестре"),
      Tour.moment("2024-07-10", 15, 0), by: people.authorisedPerson.key)
  }
}
