import RegistryEvents

/// Which witnesses must have cosigned a checkpoint, as a command line says it: a policy's file, or witnesses and a number.
enum QuorumOptions {
  static let witness = Option(
    "witness", value: "vkey",
    help: "The key name+id+base64 of a witness that must have cosigned the checkpoint; may be repeated.",
    occurrence: .any)
  static let quorum = Option(
    "quorum", value: "n", help: "How many of the witnesses must have cosigned; otherwise all of them.")
  static let policy = Option(
    "policy", value: "file", help: "A policy of witnesses (C2SP tlog-policy), instead of --witness and --quorum.",
    kind: .file())

  /// The options of every command that asks for a quorum.
  static let all = [witness, quorum, policy]

  /// The most bytes that a policy's file has.
  private static let limit = 1 << 20

  /// The policy that the command line asks for; `nil` where it asks for none.
  static func policy(_ arguments: ParsedArguments, _ context: Context) throws -> WitnessPolicy? {
    let cosigners = try arguments.values(witness, expected: "a key name+id+base64 of the type 4") {
      try? CosignerKey($0)
    }
    let count = try arguments.int(quorum, in: 0...cosigners.count)
    if let path = arguments.string(policy) {
      guard cosigners.isEmpty, count == nil else {
        throw UsageError("'--policy' says which witnesses and how many", concerning: policy)
      }
      return try ToolError.naming(path) { try WitnessPolicy(context.read(path, limit: limit)) }
    }
    if cosigners.isEmpty, count == nil { return nil }
    do {
      return try WitnessPolicy(cosigners: cosigners, quorum: count ?? cosigners.count)
    } catch let error as RegistryError {
      throw UsageError("The witnesses make no policy: \(error.detail)", concerning: witness)
    }
  }
}
