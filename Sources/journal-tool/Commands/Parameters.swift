import RegistryEvents
import RegistryProjections

extension Argument {
  /// The journal of every command that reads one.
  static let journal = Argument(
    "journal", help: "The journal; - for standard input.", kind: .file(suffixes: ["jsonl"]))
  /// The same for commands that read a journal as one with those that it continues.
  static let journals = Argument(
    "journal",
    help: "The journal; - for standard input. One that continues others stands after them, the oldest first.",
    kind: .file(suffixes: ["jsonl"]), occurrence: .atLeastOne)
}

extension Option {
  /// `--at`: the effective axis.
  static let at = Option(
    "at", value: "date or instant",
    help: "Acts done up to here count: the end of a day in Astana, or an instant such as 2024-06-30T12:00:00Z.",
    occurrence: .one)

  /// `--known-at`: the axis of what is known.
  static let knownAt = Option(
    "known-at", value: "line or instant",
    help: "Lines up to here count, by their seq or by when they were recorded; otherwise all of them.")

  /// `--register`: which of the registers of the journal.
  static let register = Option(
    "register", value: "register", help: "Which register: of hardware, or one whose entries are made one by one.",
    kind: .oneOf(["apk"] + EntryRegister.names()), default: "apk")

  /// `--verify`: how much is checked on the way.
  static let verify = Option(
    "verify", value: "mode",
    help: "What to check: nothing but the form, also the chain of hashes, or also every signature.",
    kind: .oneOf(VerificationMode.allCases.map(\.rawValue)), default: VerificationMode.full.rawValue)
}

extension ParsedArguments {
  /// The effective moment that `--at` names.
  func effectiveMoment() throws(UsageError) -> EffectiveMoment {
    try required(
      Option.at, expected: "a date YYYY-MM-DD or an instant YYYY-MM-DDThh:mm:ssZ", read: EffectiveMoment.init)
  }

  /// What `--known-at` names; everything where it is not given.
  func known() throws(UsageError) -> AsOf.Known {
    let expected = "the seq of a line or an instant YYYY-MM-DDThh:mm:ssZ"
    return try value(Option.knownAt, expected: expected, read: AsOf.Known.init) ?? .latest
  }

  /// What `--verify` asks for.
  var verificationMode: VerificationMode { string(Option.verify).flatMap(VerificationMode.init) ?? .full }
}
