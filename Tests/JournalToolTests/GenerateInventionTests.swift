import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("What a generator invents")
struct GenerateInventionTests {
  /// The first numbers from state 1234567, as published with other implementations of SplitMix64.
  @Test("the stream of numbers is SplitMix64")
  func splitMix64() {
    var random = SeededRandom(state: 1_234_567)
    #expect(
      (0..<5).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test("draws stay in their bounds and reach both ends", arguments: [1, 2, 7, 1000])
  func bounds(bound: Int) {
    var random = SeededRandom(seed: 3, purpose: "bounds")
    let draws = Set((0..<20_000).map { _ in random.below(bound) })
    #expect(draws == Set(0..<bound))
    #expect(random.below(0) == 0)
  }

  @Test("streams of other seeds and other purposes are other streams")
  func streams() {
    let streams = [(1, "a"), (2, "a"), (1, "b")].map { SeededRandom(seed: $0.0, purpose: $0.1) }
    let first = streams.map { stream -> UInt64 in
      var stream = stream
      return stream.next()
    }
    #expect(Set(first).count == 3)
  }

  /// БИН of companies that are public, and numbers from public samples of code.
  @Test(
    "numbers that were issued have the check digit that is computed",
    arguments: [
      "941240000193", "020240000555", "971240001315", "940140000385", "970240000816", "010940000162", "950440001673",
      "980440000757", "230440000105", "230440000117", "061211600012",
    ])
  func issued(number: String) {
    #expect(IdentificationNumber(number) != nil)
    #expect(IdentificationNumber(IdentityNumber.withWrongCheckDigit(number)) == nil)
  }

  @Test(
    "numbers with a wrong digit, of another length or of other characters are not valid",
    arguments: ["941240000194", "123456789011", "123456789021", "94124000019", "9412400001933", "94124000019a", ""])
  func notIssued(number: String) { #expect(IdentificationNumber(number) == nil) }

  @Test("a body whose two sums both give ten has no check digit")
  func unissuable() { #expect((0...9).allSatisfy { IdentificationNumber("23044000018\($0)") == nil }) }

  @Test("two thousand firms have two thousand valid numbers, of the shape of their kind")
  func firms() {
    let firms = (0..<2000).map { Firm($0, seed: 9) }
    #expect(Set(firms.map(\.id)).count == firms.count)
    for firm in firms {
      let digits = Array(firm.id)
      #expect(IdentificationNumber(firm.id) != nil, "\(firm.id)")
      switch firm.kind {
      case .legalEntity: #expect("456".contains(digits[4]), "\(firm.id)")
      case .individualEntrepreneur: #expect("3456".contains(digits[6]), "\(firm.id)")
      }
    }
    #expect(Set(firms.filter { $0.kind == .legalEntity }.map(\.name)).count == firms.count { $0.kind == .legalEntity })
  }

  @Test("every model of the table is read, and no two units share a serial number")
  func serialNumbers() {
    #expect(DeviceModel.all.count == 28)
    var serials = Set<String>()
    let counters = Array(1...40) + Array(99_990...100_010) + Array(999_990...1_000_010)
    for model in DeviceModel.all.indices {
      for counter in counters {
        let serial = DeviceModel.at(model).serialNumber(of: counter)
        #expect(serial.utf8.allSatisfy { (0x21...0x7E).contains($0) } && serial == serial.uppercased())
        serials.insert(serial)
      }
    }
    #expect(serials.count == DeviceModel.all.count * counters.count)
  }

  @Test("a Cyrillic letter in a serial number looks like the Latin one and is another")
  func cyrillic() {
    let serial = DeviceModel.at(3).serialNumber(of: 7)
    let other = Defect.withCyrillicLetter(serial)
    #expect(other != serial && other.count == serial.count)
    #expect(other.unicodeScalars.contains { $0.value > 0x400 })
  }

  @Test("customs declarations have the pattern of the field")
  func customsDeclarations() throws {
    var random = SeededRandom(seed: 1, purpose: "customs")
    let day = try #require(LocalDate("2024-03-05"))
    for _ in 0..<100 {
      let number = HardwareLot.customsDeclaration(of: day, &random)
      #expect(number.wholeMatch(of: /[0-9]{5,8}\/050324\/[0-9]{7}/) != nil, "\(number)")
    }
  }

  @Test("the office works when it is open, and only then")
  func officeHours() throws {
    let clock = OfficeClock()
    var random = SeededRandom(seed: 1, purpose: "hours")
    var instant = try #require(Instant("2024-02-20T00:00:00Z"))
    for _ in 0..<3000 {
      instant = clock.moment(after: instant, minutes: 1...200, &random)
      let second = clock.time.secondOfDay(of: instant)
      #expect(clock.isAtWork(instant))
      #expect(second >= 9 * 3600 && second <= 18 * 3600 + 1800, "\(instant)")
      #expect(second < 13 * 3600 || second >= 14 * 3600 + 1800, "\(instant)")
      #expect(clock.calendar.isWorkingDay(clock.date(of: instant)))
    }
  }

  @Test("what the calendar's acts declare is the calendar that the law's defaults give, from 2023 to 2026")
  func calendar() throws {
    let clock = OfficeClock()
    var day = try #require(LocalDate("2023-01-01"))
    let end = try #require(LocalDate("2026-12-31"))
    while day <= end {
      #expect(clock.calendar.isWorkingDay(day) == WorkingCalendar.default.isWorkingDay(day), "\(day)")
      day = day.adding(days: 1)
    }
  }

  @Test("events come out by time, and those of one time in the order in which they went in")
  func queue() {
    var random = SeededRandom(seed: 1, purpose: "queue")
    var queue = EventQueue<Int>()
    var expected: [(at: Int, event: Int)] = []
    for event in 0..<500 {
      let at = random.below(60)
      expected.append((at, event))
      queue.push(event, at: Instant.earliest.adding(seconds: Int64(at)))
    }
    expected.sort { ($0.at, $0.event) < ($1.at, $1.event) }
    var events: [Int] = []
    while let next = queue.pop() { events.append(next.event) }
    #expect(events == expected.map(\.event))
  }
}
