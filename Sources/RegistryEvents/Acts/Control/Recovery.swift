/// Keys of which a threshold stands in for a keyMaster (format §5).
public struct Recovery: Sendable, Hashable {
  /// The keys.
  public var keys: [RecoveryKey]
  /// How many of them, of different holders.
  public var threshold: Int64

  /// A value of its members.
  public init(keys: [RecoveryKey], threshold: Int64) {
    self.keys = keys
    self.threshold = threshold
  }
}

extension Recovery {
  static let schema = Schema.members(
    .required("keys", .array(RecoveryKey.schema, count: 1...16), "the keys"),
    .required("threshold", .integer(1...16), "how many of them, of different holders"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    keys = try members.objects("keys", RecoveryKey.init)
    threshold = try members.integer("threshold")
  }

  /// The members as they stand in line 0.
  public var value: CanonicalValue {
    .members([
      "keys": .array(keys.map(\.value)),
      "threshold": .integer(threshold),
    ])
  }

  /// Reads the members.
  ///
  /// - Throws: what is not as the schema says.
  public init(_ value: CanonicalValue) throws(RegistryError) {
    let bytes = CanonicalWriter.bytes(of: value)
    let problem = bytes.withUnsafeBytes { buffer in
      var cursor = CanonicalCursor(buffer, range: 0..<buffer.count)
      return Result { () throws(ScanError) in try Recovery.schema.validate(&cursor) }
    }
    if case .failure(let error) = problem { throw RegistryError(error.code, at: Place(offset: error.offset)) }
    self = try MemberReader.read(judged: bytes, Recovery.init)
  }
}
