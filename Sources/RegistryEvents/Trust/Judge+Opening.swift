extension Judge {
  /// The keys of a line 0 that this reader can use.
  struct Opening {
    /// The first keys, in the order of their thumbprints.
    var first: [(key: PublicKey, said: KeyEnrolled)] = []
    var recovery: [(key: PublicKey, said: RecoveryKey)] = []
  }

  /// Line 0: its own keys sign it, all of them, and one at least is a keyMaster. Where the journal continues another, a keyMaster of that
  /// one signs too; whoever has not that one takes the journal on its own keys' word, and line 0 is *undecided*.
  mutating func open(_ line: Line, _ act: Act, _ checks: [SignatureCheck]) throws(RegistryError) -> Judgement {
    func error(_ code: ErrorCode, _ detail: String) -> RegistryError {
      RegistryError(code, at: Place(seq: 0, fileOffset: line.fileOffset), detail: detail)
    }
    let opening = try Judge.opening(of: line)
    let keys = try Judge.keys(of: opening, line)
    let kids = keys.first.map(\.key.thumbprint)
    let named = act.signers ?? (kids.count == 1 && checks.count == 1 ? kids : [])
    let sorted = zip(named, named.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard sorted, Set(named).isSuperset(of: kids), checks.map(\.kid) == named else {
      throw error(.openingInvalid, "not signed by every key")
    }
    guard opening.continues != nil || named.count == kids.count else {
      throw error(.openingInvalid, "signed by a key that is none of its own")
    }
    let own = Dictionary(uniqueKeysWithValues: zip(kids, keys.first))
    var signatures: [Judgement.Signature] = []
    var masters: [KeyRing.Key] = []
    let rule = SigningRules.Rule(roles: [KeyRing.keyMaster])
    let exam = Examination(line: line, seq: 0, act: act, type: act.type, rule: rule)
    for check in checks {
      let elder = predecessor?.ring?[check.kid]
      let refusal = elder.flatMap { Judge.refusal(of: $0, exam) }
      if let elder, refusal == nil { masters.append(elder) }
      if let (key, said) = own[check.kid] {
        guard key.algorithm == check.algorithm, check.outcome == .fits else {
          throw error(.openingInvalid, "a signature that does not fit")
        }
        let signer = Signer(holder: said.holder, roles: said.roles)
        signatures.append(Judgement.Signature(kid: check.kid, verdict: .valid, signer: signer))
      } else if predecessor?.ring == nil {
        signatures.append(Judgement.Signature(kid: check.kid, verdict: .evidenceMissing))
      } else {
        guard let elder, elder.publicKey.algorithm == check.algorithm, check.outcome == .fits, refusal == nil else {
          throw error(.openingInvalid, "signed by a key that is no keyMaster of the journal that it continues")
        }
        signatures.append(Judgement.Signature(kid: check.kid, verdict: .valid, signer: elder.signer))
      }
    }
    var problems: [RegistryError] = []
    if opening.continues != nil {
      if let ring = predecessor?.ring {
        let recovering = Set(masters.filter(\.isForRecovery).map(\.holder.key)).count
        guard masters.contains(where: { !$0.isForRecovery }) || recovering >= max(ring.recoveryThreshold, 1) else {
          throw error(.openingInvalid, "not signed by a keyMaster of the journal that it continues")
        }
      } else if predecessor == nil {
        problems.append(error(.predecessorMissing, "lines of \(opening.continues?.origin ?? "")"))
      }
    }
    follow(opening, keys)
    let isOpen = opening.continues != nil && predecessor?.ring == nil
    return Judgement(signatures: signatures, standing: isOpen ? .undecided : .stands, problems: problems)
  }

  /// The keys that line 0 gives, each of which must be well-formed; a first key that this reader cannot use leaves nothing to judge by.
  private static func keys(of opening: JournalOpened, _ line: Line) throws(RegistryError) -> Opening {
    func error(_ code: ErrorCode, _ detail: String) -> RegistryError {
      RegistryError(code, at: Place(seq: 0, fileOffset: line.fileOffset), detail: detail)
    }
    var keys = Opening()
    for said in opening.keys {
      guard let offered = try? said.offeredKey() else { throw error(.openingInvalid, "a malformed key") }
      guard let key = offered.key else {
        throw error(.algorithmUnsupported, "a first key by which nothing can be checked")
      }
      if let problem = KeyRing.problem(roles: said.roles, from: said.from, until: said.until) {
        throw error(.openingInvalid, problem.detail)
      }
      keys.first.append((key, said))
    }
    for said in opening.recovery?.keys ?? [] {
      guard let offered = try? said.offeredKey() else { throw error(.openingInvalid, "a malformed recovery key") }
      if let problem = KeyRing.problem(from: said.from, until: said.until) {
        throw error(.openingInvalid, problem.detail)
      }
      if let key = offered.key { keys.recovery.append((key, said)) }
    }
    if let recovery = opening.recovery, recovery.threshold > Int64(recovery.keys.count) {
      throw error(.openingInvalid, "a threshold of more recovery keys than there are")
    }
    let kids = keys.first.map(\.key.thumbprint) + keys.recovery.map(\.key.thumbprint)
    guard Set(kids).count == kids.count else { throw error(.openingInvalid, "a key given twice") }
    guard keys.first.contains(where: { $0.said.roles == [KeyRing.keyMaster] }) else {
      throw error(.openingInvalid, "no keyMaster")
    }
    keys.first.sort { $0.key.thumbprint.utf8.lexicographicallyPrecedes($1.key.thumbprint.utf8) }
    return keys
  }

  /// The keys that an act offers, entitled or not: for enrolment, or for recovery.
  static func offeredKeys(_ act: Act) -> [PublicKey] {
    if act.is(KeyEnrolled.self), let enrolment = try? act.payload(KeyEnrolled.self) {
      return [try? enrolment.offeredKey().key].compactMap { $0 }
    }
    guard act.is(JournalOpened.self), let opening = try? act.payload(JournalOpened.self) else { return [] }
    return opening.keys.compactMap { try? $0.offeredKey().key }
      + (opening.recovery?.keys ?? []).compactMap { try? $0.offeredKey().key }
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
    if let continues = opening.continues, continues.origin.utf8.elementsEqual(opening.origin.utf8) {
      throw invalid("a journal that continues itself")
    }
    return opening
  }
}
