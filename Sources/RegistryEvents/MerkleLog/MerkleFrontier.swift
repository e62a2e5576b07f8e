/// The right edge of a Merkle tree that only grows: enough to append leaves and to say the root at any moment (RFC 6962 §2.1).
///
/// Holds one hash for each complete subtree, at most 64 of them; an append costs one node hash on average.
public struct MerkleFrontier: Sendable, Hashable {
  /// The number of leaves so far.
  public private(set) var size: UInt64 = 0

  /// The roots of the complete subtrees from left to right, the largest first: one for each bit set in `size`.
  private(set) var peaks: [Digest] = []

  /// The tree without leaves.
  public init() {}

  /// The tree of so many leaves by the roots of its complete subtrees, the largest first; `nil` where they are too few or too many.
  init?(size: UInt64, peaks: [Digest]) {
    guard peaks.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.peaks = peaks
  }

  /// Appends a leaf by its leaf hash.
  public mutating func append(_ leafHash: Digest, with hasher: SHA256Hasher) {
    var node = leafHash
    var complete = size
    while complete & 1 == 1, let left = peaks.popLast() {
      node = hasher.nodeHash(left, node)
      complete >>= 1
    }
    peaks.append(node)
    size += 1
  }

  /// The root of the tree as it is; of the tree without leaves, SHA-256 of no bytes.
  public func root(with hasher: SHA256Hasher) -> Digest {
    guard var root = peaks.last else { return hasher.digest([]) }
    for left in peaks.dropLast().reversed() { root = hasher.nodeHash(left, root) }
    return root
  }
}
