import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("close, key recover, key note, and journals that continue another", .temporaryFolder)
struct CommandContinuationTests {
  let folder: CommandFolder
  static let origin = "apk.example.kz/test"

  init() throws {
    folder = try CommandFolder()
    for (index, name) in ["master", "second", "head", "official", "note", "other", "r1", "r2", "r3"].enumerated() {
      let key = try CommandFolder.vectorKey(from: UInt8(index))
      try folder.write(key.pem().withUnsafeBytes { Array($0) }, to: "\(name).pem", mode: 0o600)
    }
    let recovery = Recovery(
      keys: try (6...8).map { index in
        let name = "r\(index)"
        let key = try CommandFolder.vectorKey(from: UInt8(index)).publicKey
        return RecoveryKey(holder: KeyHolder(id: name, name: name), jwk: key.jwk)
      }, threshold: 2)
    try folder.write(CanonicalWriter.bytes(of: recovery.value), to: "recovery.json")
  }

  private func key(_ name: String) -> String { folder.path("\(name).pem") }

  private func run(_ words: String..., input: String = "") async -> CommandRun {
    await CommandRun(words, input: Array(input.utf8), now: CommandAppendTests.day)
  }

  private func open(_ name: String, origin: String = origin, by key: String, _ words: String...) async -> CommandRun {
    await CommandRun(
      [
        "init", folder.path(name), "--origin", origin, "--authority-kk", "Сынақ", "--authority-ru", "Тест", "--key",
        self.key(key), "--holder-id", "root", "--holder-name", "Root", "--note-key", self.key("note"),
      ] + words, now: CommandAppendTests.day)
  }

  private func enrol(_ name: String, in journal: String, by master: String, _ words: String...) async -> CommandRun {
    await CommandRun(
      [
        "key", "enrol", folder.path(journal), "--key", key(master), "--new-key", key(name), "--holder-id", name,
        "--holder-name", name, "--role", "authorisedPerson", "--expect", "any",
      ] + words, now: CommandAppendTests.day)
  }

  private func close(_ journal: String) async -> CommandRun {
    await run("close", folder.path(journal), "--key", key("master"), "--expect", "any", "--reason", "The year is over")
  }

  /// A closed journal, and one that continues it with an official of its own.
  private func prepare() async {
    #expect(await open("old.jsonl", by: "master").code == .success)
    #expect(await enrol("official", in: "old.jsonl", by: "master").code == .success)
    #expect(await close("old.jsonl").code == .success)
    let opened = await open(
      "new.jsonl", origin: Self.origin + "/2", by: "second", "--continues", folder.path("old.jsonl"), "--continued-key",
      key("master"))
    #expect(opened.code == .success)
    let words = ["--predecessor", folder.path("old.jsonl")]
    #expect(await enrol("head", in: "new.jsonl", by: "second", words[0], words[1]).code == .success)
  }

  @Test("the first key is lost: two of three recovery keys enrol another, one does not, and it revokes the lost one")
  func recover() async throws {
    #expect(await open("x.jsonl", by: "master", "--recovery", folder.path("recovery.json")).code == .success)
    func recover(_ words: [String]) async -> CommandRun {
      await CommandRun(
        [
          "key", "recover", folder.path("x.jsonl"), "--new-key", key("second"), "--holder-id", "second",
          "--holder-name", "Second", "--expect", "any",
        ] + words, now: CommandAppendTests.day)
    }
    let one = await recover(["--recovery-key", key("r1")])
    #expect(one.code == .findings)
    #expect(one.errors.contains("(1 of 2 recovery keys) [signer-missing]"))
    #expect(await recover(["--recovery-key", key("r1"), "--recovery-key", key("r3")]).code == .success)
    let kid = try CommandFolder.vectorKey(from: 0).publicKey.thumbprint
    let revoked = await run(
      "key", "revoke", folder.path("x.jsonl"), "--key", key("second"), "--kid", kid, "--last-valid-seq", "1",
      "--reason", "lost", "--expect", "any")
    #expect(revoked.code == .success)
    #expect(await enrol("official", in: "x.jsonl", by: "master").errors.contains("[key-revoked]"))
    #expect(await enrol("official", in: "x.jsonl", by: "second").code == .success)
    #expect(try await run("verify", folder.path("x.jsonl"), "--format", "json").findings() == [])
  }

  @Test("note keys change hands, and checkpoints of both hold")
  func note() async throws {
    let journal = folder.path("x.jsonl")
    #expect(await open("x.jsonl", by: "master").code == .success)
    #expect(await run("checkpoint", journal, "--note-key", key("note")).code == .success)
    let old = try VerifierKey(name: Self.origin, publicKey: CommandFolder.vectorKey(from: 4).publicKey)
    let words = ["key", "note", journal, "--key", key("master"), "--expect", "any"]
    func change(_ more: String...) async -> CommandRun {
      await CommandRun(words + more, now: CommandAppendTests.day)
    }
    #expect(await change().code == .usage)
    #expect(await change("--remove", old.description).code == .usage)
    #expect(
      await change("--remove", old.description, "--last-valid-size", "1").errors.contains(
        "not 1 to 8 note keys are left"))
    let changed = await change(
      "--add", key("other"), "--remove", old.description, "--last-valid-size", "1")
    #expect(changed.code == .success)
    #expect(await run("checkpoint", journal, "--note-key", key("note")).errors.contains("[note-key-unknown]"))
    #expect(await run("checkpoint", journal, "--note-key", key("other")).code == .success)
    let verified = await run("verify", journal, "--format", "json")
    #expect(try verified.findings() == [])
    #expect(try verified.json()["checkpointsHeld"] == 2)
  }

  @Test("only a closed journal is continued, and nothing is appended to one that is closed")
  func closing() async {
    #expect(await open("old.jsonl", by: "master").code == .success)
    let early = await open(
      "new.jsonl", origin: Self.origin + "/2", by: "second", "--continues", folder.path("old.jsonl"), "--continued-key",
      key("master"))
    #expect(early.code == .findings)
    #expect(early.errors.contains("[journal-not-closed]"))
    #expect(await close("old.jsonl").code == .success)
    #expect(await enrol("official", in: "old.jsonl", by: "master").errors.contains("[journal-ended]"))
    let unsigned = await open(
      "new.jsonl", origin: Self.origin + "/2", by: "second", "--continues", folder.path("old.jsonl"))
    #expect(unsigned.errors.contains("not signed by a keyMaster of the journal that it continues"))
    let aimless = await open("new.jsonl", by: "second", "--continued-key", key("master"))
    #expect(aimless.code == .usage)
  }

  @Test(
    "a replay of any register goes on from one journal to the next, with lines counted on",
    arguments: ["apk", "pools", "licences", "trusted"])
  func replay(register: String) async throws {
    await prepare()
    let (old, new) = (folder.path("old.jsonl"), folder.path("new.jsonl"))
    let json = try await run(
      "replay", old, new, "--at", "2024-12-31", "--register", register, "--format", "json"
    ).json()
    #expect(json["asOf"]?.object?["knownSeq"] == 4)
    let journal = try #require(json["journal"]?.object)
    #expect(journal["lines"] == 2)
    #expect(journal["firstSeq"] == 3)
    #expect(journal["continues"]?.array?.compactMap { $0["origin"]?.string } == [Self.origin])
    #expect(json["verification"]?.object?["acts"]?.object?["stands"] == 5)
    let known = try await run("replay", old, new, "--at", "2024-12-31", "--known-at", "3", "--format", "json").json()
    #expect(known["asOf"]?.object?["knownSeq"] == 3)
    #expect(await run("replay", old, new, "--at", "2024-12-31", "--known-at", "5").code == .usage)
    #expect(await run("replay", old, "-", "--at", "2024-12-31").code == .usage)
    #expect(await run("audit", old, new, "--format", "json").code == .success)
    for words in [[new], [new, old], [old, old]] {
      let broken = await CommandRun(["replay"] + words + ["--at", "2024-12-31"], now: CommandAppendTests.day)
      #expect(broken.code == .findings)
      #expect(broken.errors.contains(words == [old, old] ? "[predecessor-mismatch]" : "[predecessor-missing]"))
    }
  }

  @Test("verify holds a journal against the one that it continues, and says where the chain of journals breaks")
  func verify() async throws {
    await prepare()
    let (old, new) = (folder.path("old.jsonl"), folder.path("new.jsonl"))
    let both = await run("verify", old, new, "--format", "json")
    #expect(both.code == .success)
    #expect(try both.json()["signatures"]?.object?["valid"] == 4)
    #expect(try both.json()["continues"]?.array?.first?["lines"] == 3)
    let alone = await run("verify", new, "--format", "json")
    #expect(alone.code == .findings)
    #expect(try alone.findings() == ["0 predecessor-missing"])
    #expect(try alone.json()["signatures"]?.object?["evidence-missing"] == 1)
    #expect(try alone.json()["acts"]?.object?["undecided"] == 1)
    #expect(await enrol("official", in: "new.jsonl", by: "second").errors.contains("[predecessor-missing]"))
    let bytes = try folder.bytes("old.jsonl")
    try folder.write(bytes.dropLast() + [0x20, 0x0A], to: "changed.jsonl")
    let broken = await run("verify", folder.path("changed.jsonl"), new, "--format", "json")
    #expect(broken.code == .findings)
    #expect(try broken.findings() == ["0 predecessor-mismatch"])
    #expect(try broken.json()["continues"]?.array?.first?["findings"]?.array?.count == 1)
    #expect(await run("verify", folder.path("changed.jsonl"), new).output.contains("predecessor-mismatch"))
  }
  /// What is told of each journal, the older one first.
  private func told(_ run: CommandRun, _ member: String) throws -> [CanonicalValue?] {
    let json = try run.json()
    return (json["continues"]?.array ?? []).map { $0[member] } + [json[member]]
  }

  @Test(
    "what an auditor has from elsewhere is about the journal that it names, and an anchored one anchors what it continues"
  )
  func evidence() async throws {
    await prepare()
    let (old, new) = (folder.path("old.jsonl"), folder.path("new.jsonl"))
    #expect(await run("checkpoint", old, "--note-key", key("note")).code == .success)
    #expect(await run("checkpoint", new, "--note-key", key("note")).code == .success)
    func verify(_ words: String...) async -> CommandRun {
      await CommandRun(["verify", old, new, "--format", "json"] + words, now: CommandAppendTests.day)
    }
    let plain = await verify()
    #expect(try told(plain, "checkpointsHeld") == [1, 1] && told(plain, "unanchoredFrom") == [0, 0])
    let ofOld = await verify("--checkpoint", folder.path("old.checkpoints/3"))
    #expect(try ofOld.code == .success && told(ofOld, "anchor").map { $0?["size"] } == [3, nil])
    #expect(try told(ofOld, "unanchoredFrom") == [.null, 0] && told(ofOld, "anchoredBy") == [.null, .null])
    let ofNew = await verify("--checkpoint", folder.path("new.checkpoints/2"))
    #expect(try ofNew.code == .success && told(ofNew, "anchor").map { $0?["size"] } == [nil, 2])
    #expect(try told(ofNew, "unanchoredFrom") == [.null, .null])
    #expect(try told(ofNew, "anchoredBy") == [.string(Self.origin + "/2"), .null])
    let since = await verify("--since", folder.path("old.checkpoints/3"))
    #expect(try since.code == .success && told(since, "since").map { $0?["basis"] } == ["checkpoint", nil])
    let openings = try told(plain, "opening").compactMap { $0?.string }
    for (given, anchored) in [([openings[0]], false), ([openings[1]], true), (openings, true)] {
      let opened = await CommandRun(
        ["verify", old, new, "--format", "json"] + given.flatMap { ["--opening", $0] }, now: CommandAppendTests.day)
      #expect(opened.code == .success)
      #expect(try told(opened, "unanchoredFrom") == [anchored ? .null : 0, 0])
    }
    let stranger = String(repeating: "0", count: 64)
    let wrong = await verify("--opening", openings[0], "--opening", stranger)
    #expect(try wrong.code == .findings && wrong.findings() == ["0 opening-unexpected"])
    let many = await verify("--opening", openings[0], "--opening", openings[1], "--opening", stranger)
    #expect(many.code == .usage)
    // The key of a checkpoint's own journal, and that of another.
    let vkeys = try ["", "/2"].map {
      try VerifierKey(name: Self.origin + $0, publicKey: CommandFolder.vectorKey(from: 4).publicKey).description
    }
    #expect(await verify("--checkpoint", folder.path("old.checkpoints/3"), "--key", vkeys[0]).code == .success)
    let other = await verify("--checkpoint", folder.path("old.checkpoints/3"), "--key", vkeys[1])
    #expect(try other.code == .findings && told(other, "anchor") == [.null, .null])
  }

  @Test("each journal has a record of its own, which holds after the journal that it was made with and after no other")
  func records() async throws {
    await prepare()
    let (old, new) = (folder.path("old.jsonl"), folder.path("new.jsonl"))
    let files = ["--verified-file", folder.path("old.json"), "--verified-file", folder.path("new.json")]
    func verify(_ journals: [String], _ words: [String], state: String? = nil) async -> CommandRun {
      await CommandRun(
        ["verify"] + journals + ["--format", "json"] + words, now: CommandAppendTests.day,
        environment: state.map { ["XDG_STATE_HOME": $0] } ?? [:])
    }
    for words in [Array(files.prefix(2)), files + files, [files[0], files[1], files[0], files[1]]] {
      let refused = await verify([old, new], words)
      #expect(refused.code == .usage && refused.errors.contains("once for each journal, in their order"))
    }
    let first = await verify([old, new], files)
    #expect(try first.code == .success && told(first, "since") == [.null, .null])
    for words in [files, files + ["--unread"]] {
      let again = await verify([old, new], words)
      #expect(again.code == .success)
      #expect(try told(again, "since").map { $0?["basis"] } == ["verified-file", "verified-file"])
      #expect(try told(again, "signatures") == told(first, "signatures"))
    }
    let alone = await verify([new], Array(files.suffix(2)))
    #expect(try alone.code == .findings && alone.findings() == ["0 predecessor-missing"])
    #expect(try alone.json()["setback"]?["code"] == "verified-file-stale")
    let after = await verify([old, new], files)
    #expect(try after.code == .success && told(after, "since").map { $0?["basis"] } == ["verified-file", nil])
    let state = folder.path("state")
    #expect(await verify([old, new], ["--remember"], state: state).code == .success)
    let remembered = await verify([old, new], ["--remember"], state: state)
    #expect(try told(remembered, "since").map { $0?["basis"] } == ["verified-file", "verified-file"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: state + "/journal-tool/verified").count == 2)
  }

  @Test("what a later journal annuls is known of a journal that was not verified again, by verifying it again")
  func annulledSince() async throws {
    for name in ["old.jsonl", "new.jsonl"] {
      try folder.write(CommandFolder.package("Tests/JournalToolTests/Fixtures/amended/" + name), to: name)
    }
    let files = ["--verified-file", folder.path("o.json"), "--verified-file", folder.path("n.json")]
    func verify(_ journals: [String], _ words: [String]) async -> CommandRun {
      await CommandRun(["verify"] + journals.map(folder.path) + ["--format", "json"] + words)
    }
    let alone = await verify(["old.jsonl"], Array(files.prefix(2)))
    #expect(try alone.code == .findings && alone.findings() == ["10 vouched-by-revoked-key"])
    for _ in 0..<2 {
      let both = await verify(["old.jsonl", "new.jsonl"], files)
      #expect(both.code == .success)
      #expect(try told(both, "annulled") == [1, 0])
      #expect(try told(both, "findings") == [[], []])
    }
    // The record is still of the one journal, in which nothing was annulled.
    #expect(try await verify(["old.jsonl"], Array(files.prefix(2))).findings() == ["10 vouched-by-revoked-key"])
  }

  @Test("a digest is recorded of the registers as they go on, and another is found")
  func digests() async throws {
    await prepare()
    let (old, new) = (folder.path("old.jsonl"), folder.path("new.jsonl"))
    #expect(await enrol("official", in: "new.jsonl", by: "second", "--predecessor", old).code == .success)
    #expect(await run("checkpoint", new, "--note-key", key("note")).code == .success)
    let words = ["digest", new, "--key", key("official"), "--expect", "any"]
    let refused = await CommandRun(words, now: CommandAppendTests.day)
    #expect(refused.code == .findings && refused.errors.contains("[predecessor-missing]"))
    #expect(await CommandRun(words + ["--predecessor", old], now: CommandAppendTests.day).code == .success)
    let both = await run("verify", old, new, "--format", "json")
    #expect(both.code == .success)
    #expect(try both.json()["registerDigests"]?.array?.map { $0["status"] } == Array(repeating: "agrees", count: 4))
    let alone = await run("verify", new, "--format", "json")
    #expect(try alone.json()["registerDigests"] == .null && alone.findings() == ["0 predecessor-missing"])
    #expect(await run("verify", new).output.contains("digests were recorded and not compared"))
    let state = try #require(try both.json()["root"]?.string)
    let act = """
      {"type":"register.digested","version":1,"what":{"registers":[{"digest":"\(String(repeating: "0", count: 64))",\
      "register":"apk","schema":"apk-register/1"}],"root":"\(state)","size":4}}
      """
    let appended = await run(
      "append", new, "--predecessor", old, "--key", key("official"), "--expect", "any", "-", input: act)
    #expect(appended.code == .success)
    #expect(try await run("verify", old, new, "--format", "json").findings() == ["4 register-digest-differs"])
  }
}
