import RegistryEvents

/// A journal in which all four registers are kept, told by hand: every type of act of pools, licences and trusted products occurs, and the
/// registers ask one another, sometimes with the answer that was hoped for. `Journals/README.md` tells its cases.
///
/// The cases run side by side, so each is planned by itself with the times of its acts, and the acts are recorded in the order of
/// their times. What an act says of earlier acts it says by their names in the plan. Like ``Tour`` it follows from its seed alone.
struct RegistersTour {
  /// The name of the journal.
  static let origin = "registers.registry.example.kz/2024"

  let keys: TestKeys
  let noteSigner: NoteSigner
  let people: RegistersPeople
  private(set) var recorder: JournalRecorder
  private var steps: [Step] = []

  /// The ids of the acts recorded so far, by their names in the plan.
  struct Acts {
    fileprivate var ids: [String: UUIDv7] = [:]

    /// The id of an act, as an act's member says it; `null` where none of that name was recorded, which no schema allows.
    subscript(_ name: String) -> CanonicalValue { (ids[name]?.description).map(CanonicalValue.string) ?? .null }
  }

  /// An act of the plan.
  private struct Step {
    let at: Instant
    let wait: Int64
    let name: String?
    let type: String
    let caseNumber: String?
    let keys: [PrivateKey]
    let what: (Acts) -> CanonicalValue
  }

  /// The scenario under a seed, not yet written.
  ///
  /// - Throws: what the making of a key throws.
  init(seed: UInt64 = 1) throws {
    keys = TestKeys(seed: seed)
    noteSigner = try keys.noteSigner(origin: RegistersTour.origin)
    people = try RegistersPeople(keys: keys)
    recorder = JournalRecorder(origin: RegistersTour.origin, seed: seed)
  }

  /// Writes the journal: each line with its LF.
  ///
  /// - Throws: what the sink throws, or `cryptography-failed`.
  mutating func write(to sink: ([UInt8]) throws -> Void) throws {
    planOpening()
    planPools()
    planHardware()
    planLicences()
    planTrusted()
    var acts = Acts()
    // Equal times keep the order of the plan: the place in it is the second key.
    let ordered = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    for step in ordered {
      let recorded = try recorder.record(
        type: step.type, what: step.what(acts), at: step.at, recorded: step.at.adding(seconds: step.wait),
        case: step.caseNumber, keys: step.keys)
      if let name = step.name { acts.ids[name] = recorded.id }
      try sink(recorded.bytes)
    }
  }

  /// The checkpoint of the whole journal, as it is kept under `x.checkpoints/<size>`.
  ///
  /// - Throws: `cryptography-failed`.
  func checkpoint() throws -> [UInt8] { try recorder.checkpoint(signedBy: noteSigner) }

  /// Plans an act.
  ///
  /// - Parameters:
  ///   - at: when it is done, `YYYY-MM-DD hh:mm` in Astana.
  ///   - name: by which later acts refer to it.
  ///   - wait: the seconds after which it is recorded.
  ///   - what: what it says, given the acts before it.
  mutating func plan(
    _ at: String, _ type: String, case number: String? = nil, by keys: PrivateKey..., named name: String? = nil,
    wait: Int64 = 3, _ what: @escaping (Acts) -> CanonicalValue
  ) {
    steps.append(
      Step(
        at: RegistersTour.moment(at), wait: wait, name: name, type: type, caseNumber: number, keys: keys, what: what))
  }

  /// Plans an act that has a Swift type and refers to no other.
  mutating func plan(
    _ at: String, _ payload: any ActPayload, case number: String? = nil, by keys: [PrivateKey],
    named name: String? = nil,
    wait: Int64 = 3
  ) {
    let what = payload.what
    steps.append(
      Step(
        at: RegistersTour.moment(at), wait: wait, name: name, type: type(of: payload).type, caseNumber: number,
        keys: keys, what: { _ in what }))
  }

  /// A local moment in Astana, `YYYY-MM-DD hh:mm`.
  static func moment(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    let clock = (parts.last ?? "").split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, clock.count == 2 else { return .earliest }
    return Tour.moment(String(parts[0]), clock[0], clock[1])
  }
}
