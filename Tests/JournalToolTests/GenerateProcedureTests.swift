import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("The procedure in a generated journal")
struct GenerateProcedureTests {
  let lines: [GeneratedFixture.Line]

  init() throws { lines = try GeneratedFixture(GeneratedFixture.year2024).trees() }

  @Test("every type of act of the hardware register occurs, and the keys change in the course of the year")
  func types() {
    let found = Set(lines.map(\.type))
    let hardware = ActCatalogue.standard.entries.map(\.type).filter { $0.hasPrefix("apk.") }
    let control = [KeyEnrolled.type, KeyMandated.type, KeyRevoked.type, CalendarDeclared.type]
    #expect(Set(hardware + control).subtracting(found) == [])
  }

  @Test("ids are unique and lie in the window of the line; instants never go back")
  func idsAndInstants() {
    var ids = Set<String>()
    var last = Instant.earliest
    var lastOfCase: [String: Instant] = [:]
    for line in lines {
      #expect(ids.insert(line.id).inserted)
      let milliseconds = UUIDv7(line.id)?.milliseconds ?? 0
      let age = line.recorded.secondsSinceEpoch * 1000 - milliseconds
      #expect((-300_000...35 * 86_400_000).contains(age), "\(line.id)")
      #expect(line.recorded >= last && line.at <= line.recorded)
      last = line.recorded
      guard let number = line.caseNumber else { continue }
      #expect(line.at >= lastOfCase[number] ?? .earliest, "\(number)")
      lastOfCase[number] = line.at
    }
    #expect(lines.contains { $0.recorded.seconds(since: $0.at) > 86_400 }, "nothing is recorded days later")
  }

  @Test("what an author says he saw is an earlier line, by its leaf hash")
  func seen() {
    var count = 0
    for (index, line) in lines.enumerated() {
      guard let seen = line.act["seen"] else { continue }
      let seq = Int(seen["seq"]?.integer ?? -1)
      #expect((0..<index).contains(seq))
      #expect(seen["leaf"]?.string == lines[seq].leaf.description)
      #expect(lines[seq].caseNumber == line.caseNumber)
      count += 1
    }
    #expect(count > 50)
  }

  @Test("entries are numbered without gaps, excluded at most once, and changed only while they stand")
  func entries() throws {
    var next: Int64 = 1
    var standing = Set<Int64>()
    var filings: [UUIDv7: [EntryRange]] = [:]
    for line in lines {
      let id = try #require(UUIDv7(line.id))
      if let filed = try line.payload(ExclusionFiled.self) { filings[id] = filed.entries }
      if let part = try line.payload(EntriesListed.self) { filings[part.filing, default: []] += part.entries }
      if let filed = try line.payload(ChangeNotified.self) { filings[id] = filed.entries }
      if let included = try line.payload(Included.self) {
        #expect(included.entries.first == next)
        next = included.entries.last + 1
        standing.formUnion(included.entries.first...included.entries.last)
      }
      if let excluded = try line.payload(Excluded.self) {
        let numbers = try #require(filings[excluded.filing]).flatMap { Array($0.first...$0.last) }
        #expect(!numbers.isEmpty && standing.isSuperset(of: numbers), "line \(line.value["seq"] ?? 0)")
        standing.subtract(numbers)
      }
      if let entered = try line.payload(ChangeEntered.self) {
        let numbers = try #require(filings[entered.filing]).flatMap { Array($0.first...$0.last) }
        #expect(!numbers.isEmpty && standing.isSuperset(of: numbers))
      }
    }
    #expect(next > 2000, "the shipped year has two thousand units")
    #expect(standing.count < next - 1, "nothing was excluded")
  }

  @Test("an application with bad data or without its document is never granted, and each kind of badness occurs")
  func badData() throws {
    var problemsOf: [UUIDv7: [String]] = [:]
    var units: [UUIDv7: [String]] = [:]
    var leaving: [UUIDv7: [EntryRange]] = [:]
    var standing: [Int64: String] = [:]
    var found = Set<String>()
    for line in lines {
      let id = try #require(UUIDv7(line.id))
      if let filed = try line.payload(InclusionFiled.self) {
        units[id] = filed.units.map(\.serialNumber)
        problemsOf[id] = problems(of: filed, standing: Set(standing.values))
        found.formUnion(problemsOf[id] ?? [])
      }
      if let part = try line.payload(UnitsListed.self) {
        units[part.filing, default: []] += part.units.map(\.serialNumber)
      }
      if let included = try line.payload(Included.self) {
        #expect(problemsOf[included.filing] == [], "\(line.caseNumber ?? "")")
        let new = try #require(units[included.filing])
        #expect(Set(standing.values).isDisjoint(with: new))
        #expect(new.count == Int(included.entries.last - included.entries.first + 1))
        for (number, serial) in zip(included.entries.first..., new) { standing[number] = serial }
      }
      if let filed = try line.payload(ExclusionFiled.self) { leaving[id] = filed.entries }
      if let part = try line.payload(EntriesListed.self) { leaving[part.filing, default: []] += part.entries }
      if let excluded = try line.payload(Excluded.self) {
        for range in leaving[excluded.filing] ?? [] {
          for number in range.first...range.last { standing[number] = nil }
        }
      }
    }
    #expect(found == ["consent", "check digit", "quantity", "Cyrillic", "repeated", "document", "expired"])
  }

  private func problems(of filed: InclusionFiled, standing: Set<String>) -> [String] {
    var problems: [String] = []
    if !filed.consent { problems.append("consent") }
    if IdentificationNumber(filed.applicant.id.shown ?? "") == nil { problems.append("check digit") }
    if filed.parts == 0, filed.quantity != Int64(filed.units.count) { problems.append("quantity") }
    if filed.units.contains(where: { !$0.serialNumber.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) {
      problems.append("Cyrillic")
    }
    if filed.units.contains(where: { standing.contains($0.serialNumber) }) { problems.append("repeated") }
    if filed.documents.isEmpty { problems.append("document") }
    if filed.documents.contains(where: { $0.validUntil.map { $0 < filed.filledOn } ?? false }) {
      problems.append("expired")
    }
    return problems
  }

  @Test("the office acts in its hours; the portal takes filings at any hour, to be registered the next working day")
  func hours() throws {
    let clock = OfficeClock()
    let filedAtAnyHour = [
      InclusionFiled.type, ExclusionFiled.type, ChangeNotified.type, UnitsListed.type, EntriesListed.type,
    ]
    var registeredNextDay = 0
    var filedOn: [String: LocalDate] = [:]
    for line in lines {
      let day = clock.date(of: line.at)
      if filedAtAnyHour.contains(line.type) {
        let isOut = clock.calendar.intakeDate(of: line.at, hours: .from9To1830, time: clock.time) > day
        if isOut, let number = line.caseNumber { filedOn[number] = day }
      } else if line.type.hasPrefix("apk.") {
        let second = clock.time.secondOfDay(of: line.at)
        #expect(clock.calendar.isWorkingDay(day), "\(line.id)")
        #expect((9 * 3600...18 * 3600 + 1800).contains(second), "\(line.id)")
      }
      if line.type == Registered.type, let filed = filedOn[line.caseNumber ?? ""] {
        #expect(day > filed)
        registeredNextDay += 1
      }
    }
    #expect(registeredNextDay > 10)
  }

  @Test("some acts come after their term, and most do not")
  func lateness() throws {
    let clock = OfficeClock()
    var registered: [String: LocalDate] = [:]
    var late = 0
    var inTime = 0
    for line in lines {
      guard let number = line.caseNumber else { continue }
      let day = clock.date(of: line.at)
      if line.type == Registered.type { registered[number] = day }
      if line.type == Included.type, let start = registered[number] {
        if day > clock.calendar.workingDay(after: start, count: 5) { late += 1 } else { inTime += 1 }
      }
    }
    #expect(late > 2 && inTime > 10 * late, "\(late) late, \(inTime) in time")
  }
}
