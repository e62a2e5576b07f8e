import RegistryEvents

extension Command {
  /// `key enrol`: a key gets a holder and roles.
  static let keyEnrol = Command(
    "enrol", abstract: "Enrol a key in a journal, with its holder and roles.",
    discussion: """
      A keyMaster and the new key both sign. Roles are those of the law, such as authorisedPerson or headOfUnit, or keyMaster, \
      which is held with no other.

        journal-tool key enrol apk.jsonl --key master.pem --new-key head.pem --holder-id 800101300123 \\
          --holder-name 'А. Б. Сериков' --role headOfUnit --expect 070004d4…
      """,
    arguments: [Appending.journal],
    options: [
      Appending.key, KeyEnrolling.newKey, KeyEnrolling.holderID, KeyEnrolling.holderName, KeyEnrolling.role,
      KeyEnrolling.from, KeyEnrolling.until,
    ] + Appending.options,
    flags: Appending.flags, run: KeyEnrolling.run)
}

private enum KeyEnrolling {
  static let newKey = Option(
    "new-key", value: "file", help: "The private key to be enrolled.", kind: .file(suffixes: ["pem"]), occurrence: .one)
  static let holderID = Option(
    "holder-id", value: "id", help: "БИН, ИИН or an internal id of the holder.", occurrence: .one)
  static let holderName = Option("holder-name", value: "name", help: "The holder's name.", occurrence: .one)
  static let role = Option(
    "role", value: "role", help: "What the holder may do; may be repeated.", occurrence: .atLeastOne)
  static let from = Option("from", value: "instant", help: "The mandate holds from this instant.")
  static let until = Option("until", value: "instant", help: "The mandate ends before this instant.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let holder = KeyHolder(id: try arguments.required(holderID), name: try arguments.required(holderName))
    let expected = "an instant YYYY-MM-DDThh:mm:ssZ"
    let start = try arguments.value(from, expected: expected) { Instant($0) }
    let end = try arguments.value(until, expected: expected) { Instant($0) }
    let masters = try Appending.keys(Appending.key, arguments, context)
    let new = try Appending.privateKey(arguments.required(newKey), arguments, context)
    let enrolment = KeyEnrolled(
      from: start, holder: holder, jwk: new.publicKey.jwk, roles: arguments.strings(role), until: end)
    return try appending.append { origin, now in
      let draft = ActDraft(enrolment, at: now, id: try context.newID(at: now), journal: origin)
      return try SignedAct(draft, keys: masters + [new])
    }
  }
}
