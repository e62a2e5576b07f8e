import Foundation

/// Folders and files for tests, removed when the test ends, however it ends.
///
/// They are made in a scope: that of the trait `.temporaryFolder`, which lasts as long as one test, or one of
/// ``scope(_:)``. Where there is none, making one throws, so that nothing is left behind.
public enum TemporaryFolder {
  /// The folder of the innermost scope, which is there once something was made in it.
  @TaskLocal private static var root: URL?

  /// There is nobody to remove the folder: neither a scope nor the trait `.temporaryFolder` on the test or its suite.
  public struct NoScope: Error {}

  /// The path of a new folder.
  public static func make() throws -> String {
    guard let root else { throw NoScope() }
    let folder = root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  /// Writes a file in a new folder and answers its path.
  public static func write(_ bytes: some Sequence<UInt8>, to name: String = "journal.jsonl") throws -> String {
    let path = try make() + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Removes what `body` makes when it ends.
  public static func scope<Result>(_ body: () throws -> Result) rethrows -> Result {
    let root = newRoot()
    defer { try? FileManager.default.removeItem(at: root) }
    return try $root.withValue(root, operation: body)
  }

  /// The same for what waits.
  static func scope(_ body: @Sendable () async throws -> Void) async throws {
    let root = newRoot()
    defer { try? FileManager.default.removeItem(at: root) }
    try await $root.withValue(root) { try await body() }
  }

  private static func newRoot() -> URL {
    FileManager.default.temporaryDirectory.appending(path: "registry-test-\(UUID().uuidString)")
  }
}
