import Foundation
@testable import RegistryEvents
import RegistryProjections
import TestSupport
import Testing

/// A journal that ended with a unit in the register, and one that continues it.
@Suite("A journal's acts in the one that continues it", .temporaryFolder)
struct ContinuationTests {
  private static let rules = RuleBook.standard.signingRules

  private struct Given {
    var old: JournalBuilder
    let filing: UUIDv7
    let inclusion: UUIDv7
    var new: JournalBuilder

    init() throws {
      old = try JournalBuilder()
      filing = try old.add(Sample.inclusion(["SN1"]), "2024-05-02 10:00", case: "A-1")
      try old.add(Sample.registered(filing), "2024-05-02 10:30", case: "A-1")
      inclusion = try old.add(Sample.included(filing), "2024-05-03 11:00", case: "A-1")
      try old.add(JournalClosed(), "2024-05-04 09:00", by: .keyMaster)
      new = try JournalBuilder(continuing: [old], opened: "2024-05-05 09:00")
    }

    /// What a replay of both builds.
    func replayed(_ known: AsOf.Known = .latest) throws -> (registers: DigestedRegisters, report: ReplayReport) {
      let paths = try [old.write(), new.write()]
      let run = try Replay(asOf: AsOf(effective: .latest, known: known)).run(
        { () throws(RegistryError) in
          var readers: [JournalReader] = []
          for path in paths { readers.append(try JournalReader(path: path)) }
          return readers
        }, into: { DigestedRegisters() }, fold: { registers, act, context in registers.apply(act, context) })
      return (run.state, run.report)
    }
  }

  /// A writer of a journal, and what a test hands to it.
  private struct Writing {
    let writer: JournalWriter<LawGate>
    let now: Instant
    let origin: String

    init(_ journal: JournalBuilder, continuing elder: [JournalBuilder] = [], _ now: String, at path: String) throws {
      let now = try journal.instant(now)
      self.now = now
      origin = journal.origin
      writer = try JournalWriter(
        path: path, rules: ContinuationTests.rules, gate: LawGate(), continuing: elder.map { try $0.write() },
        clock: { now })
    }

    func act(_ payload: some ActPayload, _ number: UInt64, case caseNumber: String = "A-1") throws -> SignedAct {
      let draft = ActDraft(
        payload, at: now, case: caseNumber,
        id: UUIDv7(milliseconds: now.secondsSinceEpoch * 1000, random: (number, 99)), journal: origin)
      return try SignedAct(draft, keys: [JournalBuilder.Signer(for: type(of: payload).type).key])
    }

    /// The law's word for a refusal, or the code.
    private static func word(_ error: RegistryError) -> String {
      error.code == .actImpossible ? String(error.detail.prefix { $0 != ":" }) : error.code.rawValue
    }

    /// Appends acts one by one, and answers the index of each line or the word for its refusal.
    func append(_ acts: SignedAct...) -> [String] {
      acts.map { act in
        do throws(RegistryError) { return "\(try writer.append(act, expecting: .any).seq)" } catch {
          return Writing.word(error)
        }
      }
    }

    /// The same in one batch.
    func appendAtOnce(_ acts: SignedAct...) throws -> [String] {
      try writer.append(acts, expecting: .any).map { result in
        do throws(RegistryError) { return "\(try result.get().seq)" } catch { return Writing.word(error) }
      }
    }
  }

  @Test(
    "given an inclusion in a journal that ended, the gate of its successor knows it, and when it is annulled there, that too"
  )
  func annulled() throws {
    let given = try Given()
    let path = try given.new.write()
    func writing() throws -> Writing {
      try Writing(given.new, continuing: [given.old], "2024-05-06 09:00", at: path)
    }
    let first = try writing()
    let again = try first.act(Sample.included(given.filing), 1)
    let annulment = try first.act(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), 2)
    #expect(first.append(again, annulment) == ["decided-already", "1"])
    try first.writer.close()
    // A writer that opens it later knows it as well.
    let second = try writing()
    #expect(
      try second.append(annulment, again, first.act(Sample.included(given.filing), 3)) == ["1", "2", "decided-already"])
    try second.writer.close()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let third = try JournalEnd.reading([given.old.write(), path], rules: Self.rules)
    #expect(third.lines == 8 && bytes.count { $0 == 0x0A } == 3)
  }

  @Test(
    "given an open writer, when it appends an annulment, then the acts that follow are judged by it, in one batch too")
  func openWriter() throws {
    for atOnce in [false, true] {
      var journal = try JournalBuilder()
      let filing = try journal.add(Sample.inclusion(["SN1"]), "2024-05-02 10:00", case: "A-1")
      let registration = try journal.add(Sample.registered(filing), "2024-05-02 10:30", case: "A-1")
      let writing = try Writing(journal, "2024-05-03 09:00", at: journal.write())
      let acts = try [
        writing.act(ActAnnulled(act: registration, ground: "of another filing"), 1),
        writing.act(Sample.included(filing), 2), writing.act(Sample.registered(filing), 3),
        writing.act(Sample.included(filing), 4),
      ]
      let ends =
        try atOnce
        ? writing.appendAtOnce(acts[0], acts[1], acts[2], acts[3])
        : writing.append(acts[0], acts[1], acts[2], acts[3])
      #expect(ends == ["3", "not-registered", "4", "5"])
      try writing.writer.close()
    }
  }

  @Test("given an open writer, when it appends a correction, then the acts that follow are judged by what it mends")
  func openWriterCorrects() throws {
    var journal = try JournalBuilder()
    let first = try journal.add(Sample.inclusion(["SN1"]), "2024-05-02 10:00", case: "A-1")
    try journal.add(Sample.registered(first), "2024-05-02 10:30", case: "A-1")
    try journal.add(Sample.included(first), "2024-05-03 11:00", case: "A-1")
    let second = try journal.add(Sample.inclusion(["SN1"]), "2024-05-03 12:00", case: "A-2")
    try journal.add(Sample.registered(second), "2024-05-03 12:30", case: "A-2")
    let writing = try Writing(journal, "2024-05-06 09:00", at: journal.write())
    let correction = ActCorrected(act: second, ground: "misread", member: "units.0.serialNumber", value: "SN2")
    let ends = try writing.append(
      writing.act(Sample.included(second, 2...2), 1, case: "A-2"), writing.act(correction, 2),
      writing.act(Sample.included(second, 2...2), 3, case: "A-2"))
    #expect(ends == ["serial-repeated", "6", "7"])
    try writing.writer.close()
  }

  @Test("a follower of the successor has at every line what a replay of both has, an annulment reaching back included")
  func follower() throws {
    var given = try Given()
    try given.new.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    try given.new.add(Sample.included(given.filing), "2024-06-03 11:00", case: "A-1")
    try given.new.add(JournalClosed(), "2024-06-04 09:00", by: .keyMaster)
    let whole = given.new.lines
    let path = try given.old.write() + ".next"
    try Data().write(to: URL(fileURLWithPath: path))
    var follower = try ReplayFollower(
      Replay(asOf: AsOf(effective: .latest)), path: path, continuing: [given.old.write()],
      into: { DigestedRegisters() })
    func advance() throws -> Bool {
      try follower.advance { registers, act, context in registers.apply(act, context) }
    }
    #expect(try !advance())
    var standing: [Int] = []
    for (index, line) in whole.enumerated() {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(line + [0x0A]))
      try file.close()
      #expect(try advance())
      let (registers, report) = try given.replayed(.seq(UInt64(given.old.lines.count + index)))
      #expect(follower.state.digests == registers.digests)
      #expect(try follower.report().knownSeq == report.knownSeq)
      #expect(try follower.report().idleAmendments == [])
      standing.append(follower.state.hardware.totals.standing)
    }
    #expect(standing == [1, 0, 1, 1])
    #expect(
      try follower.closedSeq == 8 && follower.report().continued.map(\.lines) == [5] && follower.report().lineCount == 9
    )
  }

  @Test("digests recorded in a successor are of registers built across both, as known at its own lines")
  func digests() throws {
    var given = try Given()
    try given.new.add(ActAnnulled(act: given.inclusion, ground: "signed with a stolen key"), "2024-06-01 09:00")
    try given.new.add(Sample.included(given.filing), "2024-06-03 11:00", case: "A-1")
    let hasher = SHA256Hasher()
    for size in 1...3 {
      let (registers, _) = try given.replayed(.seq(UInt64(given.old.lines.count + size - 1)))
      var tree = MerkleFrontier()
      for leaf in given.new.leaves.prefix(size) { tree.append(leaf, with: hasher) }
      var digested = RegisterDigested(
        registers: registers.digests, root: tree.root(with: hasher), size: Int64(size))
      try given.new.add(digested, "2024-06-20 10:00", by: .authorisedPerson)
      digested.registers[0].digest = Digest.sha256(of: [1])
      try given.new.add(digested, "2024-06-20 10:00", by: .authorisedPerson)
    }
    let paths = try [given.old.write(), given.new.write()]
    let checks = try RegisterDigestCheck.all { () throws(RegistryError) in
      [try JournalReader(path: paths[0]), try JournalReader(path: paths[1])]
    }.filter { $0.stated.register == "apk" }
    #expect(checks.map(\.status) == [.agrees, .differs, .agrees, .differs, .agrees, .differs])
    #expect(checks.map(\.seq) == [3, 4, 5, 6, 7, 8] && checks.map(\.size) == [1, 1, 2, 2, 3, 3])
    #expect(Set(checks.filter { $0.status == .agrees }.map(\.stated.digest)).count == 3)
    #expect(throws: RegistryError.self) {
      try RegisterDigestCheck.all { () throws(RegistryError) in [try JournalReader(path: paths[1])] }
    }
  }
}
