import RegistryEvents

/// A generator of the same numbers for the same seed (xorshift64*).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Acts of the hardware register at random: some that it follows, and some that ask what it cannot do.
struct RandomActs {
  private var dice: Dice
  private var filings: [(id: UUIDv7, kind: Int)] = []
  private var leaves: [UUIDv7: [Int64: Digest]] = [:]
  /// How many units an application lists, where it is complete when it is filed.
  private var listed: [UUIDv7: Int64] = [:]
  private var next: Int64 = 1
  private(set) var count: UInt64 = 0

  init(seed: Int) { dice = Dice(seed) }

  /// Texts that differ in their bytes and not for Unicode, that need escapes, or that are long.
  private static let texts = [
    "Antminer S19", "ТОО «Қуат Майнинг»", "caf\u{E9}", "cafe\u{301}", "a\"b\\c\nd\u{1}", "№ 1–2 😀", "x",
    String(repeating: "Экибастуз, ул. Сатпаева ", count: 9),
  ]

  private mutating func text() -> String { RandomActs.texts.randomElement(using: &dice) ?? "" }

  /// A text for members that take no long one.
  private mutating func short() -> String { RandomActs.texts.dropLast().randomElement(using: &dice) ?? "" }

  private mutating func number(_ range: ClosedRange<Int64>) -> Int64 { .random(in: range, using: &dice) }
  private mutating func chance(_ percent: Int64) -> Bool { number(1...100) <= percent }
  private mutating func decimal() -> Decimal { Decimal("\(number(1...300)).\(number(1...9))") ?? .zero }

  private mutating func personal() -> Personal {
    chance(70) ? .shown(short()) : .committed(String(repeating: chance(50) ? "A" : "Q", count: 43))
  }

  private mutating func contacts() -> Contacts {
    Contacts(email: chance(50) ? personal() : nil, phone: personal())
  }

  private mutating func unit() -> Unit {
    Unit(
      condition: chance(50) ? .working : .faulty, customsDeclaration: chance(60) ? short() : nil,
      hashrateTHs: decimal(), model: text(), powerKW: decimal(), serialNumber: "SN\(number(1...50))\(short())")
  }

  private mutating func units(_ range: ClosedRange<Int64>) -> [Unit] { (0..<number(range)).map { _ in unit() } }

  private mutating func ranges(_ counts: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
    (0..<number(counts)).map { _ in
      let first = number(1...(next + 2))
      return first...(first + number(0...4))
    }
  }

  private mutating func inclusion() -> InclusionFiled {
    var filed = Sample.inclusion(parts: chance(70) ? 0 : number(1...3))
    filed.units = units(filed.parts == 0 ? 1...4 : 0...1)
    filed.applicant.name = text()
    filed.applicant.id = personal()
    filed.contacts = contacts()
    filed.legalAddress = text()
    filed.dataCentreAddress = text()
    filed.possession.document = text()
    if chance(30) { filed.possession.ownerContacts = contacts() }
    return filed
  }

  private mutating func changes() -> EntryChanges {
    EntryChanges(
      condition: chance(30) ? .faulty : nil, contacts: chance(30) ? contacts() : nil,
      customsDeclaration: chance(30) ? short() : nil, hashrateTHs: chance(40) ? decimal() : nil,
      holderName: chance(30) ? text() : nil, model: chance(30) ? text() : nil, powerKW: chance(40) ? decimal() : nil,
      serialNumber: chance(30) ? short() : nil, tnvedCode: chance(30) ? "8543708000" : nil)
  }

  /// The next act, as one that stands in a line without a file.
  mutating func act() throws -> StandingAct {
    switch number(1...12) {
    case 1...3:
      let filed = inclusion()
      let act = try file(filed, 0)
      if filed.parts == 0 { listed[act.act.id] = Int64(filed.units.count) }
      return act
    case 4: return try file(Sample.exclusion(ranges(0...3), parts: chance(80) ? 0 : 1), 1)
    case 5: return try file(Sample.change(ranges(0...3), changes()), 2)
    case 6, 7:
      let filing = filings.randomElement(using: &dice)
      let part = number(1...4)
      if filing?.kind == 0 {
        return try take(UnitsListed(filing: id(filing), number: part, units: units(1...3)), of: filing?.id, part)
      }
      let listed = ranges(1...2).map { Sample.range($0) }
      return try take(EntriesListed(entries: listed, filing: id(filing), number: part), of: filing?.id, part)
    default: return try decision()
    }
  }

  private mutating func file(_ payload: some ActPayload, _ kind: Int) throws -> StandingAct {
    let act = try standing(payload)
    filings.append((act.act.id, kind))
    return act
  }

  private mutating func take(_ part: some ActPayload, of filing: UUIDv7?, _ number: Int64) throws -> StandingAct {
    let act = try standing(part)
    if let filing, leaves[filing]?[number] == nil { leaves[filing, default: [:]][number] = act.leafHash }
    return act
  }

  /// Mostly one that has not been decided long ago.
  private mutating func decision() throws -> StandingAct {
    let filing = chance(70) ? filings.suffix(6).randomElement(using: &dice) : filings.randomElement(using: &dice)
    let known = filing.flatMap { leaves[$0.id] } ?? [:]
    let digest = Digest.sha256(of: chance(5) ? [1] : known.sorted { $0.key < $1.key }.flatMap(\.value.bytes))
    if chance(8) { return try standing(Sample.refused(id(filing))) }
    if chance(4) { return try standing(Sample.intakeRefused(id(filing))) }
    switch chance(95) ? filing?.kind ?? 0 : Int(number(0...2)) {
    case 0:
      let first = chance(92) ? next : number(1...(next + 5))
      let count = filing.flatMap { listed.removeValue(forKey: $0.id) }
      let last = first + (chance(90) ? count ?? number(1...5) : number(1...5)) - 1
      if count != nil { next = max(next, last + 1) }
      return try standing(Sample.included(id(filing), first...last, parts: digest))
    case 1: return try standing(Sample.excluded(id(filing), parts: digest))
    default: return try standing(Sample.changeEntered(id(filing), parts: digest))
    }
  }

  private func id(_ filing: (id: UUIDv7, kind: Int)?) -> UUIDv7 {
    filing?.id ?? UUIDv7(milliseconds: 1, random: (1, 1))
  }

  private mutating func standing(_ payload: some ActPayload) throws -> StandingAct {
    let at = World.start.adding(seconds: Int64(count) * 3600)
    let draft = ActDraft(
      payload, at: at, case: chance(80) ? "A-\(count % 7)" : nil,
      id: UUIDv7(milliseconds: at.secondsSinceEpoch * 1000, random: (count, 7)), journal: JournalBuilder.origin)
    defer { count += 1 }
    return try World.standing(draft, seq: count)
  }
}
