import RegistryEvents
import RegistryProjections

extension Command {
  /// `init`: line 0.
  static let initialise = Command(
    "init", abstract: "Start a journal: write its line 0.",
    discussion: """
      The key becomes the first keyMaster. Note keys sign the journal's checkpoints: give one of its own, held by whoever \
      runs the journal; without any the first keyMaster's key is the note key too, which must then be Ed25519. Prints the leaf hash of line 0: give it to everybody who is to verify the journal, by another way than the journal.

      Recovery keys stand in for the keyMaster when its key is lost: give them as JSON, {"keys": [{"holder": {"id": …, "name": …}, \
      "jwk": …}], "threshold": 2}, and keep their private halves apart. A journal that goes on from a closed one is signed by a keyMaster of that \
      one too.

        journal-tool init apk.jsonl --origin apk.registry.example.kz/2024 --authority-kk '…' --authority-ru '…' \\
          --key master.pem --holder-id root --holder-name 'А. Б. Сериков' --note-key note.pem --recovery recovery.json
        journal-tool init apk-2025.jsonl --origin apk.registry.example.kz/2025 … --continues apk-2024.jsonl --continued-key master.pem
      """,
    arguments: [Opening.journal],
    options: [
      Opening.origin, Opening.authorityKk, Opening.authorityRu, Opening.key, Opening.holderID, Opening.holderName,
      Opening.noteKey, Opening.policy, Opening.recovery, Opening.continues, Opening.continuedKey, Passphrase.option,
      .format,
    ], flags: [KeyFile.pss], run: Opening.run)
}

private enum Opening {
  static let journal = Argument("journal", help: "The new file.", kind: .file(suffixes: ["jsonl"]))
  static let origin = Option(
    "origin", value: "origin", help: "The journal's name, never reused, such as apk.registry.example.kz/2024.",
    occurrence: .one)
  static let authorityKk = Option(
    "authority-kk", value: "name", help: "The authority that keeps the register, in Kazakh.", occurrence: .one)
  static let authorityRu = Option(
    "authority-ru", value: "name", help: "The authority that keeps the register, in Russian.", occurrence: .one)
  static let key = Option(
    "key", value: "file", help: "The private key of the first keyMaster.", kind: .file(suffixes: ["pem"]),
    occurrence: .one)
  static let holderID = Option(
    "holder-id", value: "id", help: "БИН, ИИН or an internal id of its holder.", occurrence: .one)
  static let holderName = Option("holder-name", value: "name", help: "The name of its holder.", occurrence: .one)
  static let noteKey = Option(
    "note-key", value: "file", help: "An Ed25519 key, private or public, that signs checkpoints; may be repeated.",
    kind: .file(suffixes: ["pem", "jwk"]), occurrence: .any)
  static let policy = Option(
    "policy", value: "file", help: "What the texts leave open, such as recordingGraceHours, as JSON.",
    kind: .file(suffixes: ["json"]))
  static let recovery = Option(
    "recovery", value: "file", help: "The recovery keys and how many of them are asked for, as JSON.",
    kind: .file(suffixes: ["json"]))
  static let continues = Option(
    "continues", value: "file",
    help: "The closed journal that this one continues, after those that it continues itself, the oldest first.",
    kind: .file(suffixes: ["jsonl"]), occurrence: .any)
  static let continuedKey = Option(
    "continued-key", value: "file",
    help: "The private key of a keyMaster of that journal, where it is not --key; repeated for recovery keys.",
    kind: .file(suffixes: ["pem"]), occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let path = try arguments.required(journal)
    guard path != "-" else { throw UsageError.invalid(path, for: journal, expected: "the name of a new file") }
    let name = try arguments.required(origin)
    let passphrase = try Passphrase(arguments)
    let master = try KeyFile(arguments.required(key), context).privateKey(passphrase, rsa: arguments.rsaAlgorithm)
    var noteKeys = try arguments.strings(noteKey).map { path in
      let key = try KeyFile(path, context).publicKey(passphrase, rsa: arguments.rsaAlgorithm)
      return try ToolError.naming(path) { try VerifierKey(name: name, publicKey: key) }
    }
    if noteKeys.isEmpty {
      guard master.publicKey.algorithm == .ed25519 else { throw UsageError.missing(noteKey) }
      noteKeys = [try VerifierKey(name: name, publicKey: master.publicKey)]
    }
    let rules = try arguments.string(policy).map { path in
      try ToolError.naming(path) { try CanonicalValue(json: context.read(path)) }
    }
    let recovery = try arguments.string(recovery).map { path in
      try ToolError.naming(path) { try Recovery(CanonicalValue(json: context.read(path))) }
    }
    let elder = try elder(arguments)
    let elderKeys = try arguments.strings(continuedKey).map {
      try KeyFile($0, context).privateKey(passphrase, rsa: arguments.rsaAlgorithm)
    }
    let holder = KeyHolder(id: try arguments.required(holderID), name: try arguments.required(holderName))
    let opened = JournalOpened(
      authority: BilingualText(kk: try arguments.required(authorityKk), ru: try arguments.required(authorityRu)),
      continues: try elder?.continuation(), format: .version1,
      keys: [KeyEnrolled(holder: holder, jwk: master.publicKey.jwk, roles: [KeyRing.keyMaster])],
      noteKeys: noteKeys.map(\.description), origin: name, policy: JournalPolicy(rules ?? [:]),
      recovery: recovery)
    let now = context.now()
    let draft = ActDraft(opened, at: now, id: try context.newID(at: now), journal: name)
    let signed = try SignedAct(
      draft, keys: [master] + elderKeys.filter { $0.publicKey.thumbprint != master.publicKey.thumbprint })
    let leafHash = try ToolError.naming(path) {
      try JournalCreation.create(path: path, opening: signed, recorded: now, predecessor: elder)
    }
    switch arguments.format {
    case .json:
      try JSONWriter(output: context.output).write(
        schema: "init/1",
        [
          "kid": .value(.string(master.publicKey.thumbprint)), "leafHash": .value(.string(leafHash.description)),
          "noteKeys": .value(.array(opened.noteKeys.map(CanonicalValue.string))), "origin": .value(.string(name)),
        ])
    case .text, .csv:
      try context.output.write("\(leafHash)\n")
    }
    return .success
  }

  /// The end of the journal that the new one continues; `nil` where it continues none.
  private static func elder(_ arguments: ParsedArguments) throws -> JournalEnd? {
    let paths = arguments.strings(continues)
    if arguments.isGiven(continuedKey), paths.isEmpty { throw UsageError.missing(continues) }
    var current = ""
    let end: JournalEnd?
    do throws(RegistryError) {
      end = try JournalEnd.reading(
        paths, rules: RuleBook.standard.signingRules, begin: { current = paths[$0] }
      ).end
    } catch {
      throw ToolError(error, path: current)
    }
    guard let end else { return nil }
    guard end.closedSeq != nil else { throw ToolError(RegistryError(.journalNotClosed), path: paths.last) }
    return end
  }
}
