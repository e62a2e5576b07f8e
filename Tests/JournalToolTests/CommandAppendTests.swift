import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("init, append, key enrol and key revoke", .temporaryFolder)
struct CommandAppendTests {
  let folder: CommandFolder
  let journal: String

  static let day = Instant(clamping: 1_717_408_800)  // 2024-06-03T10:00:00Z

  init() throws {
    folder = try CommandFolder()
    journal = folder.path("x.jsonl")
    for (index, name) in ["master", "second", "head", "official", "note"].enumerated() {
      let key = try CommandFolder.vectorKey(from: UInt8(index))
      let pem = try key.pem().withUnsafeBytes { Array($0) }
      try folder.write(pem, to: "\(name).pem", mode: 0o600)
    }
  }

  private func key(_ name: String) -> String { folder.path("\(name).pem") }

  private func run(_ words: [String], input: String = "", now: Instant = day) async -> CommandRun {
    await CommandRun(words, input: Array(input.utf8), now: now)
  }

  private func open(_ words: String...) async -> CommandRun {
    await run(
      [
        "init", journal, "--origin", "apk.example.kz/test", "--authority-kk", "Сынақ", "--authority-ru", "Тест",
        "--key",
        key("master"), "--holder-id", "root", "--holder-name", "Root", "--note-key", key("note"),
      ] + words)
  }

  private func enrol(_ name: String, as roles: String..., expecting head: String = "any") async -> CommandRun {
    await run(
      [
        "key", "enrol", journal, "--key", key("master"), "--new-key", key(name), "--holder-id", name, "--holder-name",
        name, "--expect", head,
      ] + roles.flatMap { ["--role", $0] })
  }

  private func append(
    _ act: String, by names: String..., expecting head: String = "any", now: Instant = day
  ) async -> CommandRun {
    let words = ["append", journal, "-", "--expect", head, "--format", "json"]
    return await run(words + names.flatMap { ["--key", key($0)] }, input: act, now: now)
  }

  /// A journal with an official.
  private func prepare() async {
    #expect(await open().code == .success)
    #expect(await enrol("official", as: "providerEmployee", "authorisedPerson").code == .success)
  }

  static let application = """
    {"type": "apk.inclusionFiled", "case": "A-1", "what": {"applicant": {"id": "020240000555", "kind": "legalEntity",
    "name": "ТОО"}, "channel": "portal", "consent": true, "contacts": {"phone": "+7"}, "dataCentreAddress": "x",
    "documents": [], "filledOn": "2024-06-03", "legalAddress": "y", "model": "S19", "possession": {"document": "d",
    "ground": "ownership"}, "quantity": 1000, "signature": "electronic", "signedBy": "z", "tnvedCode": "8543708000"}}
    """

  /// Files the application with a list of units and answers how it ended.
  private func file(units table: String) async throws -> CommandRun {
    try folder.write(Array(table.utf8), to: "units.csv")
    let words = [
      "append", journal, "-", "--expect", "any", "--key", key("official"), "--units", folder.path("units.csv"),
    ]
    return await run(words, input: Self.application)
  }

  @Test("A list of units comes from a CSV file, and one too long for an act follows the application in parts")
  func units() async throws {
    #expect(await open().code == .success)
    #expect(await enrol("official", as: "applicant").code == .success)
    let head = "№;Полное наименование, марка, модель;Серийный номер;Хэшрейт, TH/s;Мощность, кВт;Номер ГТД;Состояние\n"
    let bad = try await file(units: head + "1;Antminer S19;SN1;много;3,25;;исправное\n")
    #expect(bad.code == .dataError && bad.errors.contains("row 2") && bad.errors.contains("[unit-list-invalid]"))
    let rows = (1...1000).map { "\($0);Antminer S19;SN\($0);95,5;3,25;;исправное\n" }.joined()
    #expect(try await file(units: head + rows).code == .success)
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").dropFirst(2)
    let acts = try lines.map { try #require(try CanonicalValue(canonical: $0.utf8)["act"]) }
    let parts = acts.dropFirst()
    #expect(acts.first?["what"]?["parts"]?.integer == Int64(parts.count) && parts.count > 1)
    #expect(parts.allSatisfy { $0["what"]?["filing"] == acts.first?["id"] && $0["type"] == "apk.unitsListed" })
    #expect(parts.compactMap { $0["what"]?["number"]?.integer } == (1...Int64(parts.count)).map { $0 })
    let serials = parts.flatMap { $0["what"]?["units"]?.array ?? [] }.compactMap { $0["serialNumber"]?.string }
    #expect(serials == (1...1000).map { "SN\($0)" })
    #expect(await run(["verify", journal]).code == .success)
  }

  static let amended = """
    {"type": "apk.rulesAmended", "what": {"inForceFrom": "2023-08-28", "order": "331/НҚ", "source": "adilet.zan.kz"}}
    """

  @Test("init prints the leaf hash of line 0, which verify finds, and overwrites nothing")
  func initialise() async throws {
    let run = await open()
    #expect(run.code == .success)
    let hash = run.output.trimmingCharacters(in: .newlines)
    let verified = await CommandRun(["verify", journal, "--opening", hash, "--format", "json"])
    #expect(verified.code == .success)
    let opening = try verified.json()
    #expect(opening["lines"]?.integer == 1 && opening["opening"]?.string == hash && opening["head"]?.string == hash)
    let before = try folder.bytes("x.jsonl")
    let again = await open()
    #expect(again.code == .cantCreate && again.errors.contains("[file-exists]"))
    #expect(try folder.bytes("x.jsonl") == before)
  }

  @Test("Without a note key the first keyMaster's key is it, if it is Ed25519")
  func noteKey() async throws {
    let words = [
      "--origin", "apk.example.kz/test", "--authority-kk", "Сынақ", "--authority-ru", "Тест", "--holder-id", "root",
      "--holder-name", "Root", "--format", "json",
    ]
    let run = await run(["init", journal, "--key", key("master")] + words)
    let master = try CommandFolder.vectorKey(from: 0).publicKey
    let expected = try VerifierKey(name: "apk.example.kz/test", publicKey: master).description
    #expect(try run.json()["noteKeys"] == [.string(expected)])
    _ = await CommandRun(["key", "new", "--kind", "p256", "--output", key("p256")])
    let other = await self.run(["init", folder.path("y.jsonl"), "--key", key("p256")] + words)
    #expect(other.code == .usage && other.errors.contains("--note-key"))
    #expect(try !folder.names().contains("y.jsonl"))
  }

  @Test("A policy comes from a file, and a wrong one makes no journal")
  func policy() async throws {
    let wrong = try folder.write(Array(#"{"recordingGraceHours": "24"}"#.utf8), to: "wrong.json")
    #expect(await open("--policy", wrong).errors.contains("[opening-invalid]"))
    #expect(try !folder.names().contains("x.jsonl"))
    let right = try folder.write(Array(#"{"recordingGraceHours": 48}"#.utf8), to: "right.json")
    #expect(await open("--policy", right).code == .success)
    #expect(
      String(decoding: try folder.bytes("x.jsonl"), as: UTF8.self).contains(#""policy":{"recordingGraceHours":48}"#))
  }

  @Test("What is appended stands, and verify finds nothing wrong")
  func appended() async throws {
    await prepare()
    let run = await append(Self.amended, by: "official")
    #expect(run.code == .success)
    #expect(try run.json()["seq"]?.integer == 2 && run.json()["status"]?.string == "appended")
    #expect(try run.json()["recorded"]?.string == "2024-06-03T10:00:00Z")
    let verified = await CommandRun(["verify", journal, "--format", "json"])
    #expect(verified.code == .success)
    #expect(try verified.json()["head"] == run.json()["leafHash"])
    #expect(try verified.json()["acts"]?["stands"]?.integer == 3)
  }

  @Test("An act by an id that is recorded is not recorded twice")
  func idempotent() async throws {
    await prepare()
    let act = Self.amended.replacing("{\"type\"", with: #"{"id": "018fdd3a-b800-7000-8000-000000000001", "type""#)
    let first = try await append(act, by: "official").json()
    let again = await append(act, by: "official", now: Self.day)
    #expect(again.code == .success)
    #expect(try again.json()["status"]?.string == "alreadyRecorded" && again.json()["leafHash"] == first["leafHash"])
    let other = await append(act.replacing("331", with: "332"), by: "official")
    #expect(other.code == .findings && other.errors.contains("[id-conflict]"))
  }

  @Test("An act that was signed elsewhere is taken as it is")
  func signedElsewhere() async throws {
    await prepare()
    _ = await append(Self.amended, by: "official")
    let line = try #require(String(decoding: folder.bytes("x.jsonl"), as: UTF8.self).split(separator: "\n").last)
    let recorded = try CanonicalValue(canonical: Array(line.utf8))
    let handedIn = CanonicalValue.members(["act": recorded["act"], "signatures": recorded["signatures"]])
    let text = String(decoding: CanonicalWriter.bytes(of: handedIn), as: UTF8.self)
    let run = await append(text.replacing(",", with: " ,\n"))
    #expect(try run.json()["status"]?.string == "alreadyRecorded")
    #expect(await append(text, by: "official").code == .usage)
    let forged = await append(text.replacing("018f", with: "018e").replacing("331/НҚ", with: "1/НҚ"))
    #expect(forged.code == .findings)
    #expect(await append(#"{"act": {}, "signatures": [], "x": 1}"#).errors.contains("(x) [member-unknown]"))
  }

  @Test("Where the head has moved, nothing is written and the acts in between are told")
  func headMoved() async throws {
    let opening = await open().output.trimmingCharacters(in: .newlines)
    #expect(await enrol("second", as: "keyMaster", expecting: opening).code == .success)
    let before = try folder.bytes("x.jsonl")
    let run = await enrol("head", as: "headOfUnit", expecting: opening)
    #expect(run.code == .findings && run.output.isEmpty)
    #expect(
      run.errors.hasPrefix("Recorded after the line that you expect to be the last:\nline 1: key.enrolled\nError: "))
    #expect(run.errors.contains("[head-moved]"))
    let unknown = await enrol("head", as: "headOfUnit", expecting: String(repeating: "0", count: 64))
    #expect(unknown.errors.hasPrefix("No line of the journal has the hash that you expect.\n"))
    #expect(try folder.bytes("x.jsonl") == before)
  }

  @Test(
    "What the journal refuses is not written, and told by its code",
    arguments: [
      (#"{"type": "apk.rulesAmendd", "what": {}}"#, "type-unknown", ExitCode.dataError),
      (#"{"type": "apk.rulesAmended", "version": 2, "what": {}}"#, "type-unknown", .dataError),
      (#"{"what": {}}"#, "member-missing", .dataError), (#"{"type": 1, "what": {}}"#, "member-type", .dataError),
      (#"{"type": "apk.rulesAmended", "what": {}}"#, "member-missing", .dataError),
      (#"{"type": "apk.rulesAmended", "what": []}"#, "member-type", .dataError), ("[]", "not-an-object", .dataError),
      ("{", "end-of-input", .dataError),
      (#"{"at": "2024-06-03", "type": "x", "what": {}}"#, "value-invalid", .dataError),
      (amended.replacing("{\"type\"", with: #"{"at": "2024-06-03T10:00:01Z", "type""#), "at-after-recorded", .findings),
      (amended.replacing("{\"type\"", with: #"{"journal": "other.kz", "type""#), "journal-foreign", .findings),
      (
        amended.replacing("{\"type\"", with: #"{"id": "018e0cfb-9c80-7000-8000-000000000000", "type""#),
        "id-outside-window", .findings
      ),
      (amended.replacing("\"2023-08-28\"", with: "\"2023-02-30\""), "value-invalid", .dataError),
    ])
  func refused(act: String, code: String, exit: ExitCode) async throws {
    await prepare()
    let before = try folder.bytes("x.jsonl")
    let run = await append(act, by: "official")
    #expect(run.code == exit)
    #expect(run.errors.contains("[\(code)]"))
    #expect(run.output.isEmpty)
    #expect(try folder.bytes("x.jsonl") == before)
  }

  @Test("What is wrong with an act is told by the path of the member")
  func memberPath() async throws {
    await prepare()
    let run = await append(Self.amended.replacing("source", with: "sorce"), by: "official")
    #expect(
      run.errors.contains("Error: <stdin>: a member that the version does not know (what.sorce) [member-unknown]"))
    let units =
      #"{"type": "apk.unitsListed", "what": {"filing": "018fdd3a-b800-7000-8000-000000000001", "number": 1, "#
      + #""units": [{"condition": "working", "hashrateTHs": "110", "model": "S19", "powerKW": "3,25", "serialNumber": "A"}]}}"#
    let nested = await append(units, by: "official")
    #expect(nested.errors.contains("(what.units[0].powerKW) [value-invalid]"))
  }

  @Test("A role that may not, and a key that is not enrolled, are refused")
  func notEntitled() async throws {
    await prepare()
    #expect(await append(Self.amended, by: "master").errors.contains("[role-not-allowed]"))
    #expect(await append(Self.amended, by: "head").errors.contains("[key-unknown]"))
    #expect(await append(Self.amended).code == .usage)
  }

  @Test("What the law makes impossible is not written, and told with its reason and clause")
  func impossible() async throws {
    await prepare()
    let before = try folder.bytes("x.jsonl")
    let act =
      #"{"type": "apk.completenessRefused", "case": "A-1", "what": {"filing": "018fdd3a-b800-7000-8000-000000000001", "#
      + #""number": "1", "reasons": [{"kind": "expired", "text": "x"}], "signatory": {"name": "x", "position": "x"}}}"#
    let run = await append(act, by: "official")
    #expect(run.code == .findings)
    #expect(run.errors.contains("filing-unknown: the act follows a filing that the journal does not have (138-НҚ, "))
    #expect(run.errors.contains("[act-impossible]"))
    #expect(try folder.bytes("x.jsonl") == before)
  }

  @Test("Two keyMasters revoke a key further back, and it signs no more")
  func revoke() async throws {
    await prepare()
    #expect(await enrol("second", as: "keyMaster").code == .success)
    let kid = try CommandFolder.vectorKey(from: 3).publicKey.thumbprint
    func revoke(_ names: String..., since seq: String) async -> CommandRun {
      await run(
        ["key", "revoke", journal, "--kid", kid, "--last-valid-seq", seq, "--reason", "lost", "--expect", "any"]
          + names.flatMap { ["--key", key($0)] })
    }
    #expect(await revoke("master", since: "1").errors.contains("[signer-missing]"))
    #expect(await revoke("master", "second", since: "3").errors.contains("[what-invalid]"))
    #expect(await revoke("master", "second", since: "1").code == .success)
    #expect(await append(Self.amended, by: "official").errors.contains("[key-revoked]"))
    #expect(await CommandRun(["verify", journal]).code == .success)
  }

  @Test("A mandate of dates holds from and until them")
  func mandate() async throws {
    await prepare()
    let words = [
      "key", "enrol", journal, "--key", key("master"), "--new-key", key("head"), "--holder-id", "h", "--holder-name",
      "h",
      "--role", "authorisedPerson", "--expect", "any", "--from", "2024-06-04T00:00:00Z", "--until",
    ]
    #expect(await run(words + ["2024-06-03T00:00:00Z"]).errors.contains("[what-invalid]"))
    #expect(await run(words + ["2024-06-05T00:00:00Z"]).code == .success)
    #expect(await append(Self.amended, by: "head").errors.contains("[mandate-not-in-force]"))
    #expect(await append(Self.amended, by: "head", now: Self.day.adding(seconds: 86_400)).code == .success)
  }

  @Test("A clock that jumps ahead wants confirmation")
  func clock() async throws {
    await prepare()
    let later = Self.day.adding(seconds: 8 * 86_400)
    #expect(await append(Self.amended, by: "official", now: later).errors.contains("[clock-ahead]"))
    let words = ["append", journal, "-", "--expect", "any", "--key", key("official"), "--confirm-clock-jump"]
    let run = await run(words, input: Self.amended, now: later)
    #expect(run.code == .success)
    #expect(run.output.hasPrefix("Appended: line 2, 2024-06-11T10:00:00Z\n"))
  }

  @Test("A journal that is missing, and standard input, cannot be written to")
  func noJournal() async throws {
    #expect(await append(Self.amended, by: "official").code == .noInput)
    #expect(await run(["append", "-", "a.json", "--expect", "any"]).code == .usage)
  }
}
