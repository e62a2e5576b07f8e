import Glibc
import TestSupport
import Testing

@testable import RegistryEvents

/// A journal put together line by line with real signatures, so that any line can be wrong in just one way.
///
/// It opens with two keyMasters of different holders; line 1 enrols an official, line 2 is an act of his.
struct RawJournal {
  static let origin = TestJournal.origin

  /// The origin of this one.
  let origin: String
  /// The lines, without LF.
  private(set) var lines: [[UInt8]] = []
  /// The `recorded` of the next line, and the `at` and the id's time of the next draft.
  var instant = TestJournal.start
  let master: PrivateKey
  let second: PrivateKey
  let official: PrivateKey
  let stranger: PrivateKey
  private var counter: UInt64 = 0

  /// An empty journal.
  init(origin: String = RawJournal.origin) throws {
    self.origin = origin
    master = try TestJournal.key(1)
    second = try TestJournal.key(2)
    official = try TestJournal.key(3)
    stranger = try TestJournal.key(4)
  }

  /// A journal of three lines.
  static func started(policy: CanonicalValue = [:]) throws -> RawJournal {
    var journal = try RawJournal()
    let opening = try journal.opening(policy: policy)
    try journal.append(journal.draft(opening), by: journal.master, journal.second)
    journal.instant = journal.instant.adding(seconds: 60)
    try journal.append(journal.draft(journal.enrolment(journal.official)), by: journal.master, journal.official)
    journal.instant = journal.instant.adding(seconds: 60)
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    journal.instant = journal.instant.adding(seconds: 60)
    return journal
  }

  // MARK: - Acts

  func opening(policy: CanonicalValue = [:]) throws -> JournalOpened {
    let note = try VerifierKey(name: origin, publicKey: TestJournal.key(9).publicKey)
    return JournalOpened(
      authority: BilingualText(kk: "Сынақ", ru: "Тест"), format: .version1,
      keys: [
        enrolment(master, id: "master", roles: ["keyMaster"]), enrolment(second, id: "second", roles: ["keyMaster"]),
      ], noteKeys: [note.description], origin: origin, policy: JournalPolicy(policy))
  }

  func enrolment(
    _ key: PrivateKey, id: String = "official", roles: [String] = ["official"], from: Instant? = nil,
    until: Instant? = nil
  ) -> KeyEnrolled {
    KeyEnrolled(from: from, holder: KeyHolder(id: id, name: id), jwk: key.publicKey.jwk, roles: roles, until: until)
  }

  func recoveryKey(_ key: PrivateKey, id: String = "recovery") -> RecoveryKey {
    RecoveryKey(holder: KeyHolder(id: id, name: id), jwk: key.publicKey.jwk)
  }

  func mandate(
    _ key: PrivateKey, roles: [String] = ["official"], from: Instant? = nil, until: Instant? = nil
  ) -> KeyMandated {
    KeyMandated(from: from, kid: key.publicKey.thumbprint, roles: roles, until: until)
  }

  func revocation(_ key: PrivateKey, lastValidSeq: Int64) -> KeyRevoked {
    KeyRevoked(kid: key.publicKey.thumbprint, lastValidSeq: lastValidSeq, reason: "lost")
  }

  func registered() -> Registered {
    Registered(filing: UUIDv7(milliseconds: 0, random: (1, 1)), incomingNumber: "1")
  }

  /// An act that two officials must sign.
  func amended() -> RulesAmended {
    RulesAmended(inForceFrom: LocalDate(daysSinceEpoch: 19_800), order: "Order 1", source: "Gazette")
  }

  mutating func draft(_ payload: some ActPayload, at: Instant? = nil) -> ActDraft {
    ActDraft(payload, at: at ?? instant, id: nextID(), journal: origin)
  }

  /// An id of the time of the next line that no other draft has.
  mutating func nextID() -> UUIDv7 {
    counter += 1
    return UUIDv7(milliseconds: instant.secondsSinceEpoch * 1000, random: (counter, counter))
  }

  // MARK: - Lines

  /// The leaf hash of the last line.
  var head: Digest { lines.last.map { leaf(of: $0) } ?? Digest.sha256(of: []) }

  func leaf(of line: [UInt8]) -> Digest { SHA256Hasher().leafHash(line) }

  /// The line that an act would stand in now.
  func line(
    _ act: SignedAct, prev: Digest? = nil, recorded: Instant? = nil, seq: UInt64? = nil
  ) -> [UInt8] {
    LineBytes.of(act, prev: prev ?? head, recorded: recorded ?? instant, seq: seq ?? UInt64(lines.count))
  }

  mutating func append(_ act: SignedAct, prev: Digest? = nil, recorded: Instant? = nil, seq: UInt64? = nil) {
    lines.append(line(act, prev: prev, recorded: recorded, seq: seq))
  }

  mutating func append(_ draft: ActDraft, by keys: PrivateKey...) throws {
    append(try SignedAct(draft, keys: keys))
  }

  /// Takes all lines out.
  mutating func removeAll() { lines = [] }

  /// Appends bytes as they are.
  mutating func append(line bytes: [UInt8]) { lines.append(bytes) }

  /// Appends the line of a right act, changed: text for text, once.
  mutating func append(replacing old: String, with new: String) throws {
    try append(replacing: old, with: Array(new.utf8))
  }

  mutating func append(replacing old: String, with new: [UInt8]) throws {
    var bytes = line(try SignedAct(draft(registered()), keys: [official]))
    let range = try #require(bytes.firstRange(of: Array(old.utf8)), "no \(old) in the line")
    bytes.replaceSubrange(range, with: new)
    lines.append(bytes)
  }

  /// The file.
  var bytes: [UInt8] { lines.reduce(into: []) { $0 += $1 + [0x0A] } }

  // MARK: - Walks

  /// What a walk made of the file: its lines, and how it ended.
  struct Walked {
    var lines: [WalkedLine] = []
    var summary: WalkSummary?
    var error: RegistryError?

    var findings: [Finding] { summary?.findings ?? [] }
    var verified: [VerifiedLine] {
      lines.compactMap { line in
        guard case .verified(let verified) = line else { return nil }
        return verified
      }
    }
  }

  func walk(
    mode: VerificationMode = .full, damage: JournalWalk.Damage = .report, blockSize: Int = 256 << 10
  ) throws -> Walked {
    try RawJournal.walk(bytes, mode: mode, damage: damage, blockSize: blockSize)
  }

  /// The id of the act in a line.
  func id(of seq: Int) throws -> UUIDv7 { try walk().lines[seq].line.act.id }

  /// The end of the journal, for one that continues it.
  func end() throws -> JournalEnd {
    let walk = JournalWalk(mode: .full, rules: TestJournal.rules, damage: .report)
    return try TemporaryFolder.scope {
      JournalEnd(try walk.run(JournalReader(path: TemporaryFolder.write(bytes)), digestsFile: true) { _ in })
    }
  }

  /// The codes of what is found, each with its line.
  func findings(after predecessor: JournalEnd? = nil) throws -> [String] {
    let walk = JournalWalk(mode: .full, rules: TestJournal.rules, damage: .report, predecessor: predecessor)
    let summary = try TemporaryFolder.scope {
      try walk.run(JournalReader(path: TemporaryFolder.write(bytes))) { _ in }
    }
    return summary.findings.map { "\($0.seq) \($0.code.rawValue)" }
  }

  static func walk(
    _ bytes: [UInt8], mode: VerificationMode = .full, damage: JournalWalk.Damage = .report, blockSize: Int = 256 << 10
  ) throws -> Walked {
    try TemporaryFolder.scope {
      try walk(path: TemporaryFolder.write(bytes), mode: mode, damage: damage, blockSize: blockSize)
    }
  }

  static func walk(
    path: String, mode: VerificationMode = .full, damage: JournalWalk.Damage = .report, blockSize: Int = 256 << 10
  ) throws -> Walked {
    var walked = Walked()
    do throws(RegistryError) {
      let reader = JournalReader(try SystemCalls.open(path, O_RDONLY), blockSize: blockSize)
      walked.summary = try JournalWalk(mode: mode, rules: TestJournal.rules, damage: damage).run(reader) {
        walked.lines.append($0)
      }
    } catch {
      walked.error = error
    }
    return walked
  }
}
