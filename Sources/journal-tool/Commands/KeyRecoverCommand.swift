import RegistryEvents

extension Command {
  /// `key recover`: a new keyMaster where the last one's key is lost.
  static let keyRecover = Command(
    "recover", abstract: "Enrol a new keyMaster by the recovery keys of line 0.",
    discussion: """
      For when no keyMaster can sign any more. As many holders of recovery keys as line 0 asks for sign, and the new key. Revoke the lost \
      key then, with the new one: `journal-tool key revoke`.

        journal-tool key recover apk.jsonl --recovery-key one.pem --recovery-key two.pem --new-key master2.pem \\
          --holder-id root2 --holder-name 'А. Б. Сериков' --expect 070004d4…
      """,
    arguments: [Appending.journal],
    options: [KeyRecovering.key, KeyRecovering.newKey, KeyRecovering.holderID, KeyRecovering.holderName]
      + Appending.options,
    flags: Appending.flags, run: KeyRecovering.run)
}

private enum KeyRecovering {
  static let key = Option(
    "recovery-key", value: "file", help: "The private half of a recovery key; repeated up to the threshold.",
    kind: .file(suffixes: ["pem"]), occurrence: .atLeastOne)
  static let newKey = Option(
    "new-key", value: "file", help: "The private key of the new keyMaster.", kind: .file(suffixes: ["pem"]),
    occurrence: .one)
  static let holderID = Option(
    "holder-id", value: "id", help: "БИН, ИИН or an internal id of its holder.", occurrence: .one)
  static let holderName = Option("holder-name", value: "name", help: "The holder's name.", occurrence: .one)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let holder = KeyHolder(id: try arguments.required(holderID), name: try arguments.required(holderName))
    let keys = try Appending.keys(key, arguments, context)
    let new = try Appending.privateKey(arguments.required(newKey), arguments, context)
    let enrolment = KeyEnrolled(holder: holder, jwk: new.publicKey.jwk, roles: [KeyRing.keyMaster])
    return try appending.append { origin, now in
      let draft = ActDraft(enrolment, at: now, id: try context.newID(at: now), journal: origin)
      return try SignedAct(draft, keys: keys + [new])
    }
  }
}
