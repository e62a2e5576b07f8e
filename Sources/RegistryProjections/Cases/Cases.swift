public import RegistryEvents

/// How far every filing and complaint has come: what the status of a case is (A21, P17) and what a decision is made on.
public struct Cases: Projection {
  public static let schema = "cases/1"

  private let law: LawTable
  private var filings: [UUIDv7: FilingState] = [:]
  private var complaints: [UUIDv7: ComplaintState] = [:]
  /// The ids of the filings and complaints in the order in which they came.
  private var order: [UUIDv7] = []
  private var amendments: Set<UUIDv7> = []
  /// Acts by which the authority ended an entry by its own motion, and grants that followed no filing.
  private var motions: Set<UUIDv7> = []

  /// No cases, and the law by which they are opened.
  public init(law book: RuleBook = .standard) { law = LawTable(book) }

  public mutating func apply(_ act: StandingAct, _ context: FoldContext) { evolve(act.act, context.time) }

  /// Follows an act. There is no rule in it: whether an act may be done, a ``CaseDecider`` says before.
  public mutating func evolve(_ act: some ReadableAct, _ time: AstanaTime) {
    guard let type = act.payloadType, let kind = law.kind(of: act) else { return }
    switch kind.step {
    case .filing:
      guard filings[act.id] == nil,
        let service = law.period(of: kind, on: time.date(of: act.at))?.services[type].map({ law.services[$0] })
      else { return }
      filings[act.id] = FilingState(id: act.id, caseNumber: act.caseNumber, service: service.id)
      order.append(act.id)
    case .complaint:
      guard complaints[act.id] == nil else { return }
      complaints[act.id] = ComplaintState(id: act.id, caseNumber: act.caseNumber)
      order.append(act.id)
    case .amendment: amendments.insert(act.id)
    case .removal: motions.insert(act.id)
    case .entryEvent:
      // An event of an entry that was applied for by itself decides the application.
      guard let followed = kind.follows.flatMap({ act.id(in: $0) }), let service = filings[followed]?.service,
        law.services.contains(where: { $0.id == service && $0.grantedBy.contains(act.type) })
      else { return }
      filings[followed]?.evolve(.grant, by: act.id)
    case .note:
      guard let followed = kind.follows.flatMap({ act.id(in: $0) }) else { return }
      filings[followed]?.note(act.type)
    case .part, .intakeRefusal, .registration, .completenessRefusal, .hearingNotice, .hearing, .grant, .refusal,
      .forwarding, .satisfaction, .complaintDecision, .information, .correction:
      guard let followed = kind.follows.flatMap({ act.id(in: $0) }) else {
        if kind.standsAlone { motions.insert(act.id) }
        return
      }
      filings[followed]?.evolve(kind.step, by: act.id)
      complaints[followed]?.evolve(kind.step)
    }
  }

  /// The filing of an id.
  public func filing(_ id: UUIDv7) -> FilingState? { filings[id] }

  /// The complaint of an id.
  public func complaint(_ id: UUIDv7) -> ComplaintState? { complaints[id] }

  /// Whether the journal has an act of an id by which the authority made or ended an entry without a filing.
  public func hasMotion(_ id: UUIDv7) -> Bool { motions.contains(id) }

  /// Whether the journal has an amendment of the Rules of an id.
  public func hasAmendment(_ id: UUIDv7) -> Bool { amendments.contains(id) }

  /// The filings and complaints of a case, in the order in which they came; `nil` where there is none.
  public func state(of key: IdentifierKey) -> CaseState? {
    let ids = order.filter { id in
      (filings[id]?.caseNumber ?? complaints[id]?.caseNumber).flatMap { IdentifierKey($0) } == key
    }
    guard !ids.isEmpty else { return nil }
    return CaseState(filings: ids.compactMap { filings[$0] }, complaints: ids.compactMap { complaints[$0] })
  }

  /// How many filings have come how far.
  public var stages: [FilingState.Stage: Int] {
    filings.values.reduce(into: [:]) { $0[$1.stage, default: 0] += 1 }
  }

  /// The Merkle root (RFC 6962 §2.1) over the canonical JSON of the shape's name and then of every filing and complaint in the
  /// order in which they came.
  public func digest() -> Digest {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    tree.append(hasher.leafHash(CanonicalWriter.bytes(of: .string(Cases.schema))), with: hasher)
    for id in order {
      let stage = filings[id]?.stage.rawValue ?? complaints[id]?.stage.rawValue
      let caseNumber = filings[id]?.caseNumber ?? complaints[id]?.caseNumber
      let noted = filings[id]?.noted.sorted() ?? []
      let value = CanonicalValue.members([
        "case": caseNumber.map(CanonicalValue.string), "id": .string(id.description),
        "noted": noted.isEmpty ? nil : .array(noted.map(CanonicalValue.string)),
        "service": (filings[id]?.service).map(CanonicalValue.string), "stage": stage.map(CanonicalValue.string),
      ])
      tree.append(hasher.leafHash(CanonicalWriter.bytes(of: value)), with: hasher)
    }
    return tree.root(with: hasher)
  }
}

/// A case: its filings and complaints. One filing a case is usual; a filing after a refusal, and complaints, join it.
public struct CaseState: Sendable, Hashable {
  /// In the order in which they were filed.
  public let filings: [FilingState]
  /// In the order in which they were filed.
  public let complaints: [ComplaintState]

  /// Whether nothing more is to be decided in the case.
  public var isDecided: Bool {
    filings.allSatisfy(\.stage.isDecided) && complaints.allSatisfy(\.stage.isDecided)
  }

  /// Whether a court is open: a complaint was made first, and decided (C6).
  public var isCourtOpen: Bool { complaints.contains(where: \.stage.isDecided) }
}
