/// Takes the leaf hashes of a tree one after the other, and keeps the hashes of the subtrees that a proof is made of: a pass over a journal
/// gives a proof in the memory of a few dozen hashes.
///
/// ```swift
/// var collector = SubtreeCollector(inclusionOfLeaf: 3, inSize: 7)
/// for leafHash in leafHashes { collector.append(leafHash, with: hasher) }
/// let path = collector.hashes   // the path of leaf 3 in the tree of the first seven leaves
/// ```
public struct SubtreeCollector: Sendable {
  /// The subtrees that are still to come or under way, the first one first.
  private var pending: ArraySlice<(place: Int, range: Range<UInt64>)>
  private var found: [Digest?]
  private var current = MerkleFrontier()
  private var count: UInt64 = 0

  /// Collects the hashes of subtrees of which no two share a leaf.
  init(_ ranges: [Range<UInt64>]) {
    pending =
      ranges.enumerated().map { (place: $0.offset, range: $0.element) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    found = Array(repeating: nil, count: ranges.count)
  }

  /// Collects the audit path of a leaf.
  ///
  /// - Throws: `value-invalid` where there is no such leaf in the tree.
  public init(inclusionOfLeaf index: UInt64, inSize size: UInt64) throws {
    self.init(try MerkleShape.inclusion(ofLeaf: index, inSize: size))
  }

  /// Collects the path that shows one tree to be the beginning of another.
  ///
  /// - Throws: `value-invalid` where the old tree is the larger one.
  public init(consistencyFromSize oldSize: UInt64, toSize newSize: UInt64) throws {
    self.init(try MerkleShape.consistency(fromSize: oldSize, toSize: newSize))
  }

  /// Takes the next leaf hash in; those beyond the tree are passed over.
  public mutating func append(_ leafHash: Digest, with hasher: SHA256Hasher) {
    defer { count += 1 }
    guard let (place, range) = pending.first, range.contains(count) else { return }
    current.append(leafHash, with: hasher)
    guard count == range.upperBound - 1 else { return }
    found[place] = current.root(with: hasher)
    current = MerkleFrontier()
    pending.removeFirst()
  }

  /// The hashes in the order of the proof; `nil` while leaves are wanting.
  public var hashes: [Digest]? {
    let hashes = found.compactMap(\.self)
    return hashes.count == found.count ? hashes : nil
  }
}
