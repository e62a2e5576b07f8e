import RegistryEvents

extension GeneratedJournal {
  /// What an act of a case says; `nil` where what it refers to is not on record.
  mutating func payload(
    of act: CaseFile.Act, _ file: CaseFile, at: Instant, official: Official?, _ role: OfficeRole
  ) -> (any ActPayload)? {
    let day = book.clock.date(of: at)
    if case .filing = act { return file.filingPayload(on: day) }
    guard let filing = file.filing else { return nil }
    let signatory = official?.signatory(role) ?? Signatory(name: file.firm.head.fullName, position: role.position)
    let partsDigest = recorder.partsDigest(file.parts)
    switch act {
    case .filing: return nil
    case .part(let number): return file.partPayload(number, filing: filing)
    case .registration:
      return Registered(filing: filing, incomingNumber: book.documentNumber("IN", at))
    case .intakeRefusal: return IntakeRefused(filing: filing, reasons: file.deficiencies)
    case .completenessRefusal:
      return CompletenessRefused(
        filing: filing, number: book.documentNumber("RET", at), reasons: file.deficiencies, signatory: signatory)
    case .hearingNotice:
      return HearingNotified(
        filing: filing, grounds: file.grounds, hearing: hearing(file), number: book.documentNumber("HRG", at),
        signatory: signatory)
    case .hearing: return file.notice.map { hearingHeld(file, filing: filing, notice: $0) }
    case .refusal:
      return Refused(
        filing: filing, grounds: file.grounds, hearing: file.hearing, number: book.documentNumber("REF", at),
        partsDigest: partsDigest, signatory: signatory)
    case .inclusion:
      guard case .inclusion(let matter) = file.matter else { return nil }
      let first = book.nextEntry
      file.firstEntry = first
      book.nextEntry += Int64(matter.lot.count)
      return Included(
        entries: EntryRange(first: first, last: book.nextEntry - 1), filing: filing,
        number: book.documentNumber("INC", at), partsDigest: partsDigest, signatory: signatory)
    case .exclusion:
      return Excluded(
        filing: filing, number: book.documentNumber("EXC", at), partsDigest: partsDigest, signatory: signatory)
    case .changeEntry: return ChangeEntered(filing: filing, partsDigest: partsDigest)
    case .complaint: return file.complaint.map { file.complaintPayload($0, on: day) }
    case .complaintForwarding, .complaintSatisfaction, .complaintDecision:
      guard let complaint = file.complaint, let filed = file.complaintFiling else { return nil }
      return answer(act, complaint, filed: filed, file, at: at)
    }
  }

  /// When and where the applicant is heard: half an hour before the hearing is over.
  private func hearing(_ file: CaseFile) -> Hearing {
    let end = file.steps.last?.at ?? file.lastAt
    return Hearing(
      at: end.adding(seconds: Int64(-60 * StepPlan.hearingMinutes)),
      mode: file.ordinal.isMultiple(of: 3) ? .inPerson : .remote,
      place: file.ordinal.isMultiple(of: 3) ? "г. Астана, Мәңгілік Ел, 55/5, каб. 214" : "Видеосвязь, ссылка направлена"
    )
  }

  private func hearingHeld(_ file: CaseFile, filing: UUIDv7, notice: UUIDv7) -> HearingHeld {
    let attended = file.random.chance(perMille: 850)
    var isDispelled = false
    if let next = file.steps.last, case .inclusion = next.act { isDispelled = true }
    let position =
      isDispelled
      ? "Заявитель представил подлинник таможенной декларации, сомнения устранены"
      : "Заявитель с предварительным решением не согласен, просит предоставить время для исправления"
    return HearingHeld(
      attended: attended || isDispelled, filing: filing, notice: notice,
      position: attended || isDispelled ? position : nil)
  }

  private mutating func answer(
    _ act: CaseFile.Act, _ complaint: ComplaintMatter, filed: UUIDv7, _ file: CaseFile, at: Instant
  ) -> (any ActPayload)? {
    let body: ComplaintAddressee = complaint.addressee == .qualityBody ? .qualityBody : .higherBody
    switch act {
    case .complaintForwarding: return ComplaintForwarded(complaint: filed, to: body)
    case .complaintSatisfaction:
      return ComplaintSatisfied(
        act: complaint.isAboutInaction ? file.decision : nil, complaint: filed,
        text: complaint.isAboutInaction
          ? "Заявление рассмотрено, АПК включены в реестр"
          : "Отказ признан необоснованным, заявителю предложено подать заявление повторно")
    case .complaintDecision:
      let text =
        switch complaint.outcome {
        case .dismissed: "Отказ обоснован, жалоба оставлена без удовлетворения"
        case .satisfied: "Отказ признан незаконным, услугодателю указано рассмотреть заявление повторно"
        case .partlySatisfied: "Указано на нарушение срока; в остальной части отказ обоснован"
        case .notConsidered: "Жалоба подана лицом без полномочий и оставлена без рассмотрения"
        }
      return ComplaintDecided(
        body: body, complaint: filed, number: book.documentNumber("CMP", at), outcome: complaint.outcome, text: text)
    default: return nil
    }
  }
}
