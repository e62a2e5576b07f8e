import Foundation
import TestSupport
import Testing

@testable import journal_tool

@Suite("journal-tool salvage", .temporaryFolder)
struct CommandProofSalvageTests {
  @Test("It writes the good lines and a report, and ends with 1 where something is wrong")
  func damaged() async throws {
    let tour = try CommandProofFixture()
    let whole = try tour.bytes("tour.jsonl")
    let good = await tour.run("salvage", "@tour.jsonl", "--output", "@same.jsonl")
    #expect(good.code == .success && good.output.contains("good     39 lines, 43,108 bytes\n"))
    #expect(try tour.bytes("same.jsonl") == whole)
    let lines = whole.split(separator: 0x0A)
    let damaged = lines[..<7] + [lines[7].dropLast()] + lines[8...]
    try tour.write(damaged.flatMap { $0 + [0x0A] }, "tour.jsonl")
    let result = await tour.run("salvage", "@tour.jsonl", "--output", "@good.jsonl", "--report", "@report.json")
    #expect(result.code == .findings && result.errors == "")
    #expect(try tour.bytes("good.jsonl") == lines[..<7].flatMap { $0 + [0x0A] })
    #expect(result.output.contains("first bad") && result.output.contains("[journal-behind-checkpoint]"))
    let report = try #require(try JSONSerialization.jsonObject(with: Data(tour.bytes("report.json"))) as? [String: Any])
    #expect(report["schema"] as? String == "salvage/1" && report["lines"] as? Int == 7)
    #expect((report["firstBad"] as? [String: Any])?["seq"] as? Int == 7)
    #expect(report["anchor"] is NSNull)
    let json = await tour.run("salvage", "@tour.jsonl", "--output", "@good2.jsonl", "--format", "json")
    #expect(try Array(json.output.utf8) == tour.bytes("report.json"))
  }

  @Test("It overwrites nothing, and makes no file where there is nothing to salvage")
  func refused() async throws {
    let tour = try CommandProofFixture()
    #expect(await tour.run("salvage", "@tour.jsonl", "--output", "@tour.jsonl").code == .cantCreate)
    #expect(await tour.run("salvage", "@tour.jsonl", "--output", "-").code == .usage)
    #expect(await tour.run("salvage", "-", "--output", "@new").code == .usage)
    #expect(await tour.run("salvage", "@none.jsonl", "--output", "@new").code == .noInput)
    try tour.write("{}\n", "tour.jsonl")
    #expect(await tour.run("salvage", "@tour.jsonl", "--output", "@new").code == .findings)
    #expect(!tour.isThere("new"))
  }
}
