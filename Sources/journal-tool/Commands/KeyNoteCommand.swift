import RegistryEvents

extension Command {
  /// `key note`: the keys that sign checkpoints.
  static let keyNote = Command(
    "note", abstract: "Change the note keys, which sign a journal's checkpoints.",
    discussion: """
      A keyMaster signs. A key added signs checkpoints from this act's line on. Checkpoints of a removed key count up to the number of lines that \
      --last-valid-size says: the size of its last checkpoint that you trust, or 0 for none.

        journal-tool key note apk.jsonl --key master.pem --add note2.pem --expect 070004d4… \\
          --remove "$(journal-tool key show note.pem --name apk.registry.example.kz/2024 --format json | jq -r .vkey)" \\
          --last-valid-size 1200
      """,
    arguments: [Appending.journal],
    options: [Appending.key, NoteKeyChanging.add, NoteKeyChanging.remove, NoteKeyChanging.lastValidSize]
      + Appending.options,
    flags: Appending.flags, run: NoteKeyChanging.run)
}

private enum NoteKeyChanging {
  static let add = Option(
    "add", value: "file", help: "A new Ed25519 key, private or public; may be repeated.",
    kind: .file(suffixes: ["pem", "jwk"]), occurrence: .any)
  static let remove = Option(
    "remove", value: "vkey", help: "The verifier key of one that is to sign no more; may be repeated.", occurrence: .any
  )
  static let lastValidSize = Option(
    "last-valid-size", value: "n", help: "Checkpoints of removed keys count up to so many lines.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    guard arguments.isGiven(add) || arguments.isGiven(remove) else {
      throw UsageError("One of '--add' and '--remove' must be given")
    }
    if arguments.isGiven(remove), !arguments.isGiven(lastValidSize) { throw UsageError.missing(lastValidSize) }
    let removed = try arguments.values(remove, expected: "a key name+id+base64") { try? VerifierKey($0) }
    let size = try arguments.int(lastValidSize, in: 0...Int(CanonicalValue.largestInteger)).map(Int64.init)
    let passphrase = try Passphrase(arguments)
    let added = try arguments.strings(add).map { path in
      (path, try KeyFile(path, context).publicKey(passphrase, rsa: arguments.rsaAlgorithm))
    }
    let keys = try Appending.keys(Appending.key, arguments, context)
    return try appending.append { origin, now in
      let add = try added.map { path, key in
        try ToolError.naming(path) { try VerifierKey(name: origin, publicKey: key) }.description
      }
      let change = NoteKeysChanged(
        add: add.isEmpty ? nil : add, lastValidSize: size,
        remove: removed.isEmpty ? nil : removed.map(\.description))
      return try SignedAct(ActDraft(change, at: now, id: try context.newID(at: now), journal: origin), keys: keys)
    }
  }
}
