/// Judges line after line which acts stand, and keeps what the standing control acts say: the keys, the policy, the
/// origin (format §5). Sequential by nature; the costly part, the signatures themselves, was checked before.
///
/// Whether an act stands is judged once, from the lines before it. Only an act that stands changes what is kept, so whatever hangs on an
/// enrolment, a mandate or a revocation by someone who may not falls with it. What a later revocation casts doubt on is told by
/// ``SignatureLog``, and changes nothing here.
struct Judge: Sendable {
  let rules: SigningRules
  /// The journal that this one continues, where whoever reads has it.
  let predecessor: JournalEnd?
  private(set) var ring = KeyRing()
  private(set) var opening: JournalOpened?
  /// The keys that sign checkpoints.
  private(set) var noteKeys: NoteKeys?
  /// The line that ended the journal.
  private(set) var closedSeq: UInt64?
  /// The acts that were annulled, whether there are such or not, each with the first line that says so.
  private(set) var annulments: [UUIDv7: UInt64] = [:]
  /// The policy's roles whose acts must name an earlier line.
  private var seenRequired: [String] = []

  init(rules: SigningRules, predecessor: JournalEnd? = nil) {
    self.rules = rules
    self.predecessor = predecessor
  }

  /// Judges a line and, where it is a control act that stands, follows it.
  ///
  /// - Parameter seq: the line's index, which its own account may not be.
  /// - Throws: `opening-invalid` where line 0 opens no journal, `format-newer-than-reader` at an unknown control act: nothing after
  ///   such a line can be judged.
  mutating func judge(
    _ line: Line, _ checks: [SignatureCheck], seq: UInt64
  ) throws(RegistryError) -> Judgement {
    guard opening != nil else {
      try demandKnown(line, seq: seq)
      return try open(line, line.act, checks)
    }
    let found = try examine(line, checks, seq: seq)
    if found.judgement.standing == .stands { follow(found, seq: seq) }
    return found.judgement
  }

  /// What is found out about a line behind line 0, and is still to be followed if its act stands.
  struct Found {
    let judgement: Judgement
    fileprivate let act: Act
    /// The key that it enrols.
    fileprivate let newKey: PublicKey?
  }

  private func demandKnown(_ line: Line, seq: UInt64) throws(RegistryError) {
    guard !line.act.isKnown, line.act.isControl else { return }
    let place = Place(seq: seq, fileOffset: line.fileOffset)
    throw RegistryError(.formatNewerThanReader, at: place, detail: "\(line.act.type) version \(line.act.version)")
  }

  /// Judges a line behind line 0 by the lines before it, and follows nothing.
  ///
  /// - Throws: `format-newer-than-reader` at an unknown control act.
  func examine(_ line: Line, _ checks: [SignatureCheck], seq: UInt64) throws(RegistryError) -> Found {
    try demandKnown(line, seq: seq)
    let act = line.act
    let type = act.type
    var exam = Examination(line: line, seq: seq, act: act, type: type, rule: rule(type, recorded: line.recorded))
    if var problem = act.whatProblem {
      problem.place.seq = seq
      exam.problems.append(problem)
    }
    if let closedSeq { exam.problems.append(exam.error(.journalEnded, "line \(closedSeq)")) }
    checkSigners(&exam, checks)
    let offered = offeredKey(&exam)
    for check in checks { judge(check, &exam, offered: offered) }
    demandThreshold(&exam)
    checkRule(&exam, offered: offered)
    return Found(judgement: exam.judgement, act: act, newKey: offered?.key)
  }

  /// What is found out about one line on the way to its judgement.
  struct Examination {
    let line: Line
    let seq: UInt64
    let act: Act
    let type: String
    /// Who may do the act; `nil` where no rule says.
    let rule: SigningRules.Rule?
    var signatures: [Judgement.Signature] = []
    var problems: [RegistryError] = []
    /// What an act does not fall by.
    var remarks: [RegistryError] = []

    var judgement: Judgement {
      let isOpen = signatures.contains { $0.verdict.leavesOpen }
      let fails = !problems.isEmpty || signatures.contains { !$0.verdict.leavesOpen && $0.verdict != .valid }
      let standing: Standing = fails ? .fails : isOpen ? .undecided : .stands
      return Judgement(signatures: signatures, standing: standing, problems: problems + remarks)
    }

    func error(_ code: ErrorCode, _ detail: String = "") -> RegistryError {
      RegistryError(code, at: Place(seq: seq, fileOffset: line.fileOffset), detail: detail)
    }

    /// A problem told elsewhere, at this line.
    mutating func add(_ problem: RegistryError?) {
      if let problem { problems.append(error(problem.code, problem.detail)) }
    }
  }

  /// `signers` and the signatures' headers must name the same keys in the same order; without `signers` there is one.
  private func checkSigners(_ exam: inout Examination, _ checks: [SignatureCheck]) {
    guard let signers = exam.act.signers else {
      if checks.count != 1 {
        exam.problems.append(exam.error(.signersMismatch, "several signatures without signers"))
      }
      return
    }
    let sorted = zip(signers, signers.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard sorted else {
      exam.problems.append(exam.error(.signersMismatch, "signers not sorted and distinct"))
      return
    }
    let agree = zip(signers, checks).allSatisfy { $1.outcome == .evidenceMissing || $0.utf8.elementsEqual($1.kid.utf8) }
    if signers.count != checks.count || !agree { exam.problems.append(exam.error(.signersMismatch)) }
  }

  /// The key that an enrolment offers, which signs its own enrolment.
  private func offeredKey(_ exam: inout Examination) -> OfferedKey? {
    guard exam.problems.isEmpty, exam.act.is(KeyEnrolled.self),
      let enrolment = try? exam.act.payload(KeyEnrolled.self)
    else { return nil }
    do throws(RegistryError) {
      return try enrolment.offeredKey()
    } catch {
      exam.problems.append(exam.error(error.code == .keyUnsupported ? .keyMalformed : error.code, error.detail))
      return nil
    }
  }

  private func judge(_ check: SignatureCheck, _ exam: inout Examination, offered: OfferedKey?) {
    func verdict(_ verdict: Verdict, _ code: ErrorCode, _ detail: String = "") {
      exam.signatures.append(
        Judgement.Signature(kid: check.kid, verdict: verdict, signer: ring[check.kid]?.signer))
      exam.remarks.append(exam.error(code, detail))
    }
    switch check.outcome {
    case .headerInvalid: return verdict(.invalid, .headerInvalid)
    case .algorithmUnsupported: return verdict(.algorithmUnsupported, .algorithmUnsupported)
    case .evidenceMissing: return verdict(.evidenceMissing, .evidenceMissing)
    case .keyUnseen, .doesNotFit, .fits: break
    }
    let enrolled = ring[check.kid]
    guard let key = enrolled?.publicKey ?? (check.kid == offered?.key?.thumbprint ? offered?.key : nil) else {
      if case .certificate(check.kid) = offered {
        return verdict(.algorithmUnsupported, .algorithmUnsupported, "a certificate's key")
      }
      return verdict(.keyUnknown, .keyUnknown, check.kid)
    }
    guard check.algorithm == key.algorithm else { return verdict(.invalid, .algorithmMismatch) }
    guard check.outcome == .fits else { return verdict(.invalid, .signatureInvalid) }
    guard let key = enrolled else {
      let enrolment = try? exam.act.payload(KeyEnrolled.self)
      exam.signatures.append(
        Judgement.Signature(
          kid: check.kid, verdict: .valid, signer: enrolment.map { Signer(holder: $0.holder, roles: $0.roles) }))
      return
    }
    if let refusal = Judge.refusal(of: key, exam) {
      return verdict(refusal.verdict, refusal.code, refusal.detail ?? check.kid)
    }
    exam.signatures.append(Judgement.Signature(kid: check.kid, verdict: .valid, signer: key.signer))
    if !seenRequired.isEmpty, exam.act.seen == nil, key.roles.contains(where: seenRequired.contains) {
      exam.remarks.append(exam.error(.seenMissing))
    }
  }

  /// Why an enrolled key may not sign an act, though its signature fits; `nil` where it may.
  static func refusal(
    of key: KeyRing.Key, _ exam: Examination
  ) -> (verdict: Verdict, code: ErrorCode, detail: String?)? {
    if key.revocation != nil { return (.keyRevoked, .keyRevoked, nil) }
    guard key.mandateHolds(at: exam.act.at), key.mandateHolds(at: exam.line.recorded) else {
      return (.notAuthorised, .mandateNotInForce, nil)
    }
    let isMaster = key.isForRecovery || key.roles.contains(KeyRing.keyMaster)
    let isAllowed =
      isMaster ? isKeyMasterArea(exam.type) : exam.rule.map { key.roles.contains(where: $0.roles.contains) } ?? true
    guard !isAllowed else { return nil }
    let roles = key.isForRecovery ? "recovery" : key.roles.joined(separator: ", ")
    return (.notAuthorised, .roleNotAllowed, "\(roles) for \(exam.type)")
  }

  /// Fewer keys for recovery than the threshold stand in for nobody, unless signatures that could not be checked might make it up.
  private func demandThreshold(_ exam: inout Examination) {
    guard ring.recoveryThreshold > 0 else { return }
    let recovering = exam.signatures.indices.filter { index in
      exam.signatures[index].verdict == .valid && ring.keys[exam.signatures[index].kid]?.isForRecovery == true
    }
    guard !recovering.isEmpty else { return }
    let holders = Set(recovering.compactMap { ring.keys[exam.signatures[$0].kid]?.holder.key })
    let open = exam.signatures.count { $0.verdict.leavesOpen }
    guard holders.count + open < ring.recoveryThreshold else { return }
    for index in recovering {
      let signature = exam.signatures[index]
      exam.signatures[index] = Judgement.Signature(
        kid: signature.kid, verdict: .notAuthorised, signer: signature.signer)
    }
    let detail = "\(holders.count) of \(ring.recoveryThreshold) recovery keys"
    exam.remarks.append(exam.error(.signerMissing, detail))
  }

  /// The areas in which the format gives the role, and only `keyMaster` acts.
  private static let keyMasterAreas = ["key.", "journal.", "trust.", "act."]

  private static func isKeyMasterArea(_ type: String) -> Bool {
    keyMasterAreas.contains { type.utf8.starts(with: $0.utf8) }
  }

  private func rule(_ type: String, recorded: Instant) -> SigningRules.Rule? {
    Judge.isKeyMasterArea(type)
      ? SigningRules.Rule(roles: [KeyRing.keyMaster]) : rules.rule(for: type, recorded: recorded)
  }

  /// What the rule of a type asks beyond each signature's verdict.
  private func checkRule(_ exam: inout Examination, offered: OfferedKey?) {
    var needed = exam.rule?.signers ?? 1
    if exam.act.is(JournalOpened.self) {
      exam.problems.append(exam.error(.openingInvalid, "a second journal.opened"))
    } else if let offered, let enrolment = try? exam.act.payload(KeyEnrolled.self) {
      check(enrolment, of: offered, &exam)
    } else if exam.act.is(KeyMandated.self), let mandate = try? exam.act.payload(KeyMandated.self) {
      if ring[mandate.kid]?.isForRecovery ?? true { exam.problems.append(exam.error(.keyUnknown, mandate.kid)) }
      exam.add(KeyRing.problem(roles: mandate.roles, from: mandate.from, until: mandate.until))
    } else if exam.act.is(KeyRevoked.self), let revocation = try? exam.act.payload(KeyRevoked.self) {
      needed = check(revocation, &exam)
    } else if exam.act.is(NoteKeysChanged.self), let change = try? exam.act.payload(NoteKeysChanged.self) {
      exam.add(noteKeys?.problem(change, origin: opening?.origin ?? ""))
    } else if exam.act.is(TrustDeclared.self), let trust = try? exam.act.payload(TrustDeclared.self) {
      exam.add(KeyRing.problem(from: trust.from, until: trust.until))
    }
    let allValid = exam.signatures.allSatisfy { $0.verdict == .valid }
    if allValid, exam.problems.isEmpty, exam.rule != nil, !areEnrolled(exam.signatures, of: needed) {
      exam.problems.append(exam.error(.signerMissing, "\(needed) of different holders"))
    }
  }

  /// Whether so many holders of enrolled keys made the signatures.
  private func areEnrolled(_ signatures: [Judgement.Signature], of holders: Int) -> Bool {
    guard holders > 1 else { return holders < 1 || signatures.contains { ring.keys.index(forKey: $0.kid) != nil } }
    return Set(signatures.compactMap { ring.keys[$0.kid]?.holder.key }).count >= holders
  }

  /// A key is enrolled once, and signs its own enrolment.
  private func check(_ enrolment: KeyEnrolled, of offered: OfferedKey, _ exam: inout Examination) {
    let signs: Bool
    switch offered {
    case .usable(let key):
      signs = exam.signatures.contains { $0.kid == key.thumbprint }
      if ring.keys[key.thumbprint] != nil {
        exam.problems.append(exam.error(.keyEnrolledTwice, key.thumbprint))
      } else if !signs {
        exam.problems.append(exam.error(.signerMissing, "the new key"))
      }
    case .certificate, .unlisted:
      // Which of the signatures that cannot be checked is the new key's cannot be said either.
      signs = exam.signatures.contains { $0.verdict.leavesOpen }
      if !signs { exam.problems.append(exam.error(.signerMissing, "the new key")) }
    }
    exam.add(KeyRing.problem(roles: enrolment.roles, from: enrolment.from, until: enrolment.until))
  }

  /// A key is trusted up to a line before its revocation, and never longer than an earlier one said.
  ///
  /// - Returns: how many keyMasters must sign.
  private func check(_ revocation: KeyRevoked, _ exam: inout Examination) -> Int {
    let key = ring.keys[revocation.kid]
    if key == nil { exam.problems.append(exam.error(.keyUnknown, revocation.kid)) }
    let lastValid = UInt64(clamping: revocation.lastValidSeq)
    guard lastValid < exam.seq else {
      exam.problems.append(exam.error(.whatInvalid, "lastValidSeq is not before the line"))
      return 1
    }
    if let earlier = key?.revocation, lastValid >= earlier.lastValidSeq {
      exam.problems.append(exam.error(.whatInvalid, "an earlier revocation trusts no later line"))
    }
    return exam.seq - lastValid > 1 ? 2 : 1
  }

  /// Takes in what a standing control act says.
  mutating func follow(_ found: Found, seq: UInt64) {
    let act = found.act
    if let newKey = found.newKey, let enrolment = try? act.payload(KeyEnrolled.self) {
      ring.enrol(newKey, enrolment, seq: seq, by: act.id)
    } else if act.is(KeyMandated.self), let mandate = try? act.payload(KeyMandated.self) {
      ring.mandate(mandate, by: act.id)
    } else if act.is(KeyRevoked.self), let revocation = try? act.payload(KeyRevoked.self) {
      ring.revoke(revocation, seq: seq)
    } else if act.is(NoteKeysChanged.self), let change = try? act.payload(NoteKeysChanged.self) {
      noteKeys?.follow(change, seq: seq)
    } else if act.is(ActAnnulled.self), let annulment = try? act.payload(ActAnnulled.self) {
      annulments[annulment.act] = annulments[annulment.act] ?? seq
      ring.annul(annulment.act, seq: seq)
    } else if act.is(JournalClosed.self) {
      closedSeq = seq
    }
  }

  /// Takes in what a line 0 says that opens the journal.
  mutating func follow(_ opening: JournalOpened, _ keys: Opening) {
    for (key, enrolment) in keys.first { ring.enrol(key, enrolment, seq: 0, by: nil) }
    ring.take(keys.recovery, threshold: opening.recovery?.threshold ?? 0)
    noteKeys = NoteKeys(opening)
    seenRequired = opening.policy.seenRequired
    self.opening = opening
  }
}
