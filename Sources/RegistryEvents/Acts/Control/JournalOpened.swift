/// Line 0 of a journal (format §5): who keeps it, with which first keys. Every key in `keys` signs it.
public struct JournalOpened: ActPayload {
  /// The authority that keeps the register.
  public var authority: BilingualText
  /// The journal that this one continues.
  public var continues: Continuation?
  /// The version of the format.
  public var format: JournalFormat
  /// The first keys.
  public var keys: [KeyEnrolled]
  /// C2SP verifier keys of the checkpoints, named as the origin.
  public var noteKeys: [String]
  /// The name of the journal, never reused.
  public var origin: String
  /// What the texts leave open.
  public var policy: JournalPolicy
  /// Keys of which a threshold stands in for a keyMaster.
  public var recovery: Recovery?

  /// A value of its members.
  public init(
    authority: BilingualText, continues: Continuation? = nil, format: JournalFormat, keys: [KeyEnrolled],
    noteKeys: [String], origin: String, policy: JournalPolicy, recovery: Recovery? = nil
  ) {
    self.authority = authority
    self.continues = continues
    self.format = format
    self.keys = keys
    self.noteKeys = noteKeys
    self.origin = origin
    self.policy = policy
    self.recovery = recovery
  }
}

extension JournalOpened {
  public static let type = "journal.opened"
  public static let version = 1
  public static let says = "A journal is opened (format §5)"

  public static let schema = Schema.members(
    .required("authority", BilingualText.schema, "the authority that keeps the register"),
    .optional("continues", Continuation.schema, "the journal that this one continues"),
    .required("format", .word(JournalFormat.allCases.map(\.rawValue)), "the version of the format"),
    .required("keys", .array(KeyEnrolled.schema, count: 1...16), "the first keys"),
    .required(
      "noteKeys", .array(.text(256), count: 1...8), "C2SP verifier keys of the checkpoints, named as the origin"),
    .required("origin", .string(.origin), "the name of the journal, never reused"),
    .required("policy", JournalPolicy.schema, "what the texts leave open"),
    .optional("recovery", Recovery.schema, "keys of which a threshold stands in for a keyMaster"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    authority = try members.object("authority", BilingualText.init)
    continues = try members.optionalObject("continues", Continuation.init)
    format = try members.value("format") { JournalFormat(rawValue: $0) }
    keys = try members.objects("keys", KeyEnrolled.init)
    noteKeys = try members.strings("noteKeys")
    origin = try members.string("origin")
    policy = JournalPolicy(try members.tree("policy"))
    recovery = try members.optionalObject("recovery", Recovery.init)
  }

  public var what: CanonicalValue {
    .members([
      "authority": authority.value,
      "continues": continues?.value,
      "format": .string(format.rawValue),
      "keys": .array(keys.map(\.value)),
      "noteKeys": .array(noteKeys.map(CanonicalValue.string)),
      "origin": .string(origin),
      "policy": policy.value,
      "recovery": recovery?.value,
    ])
  }
}
