import RegistryEvents

/// The auditor's own record of what was verified before: where it is, and what may be believed of it.
struct VerifiedFile {
  static let option = Option(
    "verified-file", value: "file",
    help:
      "Your own record of what you have verified before, which is made where it is not there; one for each journal, in their order. Not one from beside the journal.",
    kind: .file(suffixes: ["json"]), occurrence: .any)
  static let flag = Flag(
    "remember", help: "The same with a record of each journal in $XDG_STATE_HOME (~/.local/state).")
  static let unread = Flag(
    "unread",
    help:
      "Do not read again what the record is of: the cost is that of what is new, and a change before it stays unseen.")

  /// The path of the record.
  let path: String
  private let context: Context

  /// The most bytes that a record has: one of many findings, or of many control acts, is large.
  private static let limit = 64 << 20

  /// The records that a command line asks for, one for each journal; none where it asks for none.
  static func all(_ arguments: ParsedArguments, _ journal: JournalSource) throws -> [VerifiedFile] {
    let given = arguments.strings(option)
    guard !given.isEmpty else { return arguments[flag] ? try remembered(journal) : [] }
    guard !arguments[flag] else {
      throw UsageError("Give either '--verified-file' or '--remember'", concerning: option)
    }
    guard !given.contains("-") else { throw UsageError.invalid("-", for: option, expected: "a file") }
    guard given.count == journal.paths.count, Set(given).count == given.count else {
      throw UsageError("Give '--verified-file' once for each journal, in their order", concerning: option)
    }
    return given.map { VerifiedFile(path: $0, context: journal.context) }
  }

  private static func remembered(_ journal: JournalSource) throws -> [VerifiedFile] {
    guard let folder = folder(journal.context) else {
      throw UsageError("'--remember' needs an absolute path in $XDG_STATE_HOME or $HOME", concerning: option)
    }
    return try journal.paths.map { path in
      let opening = try ToolError.naming(path) { try JournalReader.opening(path: path).leafHash }
      return VerifiedFile(path: "\(folder)/\(opening).json", context: journal.context)
    }
  }

  /// Where records are kept by the XDG Base Directory Specification; `nil` where the environment names no place.
  private static func folder(_ context: Context) -> String? {
    func absolute(_ name: String) -> String? { context.environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
    return state.map { $0 + "/journal-tool/verified" }
  }

  /// The record; `nil` where there is none, or one of another form, which is told.
  ///
  /// Throws a `ToolError`: `verified-file-mode` where others than its owner can write the file, `verified-file-malformed` where it is no record: then it is
  /// not written over either.
  func read() throws -> VerificationRecord? {
    let descriptor: Int32
    do throws(SystemError) { descriptor = try SystemCalls.openToRead(path) } catch {
      if error.isMissing { return nil }
      throw ToolError(error, path: path, exitCode: .noInput)
    }
    defer { SystemCalls.close(descriptor) }
    guard (SystemCalls.mode(ofRegular: descriptor) ?? 0o777) & 0o022 == 0 else {
      throw ToolError(RegistryError(.verifiedFileMode), path: path)
    }
    let bytes: [UInt8]?
    do { bytes = try ByteInput.descriptor(descriptor).readAll(limit: VerifiedFile.limit) } catch {
      throw ToolError(error, path: path)
    }
    do throws(RegistryError) {
      return try VerificationRecord(json: bytes ?? [])
    } catch {
      guard error.code == .verifiedFileStale else { throw ToolError(error, path: path) }
      context.warn("\(path): \(error.code.meaning) (\(error.detail)) [\(error.code.rawValue)]")
      return nil
    }
  }

  /// Writes the record in place of the one before, whole or not at all.
  func write(_ record: VerificationRecord) throws {
    do throws(SystemError) { try SystemCalls.makeDirectories(OutputFile.directory(of: path)) } catch {
      throw ToolError(error, path: path, exitCode: .cantCreate)
    }
    try context.result(to: path) { try $0.write(bytes: record.json) }
  }
}
