extension InclusionProof {
  /// Whether a leaf hash stands at an index of the tree with a root, all of it as bytes from anywhere: for suites of vectors, and for callers in other
  /// languages. A hash that is not 32 bytes shows nothing.
  public static func holds(
    index: UInt64, size: UInt64, leafHash: [UInt8], root: [UInt8], path: [[UInt8]]
  ) -> Bool {
    let hashes = path.compactMap { Digest($0) }
    guard let leaf = Digest(leafHash), let root = Digest(root), hashes.count == path.count else { return false }
    return InclusionProof(index: index, size: size, path: hashes).verify(
      leafHash: leaf, root: root, with: SHA256Hasher())
  }
}

extension ConsistencyProof {
  /// Whether the tree with one root is the beginning of the tree with another, all of it as bytes from anywhere (RFC 9162 §2.1.4.2).
  ///
  /// As the published suites have it: of trees of one size the roots are compared and no hash is wanted; from a tree without leaves nothing is shown.
  /// Otherwise a hash that is not 32 bytes shows nothing.
  public static func holds(
    oldSize: UInt64, newSize: UInt64, oldRoot: [UInt8], newRoot: [UInt8], path: [[UInt8]]
  ) -> Bool {
    if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
    let hashes = path.compactMap { Digest($0) }
    guard oldSize > 0, let oldRoot = Digest(oldRoot), let newRoot = Digest(newRoot), hashes.count == path.count else {
      return false
    }
    return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: hashes)
      .verify(oldRoot: oldRoot, newRoot: newRoot, with: SHA256Hasher())
  }
}
