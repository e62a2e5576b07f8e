/// The proof that a leaf stands at an index of the tree of a size (RFC 6962 §2.1.1, RFC 9162 §2.1.3): at most 64 hashes.
public struct InclusionProof: Sendable, Hashable {
  /// The leaf's index, from 0.
  public let index: UInt64
  /// The number of leaves of the tree.
  public let size: UInt64
  /// The hashes beside the way from the leaf to the root, the leaf's neighbour first.
  public let path: [Digest]

  /// A proof as received; nothing about it is believed.
  public init(index: UInt64, size: UInt64, path: [Digest]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// The root that the tree must have if the leaf stands where the proof says; `nil` for a path of another length than the tree
  /// gives (RFC 9162 §2.1.3.2).
  public func root(of leafHash: Digest, with hasher: SHA256Hasher) -> Digest? {
    guard index < size else { return nil }
    var node = index
    var last = size - 1
    var root = leafHash
    for sibling in path {
      guard last > 0 else { return nil }
      if node & 1 == 1 || node == last {
        root = hasher.nodeHash(sibling, root)
        // A node without a right neighbour moves up as it is until it is one's right child.
        while node & 1 == 0, node > 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        root = hasher.nodeHash(root, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 ? root : nil
  }

  /// Whether the proof shows that the leaf is in the tree with this root.
  public func verify(leafHash: Digest, root: Digest, with hasher: SHA256Hasher) -> Bool {
    self.root(of: leafHash, with: hasher) == root
  }
}
