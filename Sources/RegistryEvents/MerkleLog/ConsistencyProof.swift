/// The proof that one tree is the beginning of another (RFC 6962 §2.1.2, RFC 9162 §2.1.4): at most 65 hashes.
public struct ConsistencyProof: Sendable, Hashable {
  /// The number of leaves of the earlier tree.
  public let oldSize: UInt64
  /// The number of leaves of the later tree.
  public let newSize: UInt64
  /// The hashes, from the bottom up.
  public let path: [Digest]

  /// A proof as received; nothing about it is believed.
  public init(oldSize: UInt64, newSize: UInt64, path: [Digest]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.path = path
  }

  /// Whether the tree with the old root is the beginning of the tree with the new root (RFC 9162 §2.1.4.2).
  ///
  /// The tree without leaves is the beginning of every tree, and trees of one size are one tree; both are shown by no hashes.
  public func verify(oldRoot: Digest, newRoot: Digest, with hasher: SHA256Hasher) -> Bool {
    guard oldSize <= newSize else { return false }
    if oldSize == newSize { return path.isEmpty && oldRoot == newRoot && (oldSize > 0 || oldRoot == hasher.digest([])) }
    if oldSize == 0 { return path.isEmpty && oldRoot == hasher.digest([]) }
    var node = oldSize - 1
    var last = newSize - 1
    while node & 1 == 1 {
      node >>= 1
      last >>= 1
    }
    // Where the old tree is itself a subtree of the new one, its root begins the path unsaid.
    var rest = path[...]
    guard let first = oldSize & (oldSize - 1) == 0 ? oldRoot : rest.popFirst() else { return false }
    var (old, new) = (first, first)
    for sibling in rest {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        old = hasher.nodeHash(sibling, old)
        new = hasher.nodeHash(sibling, new)
        while node & 1 == 0, node > 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        new = hasher.nodeHash(new, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && old == oldRoot && new == newRoot
  }
}
