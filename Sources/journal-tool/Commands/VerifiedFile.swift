import RegistryEvents

/// The auditor's own record of what was verified before: where it is, and what may be believed of it.
struct VerifiedFile {
  static let option = Option(
    "verified-file", value: "file",
    help:
      "Your own record of what you have verified before, which is made where it is not there. Not one from beside the journal.",
    kind: .file(suffixes: ["json"]))
  static let flag = Flag("remember", help: "The same with a record in $XDG_STATE_HOME (~/.local/state).")
  static let unread = Flag(
    "unread",
    help:
      "Do not read again what the record is of: the cost is that of what is new, and a change before it stays unseen.")

  /// The path of the record.
  let path: String
  private let context: Context

  /// The most bytes that a record has: one of many findings, or of many control acts, is large.
  private static let limit = 64 << 20

  /// The record that a command line asks for; `nil` where it asks for none.
  init?(_ arguments: ParsedArguments, journal: JournalSource) throws {
    context = journal.context
    if let given = arguments.string(VerifiedFile.option) {
      guard !arguments[VerifiedFile.flag] else {
        throw UsageError("Give either '--verified-file' or '--remember'", concerning: VerifiedFile.option)
      }
      guard given != "-" else { throw UsageError.invalid(given, for: VerifiedFile.option, expected: "a file") }
      path = given
    } else if arguments[VerifiedFile.flag] {
      let opening = try ToolError.naming(journal.name) { try JournalReader.openingHash(path: journal.path) }
      guard let folder = VerifiedFile.folder(context) else {
        throw UsageError(
          "'--remember' needs an absolute path in $XDG_STATE_HOME or $HOME", concerning: VerifiedFile.option)
      }
      path = "\(folder)/\(opening).json"
    } else {
      return nil
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
