/// A document of the package (Appendix 5 item 8).
public struct SubmittedDocument: Sendable, Hashable {
  /// The copy or e-copy.
  public var file: Attachment
  /// What the document is.
  public var kind: DocumentKind
  /// Title, number and date.
  public var title: String
  /// The last day of validity, where it has one.
  public var validUntil: LocalDate?

  /// A value of its members.
  public init(file: Attachment, kind: DocumentKind, title: String, validUntil: LocalDate? = nil) {
    self.file = file
    self.kind = kind
    self.title = title
    self.validUntil = validUntil
  }
}

extension SubmittedDocument {
  static let schema = Schema.members(
    .required("file", Attachment.schema, "the copy or e-copy"),
    .required("kind", .word(DocumentKind.allCases.map(\.rawValue)), "what the document is"),
    .required("title", .text(512), "title, number and date"),
    .optional("validUntil", .string(.date), "the last day of validity, where it has one"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    file = try members.object("file", Attachment.init)
    kind = try members.value("kind") { DocumentKind(rawValue: $0) }
    title = try members.string("title")
    validUntil = try members.optionalValue("validUntil") { LocalDate($0) }
  }

  var value: CanonicalValue {
    .members([
      "file": file.value,
      "kind": .string(kind.rawValue),
      "title": .string(title),
      "validUntil": (validUntil?.description).map(CanonicalValue.string),
    ])
  }
}
