import Foundation

/// The files in `Fixtures`.
enum Fixture {
  static func path(_ name: String) throws -> String {
    let url = Bundle.module.resourceURL?.appendingPathComponent("Fixtures").appendingPathComponent(name)
    struct Missing: Error { let name: String }
    guard let path = url?.path, FileManager.default.fileExists(atPath: path) else { throw Missing(name: name) }
    return path
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  static func json(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes(name)))
  }

  /// A new folder for one test, removed by the system with the rest of the temporary files.
  static func temporaryFolder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("registry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  static func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  static func write(_ bytes: [UInt8], to name: String = "journal.jsonl") throws -> String {
    let path = try temporaryFolder() + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }
}
