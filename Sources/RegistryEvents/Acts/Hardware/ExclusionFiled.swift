/// An application for exclusion (заявление об исключении, Appendix 4; A-7).
public struct ExclusionFiled: ActPayload {
  /// Items 1 and 2: name and БИН or ИИН.
  public var applicant: Applicant
  /// How it came in.
  public var channel: Channel
  /// Consent to the collection and processing of personal data.
  public var consent: Bool
  /// Mobile phone and e-mail.
  public var contacts: Contacts
  /// Name and content of the entry to exclude.
  public var content: String
  /// The documents attached (Appendix 5 item 8).
  public var documents: [SubmittedDocument]
  /// The entries concerned; empty when they are filed in parts.
  public var entries: [EntryRange]
  /// Date of filling (дата заполнения).
  public var filledOn: LocalDate
  /// The one ground that the document proves (Appendix 5 item 8(2)).
  public var ground: ExclusionGround
  /// How many numbered parts carry the list; 0 when it stands here.
  public var parts: Int64
  /// How the applicant signed (I-19i).
  public var signature: SignatureKind
  /// Name of the person who signed (ФИО).
  public var signedBy: String

  /// A value of its members.
  public init(
    applicant: Applicant, channel: Channel, consent: Bool, contacts: Contacts, content: String,
    documents: [SubmittedDocument], entries: [EntryRange], filledOn: LocalDate, ground: ExclusionGround, parts: Int64,
    signature: SignatureKind, signedBy: String
  ) {
    self.applicant = applicant
    self.channel = channel
    self.consent = consent
    self.contacts = contacts
    self.content = content
    self.documents = documents
    self.entries = entries
    self.filledOn = filledOn
    self.ground = ground
    self.parts = parts
    self.signature = signature
    self.signedBy = signedBy
  }
}

extension ExclusionFiled {
  public static let type = "apk.exclusionFiled"
  public static let version = 1
  public static let says = "An application for exclusion from the register (заявление об исключении, Appendix 4)"

  public static let schema = Schema.members(
    .required("applicant", Applicant.schema, "items 1 and 2: name and БИН or ИИН"),
    .required("channel", .word(Channel.allCases.map(\.rawValue)), "how it came in (A-7)"),
    .required("consent", .boolean, "consent to the collection and processing of personal data"),
    .required("contacts", Contacts.schema, "mobile phone and e-mail"),
    .required("content", .text(2048), "name and content of the entry to exclude"),
    .required(
      "documents", .array(SubmittedDocument.schema, count: 0...64), "the documents attached (Appendix 5 item 8)"),
    .required(
      "entries", .array(EntryRange.schema, count: 0...1000), "the entries concerned; empty when they are filed in parts"
    ),
    .required("filledOn", .string(.date), "date of filling (дата заполнения)"),
    .required(
      "ground", .word(ExclusionGround.allCases.map(\.rawValue)),
      "the one ground that the document proves (Appendix 5 item 8(2))"),
    .required("parts", .integer(0...1000), "how many numbered parts carry the list; 0 when it stands here"),
    .required("signature", .word(SignatureKind.allCases.map(\.rawValue)), "how the applicant signed (I-19i)"),
    .required("signedBy", .text(256), "name of the person who signed (ФИО)"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    applicant = try members.object("applicant", Applicant.init)
    channel = try members.value("channel") { Channel(rawValue: $0) }
    consent = try members.boolean("consent")
    contacts = try members.object("contacts", Contacts.init)
    content = try members.string("content")
    documents = try members.objects("documents", SubmittedDocument.init)
    entries = try members.objects("entries", EntryRange.init)
    filledOn = try members.value("filledOn") { LocalDate($0) }
    ground = try members.value("ground") { ExclusionGround(rawValue: $0) }
    parts = try members.integer("parts")
    signature = try members.value("signature") { SignatureKind(rawValue: $0) }
    signedBy = try members.string("signedBy")
  }

  public var what: CanonicalValue {
    .members([
      "applicant": applicant.value,
      "channel": .string(channel.rawValue),
      "consent": .bool(consent),
      "contacts": contacts.value,
      "content": .string(content),
      "documents": .array(documents.map(\.value)),
      "entries": .array(entries.map(\.value)),
      "filledOn": .string(filledOn.description),
      "ground": .string(ground.rawValue),
      "parts": .integer(parts),
      "signature": .string(signature.rawValue),
      "signedBy": .string(signedBy),
    ])
  }
}
