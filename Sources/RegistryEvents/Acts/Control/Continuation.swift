/// The journal that another continues (format §5).
public struct Continuation: Sendable, Hashable {
  /// SHA-256 of the file.
  public var fileDigest: Digest
  /// Its origin.
  public var origin: String
  /// Its Merkle root.
  public var root: Digest
  /// Its number of lines.
  public var size: Int64

  /// A value of its members.
  public init(fileDigest: Digest, origin: String, root: Digest, size: Int64) {
    self.fileDigest = fileDigest
    self.origin = origin
    self.root = root
    self.size = size
  }
}

extension Continuation {
  static let schema = Schema.members(
    .required("fileDigest", .string(.sha256), "SHA-256 of the file"),
    .required("origin", .string(.origin), "its origin"),
    .required("root", .string(.sha256), "its Merkle root"),
    .required("size", .integer(1...9007199254740991), "its number of lines"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    fileDigest = try members.value("fileDigest") { Digest(hex: $0) }
    origin = try members.string("origin")
    root = try members.value("root") { Digest(hex: $0) }
    size = try members.integer("size")
  }

  var value: CanonicalValue {
    .members([
      "fileDigest": .string(fileDigest.description),
      "origin": .string(origin),
      "root": .string(root.description),
      "size": .integer(size),
    ])
  }
}
