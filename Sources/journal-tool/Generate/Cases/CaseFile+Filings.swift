import RegistryEvents

extension CaseFile {
  private var signature: SignatureKind { channel == .portal ? .electronic : .hand }

  /// What is filed.
  func filingPayload(on day: LocalDate) -> any ActPayload {
    switch matter {
    case .inclusion(let matter): return application(matter, on: day)
    case .exclusion(let matter):
      return ExclusionFiled(
        applicant: firm.applicant, channel: channel, consent: true, contacts: firm.contacts,
        content: "Записи: "
          + matter.blocks.map { "\($0.numbers), \($0.lot.device.name)" }
          .joined(separator: "; "),
        documents: deficiencies.isEmpty ? matter.documents : [],
        entries: matter.isInParts ? [] : matter.blocks.map(\.entries), filledOn: day, ground: matter.ground,
        parts: matter.isInParts ? 1 : 0, signature: signature, signedBy: firm.head.fullName)
    case .change(let matter):
      return ChangeNotified(
        applicant: firm.applicant, changedOn: matter.changedOn, changes: matter.changes, channel: channel,
        contacts: firm.contacts, content: matter.content, entries: [matter.entries], filledOn: day, parts: 0,
        reason: matter.reason, signature: signature, signedBy: firm.head.fullName)
    }
  }

  private func application(_ matter: InclusionMatter, on day: LocalDate) -> InclusionFiled {
    var filed = InclusionFiled(
      applicant: firm.applicant, channel: channel, consent: true, contacts: firm.contacts,
      dataCentreAddress: firm.dataCentreAddress, documents: matter.documents, filledOn: day,
      legalAddress: firm.legalAddress, model: matter.lot.device.name, parts: Int64(matter.parts),
      possession: matter.possession, quantity: Int64(matter.lot.count), signature: signature,
      signedBy: firm.head.fullName, tnvedCode: matter.tnvedCode,
      units: matter.parts > 0 ? [] : matter.lot.units(0..<matter.lot.count))
    switch deficiencies.first?.kind {
    case .incomplete: filed.documents = []
    case .expired:
      filed.documents = filed.documents.map {
        SubmittedDocument(file: $0.file, kind: $0.kind, title: $0.title, validUntil: day.adding(days: -30))
      }
    case nil: break
    }
    switch matter.defect {
    case .wrongCheckDigit: filed.applicant.id = .shown(IdentityNumber.withWrongCheckDigit(firm.id))
    case .repeatedSerial(let block): filed.units[0].serialNumber = block.lot.serialNumber(0)
    case .quantityMismatch: filed.quantity += 1
    case .cyrillicSerial: filed.units[0].serialNumber = Defect.withCyrillicLetter(filed.units[0].serialNumber)
    case .noConsent: filed.consent = false
    case .doubtfulPapers, nil: break
    }
    return filed
  }

  /// A numbered part of what is filed.
  func partPayload(_ number: Int, filing: UUIDv7) -> (any ActPayload)? {
    switch matter {
    case .inclusion(let matter):
      let first = (number - 1) * InclusionMatter.unitsInPart
      let last = min(matter.lot.count, first + InclusionMatter.unitsInPart)
      return UnitsListed(filing: filing, number: Int64(number), units: matter.lot.units(first..<last))
    case .exclusion(let matter):
      return EntriesListed(entries: matter.blocks.map(\.entries), filing: filing, number: Int64(number))
    case .change: return nil
    }
  }

  /// The complaint that is planned.
  func complaintPayload(_ complaint: ComplaintMatter, on day: LocalDate) -> ComplaintFiled {
    ComplaintFiled(
      addressee: complaint.addressee, against: decision, applicant: firm.applicant, channel: channel,
      demands: complaint.isAboutInaction
        ? "Рассмотреть заявление и включить АПК в реестр" : "Отменить отказ и рассмотреть заявление повторно",
      filledOn: day, signature: signature, signedBy: firm.head.fullName,
      text: complaint.isAboutInaction
        ? "По заявлению, дело \(number), результат в установленный срок не выдан."
        : "С отказом по делу \(number) не согласны: представленные сведения достоверны, замечания устранимы.")
  }
}
