@testable import RegistryEvents
@testable import RegistryProjections

/// The states that acts build, in memory and without a file: what a decision is made on.
///
/// A value: a test can try two acts on one world and go on with either.
struct World {
  private(set) var cases = Cases()
  private(set) var registers = Registers()
  private(set) var deadlines = Deadlines()
  private(set) var acts: [StandingAct] = []
  let decider = CaseDecider()
  private let context = FoldContext()
  private var seconds: Int64 = 0

  /// Thursday 2 May 2024, 10:00 in Astana.
  static let start = Instant(clamping: 1_714_626_000)

  /// The act that a payload would be if it were done next.
  func draft(_ payload: some ActPayload, case caseNumber: String? = "A-1", at: Instant? = nil) -> ActDraft {
    let at = at ?? World.start.adding(seconds: seconds)
    return ActDraft(
      payload, at: at, case: caseNumber,
      id: UUIDv7(milliseconds: at.secondsSinceEpoch * 1000, random: (UInt64(acts.count), 7)),
      journal: JournalBuilder.origin)
  }

  /// Why an act is refused; `nil` where it passes.
  func refusal(_ act: ActDraft, by signer: JournalBuilder.Signer? = nil) -> Refusal? {
    let role = (signer ?? JournalBuilder.Signer(for: act.type)).rawValue
    let signers = [Signer(holder: KeyHolder(id: role, name: role), roles: [role])]
    do {
      try decider.admit(act, signers: signers, cases: cases, registers: registers, time: context.time)
      return nil
    } catch {
      return error
    }
  }

  func refusal(
    _ payload: some ActPayload, case caseNumber: String? = "A-1", by signer: JournalBuilder.Signer? = nil
  ) -> Refusal? {
    refusal(draft(payload, case: caseNumber), by: signer)
  }

  /// Does an act, whether it would be admitted or not, and answers its id.
  @discardableResult
  mutating func `do`(_ payload: some ActPayload, case caseNumber: String? = "A-1") throws -> UUIDv7 {
    try follow(draft(payload, case: caseNumber))
  }

  @discardableResult
  mutating func follow(_ draft: ActDraft) throws -> UUIDv7 {
    let act = try World.standing(draft, seq: UInt64(acts.count))
    acts.append(act)
    seconds += 60
    cases.apply(act, context)
    registers.apply(act, context)
    deadlines.apply(act, context)
    return draft.id
  }

  var rows: [DeadlineRow] {
    deadlines.rows(asAt: World.start.adding(seconds: seconds), calendar: .default, time: context.time)
  }

  /// A standing act without a file: its line is read as it would be there, and its signature is none.
  static func standing(_ draft: ActDraft, seq: UInt64) throws -> StandingAct {
    let signature = try DetachedJWS.sign([], with: JournalBuilder.Signer.applicant.key)
    let signed = SignedAct(act: draft.bytes, signatures: [signature])
    let bytes = LineBytes.of(signed, prev: Digest.sha256(of: []), recorded: draft.at, seq: seq)
    let raw = RawBlock(bytes: bytes + [0x0A], fileOffset: 0)
    let line = Line(block: Block(raw, scanner: LineScanner(catalogue: .standard), hashing: true), index: 0)
    if let refusal = line.scanned.refusal { throw RegistryError(refusal.code) }
    guard let act = StandingAct(assuming: line, leafHash: line.scanned.leaf) else {
      throw line.act.whatProblem ?? RegistryError(.whatInvalid)
    }
    return act
  }
}
