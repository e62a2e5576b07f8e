import Foundation
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool timestamp", .temporaryFolder)
struct CommandTimestampTests {
  private let tour: CommandProofFixture

  init() throws {
    tour = try CommandProofFixture()
    for name in ["ca.pem", "other.pem", "tour-39.tsr", "five-lines.tsr"] {
      let path = "Tests/RegistryEventsTests/Fixtures/timestamps/\(name)"
      try tour.write(CommandFolder.package(path), name)
    }
  }

  @Test("A request is written with the checkpoint, and the answer is kept beside it and checked")
  func kept() async throws {
    let made = await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem", "--tsa-request", "@out.tsq")
    #expect(made.code == .success)
    // TimeStampReq, version 1, SHA-256.
    #expect(
      try tour.bytes("out.tsq").count == 59 && tour.bytes("out.tsq").starts(with: [0x30, 0x39, 0x02, 0x01, 0x01]))
    let kept = await tour.run("timestamp", "@tour.jsonl", "@tour-39.tsr", "--tsa-ca", "@ca.pem")
    #expect(kept.code == .success && kept.errors == "")
    #expect(kept.output.contains("the checkpoint of 39 lines at 2026-11-21T"))
    #expect(try tour.bytes("tour.checkpoints/39.tsr") == tour.bytes("tour-39.tsr"))
    #expect(await tour.run("timestamp", "@tour.jsonl", "@tour-39.tsr").code == .cantCreate)
    let text = await tour.run("verify", "@tour.jsonl")
    #expect(text.code == .success && text.output.contains("CN=Timestamps,O=Сынақ,C=KZ"))
    #expect(text.output.contains("not checked"))
    let checked = await tour.run("verify", "@tour.jsonl", "--tsa-ca", "@ca.pem", "--format", "json")
    let timestamps = checked["timestamps"] as? [[String: Any]]
    #expect(timestamps?.map { $0["status"] as? String } == ["valid"] && timestamps?.first?["size"] as? Int == 39)
    let other = await tour.run("verify", "@tour.jsonl", "--tsa-ca", "@other.pem")
    #expect(other.code == .findings && other.output.contains("timestamp-invalid"))
  }

  @Test("An answer over no checkpoint of the journal, by another authority, or that is none, is refused")
  func refused() async throws {
    let missing = await tour.run("timestamp", "@tour.jsonl", "@five-lines.tsr")
    #expect(missing.code == .noInput && missing.errors.contains("[checkpoint-missing]"))
    let other = await tour.run("timestamp", "@tour.jsonl", "@tour-39.tsr", "--tsa-ca", "@other.pem")
    #expect(other.code == .findings && other.errors.contains("[timestamp-invalid]"))
    let none = await tour.run("timestamp", "@tour.jsonl", "@tour.jsonl")
    #expect(none.code == .dataError && none.errors.contains("[timestamp-malformed]"))
    let authority = await tour.run("timestamp", "@tour.jsonl", "@tour-39.tsr", "--tsa-ca", "@note.pem")
    #expect(authority.code == .dataError && authority.errors.contains("[timestamp-malformed]"))
    #expect(!tour.isThere("tour.checkpoints/39.tsr"))
  }
}
