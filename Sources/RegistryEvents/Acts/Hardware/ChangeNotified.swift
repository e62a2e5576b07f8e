/// A notice of changed data (уведомление об изменении сведений, Appendix 9; A-15).
///
/// The form has neither an entry number nor a date of change; both are asked for beside it (I-19h).
public struct ChangeNotified: ActPayload {
  /// Items 1 and 2: name and БИН or ИИН.
  public var applicant: Applicant
  /// The day the data changed, if stated (I-19h).
  public var changedOn: LocalDate?
  /// The entry in the new edition, by member.
  public var changes: EntryChanges
  /// How it came in.
  public var channel: Channel
  /// Mobile phone and e-mail.
  public var contacts: Contacts
  /// Name and content of the entry in the new edition.
  public var content: String
  /// The entries concerned; empty when they are filed in parts.
  public var entries: [EntryRange]
  /// Date of filling (дата заполнения).
  public var filledOn: LocalDate
  /// How many numbered parts carry the list; 0 when it stands here.
  public var parts: Int64
  /// Reason of the changes or additions.
  public var reason: String
  /// How the applicant signed (I-19i).
  public var signature: SignatureKind
  /// Name of the person who signed (ФИО).
  public var signedBy: String

  /// A value of its members.
  public init(
    applicant: Applicant, changedOn: LocalDate? = nil, changes: EntryChanges, channel: Channel, contacts: Contacts,
    content: String, entries: [EntryRange], filledOn: LocalDate, parts: Int64, reason: String, signature: SignatureKind,
    signedBy: String
  ) {
    self.applicant = applicant
    self.changedOn = changedOn
    self.changes = changes
    self.channel = channel
    self.contacts = contacts
    self.content = content
    self.entries = entries
    self.filledOn = filledOn
    self.parts = parts
    self.reason = reason
    self.signature = signature
    self.signedBy = signedBy
  }
}

extension ChangeNotified {
  public static let type = "apk.changeNotified"
  public static let version = 1
  public static let says = "A notice of changed data in the register (уведомление об изменении сведений, Appendix 9)"

  public static let schema = Schema.members(
    .required("applicant", Applicant.schema, "items 1 and 2: name and БИН or ИИН"),
    .optional("changedOn", .string(.date), "the day the data changed, if stated (I-19h)"),
    .required("changes", EntryChanges.schema, "the entry in the new edition, by member"),
    .required("channel", .word(Channel.allCases.map(\.rawValue)), "how it came in (A-7)"),
    .required("contacts", Contacts.schema, "mobile phone and e-mail"),
    .required("content", .text(2048), "name and content of the entry in the new edition"),
    .required(
      "entries", .array(EntryRange.schema, count: 0...1000), "the entries concerned; empty when they are filed in parts"
    ),
    .required("filledOn", .string(.date), "date of filling (дата заполнения)"),
    .required("parts", .integer(0...1000), "how many numbered parts carry the list; 0 when it stands here"),
    .required("reason", .text(2048), "reason of the changes or additions"),
    .required("signature", .word(SignatureKind.allCases.map(\.rawValue)), "how the applicant signed (I-19i)"),
    .required("signedBy", .text(256), "name of the person who signed (ФИО)"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    applicant = try members.object("applicant", Applicant.init)
    changedOn = try members.optionalValue("changedOn") { LocalDate($0) }
    changes = try members.object("changes", EntryChanges.init)
    channel = try members.value("channel") { Channel(rawValue: $0) }
    contacts = try members.object("contacts", Contacts.init)
    content = try members.string("content")
    entries = try members.objects("entries", EntryRange.init)
    filledOn = try members.value("filledOn") { LocalDate($0) }
    parts = try members.integer("parts")
    reason = try members.string("reason")
    signature = try members.value("signature") { SignatureKind(rawValue: $0) }
    signedBy = try members.string("signedBy")
  }

  public var what: CanonicalValue {
    .members([
      "applicant": applicant.value,
      "changedOn": (changedOn?.description).map(CanonicalValue.string),
      "changes": changes.value,
      "channel": .string(channel.rawValue),
      "contacts": contacts.value,
      "content": .string(content),
      "entries": .array(entries.map(\.value)),
      "filledOn": .string(filledOn.description),
      "parts": .integer(parts),
      "reason": .string(reason),
      "signature": .string(signature.rawValue),
      "signedBy": .string(signedBy),
    ])
  }
}
