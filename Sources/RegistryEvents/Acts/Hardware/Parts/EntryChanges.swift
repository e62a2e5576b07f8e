/// The entry in its new edition (Appendix 9): the members that change, with their new values.
public struct EntryChanges: Sendable, Hashable {
  /// Condition (Appendix 3).
  public var condition: UnitCondition?
  /// Column 7.
  public var contacts: Contacts?
  /// Column 13.
  public var customsDeclaration: String?
  /// Column 6.
  public var dataCentreAddress: String?
  /// Column 11, TH/s.
  public var hashrateTHs: Decimal?
  /// Column 3.
  public var holderName: String?
  /// Column 5.
  public var legalAddress: String?
  /// Column 8.
  public var model: String?
  /// Column 14.
  public var possessionDocument: String?
  /// Column 12, kW.
  public var powerKW: Decimal?
  /// Column 9.
  public var serialNumber: String?
  /// Column 10.
  public var tnvedCode: String?

  /// A value of its members.
  public init(
    condition: UnitCondition? = nil, contacts: Contacts? = nil, customsDeclaration: String? = nil,
    dataCentreAddress: String? = nil, hashrateTHs: Decimal? = nil, holderName: String? = nil,
    legalAddress: String? = nil, model: String? = nil, possessionDocument: String? = nil, powerKW: Decimal? = nil,
    serialNumber: String? = nil, tnvedCode: String? = nil
  ) {
    self.condition = condition
    self.contacts = contacts
    self.customsDeclaration = customsDeclaration
    self.dataCentreAddress = dataCentreAddress
    self.hashrateTHs = hashrateTHs
    self.holderName = holderName
    self.legalAddress = legalAddress
    self.model = model
    self.possessionDocument = possessionDocument
    self.powerKW = powerKW
    self.serialNumber = serialNumber
    self.tnvedCode = tnvedCode
  }
}

extension EntryChanges {
  static let schema = Schema.members(
    .optional("condition", .word(UnitCondition.allCases.map(\.rawValue)), "condition (Appendix 3)"),
    .optional("contacts", Contacts.schema, "column 7"),
    .optional("customsDeclaration", .text(128), "column 13"),
    .optional("dataCentreAddress", .text(1024), "column 6"),
    .optional("hashrateTHs", .string(.decimal), "column 11, TH/s"),
    .optional("holderName", .text(512), "column 3"),
    .optional("legalAddress", .text(1024), "column 5"),
    .optional("model", .text(512), "column 8"),
    .optional("possessionDocument", .text(512), "column 14"),
    .optional("powerKW", .string(.decimal), "column 12, kW"),
    .optional("serialNumber", .text(128), "column 9"),
    .optional("tnvedCode", .text(64), "column 10"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    condition = try members.optionalValue("condition") { UnitCondition(rawValue: $0) }
    contacts = try members.optionalObject("contacts", Contacts.init)
    customsDeclaration = try members.optionalString("customsDeclaration")
    dataCentreAddress = try members.optionalString("dataCentreAddress")
    hashrateTHs = try members.optionalValue("hashrateTHs") { Decimal($0) }
    holderName = try members.optionalString("holderName")
    legalAddress = try members.optionalString("legalAddress")
    model = try members.optionalString("model")
    possessionDocument = try members.optionalString("possessionDocument")
    powerKW = try members.optionalValue("powerKW") { Decimal($0) }
    serialNumber = try members.optionalString("serialNumber")
    tnvedCode = try members.optionalString("tnvedCode")
  }

  var value: CanonicalValue {
    .members([
      "condition": (condition?.rawValue).map(CanonicalValue.string),
      "contacts": contacts?.value,
      "customsDeclaration": customsDeclaration.map(CanonicalValue.string),
      "dataCentreAddress": dataCentreAddress.map(CanonicalValue.string),
      "hashrateTHs": (hashrateTHs?.description).map(CanonicalValue.string),
      "holderName": holderName.map(CanonicalValue.string),
      "legalAddress": legalAddress.map(CanonicalValue.string),
      "model": model.map(CanonicalValue.string),
      "possessionDocument": possessionDocument.map(CanonicalValue.string),
      "powerKW": (powerKW?.description).map(CanonicalValue.string),
      "serialNumber": serialNumber.map(CanonicalValue.string),
      "tnvedCode": tnvedCode.map(CanonicalValue.string),
    ])
  }
}
