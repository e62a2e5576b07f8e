import Foundation
import RegistryEvents
import TestSupport

@testable import journal_tool

/// A folder of one test's own, and journals in it.
struct CommandFolder {
  private let url: URL

  init() throws { url = URL(filePath: try TemporaryFolder.make()) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(url.path)/\(name)" }

  /// Writes a file, with the folders that it needs.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String, mode: Int = 0o644) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    return file.path
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: name))) }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

  /// The journal of the format's vectors: keyMaster 0, and acts of Ed25519, P-256 and RSA.
  static func vectors() throws -> [UInt8] {
    let path = CommandRun.root + "/Tests/RegistryEventsTests/Fixtures/vectors/five-lines.jsonl"
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  /// A file of the package.
  static func package(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: CommandRun.root + "/" + name)))
  }

  /// A private key of the vectors by its seed, which counts up from a number.
  static func vectorKey(from first: UInt8) throws -> PrivateKey {
    try PrivateKey(ed25519Seed: SecretBytes(copying: Array(first..<(first + 32))))
  }
}

extension CommandRun {
  /// The codes of the findings in the JSON of `verify`, each with its line.
  func findings() throws -> [String] {
    try (json()["findings"]?.array ?? []).map { finding in
      "\(finding["seq"]?.integer.map { "\($0)" } ?? "-") \(finding["code"]?.string ?? "")"
    }
  }
}
