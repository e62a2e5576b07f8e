import Foundation
import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("The journals that are shipped")
struct GenerateShippedTests {
  @Test("the tour has every type of act of the hardware register and the journal itself, in thirty-nine lines")
  func tour() throws {
    let journal = try GeneratedFixture(Tour())
    let found = Set(try journal.trees().map(\.type))
    let hardware = ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix("apk.") }
    let control = [
      JournalOpened.type, KeyEnrolled.type, KeyMandated.type, KeyRevoked.type, CalendarDeclared.type,
      OffsetDeclared.type,
    ]
    #expect(found == Set(hardware + control))
    #expect(journal.lines.count == 39)
    let (report, register) = try journal.replay()
    #expect(report.summary.findings == [])
    #expect(report.summary.standings == [.stands: 39])
    #expect(register.anomalies == [])
    #expect(register.totals.standing == 3 && register.totals.excluded == 2)
    #expect(register.entry(5)?.powerKW == Decimal("3.1"))
  }

  @Test(
    "the files are what the generator writes, and their checkpoints say so",
    arguments: ["tour", "apk-2024", "registers-2024"])
  func files(name: String) throws {
    let journal = try GeneratedFixture.shipped(name)
    let folder = GeneratedFixture.journals
    #expect(try Data(contentsOf: folder.appending(path: "\(name).jsonl")) == Data(journal.bytes))
    let checkpoints = folder.appending(path: "\(name).checkpoints")
    #expect(try FileManager.default.contentsOfDirectory(atPath: checkpoints.path) == ["\(journal.lines.count)"])
    #expect(
      try Data(contentsOf: checkpoints.appending(path: "\(journal.lines.count)")) == Data(journal.checkpoint))
  }

  @Test("the page beside them gives the number of lines, the leaf hash of line 0, the head, the root and the note key")
  func page() throws {
    let page = try String(contentsOf: GeneratedFixture.journals.appending(path: "README.md"), encoding: .utf8)
    for name in ["tour", "apk-2024", "registers-2024"] {
      let journal = try GeneratedFixture.shipped(name)
      let lines = try journal.trees()
      let (report, register) = try journal.replay()
      #expect(page.contains("\(lines.count) lines"))
      #expect(name != "apk-2024" || page.contains("\(register.count) entries"))
      #expect(page.contains(lines[0].leaf.description))
      #expect(page.contains(report.summary.head.description))
      #expect(page.contains(try #require(report.summary.root).description))
      #expect(page.contains(try #require(report.summary.opening.noteKeys.first)))
    }
  }

  @Test("the machine that the page follows is two entries of two firms, the first excluded")
  func soldMachine() throws {
    let (_, register) = try GeneratedFixture(GeneratedFixture.year2024).replay()
    let (first, second) = (try #require(register.entry(294)), try #require(register.entry(311)))
    #expect(first.serialNumber == "HTM32QX0011000311" && first.serialNumber == second.serialNumber)
    #expect(first.excludedOn != nil && first.holderName != second.holderName)
  }

  @Test("the page tells every line of the tour by its number and type")
  func story() throws {
    let page = try String(contentsOf: GeneratedFixture.journals.appending(path: "README.md"), encoding: .utf8)
    for (seq, line) in try GeneratedFixture(Tour()).trees().enumerated() {
      #expect(page.contains("| \(seq) | `\(line.type)` |"), "line \(seq)")
    }
  }

  @Test(
    "the private keys beside them are those that the labels give",
    arguments: [
      "keyMaster-1", "keyMaster-2", "chancery-1.2", "employee-1", "authorised-1", "head-1", "complaints-1", "company",
      "entrepreneur", "note",
    ])
  func keys(name: String) throws {
    let people = try TourPeople(keys: TestKeys(seed: 1))
    let key: PublicKey =
      switch name {
      case "keyMaster-1": people.firstKeyMaster.key.publicKey
      case "keyMaster-2": people.secondKeyMaster.key.publicKey
      case "chancery-1.2": people.chanceryWorkerAgain.key.publicKey
      case "employee-1": people.employee.key.publicKey
      case "authorised-1": people.authorisedPerson.key.publicKey
      case "head-1": people.head.key.publicKey
      case "complaints-1": people.complaintsBody.key.publicKey
      case "company": people.company.key.publicKey
      case "entrepreneur": people.entrepreneur.key.publicKey
      default: try TestKeys(seed: 1).noteSigner(origin: Tour.origin).verifierKey.publicKey
      }
    let file = GeneratedFixture.journals.appending(path: "keys/tour-\(name).pem")
    let pem = SecretBytes(copying: try Data(contentsOf: file))
    #expect(try PrivateKey(pem: pem).publicKey == key)
  }
}
