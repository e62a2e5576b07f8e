import RegistryEvents

/// A short journal that a reader can follow by eye: thirty-nine lines of February to July 2024, in which every type of act occurs
/// at least once. `Journals/README.md` tells it line by line.
///
/// Like ``Generator`` it follows from its seed alone.
struct Tour {
  /// The name of the journal.
  static let origin = "apk.registry.example.kz/tour"

  let keys: TestKeys
  let noteSigner: NoteSigner
  let people: TourPeople
  private(set) var recorder: JournalRecorder
  private var lines: [[UInt8]] = []
  private var last: ActDraft.Seen?

  /// The tour under a seed, not yet written.
  ///
  /// - Throws: what the making of a key throws.
  init(seed: UInt64 = 1) throws {
    keys = TestKeys(seed: seed)
    noteSigner = try keys.noteSigner(origin: Tour.origin)
    people = try TourPeople(keys: keys)
    recorder = JournalRecorder(origin: Tour.origin, seed: seed)
  }

  /// Writes the journal: each line with its LF.
  ///
  /// - Throws: what the sink throws, or `cryptography-failed`.
  mutating func write(to sink: ([UInt8]) throws -> Void) throws {
    try open()
    let complexes = try fiveMachines()
    try onPaper()
    try expiredLease()
    try repeatedSerial(of: complexes)
    try moved(complexes)
    try changeOfKeys()
    try sold(complexes)
    try afterwards(complexes)
    for line in lines { try sink(line) }
    lines = []
  }

  /// The checkpoint of the whole journal, as it is kept under `x.checkpoints/<size>`.
  ///
  /// - Throws: `cryptography-failed`.
  func checkpoint() throws -> [UInt8] { try recorder.checkpoint(signedBy: noteSigner) }

  /// Records line 0, signed by all first keys.
  mutating func recordOpening(_ opened: JournalOpened, _ at: Instant, keys: [PrivateKey]) throws {
    lines.append(try recorder.record(opened, at: at, recorded: at, keys: keys).bytes)
  }

  /// Records an act.
  ///
  /// - Parameters:
  ///   - wait: the seconds after which it is recorded.
  ///   - sees: whether the author says that he had the line before this one before him.
  @discardableResult
  mutating func record(
    _ payload: any ActPayload, _ at: Instant, case caseNumber: String? = nil, by keys: PrivateKey...,
    wait: Int64 = 3, sees: Bool = false
  ) throws -> JournalRecorder.Recorded {
    let recorded = try recorder.record(
      payload, at: at, recorded: at.adding(seconds: wait), case: caseNumber, seen: sees ? last : nil, keys: keys)
    last = recorded.line
    lines.append(recorded.bytes)
    return recorded
  }

  /// A local moment in Astana.
  static func moment(_ day: String, _ hour: Int, _ minute: Int) -> Instant {
    AstanaTime().instant(of: date(day), secondOfDay: 3600 * hour + 60 * minute)
  }

  /// A day, `YYYY-MM-DD`.
  static func date(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(daysSinceEpoch: 0) }
}
