public import RegistryEvents

/// How far a filing has come, by the acts that followed it.
public struct FilingState: Sendable, Hashable {
  /// How far it has come.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Filed, and not registered yet.
    case filed
    /// Registered: the terms run.
    case registered
    /// A preliminary decision to refuse awaits its hearing.
    case hearingNotified = "hearing-notified"
    /// The applicant was heard.
    case heard
    /// Not accepted by the chancery.
    case intakeRefused = "intake-refused"
    /// Refused further consideration.
    case considerationRefused = "consideration-refused"
    /// The service was rendered.
    case granted
    /// The service was refused.
    case refused

    /// Whether nothing more is decided on the filing; what was refused may be filed anew.
    public var isDecided: Bool {
      switch self {
      case .filed, .registered, .hearingNotified, .heard: return false
      case .intakeRefused, .considerationRefused, .granted, .refused: return true
      }
    }
  }

  /// The id of the filing.
  public let id: UUIDv7
  /// The case file.
  public let caseNumber: String?
  /// The service applied for, e.g. `inclusion`.
  public let service: String
  /// How far it has come.
  public private(set) var stage = Stage.filed
  /// The newest notice of a hearing.
  public private(set) var notice: UUIDv7?
  /// The newest hearing held.
  public private(set) var hearing: UUIDv7?
  /// The types of what was recorded of it beside its stages.
  public private(set) var noted: Set<String> = []

  init(id: UUIDv7, caseNumber: String?, service: String) {
    self.id = id
    self.caseNumber = caseNumber
    self.service = service
  }

  /// Takes in what is recorded of it beside its stages.
  mutating func note(_ type: String) { noted.insert(type) }

  /// Follows a step. There is no rule in it, but that what was decided stays decided: the first result counts.
  mutating func evolve(_ step: ActMeaning.Step, by id: UUIDv7) {
    guard !stage.isDecided else { return }
    switch step {
    case .registration: if stage == .filed { stage = .registered }
    case .hearingNotice:
      stage = .hearingNotified
      notice = id
    case .hearing:
      stage = .heard
      hearing = id
    case .intakeRefusal: stage = .intakeRefused
    case .completenessRefusal: stage = .considerationRefused
    case .grant: stage = .granted
    case .refusal: stage = .refused
    case .filing, .part, .complaint, .forwarding, .satisfaction, .complaintDecision, .amendment, .information,
      .correction, .note, .removal, .entryEvent:
      break
    }
  }
}

/// How far a complaint has come (C1 to C6, P16).
public struct ComplaintState: Sendable, Hashable {
  /// How far it has come.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Filed.
    case filed
    /// Forwarded to the body that considers it.
    case forwarded
    /// Satisfied by the provider.
    case satisfied
    /// Decided.
    case decided

    /// Whether nothing more is decided on the complaint; then a court is open (C6).
    public var isDecided: Bool { self == .satisfied || self == .decided }
  }

  /// The id of the complaint.
  public let id: UUIDv7
  /// The case file.
  public let caseNumber: String?
  /// How far it has come.
  public private(set) var stage = Stage.filed

  init(id: UUIDv7, caseNumber: String?) {
    self.id = id
    self.caseNumber = caseNumber
  }

  /// Follows a step; what was decided stays decided.
  mutating func evolve(_ step: ActMeaning.Step) {
    guard !stage.isDecided else { return }
    switch step {
    case .forwarding: stage = .forwarded
    case .satisfaction: stage = .satisfied
    case .complaintDecision: stage = .decided
    case .filing, .part, .intakeRefusal, .registration, .completenessRefusal, .hearingNotice, .hearing, .grant,
      .refusal, .complaint, .amendment, .information, .correction, .note, .removal, .entryEvent:
      break
    }
  }
}
