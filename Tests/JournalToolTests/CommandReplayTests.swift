import Foundation
import RegistryEvents
import TestSupport
import Testing

@testable import journal_tool

@Suite("replay", .temporaryFolder)
struct CommandReplayTests {
  let folder: CommandFolder
  let tour: [UInt8]

  init() throws {
    folder = try CommandFolder()
    tour = try CommandFolder.package("Journals/tour.jsonl")
  }

  private func replay(_ bytes: [UInt8], _ words: String...) async throws -> CommandRun {
    try await CommandRun(["replay", folder.write(bytes, to: "x.jsonl"), "--at", "2024-12-31"] + words)
  }

  @Test("A torn tail is left out and warned of")
  func tornTail() async throws {
    let whole = try await replay(tour)
    let torn = try await replay(tour + Array("{\"act\":".utf8))
    #expect(torn.code == .success)
    #expect(torn.output == whole.output)
    #expect(whole.errors.isEmpty)
    #expect(torn.errors.hasPrefix("Warning: \(folder.path("x.jsonl")): line 39, byte \(tour.count): the last line"))
    #expect(torn.errors.contains("(7 bytes, left out) [torn-tail]\n"))
  }

  @Test("A damaged line stops the replay with its file, line, byte and code", arguments: ["none", "chain", "full"])
  func damaged(mode: String) async throws {
    var bytes = tour
    let third = try #require(tour.indices.filter { tour[$0] == 0x0A }.dropFirst(2).first) + 1
    bytes[third] = 0x5B
    let run = try await replay(bytes, "--verify", mode)
    #expect(run.code == .findings)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.hasSuffix(
        """
        Error: \(folder.path("x.jsonl")): line 3, byte \(third): the input is not a JSON object [not-an-object]
          what to do: a reader never repairs: ask the journal's operator for the line as it was recorded

        """))
  }

  @Test("A hash that does not chain is seen where the chain is checked", arguments: [("none", true), ("chain", false)])
  func brokenChain(mode: String, passes: Bool) async throws {
    let text = String(decoding: tour, as: UTF8.self)
    let lines = text.split(separator: "\n")
    let prev = try #require(lines[5].firstRange(of: "\"prev\":\""))
    var line = lines[5]
    let digit = line[prev.upperBound]
    line.replaceSubrange(prev.upperBound...prev.upperBound, with: digit == "0" ? "1" : "0")
    let broken = text.replacing(lines[5], with: line)
    let run = try await replay(Array(broken.utf8), "--verify", mode)
    #expect(run.code == (passes ? .success : .findings))
    #expect(run.errors.contains("line 5") != passes && run.errors.contains("[prev-mismatch]") != passes)
  }

  @Test("What was not verified is said on standard error and in every result", arguments: ["none", "chain"])
  func unverified(mode: String) async throws {
    let text = try await replay(tour, "--verify", mode)
    #expect(text.errors.hasPrefix("Warning: No") && text.errors.contains("every act was taken as standing"))
    #expect(text.output.contains("every act was taken as standing"))
    let json = try await replay(tour, "--verify", mode, "--format", "json").json()
    #expect(json["verification"]?["mode"]?.string == mode)
    #expect(json["verification"]?["signatures"] == [:] && json["verification"]?["acts"] == [:])
    #expect((json["journal"]?["root"] == .null) == (mode == "none"))
  }

  @Test("The head is the same whether hashes are checked or not")
  func head() async throws {
    let modes = ["none", "chain", "full"]
    var heads: Set<String> = []
    for mode in modes {
      let json = try await replay(tour, "--verify", mode, "--format", "json").json()
      heads.insert(json["journal"]?["head"]?.string ?? "")
    }
    #expect(heads.count == 1 && heads.first?.count == 64)
  }

  @Test("A bad signature is counted and its act not folded")
  func badSignature() async throws {
    // The last line, so that no other is built on it.
    var forged = tour
    let place = try #require(tour.lastIndex(of: UInt8(ascii: "\""))) - 10
    forged[place] = forged[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    let run = try await replay(forged)
    #expect(run.code == .success)
    #expect(run.output.contains("1 invalid") && run.output.contains("38 standing, 1 failing"))
    #expect(run.output.contains("findings    1 finding: journal-tool verify lists them"))
  }

  @Test("The two axes are independent")
  func axes() async throws {
    func standing(_ words: String...) async throws -> Int64? {
      let path = "Journals/tour.jsonl"
      return try await CommandRun(["replay", path, "--format", "json"] + words).json()["totals"]?["standing"]?.integer
    }
    let late = try await standing("--at", "2024-12-31")
    let early = try await standing("--at", "2024-03-01")
    let before = try await standing("--at", "2024-12-31", "--known-at", "8")
    let after = try await standing("--at", "2024-12-31", "--known-at", "9")
    let unknownYet = try await standing("--at", "2024-12-31", "--known-at", "2024-03-01T00:00:00Z")
    #expect(late == 3 && early == 0 && before == 0 && after == 5 && unknownYet == 0)
  }

  @Test("A holder's entries are selected, and totals and digest stay those of the register")
  func holder() async throws {
    let all = try await CommandRun(["replay", "Journals/apk-2024.jsonl", "--at", "2024-12-31", "--format", "json"])
      .json()
    let id = "150440022004"
    let one = try await CommandRun([
      "replay", "Journals/apk-2024.jsonl", "--at", "2024-12-31", "--format", "json", "--holder", id,
    ]).json()
    #expect(one["digest"] == all["digest"] && one["totals"] == all["totals"])
    #expect(one["entries"]?.array == all["entries"]?.array?.filter { $0["holderId"]?.string == id })
    #expect(one["selection"]?["totals"]?["standing"]?.integer == 3)
    #expect(all["selection"] == nil)
  }

  @Test("Totals alone, in every format and of a holder's entries", arguments: ["apk", "licences"])
  func totalsOnly(register: String) async throws {
    func run(_ words: String...) async -> CommandRun { await run(words) }
    func run(_ words: [String]) async -> CommandRun {
      await CommandRun(
        ["replay", "Journals/registers-2024.jsonl", "--at", "2025-03-31", "--register", register, "--totals-only"]
          + words)
    }
    let json = try await run("--format", "json", "--holder", "190440001207").json()
    #expect(json["digest"] == nil && json["entries"] == nil)
    let (all, selected) = (try #require(json["totals"]?.object), try #require(json["selection"]?["totals"]?.object))
    #expect(all.keys == selected.keys && all != selected)
    for (totals, words) in [(all, []), (selected, ["--holder", "190440001207"])] {
      let lines = await run(["--format", "csv"] + words).output.split(separator: "\n")
      let csv = lines.map { $0.split(separator: ",").map(String.init) }
      #expect(csv.count == 2 && csv[0].sorted() == totals.keys.sorted())
      #expect(csv[1] == csv[0].map { totals[$0]?.integer.map { "\($0)" } ?? totals[$0]?.string ?? "" })
    }
    #expect(await run().output.contains("\ntotals "))
    #expect(await !run().output.contains("\ndigest "))
  }

  @Test("The totals are those of the entries, and the digest is what anyone can compute from them")
  func totals() async throws {
    let json = try await CommandRun(["replay", "Journals/apk-2024.jsonl", "--at", "2024-09-30", "--format", "json"])
      .json()
    let entries = try #require(json["entries"]?.array)
    let standing = entries.filter { $0["excludedOn"] == .null }
    let power = standing.compactMap { $0["powerKW"]?.string.flatMap { Decimal($0) } }.reduce(.zero, +)
    #expect(json["totals"]?["standing"]?.integer == Int64(standing.count))
    #expect(json["totals"]?["excluded"]?.integer == Int64(entries.count - standing.count))
    #expect(json["totals"]?["powerKW"]?.string == power.description)
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    tree.append(hasher.leafHash(Array("\"apk-register/1\"".utf8)), with: hasher)
    for entry in entries { tree.append(hasher.leafHash(CanonicalWriter.bytes(of: entry)), with: hasher) }
    #expect(json["digest"]?.string == tree.root(with: hasher).description)
  }

  @Test("The result goes to a file, whole or not at all")
  func output() async throws {
    let path = folder.path("r.json")
    let printed = try await replay(tour, "--format", "json")
    let written = try await replay(tour, "--format", "json", "--output", path)
    #expect(written.output.isEmpty && written.code == .success)
    #expect(try folder.bytes("r.json") == Array(printed.output.utf8))
    _ = try await replay(Array("nothing\n".utf8), "--output", folder.path("none.json"))
    #expect(try folder.names() == ["r.json", "x.jsonl"])
  }

  @Test("The CSV has the fifteen columns of Appendix 1 and a line an entry")
  func csv() async throws {
    let run = try await replay(tour, "--format", "csv")
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.split(separator: ",").count == 15)
    #expect(lines.count == 6)
  }

  @Test("A person's terminal gets every line within its width", arguments: [40, 60, 79, 80, 100, 133, 200])
  func width(columns: Int) async throws {
    let run = await CommandRun(["replay", "Journals/tour.jsonl", "--at", "2024-12-31"], width: columns)
    let lines = run.output.split(separator: "\n").drop { !$0.contains("entered") && !$0.hasPrefix("no ") }
    // A hash is one word and stays whole.
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(columns, 42) })
  }
}
