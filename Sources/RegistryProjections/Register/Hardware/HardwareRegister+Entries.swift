public import RegistryEvents

extension HardwareRegister {
  /// The number of entries, standing and excluded.
  public var count: Int { units.count }

  /// The number that the next entry will have.
  public var nextNumber: Int64 { (batches.last?.last ?? 0) + 1 }

  /// Gives every entry to a function, in the order of the numbers.
  public func forEachEntry<Failure: Error>(_ body: (HardwareEntry) throws(Failure) -> Void) throws(Failure) {
    for batch in batches {
      for number in batch.first...batch.last { try body(entry(number, of: batch)) }
    }
  }

  /// The entry of a number.
  public func entry(_ number: Int64) -> HardwareEntry? {
    let place = batches.partitioningIndex { $0.last >= number }
    guard place < batches.count, batches[place].first <= number else { return nil }
    return entry(number, of: batches[place])
  }

  private func entry(_ number: Int64, of batch: Batch) -> HardwareEntry {
    let index = batch.firstUnit + Int(number - batch.first)
    let unit = units[index]
    let holding = holdings[batch.holding]
    let specification = specifications[unit.specification]
    let changed = amendments.changes(of: index, texts)
    func amended<Value>(_ member: KeyPath<EntryChanges, Value?>, _ value: Value) -> Value {
      changed.last { $0[keyPath: member] != nil }?[keyPath: member] ?? value
    }
    return HardwareEntry(
      number: number, enteredOn: batch.enteredOn,
      holderName: amended(\.holderName, texts[holding.holderName]),
      holderId: texts.personal(holding.holderId),
      legalAddress: amended(\.legalAddress, texts[holding.legalAddress]),
      dataCentreAddress: amended(\.dataCentreAddress, texts[holding.dataCentreAddress]),
      contacts: amended(\.contacts, texts.contacts(holding)),
      model: amended(\.model, texts[specification.model]),
      serialNumber: amended(\.serialNumber, texts[unit.serialNumber]),
      tnvedCode: amended(\.tnvedCode, texts[holding.tnvedCode]),
      hashrateTHs: amended(\.hashrateTHs, specification.hashrateTHs),
      powerKW: amended(\.powerKW, specification.powerKW),
      customsDeclaration: changed.last { $0.customsDeclaration != nil }?.customsDeclaration
        ?? (unit.declaration < 0 ? nil : texts[unit.declaration]),
      possessionDocument: amended(\.possessionDocument, texts[holding.possessionDocument]),
      excludedOn: unit.excludedOn == Row.standing ? nil : LocalDate(daysSinceEpoch: unit.excludedOn),
      condition: amended(\.condition, unit.condition),
      caseNumber: holding.caseNumber < 0 ? nil : texts[holding.caseNumber])
  }

  /// The Merkle root (RFC 6962 §2.1) over the canonical JSON of the shape's name and then of every entry in the order of the
  /// numbers: two machines compute it alike, anyone can from a replay's JSON, and an entry can be proved to be in it.
  public func digest() -> Digest {
    let hasher = SHA256Hasher()
    var tree = MerkleFrontier()
    tree.append(hasher.leafHash(CanonicalWriter.bytes(of: .string(HardwareRegister.schema))), with: hasher)
    var writer = CanonicalWriter()
    forEachEntry { entry in
      writer.removeAll()
      entry.write(to: &writer)
      tree.append(hasher.leafHash(writer.bytes), with: hasher)
    }
    return tree.root(with: hasher)
  }
}
