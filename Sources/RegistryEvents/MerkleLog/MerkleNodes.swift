/// Where the hashes of a Merkle tree come from: memory, tiles in a file, a server.
public protocol MerkleNodes {
  /// The hash of a complete subtree: of the `1 << level` leaves from `index << level` on. At level 0 it is a leaf hash.
  ///
  /// It is asked for only below the size that a proof or root is for.
  func node(level: Int, index: UInt64) throws -> Digest
}

extension MerkleNodes {
  /// The root of the first `size` leaves (RFC 6962 §2.1), from at most 64 nodes.
  ///
  /// - Throws: what ``node(level:index:)`` throws.
  public func root(ofSize size: UInt64, with hasher: SHA256Hasher) throws -> Digest {
    size == 0 ? hasher.digest([]) : try hash(of: 0..<size, with: hasher)
  }

  /// The audit path that shows a leaf to be in the tree of the first `size` leaves (RFC 6962 §2.1.1).
  ///
  /// - Throws: `value-invalid` where there is no such leaf in the tree, and what ``node(level:index:)`` throws.
  public func inclusionProof(
    ofLeaf index: UInt64, inSize size: UInt64, with hasher: SHA256Hasher
  ) throws -> InclusionProof {
    let ranges = try MerkleShape.inclusion(ofLeaf: index, inSize: size)
    return InclusionProof(index: index, size: size, path: try ranges.map { try hash(of: $0, with: hasher) })
  }

  /// The proof that the tree of the first `oldSize` leaves is the beginning of that of the first `newSize` (RFC 6962 §2.1.2).
  ///
  /// - Throws: `value-invalid` where the old tree is the larger one, and what ``node(level:index:)`` throws.
  public func consistencyProof(
    fromSize oldSize: UInt64, toSize newSize: UInt64, with hasher: SHA256Hasher
  ) throws -> ConsistencyProof {
    let ranges = try MerkleShape.consistency(fromSize: oldSize, toSize: newSize)
    return ConsistencyProof(
      oldSize: oldSize, newSize: newSize, path: try ranges.map { try hash(of: $0, with: hasher) })
  }

  /// The hash of a subtree that the recursion of RFC 6962 §2.1 meets; the recursion is at most 64 deep.
  private func hash(of range: Range<UInt64>, with hasher: SHA256Hasher) throws -> Digest {
    let count = range.upperBound - range.lowerBound
    if count & (count - 1) == 0 {
      let level = count.trailingZeroBitCount
      return try node(level: level, index: range.lowerBound >> UInt64(level))
    }
    let (left, right) = MerkleShape.halves(of: range)
    return hasher.nodeHash(try hash(of: left, with: hasher), try hash(of: right, with: hasher))
  }
}
