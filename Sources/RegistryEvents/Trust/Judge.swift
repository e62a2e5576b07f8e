/// Judges line after line which acts stand, and keeps what the standing control acts say: the keys, the policy, the
/// origin (format §5). Sequential by nature; the costly part, the signatures themselves, was checked before.
struct Judge: Sendable {
  let rules: SigningRules
  private(set) var ring = KeyRing()
  private(set) var opening: JournalOpened?

  init(rules: SigningRules) { self.rules = rules }

  /// Judges a line and, where it is a control act that stands, follows it.
  ///
  /// - Parameter seq: the line's index, which its own account may not be.
  /// - Throws: `opening-invalid` where line 0 opens no journal, `format-newer-than-reader` at an unknown control act: nothing after
  ///   such a line can be judged.
  mutating func judge(
    _ line: Line, _ checks: [SignatureCheck], seq: UInt64
  ) throws(RegistryError) -> Judgement {
    let act = line.act
    if !act.isKnown, act.isControl {
      let place = Place(seq: seq, fileOffset: line.fileOffset)
      throw RegistryError(.formatNewerThanReader, at: place, detail: "\(act.type) version \(act.version)")
    }
    if opening == nil { return try open(line, act, checks) }
    var exam = Examination(line: line, seq: seq, act: act, type: act.type)
    if var problem = act.whatProblem {
      problem.place.seq = seq
      exam.problems.append(problem)
    }
    checkSigners(&exam, checks)
    let newKey = newKey(&exam)
    for check in checks { judge(check, &exam, newKey: newKey) }
    checkRule(&exam, newKey: newKey)
    let judgement = exam.judgement
    if judgement.standing == .stands { follow(act, newKey, seq: seq) }
    return judgement
  }

  /// What is found out about one line on the way to its judgement.
  private struct Examination {
    let line: Line
    let seq: UInt64
    let act: Act
    let type: String
    var signatures: [Judgement.Signature] = []
    var problems: [RegistryError] = []
    /// What an act does not fall by.
    var remarks: [RegistryError] = []
    /// The holders of the valid signatures with a role that the act asks for.
    var entitledHolders: Set<String> = []

    var judgement: Judgement {
      let decided = signatures.filter { !$0.verdict.leavesOpen }
      let fails = !problems.isEmpty || decided.contains { $0.verdict != .valid }
      let standing: Standing = fails ? .fails : decided.count < signatures.count ? .undecided : .stands
      return Judgement(signatures: signatures, standing: standing, problems: problems + remarks)
    }
  }

  private func error(_ code: ErrorCode, _ exam: Examination, _ detail: String = "") -> RegistryError {
    RegistryError(code, at: Place(seq: exam.seq, fileOffset: exam.line.fileOffset), detail: detail)
  }

  /// `signers` and the signatures' headers must name the same keys in the same order; without `signers` there is one.
  private func checkSigners(_ exam: inout Examination, _ checks: [SignatureCheck]) {
    guard let signers = exam.act.signers else {
      if checks.count != 1 {
        exam.problems.append(error(.signersMismatch, exam, "several signatures without signers"))
      }
      return
    }
    let sorted = zip(signers, signers.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard sorted else {
      exam.problems.append(error(.signersMismatch, exam, "signers not sorted and distinct"))
      return
    }
    let agree = zip(signers, checks).allSatisfy { $1.outcome == .evidenceMissing || $0.utf8.elementsEqual($1.kid.utf8) }
    if signers.count != checks.count || !agree { exam.problems.append(error(.signersMismatch, exam)) }
  }

  /// The key that an enrolment offers, which signs its own enrolment.
  private func newKey(_ exam: inout Examination) -> PublicKey? {
    guard exam.problems.isEmpty, exam.act.is(KeyEnrolled.self),
      let enrolment = try? exam.act.payload(KeyEnrolled.self)
    else { return nil }
    do {
      return try PublicKey(jwk: enrolment.jwk)
    } catch {
      exam.problems.append(self.error(.keyMalformed, exam))
      return nil
    }
  }

  private func judge(_ check: SignatureCheck, _ exam: inout Examination, newKey: PublicKey?) {
    func verdict(_ verdict: Verdict, _ code: ErrorCode, _ detail: String = "") {
      exam.signatures.append(
        Judgement.Signature(kid: check.kid, verdict: verdict, signer: ring.keys[check.kid]?.signer))
      exam.remarks.append(error(code, exam, detail))
    }
    switch check.outcome {
    case .headerInvalid: return verdict(.invalid, .headerInvalid)
    case .algorithmUnsupported: return verdict(.algorithmUnsupported, .algorithmUnsupported)
    case .evidenceMissing: return verdict(.evidenceMissing, .evidenceMissing)
    case .keyUnseen, .doesNotFit, .fits: break
    }
    let enrolled = ring.keys[check.kid]
    guard let key = enrolled?.publicKey ?? (check.kid == newKey?.thumbprint ? newKey : nil) else {
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
    if key.revocation != nil { return verdict(.keyRevoked, .keyRevoked, check.kid) }
    guard key.mandateHolds(at: exam.act.at), key.mandateHolds(at: exam.line.recorded) else {
      return verdict(.notAuthorised, .mandateNotInForce, check.kid)
    }
    if let roles = rule(exam)?.roles, !key.roles.contains(where: roles.contains) {
      return verdict(.notAuthorised, .roleNotAllowed, "\(key.roles.joined(separator: ", ")) for \(exam.type)")
    }
    exam.signatures.append(Judgement.Signature(kid: check.kid, verdict: .valid, signer: key.signer))
    exam.entitledHolders.insert(key.holder.id)
    if exam.act.seen == nil, let seenRequired = opening?.policy.seenRequired, !seenRequired.isEmpty,
      key.roles.contains(where: seenRequired.contains)
    {
      exam.remarks.append(error(.seenMissing, exam))
    }
  }

  /// The areas in which the format gives the role, and only `keyMaster` acts.
  private static let keyMasterAreas = ["key.", "journal.", "trust.", "act."]

  private func rule(_ exam: Examination) -> SigningRules.Rule? {
    Judge.keyMasterAreas.contains { exam.type.utf8.starts(with: $0.utf8) }
      ? SigningRules.Rule(roles: [KeyRing.keyMaster]) : rules.rule(for: exam.type, recorded: exam.line.recorded)
  }

  /// What the rule of a type asks beyond each signature's verdict.
  private func checkRule(_ exam: inout Examination, newKey: PublicKey?) {
    var needed = rule(exam)?.signers ?? 1
    if exam.act.is(JournalOpened.self) {
      exam.problems.append(error(.openingInvalid, exam, "a second journal.opened"))
    } else if exam.act.is(KeyEnrolled.self), let newKey, let enrolment = try? exam.act.payload(KeyEnrolled.self) {
      if ring.keys[newKey.thumbprint] != nil {
        exam.problems.append(error(.keyEnrolledTwice, exam, newKey.thumbprint))
      } else if !exam.signatures.contains(where: { $0.kid == newKey.thumbprint }) {
        exam.problems.append(error(.signerMissing, exam, "the new key"))
      }
      let problem = KeyRing.problem(roles: enrolment.roles, from: enrolment.from, until: enrolment.until)
      if let problem { exam.problems.append(error(problem.code, exam, problem.detail)) }
    } else if exam.act.is(KeyMandated.self), let mandate = try? exam.act.payload(KeyMandated.self) {
      if ring.keys[mandate.kid] == nil { exam.problems.append(error(.keyUnknown, exam, mandate.kid)) }
      let problem = KeyRing.problem(roles: mandate.roles, from: mandate.from, until: mandate.until)
      if let problem { exam.problems.append(error(problem.code, exam, problem.detail)) }
    } else if exam.act.is(KeyRevoked.self), let revocation = try? exam.act.payload(KeyRevoked.self) {
      if ring.keys[revocation.kid] == nil { exam.problems.append(error(.keyUnknown, exam, revocation.kid)) }
      let lastValid = UInt64(clamping: revocation.lastValidSeq)
      if lastValid >= exam.seq {
        exam.problems.append(error(.whatInvalid, exam, "lastValidSeq is not before the line"))
      } else if exam.seq - lastValid > 1 {
        needed = 2
      }
    }
    let allValid = exam.signatures.allSatisfy { $0.verdict == .valid }
    if allValid, exam.problems.isEmpty, rule(exam) != nil, exam.entitledHolders.count < needed {
      exam.problems.append(error(.signerMissing, exam, "\(needed) of different holders"))
    }
  }

  private mutating func follow(_ act: Act, _ newKey: PublicKey?, seq: UInt64) {
    if let newKey, let enrolment = try? act.payload(KeyEnrolled.self) {
      ring.enrol(newKey, enrolment, seq: seq)
    } else if act.is(KeyMandated.self), let mandate = try? act.payload(KeyMandated.self) {
      ring.mandate(mandate)
    } else if act.is(KeyRevoked.self), let revocation = try? act.payload(KeyRevoked.self) {
      ring.revoke(revocation, seq: seq)
    }
  }
}

extension Judge {
  /// Line 0: its own keys sign it, all of them, and one at least is a keyMaster.
  private mutating func open(_ line: Line, _ act: Act, _ checks: [SignatureCheck]) throws(RegistryError) -> Judgement {
    func invalid(_ detail: String) -> RegistryError {
      RegistryError(.openingInvalid, at: Place(seq: 0, fileOffset: line.fileOffset), detail: detail)
    }
    let opening = try Judge.opening(of: line)
    var keys: [(PublicKey, KeyEnrolled)] = []
    for enrolment in opening.keys {
      guard let key = try? PublicKey(jwk: enrolment.jwk) else { throw invalid("a malformed key") }
      if let problem = KeyRing.problem(roles: enrolment.roles, from: enrolment.from, until: enrolment.until) {
        throw invalid(problem.detail)
      }
      keys.append((key, enrolment))
    }
    keys.sort { $0.0.thumbprint.utf8.lexicographicallyPrecedes($1.0.thumbprint.utf8) }
    let kids = keys.map(\.0.thumbprint)
    guard Set(kids).count == kids.count else { throw invalid("a key given twice") }
    guard keys.contains(where: { $0.1.roles == [KeyRing.keyMaster] }) else {
      throw invalid("no keyMaster")
    }
    let named = act.signers ?? (kids.count == 1 ? kids : [])
    guard named == kids, checks.map(\.kid) == kids else {
      throw invalid("not signed by every key")
    }
    let fit = zip(keys, checks).allSatisfy { $0.0.algorithm == $1.algorithm && $1.outcome == .fits }
    guard fit else { throw invalid("a signature that does not fit") }
    for (key, enrolment) in keys { ring.enrol(key, enrolment, seq: 0) }
    self.opening = opening
    return Judgement(
      signatures: kids.map { Judgement.Signature(kid: $0, verdict: .valid, signer: ring.keys[$0]?.signer) },
      standing: .stands, problems: [])
  }

  /// The keys that an act offers for enrolment, entitled or not.
  static func offeredKeys(_ act: Act) -> [PublicKey] {
    let jwks: [CanonicalValue]
    if act.is(KeyEnrolled.self), let enrolment = try? act.payload(KeyEnrolled.self) {
      jwks = [enrolment.jwk]
    } else if act.is(JournalOpened.self), let opening = try? act.payload(JournalOpened.self) {
      jwks = opening.keys.map(\.jwk)
    } else {
      return []
    }
    return jwks.compactMap { try? PublicKey(jwk: $0) }
  }

  /// What line 0 says, its signatures not looked at.
  static func opening(of line: Line) throws(RegistryError) -> JournalOpened {
    func invalid(_ detail: String) -> RegistryError {
      RegistryError(.openingInvalid, at: Place(seq: 0, fileOffset: line.fileOffset), detail: detail)
    }
    let act = line.act
    guard act.is(JournalOpened.self) else { throw invalid("not journal.opened version \(JournalOpened.version)") }
    let opening: JournalOpened
    do {
      opening = try act.payload(JournalOpened.self)
    } catch {
      throw invalid(error.detail)
    }
    guard opening.origin.utf8.elementsEqual(act.journal.utf8) else { throw invalid("`origin` and `journal` differ") }
    for text in opening.noteKeys {
      guard let key = try? VerifierKey(text) else { throw invalid("a malformed note key") }
      guard key.name.utf8.elementsEqual(opening.origin.utf8) else {
        throw invalid("a note key that is not named as the origin")
      }
    }
    guard opening.continues == nil, opening.recovery == nil else {
      throw RegistryError(
        .formatNewerThanReader, at: Place(seq: 0, fileOffset: line.fileOffset), detail: "continues and recovery")
    }
    return opening
  }
}
