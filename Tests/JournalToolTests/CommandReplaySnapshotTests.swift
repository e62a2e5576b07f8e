import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("replay with snapshots", .temporaryFolder)
struct CommandReplaySnapshotTests {
  let folder: CommandFolder
  let journal: String

  init() throws {
    folder = try CommandFolder()
    journal = try folder.write(CommandFolder.package("Journals/apk-2024.jsonl"), to: "x.jsonl")
  }

  private var cache: String { folder.path("cache/registry-journal") }

  private func replay(_ date: String, _ words: String..., kept: Bool = true) async -> CommandRun {
    await CommandRun(
      ["replay", journal, "--at", date, "--verify", "none", "--format", "json"] + words + (kept ? ["--snapshot"] : []),
      now: Instant(clamping: 4_000_000_000), environment: ["XDG_CACHE_HOME": folder.path("cache")])
  }

  private func snapshots() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache).sorted().map { "\(cache)/\($0)" }
  }

  @Test("The answer is the same without, with a new and with an old snapshot, and the snapshot is this user's alone")
  func alike() async throws {
    for date in ["2024-05-31", "2024-06-03", "2024-05-31", "2024-12-31", "2024-02-01"] {
      let plain = await replay(date, kept: false)
      let run = await replay(date)
      #expect(run.code == .success && run.output == plain.output, "\(date)")
      #expect(run.errors == plain.errors, "\(date)")
    }
    let files = try snapshots()
    #expect(files.count == 1)
    #expect(try folder.mode("cache/registry-journal") == 0o700)
    #expect(try folder.names() == ["cache", "x.jsonl"])
  }

  @Test("A changed journal throws its snapshot away, says so, and is read anew")
  func changed() async throws {
    _ = await replay("2024-05-31")
    let made = try snapshots()
    var bytes = try folder.bytes("x.jsonl")
    let feed = try #require(bytes.lastIndex(of: 0x0A))
    let last = try #require(bytes[..<feed].lastIndex(of: 0x0A))
    // The last line goes: the head is another.
    bytes.removeSubrange((last + 1)...)
    try folder.write(bytes, to: "x.jsonl")
    let run = await replay("2024-05-31")
    #expect(run.code == .success)
    #expect(run.errors.contains("the snapshot was thrown away."))
    #expect(run.output == (await replay("2024-05-31", kept: false)).output)
    #expect(try snapshots() == made)
    #expect(!(await replay("2024-05-31")).errors.contains("snapshot"))
  }

  @Test("A snapshot that is damaged, of another version, or that others may write to is not used")
  func refused() async throws {
    let plain = await replay("2024-05-31", kept: false)
    _ = await replay("2024-05-31")
    let file = try #require(try snapshots().first)
    let name = "cache/registry-journal/" + URL(filePath: file).lastPathComponent
    var bytes = try folder.bytes(name)
    for damage in 0..<3 {
      switch damage {
      case 0:
        bytes[bytes.count / 2] ^= 1
        try folder.write(bytes, to: name)
      case 1: try folder.write(Array("registry".utf8), to: name)
      default: try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
      }
      let run = await replay("2024-05-31")
      #expect(run.code == .success && run.output == plain.output)
      #expect(run.errors.contains(damage == 2 ? "is not this user's own" : "is damaged"), "\(run.errors)")
    }
  }

  @Test("Without a folder for it nothing is kept, and with --known-at none can serve")
  func nowhere() async throws {
    let run = await CommandRun(["replay", journal, "--at", "2024-05-31", "--verify", "none", "--snapshot"])
    #expect(run.code == .success && run.errors.contains("There is no place for snapshots"))
    let known = await replay("2024-05-31", "--known-at", "20")
    #expect(known.code == .usage)
  }
}
