import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("Salvaging a journal", .temporaryFolder)
struct JournalSalvageTests {
  private let journal: TestJournal
  private let whole: [UInt8]
  /// Where each of the six lines begins, and the end.
  private let starts: [Int]
  private let target: String

  init() throws {
    journal = try TestJournal()
    let memory = CheckpointMemory(path: try TemporaryFolder.make() + "/last")
    for number in 20..<25 as Range<UInt8> {
      let writer = try journal.writer()
      let key = try TestJournal.key(number)
      let enrolment = journal.enrolment(key, id: "official-\(number)")
      _ = try writer.append(SignedAct(journal.draft(enrolment), keys: [journal.master, key]), expecting: .any)
      try writer.close()
      if number == 21 || number == 24 {
        _ = try CheckpointSigning.sign(
          journal: journal.path, key: TestJournal.key(9), memory: memory, rules: TestJournal.rules)
      }
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: journal.path)))
    whole = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    target = journal.path.replacing("journal.jsonl", with: "salvaged.jsonl")
  }

  /// The report on a journal of these bytes, and the new file.
  private func salvage(_ bytes: [UInt8]) throws -> (report: JournalSalvage.Report, bytes: [UInt8]) {
    try? FileManager.default.removeItem(atPath: target)
    try Data(bytes).write(to: URL(filePath: journal.path))
    let report = try JournalSalvage.write(journal: journal.path, to: target)
    #expect([UInt8](try Data(contentsOf: URL(filePath: journal.path))) == bytes)
    return (report, [UInt8](try Data(contentsOf: URL(filePath: target))))
  }

  @Test("of a whole journal every line is good, and the new file is the old one")
  func nothingWrong() throws {
    let (report, bytes) = try salvage(whole)
    let summary = try journal.verify().0
    #expect(bytes == whole && report.lines == 6 && report.bytes == UInt64(whole.count) && report.bytesLeft == 0)
    #expect(report.head == summary.head && report.root == summary.root && report.origin == TestJournal.origin)
    #expect(report.firstBad == nil && report.checkpointFindings == [] && report.anchor?.size == 6)
  }

  @Test(
    "cut off at and about the end of each line, and here and there between, the whole lines are good, and the checkpoint of more lines says that some are missing"
  )
  func truncated() throws {
    let ends = starts[1...5].flatMap { [$0, $0 + 1, $0 + 2, $0 - 1] }.filter { $0 >= starts[1] }
    for length in ends + stride(from: starts[1], to: whole.count, by: 61) {
      let (report, bytes) = try salvage(Array(whole.prefix(length)))
      let lines = starts.lastIndex { $0 <= length } ?? 0
      #expect(bytes == Array(whole.prefix(starts[lines])), "cut at \(length)")
      #expect(report.lines == UInt64(lines) && report.bytesLeft == UInt64(length - starts[lines]))
      #expect(report.firstBad?.code == (length == starts[lines] ? nil : .tornTail))
      #expect(report.firstBad.map(\.offset) == (length == starts[lines] ? nil : UInt64(starts[lines])))
      #expect(
        report.checkpointFindings.map(\.code)
          == (lines < 3 ? [.journalBehindCheckpoint, .journalBehindCheckpoint] : [.journalBehindCheckpoint]))
      #expect(report.anchor?.size == (lines < 3 ? nil : 3))
    }
  }

  @Test("with a byte changed, every line before it is good, and a change that breaks no chain fails the checkpoint")
  func changed() throws {
    for place in stride(from: starts[1], to: whole.count, by: 23) {
      var changed = whole
      changed[place] ^= 1
      let (report, bytes) = try salvage(changed)
      let line = starts.lastIndex { $0 <= place } ?? 0
      #expect(report.lines >= UInt64(line) && bytes == Array(changed.prefix(bytes.count)), "byte \(place)")
      #expect(bytes.count == starts[Int(report.lines)] && report.bytes == UInt64(bytes.count))
      if line < 5 { #expect(report.firstBad != nil && report.lines <= UInt64(line + 1), "byte \(place)") }
      #expect(report.firstBad != nil || report.checkpointFindings.map(\.code) == [.checkpointContradicted])
      if place.isMultiple(of: 5) {
        let again = try JournalSalvage.write(journal: target, to: target + "2")
        #expect(
          again.lines == report.lines && again.root == report.root && again.head == report.head && again.firstBad == nil
        )
        try FileManager.default.removeItem(atPath: target + "2")
      }
    }
  }

  @Test("a line taken out, put in twice or moved ends the good lines there")
  func reordered() throws {
    let lines = zip(starts, starts.dropFirst()).map { Array(whole[$0..<$1]) }
    for index in 1..<5 {
      var (removed, doubled, swapped) = (lines, lines, lines)
      removed.remove(at: index)
      doubled.insert(lines[index], at: index)
      swapped.swapAt(index, index + 1)
      #expect(try salvage(Array(removed.joined())).report.lines == UInt64(index))
      #expect(try salvage(Array(doubled.joined())).report.lines == UInt64(index + 1))
      #expect(try salvage(Array(swapped.joined())).report.lines == UInt64(index))
    }
  }

  @Test("without a line 0 there is nothing to salvage, and no file is left")
  func nothingGood() throws {
    for bytes in [[], [0x0A], Array("{}\n".utf8), Array(whole[starts[1]...]), Array(whole.prefix(starts[1] - 1))] {
      #expect(code { _ = try salvage(bytes) } != nil)
      #expect(!FileManager.default.fileExists(atPath: target))
    }
  }

  @Test("nothing is overwritten")
  func existing() throws {
    try Data([0x41]).write(to: URL(filePath: target))
    #expect(code { _ = try JournalSalvage.write(journal: journal.path, to: target) } == .fileExists)
    #expect(try Data(contentsOf: URL(filePath: target)) == Data([0x41]))
    #expect(code { _ = try JournalSalvage.write(journal: journal.path, to: journal.path) } == .fileExists)
  }

  @Test("an act that this reader does not know is a good line where the chain bears it out, and ends nothing")
  func unknown() throws {
    let type = Array("\"type\":\"key.enrolled\"".utf8)
    let other = Array("\"type\":\"key.enrollee\"".utf8)
    let place = try #require(whole.lastRange(of: type)?.lowerBound)
    var changed = whole
    changed.replaceSubrange(place..<(place + type.count), with: other)
    let (report, bytes) = try salvage(changed)
    #expect(report.lines == 6 && bytes == changed && report.firstBad == nil)
    #expect(report.checkpointFindings.map(\.code) == [.checkpointContradicted] && report.anchor?.size == 3)
  }
}
