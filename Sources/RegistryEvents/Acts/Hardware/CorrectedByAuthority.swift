/// The authority records an act outside the Rules that concerns entries, such as a court decision (I-19d).
///
/// Order 138/НҚ changes the register only upon applications, so this changes no entry: it is shown beside them.
public struct CorrectedByAuthority: ActPayload {
  /// The act outside the Rules: body, number and date.
  public var basis: String
  /// The entries concerned.
  public var entries: [EntryRange]
  /// What it says.
  public var text: String

  /// A value of its members.
  public init(basis: String, entries: [EntryRange], text: String) {
    self.basis = basis
    self.entries = entries
    self.text = text
  }
}

extension CorrectedByAuthority {
  public static let type = "apk.correctedByAuthority"
  public static let version = 1
  public static let says = "An act outside the Rules that concerns entries is recorded (I-19d)"

  public static let schema = Schema.members(
    .required("basis", .text(1024), "the act outside the Rules: body, number and date"),
    .required("entries", .array(EntryRange.schema, count: 0...1000), "the entries concerned"),
    .required("text", .text(4096), "what it says"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    basis = try members.string("basis")
    entries = try members.objects("entries", EntryRange.init)
    text = try members.string("text")
  }

  public var what: CanonicalValue {
    .members([
      "basis": .string(basis),
      "entries": .array(entries.map(\.value)),
      "text": .string(text),
    ])
  }
}
