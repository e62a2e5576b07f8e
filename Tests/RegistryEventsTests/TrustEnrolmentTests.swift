import Testing

@testable import RegistryEvents

@Suite("What hangs on an enrolment")
struct TrustEnrolmentTests {
  @Test("a key enrolled by who may not does not stand, nor whom it enrols, nor what they sign, nor what they revoke")
  func chain() throws {
    var journal = try RawJournal.started()
    let (third, fourth) = (try TestJournal.key(5), try TestJournal.key(6))
    let asMaster = { (journal: RawJournal, key: PrivateKey, id: String) in
      journal.enrolment(key, id: id, roles: ["keyMaster"])
    }
    // An official enrols a keyMaster; it enrols a second one; both enrol an official, give him a mandate and revoke others.
    try journal.append(
      journal.draft(asMaster(journal, journal.stranger, "intruder")), by: journal.official, journal.stranger)
    try journal.append(journal.draft(asMaster(journal, third, "accomplice")), by: journal.stranger, third)
    try journal.append(journal.draft(journal.enrolment(fourth)), by: journal.stranger, third, fourth)
    try journal.append(journal.draft(journal.mandate(journal.official, roles: ["clerk"])), by: third)
    try journal.append(journal.draft(journal.registered()), by: fourth)
    try journal.append(
      journal.draft(journal.revocation(journal.official, lastValidSeq: 1)), by: journal.stranger, third)
    // What is entitled goes on.
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    let walked = try journal.walk()
    #expect(
      walked.verified.map(\.judgement.standing) == [.stands, .stands, .stands]
        + [Standing](repeating: .fails, count: 6) + [.stands])
    #expect(
      try journal.findings() == [
        "3 role-not-allowed", "4 key-unknown", "5 key-unknown", "5 key-unknown", "6 key-unknown", "7 key-unknown",
        "8 key-unknown", "8 key-unknown",
      ])
    #expect(walked.summary?.ring.keys.count == 3)
    #expect(walked.summary?.doubted == [])
  }

  /// A JWK of an algorithm that the format does not list, and a header that names it.
  static let unlisted: CanonicalValue = ["alg": "ML-DSA-44", "kty": "AKP", "pub": "AAAA"]

  /// An enrolment signed by the keyMaster and by a key whose signature nobody can check.
  static func undecided(
    _ journal: inout RawJournal, jwk: CanonicalValue?, spki: String? = nil,
    kid: String = String(repeating: "A", count: 43),
    alg: String = "ML-DSA-44"
  ) throws {
    var draft = journal.draft(
      KeyEnrolled(holder: KeyHolder(id: "new", name: "new"), jwk: jwk, roles: ["official"], spki: spki))
    let master = journal.master.publicKey.thumbprint
    draft.signers = [master, kid].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let act = draft.bytes
    let header = #"{"alg":"\#(alg)","kid":"\#(kid)","typ":"registry-act+jws"}"#
    let theirs = DetachedJWS(protected: Base64.url.encode(Array(header.utf8)), signature: "AAAA")
    let ours = try DetachedJWS.sign(act, with: journal.master)
    journal.append(SignedAct(act: act, signatures: draft.signers?.first == master ? [ours, theirs] : [theirs, ours]))
  }

  @Test("an enrolment with a key of an unlisted algorithm is undecided, and never bad")
  func unlistedAlgorithm() throws {
    var journal = try RawJournal.started()
    try Self.undecided(&journal, jwk: Self.unlisted)
    let walked = try journal.walk()
    #expect(walked.findings.map(\.code) == [.algorithmUnsupported])
    #expect(walked.verified.last?.judgement.standing == .undecided)
    #expect(walked.summary?.standings == [.stands: 3, .undecided: 1])
    #expect(walked.summary?.verdicts == [.valid: 6, .algorithmUnsupported: 1])
    #expect(walked.lines.last?.standingAct == nil)
  }

  @Test("an enrolment with a certificate's key is undecided, whatever its signature says that it is by")
  func certificate() throws {
    for alg in ["ML-DSA-44", "Ed25519", "RS256"] {
      var journal = try RawJournal.started()
      let der = try journal.stranger.publicKey.spki()
      let kid = Base64.url.encode(Digest.sha256(of: der).bytes)
      try Self.undecided(&journal, jwk: nil, spki: Base64.standard.encode(der), kid: kid, alg: alg)
      let walked = try journal.walk()
      #expect(walked.findings.map(\.code) == [.algorithmUnsupported])
      #expect(walked.verified.last?.judgement.standing == .undecided)
    }
  }

  @Test("acts of a key whose enrolment is undecided are undecided too where nobody can check them")
  func actsOfUndecided() throws {
    var journal = try RawJournal.started()
    try Self.undecided(&journal, jwk: Self.unlisted)
    try journal.append(
      header: #"{"alg":"ML-DSA-44","kid":"\#(String(repeating: "A", count: 43))","typ":"registry-act+jws"}"#)
    #expect(try journal.walk().verified.map(\.judgement.standing).suffix(2) == [.undecided, .undecided])
  }

  @Test(
    "what is wrong all the same is said: no keyMaster, no signature of the new key, a key that is not what its alg says"
  )
  func wrongAllTheSame() throws {
    let journal = try RawJournal.started()
    func enrol(_ jwk: CanonicalValue?, _ spki: String?, by key: PrivateKey) throws -> [ErrorCode] {
      var copy = journal
      let enrolment = KeyEnrolled(holder: KeyHolder(id: "n", name: "n"), jwk: jwk, roles: ["official"], spki: spki)
      try copy.append(copy.draft(enrolment), by: key)
      #expect(try copy.walk().verified.last?.judgement.standing == .fails)
      return try copy.walk().findings.map(\.code)
    }
    #expect(try enrol(Self.unlisted, nil, by: journal.master) == [.signerMissing])
    #expect(try enrol(nil, "AAAA", by: journal.master) == [.signerMissing])
    #expect(try enrol(Self.unlisted, nil, by: journal.official) == [.signerMissing, .roleNotAllowed])
    #expect(try enrol(nil, "A", by: journal.master) == [.keyMalformed])
    #expect(try enrol(nil, nil, by: journal.master) == [.whatInvalid])
    #expect(try enrol(journal.stranger.publicKey.jwk, "AAAA", by: journal.master) == [.whatInvalid])
    guard case .object(var jwk) = journal.stranger.publicKey.jwk else { return }
    jwk["use"] = "sig"
    #expect(try enrol(.object(jwk), nil, by: journal.master) == [.keyMalformed])
  }

  @Test("a keyMaster acts in no area but its own, not even where the law names nobody")
  func masterElsewhere() throws {
    var journal = try RawJournal.started()
    let draft = ActDraft(
      type: "apk.nothing", version: 1, what: [:], at: journal.instant, id: journal.nextID(), journal: RawJournal.origin)
    try journal.append(draft, by: journal.master)
    #expect(try journal.findings() == ["3 role-not-allowed"])
  }

  @Test("a certificate authority is declared by a keyMaster, for a time that is one")
  func trust() throws {
    var journal = try RawJournal.started()
    let digest = Digest.sha256(of: [])
    try journal.append(journal.draft(TrustDeclared(certificateSha256: digest)), by: journal.master)
    try journal.append(journal.draft(TrustDeclared(certificateSha256: digest)), by: journal.official)
    let never = TrustDeclared(certificateSha256: digest, from: journal.instant, until: journal.instant)
    try journal.append(journal.draft(never), by: journal.master)
    #expect(try journal.findings() == ["4 role-not-allowed", "5 what-invalid"])
  }
}
