import Foundation
@testable import RegistryEvents
import RegistryProjections
import TestSupport

/// Writes signed journals for tests, an act a call: `journal.add(payload, "2024-05-02 10:00", case: "A-1")`.
///
/// Times are Astana's, and an act is recorded when it is done unless a test says otherwise. It is signed in the capacity that
/// the order wants unless a test says otherwise. Ids follow from the acts' places, so equal calls give equal journals.
struct JournalBuilder {
  static let origin = "test.example/register"

  /// A signer of the test journals; each holds one role and is the only one to hold it.
  enum Signer: String, CaseIterable {
    case keyMaster, applicant, chanceryWorker, providerEmployee, authorisedPerson, headOfUnit, complaintsBody,
      qualityBody, headOfProvider, deputyHead

    /// The signer's key: of an Ed25519 seed that is one byte, repeated.
    var key: PrivateKey {
      get throws {
        let number = UInt8((Signer.allCases.firstIndex(of: self) ?? 0) + 1)
        return try PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](repeating: number, count: 32)))
      }
    }
  }

  /// The origin of this one.
  let origin: String
  private(set) var lines: [[UInt8]] = []
  /// The leaf hash of each line.
  private(set) var leaves: [Digest] = []
  private var recorded = Instant.earliest
  private let hasher = SHA256Hasher()
  var time = AstanaTime()

  /// A journal with its line 0.
  init(opened: String = "2023-01-05 09:00", policy: CanonicalValue = [:]) throws {
    try self.init(Self.origin, opened: opened, policy: policy, continues: nil)
  }

  /// A journal that continues another, with the same keys.
  init(continuing elder: [JournalBuilder], opened: String) throws {
    let end = try JournalEnd.reading(elder.map { try $0.write() }, rules: RuleBook.standard.signingRules).end
    try self.init("\(Self.origin)/\(elder.count + 1)", opened: opened, policy: [:], continues: end?.continuation())
  }

  private init(_ origin: String, opened: String, policy: CanonicalValue, continues: Continuation?) throws {
    self.origin = origin
    let at = try instant(opened)
    let keys = try Signer.allCases.map { signer in
      KeyEnrolled(
        holder: KeyHolder(id: "holder-\(signer.rawValue)", name: "Holder \(signer.rawValue)"),
        jwk: try signer.key.publicKey.jwk, roles: [signer.rawValue])
    }
    let noteKey = try VerifierKey(name: origin, publicKey: Signer.keyMaster.key.publicKey)
    let opening = JournalOpened(
      authority: BilingualText(kk: "Министрлік", ru: "Министерство"), continues: continues, format: .version1,
      keys: keys, noteKeys: [noteKey.description], origin: origin, policy: JournalPolicy(policy))
    try add(opening, at: at, recorded: at, case: nil, keys: Signer.allCases.map { try $0.key })
  }

  /// Adds an act and answers its id.
  ///
  /// - Parameters:
  ///   - at: when it is done, `YYYY-MM-DD hh:mm` in Astana.
  ///   - recorded: when it is recorded, if not then.
  ///   - signer: who signs, if not the one that the order wants.
  @discardableResult
  mutating func add(
    _ payload: some ActPayload, _ at: String, recorded: String? = nil, case caseNumber: String? = nil,
    by signer: Signer? = nil
  ) throws -> UUIDv7 {
    let at = try instant(at)
    let recorded = try recorded.map(instant) ?? max(at, self.recorded)
    let signer = signer ?? Signer(for: type(of: payload).type)
    return try add(payload, at: at, recorded: recorded, case: caseNumber, keys: [try signer.key])
  }

  @discardableResult
  private mutating func add(
    _ payload: some ActPayload, at: Instant, recorded: Instant, case caseNumber: String?, keys: [PrivateKey]
  ) throws -> UUIDv7 {
    let id = UUIDv7(milliseconds: at.secondsSinceEpoch * 1000, random: (UInt64(lines.count), UInt64(lines.count)))
    let draft = ActDraft(payload, at: at, case: caseNumber, id: id, journal: origin)
    try append(SignedAct(draft, keys: keys), recorded: recorded)
    return id
  }

  /// Adds an act of any content.
  @discardableResult
  mutating func add(
    type: String, version: Int64 = 1, what: CanonicalValue, _ at: String, recorded: String? = nil,
    case caseNumber: String? = nil, by signer: Signer = .authorisedPerson
  ) throws -> UUIDv7 {
    let at = try instant(at)
    let recorded = try recorded.map(instant) ?? max(at, self.recorded)
    let id = UUIDv7(milliseconds: at.secondsSinceEpoch * 1000, random: (UInt64(lines.count), UInt64(lines.count)))
    let draft = ActDraft(
      type: type, version: version, what: what, at: at, case: caseNumber, id: id, journal: origin)
    try append(SignedAct(draft, keys: [try signer.key]), recorded: recorded)
    return id
  }

  /// Adds an act that was made for another place, signed as its type wants.
  mutating func add(_ act: Act, at: Instant, recorded: Instant) throws {
    let draft = ActDraft(
      type: act.type, version: act.version, what: act.what, at: at, case: act.caseNumber, id: act.id,
      journal: origin)
    try append(SignedAct(draft, keys: [try Signer(for: act.type).key]), recorded: recorded)
  }

  /// Adds an act at an instant.
  mutating func add(_ payload: some ActPayload, at: Instant) throws {
    let key = try Signer(for: type(of: payload).type).key
    try add(payload, at: at, recorded: max(at, recorded), case: nil, keys: [key])
  }

  private mutating func append(_ signed: SignedAct, recorded: Instant) throws {
    let line = LineBytes.of(
      signed, prev: leaves.last ?? hasher.digest([]), recorded: recorded, seq: UInt64(lines.count))
    lines.append(line)
    leaves.append(hasher.leafHash(line))
    self.recorded = max(self.recorded, recorded)
  }

  /// The line of the newest act.
  var lastSeq: UInt64 { UInt64(lines.count - 1) }

  /// An instant by its Astana time `YYYY-MM-DD hh:mm`.
  func instant(_ text: String) throws -> Instant {
    let parts = text.split(separator: " ")
    let clock = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
    guard parts.count == 2, clock.count == 2, let date = LocalDate(parts[0]) else { throw Malformed(text: text) }
    return time.instant(of: date, secondOfDay: clock[0] * 3600 + clock[1] * 60)
  }

  struct Malformed: Error { let text: String }

  /// Writes the journal to a new file.
  func write() throws -> String { try TemporaryFolder.write(lines.flatMap { $0 + [0x0A] }) }

  /// Reads the journal, in small blocks: a test build takes long over large ones.
  func reader() throws -> JournalReader {
    try TemporaryFolder.scope { JournalReader(try SystemCalls.open(write(), O_RDONLY), blockSize: 4096) }
  }

  /// Replays the journal, known to its end unless a test says otherwise.
  func replay(
    asAt: String? = nil, known: AsOf.Known = .latest, mode: VerificationMode = .full,
    seeing seen: (WalkedLine, FoldContext) -> Void = { _, _ in }, fold: (StandingAct, FoldContext) -> Void
  ) throws -> ReplayReport {
    let asOf = AsOf(effective: try asAt.map(instant) ?? .latest, known: known)
    return try Replay(asOf: asOf, mode: mode).pass([reader()], known: seen, fold: fold).report
  }

  /// Replays the journal into a state, which is made anew where later lines amend earlier ones.
  func replay<State>(
    asAt: String? = nil, known: AsOf.Known = .latest, mode: VerificationMode = .full, into initial: () -> State,
    seeing seen: (inout State, WalkedLine, FoldContext) -> Void = { _, _, _ in },
    fold: (inout State, StandingAct, FoldContext) -> Void
  ) throws -> (state: State, report: ReplayReport) {
    let asOf = AsOf(effective: try asAt.map(instant) ?? .latest, known: known)
    return try TemporaryFolder.scope {
      let path = try write()
      return try Replay(asOf: asOf, mode: mode).run(
        { () throws(RegistryError) in [try JournalReader(path: path)] }, into: initial, known: seen, fold: fold)
    }
  }
}

extension JournalBuilder.Signer {
  /// Who signs acts of a type by the order; the first of several.
  init(for type: String) {
    switch type {
    case InclusionFiled.type, UnitsListed.type, ExclusionFiled.type, EntriesListed.type, ChangeNotified.type,
      ComplaintFiled.type:
      self = .applicant
    case Registered.type, IntakeRefused.type: self = .chanceryWorker
    case Refused.type, Included.type, ComplaintSatisfied.type, ComplaintDecided.type, CorrectedByAuthority.type,
      CalendarDeclared.type, OffsetDeclared.type:
      self = .authorisedPerson
    case Excluded.type: self = .headOfUnit
    case KeyEnrolled.type, KeyMandated.type, KeyRevoked.type, ActAnnulled.type, ActCorrected.type: self = .keyMaster
    default: self = .providerEmployee
    }
  }
}
