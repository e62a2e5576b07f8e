import Foundation

/// What a process printed, and how it ended.
struct ToolProcess: Equatable {
  let output: Data
  let code: Int32

  /// What it printed, as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The built tool, run with words alone in the package's folder; what it prints to standard error goes to that of the tests.
  static func tool(_ words: [String]) throws -> ToolProcess {
    try run(URL(filePath: path), words, in: CommandRun.root, [:], withErrors: false)
  }

  /// A script of bash, in which `$tool` is the built tool; in the package's folder unless another is named.
  static func bash(_ script: String, in folder: String = CommandRun.root) throws -> ToolProcess {
    try run(
      URL(filePath: "/bin/bash"), ["--norc", "-c", script], in: folder, ["tool": path, "PATH": "/usr/bin:/bin"],
      withErrors: true)
  }

  private static var path: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "journal-tool").path
  }

  private static func run(
    _ executable: URL, _ words: [String], in folder: String, _ environment: [String: String], withErrors: Bool
  ) throws -> ToolProcess {
    // What the sanitizers are told holds for the processes of the tests too.
    let options = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment.merging(options) { own, _ in own }
    let output = Pipe()
    process.standardOutput = output
    if withErrors { process.standardError = output }
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return ToolProcess(output: data, code: process.terminationStatus)
  }
}
