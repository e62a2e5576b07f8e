/// The keys that sign checkpoints change (format §5).
///
/// A key added signs checkpoints of this line and those after it; a key removed, checkpoints of at most `lastValidSize` lines.
public struct NoteKeysChanged: ActPayload {
  /// C2SP verifier keys, named as the origin.
  public var add: [String]?
  /// The largest number of lines at which a checkpoint of a removed key counts; there wherever a key is removed.
  public var lastValidSize: Int64?
  /// Verifier keys in force, letter for letter.
  public var remove: [String]?

  /// A value of its members.
  public init(add: [String]? = nil, lastValidSize: Int64? = nil, remove: [String]? = nil) {
    self.add = add
    self.lastValidSize = lastValidSize
    self.remove = remove
  }
}

extension NoteKeysChanged {
  public static let type = "journal.noteKeysChanged"
  public static let version = 1
  public static let says = "The keys that sign checkpoints change (format §5)"

  public static let schema = Schema.members(
    .optional("add", .array(.text(256), count: 0...8), "C2SP verifier keys, named as the origin"),
    .optional(
      "lastValidSize", .integer(0...9007199254740991),
      "the largest number of lines at which a checkpoint of a removed key counts"),
    .optional("remove", .array(.text(256), count: 0...8), "verifier keys in force"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    add = try members.optionalStrings("add")
    lastValidSize = try members.optionalInteger("lastValidSize")
    remove = try members.optionalStrings("remove")
  }

  public var what: CanonicalValue {
    .members([
      "add": add.map { .array($0.map(CanonicalValue.string)) },
      "lastValidSize": lastValidSize.map(CanonicalValue.integer),
      "remove": remove.map { .array($0.map(CanonicalValue.string)) },
    ])
  }
}
