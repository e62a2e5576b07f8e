/// A numbered part of a list of register entries that does not fit in its filing (format §1).
public struct EntriesListed: ActPayload {
  /// Entries of the register.
  public var entries: [EntryRange]
  /// The id of the filing.
  public var filing: UUIDv7
  /// The number of the part, from 1.
  public var number: Int64

  /// A value of its members.
  public init(entries: [EntryRange], filing: UUIDv7, number: Int64) {
    self.entries = entries
    self.filing = filing
    self.number = number
  }
}

extension EntriesListed {
  public static let type = "apk.entriesListed"
  public static let version = 1
  public static let says = "A numbered part of the list of register entries that a filing concerns"

  public static let schema = Schema.members(
    .required("entries", .array(EntryRange.schema, count: 1...1000), "entries of the register"),
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("number", .integer(1...1000), "the number of the part, from 1"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    entries = try members.objects("entries", EntryRange.init)
    filing = try members.value("filing") { UUIDv7($0) }
    number = try members.integer("number")
  }

  public var what: CanonicalValue {
    .members([
      "entries": .array(entries.map(\.value)),
      "filing": .string(filing.description),
      "number": .integer(number),
    ])
  }
}
