internal import RegistryEvents

/// What standing acts declare for all the others: Astana's time, days off and working days, and the journal's policy.
struct Declarations {
  /// What is known at the line being folded.
  private(set) var context = FoldContext()
  private var calendars: [(declared: CalendarDeclared, seq: UInt64)] = []

  /// Whether an act is one that declares, or opens a journal.
  static func declares(_ act: Act) -> Bool {
    act.is(OffsetDeclared.self) || act.is(CalendarDeclared.self) || act.is(JournalOpened.self)
  }

  /// A journal begins, with a policy of its own.
  mutating func begin(_ opening: JournalOpened) { context.policy = opening.policy }

  /// Follows an act that declares, and tells whether it is one; any other changes nothing.
  mutating func follow(_ act: StandingAct) throws(RegistryError) -> Bool {
    if act.act.is(OffsetDeclared.self) {
      let declared = try act.act.payload(OffsetDeclared.self)
      context.time.declare(offsetSeconds: declared.offsetSeconds, from: declared.from)
    } else if act.act.is(CalendarDeclared.self) {
      calendars.append((try act.act.payload(CalendarDeclared.self), act.seq))
    } else {
      return false
    }
    return true
  }

  /// The working days that a calendar becomes by what was declared.
  func calendar(on base: WorkingCalendar) -> WorkingCalendar {
    calendars.reduce(base) { calendar, next in
      let declaration = CalendarDeclaration(
        daysOff: next.declared.daysOff, workingDays: next.declared.workingDays, source: next.declared.source)
      return calendar.applying(declaration, seq: next.seq)
    }
  }
}
