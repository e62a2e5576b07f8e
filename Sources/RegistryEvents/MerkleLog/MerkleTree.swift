/// A Merkle tree in memory with every complete node: for proofs. It takes 64 bytes a leaf.
public struct MerkleTree: Sendable, MerkleNodes {
  /// The complete nodes by level, the leaf hashes first.
  private var levels: [[Digest]] = [[]]

  /// The tree without leaves.
  public init() {}

  /// The tree of leaf hashes.
  public init(_ leafHashes: some Sequence<Digest>, with hasher: SHA256Hasher) {
    for leafHash in leafHashes { append(leafHash, with: hasher) }
  }

  /// The number of leaves.
  public var size: UInt64 { UInt64(levels[0].count) }

  /// Appends a leaf by its leaf hash.
  public mutating func append(_ leafHash: Digest, with hasher: SHA256Hasher) {
    var node = leafHash
    var level = 0
    levels[level].append(node)
    while levels[level].count.isMultiple(of: 2) {
      node = hasher.nodeHash(levels[level][levels[level].count - 2], node)
      level += 1
      if level == levels.count { levels.append([]) }
      levels[level].append(node)
    }
  }

  /// The hash of a complete subtree.
  ///
  /// - Throws: `value-invalid` where the tree has no such node.
  public func node(level: Int, index: UInt64) throws -> Digest {
    guard levels.indices.contains(level), index < levels[level].count else {
      throw RegistryError(.valueInvalid, detail: "a node beyond the tree")
    }
    return levels[level][Int(index)]
  }
}
