import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("A result goes to a file whole or not at all", .temporaryFolder)
struct OutputFileTests {
  private let folder: URL
  private let context = Context(
    output: ByteOutput(capturingAs: Terminal()), errors: ByteOutput(capturingAs: Terminal()))

  init() throws {
    folder = URL(filePath: try TemporaryFolder.make())
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test("A new file has the bytes and its permissions, and stands alone")
  func new() throws {
    let long = String(repeating: "0123456789", count: 30_000)
    try context.result(to: path("r.json")) { output in
      try output.write(long)
      #expect(try self.names().allSatisfy { $0.hasPrefix(".journal-tool-") })
      try output.write("\n")
    }
    #expect(try names() == ["r.json"])
    #expect(try text("r.json") == long + "\n")
    #expect(try mode("r.json") == 0o644)
  }

  @Test("A file that was there is replaced and keeps its permissions")
  func replaced() throws {
    try Data("old".utf8).write(to: folder.appending(path: "r"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("r"))
    try context.result(to: path("r")) { try $0.write("new") }
    #expect(try text("r") == "new")
    #expect(try mode("r") == 0o600)
    #expect(try names() == ["r"])
  }

  @Test("A link is followed")
  func link() throws {
    try Data("old".utf8).write(to: folder.appending(path: "r"))
    try FileManager.default.createSymbolicLink(atPath: path("l"), withDestinationPath: "r")
    try context.result(to: path("l")) { try $0.write("new") }
    #expect(try text("r") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("l")) == "r")
  }

  @Test("Where writing fails midway the old file stands and nothing else", arguments: [true, false])
  func failing(existing: Bool) throws {
    if existing { try Data("old".utf8).write(to: folder.appending(path: "r")) }
    #expect(throws: RegistryError(.seqGap)) {
      try context.result(to: path("r")) { output in
        try output.write(String(repeating: "x", count: 100_000))
        throw RegistryError(.seqGap)
      }
    }
    #expect(try names() == (existing ? ["r"] : []))
    if existing { #expect(try text("r") == "old") }
  }

  @Test("Where nothing may be replaced, what is there stands")
  func notReplacing() throws {
    try Data("old".utf8).write(to: folder.appending(path: "r"))
    let error = #expect(throws: ToolError.self) {
      try context.result(to: path("r"), replacing: false) { try $0.write("new") }
    }
    #expect(error?.error.code == .fileExists)
    #expect(error?.exitCode == .cantCreate)
    #expect(try text("r") == "old")
    try context.result(to: path("s"), replacing: false) { try $0.write("new") }
    #expect(try text("s") == "new")
    #expect(try names() == ["r", "s"])
  }

  @Test("A file that appears while another is written is not replaced either")
  func race() throws {
    let error = #expect(throws: ToolError.self) {
      try context.result(to: path("r"), replacing: false) { output in
        try output.write("new")
        try Data("theirs".utf8).write(to: self.folder.appending(path: "r"))
      }
    }
    #expect(error?.exitCode == .cantCreate)
    #expect(try text("r") == "theirs")
    #expect(try names() == ["r"])
  }

  @Test("A place that cannot be written to is exit 73", arguments: ["", "none/r", "none/"])
  func impossible(name: String) throws {
    let error = #expect(throws: ToolError.self) { try context.result(to: path(name)) { try $0.write("x") } }
    #expect(error?.exitCode == .cantCreate)
    #expect(error?.path == path(name))
    #expect(try names() == [])
  }

  @Test("A full device is exit 73, and the device stays")
  func full() throws {
    let error = #expect(throws: ToolError.self) { try context.result(to: "/dev/full") { try $0.write("x") } }
    #expect(error == ToolError(RegistryError(.inputOutput), path: "/dev/full", exitCode: .cantCreate))
    #expect(error?.error.detail == "No space left on device")
    try context.result(to: "/dev/null") { try $0.write("x") }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test("No path, or a dash, is standard output", arguments: [nil, "-"])
  func standardOutput(path: String?) throws {
    try context.result(to: path) { try $0.write("x") }
    #expect(context.output.text == "x")
  }

  @Test("Two files at once do not meet")
  func two() throws {
    let first = try OutputFile(path("a"))
    let second = try OutputFile(path("a"))
    try first.output.write("first")
    try second.output.write("second")
    try second.commit()
    try first.commit()
    try first.commit()
    #expect(try text("a") == "first")
    #expect(try names() == ["a"])
  }

  @Test("An input is read whole, and one too long or missing is refused")
  func input() throws {
    try Data("abc".utf8).write(to: folder.appending(path: "i"))
    #expect(try context.read(path("i")) == Array("abc".utf8))
    #expect(throws: ToolError.self) { try context.read(path("i"), limit: 2) }
    let missing = #expect(throws: ToolError.self) { try context.read(path("none")) }
    #expect(missing == ToolError(RegistryError(.fileMissing), path: path("none"), exitCode: .noInput))
    let directory = #expect(throws: ToolError.self) { try context.read(folder.path) }
    #expect(directory?.exitCode == .ioError)
    let piped = Context(output: context.output, errors: context.errors, input: .bytes([1, 2, 3]))
    #expect(try piped.read("-") == [1, 2, 3])
  }
}
