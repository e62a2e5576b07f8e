import RegistryEvents
@testable import RegistryProjections
import Testing

/// Every order in which acts can follow one another in a case: all that can be done is tried in every state that can be
/// reached, so nothing that is said here of one sequence fails in another.
///
/// Two sequences lead to one state when filings, complaints and register stand alike; of those, one goes on. A case has at most
/// two filings and one complaint, which is enough for each to meet every stage of the others.
@Suite("All sequences of acts in a case")
struct CaseExplorationTests {
  /// What can be tried, about the newest filing or complaint.
  enum Command: String, CaseIterable {
    case fileInclusion, fileExclusion, notifyChange, register, refuseIntake, refuseConsideration, notifyHearing
    case holdHearing, refuse, include, exclude, enterChange, complain, forward, satisfy, decide

    var changesRegister: Bool { self == .include || self == .exclude || self == .enterChange }
  }

  /// A state on the way, with what was done to get there.
  struct Node {
    var world: World
    var filings: [UUIDv7] = []
    var complaints: [UUIDv7] = []
    var path: [Command] = []
    /// How many results each filing had.
    var results: [UUIDv7: Int] = [:]

    var stages: [FilingState.Stage] { filings.compactMap { world.cases.filing($0)?.stage } }
    var complaintStages: [ComplaintState.Stage] { complaints.compactMap { world.cases.complaint($0)?.stage } }

    /// What tells states apart.
    var signature: String {
      let services = filings.compactMap { world.cases.filing($0)?.service }
      return
        "\(services) \(stages.map(\.rawValue)) \(complaintStages.map(\.rawValue)) \(world.registers.hardware.digest())"
    }

    /// The act that a command would do now; `nil` where there is nothing that it could follow.
    func act(_ command: Command) -> ActDraft? {
      let filing = filings.last
      let notice = filing.flatMap { world.cases.filing($0)?.notice }
      let nothing = UUIDv7(milliseconds: 1, random: (1, 1))
      func about(_ payload: (UUIDv7) -> some ActPayload) -> ActDraft? { filing.map { world.draft(payload($0)) } }
      func complaint(_ payload: (UUIDv7) -> some ActPayload) -> ActDraft? {
        complaints.last.map { world.draft(payload($0)) }
      }
      let next = world.registers.hardware.nextNumber
      switch command {
      case .fileInclusion: return filings.count < 2 ? world.draft(Sample.inclusion(["NEW\(filings.count)"])) : nil
      case .fileExclusion:
        return filings.count < 2
          ? world.draft(Sample.exclusion([Int64(filings.count + 1)...Int64(filings.count + 1)])) : nil
      case .notifyChange:
        return filings.count < 2 ? world.draft(Sample.change([3...3], EntryChanges(model: "M\(filings.count)"))) : nil
      case .register: return about(Sample.registered)
      case .refuseIntake: return about(Sample.intakeRefused)
      case .refuseConsideration: return about(Sample.completenessRefused)
      case .notifyHearing: return about(Sample.hearingNotified)
      case .holdHearing: return about { Sample.hearingHeld($0, notice: notice ?? nothing) }
      case .refuse: return about { Sample.refused($0) }
      case .include: return about { Sample.included($0, next...next) }
      case .exclude: return about { Sample.excluded($0) }
      case .enterChange: return about { Sample.changeEntered($0) }
      case .complain: return complaints.isEmpty ? world.draft(Sample.complaint(against: filing)) : nil
      case .forward: return complaint(Sample.complaintForwarded)
      case .satisfy: return complaint(Sample.complaintSatisfied)
      case .decide: return complaint { Sample.complaintDecided($0) }
      }
    }

    func after(_ command: Command, _ act: ActDraft) throws -> Node {
      var next = self
      let filing = filings.last
      let id = try next.world.follow(act)
      next.path.append(command)
      switch command {
      case .fileInclusion, .fileExclusion, .notifyChange: next.filings.append(id)
      case .complain: next.complaints.append(id)
      case .refuseIntake, .refuseConsideration, .refuse, .include, .exclude, .enterChange:
        if let filing { next.results[filing, default: 0] += 1 }
      case .register, .notifyHearing, .holdHearing, .forward, .satisfy, .decide: break
      }
      return next
    }
  }

  /// A step from a stage, as it was admitted or refused.
  struct Transition: Hashable {
    let service: String
    let stage: FilingState.Stage
    let command: Command
  }

  struct Exploration {
    var nodes: [Node] = []
    var admitted: Set<Transition> = []
    var refused: [Transition: Bar.Code] = [:]
    /// Whether the register was another after a command that was admitted.
    var changes: [Command: Set<Bool>] = [:]
    var longest = 0
  }

  /// The one exploration that the tests share.
  private static let shared = Result { try explore() }

  /// Tries every command in every state.
  private static func explore() throws -> Exploration {
    var exploration = Exploration()
    var seen: Set<String> = []
    var open = [Node(world: try CaseDeciderTests.withEntries())]
    while let node = open.popLast() {
      guard seen.insert(node.signature).inserted else { continue }
      exploration.nodes.append(node)
      exploration.longest = max(exploration.longest, node.path.count)
      for command in Command.allCases {
        guard let act = node.act(command) else { continue }
        let refusal = node.world.refusal(act)
        let next = refusal == nil ? try node.after(command, act) : nil
        if let next {
          let differs = node.world.registers.hardware.digest() != next.world.registers.hardware.digest()
          exploration.changes[command, default: []].insert(differs)
        }
        if let filing = node.filings.last.flatMap({ node.world.cases.filing($0) }) {
          let transition = Transition(service: filing.service, stage: filing.stage, command: command)
          if let refusal {
            exploration.refused[transition] = refusal.code
          } else {
            exploration.admitted.insert(transition)
          }
        }
        if let next { open.append(next) }
      }
    }
    return exploration
  }

  @Test("no filing gets two results, no case is stuck before its end, and every state is reached")
  func wayOn() throws {
    let exploration = try Self.shared.get()
    #expect(exploration.nodes.count > 500)
    #expect(exploration.longest >= 10)
    for node in exploration.nodes {
      #expect(node.results.values.allSatisfy { $0 == 1 }, "\(node.path)")
      #expect(node.results.count == node.stages.filter(\.isDecided).count, "\(node.path)")
      guard let stage = node.stages.last, !stage.isDecided else { continue }
      let forward = Command.allCases.contains { command in
        guard
          ![.fileInclusion, .fileExclusion, .notifyChange, .complain, .forward, .satisfy, .decide].contains(command),
          let act = node.act(command)
        else { return false }
        return node.world.refusal(act) == nil
      }
      #expect(forward, "\(node.path)")
    }
    for stage in FilingState.Stage.allCases { #expect(exploration.nodes.contains { $0.stages.last == stage }) }
    for stage in ComplaintState.Stage.allCases {
      #expect(exploration.nodes.contains { $0.complaintStages.last == stage })
    }
  }

  @Test("A01, A03: the register changes by an inclusion, an exclusion and an entered change, and by nothing else")
  func registerChanges() throws {
    let changes = try Self.shared.get().changes
    for command in Command.allCases { #expect(changes[command] == [command.changesRegister], "\(command)") }
  }

  @Test("an open duty has one deadline, and a filing or complaint that is decided leaves none open")
  func oneDeadline() throws {
    for node in try Self.shared.get().nodes {
      let open = node.world.rows.filter { $0.status == .pending }
      #expect(open.allSatisfy { $0.due != nil && $0.dueInstant != nil }, "\(node.path)")
      func count(_ obligations: String...) -> Int { open.filter { obligations.contains($0.obligation) }.count }
      func count(_ stages: FilingState.Stage...) -> Int { node.stages.filter(stages.contains).count }
      #expect(count("A07") == count(.filed), "\(node.path)")
      #expect(count("A10", "A15", "A18") == count(.registered, .hearingNotified, .heard), "\(node.path)")
      #expect(count("A13") == count(.hearingNotified), "\(node.path)")
      let complaints = node.complaintStages
      #expect(count("C2") == complaints.filter { $0 == .filed }.count, "\(node.path)")
      #expect(count("C4") == complaints.filter { !$0.isDecided }.count, "\(node.path)")
    }
  }

  @Test("each step passes from just the stages from which it can be done")
  func transitions() throws {
    let exploration = try Self.shared.get()
    for service in ["inclusion", "exclusion", "change"] {
      let grant: Command = service == "inclusion" ? .include : service == "exclusion" ? .exclude : .enterChange
      let hears = service != "change"
      for stage in FilingState.Stage.allCases where hears || ![.hearingNotified, .heard, .refused].contains(stage) {
        var expected: Set<Command> = []
        switch stage {
        case .filed: expected = [.register, .refuseIntake]
        case .registered:
          expected = [.refuseConsideration, grant]
          if hears { expected.insert(.notifyHearing) }
          if service == "exclusion" { expected.insert(.refuse) }
        case .hearingNotified: expected = [.notifyHearing, .holdHearing]
        case .heard: expected = [.notifyHearing, .refuseConsideration, .refuse, grant]
        case .intakeRefused, .considerationRefused, .granted, .refused: break
        }
        let steps: [Command] = [
          .register, .refuseIntake, .refuseConsideration, .notifyHearing, .holdHearing, .refuse, .include, .exclude,
          .enterChange,
        ]
        for command in steps {
          let transition = Transition(service: service, stage: stage, command: command)
          #expect(exploration.admitted.contains(transition) == expected.contains(command), "\(transition)")
          #expect((exploration.refused[transition] != nil) == !expected.contains(command), "\(transition)")
        }
      }
    }
  }
}
