internal import RegistryEvents

/// A rule book laid out for folding: what the law makes of an act's type is found by one look-up, and a duty is a number.
struct LawTable: Sendable {
  /// What is asked about an act of one type.
  struct Kind: Sendable {
    let regulation: Int
    let step: ActMeaning.Step
    /// The member that names the act that is followed.
    let follows: String?
    /// The member that names the entry concerned.
    let entry: String?
    /// Whether a grant that follows no filing makes an entry by itself.
    let standsAlone: Bool
  }

  /// A regulation in one edition, or before any of which the text is known.
  struct Period: Sendable {
    let regulation: Regulation
    let firstDay: LocalDate
    /// The provisions that hold; where no text is known, those of the first edition that has one.
    let provisions: Provisions
    /// Why acts of this time are not judged; `nil` where they are.
    let unjudged: NoEdition?
    /// The duties that acts of a type open, as indices into ``LawTable/duties``.
    fileprivate(set) var opened: [ObjectIdentifier: [Int]] = [:]
    /// The service for which acts of a type are filed, as an index into ``LawTable/services``.
    fileprivate(set) var services: [ObjectIdentifier: Int] = [:]
  }

  /// A duty that an edition lays on what acts of a type entered before it was in force, or on documents that expire under it.
  struct Transition: Sendable {
    let type: ObjectIdentifier
    let firstDay: LocalDate
    /// An index into ``LawTable/duties``.
    let duty: Int
  }

  private let kinds: [ObjectIdentifier: Kind]
  /// By regulation, in the order of their first days.
  private let periods: [[Period]]
  /// By regulation: the duties that an edition, by coming into force, lays on what was entered before.
  private let transitions: [[Transition]]
  /// The duties of all periods.
  let duties: [DutyInForce]
  /// The services of all periods.
  let services: [Service]
  /// The kinds of findings by their codes.
  let findings: [String: FindingKind]

  init(_ book: RuleBook) {
    let payloads = ActCatalogue.standard.entries
    var kinds: [ObjectIdentifier: Kind] = [:]
    var duties: [DutyInForce] = []
    var services: [Service] = []
    var transitions = [[Transition]](repeating: [], count: book.regulations.count)
    periods = book.regulations.enumerated().map { index, regulation in
      LawTable.periods(of: regulation).map { period in
        var period = period
        for payload in payloads {
          guard let meaning = period.provisions.meaning(of: payload.type) else { continue }
          kinds[payload.identity] = Kind(
            regulation: index, step: meaning.step, follows: meaning.follows, entry: meaning.entry,
            standsAlone: meaning.standsAlone)
        }
        func identifiers(_ types: [String]) -> [ObjectIdentifier] {
          payloads.filter { types.contains($0.type) }.map { $0.identity }
        }
        for service in period.provisions.services {
          for type in identifiers(service.openedBy) { period.services[type] = services.count }
          services.append(service)
        }
        for duty in period.provisions.duties {
          for type in identifiers(duty.opensOn.types) {
            if duty.start != .force { period.opened[type, default: []].append(duties.count) }
            if duty.start == .force || duty.start == .documentExpiry, period.unjudged == nil,
              !transitions[index].contains(where: { $0.type == type && duties[$0.duty].duty == duty })
            {
              transitions[index].append(Transition(type: type, firstDay: period.firstDay, duty: duties.count))
            }
          }
          duties.append(
            DutyInForce(
              duty: duty, provisions: period.provisions, unjudged: period.unjudged,
              metBy: identifiers(duty.metBy), endedBy: identifiers(duty.endedBy)))
        }
        return period
      }
    }
    self.kinds = kinds
    self.transitions = transitions
    self.duties = duties
    self.services = services
    findings = Dictionary(FindingCatalogue.all(book).map { ($0.code, $0) }) { first, _ in first }
  }

  /// A time before the first edition, and each edition.
  private static func periods(of regulation: Regulation) -> [Period] {
    guard let known = regulation.editions.compactMap(\.provisions).first else { return [] }
    let days = [LocalDate(daysSinceEpoch: .min)] + regulation.editions.map(\.force.firstDay)
    return days.map { day in
      switch regulation.edition(on: day) {
      case .inForce(_, let provisions, _):
        return Period(regulation: regulation, firstDay: day, provisions: provisions, unjudged: nil)
      case .noEditionKnown(let reason):
        return Period(regulation: regulation, firstDay: day, provisions: known, unjudged: reason)
      }
    }
  }

  /// The regulation that lays out the register of a name, by its index, and its newest layout.
  func register(_ id: String) -> (regulation: Int, layout: RegisterLayout)? {
    for (index, periods) in periods.enumerated() {
      if let layout = periods.compactMap(\.provisions.register).last, layout.id == id { return (index, layout) }
    }
    return nil
  }

  /// What the law makes of acts of a type; `nil` for a type of which it knows nothing.
  func kind(of act: some ReadableAct) -> Kind? { act.payloadType.flatMap { kinds[$0] } }

  /// The duties that editions still to come lay on what an act of a type enters on a day.
  func transitions(of kind: Kind, _ type: ObjectIdentifier, enteredOn date: LocalDate) -> [Transition] {
    transitions[kind.regulation].filter { $0.type == type && date < $0.firstDay }
  }

  /// The provisions by which an act of a type and a day is judged.
  func period(of kind: Kind, on date: LocalDate) -> Period? {
    periods[kind.regulation].last { $0.firstDay <= date }
  }
}

/// A duty of one edition, shared by all who cite it.
final class DutyInForce: Sendable {
  let duty: Duty
  let hours: WorkingHours
  /// Why acts of the edition's time are not judged; `nil` where they are.
  let unjudged: NoEdition?
  /// Whether it sets the term of a service whose silence counts as a refusal.
  let isRefusedBySilence: Bool
  let metBy: [ObjectIdentifier]
  let endedBy: [ObjectIdentifier]

  init(
    duty: Duty, provisions: Provisions, unjudged: NoEdition?, metBy: [ObjectIdentifier], endedBy: [ObjectIdentifier]
  ) {
    self.duty = duty
    hours = provisions.hours
    isRefusedBySilence = provisions.services.contains { $0.termDuty == duty.id && $0.isRefusedBySilence }
    self.unjudged = unjudged
    self.metBy = metBy
    self.endedBy = endedBy
  }
}
