import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool verify, what is new, what is bad and what is good", .temporaryFolder)
struct CommandVerifySinceTests {
  private let tour: CommandProofFixture

  init() throws { tour = try CommandProofFixture() }

  private func lines() throws -> [[UInt8]] {
    try tour.bytes("tour.jsonl").split(separator: 0x0A).map { Array($0) + [0x0A] }
  }

  @Test("The record of a verification is made, and the next one rests on it and makes it anew")
  func verifiedFile() async throws {
    let all = try lines()
    try tour.remove("tour.checkpoints")
    try tour.write(all.prefix(30).joined(), "tour.jsonl")
    let first = await tour.run("verify", "@tour.jsonl", "--verified-file", "@v.json", "--format", "json")
    #expect(first.code == .success && first["since"] is NSNull && first.errors == "")
    let record = try tour.bytes("v.json")
    try tour.write(all.joined(), "tour.jsonl")
    let whole = await tour.run("verify", "@tour.jsonl", "--format", "json")
    for words in [[], ["--unread"]] {
      try tour.write(record, "v.json")
      let new = await tour.run(
        ["verify", "@tour.jsonl", "--verified-file", "@v.json", "--format", "json"] + words)
      #expect(new.code == .success)
      #expect((new["since"] as? [String: Any])?["lines"] as? Int == 30)
      for member in ["signatures", "acts"] {
        #expect(new[member] as? [String: Int] == whole[member] as? [String: Int])
      }
      #expect(new["root"] as? String == whole["root"] as? String)
      #expect(try tour.bytes("v.json") != record)
    }
  }

  @Test("A journal that is not what was verified is told, verified whole, and the record is left as it is")
  func changed() async throws {
    _ = await tour.run("verify", "@tour.jsonl", "--verified-file", "@v.json")
    let record = try tour.bytes("v.json")
    try tour.remove("tour.checkpoints")
    var all = try lines()
    all.remove(at: 20)
    try tour.write(all.joined(), "tour.jsonl")
    let behind = await tour.run("verify", "@tour.jsonl", "--verified-file", "@v.json", "--format", "json")
    #expect(behind.code == .findings && behind["since"] is NSNull)
    #expect((behind["setback"] as? [String: String])?["code"] == "journal-behind-checkpoint")
    #expect(behind.errors.contains("v.json was left as it is"))
    #expect(try tour.bytes("v.json") == record)
  }

  @Test("Standing state of its own, one file a journal, with --remember")
  func remember() async throws {
    func run() async -> (CommandRunOutput, ExitCode) {
      let context = Context(
        output: ByteOutput(capturingAs: Terminal()), errors: ByteOutput(capturingAs: Terminal()),
        environment: { $0 == "XDG_STATE_HOME" ? tour.path("state") : nil })
      let words = ["verify", tour.path("tour.jsonl"), "--remember"]
      let code = await Tool(root: Commands.root, version: Commands.version).run(words, context)
      return (CommandRunOutput(text: context.output.text, errors: context.errors.text), code)
    }
    let opening = "3a86a038d960c559caeba9665e39ed8e770a337ec94075c0f3348fbf975a0667"
    let first = await run()
    #expect(first.1 == .success && !first.0.text.contains("before "))
    #expect(tour.isThere("state/journal-tool/verified/\(opening).json"))
    #expect(await run().0.text.contains("the first 39 lines were verified before"))
    let homeless = await tour.run("verify", "@tour.jsonl", "--remember")
    #expect(homeless.code == .usage)
  }

  private struct CommandRunOutput {
    var text: String
    var errors: String
  }

  @Test("A record that others can write, or that is none, is refused and not written over")
  func refused() async throws {
    _ = await tour.run("verify", "@tour.jsonl", "--verified-file", "@v.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: tour.path("v.json"))
    let open = await tour.run("verify", "@tour.jsonl", "--verified-file", "@v.json")
    #expect(open.code == .dataError && open.errors.contains("[verified-file-mode]"))
    try tour.write("{}\n", "other.json")
    let other = await tour.run("verify", "@tour.jsonl", "--verified-file", "@other.json")
    #expect(other.code == .dataError && other.errors.contains("[verified-file-malformed]"))
    #expect(try tour.bytes("other.json") == Array("{}\n".utf8))
    try tour.write("{\"schema\":\"verified/0\"}\n", "old.json")
    let old = await tour.run("verify", "@tour.jsonl", "--verified-file", "@old.json")
    #expect(old.code == .success && old.errors.contains("[verified-file-stale]"))
    #expect(try tour.bytes("old.json").starts(with: Array("{\"acts\"".utf8)))
  }

  @Test("From standard input nothing is gone on from")
  func standardInput() async throws {
    for words in [["--verified-file", "@v.json"], ["--remember"], ["--since", "@tour.checkpoints/39"]] {
      let run = await tour.run(["verify", "-"] + words, input: try tour.bytes("tour.jsonl"))
      #expect(run.code == .usage)
    }
  }

  @Test("Since a checkpoint: what was not checked is said, and its count is not given as checked")
  func since() async throws {
    let run = await tour.run("verify", "@tour.jsonl", "--since", "@tour.checkpoints/39")
    #expect(run.code == .success)
    #expect(run.output.contains("is taken on your word"))
    #expect(run.output.contains("signatures of control acts and of the lines since"))
    #expect(run.output.contains("unanchored   no line\n"))
    let json = await tour.run("verify", "@tour.jsonl", "--since", "@tour.checkpoints/39", "--format", "json")
    #expect((json["since"] as? [String: Any])?["basis"] as? String == "checkpoint")
  }

  @Test(
    "An act taken out and the rest chained anew: every line is in order, the checkpoint fails, and it is said which and where"
  )
  func rechained() async throws {
    let hasher = SHA256Hasher()
    var head = hasher.digest([])
    var forged: [UInt8] = []
    let original = try lines()
    for (index, line) in original.enumerated() where index != 12 {
      let act = try CanonicalValue(json: line.dropLast())
      var members = try #require(act.object)
      members["prev"] = .string(head.description)
      members["seq"] = .integer(Int64(index < 12 ? index : index - 1))
      let bytes = CanonicalWriter.bytes(of: .object(members))
      head = hasher.leafHash(bytes)
      forged += bytes + [0x0A]
    }
    let checkpoint = try tour.bytes("tour.checkpoints/39")
    try tour.write(checkpoint, "kept")
    try tour.remove("tour.checkpoints")
    try tour.write(forged, "tour.jsonl")
    let bare = await tour.run("verify", "@tour.jsonl", "--format", "json")
    // What an official had seen, and the filing that is not there any more, are no matter of the chain.
    let codes = (bare["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    #expect(!codes.contains("prev-mismatch") && !codes.contains("seq-gap"))
    let held = await tour.run("verify", "@tour.jsonl", "--checkpoint", "@kept", "--format", "json")
    #expect(held.code == .findings)
    let findings = held["findings"] as? [[String: Any]] ?? []
    #expect(findings.contains { $0["checkpoint"] as? String == tour.path("kept") && $0["seq"] as? Int == 39 })
    // A checkpoint of the first 20 lines, made before, shows the change to lie among them.
    let signer = try NoteSigner(
      name: CommandProofFixture.origin, key: PrivateKey(pem: SecretBytes(copying: try tour.bytes("note.pem"))))
    var tree = MerkleFrontier()
    for line in original.prefix(20) { tree.append(hasher.leafHash(line.dropLast()), with: hasher) }
    let twenty = try Checkpoint(origin: CommandProofFixture.origin, size: 20, root: tree.root(with: hasher))
    try tour.write(twenty.signed(by: signer).bytes, "twenty")
    let text = await tour.run("verify", "@tour.jsonl", "--checkpoint", "@twenty")
    #expect(text.code == .findings && text.output.contains("checkpoint-contradicted"))
    #expect(
      text.output.contains("one of the lines 0 to 19 is not what was signed, though each line fits the one before"))
  }

  @Test("The first bad line is named with its place and code, and what is good before it")
  func firstBad() async throws {
    let all = try lines()
    var bytes = Array(all.joined())
    let start = all.prefix(17).reduce(0) { $0 + $1.count }
    bytes[start + 1] = 0x01
    try tour.write(bytes, "tour.jsonl")
    try tour.remove("tour.checkpoints")
    let run = await tour.run("verify", "@tour.jsonl", "--format", "json")
    let bad = run["firstBad"] as? [String: Any]
    #expect(bad?["seq"] as? Int == 17 && bad?["offset"] as? Int == start + 1)
    let good = run["good"] as? [String: Any]
    #expect(good?["lines"] as? Int == 17 && good?["bytes"] as? Int == start && good?["checkpoint"] is NSNull)
    let text = await tour.run("verify", "@tour.jsonl").output
    #expect(text.contains("first bad    line 17, byte "))
    #expect(text.contains("good         lines 0 to 16, up to byte "))
  }
}
