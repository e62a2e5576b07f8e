import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Lines that nobody was entitled to sign so", .temporaryFolder)
struct BadLineTrustTests {
  static let cases: [BadLine] = signatures + signers + mandates + enrolments + revocations

  // MARK: - The signature itself

  private static let signatures: [BadLine] = [
    BadLine("a signature over other bytes", .signatureInvalid, standing: .fails) { journal in
      let other = try journal.rightAct()
      let act = try journal.rightAct()
      journal.append(SignedAct(act: act.act, signatures: other.signatures))
    },
    BadLine("a signature of 63 bytes", .signatureInvalid, standing: .fails) { journal in
      let act = try journal.rightAct()
      let signature = String(act.signatures[0].signature.dropLast(2))
      journal.append(
        SignedAct(act: act.act, signatures: [.init(protected: act.signatures[0].protected, signature: signature)]))
    },
    BadLine("a key that nobody enrolled", .keyUnknown, standing: .fails) {
      try $0.append($0.draft($0.registered()), by: $0.stranger)
    },
    BadLine("another algorithm than the key's", .algorithmMismatch, standing: .fails) {
      try $0.append(header: #"{"alg":"ES256","kid":"\#($0.official.publicKey.thumbprint)","typ":"registry-act+jws"}"#)
    },
    BadLine("an algorithm that the format does not list", .algorithmUnsupported, standing: .undecided) {
      let kid = String(repeating: "A", count: 43)
      try $0.append(header: #"{"alg":"ML-DSA-65","kid":"\#(kid)","typ":"registry-act+jws"}"#)
    },
    BadLine("a header with white space", .headerInvalid, standing: .fails) {
      try $0.append(
        header: #"{"alg":"Ed25519", "kid":"\#($0.official.publicKey.thumbprint)","typ":"registry-act+jws"}"#)
    },
    BadLine("a header without kid", .headerInvalid, standing: .fails) {
      try $0.append(header: #"{"alg":"Ed25519","typ":"registry-act+jws"}"#)
    },
    BadLine("a header of another typ", .headerInvalid, standing: .fails) {
      try $0.append(header: #"{"alg":"Ed25519","kid":"\#($0.official.publicKey.thumbprint)","typ":"JOSE"}"#)
    },
    BadLine("a header with crit", .headerInvalid, standing: .fails) {
      let kid = $0.official.publicKey.thumbprint
      try $0.append(header: #"{"alg":"Ed25519","crit":["b64"],"kid":"\#(kid)","typ":"registry-act+jws"}"#)
    },
    BadLine("CMS evidence that is not there", .evidenceMissing, standing: .undecided) { journal in
      let line = String(decoding: try journal.rightLine(), as: UTF8.self)
      let start = try #require(line.firstRange(of: "\"signatures\":[")).upperBound
      let digest = String(repeating: "0a", count: 32)
      journal.append(line: Array((line[..<start] + "{\"cms\":\"\(digest)\"}]}").utf8))
    },
    BadLine("what is not as the type says", .whatInvalid, standing: .fails) {
      var draft = $0.draft($0.registered())
      draft.what = ["filing": .string(draft.id.description), "incomingNumber": ""]
      try $0.append(draft, by: $0.official)
    },
  ]

  // MARK: - Several signers

  private static let signers: [BadLine] = [
    BadLine("several signatures without signers", .signersMismatch, standing: .fails) { journal in
      let draft = journal.draft(journal.registered())
      let jws = try DetachedJWS.sign(draft.bytes, with: journal.official)
      journal.append(SignedAct(act: draft.bytes, signatures: [jws, jws]))
    },
    BadLine("signers out of order", .signersMismatch, standing: .fails) {
      $0.append(try $0.mandateSigned(signers: [1, 0], signatures: [1, 0]))
    },
    BadLine("a signer named twice", .signersMismatch, standing: .fails) {
      $0.append(try $0.mandateSigned(signers: [0, 0], signatures: [0, 0]))
    },
    BadLine("signatures in another order than the signers", .signersMismatch, standing: .fails) {
      $0.append(try $0.mandateSigned(signers: [0, 1], signatures: [1, 0]))
    },
    BadLine("a signature less than signers", .signersMismatch, standing: .fails) {
      $0.append(try $0.mandateSigned(signers: [0, 1], signatures: [0]))
    },
    BadLine("a signature more than signers", .signersMismatch, standing: .fails) {
      $0.append(try $0.mandateSigned(signers: [0, 1], signatures: [0, 1, 1]))
    },
    BadLine("one signature fits and one does not", .signatureInvalid, standing: .fails) { journal in
      let right = try journal.mandateSigned(signers: [0, 1], signatures: [0, 1])
      let other = try journal.mandateSigned(signers: [0, 1], signatures: [0, 1])
      journal.append(SignedAct(act: right.act, signatures: [right.signatures[0], other.signatures[1]]))
    },
    BadLine("one signer where the law asks for two", .signerMissing, standing: .fails) {
      try $0.append($0.draft($0.amended()), by: $0.official)
    },
    BadLine("two signers of one holder", .signerMissing, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.stranger)), by: $0.master, $0.stranger)
      try $0.append($0.draft($0.amended()), by: $0.official, $0.stranger)
    },
  ]

  // MARK: - Roles and mandates

  private static let mandates: [BadLine] = [
    BadLine("a keyMaster where an official should", .roleNotAllowed, standing: .fails) {
      try $0.append($0.draft($0.registered()), by: $0.master)
    },
    BadLine("an official where a keyMaster should", .roleNotAllowed, standing: .fails) {
      try $0.append($0.draft($0.mandate($0.official)), by: $0.official)
    },
    BadLine("done a second before the mandate", .mandateNotInForce, standing: .fails) { journal in
      try journal.appendMandated(from: 0, at: -1, recorded: 0)
    },
    BadLine("done as the mandate ends", .mandateNotInForce, standing: .fails) { journal in
      try journal.appendMandated(until: 10, at: 10, recorded: 10)
    },
    BadLine("recorded as the mandate ends", .mandateNotInForce, standing: .fails) { journal in
      try journal.appendMandated(until: 10, at: 9, recorded: 10)
    },
    BadLine("a mandate that was taken back", .mandateNotInForce, standing: .fails) { journal in
      try journal.append(journal.draft(journal.mandate(journal.official, until: journal.instant)), by: journal.master)
      try journal.append(journal.draft(journal.registered()), by: journal.official)
    },
    BadLine("a role that was taken back", .roleNotAllowed, standing: .fails) { journal in
      try journal.append(journal.draft(journal.mandate(journal.official, roles: ["clerk"])), by: journal.master)
      try journal.append(journal.draft(journal.registered()), by: journal.official)
    },
    BadLine("a mandate for a key that nobody enrolled", .keyUnknown, standing: .fails) {
      try $0.append($0.draft($0.mandate($0.stranger)), by: $0.master)
    },
    BadLine("keyMaster with another role, by mandate", .whatInvalid, standing: .fails) {
      try $0.append($0.draft($0.mandate($0.official, roles: ["keyMaster", "official"])), by: $0.master)
    },
    BadLine("a role given twice", .whatInvalid, standing: .fails) {
      try $0.append($0.draft($0.mandate($0.official, roles: ["official", "official"])), by: $0.master)
    },
    BadLine("a mandate that ends as it begins", .whatInvalid, standing: .fails) {
      try $0.append($0.draft($0.mandate($0.official, from: $0.instant, until: $0.instant)), by: $0.master)
    },
  ]

  // MARK: - Enrolments

  private static let enrolments: [BadLine] = [
    BadLine("a key enrolled twice", .keyEnrolledTwice, .roleNotAllowed, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.official, roles: ["clerk"])), by: $0.master, $0.official)
    },
    BadLine("a revoked key enrolled again", .keyEnrolledTwice, .keyRevoked, standing: .fails) {
      try $0.append($0.draft($0.revocation($0.official, lastValidSeq: 2)), by: $0.master)
      try $0.append($0.draft($0.enrolment($0.official)), by: $0.master, $0.official)
    },
    BadLine("an enrolment that the new key did not sign", .signerMissing, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.stranger)), by: $0.master)
    },
    BadLine("an enrolment that the new key alone signed", .signerMissing, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.stranger)), by: $0.stranger)
    },
    BadLine("an enrolment by an official", .roleNotAllowed, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.stranger)), by: $0.official, $0.stranger)
    },
    BadLine("an enrolment by a keyMaster and an official", .roleNotAllowed, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.stranger)), by: $0.master, $0.official, $0.stranger)
    },
    BadLine("keyMaster with another role, by enrolment", .whatInvalid, standing: .fails) {
      try $0.append($0.draft($0.enrolment($0.stranger, roles: ["keyMaster", "clerk"])), by: $0.master, $0.stranger)
    },
    BadLine("a key of 31 bytes", .keyMalformed, standing: .fails) { journal in
      let x = Base64.url.encode([UInt8](repeating: 1, count: 31))
      try journal.append(journal.enrolmentDraft(x: x), by: journal.master)
    },
    BadLine("a key of small order", .keyMalformed, standing: .fails) { journal in
      let x = Base64.url.encode([1] + [UInt8](repeating: 0, count: 31))
      try journal.append(journal.enrolmentDraft(x: x), by: journal.master)
    },
    BadLine("a second journal.opened", .openingInvalid, standing: .fails) { journal in
      try journal.append(journal.draft(journal.opening()), by: journal.master, journal.second)
    },
  ]

  // MARK: - Revocations

  private static let revocations: [BadLine] = [
    BadLine("a revoked key", .keyRevoked, standing: .fails) {
      try $0.append($0.draft($0.revocation($0.official, lastValidSeq: 2)), by: $0.master)
      try $0.append($0.draft($0.registered()), by: $0.official)
    },
    BadLine("a revocation of a key that nobody enrolled", .keyUnknown, standing: .fails) {
      try $0.append($0.draft($0.revocation($0.stranger, lastValidSeq: 2)), by: $0.master)
    },
    BadLine("a revocation that trusts its own line", .whatInvalid, standing: .fails) {
      try $0.append($0.draft($0.revocation($0.official, lastValidSeq: 3)), by: $0.master)
    },
    BadLine("a revocation that trusts lines to come", .whatInvalid, standing: .fails) {
      try $0.append($0.draft($0.revocation($0.official, lastValidSeq: 9_007_199_254_740_991)), by: $0.master)
    },
    BadLine("two lines back, by one keyMaster", .signerMissing, standing: .fails) {
      try $0.append($0.draft($0.revocation($0.official, lastValidSeq: 1)), by: $0.master)
    },
    BadLine("two lines back, by two keyMasters of one holder", .signerMissing, standing: .fails) {
      try $0.append(
        $0.draft($0.enrolment($0.stranger, id: "master", roles: ["keyMaster"])), by: $0.master, $0.stranger)
      try $0.append($0.draft($0.revocation($0.official, lastValidSeq: 2)), by: $0.master, $0.stranger)
    },
  ]

  @Test(
    "an act that was not signed as it must be does not stand, by its own code, and breaks no chain", arguments: cases)
  func judged(bad: BadLine) throws {
    let journal = try bad.journal()
    let walked = try journal.walk()
    #expect(walked.findings.map(\.code) == bad.codes)
    let last = UInt64(journal.lines.count - 1)
    #expect(walked.findings.allSatisfy { $0.seq == last })
    let line = try #require(walked.verified.last)
    #expect(line.judgement.standing == bad.standing)
    #expect(walked.verified.dropLast().allSatisfy { $0.judgement.standing == .stands })
    #expect(walked.lines.last?.standingAct == nil)
    #expect(try journal.walk(mode: .chain).findings == [])
    #expect(try journal.walk(damage: .stop).findings == walked.findings)
  }

  @Test("what does not stand changes nobody's keys", arguments: mandates + enrolments + revocations)
  func changesNothing(bad: BadLine) throws {
    let journal = try bad.journal()
    let ring = try #require(try journal.walk().summary?.ring)
    let before = journal.lines.dropLast().reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
    let ringBefore = try #require(try RawJournal.walk(before).summary?.ring)
    #expect(ring.sorted.map(Self.text) == ringBefore.sorted.map(Self.text))
  }

  static func text(_ key: (kid: String, key: KeyRing.Key)) -> String { "\(key)" }

  @Test("the writer refuses what verify would flag, by the same code", arguments: cases)
  func refusedByWriter(bad: BadLine) throws {
    let journal = try bad.journal()
    guard bad.codes != [.evidenceMissing] else { return }
    let lines = journal.lines.dropLast()
    let path = try TemporaryFolder.write(lines.reduce(into: []) { $0 += $1 + [0x0A] })
    let writer = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { journal.instant }
    let act = try journal.signedAct(of: lines.count)
    let refusal = code { _ = try writer.append(act, expecting: .any) }
    #expect(refusal.map(bad.codes.contains) == true)
    try writer.close()
    #expect(try Fixture.read(path).count == lines.reduce(0) { $0 + $1.count + 1 })
  }
}

extension RawJournal {
  /// Appends a right act under a header of one's own.
  mutating func append(header: String) throws {
    let act = try rightAct()
    let signature = DetachedJWS(
      protected: Base64.url.encode(Array(header.utf8)), signature: act.signatures[0].signature)
    append(SignedAct(act: act.act, signatures: [signature]))
  }

  /// A mandate that two keyMasters sign: who is named and who signs, as indices of their names in order.
  mutating func mandateSigned(signers: [Int], signatures: [Int]) throws -> SignedAct {
    let keys = [master, second].sorted { $0.publicKey.thumbprint < $1.publicKey.thumbprint }
    var draft = draft(mandate(official))
    draft.signers = signers.map { keys[$0].publicKey.thumbprint }
    let act = draft.bytes
    return SignedAct(act: act, signatures: try signatures.map { try DetachedJWS.sign(act, with: keys[$0]) })
  }

  /// Enrols the stranger for some seconds from now, and appends an act of his.
  mutating func appendMandated(from: Int64? = nil, until: Int64? = nil, at: Int64, recorded: Int64) throws {
    let now = instant
    let enrolment = enrolment(
      stranger, id: "stranger", from: from.map { now.adding(seconds: $0) }, until: until.map { now.adding(seconds: $0) }
    )
    try append(draft(enrolment), by: master, stranger)
    instant = now.adding(seconds: recorded)
    try append(draft(registered(), at: now.adding(seconds: at)), by: stranger)
  }

  mutating func enrolmentDraft(x: String) -> ActDraft {
    var draft = draft(enrolment(stranger))
    draft.what = [
      "holder": ["id": "x", "name": "x"], "roles": ["official"],
      "jwk": ["alg": "Ed25519", "crv": "Ed25519", "kty": "OKP", "x": .string(x)],
    ]
    return draft
  }

  /// The act of a line, as it was handed in.
  func signedAct(of index: Int) throws -> SignedAct {
    let tree = try CanonicalValue(canonical: lines[index])
    let signatures = try #require(tree["signatures"]?.array).map { element in
      DetachedJWS(
        protected: try #require(element["protected"]?.string), signature: try #require(element["signature"]?.string))
    }
    return SignedAct(act: CanonicalWriter.bytes(of: try #require(tree["act"])), signatures: signatures)
  }
}
