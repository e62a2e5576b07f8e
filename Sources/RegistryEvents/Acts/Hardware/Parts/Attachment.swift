/// A document that is kept beside the journal, by its digest (format §1).
public struct Attachment: Sendable, Hashable {
  /// The media type.
  public var mediaType: String
  /// The file name.
  public var name: String
  /// SHA-256 of the file.
  public var sha256: Digest
  /// The size in bytes.
  public var size: Int64

  /// A value of its members.
  public init(mediaType: String, name: String, sha256: Digest, size: Int64) {
    self.mediaType = mediaType
    self.name = name
    self.sha256 = sha256
    self.size = size
  }
}

extension Attachment {
  static let schema = Schema.members(
    .required("mediaType", .text(128), "the media type"),
    .required("name", .text(256), "the file name"),
    .required("sha256", .string(.sha256), "SHA-256 of the file"),
    .required("size", .integer(0...9007199254740991), "the size in bytes"))

  package init(_ members: inout MemberReader) throws(RegistryError) {
    mediaType = try members.string("mediaType")
    name = try members.string("name")
    sha256 = try members.value("sha256") { Digest(hex: $0) }
    size = try members.integer("size")
  }

  var value: CanonicalValue {
    .members([
      "mediaType": .string(mediaType),
      "name": .string(name),
      "sha256": .string(sha256.description),
      "size": .integer(size),
    ])
  }
}
