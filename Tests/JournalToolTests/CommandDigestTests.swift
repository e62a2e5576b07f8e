import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool digest", .temporaryFolder)
struct CommandDigestTests {
  private let tour: CommandProofFixture
  private static let later = Instant(clamping: 1_720_700_000)  // 2024-07-11T12:13:20Z

  init() throws {
    tour = try CommandProofFixture()
    try tour.write(CommandFolder.package("Journals/keys/tour-authorised-1.pem"), "official.pem")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: tour.path("official.pem"))
  }

  private func digest() async -> CommandProofFixture.Result {
    await tour.run(
      ["digest", "@tour.jsonl", "--key", "@official.pem", "--expect", "any"], now: Self.later)
  }

  @Test("The digest of the register at a checkpoint is recorded, and verify builds the register again and compares")
  func recorded() async throws {
    let before = await tour.run("replay", "@tour.jsonl", "--at", "2024-12-31", "--format", "json")
    let made = await digest()
    #expect(made.code == .success && made.output.hasPrefix("Appended: line 39,"))
    let line = try #require(try tour.bytes("tour.jsonl").split(separator: 0x0A).last)
    let what = try #require(try CanonicalValue(json: line)["act"]?["what"])
    #expect(what["size"]?.integer == 39)
    #expect(what["registers"]?.array?.first?["digest"]?.string == before["digest"] as? String)
    let verified = await tour.run("verify", "@tour.jsonl", "--format", "json")
    #expect(verified.code == .success)
    let digests = try #require(verified["registerDigests"] as? [[String: Any]])
    #expect(Set(digests.map { $0["status"] as? String }) == ["agrees"] && digests.first?["seq"] as? Int == 39)
    #expect(digests.map { $0["register"] as? String } == ["apk", "licences", "pools", "trusted"])
    #expect(await tour.run("verify", "@tour.jsonl").output.contains("apk at 39 lines has the digest that was recorded"))
  }

  @Test("A digest that is not the register's is a finding of its line", arguments: ["digest", "root", "size"])
  func differs(member: String) async throws {
    let record = await tour.run("verify", "@tour.jsonl", "--format", "json")
    let replay = await tour.run("replay", "@tour.jsonl", "--at", "2024-12-31", "--format", "json")
    var digest = try #require(replay["digest"] as? String)
    var root = try #require(record["root"] as? String)
    if member == "digest" { digest = String(digest.reversed()) }
    if member == "root" { root = String(root.reversed()) }
    let act = """
      {"type": "register.digested", "what": {"registers": [{"digest": "\(digest)", "register": "apk", "schema": "apk-register/1"}],
      "root": "\(root)", "size": \(member == "size" ? 38 : 39)}}
      """
    let appended = await tour.run(
      ["append", "@tour.jsonl", "-", "--key", "@official.pem", "--expect", "any"],
      input: Array(act.utf8), now: Self.later)
    #expect(appended.code == .success)
    let verified = await tour.run("verify", "@tour.jsonl")
    #expect(verified.code == .findings && verified.output.contains(ErrorCode.registerDigestDiffers.rawValue))
    let json = await tour.run("verify", "@tour.jsonl", "--format", "json")
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["seq"] as? Int } == [39])
    #expect(findings.map { ($0["code"] as? String).flatMap(ErrorCode.init) } == [.registerDigestDiffers])
  }

  @Test("A register or a shape that is not known here is said to be unchecked")
  func unchecked() async throws {
    let record = await tour.run("verify", "@tour.jsonl", "--format", "json")
    let root = try #require(record["root"] as? String)
    let act = """
      {"type": "register.digested", "what": {"registers": [{"digest": "\(root)", "register": "apk", "schema": "apk-register/9"}],
      "root": "\(root)", "size": 39}}
      """
    _ = await tour.run(
      ["append", "@tour.jsonl", "-", "--key", "@official.pem", "--expect", "any"],
      input: Array(act.utf8), now: Self.later)
    let json = await tour.run("verify", "@tour.jsonl", "--format", "json")
    #expect(json.code == .success)
    #expect((json["registerDigests"] as? [[String: Any]])?.map { $0["status"] as? String } == ["unchecked"])
  }

  @Test("Without a checkpoint there is nothing to record")
  func noCheckpoint() async throws {
    try tour.remove("tour.checkpoints")
    let made = await digest()
    #expect(made.code == .noInput && made.errors.contains("[checkpoint-missing]"))
  }
}
