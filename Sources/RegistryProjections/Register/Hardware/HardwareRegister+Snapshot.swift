internal import RegistryEvents

extension HardwareRegister: Snapshottable {
  public static let encoding = 2

  public func encode(to writer: inout SnapshotWriter) {
    texts.encode(to: &writer)
    writer.write(records: units) {
      [$0.serialNumber, $0.specification, $0.declaration, $0.excludedOn, $0.condition == .working ? 0 : 1]
    }
    writer.write(records: holdings, \.numbers)
    writer.write(records: batches) {
      [$0.first, $0.last, Int64($0.firstUnit), Int64($0.holding), Int64($0.enteredOn.daysSinceEpoch)]
    }
    writer.write(specifications.values.count)
    for specification in specifications.values {
      writer.write(specification.model)
      writer.write(specification.hashrateTHs)
      writer.write(specification.powerKW)
    }
    amendments.encode(to: &writer)
    writer.write(records: decided.ids) { [$0.high, $0.low] }
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
    texts = try TextStore(from: &reader)
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
    var ids: [UUIDv7] = []
    try reader.records(of: 2, UInt64.self) {
      ids.reserve(forMoreThan: $0)
    } _: {
      ids.append(UUIDv7(high: $0[0], low: $0[1]))
    }
    decided = DecidedFilings(ids)
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
    try reader.records(of: 5, Int32.self) {
      units.reserve(forMoreThan: $0)
    } _: { (record) throws(SnapshotError) in
      guard texts.has(record[0]), record[2] == -1 || texts.has(record[2]) else { throw .malformed }
      units.append(
        Row(
          serialNumber: record[0], specification: record[1], declaration: record[2], excludedOn: record[3],
          condition: record[4] == 0 ? .working : .faulty))
    }
    guard units.count <= Int(Int32.max) else { throw .malformed }
  }

  private mutating func readBatches(_ reader: inout SnapshotReader) throws(SnapshotError) {
    try reader.records(of: 9, Int32.self) {
      holdings.reserve(forMoreThan: $0)
    } _: { (record) throws(SnapshotError) in
      let holding = HardwareHolding { record[$0] }
      guard holding.isSound(in: texts) else { throw .malformed }
      holdings.append(holding)
    }
    var last: Int64 = 0
    try reader.records(of: 5, Int64.self) {
      batches.reserve(forMoreThan: $0)
    } _: { (record) throws(SnapshotError) in
      let (first, end) = (record[0], record[1])
      // Entry numbers are integers of the format, so that nothing overflows here.
      guard first > last, end >= first, end <= 1 << 53, let firstUnit = Int(exactly: record[2]), firstUnit >= 0,
        firstUnit <= units.count - Int(end - first + 1), let holding = Int(exactly: record[3]),
        holdings.indices.contains(holding), let day = Int32(exactly: record[4])
      else { throw .malformed }
      last = end
      batches.append(
        Batch(
          first: first, last: end, firstUnit: firstUnit, holding: holding, enteredOn: LocalDate(daysSinceEpoch: day)))
    }
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
  fileprivate func encode(to writer: inout SnapshotWriter) {
    writer.write(bytes)
    var start = 0
    writer.write(records: ends) { end in
      defer { start = end }
      return [UInt32(truncatingIfNeeded: end - start)]
    }
    writer.write(numbers: interned)
  }

  fileprivate init(from reader: inout SnapshotReader) throws(SnapshotError) {
    let bytes = try reader.bytes()
    var ends: [Int] = []
    try reader.records(of: 1, UInt32.self) {
      ends.reserve(forMoreThan: $0)
    } _: {
      ends.append((ends.last ?? 0) + Int($0[0]))
    }
    guard let texts = TextStore(bytes: bytes, ends: ends, interned: try reader.numbers()) else { throw .malformed }
    self = texts
  }

  fileprivate func hasPersonal(_ index: Int32) -> Bool { index >= 0 ? has(index) : index < -1 && has(-2 &- index) }
}

extension EntryAmendments {
  fileprivate func encode(to writer: inout SnapshotWriter) {
    writer.write(changes.count)
    for change in changes {
      writer.write(change.standing)
      for figure in [change.hashrateTHs, change.powerKW] {
        writer.write(figure == nil ? 0 : 1)
        if let figure { writer.write(figure) }
      }
    }
    writer.write(records: links) { [$0.unit, $0.change] }
  }

  fileprivate init(from reader: inout SnapshotReader, _ texts: TextStore, units: Int) throws(SnapshotError) {
    self.init()
    func figure() throws(SnapshotError) -> Decimal? { try reader.number(UInt8.self) == 0 ? nil : reader.quantity() }
    for _ in 0..<(try reader.count()) {
      let standing: Int32 = try reader.number()
      guard texts.has(standing) else { throw .malformed }
      add(Change(standing: standing, hashrateTHs: try figure(), powerKW: try figure()))
    }
    try reader.records(of: 2, Int32.self) {
      reserve(links: $0, units: units)
    } _: { (record) throws(SnapshotError) in
      let (unit, change) = (Int(record[0]), Int(record[1]))
      guard (0..<units).contains(unit), changes.indices.contains(change) else { throw .malformed }
      amend(unit, by: change)
    }
  }
}
