/// A complaint (жалоба, A-17).
public struct ComplaintFiled: ActPayload {
  /// Who is asked to consider it.
  public var addressee: ComplaintAddressee
  /// The id of the act complained of; absent for inaction.
  public var against: UUIDv7?
  /// Items 1 and 2: name and БИН or ИИН.
  public var applicant: Applicant
  /// How it came in.
  public var channel: Channel
  /// What is demanded.
  public var demands: String
  /// Date of filling (дата заполнения).
  public var filledOn: LocalDate
  /// How the applicant signed (I-19i).
  public var signature: SignatureKind
  /// Name of the person who signed (ФИО).
  public var signedBy: String
  /// The complaint.
  public var text: String

  /// A value of its members.
  public init(
    addressee: ComplaintAddressee, against: UUIDv7? = nil, applicant: Applicant, channel: Channel, demands: String,
    filledOn: LocalDate, signature: SignatureKind, signedBy: String, text: String
  ) {
    self.addressee = addressee
    self.against = against
    self.applicant = applicant
    self.channel = channel
    self.demands = demands
    self.filledOn = filledOn
    self.signature = signature
    self.signedBy = signedBy
    self.text = text
  }
}

extension ComplaintFiled {
  public static let type = "apk.complaintFiled"
  public static let version = 1
  public static let says = "A complaint (жалоба, A-17)"

  public static let schema = Schema.members(
    .required("addressee", .word(ComplaintAddressee.allCases.map(\.rawValue)), "who is asked to consider it"),
    .optional("against", .string(.uuid), "the id of the act complained of; absent for inaction"),
    .required("applicant", Applicant.schema, "items 1 and 2: name and БИН or ИИН"),
    .required("channel", .word(Channel.allCases.map(\.rawValue)), "how it came in (A-7)"),
    .required("demands", .text(4096), "what is demanded"),
    .required("filledOn", .string(.date), "date of filling (дата заполнения)"),
    .required("signature", .word(SignatureKind.allCases.map(\.rawValue)), "how the applicant signed (I-19i)"),
    .required("signedBy", .text(256), "name of the person who signed (ФИО)"),
    .required("text", .text(16384), "the complaint"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    addressee = try members.value("addressee") { ComplaintAddressee(rawValue: $0) }
    against = try members.optionalValue("against") { UUIDv7($0) }
    applicant = try members.object("applicant", Applicant.init)
    channel = try members.value("channel") { Channel(rawValue: $0) }
    demands = try members.string("demands")
    filledOn = try members.value("filledOn") { LocalDate($0) }
    signature = try members.value("signature") { SignatureKind(rawValue: $0) }
    signedBy = try members.string("signedBy")
    text = try members.string("text")
  }

  public var what: CanonicalValue {
    .members([
      "addressee": .string(addressee.rawValue),
      "against": (against?.description).map(CanonicalValue.string),
      "applicant": applicant.value,
      "channel": .string(channel.rawValue),
      "demands": .string(demands),
      "filledOn": .string(filledOn.description),
      "signature": .string(signature.rawValue),
      "signedBy": .string(signedBy),
      "text": .string(text),
    ])
  }
}
