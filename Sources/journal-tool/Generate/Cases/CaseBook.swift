import RegistryEvents

/// What the cases of a journal have in common: the firms so far, entries that stand, units that are for sale, who will
/// file again, and the counters. All of it is bounded, whatever the number of cases.
struct CaseBook {
  let settings: GeneratorSettings
  let clock: OfficeClock
  /// The firms that have come so far.
  var firms: [Firm] = []
  var standing = StandingEntries()
  /// Lots that were sold and may be applied for by another firm.
  var sold: [(seller: Int, lot: HardwareLot)] = []
  /// Applications that will be made again, with what was wrong mended.
  var refilings: [Refiling] = []
  var opened = 0
  var nextUnit = 1
  var nextEntry: Int64 = 1
  /// Documents of the office, by kind.
  var documents: [String: Int] = [:]

  /// What is filed again.
  struct Refiling {
    let firm: Firm
    let lot: HardwareLot
    let notBefore: Instant
  }

  init(settings: GeneratorSettings, clock: OfficeClock) {
    self.settings = settings
    self.clock = clock
  }

  private static let mostRefilings = 512
  private static let mostSold = 128

  /// The next number of a document of a kind, such as `INC-2024/000017`.
  mutating func documentNumber(_ kind: String, _ at: Instant) -> String {
    documents[kind, default: 0] += 1
    return "\(kind)-\(clock.date(of: at).parts.year)/\(padded(documents[kind] ?? 0, to: 6))"
  }

  /// A new lot of some units.
  mutating func newLot(_ count: Int, on day: LocalDate, _ random: inout SeededRandom) -> HardwareLot {
    let imported = day.adding(days: -random.number(in: 20...400))
    let lot = HardwareLot(
      model: random.below(DeviceModel.all.count), firstUnit: nextUnit, count: count,
      customsDeclaration: HardwareLot.customsDeclaration(of: imported, &random))
    nextUnit += count
    return lot
  }

  mutating func addSold(_ block: EntryBlock) {
    if sold.count >= CaseBook.mostSold { sold.removeFirst() }
    sold.append((block.firm.number, block.lot))
  }

  mutating func addRefiling(_ refiling: Refiling) {
    if refilings.count < CaseBook.mostRefilings { refilings.append(refiling) }
  }

  /// Who is to file again by now; nobody, if `nil`.
  mutating func takeRefiling(at instant: Instant) -> Refiling? {
    refilings.firstIndex { $0.notBefore <= instant }.map { refilings.remove(at: $0) }
  }

  /// Takes a lot that another firm has sold.
  mutating func takeSold(notBy firm: Firm) -> HardwareLot? {
    sold.firstIndex { $0.seller != firm.number }.map { sold.remove(at: $0).lot }
  }

  /// How many units an application lists: mostly one, now and then hundreds, the settings' number on average.
  func size(_ random: inout SeededRandom) -> Int {
    // In tenths of a per cent: the excess over one unit, first from applications of 2 to 4 units (3 on average), the rest from those
    // of 2 to 340 (20.5 on average).
    let excess = (settings.unitsPerCaseTenths - 10) * 100
    let few = min(excess / 4, 350)
    let many = (excess - 2 * few) * 10 / 195
    let draw = random.below(1000)
    if draw < few { return random.number(in: 2...4) }
    guard draw < few + many else { return 1 }
    switch random.below(100) {
    case 0..<50: return random.number(in: 2...6)
    case 50..<80: return random.number(in: 7...20)
    case 80..<96: return random.number(in: 21...60)
    default: return random.number(in: 61...340)
    }
  }
}
