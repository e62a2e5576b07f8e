/// What the registers were at a checkpoint: a statement that two implementations must agree on the state, and not only on the log.
///
/// The state is that as known at the last line of the checkpoint, with every standing act up to it whatever its `at`. It changes no state itself.
public struct RegisterDigested: ActPayload {
  /// The registers, sorted by name.
  public var registers: [Register]
  /// The root of the checkpoint.
  public var root: Digest
  /// The number of lines of the checkpoint; no more than stand before the act.
  public var size: Int64

  /// A register's digest.
  public struct Register: Sendable, Hashable {
    /// The digest of its state.
    public var digest: Digest
    /// Its name, as `journal-tool replay --register` has it.
    public var register: String
    /// The name of the state's shape, which the digest covers.
    public var schema: String

    /// A value of its members.
    public init(digest: Digest, register: String, schema: String) {
      self.digest = digest
      self.register = register
      self.schema = schema
    }
  }

  /// A value of its members.
  public init(registers: [Register], root: Digest, size: Int64) {
    self.registers = registers
    self.root = root
    self.size = size
  }
}

extension RegisterDigested {
  public static let type = "register.digested"
  public static let version = 1
  public static let says = "The digest of every register at a checkpoint is recorded"

  public static let schema = Schema.members(
    .required("registers", .array(Register.schema, count: 1...16), "the registers, sorted by name"),
    .required("root", .string(.sha256), "the root of the checkpoint"),
    .required("size", .integer(1...9_007_199_254_740_991), "the number of lines of the checkpoint"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    registers = try members.objects("registers") { register throws(RegistryError) in try Register(&register) }
    root = try members.value("root") { Digest(hex: $0) }
    size = try members.integer("size")
  }

  public var what: CanonicalValue {
    .members([
      "registers": .array(registers.map(\.value)), "root": .string(root.description), "size": .integer(size),
    ])
  }
}

extension RegisterDigested.Register {
  static let schema = Schema.members(
    .required("digest", .string(.sha256), "the digest of its state"),
    .required("register", .string(.role), "its name, such as apk"),
    .required("schema", .text(64), "the name of the state's shape, which the digest covers"))

  init(_ members: inout MemberReader) throws(RegistryError) {
    digest = try members.value("digest") { Digest(hex: $0) }
    register = try members.string("register")
    schema = try members.string("schema")
  }

  var value: CanonicalValue {
    .members(["digest": .string(digest.description), "register": .string(register), "schema": .string(schema)])
  }
}
