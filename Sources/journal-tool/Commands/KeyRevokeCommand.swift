import RegistryEvents

extension Command {
  /// `key revoke`: a key is trusted no more.
  static let keyRevoke = Command(
    "revoke", abstract: "Revoke a key of a journal, for good.",
    discussion: """
      A keyMaster signs; where the last line at which the key is trusted lies more than one back, two keyMasters of different \
      holders do.
      """,
    arguments: [Appending.journal],
    options: [Appending.key, KeyRevoking.kid, KeyRevoking.lastValidSeq, KeyRevoking.reason] + Appending.options,
    flags: Appending.flags, run: KeyRevoking.run)
}

private enum KeyRevoking {
  static let kid = Option("kid", value: "kid", help: "The thumbprint of the key.", occurrence: .one)
  static let lastValidSeq = Option(
    "last-valid-seq", value: "seq", help: "The last line at which the key is trusted.", occurrence: .one)
  static let reason = Option("reason", value: "text", help: "Why.", occurrence: .one)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let last = try arguments.int(lastValidSeq, in: 0...Int(CanonicalValue.largestInteger)) ?? 0
    let revocation = KeyRevoked(
      kid: try arguments.required(kid), lastValidSeq: Int64(last), reason: try arguments.required(reason))
    let masters = try Appending.keys(Appending.key, arguments, context)
    return try appending.append { origin, now in
      let draft = ActDraft(revocation, at: now, id: try context.newID(at: now), journal: origin)
      return try SignedAct(draft, keys: masters)
    }
  }
}
