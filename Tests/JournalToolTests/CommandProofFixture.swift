import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

/// A copy of the tour with its note key, in a folder of its own, and the tool to work on it.
struct CommandProofFixture {
  let folder: URL

  init() throws {
    folder = URL(filePath: try TemporaryFolder.make())
    let files = FileManager.default
    for name in ["tour.jsonl", "tour.checkpoints"] {
      try files.copyItem(at: GeneratedFixture.journals.appending(path: name), to: folder.appending(path: name))
    }
    let key = folder.appending(path: "note.pem")
    try files.copyItem(at: GeneratedFixture.journals.appending(path: "keys/tour-note.pem"), to: key)
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
  }

  static let origin = "apk.registry.example.kz/tour"

  /// The verifier key of the tour's note key.
  static let verifierKey = "apk.registry.example.kz/tour+bb3d4c32+AXa5zEFj43hDGkaMfglE5sn5qVWmT5oYNsTTBxKd2E3+"

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }

  func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    try Data(Array(bytes)).write(to: folder.appending(path: name))
  }

  func write(_ text: String, _ name: String) throws { try write(text.utf8, name) }

  func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.appending(path: name)) }

  /// What the tool printed, and how it ended.
  struct Result {
    let output: String
    let errors: String
    let code: ExitCode

    /// A member of the JSON that was printed.
    subscript(_ name: String) -> Any? {
      let value = try? JSONSerialization.jsonObject(with: Data(output.utf8))
      return (value as? [String: Any])?[name]
    }
  }

  /// Runs the tool; a word that begins with `@` is a file of the folder.
  func run(_ words: String...) async -> Result { await run(words) }

  /// The same with a standard input and a clock.
  func run(_ words: [String], input: [UInt8] = [], now: Instant = .earliest) async -> Result {
    let words = words.map { $0.hasPrefix("@") ? path(String($0.dropFirst())) : $0 }
    let context = Context(
      output: ByteOutput(capturingAs: Terminal()), errors: ByteOutput(capturingAs: Terminal()), input: .bytes(input),
      now: { now })
    let code = await Tool(root: Commands.root, version: Commands.version).run(words, context)
    return Result(output: context.output.text, errors: context.errors.text, code: code)
  }
}
