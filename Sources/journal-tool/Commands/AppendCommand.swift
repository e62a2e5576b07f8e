import RegistryEvents

extension Command {
  /// `append`: one act, signed and taken in.
  static let append = Command(
    "append", abstract: "Sign an act and append it to a journal.",
    discussion: """
      The act is JSON with at least `type` and `what`; `case`, `at`, `id`, `seen` and `version` where you want to say them \
      yourself. Whoever may have to try again gives the `id`: an act that is recorded already is not recorded twice. An act that was \
      signed elsewhere comes as {"act": …, "signatures": […]} and needs no key.

        journal-tool append apk.jsonl --key official.pem --expect 070004d4… act.json
        journal-tool append apk.jsonl --expect any signed.json

      Returns when the act is on the disk. What the journal or the law refuses is not written, and ends with 1.
      """,
    arguments: [Appending.journal, AppendingAct.act], options: [AppendingAct.key] + Appending.options,
    flags: Appending.flags, run: AppendingAct.run)
}

private enum AppendingAct {
  static let act = Argument("act", help: "The act; - for standard input.", kind: .file(suffixes: ["json"]))
  static let key = Option(
    "key", value: "file", help: "The private key that signs; repeated where several must sign.",
    kind: .file(suffixes: ["pem"]), occurrence: .any)

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let path = try arguments.required(act)
    let name = path == "-" ? "<stdin>" : path
    let handedIn = try ToolError.naming(name) { try HandedInAct(json: context.read(path, limit: 1 << 20)) }
    switch handedIn {
    case .signed(let signed):
      guard !arguments.isGiven(key) else { throw UsageError("The act is signed already", concerning: key) }
      return try appending.append { _, _ in signed }
    case .unsigned(let unsigned):
      guard arguments.isGiven(key) else { throw UsageError.missing(key) }
      let keys = try Appending.keys(key, arguments, context)
      return try appending.append { origin, now in
        let id = try context.newID(at: now)
        let draft = try ToolError.naming(name) { try unsigned.draft(journal: origin, at: now, id: id) }
        return try SignedAct(draft, keys: keys)
      }
    }
  }
}
