public import RegistryEvents

/// An entry of the hardware register: a row of Appendix 1 (I-10, I-11), as at the state asked for.
public struct HardwareEntry: Sendable, Equatable {
  /// Column 1: the number of the entry (порядковый номер реестровой записи).
  public let number: Int64
  /// Column 2: the day on which it was made (дата формирования реестровой записи), Astana's.
  public let enteredOn: LocalDate
  /// Column 3: the name of the legal entity or individual entrepreneur.
  public let holderName: String
  /// Column 4: БИН or ИИН, or what stands in its place where it is personal (format §8).
  public let holderId: Personal
  /// Column 5: the legal address.
  public let legalAddress: String
  /// Column 6: the location of the data centre (месторасположение центра обработки данных).
  public let dataCentreAddress: String
  /// Column 7: mobile phone and e-mail.
  public let contacts: Contacts
  /// Column 8: full name, brand and model.
  public let model: String
  /// Column 9: the individual serial number.
  public let serialNumber: String
  /// Column 10: the code of ТН ВЭД ЕАЭС.
  public let tnvedCode: String
  /// Column 11: hash rate in TH/s.
  public let hashrateTHs: Decimal
  /// Column 12: power in kW.
  public let powerKW: Decimal
  /// Column 13: the number of the customs declaration.
  public let customsDeclaration: String?
  /// Column 14: the document of ownership or another legal ground.
  public let possessionDocument: String
  /// Column 15: the day of exclusion (дата исключения из реестра); `nil` while the entry stands.
  public let excludedOn: LocalDate?
  /// The condition of the unit, which Appendix 1 does not show (I-12).
  public let condition: UnitCondition
  /// The case in which it was included.
  public let caseNumber: String?

  /// Writes the entry's canonical JSON: what the register's digest covers and the command line's JSON shows.
  func write(to writer: inout CanonicalWriter) {
    func member(_ name: StaticString, _ text: String?) {
      writer.raw(name)
      if let text { writer.write(string: text) } else { writer.raw("null") }
    }
    member("{\"case\":", caseNumber)
    member(",\"condition\":", condition.rawValue)
    writer.raw(",\"contacts\":")
    writer.write(.members(["email": contacts.email?.value, "phone": contacts.phone.value]))
    member(",\"customsDeclaration\":", customsDeclaration)
    member(",\"dataCentreAddress\":", dataCentreAddress)
    member(",\"enteredOn\":", enteredOn.description)
    member(",\"excludedOn\":", excludedOn?.description)
    member(",\"hashrateTHs\":", hashrateTHs.description)
    writer.raw(",\"holderId\":")
    writer.write(holderId.value)
    member(",\"holderName\":", holderName)
    member(",\"legalAddress\":", legalAddress)
    member(",\"model\":", model)
    writer.raw(",\"number\":")
    writer.write(.integer(number))
    member(",\"possessionDocument\":", possessionDocument)
    member(",\"powerKW\":", powerKW.description)
    member(",\"serialNumber\":", serialNumber)
    member(",\"tnvedCode\":", tnvedCode)
    writer.raw("}")
  }

  /// The entry as the command line's JSON has it.
  public var value: CanonicalValue {
    .object([
      "case": caseNumber.map(CanonicalValue.string) ?? .null,
      "condition": .string(condition.rawValue),
      "contacts": .members(["email": contacts.email?.value, "phone": contacts.phone.value]),
      "customsDeclaration": customsDeclaration.map(CanonicalValue.string) ?? .null,
      "dataCentreAddress": .string(dataCentreAddress),
      "enteredOn": .string(enteredOn.description),
      "excludedOn": (excludedOn?.description).map(CanonicalValue.string) ?? .null,
      "hashrateTHs": .string(hashrateTHs.description),
      "holderId": holderId.value,
      "holderName": .string(holderName),
      "legalAddress": .string(legalAddress),
      "model": .string(model),
      "number": .integer(number),
      "possessionDocument": .string(possessionDocument),
      "powerKW": .string(powerKW.description),
      "serialNumber": .string(serialNumber),
      "tnvedCode": .string(tnvedCode),
    ])
  }
}
