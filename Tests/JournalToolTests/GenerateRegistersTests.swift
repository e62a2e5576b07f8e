import Foundation
import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("The journal of all four registers")
struct GenerateRegistersTests {
  private func journal() throws -> GeneratedFixture { try GeneratedFixture(RegistersTour()) }

  @Test("it has every type of act of pools, licences and trusted products, each as its schema says")
  func types() throws {
    let lines = try journal().trees()
    let areas = ["pools.", "licences.", "trusted."]
    let known = ActCatalogue.standard.entries.filter { entry in areas.contains { entry.type.hasPrefix($0) } }
    #expect(known.count > 50)
    #expect(Set(known.map(\.type)).subtracting(lines.map(\.type)) == [])
    for line in lines {
      let entry = try #require(ActCatalogue.standard.entry(type: line.type, version: 1))
      #expect(entry.problem(of: line.what) == nil, "\(line.type)")
    }
  }

  @Test("every act stands and no register finds anything it could not do")
  func stands() throws {
    let journal = try journal()
    var registers = Registers()
    let report = try journal.replay { registers.apply($0, $1) }
    #expect(report.summary.findings == [])
    #expect(report.summary.standings == [.stands: journal.lines.count])
    #expect(registers.hardware.register.anomalies == [])
    #expect(registers.others.map(\.layout.id) == ["pools", "licences", "trusted"])
    for register in registers.others { #expect(register.anomalies == [], "\(register.layout.id)") }
  }

  @Test("the law would have let every act pass before it was recorded")
  func admitted() throws {
    var gate = LawGate()
    _ = try journal().replay { act, _ in
      let signers = act.judgement?.signatures.compactMap(\.signer) ?? []
      #expect(throws: Never.self, "\(act.act.type), line \(act.seq)") {
        try gate.admit(act.act, signers: signers, recorded: act.recorded)
      }
      gate.follow(act)
    }
  }

  @Test("a pool accredited on 29 February 2024 stands up to 28 February 2025 and no longer (P01)")
  func leapDay() throws {
    for (day, status) in [
      ("2024-02-28", nil), ("2024-02-29", .standing), ("2025-02-28", .standing), ("2025-03-01", .expired),
    ]
      as [(String, RegisterEntry.Status?)]
    {
      let date = Tour.date(day)
      var pools = try #require(EntryRegister("pools"))
      _ = try journal().replay(asAt: AstanaTime().endOfDay(date)) { pools.apply($0, $1) }
      #expect(pools.entry(try #require(IdentifierKey("P-2024/001")))?.status(on: date) == status)
    }
  }

  private func audit(_ day: String) throws -> [(code: String, caseNumber: String?)] {
    let output = try ToolProcess.tool(
      ["audit", "Journals/registers-2024.jsonl", "--at", day, "--format", "json"]
    ).output
    let object = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    return findings.map { ($0["code"] as? String ?? "", $0["case"] as? String) }
  }

  @Test("an audit finds the licences of subtype II whose host had no licence, and not the one whose host had (L10)")
  func hosts() throws {
    let found = try audit("2026-03-20").filter { $0.code == "host-not-licensed" }.map(\.caseNumber)
    #expect(found == ["LIC-2024-000006", "LIC-2025-000001"])
  }

  @Test("what one register asks of another is found where it is not so, and nowhere else")
  func crossChecks() throws {
    let codes = [
      "hardware-not-registered", "owned-hardware-not-registered", "pool-not-accredited", "hosted-pool-not-accredited",
      "software-dependency-not-registered",
    ]
    let found = try audit("2026-03-20").filter { codes.contains($0.code) }
    #expect(
      found.map { "\($0.code) \($0.caseNumber ?? "")" } == [
        "hardware-not-registered LIC-2024-000002", "pool-not-accredited LIC-2024-000002",
        "owned-hardware-not-registered LIC-2024-000006", "hosted-pool-not-accredited LIC-2025-000001",
        "software-dependency-not-registered TR-2025-000004",
      ])
  }

  @Test(
    "a certificate that ends is due for renewal thirty calendar days before, and excludes nothing by itself (T07, T09)")
  func renewal() throws {
    func rows(_ day: String) throws -> [(due: String?, status: String, caseNumber: String?)] {
      let output = try ToolProcess.tool(
        ["deadlines", "Journals/registers-2024.jsonl", "--at", day, "--format", "json"]
      ).output
      let object = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
      let all = try #require(object["deadlines"] as? [[String: Any]])
      return all.filter { $0["obligation"] as? String == "T07" }.map {
        ($0["due"] as? String, $0["status"] as? String ?? "", $0["case"] as? String)
      }
    }
    let first = try rows("2026-01-10").filter { $0.caseNumber == "TR-2025-000003" }
    #expect(first.map(\.due) == ["2026-01-11"] && first.map(\.status) == ["pending"])
    #expect(try rows("2026-01-12").filter { $0.caseNumber == "TR-2025-000003" }.map(\.status) == ["overdue"])
    let other = try rows("2026-02-01").filter { $0.caseNumber == "TR-2025-000002" }
    #expect(other.map(\.due) == ["2026-01-30"] && other.map(\.status) == ["met"])
    var trusted = try #require(EntryRegister("trusted"))
    _ = try journal().replay { trusted.apply($0, $1) }
    let date = Tour.date("2026-03-20")
    let ended = trusted.entries.filter { $0.status(on: date) == .ended }.map(\.reference)
    #expect(ended == [2, 5])
  }

  @Test("the page beside the journals tells every case of it")
  func story() throws {
    let page = try String(contentsOf: GeneratedFixture.journals.appending(path: "README.md"), encoding: .utf8)
    let cases = Set(try journal().trees().compactMap(\.caseNumber))
    #expect(cases.count > 25)
    for number in cases { #expect(page.contains(number), "\(number)") }
  }

  @Test("another seed gives other keys and other ids, and the same story")
  func otherSeed() throws {
    let (first, second) = (try journal(), try GeneratedFixture(RegistersTour(seed: 2)))
    #expect(first.lines[1] != second.lines[1])
    #expect(try first.trees().map(\.type) == second.trees().map(\.type))
  }
}
