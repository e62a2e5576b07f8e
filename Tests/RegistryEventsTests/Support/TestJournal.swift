import RegistryEvents
import Synchronization
import TestSupport

/// A journal for one test: a keyMaster, a clock that is set by hand, and acts with ids that count up.
final class TestJournal: Sendable {
  let path: String
  let master: PrivateKey
  let second: PrivateKey
  let official: PrivateKey
  private let now = Mutex(TestJournal.start)
  private let counter = Mutex<UInt64>(0)

  static let start = Instant(clamping: 1_709_614_800)  // 2024-03-05T05:00:00Z
  static let origin = "apk.registry.example.kz/test"

  static func key(_ number: UInt8) throws -> PrivateKey {
    try PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](repeating: number, count: 32)))
  }

  init(policy: CanonicalValue = [:]) throws {
    master = try Self.key(1)
    second = try Self.key(2)
    official = try Self.key(3)
    path = try TemporaryFolder.make() + "/journal.jsonl"
    let note = try VerifierKey(name: Self.origin, publicKey: Self.key(9).publicKey)
    let keys = [("master", master), ("second", second)].map { name, key in
      KeyEnrolled(holder: KeyHolder(id: name, name: name), jwk: key.publicKey.jwk, roles: ["keyMaster"])
    }
    let opening = JournalOpened(
      authority: BilingualText(kk: "Сынақ", ru: "Тест"), format: .version1, keys: keys, noteKeys: [note.description],
      origin: Self.origin, policy: JournalPolicy(policy))
    _ = try JournalCreation.create(
      path: path, opening: try SignedAct(draft(opening), keys: [master, second]), recorded: Self.start)
  }

  var instant: Instant {
    get { now.withLock { $0 } }
    set { now.withLock { $0 = newValue } }
  }

  func wait(seconds: Int64) { now.withLock { $0 = $0.adding(seconds: seconds) } }

  func draft(_ payload: some ActPayload, at: Instant? = nil, case caseNumber: String? = nil) -> ActDraft {
    let number = counter.withLock { number in
      number += 1
      return number
    }
    let at = at ?? instant
    let id = UUIDv7(milliseconds: at.secondsSinceEpoch * 1000, random: (number, number))
    return ActDraft(payload, at: at, case: caseNumber, id: id, journal: Self.origin)
  }

  static let rules = SigningRules(
    version: "test",
    periods: [
      SigningRules.Period(
        from: .earliest,
        rules: [
          Registered.type: .init(roles: ["official"]), RulesAmended.type: .init(roles: ["official"], signers: 2),
        ])
    ])

  func writer(options: WriterOptions = WriterOptions()) throws -> JournalWriter<OpenGate> {
    try JournalWriter(path: path, rules: Self.rules, gate: OpenGate(), options: options) { self.instant }
  }

  func enrolment(
    _ key: PrivateKey, id: String = "official", roles: [String] = ["official"], from: Instant? = nil,
    until: Instant? = nil
  )
    -> KeyEnrolled
  {
    KeyEnrolled(from: from, holder: KeyHolder(id: id, name: id), jwk: key.publicKey.jwk, roles: roles, until: until)
  }

  /// An act that needs an official.
  func registered() -> Registered {
    Registered(filing: UUIDv7(milliseconds: 0, random: (1, 1)), incomingNumber: "1")
  }

  func verify(mode: VerificationMode = .full) throws -> (WalkSummary, [VerifiedLine]) {
    var lines: [VerifiedLine] = []
    let summary = try JournalWalk(mode: mode, rules: Self.rules, damage: .report).run(JournalReader(path: path)) {
      if case .verified(let line) = $0 { lines.append(line) }
    }
    return (summary, lines)
  }
}
