import RegistryEvents

extension GeneratedJournal {
  /// Opens the journal: line 0, signed by both keyMasters.
  mutating func open(at: Instant) throws -> [UInt8] {
    let opened = JournalOpened.generated(
      origin: settings.origin, keys: staff.keyMasters.map(\.enrolment), noteKey: noteSigner.verifierKey)
    return try recorder.record(opened, at: at, recorded: at, keys: staff.keyMasters.map(\.key)).bytes
  }

  /// Carries out something of the office itself.
  ///
  /// - Returns: the line with its LF; `nil` where nothing is recorded of it.
  mutating func perform(_ event: OfficeEvent, at: Instant) throws -> [UInt8]? {
    switch event {
    case .officialEnrolled(let index):
      return try enrol(staff.officials[index].enrolment, staff.officials[index].key, at)
    case .calendarDeclared(let decision): return try record(decision.declared, by: .headOfUnit, at)
    case .firmArrives(let number): return try arrive(number, at)
    case .mandateWidened:
      guard let index = staff.lastIndex(of: .providerEmployee) else { return nil }
      staff.add(.authorisedPerson, to: index, from: at)
      let official = staff.officials[index]
      let mandate = KeyMandated(
        from: at, kid: official.key.publicKey.thumbprint, roles: official.roles.map(\.rawValue).sorted())
      return try record(mandate, by: .keyMaster, at)
    case .keyRevoked:
      guard let index = staff.lastIndex(of: .chanceryWorker) else { return nil }
      let kid = staff.officials[index].key.publicKey.thumbprint
      let revoked = KeyRevoked(
        kid: kid, lastValidSeq: Int64(clamping: recorder.size) - 1, reason: "Утеря защищенного носителя ключа")
      staff.absent = index
      return try record(revoked, by: .keyMaster, at)
    case .keyReplaced:
      guard let index = staff.absent else { return nil }
      staff.absent = nil
      try staff.renewKey(of: index, from: at)
      return try enrol(staff.officials[index].enrolment, staff.officials[index].key, at)
    case .rulesAmended:
      let day = book.clock.date(of: at)
      let amended = RulesAmended(
        inForceFrom: day.adding(days: 1), order: "Приказ № 000/НҚ от \(Papers.russian(day.adding(days: -20))) (тест)",
        source: "Эталонный контрольный банк НПА (тест)")
      let recorded = try record(whole: amended, by: .providerEmployee, at)
      amendment = recorded?.id
      return recorded?.bytes
    case .operatorInformed(let body):
      guard let amendment else { return nil }
      return try record(OperatorInformed(amendment: amendment, to: body), by: .providerEmployee, at)
    case .correctedByAuthority:
      guard let block = book.standing.take(&random) else { return nil }
      book.standing.put(block, &random)
      let corrected = CorrectedByAuthority(
        basis: "Определение СМЭС г. Астаны № 0000-00-00-2к/000 от \(Papers.russian(book.clock.date(of: at))) (тест)",
        entries: [block.entries], text: "Арест на АПК в обеспечение иска; записи остаются в реестре")
      return try record(corrected, by: .headOfUnit, at)
    }
  }

  private mutating func record(_ payload: any ActPayload, by role: OfficeRole, _ at: Instant) throws -> [UInt8]? {
    try record(whole: payload, by: role, at)?.bytes
  }

  private mutating func record(
    whole payload: any ActPayload, by role: OfficeRole, _ at: Instant
  ) throws -> JournalRecorder.Recorded? {
    guard let official = staff.holder(of: role, Int(clamping: recorder.size)) else { return nil }
    return try recorder.record(payload, at: at, recorded: at.adding(seconds: 3), keys: [official.key])
  }

  /// Enrols a key: signed by a keyMaster and by the new key.
  private mutating func enrol(_ enrolment: KeyEnrolled, _ key: PrivateKey, _ at: Instant) throws -> [UInt8]? {
    guard let keyMaster = staff.holder(of: .keyMaster, Int(clamping: recorder.size)) else { return nil }
    return try recorder.record(enrolment, at: at, recorded: at.adding(seconds: 3), keys: [keyMaster.key, key]).bytes
  }

  /// A firm comes; unless it files on paper only, its key is enrolled.
  private mutating func arrive(_ number: Int, _ at: Instant) throws -> [UInt8]? {
    let firm = Firm(number, seed: settings.seed)
    book.firms.append(firm)
    guard !firm.isOnPaper else {
      firmKeys.append(nil)
      return nil
    }
    let key = try keys.ed25519("applicant \(firm.id)")
    firmKeys.append(key)
    let enrolment = KeyEnrolled(
      holder: firm.holder, jwk: key.publicKey.jwk, roles: [OfficeRole.applicant.rawValue])
    return try enrol(enrolment, key, at)
  }
}
