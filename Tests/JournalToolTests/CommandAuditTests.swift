import Foundation
import RegistryEvents
import RegistryProjections
import TestSupport
import Testing

@testable import journal_tool

@Suite("audit", .temporaryFolder)
struct CommandAuditTests {
  private func audit(_ words: String...) async throws -> (run: CommandRun, findings: [CanonicalValue]) {
    let run = await CommandRun(["audit"] + words + ["--format", "json"])
    return (run, try run.json()["findings"]?.array ?? [])
  }

  @Test("Every finding has a line, a clause and a code that help findings lists")
  func members() async throws {
    let (run, findings) = try await audit("Journals/apk-2024.jsonl")
    #expect(run.code == .findings && findings.count > 10)
    let codes = Set(FindingCatalogue.all().map(\.code))
    for finding in findings {
      #expect(finding["code"]?.string.map(codes.contains) == true)
      #expect(finding["clause"]?.string?.isEmpty == false && finding["text"]?.string?.isEmpty == false)
      #expect(finding["severity"]?.string.flatMap(Severity.init) != nil)
      #expect(finding["seq"]?.integer.map { (0..<931).contains($0) } == true)
    }
    let seqs = findings.compactMap { $0["seq"]?.integer }
    #expect(seqs == seqs.sorted())
    let counts = try run.json()["counts"]?.object?.values.compactMap(\.integer).reduce(0, +)
    #expect(counts == Int64(findings.count))
  }

  @Test("Findings are selected by weight and case")
  func selection() async throws {
    let all = try await audit("Journals/tour.jsonl").findings
    for (least, words) in [
      ("breach", ["breach"]), ("warning", ["breach", "warning"]), ("note", ["breach", "warning", "note"]),
    ] {
      let some = try await audit("Journals/tour.jsonl", "--severity", least).findings
      #expect(some == all.filter { words.contains($0["severity"]?.string ?? "") })
    }
    let ofCase = try await audit("Journals/tour.jsonl", "--case", "apk-2024-000001").findings
    #expect(ofCase == all.filter { $0["case"]?.string == "APK-2024-000001" } && !ofCase.isEmpty)
  }

  @Test("Exit 1 is for a warning or a breach among what is shown")
  func exits() async throws {
    #expect(try await audit("Journals/tour.jsonl").run.code == .findings)
    #expect(try await audit("Journals/tour.jsonl", "--case", "NONE").run.code == .success)
    let noted = try await audit("Journals/tour.jsonl", "--at", "2024-02-29", "--known-at", "3")
    #expect(noted.run.code == .success && noted.findings.isEmpty)
    let text = await CommandRun(["audit", "Journals/tour.jsonl", "--case", "NONE"])
    #expect(text.output.hasSuffix("\nNothing was found.\n"))
  }

  @Test("Terms are counted as at the moment asked for, or as at the last line")
  func moment() async throws {
    let latest = try await audit("Journals/tour.jsonl").run.json()
    #expect(latest["termsAsAt"]?.string == "2024-07-10T10:00:03Z" && latest["asOf"]?["effective"] == .null)
    let before = try await audit("Journals/tour.jsonl", "--at", "2024-03-10")
    #expect(!before.findings.contains { $0["code"]?.string == "inclusion-result-overdue" })
    let after = try await audit("Journals/tour.jsonl", "--at", "2024-03-11")
    #expect(after.findings.contains { $0["code"]?.string == "inclusion-result-overdue" && $0["seq"]?.integer == 7 })
  }

  @Test("What is wrong with the lines is told too, and the audit goes on")
  func damage() async throws {
    let folder = try CommandFolder()
    var journal = try CommandFolder.package("Journals/tour.jsonl")
    let last = try #require(journal.lastIndex(of: UInt8(ascii: "\""))) - 10
    journal[last] = journal[last] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    let (run, findings) = try await audit(folder.write(journal, to: "x.jsonl"))
    #expect(run.code == .findings)
    let forged = try #require(findings.first { $0["code"]?.string == "signature-invalid" })
    #expect(forged["seq"]?.integer == 38 && forged["clause"]?.string == "journal format, §4")
    #expect(findings.contains { $0["code"]?.string == "inclusion-result-late" })
  }

  @Test("The CSV has a line a finding")
  func csv() async throws {
    let run = await CommandRun(["audit", "Journals/tour.jsonl", "--format", "csv"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "code,rule,clause,seq,case,severity,text")
    #expect(lines.count == (try await audit("Journals/tour.jsonl").findings.count) + 1)
  }
}
