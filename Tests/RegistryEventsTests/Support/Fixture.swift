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

  static func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
}
