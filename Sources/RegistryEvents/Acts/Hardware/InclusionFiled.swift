/// An application for inclusion (заявление о включении в реестр, Appendices 2 and 3; A-7).
///
/// Recorded as it was filed, with whatever errors of fact: completeness and conformity are for the official to judge.
public struct InclusionFiled: ActPayload {
  /// Items 1 and 2: name and БИН or ИИН.
  public var applicant: Applicant
  /// How it came in.
  public var channel: Channel
  /// Consent to the collection and processing of personal data.
  public var consent: Bool
  /// Mobile phone and e-mail.
  public var contacts: Contacts
  /// Item 4: location of the data centre.
  public var dataCentreAddress: String
  /// The documents attached (Appendix 5 item 8).
  public var documents: [SubmittedDocument]
  /// Date of filling (дата заполнения).
  public var filledOn: LocalDate
  /// Item 3: legal address.
  public var legalAddress: String
  /// Item 6: full name, brand, model.
  public var model: String
  /// How many numbered parts carry the list; 0 when it stands here.
  public var parts: Int64
  /// Item 9: ownership or other legal ground.
  public var possession: Possession
  /// Item 6: quantity.
  public var quantity: Int64
  /// How the applicant signed (I-19i).
  public var signature: SignatureKind
  /// Name of the person who signed (ФИО).
  public var signedBy: String
  /// Item 7: ТН ВЭД ЕАЭС code.
  public var tnvedCode: String
  /// The rows of Appendix 3; empty when they are filed in parts.
  public var units: [Unit]

  /// A value of its members.
  public init(
    applicant: Applicant, channel: Channel, consent: Bool, contacts: Contacts, dataCentreAddress: String,
    documents: [SubmittedDocument], filledOn: LocalDate, legalAddress: String, model: String, parts: Int64,
    possession: Possession, quantity: Int64, signature: SignatureKind, signedBy: String, tnvedCode: String,
    units: [Unit]
  ) {
    self.applicant = applicant
    self.channel = channel
    self.consent = consent
    self.contacts = contacts
    self.dataCentreAddress = dataCentreAddress
    self.documents = documents
    self.filledOn = filledOn
    self.legalAddress = legalAddress
    self.model = model
    self.parts = parts
    self.possession = possession
    self.quantity = quantity
    self.signature = signature
    self.signedBy = signedBy
    self.tnvedCode = tnvedCode
    self.units = units
  }
}

extension InclusionFiled {
  public static let type = "apk.inclusionFiled"
  public static let version = 1
  public static let says = "An application for inclusion in the register (заявление о включении, Appendices 2 and 3)"

  public static let schema = Schema.members(
    .required("applicant", Applicant.schema, "items 1 and 2: name and БИН or ИИН"),
    .required("channel", .word(Channel.allCases.map(\.rawValue)), "how it came in (A-7)"),
    .required("consent", .boolean, "consent to the collection and processing of personal data"),
    .required("contacts", Contacts.schema, "mobile phone and e-mail"),
    .required("dataCentreAddress", .text(1024), "item 4: location of the data centre"),
    .required(
      "documents", .array(SubmittedDocument.schema, count: 0...64), "the documents attached (Appendix 5 item 8)"),
    .required("filledOn", .string(.date), "date of filling (дата заполнения)"),
    .required("legalAddress", .text(1024), "item 3: legal address"),
    .required("model", .text(512), "item 6: full name, brand, model"),
    .required("parts", .integer(0...1000), "how many numbered parts carry the list; 0 when it stands here"),
    .required("possession", Possession.schema, "item 9: ownership or other legal ground"),
    .required("quantity", .integer(0...1000000), "item 6: quantity"),
    .required("signature", .word(SignatureKind.allCases.map(\.rawValue)), "how the applicant signed (I-19i)"),
    .required("signedBy", .text(256), "name of the person who signed (ФИО)"),
    .required("tnvedCode", .text(64), "item 7: ТН ВЭД ЕАЭС code"),
    .required(
      "units", .array(Unit.schema, count: 0...1000), "the rows of Appendix 3; empty when they are filed in parts"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    applicant = try members.object("applicant", Applicant.init)
    channel = try members.value("channel") { Channel(rawValue: $0) }
    consent = try members.boolean("consent")
    contacts = try members.object("contacts", Contacts.init)
    dataCentreAddress = try members.string("dataCentreAddress")
    documents = try members.objects("documents", SubmittedDocument.init)
    filledOn = try members.value("filledOn") { LocalDate($0) }
    legalAddress = try members.string("legalAddress")
    model = try members.string("model")
    parts = try members.integer("parts")
    possession = try members.object("possession", Possession.init)
    quantity = try members.integer("quantity")
    signature = try members.value("signature") { SignatureKind(rawValue: $0) }
    signedBy = try members.string("signedBy")
    tnvedCode = try members.string("tnvedCode")
    units = try members.objects("units", Unit.init)
  }

  public var what: CanonicalValue {
    .members([
      "applicant": applicant.value,
      "channel": .string(channel.rawValue),
      "consent": .bool(consent),
      "contacts": contacts.value,
      "dataCentreAddress": .string(dataCentreAddress),
      "documents": .array(documents.map(\.value)),
      "filledOn": .string(filledOn.description),
      "legalAddress": .string(legalAddress),
      "model": .string(model),
      "parts": .integer(parts),
      "possession": possession.value,
      "quantity": .integer(quantity),
      "signature": .string(signature.rawValue),
      "signedBy": .string(signedBy),
      "tnvedCode": .string(tnvedCode),
      "units": .array(units.map(\.value)),
    ])
  }
}
