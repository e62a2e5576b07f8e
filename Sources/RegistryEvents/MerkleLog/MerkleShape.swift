/// Which subtrees a proof is made of (RFC 6962 §2.1): half-open ranges of leaves, in the order of the proof.
enum MerkleShape {
  /// The subtrees beside the way from a leaf to the root, the leaf's neighbour first; at most 64.
  static func inclusion(ofLeaf index: UInt64, inSize size: UInt64) throws -> [Range<UInt64>] {
    guard index < size else { throw RegistryError(.valueInvalid, detail: "a leaf beyond the tree") }
    var path: [Range<UInt64>] = []
    var range = 0..<size
    while range.upperBound - range.lowerBound > 1 {
      let (left, right) = halves(of: range)
      path.append(index < right.lowerBound ? right : left)
      range = index < right.lowerBound ? left : right
    }
    return path.reversed()
  }

  /// The subtrees that show the tree of the first `oldSize` leaves to be the beginning of that of the first `newSize`, from the bottom up;
  /// at most 65.
  static func consistency(fromSize oldSize: UInt64, toSize newSize: UInt64) throws -> [Range<UInt64>] {
    guard oldSize <= newSize else { throw RegistryError(.valueInvalid, detail: "an old tree larger than the new one") }
    var path: [Range<UInt64>] = []
    var range = 0..<newSize
    // The verifier has the old root: where the old tree is itself a subtree, its hash is left out.
    var isOldRoot = true
    while oldSize > 0, oldSize < range.upperBound {
      let (left, right) = halves(of: range)
      let goesLeft = oldSize <= left.upperBound
      path.append(goesLeft ? right : left)
      range = goesLeft ? left : right
      if !goesLeft { isOldRoot = false }
    }
    if oldSize > 0, !isOldRoot { path.append(range) }
    return path.reversed()
  }

  /// The two subtrees of one of at least two leaves: the left one has the largest power of two below their number.
  static func halves(of range: Range<UInt64>) -> (left: Range<UInt64>, right: Range<UInt64>) {
    let last = range.upperBound - range.lowerBound - 1
    let middle = range.lowerBound + 1 << UInt64(63 - last.leadingZeroBitCount)
    return (range.lowerBound..<middle, middle..<range.upperBound)
  }
}
