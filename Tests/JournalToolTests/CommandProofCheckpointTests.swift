import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool checkpoint", .temporaryFolder)
struct CommandProofCheckpointTests {
  @Test("It prints the note that it keeps beside the journal, and the same the next time")
  func prints() async throws {
    let tour = try CommandProofFixture()
    let shipped = try tour.bytes("tour.checkpoints/39")
    try tour.remove("tour.checkpoints")
    let first = await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem")
    #expect(first.code == .success && first.errors == "")
    #expect(Array(first.output.utf8) == shipped)
    #expect(try tour.bytes("tour.checkpoints/39") == shipped)
    #expect(try tour.bytes("note.pem.last") == shipped)
    let json = await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem", "--format", "json")
    #expect(json["schema"] as? String == "checkpoint/1" && json["status"] as? String == "alreadyKept")
    #expect(json["size"] as? Int == 39 && json["note"] as? String == first.output)
    let file = await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem", "--output", "@out")
    #expect(file.output == "")
    #expect(try tour.bytes("out") == shipped)
  }

  @Test("A key that others can read, is not there or is no key is refused")
  func keys() async throws {
    let tour = try CommandProofFixture()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: tour.path("note.pem"))
    let open = await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem")
    #expect(open.code == .dataError && open.errors.contains("[key-file-mode]"))
    #expect(await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@none.pem").code == .noInput)
    #expect(await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@tour.jsonl").code == .dataError)
    #expect(await tour.run("checkpoint", "@tour.jsonl").code == .usage)
    #expect(await tour.run("checkpoint", "-", "--note-key", "@note.pem").code == .usage)
    #expect(await tour.run("checkpoint", "@tour.jsonl", "--note-key", "-").code == .usage)
    #expect(!tour.isThere("note.pem.last"))
  }

  @Test("A journal that is behind what the key signed last gets no note")
  func behind() async throws {
    let tour = try CommandProofFixture()
    #expect(await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem").code == .success)
    let lines = try tour.bytes("tour.jsonl").split(separator: 0x0A)
    try tour.write(lines.dropLast().flatMap { $0 + [0x0A] }, "tour.jsonl")
    try tour.remove("tour.checkpoints")
    let result = await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem", "--output", "@out")
    #expect(result.code == .findings && result.output == "")
    #expect(result.errors.contains("[journal-behind-checkpoint]"))
    #expect(!tour.isThere("out") && !tour.isThere("tour.checkpoints"))
  }
}
