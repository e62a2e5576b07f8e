import RegistryEvents
import Testing

@Suite("Merkle proofs")
struct MerkleProofTests {
  private let hasher = SHA256Hasher()

  private func digests(_ texts: [String]) throws -> [Digest] { try texts.map { try #require(Digest(hex: $0)) } }

  /// A path with one of its hashes changed, one left out, one put in, or two changed about.
  private func mangled(_ path: [Digest]) -> [[Digest]] {
    var paths: [[Digest]] = []
    for index in path.indices {
      var changed = path
      changed[index] = hasher.digest(path[index].bytes)
      paths.append(changed)
      paths.append(Array(path[..<index] + path[(index + 1)...]))
      paths.append(Array(path[...index] + path[index...]))
      for other in path.indices.suffix(from: index + 1) {
        changed = path
        changed.swapAt(index, other)
        paths.append(changed)
      }
    }
    return paths + [path + [hasher.digest([])]]
  }

  @Test("certificate-transparency's inclusion proofs are made and verify")
  func publishedInclusion() throws {
    let leaves = CertificateTransparency.leaves.map { hasher.leafHash($0) }
    let tree = MerkleTree(leaves, with: hasher)
    for (index, size, path) in CertificateTransparency.inclusion {
      let proof = try tree.inclusionProof(ofLeaf: index, inSize: size, with: hasher)
      let root = try #require(Digest(hex: CertificateTransparency.roots[Int(size) - 1]))
      #expect(proof == InclusionProof(index: index, size: size, path: try digests(path)))
      #expect(proof.verify(leafHash: leaves[Int(index)], root: root, with: hasher))
    }
  }

  @Test("certificate-transparency's consistency proofs are made and verify")
  func publishedConsistency() throws {
    let tree = MerkleTree(CertificateTransparency.leaves.map { hasher.leafHash($0) }, with: hasher)
    for (old, new, path) in CertificateTransparency.consistency {
      let proof = try tree.consistencyProof(fromSize: old, toSize: new, with: hasher)
      #expect(proof == ConsistencyProof(oldSize: old, newSize: new, path: try digests(path)))
      let roots = try digests([
        CertificateTransparency.roots[Int(old) - 1], CertificateTransparency.roots[Int(new) - 1],
      ])
      #expect(proof.verify(oldRoot: roots[0], newRoot: roots[1], with: hasher))
    }
  }

  @Test("every inclusion proof of every tree to 64 leaves verifies, and none that is mangled")
  func everyInclusion() throws {
    let leaves = (0..<64).map { hasher.leafHash([UInt8($0)]) }
    let tree = MerkleTree(leaves, with: hasher)
    for size in 1...64 {
      let root = merkleTreeHash(leaves.prefix(size))
      for index in 0..<size {
        let proof = try tree.inclusionProof(ofLeaf: UInt64(index), inSize: UInt64(size), with: hasher)
        #expect(proof.verify(leafHash: leaves[index], root: root, with: hasher))
        #expect(!proof.verify(leafHash: hasher.leafHash([0xFF]), root: root, with: hasher))
        #expect(!proof.verify(leafHash: leaves[index], root: hasher.leafHash([0xFF]), with: hasher))
        for path in mangled(proof.path) where path != proof.path {
          let other = InclusionProof(index: UInt64(index), size: UInt64(size), path: path)
          #expect(!other.verify(leafHash: leaves[index], root: root, with: hasher), "\(index) of \(size)")
        }
        for index in 0...size where UInt64(index) != proof.index {
          let other = InclusionProof(index: UInt64(index), size: UInt64(size), path: proof.path)
          #expect(!other.verify(leafHash: leaves[Int(proof.index)], root: root, with: hasher), "\(index) of \(size)")
        }
      }
    }
  }

  @Test("every consistency proof to 64 leaves verifies, and none that is mangled")
  func everyConsistency() throws {
    let leaves = (0..<64).map { hasher.leafHash([UInt8($0)]) }
    let tree = MerkleTree(leaves, with: hasher)
    let roots = (0...64).map { merkleTreeHash(leaves.prefix($0)) }
    for new in 0...64 {
      for old in 0...new {
        let proof = try tree.consistencyProof(fromSize: UInt64(old), toSize: UInt64(new), with: hasher)
        #expect(proof.verify(oldRoot: roots[old], newRoot: roots[new], with: hasher), "\(old) to \(new)")
        #expect(proof.path.isEmpty == (old == 0 || old == new))
        #expect(!proof.verify(oldRoot: hasher.leafHash([0xFF]), newRoot: roots[new], with: hasher))
        if old > 0 { #expect(!proof.verify(oldRoot: roots[old], newRoot: hasher.leafHash([0xFF]), with: hasher)) }
        for path in mangled(proof.path) where path != proof.path {
          let other = ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(new), path: path)
          #expect(!other.verify(oldRoot: roots[old], newRoot: roots[new], with: hasher), "\(old) to \(new)")
        }
      }
    }
  }

  @Test("a consistency proof that ends below the root of the size it claims does not verify")
  func unfinished() throws {
    let leaves = (0..<16).map { hasher.leafHash([UInt8($0)]) }
    let tree = MerkleTree(leaves, with: hasher)
    for new in 1...16 {
      for old in 1...new {
        let path = try tree.consistencyProof(fromSize: UInt64(old), toSize: UInt64(new), with: hasher).path
        for claimed in [17, 32, 33, UInt64.max] {
          let proof = ConsistencyProof(oldSize: UInt64(old), newSize: claimed, path: path)
          let (oldRoot, newRoot) = (merkleTreeHash(leaves[..<old]), merkleTreeHash(leaves[..<new]))
          #expect(!proof.verify(oldRoot: oldRoot, newRoot: newRoot, with: hasher), "\(old) to \(new) as \(claimed)")
        }
      }
    }
  }

  @Test("a changed leaf before the old size makes a consistency proof fail")
  func rewritten() throws {
    let leaves = (0..<20).map { hasher.leafHash([UInt8($0)]) }
    var forged = leaves
    forged[3] = hasher.leafHash([0xFF])
    let proof = try MerkleTree(forged, with: hasher).consistencyProof(fromSize: 7, toSize: 20, with: hasher)
    #expect(proof.verify(oldRoot: merkleTreeHash(forged[..<7]), newRoot: merkleTreeHash(forged[...]), with: hasher))
    #expect(!proof.verify(oldRoot: merkleTreeHash(leaves[..<7]), newRoot: merkleTreeHash(forged[...]), with: hasher))
  }

  @Test("what there is no proof of is an error")
  func impossible() {
    let tree = MerkleTree([hasher.leafHash([])], with: hasher)
    for (index, size) in [(0, 0), (1, 1), (UInt64.max, UInt64.max), (0, UInt64.max)] as [(UInt64, UInt64)] {
      #expect(code { _ = try tree.inclusionProof(ofLeaf: index, inSize: size, with: hasher) } == .valueInvalid)
    }
    #expect(code { _ = try tree.consistencyProof(fromSize: 2, toSize: 1, with: hasher) } == .valueInvalid)
    #expect(code { _ = try tree.consistencyProof(fromSize: 1, toSize: .max, with: hasher) } == .valueInvalid)
  }

  /// A tree of any size whose leaves are all the same, so that each level has one hash.
  private struct Uniform: MerkleNodes {
    let levels: [Digest]

    init(with hasher: SHA256Hasher) {
      var levels = [hasher.leafHash([])]
      for _ in 1..<64 { levels.append(hasher.nodeHash(levels[levels.count - 1], levels[levels.count - 1])) }
      self.levels = levels
    }

    func node(level: Int, index: UInt64) throws -> Digest { levels[level] }
  }

  static let largeSizes: [UInt64] = [
    1 << 31, 1 << 32, (1 << 32) + 1, UInt64(Int64.max), 1 << 63, (1 << 63) + 1, .max - 1, .max,
  ]

  @Test("sizes of up to 64 bits are proved and verified without overflow", arguments: largeSizes)
  func large(size: UInt64) throws {
    let tree = Uniform(with: hasher)
    let root = try tree.root(ofSize: size, with: hasher)
    for index in [0, 1, size / 2, size - 2, size - 1] {
      let proof = try tree.inclusionProof(ofLeaf: index, inSize: size, with: hasher)
      #expect(proof.path.count <= 64)
      #expect(proof.verify(leafHash: hasher.leafHash([]), root: root, with: hasher))
      #expect(!proof.verify(leafHash: hasher.leafHash([1]), root: root, with: hasher))
    }
    for old in [1, 2, 3, size / 2, size - 1, size] {
      let proof = try tree.consistencyProof(fromSize: old, toSize: size, with: hasher)
      let oldRoot = try tree.root(ofSize: old, with: hasher)
      #expect(proof.path.count <= 65)
      #expect(proof.verify(oldRoot: oldRoot, newRoot: root, with: hasher))
      #expect(!proof.verify(oldRoot: hasher.digest([]), newRoot: root, with: hasher))
    }
  }

  @Test("hostile sizes and paths are refused, whatever their length", arguments: [0, 1, 63, 64, 65, 66, 1000])
  func hostile(length: Int) {
    let path = [Digest](repeating: hasher.digest([1]), count: length)
    let sizes: [UInt64] = [0, 1, 2, 3] + MerkleProofTests.largeSizes
    for (first, second) in sizes.flatMap({ first in sizes.map { (first, $0) } }) {
      let root = hasher.digest([2])
      let inclusion = InclusionProof(index: first, size: second, path: path)
      #expect(!inclusion.verify(leafHash: hasher.digest([3]), root: root, with: hasher))
      let consistency = ConsistencyProof(oldSize: first, newSize: second, path: path)
      #expect(!consistency.verify(oldRoot: hasher.digest([3]), newRoot: root, with: hasher))
    }
  }
}
