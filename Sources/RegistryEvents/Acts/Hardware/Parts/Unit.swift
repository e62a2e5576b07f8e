/// One unit of hardware: a row of Appendix 3 (сведения АПК), whose order gives its number.
public struct Unit: Sendable, Hashable {
  /// Working or faulty.
  public var condition: UnitCondition
  /// Number of the customs declaration (ГТД).
  public var customsDeclaration: String?
  /// Hash rate in TH/s.
  public var hashrateTHs: Decimal
  /// Full name, brand and model.
  public var model: String
  /// Power in kW.
  public var powerKW: Decimal
  /// The individual serial number.
  public var serialNumber: String

  /// A value of its members.
  public init(
    condition: UnitCondition, customsDeclaration: String? = nil, hashrateTHs: Decimal, model: String, powerKW: Decimal,
    serialNumber: String
  ) {
    self.condition = condition
    self.customsDeclaration = customsDeclaration
    self.hashrateTHs = hashrateTHs
    self.model = model
    self.powerKW = powerKW
    self.serialNumber = serialNumber
  }
}

extension Unit {
  static let schema = Schema.members(
    .required("condition", .word(UnitCondition.allCases.map(\.rawValue)), "working or faulty"),
    .optional("customsDeclaration", .text(128), "number of the customs declaration (ГТД)"),
    .required("hashrateTHs", .string(.decimal), "hash rate in TH/s"),
    .required("model", .text(512), "full name, brand and model"),
    .required("powerKW", .string(.decimal), "power in kW"),
    .required("serialNumber", .text(128), "the individual serial number"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    condition = try members.value("condition") { UnitCondition(rawValue: $0) }
    customsDeclaration = try members.optionalString("customsDeclaration")
    hashrateTHs = try members.value("hashrateTHs") { Decimal($0) }
    model = try members.string("model")
    powerKW = try members.value("powerKW") { Decimal($0) }
    serialNumber = try members.string("serialNumber")
  }

  var value: CanonicalValue {
    .members([
      "condition": .string(condition.rawValue),
      "customsDeclaration": customsDeclaration.map(CanonicalValue.string),
      "hashrateTHs": .string(hashrateTHs.description),
      "model": .string(model),
      "powerKW": .string(powerKW.description),
      "serialNumber": .string(serialNumber),
    ])
  }
}
