import RegistryEvents

/// A case of another register than that of hardware: who files, and the acts that are still to come.
final class OtherCase {
  /// The number of the case.
  let number: String
  /// How many such cases came before.
  let ordinal: Int
  let firm: Firm
  /// What is still to come, the next one last.
  var steps: [Step] = []
  /// The ids of the acts on record, by their names in the plan.
  var ids: [String: UUIDv7] = [:]
  var lastAt = Instant.earliest

  init(number: String, ordinal: Int, firm: Firm) {
    self.number = number
    self.ordinal = ordinal
    self.firm = firm
  }

  /// An act as it is planned.
  struct Step {
    let at: Instant
    let type: String
    /// Who does it.
    let role: OfficeRole
    /// By which later acts refer to it.
    let name: String
    /// What it says; `nil` where what it needs is not there, and the case ends without it.
    let what: (inout OtherBook, OtherCase, Moment) -> CanonicalValue?
  }

  /// The day of an act, and who signs its document.
  struct Moment {
    let day: LocalDate
    let signatory: CanonicalValue
  }

  /// The id of an act, as a later one says it.
  subscript(_ name: String) -> CanonicalValue { (ids[name]?.description).map(CanonicalValue.string) ?? .null }

  /// The members that name the applicant in every filing.
  var applicant: CanonicalValue {
    ["id": .string(firm.id), "kind": .string(firm.kind.rawValue), "name": .string(firm.name)]
  }

  var contacts: CanonicalValue { ["email": .string(firm.email), "phone": .string(firm.phone)] }
}

/// What the cases of the other registers have in common; bounded, whatever their number.
struct OtherBook {
  let seed: UInt64
  let clock: OfficeClock
  var opened = 0
  /// The newest certificates of pools.
  var certificates: [String] = []
  /// The newest licences of subtype I.
  var hosts: [String] = []
  /// Trusted products that stand and that no open case is about.
  var products: [(entry: Int64, firm: Firm)] = []
  var nextProduct: Int64 = 1
  private var numbers: [String: Int] = [:]
  private static let most = 256

  init(seed: UInt64, clock: OfficeClock) {
    self.seed = seed
    self.clock = clock
  }

  /// The next number of a kind, such as `P-000017`.
  mutating func number(_ kind: String) -> String {
    numbers[kind, default: 0] += 1
    return "\(kind)-\(padded(numbers[kind] ?? 0, to: 6))"
  }

  /// Keeps one more, at the cost of the oldest.
  static func keep<Element>(_ element: Element, in list: inout [Element]) {
    if list.count >= most { list.removeFirst() }
    list.append(element)
  }
}

/// The acts of a case as they are planned, one after the other.
struct OtherPlan {
  let clock: OfficeClock
  var random: SeededRandom
  private(set) var at: Instant
  private(set) var steps: [OtherCase.Step] = []

  init(clock: OfficeClock, random: SeededRandom, at: Instant) {
    self.clock = clock
    self.random = random
    self.at = at
  }

  /// An act when the last one was done.
  mutating func now(
    _ type: String, _ role: OfficeRole, _ name: String = "",
    _ what: @escaping (inout OtherBook, OtherCase, OtherCase.Moment) -> CanonicalValue?
  ) {
    steps.append(OtherCase.Step(at: at, type: type, role: role, name: name, what: what))
  }

  /// An act some working days after the last one, in office hours.
  mutating func after(
    _ days: ClosedRange<Int>, _ type: String, _ role: OfficeRole, _ name: String = "",
    _ what: @escaping (inout OtherBook, OtherCase, OtherCase.Moment) -> CanonicalValue?
  ) {
    at = clock.moment(workingDays: random.number(in: days), after: at, notBefore: at, &random)
    now(type, role, name, what)
  }

  /// The registration of the filing: the same working day, or the next one when it came after hours.
  mutating func register(_ area: String) {
    at = clock.moment(after: at, minutes: 5...60, &random)
    now("\(area).registered", .chanceryWorker) { _, file, _ in
      ["filing": file["filing"], "incomingNumber": .string("IN-\(file.number)")]
    }
  }

  /// A number of days, mostly in time.
  mutating func days(_ inTime: ClosedRange<Int>, late: ClosedRange<Int>) -> ClosedRange<Int> {
    random.chance(perMille: Shares.late) ? late : inTime
  }
}
