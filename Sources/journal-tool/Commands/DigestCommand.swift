import RegistryEvents
import RegistryProjections

extension Command {
  /// `digest`: what the registers were at a checkpoint, as an act.
  static let digest = Command(
    "digest", abstract: "Record the digest of every register at a checkpoint.",
    discussion: """
      Rebuilds every register as known at the last line of the newest checkpoint beside the journal that holds, and appends the act register.digested \
      with their digests. Whoever verifies the journal later builds the same registers and compares: so two programs must agree on the \
      state, and not only on the log.

        journal-tool digest apk.jsonl --key official.pem --expect any
      """,
    arguments: [Appending.journal], options: [Appending.key] + Appending.options, flags: Appending.flags,
    run: Digesting.run)
}

private enum Digesting {
  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let keys = try Appending.keys(Appending.key, arguments, context)
    let digested = try ToolError.naming(appending.path) { try state(of: appending.path, after: appending.predecessors) }
    return try appending.append { origin, now in
      let draft = ActDraft(digested, at: now, id: try context.newID(at: now), journal: origin)
      return try SignedAct(draft, keys: keys)
    }
  }

  /// The registers at the newest checkpoint that holds, as they go on from those of the journals that this one continues.
  private static func state(of path: String, after predecessors: [String]) throws -> RegisterDigested {
    let stored = try StoredCheckpoints(journal: path)
    let rules = RuleBook.standard.signingRules
    let walk = JournalWalk(mode: .chain, rules: rules, rootsAt: stored.sizes)
    let summary = try walk.run(JournalReader(path: path)) { _ in }
    guard let (checkpoint, _) = stored.newest(of: summary), checkpoint.size > 0 else {
      throw RegistryError(.checkpointMissing, detail: "beside the journal")
    }
    let first = try JournalEnd.reading(predecessors, rules: rules).lines
    let asOf = AsOf(effective: .latest, known: .seq(first + checkpoint.size - 1))
    let (registers, _) = try Replay(asOf: asOf, rules: rules).run(
      { () throws(RegistryError) in
        var readers: [JournalReader] = []
        for path in predecessors + [path] { readers.append(try JournalReader(path: path)) }
        return readers
      }, into: { DigestedRegisters() }, fold: { (registers, act, context) in registers.apply(act, context) })
    return RegisterDigested(
      registers: registers.digests, root: checkpoint.root, size: Int64(clamping: checkpoint.size))
  }
}
