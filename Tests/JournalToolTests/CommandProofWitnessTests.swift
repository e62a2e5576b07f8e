import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool witness, and what asks for witnesses", .temporaryFolder)
struct CommandProofWitnessTests {
  private let tour: CommandProofFixture
  private static let now = Instant(clamping: 1_709_614_800)
  private static let log = CommandProofFixture.verifierKey

  init() throws {
    tour = try CommandProofFixture()
    for seed in 1...3 as ClosedRange<UInt8> {
      let key = try PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](repeating: seed, count: 32)))
      let pem = try key.pem().withUnsafeBytes { Array($0) }
      try tour.write(pem, "w\(seed).pem")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: tour.path("w\(seed).pem"))
    }
  }

  private func vkey(_ seed: Int) async throws -> String {
    let shown = await tour.run("key", "show", "@w\(seed).pem", "--witness-name", "w\(seed).example", "--format", "json")
    return try #require(shown["vkey"] as? String)
  }

  private func witness(_ seed: Int, _ words: String..., input: [UInt8] = []) async -> CommandProofFixture.Result {
    let fixed = ["--state", "@seen\(seed)", "--key", "@w\(seed).pem", "--name", "w\(seed).example", "--log", Self.log]
    return await tour.run(["witness"] + words + fixed, input: input, now: Self.now)
  }

  @Test("A request out of the journal is cosigned once its growth is shown, and the size seen is told otherwise")
  func request() async throws {
    let request = await tour.run("prove", "@tour.jsonl", "--since", "0")
    #expect(request.code == .success && request.output.hasPrefix("old 0\n\n\(CommandProofFixture.origin)\n39\n"))
    let cosigned = await witness(1, "-", input: Array(request.output.utf8))
    #expect(cosigned.code == .success && cosigned.errors == "")
    let note = try Note(cosigned.output.utf8)
    let key = try await vkey(1)
    #expect(try note.cosignatures(by: [CosignerKey(key)]).count == 1)
    let again = await witness(1, "-", input: Array(request.output.utf8))
    #expect(again.code == .findings && again.output == "")
    #expect(again.errors.contains("the witness has seen a tree of another size (it is 39) [witness-size-differs]"))
    #expect(again.errors.contains("journal-tool prove --since"))
    let json = await tour.run("prove", "@tour.jsonl", "--since", "39", "--format", "json")
    try tour.write(try #require(json["request"] as? String), "request")
    let shown = await witness(1, "@request", "--format", "json")
    #expect(shown["size"] as? Int == 39 && shown["origin"] as? String == CommandProofFixture.origin)
    #expect(shown["vkey"] as? String == key)
  }

  @Test("With the journal itself, only its growth is cosigned")
  func journal() async throws {
    #expect(await witness(1, "--journal", "@tour.jsonl").code == .success)
    let whole = try tour.bytes("tour.jsonl")
    let shorter = whole.split(separator: 0x0A).dropLast().flatMap { $0 + [0x0A] }
    try tour.write(shorter, "tour.jsonl")
    try tour.remove("tour.checkpoints")
    #expect(await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem").code == .success)
    let behind = await witness(1, "--journal", "@tour.jsonl")
    #expect(behind.code == .noInput && behind.errors.contains("[checkpoint-missing]"))
    let old = await witness(2, "--journal", "@tour.jsonl", "--checkpoint", "@tour.checkpoints/38")
    #expect(old.code == .success)
    try tour.write(whole, "tour.jsonl")
    #expect(await tour.run("checkpoint", "@tour.jsonl", "--note-key", "@note.pem").code == .success)
    #expect(await witness(2, "--journal", "@tour.jsonl").code == .success)
  }

  @Test("A quorum of witnesses is demanded of proofs and of checkpoints from elsewhere")
  func quorum() async throws {
    _ = await witness(1, "--journal", "@tour.jsonl", "--output", "@one")
    let second = await witness(2, "--journal", "@tour.jsonl", "--checkpoint", "@one", "--output", "@two")
    #expect(second.code == .success)
    let made = await tour.run(
      "prove", "@tour.jsonl", "3", "--checkpoint", "@two", "--output", "@p", "--line", "@l")
    #expect(made.code == .success)
    let keys = [try await vkey(1), try await vkey(2), try await vkey(3)]
    try tour.write(
      """
      log \(Self.log)
      witness a \(keys[0])
      witness b \(keys[1])
      witness c \(keys[2])
      group all all a b
      quorum all

      """, "policy")
    let witnesses = keys.flatMap { ["--witness", $0] }
    let check = ["check-proof", "--proof", "@p", "--line", "@l"]
    let verify = ["verify", "@tour.jsonl", "--checkpoint", "@two"]
    let log = ["--key", Self.log]
    for (words, isMet) in [
      (log + witnesses + ["--quorum", "2"], true), (log + witnesses + ["--quorum", "3"], false),
      (log + witnesses, false),
      (log + Array(witnesses.prefix(4)), true), (log, true), (["--policy", "@policy"], true),
      (log + ["--policy", "@policy"], true), (log + ["--quorum", "0"], true),
    ] {
      let checked = await tour.run(check + words)
      #expect(checked.code == (isMet ? .success : .findings), "\(words)")
      #expect(checked.output.contains("quorum-missing") == !isMet)
      let verified = await tour.run(verify + words)
      #expect(verified.code == (isMet ? .success : .findings), "\(words): \(verified.output)")
      #expect(verified.output.contains("quorum-missing") == !isMet)
    }
    let shown = await tour.run(check + ["--policy", "@policy", "--format", "json"])
    #expect(
      (shown["cosignatures"] as? [[String: String]])?.map { $0["time"] } == [
        "2024-03-05T05:00:00Z", "2024-03-05T05:00:00Z",
      ])
    #expect(
      await tour.run(check + ["--policy", "@policy"]).output.contains("witness    w1.example, 2024-03-05T05:00:00Z\n"))
  }

  @Test("A command line that cannot be meant is refused")
  func usage() async throws {
    let key = try await vkey(1)
    try tour.write("quorum", "bad-policy")
    #expect(await witness(1).code == .usage)
    #expect(await witness(1, "@r", "--journal", "@tour.jsonl").code == .usage)
    #expect(await witness(1, "@r", "--checkpoint", "@c").code == .usage)
    #expect(await witness(1, "--journal", "-").code == .usage)
    #expect(await witness(1, "-", input: Array("x".utf8)).code == .dataError)
    #expect(await tour.run("prove", "@tour.jsonl").code == .usage)
    #expect(await tour.run("prove", "@tour.jsonl", "1", "--since", "1").code == .usage)
    #expect(await tour.run("prove", "@tour.jsonl", "--since", "1", "--line", "@l").code == .usage)
    #expect(await tour.run("prove", "@tour.jsonl", "--since", "40").code == .noInput)
    for words in [
      ["--witness", Self.log], ["--witness", key, "--quorum", "2"], ["--quorum", "1"],
      ["--witness", key, "--witness", key], ["--policy", "@bad-policy", "--witness", key],
    ] {
      #expect(await tour.run(["verify", "@tour.jsonl"] + words).code == .usage, "\(words)")
    }
    let bad = await tour.run("verify", "@tour.jsonl", "--policy", "@bad-policy")
    #expect(bad.code == .dataError && bad.errors.contains("bad-policy: not a well-formed policy of witnesses (line 1"))
  }
}
