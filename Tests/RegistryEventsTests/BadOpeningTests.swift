import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Journals that do not open", .temporaryFolder)
struct BadOpeningTests {
  /// A way in which line 0 can be wrong.
  struct BadOpening: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: ErrorCode
    /// Whether it takes more than reading to find it.
    let needsSignatures: Bool
    let make: @Sendable (inout RawJournal) throws -> Void

    init(
      _ why: String, _ code: ErrorCode = .openingInvalid, needsSignatures: Bool = false,
      make: @escaping @Sendable (inout RawJournal) throws -> Void
    ) {
      testDescription = why
      self.code = code
      self.needsSignatures = needsSignatures
      self.make = make
    }

    /// A right opening, changed and signed by its own keyMasters.
    static func changing(
      _ why: String, _ code: ErrorCode = .openingInvalid, needsSignatures: Bool = false,
      _ change: @escaping @Sendable (inout JournalOpened, RawJournal) throws -> Void
    ) -> BadOpening {
      BadOpening(why, code, needsSignatures: needsSignatures) { journal in
        var opening = try journal.opening()
        try change(&opening, journal)
        try journal.append(journal.draft(opening), by: journal.master, journal.second)
      }
    }
  }

  static let cases: [BadOpening] = [
    BadOpening("another act") { try $0.append($0.draft($0.registered()), by: $0.official) },
    BadOpening("journal.opened of another version", .openingInvalid) { journal in
      var draft = journal.draft(try journal.opening())
      draft.version = 2
      try journal.append(draft, by: journal.master, journal.second)
    },
    BadOpening("a member missing") { journal in
      var draft = journal.draft(try journal.opening())
      draft.what = ["origin": .string(RawJournal.origin)]
      try journal.append(draft, by: journal.master, journal.second)
    },
    BadOpening("another format") { journal in
      var draft = journal.draft(try journal.opening())
      guard case .object(var members) = draft.what else { return }
      members["format"] = "registry-journal/2"
      draft.what = .object(members)
      try journal.append(draft, by: journal.master, journal.second)
    },
    BadOpening("an act for another journal") { journal in
      var draft = journal.draft(try journal.opening())
      draft.journal = "another"
      try journal.append(draft, by: journal.master, journal.second)
    },
    .changing("no keys") { opening, _ in opening.keys = [] },
    .changing("a malformed note key") { opening, _ in opening.noteKeys = ["\(RawJournal.origin)+00000000+AQ=="] },
    .changing("a note key of another name") { opening, _ in
      opening.noteKeys = [try VerifierKey(name: "another", publicKey: TestJournal.key(9).publicKey).description]
    },
    .changing("a journal that continues itself") { opening, _ in
      let digest = Digest.sha256(of: [])
      opening.continues = Continuation(fileDigest: digest, origin: RawJournal.origin, root: digest, size: 1)
    },
    .changing("a threshold of more recovery keys than there are", needsSignatures: true) { opening, journal in
      opening.recovery = Recovery(keys: [journal.recoveryKey(journal.stranger)], threshold: 2)
    },
    .changing("a recovery key that is a first key", needsSignatures: true) { opening, journal in
      opening.recovery = Recovery(keys: [journal.recoveryKey(journal.master)], threshold: 1)
    },
    .changing("a malformed recovery key", needsSignatures: true) { opening, journal in
      opening.recovery = Recovery(keys: [journal.recoveryKey(journal.stranger)], threshold: 1)
      opening.recovery?.keys[0].jwk = ["alg": "Ed25519", "crv": "Ed25519", "kty": "OKP", "x": "AAAA"]
    },
    .changing("a recovery key that may stand in for no time", needsSignatures: true) { opening, journal in
      opening.recovery = Recovery(keys: [journal.recoveryKey(journal.stranger)], threshold: 1)
      opening.recovery?.keys[0].from = journal.instant
      opening.recovery?.keys[0].until = journal.instant
    },
    .changing("a recovery key signs it", needsSignatures: true) { opening, journal in
      opening.recovery = Recovery(keys: [journal.recoveryKey(journal.second)], threshold: 1)
      opening.keys.removeLast()
    },
    .changing("a first key of an algorithm that the format does not list", .algorithmUnsupported, needsSignatures: true)
    {
      opening, _ in opening.keys[1].jwk = ["alg": "ML-DSA-44", "kty": "AKP", "pub": "AAAA"]
    },
    .changing("a first key that no JWK gives", .algorithmUnsupported, needsSignatures: true) { opening, journal in
      opening.keys[1].jwk = nil
      opening.keys[1].spki = try Base64.standard.encode(journal.second.publicKey.spki())
    },
    .changing("a first key that is not given at all", needsSignatures: true) { opening, _ in opening.keys[1].jwk = nil
    },
    .changing("no keyMaster", needsSignatures: true) { opening, journal in
      opening.keys = [
        journal.enrolment(journal.master, id: "master"), journal.enrolment(journal.second, id: "second"),
      ]
    },
    .changing("a key given twice", needsSignatures: true) { opening, _ in opening.keys[1] = opening.keys[0] },
    .changing("a malformed key", needsSignatures: true) { opening, _ in
      opening.keys[1].jwk = ["alg": "Ed25519", "crv": "Ed25519", "kty": "OKP", "x": "AAAA"]
    },
    .changing("keyMaster with another role", needsSignatures: true) { opening, _ in
      opening.keys[1].roles = ["keyMaster", "official"]
    },
    .changing("a mandate that ends before it begins", needsSignatures: true) { opening, journal in
      opening.keys[1].from = journal.instant
      opening.keys[1].until = journal.instant
    },
    .changing("a key that did not sign", needsSignatures: true) { opening, journal in
      opening.keys.append(journal.enrolment(journal.stranger))
    },
    BadOpening("a signer that is none of the keys", needsSignatures: true) { journal in
      let opening = try journal.opening()
      try journal.append(journal.draft(opening), by: journal.master, journal.second, journal.stranger)
    },
    BadOpening("a signature that does not fit", needsSignatures: true) { journal in
      let draft = journal.draft(try journal.opening())
      var other = draft
      other.at = other.at.adding(seconds: -1)
      let keys = [journal.master, journal.second]
      let right = try SignedAct(draft, keys: keys)
      let wrong = try SignedAct(other, keys: keys)
      journal.append(SignedAct(act: right.act, signatures: [right.signatures[0], wrong.signatures[1]]))
    },
  ]

  @Test("a line 0 that opens no journal ends the reading, whether damage stops it or not", arguments: cases)
  func refused(bad: BadOpening) throws {
    var journal = try RawJournal()
    try bad.make(&journal)
    for mode in VerificationMode.allCases where mode == .full || !bad.needsSignatures {
      for damage in [JournalWalk.Damage.stop, .report] {
        let walked = try journal.walk(mode: mode, damage: damage)
        #expect(walked.error?.code == bad.code)
        #expect(walked.error?.place.seq == 0)
        #expect(walked.lines.isEmpty)
      }
    }
    let act = try journal.signedAct(of: 0)
    let path = try TemporaryFolder.make() + "/journal.jsonl"
    let refusal = code { _ = try JournalCreation.create(path: path, opening: act, recorded: journal.instant) }
    #expect(refusal == bad.code)
    #expect(code { _ = try JournalReader(path: path) } == .fileMissing)
  }

  @Test("a right line 0 is taken, with one key and with two")
  func right() throws {
    for count in 1...2 {
      var journal = try RawJournal()
      var opening = try journal.opening()
      opening.keys.removeLast(2 - count)
      let keys = [journal.master, journal.second].prefix(count)
      journal.append(try SignedAct(journal.draft(opening), keys: Array(keys)))
      #expect(try journal.walk().findings == [])
      #expect(try journal.walk().verified.map(\.judgement.standing) == [.stands])
    }
  }

  @Test("nothing is no journal, nor is a line without LF", arguments: [[], Array("{\"act\":".utf8)] as [[UInt8]])
  func empty(bytes: [UInt8]) throws {
    for mode in VerificationMode.allCases {
      #expect(try RawJournal.walk(bytes, mode: mode).error?.code == .journalEmpty)
    }
    let path = try TemporaryFolder.write(bytes)
    let refusal = code {
      _ = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { TestJournal.start }
    }
    #expect(refusal == .journalEmpty)
    #expect(try Fixture.read(path) == bytes)
  }

  @Test("a line 0 whose form is wrong is told by its own code, in every mode")
  func form() throws {
    let right = try RawJournal.started().bytes
    for mode in VerificationMode.allCases {
      #expect(try RawJournal.walk([0x0A] + right, mode: mode).error?.code == .lineEmpty)
      #expect(try RawJournal.walk([0x20] + right, mode: mode).error?.code == .whiteSpace)
    }
  }

  @Test("line 0 must be the one whose hash an auditor brought")
  func unexpected() throws {
    let journal = try RawJournal.started()
    let path = try TemporaryFolder.write(journal.bytes)
    func codes(_ opening: Digest?) throws -> [ErrorCode] {
      try JournalVerification(
        JournalReader(path: path), stored: nil, evidence: .init(opening: opening), rules: TestJournal.rules
      ).findings.map(\.code)
    }
    let right = journal.leaf(of: journal.lines[0])
    #expect(try codes(nil) == [])
    #expect(try codes(right) == [])
    #expect(try codes(journal.head) == [.openingUnexpected])
  }

  @Test("an unterminated end is a finding of verify, at its offset")
  func tornTail() throws {
    let journal = try RawJournal.started()
    let path = try TemporaryFolder.write(journal.bytes + [0x7B])
    let verification = try JournalVerification(JournalReader(path: path), stored: nil, rules: TestJournal.rules)
    #expect(verification.findings.map(\.code) == [.tornTail])
    #expect(verification.findings.map(\.offset) == [UInt64(journal.bytes.count)])
    #expect(verification.findings.map(\.seq) == [3])
  }
}
