/// What an act of one type and version says: its `what` as a Swift type, its schema, and its codec.
///
/// The name on disk is `type`, never the Swift type's. Schema and codec say the same twice, for speed; a property test
/// holds them to it.
public protocol ActPayload: Sendable, Hashable {
  /// `<area>.<act>` as it stands in the journal.
  static var type: String { get }
  /// The version of this type's `what`.
  static var version: Int { get }
  /// What the act is, in a sentence without a full stop, with its clause and official term.
  static var says: String { get }
  /// The members of `what`.
  static var schema: Schema { get }

  /// Reads `what`, asking for each member in byte order of the names.
  init(_ members: inout MemberReader) throws(RegistryError)

  /// `what` as it is written.
  var what: CanonicalValue { get }
}

extension ActPayload {
  /// Reads a canonical object.
  ///
  /// - Throws: a ``RegistryError`` with the offset of what is not as the schema says.
  public init(canonical bytes: some Collection<UInt8>) throws(RegistryError) {
    let tree = try CanonicalValue(canonical: bytes)
    try self.init(what: tree)
  }

  /// Reads a value.
  ///
  /// - Throws: a ``RegistryError`` with the offset, in the value's canonical form, of what is not as the schema says.
  public init(what: CanonicalValue) throws(RegistryError) {
    let bytes = CanonicalWriter.bytes(of: what)
    let result: Result<Self, RegistryError> = bytes.withUnsafeBytes { buffer in
      Result { () throws(RegistryError) -> Self in try Self(scanned: buffer, range: 0..<buffer.count) }
    }
    self = try result.get()
  }

  /// Decodes the bytes of a `what` that was judged when it was read.
  package init(judged bytes: [UInt8]) throws(RegistryError) {
    self = try MemberReader.read(judged: bytes) { members throws(RegistryError) in try Self(&members) }
  }

  /// Reads bytes that the scanner has accepted: judges them by the schema, then decodes them.
  init(scanned buffer: UnsafeRawBufferPointer, range: Range<Int>) throws(RegistryError) {
    var cursor = CanonicalCursor(buffer, range: range)
    do {
      try Self.schema.validate(&cursor)
    } catch {
      // The schema knows where, the decoder knows the member's name.
      var name = ""
      do throws(RegistryError) {
        _ = try Self(validated: buffer, range: range)
      } catch {
        name = error.detail
      }
      throw RegistryError(error.code, at: Place(offset: error.offset), detail: name)
    }
    try self.init(validated: buffer, range: range)
  }

  /// Decodes bytes that the schema has accepted.
  init(validated buffer: UnsafeRawBufferPointer, range: Range<Int>) throws(RegistryError) {
    var reader = MemberReader(CanonicalCursor(buffer, range: range))
    try self.init(&reader)
    try reader.finish()
  }
}
