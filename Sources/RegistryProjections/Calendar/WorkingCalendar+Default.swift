public import RegistryEvents

extension WorkingCalendar {
  /// The calendar of 2018 to 2027 as far as it is known to this version; beyond those years the law's days of rest, with
  /// no transfer and no Kurban Ait until they are declared.
  public static let `default`: WorkingCalendar = fold { _ in true }

  /// The calendar of 2018 to 2027 as it was known on a local day: without the decisions that became known later.
  ///
  /// The decisions of which the day is on record are the move of Kurban Ait on 2024-06-07 and the end of the 30 August
  /// holiday in 2026; all others are known on every day.
  public static func `default`(knownOn day: LocalDate) -> WorkingCalendar {
    fold { $0.knownFrom.map { $0 <= day } ?? true }
  }

  private static func fold(_ isKnown: (CalendarDeclaration) -> Bool) -> WorkingCalendar {
    var calendar = WorkingCalendar()
    for declaration in DefaultDeclarations.all where isKnown(declaration) {
      calendar = calendar.applying(declaration, seq: nil)
    }
    return calendar
  }
}
