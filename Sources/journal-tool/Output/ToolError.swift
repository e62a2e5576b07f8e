import RegistryEvents

/// A refusal of the libraries or of the system, with the file that it concerns and how the process ends.
struct ToolError: Error, Sendable, Equatable {
  /// What went wrong, where in the file, and by which stable code.
  let error: RegistryError
  /// The file, as the command line named it; `nil` where it concerns none.
  let path: String?
  /// What to do next, in a sentence without a full stop.
  let remedy: String
  /// How the process ends.
  let exitCode: ExitCode

  /// A refusal of the libraries; the exit code and the remedy are those of its code unless said otherwise.
  init(_ error: RegistryError, path: String? = nil, remedy: String? = nil, exitCode: ExitCode? = nil) {
    self.error = error
    self.path = path
    self.remedy = remedy ?? error.code.remedy
    self.exitCode = exitCode ?? ExitCode(for: error.code)
  }

  /// A refusal of the system.
  init(_ error: SystemError, path: String?, exitCode: ExitCode? = nil) {
    let code: ErrorCode = error.isMissing ? .fileMissing : error.isExisting ? .fileExists : .inputOutput
    let detail = code == .inputOutput ? error.message : ""
    self.init(RegistryError(code, detail: detail), path: path, exitCode: exitCode)
  }

  /// Does something with a file, so that what it refuses names the file.
  static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as RegistryError { throw ToolError(error, path: path) }
  }
}
