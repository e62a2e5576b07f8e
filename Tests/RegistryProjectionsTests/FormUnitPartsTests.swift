import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Lists of units in parts")
struct FormUnitPartsTests {
  private func units(_ count: Int, model: String = "Antminer S19 Pro") -> [Unit] {
    (0..<count).map { number in
      var unit = Sample.unit("SERIAL\(number)")
      unit.model = model
      return unit
    }
  }

  /// The longest act that can carry a part: every optional member there and as long as it can be.
  private func longestAct(_ part: [Unit], number: Int) -> Int {
    let id = UUIDv7(milliseconds: 0, random: (0, 0))
    let what = UnitsListed(filing: id, number: Int64(number), units: part)
    let seen = ActDraft.Seen(leaf: Digest.sha256(of: []), seq: 1 << 52)
    let signers = (0..<16).map { "\($0)" + String(repeating: "k", count: $0 < 10 ? 42 : 41) }
    return ActDraft(
      what, at: .latest, case: String(repeating: "C", count: 64), id: id,
      journal: String(repeating: "j", count: 128), seen: seen, signers: signers
    ).bytes.count
  }

  @Test("a short list stands in its application")
  func short() throws {
    let list = units(3)
    let (filing, parts) = try Sample.inclusion([]).listing(list)
    #expect(filing.units == list && filing.parts == 0 && parts == [])
  }

  @Test(
    "a long list is filed in as few parts as hold it, each of an act's length, in its order",
    arguments: [(1001, "A"), (5000, "Antminer S19 Pro"), (700, String(repeating: "\u{1}", count: 512))])
  func long(count: Int, model: String) throws {
    let list = units(count, model: model)
    let (filing, parts) = try Sample.inclusion([]).listing(list)
    #expect(filing.units == [] && filing.parts == Int64(parts.count) && parts.count > 1)
    #expect(parts.flatMap(\.self) == list)
    for (index, part) in parts.enumerated() {
      #expect(longestAct(part, number: 1000) <= 49_152)
      guard index + 1 < parts.count, part.count < UnitParts.largestUnitCount, let next = parts[index + 1].first else {
        continue
      }
      let longer = UnitsListed(
        filing: UUIDv7(milliseconds: 0, random: (0, 0)), number: 1000, units: part + [next])
      #expect(UnitParts.byteCount(longer) > UnitParts.room)
    }
  }

  @Test("the application itself leaves the list its room or gives it up")
  func boundary() throws {
    var filing = Sample.inclusion([])
    filing.dataCentreAddress = String(repeating: "x", count: 1024)
    var sizes: Set<Bool> = []
    for count in stride(from: 220, through: 400, by: 20) {
      let (listed, parts) = try filing.listing(units(count))
      sizes.insert(parts.isEmpty)
      #expect(parts.isEmpty == (listed.units.count == count))
      #expect(UnitParts.byteCount(listed) <= UnitParts.room)
    }
    #expect(sizes == [true, false])
  }

  @Test("more than a thousand parts are refused")
  func tooMany() throws {
    let unit = Sample.unit(String(repeating: "x", count: 60_000))
    let error = try #require(throws: RegistryError.self) {
      try Sample.inclusion([]).listing([Unit](repeating: unit, count: 1001))
    }
    #expect(error.code == .unitListInvalid)
  }

  @Test("parts are what the register puts together again")
  func together() throws {
    let list = units(700)
    let (filing, parts) = try Sample.inclusion([]).listing(list)
    var journal = try JournalBuilder()
    let id = try journal.add(filing, "2024-04-02 10:00", case: "A-1")
    var leaves: [UInt8] = []
    for (index, part) in parts.enumerated() {
      try journal.add(
        UnitsListed(filing: id, number: Int64(index + 1), units: part), "2024-04-02 10:00", case: "A-1")
      leaves += journal.leaves.last?.bytes ?? []
    }
    try journal.add(
      Sample.included(id, 1...700, parts: Digest.sha256(of: leaves)), "2024-04-05 10:00", case: "A-1")
    let (_, rows) = try FormFixture.register(journal)
    #expect(rows.count == 700)
  }
}
