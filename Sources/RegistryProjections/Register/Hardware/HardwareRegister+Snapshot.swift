internal import RegistryEvents

extension HardwareRegister: Snapshottable {
  public static let encoding = 1

  public func encode(to writer: inout SnapshotWriter) {
    writer.write(texts.bytes)
    writer.write(numbers: texts.ends)
    writer.write(numbers: texts.interned)
    writer.write(numbers: units.map(\.serialNumber))
    writer.write(numbers: units.map(\.specification))
    writer.write(numbers: units.map(\.declaration))
    writer.write(numbers: units.map(\.excludedOn))
    writer.write(numbers: units.map { $0.condition == .working ? UInt8(0) : 1 })
    writer.write(numbers: holdings.flatMap(\.numbers))
    writer.write(numbers: batches.flatMap { [$0.first, $0.last, Int64($0.firstUnit), Int64($0.holding)] })
    writer.write(numbers: batches.map(\.enteredOn.daysSinceEpoch))
    writer.write(specifications.values.count)
    for specification in specifications.values {
      writer.write(specification.model)
      writer.write(specification.hashrateTHs)
      writer.write(specification.powerKW)
    }
    writer.write(numbers: amendments.changes.map(\.standing))
    writer.write(numbers: amendments.links.flatMap { [$0.unit, $0.change] })
    writer.write(numbers: decided.ids.flatMap { [$0.high, $0.low] })
    writer.write(filings.count)
    for filing in filings.values.sorted(by: { $0.id < $1.id }) {
      filing.encode(to: &writer)
    }
    writer.write(anomalies.count)
    for anomaly in anomalies {
      writer.write(anomaly.code.rawValue)
      writer.write(anomaly.seq)
      writer.write(numbers: anomaly.caseNumber.map { Array($0.utf8) } ?? [0])
      writer.write(anomaly.detail)
    }
    writer.write(totals.standing)
    writer.write(totals.excluded)
    writer.write(totals.hashrateTHs)
    writer.write(totals.powerKW)
  }

  public init(from reader: inout SnapshotReader) throws(SnapshotError) {
    self.init()
    texts = TextStore(
      bytes: try reader.bytes(), ends: try reader.numbers(), interned: try reader.numbers())
    guard texts.isSound else { throw .malformed }
    try readUnits(&reader)
    try readBatches(&reader)
    specifications = Interned(
      try reader.list { (reader) throws(SnapshotError) in
        Specification(model: try reader.number(), hashrateTHs: try reader.quantity(), powerKW: try reader.quantity())
      })
    let models = specifications.values.allSatisfy { texts.has($0.model) }
    let specified = units.allSatisfy { specifications.values.indices.contains(Int($0.specification)) }
    guard models, specified else { throw .malformed }
    amendments = try EntryAmendments(from: &reader, texts, units: units.count)
    decided = DecidedFilings(try HardwareRegister.ids(&reader))
    let waiting = try reader.list { (reader) throws(SnapshotError) in try HardwareFiling(from: &reader) }
    filings = Dictionary(waiting.map { ($0.id, $0) }) { first, _ in first }
    anomalies = try reader.list { (reader) throws(SnapshotError) in
      guard let code = RegisterAnomaly.Code(rawValue: try reader.text()) else { throw .malformed }
      let seq = try reader.number(UInt64.self)
      let caseNumber = try reader.bytes()
      return RegisterAnomaly(
        code: code, seq: seq, caseNumber: caseNumber == [0] ? nil : String(decoding: caseNumber, as: UTF8.self),
        detail: try reader.text())
    }
    totals.standing = try reader.number()
    totals.excluded = try reader.number()
    totals.hashrateTHs = try reader.quantity()
    totals.powerKW = try reader.quantity()
  }

  private mutating func readUnits(_ reader: inout SnapshotReader) throws(SnapshotError) {
    let serialNumbers = try reader.numbers(Int32.self)
    let specified = try reader.numbers(Int32.self)
    let declarations = try reader.numbers(Int32.self)
    let excluded = try reader.numbers(Int32.self)
    let conditions = try reader.numbers(UInt8.self)
    let count = serialNumbers.count
    guard specified.count == count, declarations.count == count, excluded.count == count, conditions.count == count,
      count <= Int(Int32.max)
    else { throw .malformed }
    units.reserveCapacity(count)
    for index in 0..<count {
      guard texts.has(serialNumbers[index]), declarations[index] == -1 || texts.has(declarations[index]) else {
        throw .malformed
      }
      units.append(
        Row(
          serialNumber: serialNumbers[index], specification: specified[index], declaration: declarations[index],
          excludedOn: excluded[index], condition: conditions[index] == 0 ? .working : .faulty))
    }
  }

  private mutating func readBatches(_ reader: inout SnapshotReader) throws(SnapshotError) {
    let numbers = try reader.numbers(Int32.self)
    guard numbers.count.isMultiple(of: 9) else { throw .malformed }
    for start in stride(from: 0, to: numbers.count, by: 9) {
      let holding = HardwareHolding { numbers[start + $0] }
      guard holding.isSound(in: texts) else { throw .malformed }
      holdings.append(holding)
    }
    let places = try reader.numbers(Int64.self)
    let days = try reader.numbers(Int32.self)
    guard places.count == days.count * 4 else { throw .malformed }
    var last: Int64 = 0
    for (index, day) in days.enumerated() {
      let place = places[(index * 4)..<(index * 4 + 4)].map { $0 }
      // Entry numbers are integers of the format, so that nothing overflows here.
      guard place[0] > last, place[1] >= place[0], place[1] <= 1 << 53, place[2] >= 0,
        place[2] <= Int64(units.count) - (place[1] - place[0] + 1), place[3] >= 0, place[3] < Int64(holdings.count)
      else { throw .malformed }
      last = place[1]
      batches.append(
        Batch(
          first: place[0], last: place[1], firstUnit: Int(place[2]), holding: Int(place[3]),
          enteredOn: LocalDate(daysSinceEpoch: day)))
    }
  }

  private static func ids(_ reader: inout SnapshotReader) throws(SnapshotError) -> [UUIDv7] {
    let words = try reader.numbers(UInt64.self)
    guard words.count.isMultiple(of: 2) else { throw .malformed }
    return stride(from: 0, to: words.count, by: 2).map { UUIDv7(high: words[$0], low: words[$0 + 1]) }
  }
}

extension HardwareFiling {
  fileprivate func encode(to writer: inout SnapshotWriter) {
    writer.write(id)
    writer.write(kind.rawValue)
    writer.write(caseNumber == nil ? 0 : 1)
    writer.write(caseNumber ?? "")
    writer.write(what)
    writer.write(standingParts.count)
    for (number, part) in standingParts.sorted(by: { $0.key < $1.key }) {
      writer.write(number)
      writer.write(part.leaf?.bytes ?? [])
      writer.write(part.what)
    }
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotError) {
    let id = try reader.id()
    guard let kind = Kind(rawValue: try reader.number()) else { throw .malformed }
    let hasCase = try reader.number(UInt8.self) == 1
    let caseNumber = try reader.text()
    let what = try reader.bytes()
    let parts = try reader.list { (reader) throws(SnapshotError) in
      (try reader.number(Int64.self), try reader.bytes(), try reader.bytes())
    }
    self.init(
      id: id, kind: kind, caseNumber: hasCase ? caseNumber : nil, what: what,
      standingParts: Dictionary(parts.map { ($0.0, (Digest($0.1), $0.2)) }) { first, _ in first })
  }
}

extension HardwareHolding {
  /// Whether every number names a text of a store.
  fileprivate func isSound(in texts: TextStore) -> Bool {
    [holderName, legalAddress, dataCentreAddress, tnvedCode, possessionDocument].allSatisfy(texts.has)
      && (caseNumber == -1 || texts.has(caseNumber)) && texts.hasPersonal(holderId) && texts.hasPersonal(phone)
      && (email == -1 || texts.hasPersonal(email))
  }
}

extension TextStore {
  fileprivate func hasPersonal(_ index: Int32) -> Bool { index >= 0 ? has(index) : index < -1 && has(-2 &- index) }
}

extension EntryAmendments {
  fileprivate init(from reader: inout SnapshotReader, _ texts: TextStore, units: Int) throws(SnapshotError) {
    self.init()
    for standing in try reader.numbers(Int32.self) {
      guard texts.has(standing), (try? add(texts.utf8(standing), at: standing)) != nil else { throw .malformed }
    }
    let steps = try reader.numbers(Int32.self)
    guard steps.count.isMultiple(of: 2) else { throw .malformed }
    for start in stride(from: 0, to: steps.count, by: 2) {
      guard (0..<units).contains(Int(steps[start])), changes.indices.contains(Int(steps[start + 1])) else {
        throw .malformed
      }
      amend(Int(steps[start]), by: Int(steps[start + 1]))
    }
  }
}
