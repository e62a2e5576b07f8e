struct MerkleFrontier: Sendable {
  private var peaks: [(size: UInt64, hash: Digest)] = []
  mutating func append(_ leaf: Digest, hasher: SHA256Hasher) {
    var node = (size: UInt64(1), hash: leaf)
    while let last = peaks.last, last.size == node.size {
      peaks.removeLast()
      node = (2 * node.size, hasher.nodeHash(last.hash, node.hash))
    }
    peaks.append(node)
  }
  func root(hasher: SHA256Hasher) -> Digest {
    guard var root = peaks.last?.hash else { return hasher.digest([]) }
    for peak in peaks.dropLast().reversed() { root = hasher.nodeHash(peak.hash, root) }
    return root
  }
}
