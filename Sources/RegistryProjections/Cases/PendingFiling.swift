public import RegistryEvents

/// A filing that no result has met yet, with the parts of its list that stand.
public struct PendingFiling: Sendable {
  /// What the filing says.
  public var facts: FilingFacts
  /// The first standing part of each number, with the hash of its line where hashes are known.
  public var parts: [(facts: PartFacts, leaf: Digest?)]

  /// A filing with its parts, in any order.
  public init(_ facts: FilingFacts, parts: [(facts: PartFacts, leaf: Digest?)] = []) {
    self.facts = facts
    self.parts = parts.sorted { $0.facts.number < $1.facts.number }
  }

  /// Whether every part that the filing announces stands.
  public var isComplete: Bool { Int64(parts.count) == facts.partCount }

  /// All units listed, in the order of the list.
  public var units: [Unit] { facts.units + parts.flatMap(\.facts.units) }

  /// All entries listed, in the order of the list.
  public var entries: [EntryRange] { facts.entries + parts.flatMap(\.facts.entries) }

  /// SHA-256 of the leaf hashes of the parts, by number (format §1); `nil` where a hash is not known, and for a filing of which no
  /// list can have parts.
  public var partsDigest: Digest? {
    let leaves = parts.compactMap(\.leaf)
    return facts.declared == nil && leaves.count == parts.count ? HardwareFiling.partsDigest(leaves) : nil
  }
}
