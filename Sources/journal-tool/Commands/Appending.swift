import RegistryEvents
import RegistryProjections

/// A journal that a command line names to write to, and what the caller believes of it.
struct Appending {
  static let journal = Argument("journal", help: "The journal.", kind: .file(suffixes: ["jsonl"]))
  static let key = Option(
    "key", value: "file", help: "The private key that signs; repeated where several must sign.",
    kind: .file(suffixes: ["pem"]), occurrence: .atLeastOne)
  static let expect = Option(
    "expect", value: "head",
    help: "The leaf hash of the last line as you know it, of the journal or of the act's case; or any.",
    occurrence: .one)
  static let foreignFileSystem = Flag(
    "allow-foreign-file-system", help: "Write although the file system is not known to be local.")
  static let clockJump = Flag(
    "confirm-clock-jump", help: "Write although the clock is more than 7 days ahead of the last line.")

  static let wait = Option(
    "wait", value: "seconds",
    help:
      "Wait up to so many seconds where another writer has the journal, and say which one; otherwise it is refused at once."
  )

  static let predecessor = Option(
    "predecessor", value: "file",
    help: "A journal that this one continues, by whose acts the law is judged too; the oldest first.",
    kind: .file(suffixes: ["jsonl"]), occurrence: .any)

  /// The options and flags of every command that appends.
  static let options = [expect, wait, predecessor, Passphrase.option, .format]
  static let flags = [KeyFile.pss, foreignFileSystem, clockJump]

  let path: String
  private let expectation: Expectation
  private let format: OutputFormat
  private let options: WriterOptions
  private let patience: Double
  let predecessors: [String]
  private let context: Context

  /// As the command line says.
  init(_ arguments: ParsedArguments, _ context: Context) throws(UsageError) {
    path = try arguments.required(Appending.journal)
    guard path != "-" else { throw .invalid(path, for: Appending.journal, expected: "a file") }
    expectation = try arguments.required(Appending.expect, expected: "64 lower-case hex digits or 'any'") { text in
      text == "any" ? .any : Digest(hex: text).map(Expectation.last)
    }
    format = arguments.format
    var options = WriterOptions()
    options.allowsForeignFileSystem = arguments[Appending.foreignFileSystem]
    options.confirmsClockJump = arguments[Appending.clockJump]
    self.options = options
    predecessors = arguments.strings(Appending.predecessor)
    patience = Double(try arguments.int(Appending.wait, in: 0...86_400) ?? 0)
    self.context = context
  }

  /// The private keys that an option names, in its order.
  static func keys(_ option: Option, _ arguments: ParsedArguments, _ context: Context) throws -> [PrivateKey] {
    try arguments.strings(option).map { try privateKey($0, arguments, context) }
  }

  /// The private key of a file.
  static func privateKey(_ path: String, _ arguments: ParsedArguments, _ context: Context) throws -> PrivateKey {
    let passphrase = try Passphrase(arguments)
    return try KeyFile(path, context).privateKey(passphrase, rsa: arguments.rsaAlgorithm)
  }

  /// Opens the journal for writing, appends the act that a function makes for its origin and this moment, and tells what
  /// became of it.
  func append(_ make: (_ origin: String, _ now: Instant) throws -> SignedAct) throws -> ExitCode {
    try append { origin, now in (try make(origin, now), parts: []) }
  }

  /// The same with the parts of the act's list, which follow it; the receipt told is the act's.
  func append(
    _ make: (_ origin: String, _ now: Instant) throws -> (act: SignedAct, parts: [SignedAct])
  ) throws -> ExitCode {
    do {
      let receipt = try ToolError.naming(path) {
        let (writer, now) = try open()
        let (act, parts) = try make(writer.origin, now)
        let receipt = try writer.append(act, expecting: expectation)
        for part in try writer.append(parts, expecting: .any) { _ = try part.get() }
        try writer.close()
        return receipt
      }
      try write(receipt)
      return .success
    } catch let error as ToolError where error.error.code == .headMoved {
      tellActsSince()
      throw error
    }
  }

  /// Opens the journal for writing at this moment, or once another writer has closed it.
  private func open() throws -> (JournalWriter<LawGate>, now: Instant) {
    let journals = predecessors + [path]
    var current = path
    var left = patience
    var pause = 0.01
    var told = ""
    while true {
      let now = context.now()
      do throws(RegistryError) {
        let writer = try JournalWriter(
          path: path, rules: RuleBook.standard.signingRules, gate: LawGate(), options: options,
          continuing: predecessors, begin: { current = journals[$0] }, clock: { now })
        return (writer, now)
      } catch {
        guard error.code == .writerLocked, left > 0 else { throw ToolError(error, path: current) }
        tellWaiting(for: error.detail, &told)
      }
      context.pause(min(pause, left))
      left -= pause
      pause = min(pause * 2, 0.1)
    }
  }

  /// Says who has the journal, once for each who has it. One who closed it before he was found is told as another writer.
  private func tellWaiting(for holder: String, _ told: inout String) {
    guard told.isEmpty || !holder.isEmpty, holder != told else { return }
    told = holder.isEmpty ? "another writer" : holder
    context.note("Waiting for \(visible(told)), which has \(visible(path)) open for writing.")
  }

  private func write(_ receipt: Receipt) throws {
    switch format {
    case .json:
      try JSONWriter(output: context.output).write(
        schema: "append/1",
        [
          "leafHash": .value(.string(receipt.leafHash.description)),
          "recorded": .value(.string(receipt.recorded.description)),
          "seq": .value(.integer(Int64(clamping: receipt.seq))), "status": .value(.string(receipt.status.rawValue)),
        ])
    case .text, .csv:
      let what = receipt.status == .appended ? "Appended" : "Recorded already"
      try context.output.write("\(what): line \(receipt.seq), \(receipt.recorded)\n\(receipt.leafHash)\n")
    }
  }

  /// Tells the acts after the expected line, to be read before the caller decides again.
  private func tellActsSince() {
    guard case .last(let expected) = expectation else { return }
    var isPast = false
    let walk = JournalWalk(mode: .chain, rules: RuleBook.standard.signingRules, damage: .report)
    let summary = try? walk.run(JournalReader(path: path)) { walked in
      let act = walked.line.act
      if isPast {
        context.note("line \(walked.line.seq): \(act.type)" + (act.caseNumber.map { ", case \($0)" } ?? ""))
      } else if walked.leafHash == expected {
        isPast = true
        context.note("Recorded after the line that you expect to be the last:")
      }
    }
    if summary != nil, !isPast { context.note("No line of the journal has the hash that you expect.") }
  }
}
