import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("key", .temporaryFolder)
struct CommandKeyTests {
  let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  private func file(_ name: String) throws -> [UInt8] {
    try CommandFolder.package("Tests/RegistryEventsTests/Fixtures/keys/\(name)")
  }

  @Test(
    "A new key is a file that only its owner can read, and what is printed is its kid", arguments: ["ed25519", "p256"])
  func new(kind: String) async throws {
    let path = folder.path("k.pem")
    let run = await CommandRun(["key", "new", "--kind", kind, "--output", path])
    #expect(run.code == .success && run.errors.isEmpty)
    #expect(try folder.mode("k.pem") == 0o600)
    let key = try PrivateKey(pem: SecretBytes(copying: folder.bytes("k.pem")))
    #expect(run.output == key.publicKey.thumbprint + "\n")
    #expect(key.publicKey.algorithm == (kind == "p256" ? .es256 : .ed25519))
  }

  @Test("RSA keys have the size and the algorithm that are asked for")
  func rsa() async throws {
    let path = folder.path("k.pem")
    let run = await CommandRun([
      "key", "new", "--kind", "rsa", "--bits", "2048", "--pss", "--output", path, "--format", "json",
    ])
    #expect(try run.json()["algorithm"]?.string == "PS256")
    #expect(try run.json()["jwk"]?["n"]?.string?.utf8.count == 342)
    let short = await CommandRun(["key", "new", "--kind", "rsa", "--bits", "1024", "--output", folder.path("s.pem")])
    #expect(short.code == .usage)
  }

  @Test("No file is overwritten, and none is left where the folder is missing")
  func notOverwritten() async throws {
    let path = try folder.write([0x78], to: "k.pem")
    let run = await CommandRun(["key", "new", "--output", path])
    #expect(run.code == .cantCreate && run.errors.contains("[file-exists]") && run.output.isEmpty)
    #expect(try folder.bytes("k.pem") == [0x78])
    #expect(await CommandRun(["key", "new", "--output", folder.path("none/k.pem")]).code == .cantCreate)
    #expect(await CommandRun(["key", "new", "--output", "-"]).code == .usage)
  }

  @Test(
    "A private key that others can read is refused, and a public one is not", arguments: [0o604, 0o640, 0o644, 0o610])
  func mode(mode: Int) async throws {
    let path = try folder.write(file("ed25519.pem"), to: "k.pem", mode: mode)
    let run = await CommandRun(["key", "show", path])
    #expect(run.code == .dataError && run.errors.contains("[key-file-mode]") && run.output.isEmpty)
    let encrypted = try folder.write(file("ed25519.encrypted.pem"), to: "e.pem", mode: mode)
    #expect(await CommandRun(["key", "show", encrypted]).errors.contains("[key-file-mode]"))
    let publicKey = try folder.write(file("ed25519.pub.pem"), to: "p.pem", mode: mode)
    #expect(await CommandRun(["key", "show", publicKey]).code == .success)
  }

  @Test("Private, public and JWK show the same", arguments: ["ed25519", "p256", "rsa2048"])
  func show(name: String) async throws {
    let secret = try folder.write(file("\(name).pem"), to: "k.pem", mode: 0o600)
    let shown = await CommandRun(["key", "show", secret, "--format", "json"])
    let published = try folder.write(file("\(name).pub.pem"), to: "p.pem")
    #expect(await CommandRun(["key", "show", published, "--format", "json"]) == shown)
    let jwk = try #require(try shown.json()["jwk"])
    let path = try folder.write(CanonicalWriter.bytes(of: jwk), to: "k.jwk")
    #expect(await CommandRun(["key", "show", path, "--format", "json"]) == shown)
    let piped = await CommandRun(["key", "show", "-", "--format", "json"], input: CanonicalWriter.bytes(of: jwk))
    #expect(piped == shown)
    #expect(!shown.output.contains("PRIVATE"))
  }

  @Test("What is no key is refused with its code", arguments: ["", "x", "{}", "-----BEGIN PRIVATE KEY-----\n"])
  func malformed(text: String) async throws {
    let path = try folder.write(Array(text.utf8), to: "k.pem", mode: 0o600)
    let run = await CommandRun(["key", "show", path])
    #expect(run.code == .dataError && run.errors.contains("[key-malformed]"))
  }

  @Test("A passphrase comes from a descriptor, a line for each key")
  func passphrase() async throws {
    let path = try folder.write(file("p256.encrypted.pem"), to: "k.pem", mode: 0o600)
    func show(_ text: String, times: Int = 1) async throws -> [CommandRun] {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try pipe.fileHandleForWriting.close()
      let descriptor = "\(pipe.fileHandleForReading.fileDescriptor)"
      var runs: [CommandRun] = []
      for _ in 0..<times { runs.append(await CommandRun(["key", "show", path, "--passphrase-fd", descriptor])) }
      return runs
    }
    #expect(try await show("құпия сөз").map(\.code) == [.success])
    #expect(try await show("құпия сөз\nқұпия сөз\n", times: 2).map(\.code) == [.success, .success])
    let wrong = try await show("құпия  сөз\n")
    #expect(wrong[0].code == .dataError && wrong[0].errors.contains("\(path): the passphrase does not open"))
    #expect(try await show("\n")[0].errors.contains("[passphrase-needed]"))
    #expect(try await show(String(repeating: "x", count: 1025))[0].errors.contains("[passphrase-wrong]"))
  }

  @Test("Standard output and error are no place to read a passphrase from", arguments: ["1", "2", "-1", "x"])
  func descriptor(text: String) async throws {
    #expect(await CommandRun(["key", "show", "k.pem", "--passphrase-fd", text]).code == .usage)
  }

  @Test("A new key is encrypted only when that is asked for")
  func encrypt() async throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("сөз\n".utf8))
    try pipe.fileHandleForWriting.close()
    let descriptor = "\(pipe.fileHandleForReading.fileDescriptor)"
    let words = ["key", "new", "--output", folder.path("k.pem"), "--passphrase-fd", descriptor]
    #expect(await CommandRun(words).code == .usage)
    #expect(try folder.names() == [])
    let run = await CommandRun(words + ["--encrypt"])
    let pem = SecretBytes(copying: try folder.bytes("k.pem"))
    #expect(throws: RegistryError(.passphraseNeeded)) { try PrivateKey(pem: pem) }
    let key = try PrivateKey(pem: pem, passphrase: SecretBytes(copying: Array("сөз".utf8)))
    #expect(run.output == key.publicKey.thumbprint + "\n")
  }
}
