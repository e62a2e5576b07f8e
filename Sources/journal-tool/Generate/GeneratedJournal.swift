import RegistryEvents

/// The running state of a generator: the journal so far, the people, the cases, and what is still to happen.
struct GeneratedJournal {
  let settings: GeneratorSettings
  let keys: TestKeys
  let noteSigner: NoteSigner
  var recorder: JournalRecorder
  var staff: Staff
  var book: CaseBook
  /// The cases of the other registers.
  var others: OtherBook
  var queue = EventQueue<Event>()
  /// The keys of the firms that file on the portal, by the number of the firm.
  var firmKeys: [PrivateKey?] = []
  /// The id of the last `apk.rulesAmended`.
  var amendment: UUIDv7?
  var random: SeededRandom

  /// What happens at a moment.
  enum Event {
    /// The next act of a case.
    case step(CaseFile)
    /// Something of the office itself.
    case office(OfficeEvent)
    /// The next act of a case of another register.
    case other(OtherCase)
  }

  /// What happens in the office beside the cases.
  enum OfficeEvent {
    case officialEnrolled(Int)
    case calendarDeclared(CalendarDecision)
    case firmArrives(Int)
    case mandateWidened
    case keyRevoked, keyReplaced
    case rulesAmended
    case operatorInformed(InformedBody)
    case correctedByAuthority
  }

  /// A journal to be opened at an instant.
  ///
  /// - Throws: what the making of a key throws.
  init(settings: GeneratorSettings, clock: OfficeClock, opening: Instant) throws {
    self.settings = settings
    keys = TestKeys(seed: settings.seed)
    noteSigner = try keys.noteSigner(origin: settings.origin)
    recorder = JournalRecorder(origin: settings.origin, seed: settings.seed)
    staff = try Staff(keys: keys, from: opening, withProvider: settings.otherCases > 0)
    others = OtherBook(seed: settings.seed, clock: clock)
    book = CaseBook(settings: settings, clock: clock)
    random = SeededRandom(seed: settings.seed, purpose: "office")
  }
}
