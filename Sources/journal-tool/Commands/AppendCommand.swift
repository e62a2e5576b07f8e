import RegistryEvents
import RegistryProjections

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

      With --units an application for inclusion takes its list of units (order 138/НҚ, Appendix 3) from a CSV file, with the \
      headings of the form in Russian or Kazakh or the members' names. A list that is too long for one act follows it in numbered parts.

        journal-tool append apk.jsonl --key applicant.pem --expect any --units units.csv application.json

      Returns when the act is on the disk. What the journal or the law refuses is not written, and ends with 1.
      """,
    arguments: [Appending.journal, AppendingAct.act],
    options: [AppendingAct.key, AppendingAct.units] + Appending.options,
    flags: Appending.flags, run: AppendingAct.run)
}

private enum AppendingAct {
  static let act = Argument("act", help: "The act; - for standard input.", kind: .file(suffixes: ["json"]))
  static let key = Option(
    "key", value: "file", help: "The private key that signs; repeated where several must sign.",
    kind: .file(suffixes: ["pem"]), occurrence: .any)

  static let units = Option(
    "units", value: "file", help: "The list of units of an application for inclusion.",
    kind: .file(suffixes: ["csv"]))

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let appending = try Appending(arguments, context)
    let path = try arguments.required(act)
    let name = path == "-" ? "<stdin>" : path
    let handedIn = try ToolError.naming(name) { try HandedInAct(json: context.read(path, limit: 1 << 20)) }
    switch handedIn {
    case .signed(let signed):
      for option in [key, units] where arguments.isGiven(option) {
        throw UsageError("The act is signed already", concerning: option)
      }
      return try appending.append { _, _ in signed }
    case .unsigned(let unsigned):
      guard arguments.isGiven(key) else { throw UsageError.missing(key) }
      let keys = try Appending.keys(key, arguments, context)
      let list = try arguments.string(units).map { try readUnits($0, context) }
      return try appending.append { origin, now in
        var unsigned = unsigned
        let id = try unsigned.id ?? context.newID(at: now)
        let lists = try ToolError.naming(name) { try list.map { try unsigned.take(units: $0) } ?? [] }
        let draft = try ToolError.naming(name) { try unsigned.draft(journal: origin, at: now, id: id) }
        let parts = lists.enumerated().map { index, units in
          // A part's id follows from the filing's, so that whoever tries again hands in the same parts.
          let part = UnitsListed(filing: id, number: Int64(index + 1), units: units)
          return ActDraft(part, at: draft.at, case: draft.caseNumber, id: id.part(index + 1), journal: origin)
        }
        return (try SignedAct(draft, keys: keys), try parts.map { try SignedAct($0, keys: keys) })
      }
    }
  }
}

extension AppendingAct {
  /// The units of a CSV file; what is odd in them and can be filed all the same is told.
  private static func readUnits(_ path: String, _ context: Context) throws -> [Unit] {
    try ToolError.naming(path) {
      let list = try UnitListCSV(try context.read(path, limit: 16 << 20))
      for remark in list.remarks { context.warn("\(path): \(remark)") }
      return list.units
    }
  }
}

extension HandedInAct.Unsigned {
  /// Puts a list of units into an application for inclusion, or announces the parts that it answers.
  fileprivate mutating func take(units: [Unit]) throws(RegistryError) -> [[Unit]] {
    guard type == InclusionFiled.type, case .object(var members) = what else {
      throw RegistryError(.whatInvalid, detail: "a list of units belongs to \(InclusionFiled.type)")
    }
    members["units"] = []
    members["parts"] = 0
    let (filing, parts) = try InclusionFiled(what: .object(members)).listing(units)
    what = filing.what
    return parts
  }
}
