import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool tiles", .temporaryFolder)
struct CommandProofTilesTests {
  @Test("It exports what the newest checkpoint covers, and the next time only what is new")
  func exports() async throws {
    let tour = try CommandProofFixture()
    let first = await tour.run("tiles", "@tour.jsonl", "--output", "@www")
    #expect(first.code == .success && first.output == "Exported: 39 lines; 2 files written\n" && first.errors == "")
    #expect(try tour.bytes("www/checkpoint") == tour.bytes("tour.checkpoints/39"))
    let hasher = SHA256Hasher()
    let lines = try tour.bytes("tour.jsonl").split(separator: 0x0A)
    #expect(try tour.bytes("www/tile/0/000.p/39") == lines.flatMap { hasher.leafHash($0).bytes })
    let bundle = lines.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    #expect(try tour.bytes("www/tile/entries/000.p/39") == bundle)
    let again = await tour.run("tiles", "@tour.jsonl", "--output", "@www", "--format", "json")
    #expect(again["filesWritten"] as? Int == 0 && again["oldSize"] as? Int == 39 && again["size"] as? Int == 39)
  }

  @Test("What cannot be exported is said")
  func refused() async throws {
    let tour = try CommandProofFixture()
    #expect(await tour.run("tiles", "@tour.jsonl").code == .usage)
    #expect(await tour.run("tiles", "-", "--output", "@www").code == .usage)
    try tour.write("x", "file")
    #expect(await tour.run("tiles", "@tour.jsonl", "--output", "@file").code == .ioError)
    try tour.remove("tour.checkpoints")
    #expect(await tour.run("tiles", "@tour.jsonl", "--output", "@www").code == .noInput)
    #expect(!tour.isThere("www"))
  }
}
