import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("Acts signed here and elsewhere", .temporaryFolder)
struct PreparedActTests {
  /// The act as one that came from elsewhere, whose signatures the writer checks: the slow twin.
  static func elsewhere(_ act: SignedAct) -> SignedAct { SignedAct(act: act.act, signatures: act.signatures) }

  static func enrolment(_ journal: TestJournal) throws -> SignedAct {
    try SignedAct(journal.draft(journal.enrolment(journal.official)), keys: [journal.master, journal.official])
  }

  @Test(
    "acts signed here and the same from elsewhere make the same journal and are refused alike", arguments: [1, 7, 100])
  func alike(batch: Int) throws {
    let journal = try TestJournal()
    var acts = [try Self.enrolment(journal)]
    for number in 0..<100 {
      let keys: [PrivateKey]
      switch number % 10 {
      case 3: keys = [journal.master]
      case 5: keys = [try TestJournal.key(77)]
      case 7: keys = [journal.official, journal.second]
      default: keys = [journal.official]
      }
      acts.append(try SignedAct(journal.draft(journal.registered(), case: "A-\(number)"), keys: keys))
    }
    let copy = journal.path + ".copy"
    try FileManager.default.copyItem(atPath: journal.path, toPath: copy)
    func append(_ acts: [SignedAct], to path: String) throws -> [Result<Receipt, RegistryError>] {
      let writer = try JournalWriter(path: path, rules: TestJournal.rules, gate: OpenGate()) { journal.instant }
      var results: [Result<Receipt, RegistryError>] = []
      for start in stride(from: 0, to: acts.count, by: batch) {
        results += try writer.append(Array(acts[start..<min(start + batch, acts.count)]), expecting: .any)
      }
      try writer.close()
      return results
    }
    let here = try append(acts, to: journal.path)
    let there = try append(acts.map(Self.elsewhere), to: copy)
    #expect(here == there)
    #expect(here.filter { (try? $0.get()) == nil }.count == 30)
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal.path)) == Data(contentsOf: URL(fileURLWithPath: copy)))
    let (summary, lines) = try journal.verify()
    #expect(summary.findings == [])
    #expect(lines.allSatisfy { $0.judgement.standing == .stands })
    #expect(acts == acts.map(Self.elsewhere))
    #expect(Set(acts + acts.map(Self.elsewhere)).count == acts.count)
  }

  @Test("what was prepared beforehand is judged by the lines before it when it is appended")
  func beforehand() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    let good = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
    let bad = SignedAct(
      act: try SignedAct(journal.draft(journal.registered()), keys: [journal.official]).act,
      signatures: good.signatures)
    let early = writer.prepare([good, bad].map(Self.elsewhere))
    _ = try writer.append(Self.enrolment(journal), expecting: .any)
    let late = writer.prepare([good, bad].map(Self.elsewhere))
    for prepared in [early, late] {
      let results = try writer.append(prepared: prepared, expecting: .any)
      #expect((try? results[0].get())?.seq == 2)
      #expect(throws: RegistryError.self) { try results[1].get() }
    }
    try writer.close()
    #expect(try journal.verify().0.lines == 3)
  }

  @Test("of many acts from elsewhere just those whose signatures do not fit are refused, and none of them is written")
  func forged() throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    _ = try writer.append(Self.enrolment(journal), expecting: .any)
    let acts = try (0..<64).map { number in
      let act = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
      let other = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
      return number % 5 == 2 ? SignedAct(act: act.act, signatures: other.signatures) : Self.elsewhere(act)
    }
    let results = try writer.append(acts, expecting: .any)
    for (number, result) in results.enumerated() {
      #expect((JournalWriterTests.code { _ = try result.get() } == .signatureInvalid) == (number % 5 == 2))
    }
    #expect(try journal.verify().0.lines == 2 + 51)
  }

  @Test("an enrolment and what its key signs may come from elsewhere in one batch")
  func enrolledInBatch() throws {
    let journal = try TestJournal()
    let act = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
    let acts = [
      act, try Self.enrolment(journal), try SignedAct(journal.draft(journal.registered()), keys: [journal.official]),
    ]
    let results = try journal.writer().append(acts.map(Self.elsewhere), expecting: .any)
    #expect(JournalWriterTests.code { _ = try results[0].get() } == .keyUnknown)
    #expect(results.dropFirst().map { try? $0.get().seq } == [1, 2])
  }

  @Test(
    "an act from elsewhere that is more than an act is refused",
    arguments: [
      #","prev":"""#, #"}"#, #" "#, "\n", #","signatures":[]"#, #"},"prev":"00","#,
    ])
  func smuggled(tail: String) throws {
    let journal = try TestJournal()
    let writer = try journal.writer()
    _ = try writer.append(Self.enrolment(journal), expecting: .any)
    let act = try SignedAct(journal.draft(journal.registered()), keys: [journal.official])
    let bytes = act.act + Array(tail.utf8)
    let signature = try DetachedJWS.sign(bytes, with: journal.official)
    let result = try writer.append([SignedAct(act: bytes, signatures: [signature])], expecting: .any)[0]
    #expect(throws: RegistryError.self) { try result.get() }
    let odd = DetachedJWS(
      protected: act.signatures[0].protected + "\",\"x\":\"", signature: act.signatures[0].signature)
    let other = try writer.append([SignedAct(act: act.act, signatures: [odd])], expecting: .any)[0]
    #expect(throws: RegistryError.self) { try other.get() }
    #expect(try journal.verify().0.lines == 2)
  }
}
