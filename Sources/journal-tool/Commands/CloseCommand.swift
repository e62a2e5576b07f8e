import RegistryEvents

extension Command {
  /// `close`: the last line.
  static let close = Command(
    "close", abstract: "End a journal: append its last act, journal.closed.",
    discussion: """
      A keyMaster signs. Nothing can be appended after it; `journal-tool init --continues` opens the journal that goes on. Make a last \
      checkpoint when it is closed.

        journal-tool close apk-2024.jsonl --key master.pem --expect 070004d4… --reason 'The year is over'
      """,
    arguments: [Appending.journal], options: [Appending.key, Closing.reason] + Appending.options,
    flags: Appending.flags, run: Closing.run)
}

private enum Closing {
  static let reason = Option("reason", value: "text", help: "Why.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let keys = try Appending.keys(Appending.key, arguments, context)
    return try appending.append { origin, now in
      let closed = JournalClosed(reason: arguments.string(reason))
      return try SignedAct(ActDraft(closed, at: now, id: try context.newID(at: now), journal: origin), keys: keys)
    }
  }
}
