import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool prove and check-proof", .temporaryFolder)
struct CommandProofTests {
  private let tour: CommandProofFixture

  init() throws { tour = try CommandProofFixture() }

  private func check(_ words: String..., input: [UInt8] = []) async -> CommandProofFixture.Result {
    let fixed = ["--proof", "@p.tlog-proof", "--line", "@line.json", "--key", CommandProofFixture.verifierKey]
    return await tour.run(["check-proof"] + fixed + words, input: input)
  }

  @Test("A proof made here is shown to hold by line, proof and key alone, and no other line has it")
  func holds() async throws {
    let made = await tour.run("prove", "@tour.jsonl", "17", "--output", "@p.tlog-proof", "--line", "@line.json")
    #expect(made.code == .success && made.output == "" && made.errors == "")
    let lines = try tour.bytes("tour.jsonl").split(separator: 0x0A)
    #expect(try tour.bytes("line.json") == lines[17] + [0x0A])
    try tour.remove("tour.jsonl")
    try tour.remove("tour.checkpoints")
    let shown = await check()
    #expect(shown.code == .success && shown.errors == "")
    #expect(shown.output.contains("line       17 of 39\n"))
    #expect(shown.output.hasSuffix("\nThe proof holds: the line is in the journal that the key signed.\n"))
    let json = await check("--format", "json")
    #expect(json["holds"] as? Bool == true && json["seq"] as? Int == 17 && json["size"] as? Int == 39)
    #expect(json["origin"] as? String == CommandProofFixture.origin && json["code"] is NSNull)
    for seq in lines.indices where seq != 17 {
      try tour.write(lines[seq], "line.json")
      let other = await check()
      #expect(other.code == .findings && other.output.hasSuffix("[proof-invalid]\n"), "line \(seq)")
    }
    let refused = await check("--format", "json")
    #expect(refused.code == .findings && refused["holds"] as? Bool == false)
    #expect(refused["code"] as? String == "proof-invalid" && refused["size"] is NSNull)
  }

  @Test("By the id of the act, with the line and the proof in one JSON")
  func byID() async throws {
    let lines = try tour.bytes("tour.jsonl").split(separator: 0x0A)
    let id = try #require(try CanonicalValue(json: lines[5])["act"]?["id"]?.string)
    let made = await tour.run("prove", "@tour.jsonl", id, "--format", "json")
    #expect(made.code == .success && made["seq"] as? Int == 5)
    try tour.write(try #require(made["proof"] as? String), "p.tlog-proof")
    try tour.write(try #require(made["line"] as? String), "line.json")
    #expect(await check().code == .success)
    let piped = await tour.run(
      ["check-proof", "--proof", "@p.tlog-proof", "--line", "-", "--key", CommandProofFixture.verifierKey],
      input: Array(lines[5]))
    #expect(piped.code == .success && piped.output.contains(id))
  }

  @Test("A key that did not sign shows nothing")
  func otherKey() async throws {
    _ = await tour.run("prove", "@tour.jsonl", "0", "--output", "@p.tlog-proof", "--line", "@line.json")
    let other = try VerifierKey(name: CommandProofFixture.origin, publicKey: PrivateKey.generate(.ed25519).publicKey)
    let result = await tour.run(
      "check-proof", "--proof", "@p.tlog-proof", "--line", "@line.json", "--key", other.description)
    #expect(result.code == .findings && result.output.hasSuffix("[note-unsigned]\n"))
  }

  @Test("What cannot be proved is said, each with its exit code")
  func refused() async throws {
    #expect(await tour.run("prove", "@tour.jsonl", "39").code == .findings)
    #expect(await tour.run("prove", "@tour.jsonl", "+1").code == .usage)
    #expect(await tour.run("prove", "@tour.jsonl", "nonsense").code == .usage)
    #expect(await tour.run("prove", "-", "1").code == .usage)
    #expect(await tour.run("prove", "@none.jsonl", "1").code == .noInput)
    #expect(await tour.run("prove", "@tour.jsonl", "1", "--checkpoint", "@tour.jsonl").code == .dataError)
    try tour.remove("tour.checkpoints")
    let none = await tour.run("prove", "@tour.jsonl", "1")
    #expect(none.code == .noInput && none.errors.contains("[checkpoint-missing]"))
    try tour.write("x", "p.tlog-proof")
    try tour.write("x", "line.json")
    let malformed = await check()
    #expect(malformed.code == .dataError && malformed.errors.contains("p.tlog-proof: not a well-formed proof"))
    #expect(await tour.run("check-proof", "--proof", "@p", "--line", "@l", "--key", "nonsense").code == .usage)
    #expect(await tour.run("check-proof", "--proof", "@p", "--line", "@l").code == .usage)
  }
}
