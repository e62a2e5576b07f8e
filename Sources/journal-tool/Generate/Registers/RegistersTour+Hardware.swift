import RegistryEvents

extension RegistersTour {
  /// The hardware on which licences rest: three machines of a miner, two that another has on lease, and one that it owns.
  mutating func planHardware() {
    planInclusion(
      ("2024-03-05 10:00", "2024-03-05 10:30", "2024-03-11 16:00"), "APK-2024-000001", of: people.kokzhiek, count: 3,
      first: 3001, entry: 1, .ownership, "Договор купли-продажи № 14 от 12.01.2024")
    planInclusion(
      ("2024-03-12 11:00", "2024-03-12 11:20", "2024-03-14 12:00"), "APK-2024-000002", of: people.ertis, count: 2,
      first: 3101, entry: 4, .otherLegalGround, "Договор аренды № 8 от 20.02.2024")
    planInclusion(
      ("2024-06-03 11:00", "2024-06-03 11:30", "2024-06-05 12:00"), "APK-2024-000003", of: people.ertis, count: 1,
      first: 3201, entry: 6, .ownership, "Договор купли-продажи № 31 от 27.05.2024")
  }

  private mutating func planInclusion(
    _ at: (filed: String, registered: String, included: String), _ number: String, of firm: RegistersPeople.Firm,
    count: Int, first: Int, entry: Int64, _ ground: PossessionGround, _ title: String
  ) {
    let lot = HardwareLot(model: Tour.s19, firstUnit: first, count: count, customsDeclaration: "55302/120124/0004512")
    let filed = InclusionFiled(
      applicant: Applicant(id: .shown(firm.id), kind: firm.kind, name: firm.name), channel: .portal, consent: true,
      contacts: Contacts(email: .shown("office@example.kz"), phone: .shown("+7 701 000 00 \(firm.id.suffix(2))")),
      dataCentreAddress: firm.site, documents: [Tour.document(.possession, title)],
      filledOn: Tour.date(String(at.filed.prefix(10))), legalAddress: firm.address, model: lot.device.name, parts: 0,
      possession: Possession(document: title, ground: ground), quantity: Int64(count), signature: .electronic,
      signedBy: firm.signedBy, tnvedCode: "8543708000", units: lot.units(0..<count))
    plan(at.filed, filed, case: number, by: [firm.key], named: number)
    planRegistration(at.registered, "apk", number, of: number)
    let authorised = people.authorised
    let noParts = CanonicalValue.string(recorder.partsDigest([]).description)
    plan(at.included, "apk.included", case: number, by: authorised.key) { acts in
      [
        "entries": ["first": .integer(entry), "last": .integer(entry + Int64(count) - 1)], "filing": acts[number],
        "number": .string("INC-\(number)"), "partsDigest": noParts, "signatory": authorised.signs,
      ]
    }
  }
}
