import Foundation
import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("trail, deadlines and rules")
struct CommandTrailTests {
  private func json(_ words: String...) async throws -> [String: CanonicalValue] {
    let run = await CommandRun(words + ["--format", "json"])
    #expect(run.code == .success)
    return try run.json()
  }

  private func seqs(_ json: [String: CanonicalValue]) -> [Int64] {
    (json["acts"]?.array ?? []).compactMap { $0["seq"]?.integer }
  }

  @Test("A case, a serial number and a holder each have their acts, in the order of the lines")
  func subjects() async throws {
    let ofCase = try await json("trail", "Journals/tour.jsonl", "--case", "APK-2024-000001")
    #expect(seqs(ofCase) == Array(4...10))
    #expect(ofCase["subject"] == ["case": "APK-2024-000001"])
    let serial = seqs(try await json("trail", "Journals/tour.jsonl", "--serial", "NGSBDBEAAAA01701"))
    #expect(Set(serial).isSuperset(of: [4, 5, 9]) && serial == serial.sorted())
    let holder = seqs(try await json("trail", "Journals/tour.jsonl", "--holder", "190440001207"))
    #expect(Set(holder).isSuperset(of: Array(4...10)) && holder == holder.sorted())
  }

  @Test("Identifiers are compared in upper case, and one that nobody has has no acts")
  func identifiers() async throws {
    let upper = try await json("trail", "Journals/tour.jsonl", "--case", "APK-2024-000001")
    #expect(try await json("trail", "Journals/tour.jsonl", "--case", "apk-2024-000001") == upper)
    #expect(seqs(try await json("trail", "Journals/tour.jsonl", "--serial", "X")) == [])
    let none = await CommandRun(["trail", "Journals/tour.jsonl", "--serial", "X"])
    #expect(none.output.hasSuffix("\nNo act concerns it.\n") && none.code == .success)
  }

  @Test(
    "Just one subject is asked for",
    arguments: [[], ["--case", "A", "--serial", "B"], ["--serial", "А 1"], ["--case", ""]])
  func oneSubject(words: [String]) async {
    #expect(await CommandRun(["trail", "Journals/tour.jsonl"] + words).code == .usage)
  }

  @Test("Both axes limit a history")
  func axes() async throws {
    let words = ["trail", "Journals/tour.jsonl", "--case", "APK-2024-000001", "--format", "json"]
    #expect(try seqs(await CommandRun(words + ["--known-at", "6"]).json()) == [4, 5, 6])
    let dated = try await CommandRun(words + ["--at", "2024-03-01"]).json()
    #expect(seqs(dated) == [4, 5, 6, 7])
    #expect(dated["asOf"]?["effective"]?.string == "2024-03-01T18:59:59Z")
    #expect(try await CommandRun(words).json()["asOf"]?["effective"] == .null)
  }

  @Test("An act tells who signed it, by which clause, and what it changed and met")
  func act() async throws {
    let acts = try await json("trail", "Journals/tour.jsonl", "--case", "APK-2024-000001")["acts"]?.array ?? []
    let included = try #require(acts.first { $0["type"]?.string == "apk.included" })
    #expect(included["verdicts"] == ["valid"] && included["standing"]?.string == "stands")
    #expect(included["signedBy"]?.array?.first?["roles"] == ["authorisedPerson"])
    #expect(included["clause"]?.string == "138-НҚ, 13")
    #expect(
      included["changes"] == [["after": "2024-03-13", "before": nil, "first": 1, "last": 5, "member": "enteredOn"]])
    #expect(included["terms"]?.array?.first?["obligation"]?.string == "A10")
    let unchecked =
      try await json(
        "trail", "Journals/tour.jsonl", "--case", "APK-2024-000001", "--verify", "none")["acts"]?.array ?? []
    #expect(unchecked.allSatisfy { $0["verdicts"] == [] && $0["standing"] == .null })
  }

  @Test("Deadlines are selected by case and status, and the digest stays that of all")
  func deadlines() async throws {
    let all = try await json("deadlines", "Journals/tour.jsonl", "--at", "2024-12-31")
    let rows = all["deadlines"]?.array ?? []
    for (option, member, value) in [("--case", "case", "APK-2024-000001"), ("--status", "status", "met")] {
      let some = try await json("deadlines", "Journals/tour.jsonl", "--at", "2024-12-31", option, value)
      #expect(some["deadlines"]?.array == rows.filter { $0[member]?.string == value })
      #expect(some["deadlines"]?.array?.isEmpty == false && some["digest"] == all["digest"])
    }
    #expect(rows.allSatisfy { DeadlineStatus(rawValue: $0["status"]?.string ?? "") != nil })
    let unknown = await CommandRun(["deadlines", "Journals/tour.jsonl", "--at", "2024-12-31", "--status", "soon"])
    #expect(unknown.code == .usage)
  }

  @Test(
    "Every rule and reading can be asked for by its id", arguments: RuleBook.standard.regulations.flatMap(\.editions))
  func rules(edition: Edition) async throws {
    guard let provisions = edition.provisions else { return }
    for id in provisions.rules.map(\.id) + provisions.readings.map(\.id) {
      let sections = try await json("rules", id)["regulations"]?.array ?? []
      let found = sections.flatMap { ($0["rules"]?.array ?? []) + ($0["readings"]?.array ?? []) }
      #expect(!found.isEmpty && found.allSatisfy { $0["id"]?.string == id })
      #expect(await CommandRun(["rules", id]).output.contains(id))
    }
    #expect(
      await CommandRun(["rules", "A99"]).errors.hasPrefix("Error: There is no rule or reading 'A99'. Did you mean"))
  }

  @Test("help findings names every finding of an audit once")
  func findings() async {
    let text = await CommandRun(["help", "findings"], width: 80).output
    let codes = FindingCatalogue.all().map(\.code)
    for code in codes { #expect(text.split(separator: "\n").count { $0 == code } == 1) }
  }
}
