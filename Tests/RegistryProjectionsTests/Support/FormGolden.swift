import Foundation
import Testing

/// Documents as they were read through once, to which those that are made are held.
enum FormGolden {
  /// Whether a document is as its golden file has it; with `RECORD_FORMS` set in the environment, writes the file.
  static func text(_ name: String, made: String) throws -> Bool {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/forms")
    let url = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_FORMS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(made.utf8).write(to: url)
    }
    return try String(contentsOf: url, encoding: .utf8) == made
  }
}
