import Foundation
import TestSupport
import Testing

@testable import journal_tool

@Suite("form", .temporaryFolder)
struct CommandFormTests {
  private static let tour = "Journals/tour.jsonl"

  private func form(_ words: String, input: [UInt8] = []) async -> CommandRun {
    await CommandRun(["form"] + words.split(separator: " ").map(String.init), input: input)
  }

  @Test("A case is needed for all forms but the register", arguments: ["6", "7", "8", "completeness"])
  func caseNeeded(appendix: String) async {
    let run = await form("\(Self.tour) --appendix \(appendix)")
    #expect(run.code == .usage && run.output.isEmpty)
    #expect(run.errors.contains("Missing expected argument '--case <case>'"))
  }

  @Test("The default language is Kazakh, the default format text")
  func defaults() async {
    let run = await form("\(Self.tour) --appendix 8 --case APK-2024-000006")
    let named = await form("\(Self.tour) --appendix 8 --case APK-2024-000006 --language kk --format text")
    #expect(run.code == .success && run == named)
  }

  @Test("Without the act, or before it, nothing is written and the end is 1", arguments: ["2024-06-16", "2024-06-17"])
  func missing(at: String) async throws {
    let folder = try CommandFolder()
    let words = "\(Self.tour) --appendix 8 --case APK-2024-000006 --at \(at) --output \(folder.path("form.txt"))"
    let run = await form(words)
    #expect(run.code == (at == "2024-06-17" ? .success : .findings))
    #expect(run.errors.contains("[act-missing]") == (run.code == .findings))
    #expect(try folder.names() == (at == "2024-06-17" ? ["form.txt"] : []))
  }

  @Test("As it was known at a line before the act there is no document")
  func known() async {
    let run = await form("\(Self.tour) --appendix 7 --case APK-2024-000001 --known-at 8")
    #expect(run.code == .findings && run.output.isEmpty)
    #expect(await form("\(Self.tour) --appendix 7 --case APK-2024-000001 --known-at 9").code == .success)
  }

  @Test("An act whose signature does not fit makes no document, and the end is 1")
  func notStanding() async throws {
    var lines: [[UInt8]] = try CommandFolder.package(Self.tour).split(separator: 0x0A).prefix(10).map { Array($0) }
    let place = lines[9].count - 20
    lines[9][place] = lines[9][place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    let bytes: [UInt8] = lines.flatMap { line -> [UInt8] in line + [0x0A] }
    let folder = try CommandFolder()
    let run = await form("\(try folder.write(bytes, to: "j.jsonl")) --appendix 7 --case APK-2024-000001")
    #expect(run.code == .findings && run.output.isEmpty)
    #expect(run.errors.contains("line 9") && run.errors.contains("[act-not-standing]"))
  }

  @Test("A form is asked for of a register, and one that its order does not have is refused with those that it has")
  func registers() async {
    let missing = await form("\(Self.tour) --register pools --appendix 3 --case P-1")
    #expect(missing.code == .findings && missing.errors.contains("[act-missing]"))
    let unheard = await form("\(Self.tour) --register pools --appendix 2 --case P-1")
    #expect(unheard.code == .usage && unheard.errors.contains("Please provide one of '1', '3' or '4'."))
    let words = await form("\(Self.tour) --register pools --appendix completeness --case P-1")
    #expect(words.code == .usage)
    let withoutCase = await form("\(Self.tour) --register pools --appendix 3")
    #expect(withoutCase.code == .usage && withoutCase.errors.contains("'--case <case>'"))
    let named = await form("\(Self.tour) --register apk --appendix 8 --case APK-2024-000006 --language kk")
    let plain = await form("\(Self.tour) --appendix 8 --case APK-2024-000006")
    #expect(named.code == .success && named == plain)
  }

  @Test("The register of a case that has no entries is refused, of the journal it is empty")
  func emptyRegister() async {
    let ofCase = await form("\(Self.tour) --appendix 1 --case APK-2024-000004")
    #expect(ofCase.code == .findings && ofCase.errors.contains("[act-missing]"))
    let early = await form("\(Self.tour) --appendix 1 --at 2024-03-01 --language ru")
    #expect(early.code == .success && early.output.contains(/записей: +0\n/))
  }
}
